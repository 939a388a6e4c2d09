//! What a merchant asks for, and what the answer is.

use domain::design::File;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a merchant asks for: `{"shop": …}` with one of `put`, `remove`, `list`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request {
    shop: String,
    #[serde(default)]
    put: Option<Put>,
    #[serde(default)]
    remove: Option<String>,
    #[serde(default)]
    list: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Put {
    name: String,
    content: String,
}

/// The one thing that is asked for.
pub(crate) enum Wish {
    Put(File),
    Remove(String),
    List,
}

const USAGE: &str = "ask for one thing: {\"shop\": \"demo\", \"put\": {\"name\": \"templates/confirmed.html\", \"content\": \"…\"}}, \
                     or \"remove\": \"templates/confirmed.html\", or \"list\": true";

impl Request {
    pub(crate) fn read(event: Value) -> Result<(String, Wish), String> {
        let request: Self = serde_json::from_value(event).map_err(|error| format!("{error}; {USAGE}"))?;
        let wish = match (request.put, request.remove, request.list) {
            (Some(Put { name, content }), None, false) => Wish::Put(File { name, content }),
            (None, Some(name), false) => Wish::Remove(name),
            (None, None, true) => Wish::List,
            _ => return Err(USAGE.to_owned()),
        };
        Ok((request.shop, wish))
    }
}

/// What the merchant is told.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is stored.
    Stored {
        /// Which file.
        name: String,
        /// What follows.
        note: String,
    },
    /// It is gone.
    Removed {
        /// Which file.
        name: String,
        /// What follows.
        note: String,
    },
    /// Nothing was changed.
    Refused(Refusal),
    /// All files of the shop's design.
    Files {
        /// What templates written today are written for.
        version: u32,
        /// The files.
        files: Vec<Listed>,
    },
}

/// Why something is refused.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Refusal {
    /// Which file; another than the one that was put, if that one does not fit it.
    pub name: String,
    /// In which line, if it is in one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<usize>,
    /// What is wrong, and what to do.
    pub cause: String,
}

/// One file in a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// What a template was written for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_version: Option<u32>,
    /// Whether that is not what templates see today.
    pub stale: bool,
}

impl Refusal {
    pub(crate) fn of(name: &str, line: Option<usize>, cause: String) -> Self {
        Self { name: name.to_owned(), line, cause }
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
