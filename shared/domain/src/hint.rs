//! What a webhook may cause without being believed: a look at what it names.

use serde::{Deserialize, Serialize};

/// What to fetch. Its parts may stand in a path as they are: a stranger may have written them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Hint {
    /// The kind of thing, in the words of the provider's file: `order`.
    pub what: String,
    /// Its ids, outermost first.
    pub ids: Vec<Id>,
}

impl Hint {
    /// Names a thing; nothing if one of its ids can be none.
    pub fn new(what: &'static str, ids: &[&str]) -> Option<Self> {
        let ids = ids.iter().map(|id| Id::parse(id)).collect::<Option<Vec<Id>>>()?;
        Some(Self { what: what.to_owned(), ids })
    }

    /// An id by its place; empty if there is none.
    pub fn id(&self, place: usize) -> &str {
        self.ids.get(place).map_or("", |id| id.0.as_str())
    }
}

/// An id that steers no request elsewhere: letters, digits, `-`, `_`, `.`, `~`, `:`; no more than 128; not only dots.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

impl Id {
    /// Takes a text, if it can be an id.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~:".contains(&byte);
        let well = (1..=128).contains(&text.len()) && text.bytes().all(plain) && !text.bytes().all(|byte| byte == b'.');
        well.then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no id: letters, digits and -_.~: only")
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_id_steers_a_request_elsewhere() {
        for id in ["tr_7UhSN1zuXS", "5820982911946", "K8XTQ", "a-b.c~d:e", &"x".repeat(128)] {
            assert!(Id::parse(id).is_some(), "{id}");
        }
        for id in ["", ".", "..", "a/b", "a?b", "a%2fb", "a b", "a#b", "a@b", "é", "a\n", &"x".repeat(129)] {
            assert!(Id::parse(id).is_none(), "{id}");
            assert!(Hint::new("order", &["1", id]).is_none(), "{id}");
            assert!(serde_json::from_str::<Id>(&serde_json::json!(id).to_string()).is_err(), "{id}");
        }
    }
}
