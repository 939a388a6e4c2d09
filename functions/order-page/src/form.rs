//! What a form sent: a few short fields.

use std::collections::BTreeMap;

use domain::personal::Personal;
use lambda_http::Body;

/// More than the longest answer, however its characters are written.
const LARGEST: usize = 32 * 1024;

/// Fields by name. All of them may be personal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form(BTreeMap<String, Personal<String>>);

impl Form {
    /// Reads a body of `application/x-www-form-urlencoded`; nothing if it is too large.
    pub(crate) fn read(body: &Body) -> Option<Self> {
        let bytes: &[u8] = body.as_ref();
        if bytes.len() > LARGEST {
            return None;
        }
        let fields = form_urlencoded::parse(bytes).take(20);
        Some(Self(fields.map(|(name, value)| (name.into_owned(), Personal::new(value.into_owned()))).collect()))
    }

    /// A field without blanks around it; empty if there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.reveal().trim())
    }
}
