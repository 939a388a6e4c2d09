//! What a form sent: a few short fields.

use std::collections::BTreeMap;

use domain::personal::Personal;
use lambda_http::Body;

/// More than the longest answer, however its characters are written.
const LARGEST: usize = 32 * 1024;

/// More than the fields of any form, with a box for each line of a large order.
const FIELDS: usize = 500;

/// Fields by name. All of them may be personal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form(BTreeMap<String, Vec<Personal<String>>>);

impl Form {
    /// Reads a body of `application/x-www-form-urlencoded`; nothing if it is too large.
    pub(crate) fn read(body: &Body) -> Option<Self> {
        let bytes: &[u8] = body.as_ref();
        if bytes.len() > LARGEST {
            return None;
        }
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(bytes).take(FIELDS) {
            form.0.entry(name.into_owned()).or_default().push(Personal::new(value.into_owned()));
        }
        Some(form)
    }

    /// A field without blanks around it; empty if there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.last()).map_or("", |value| value.reveal().trim())
    }

    /// Every value of a field that may be there several times.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).into_iter().flatten().map(|value| value.reveal().as_str())
    }
}
