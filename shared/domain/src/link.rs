//! Links that strangers gave us: https only, made before they reach a template.

use serde::{Deserialize, Serialize};

/// An absolute https address that is safe in an `href`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// A text that may not become a link.
#[derive(Debug, thiserror::Error)]
#[error("not an absolute https address")]
pub struct NoLink;

impl Link {
    /// Accepts `https://host…` of at most 2,000 plain characters; no blanks, quotes, brackets or credentials.
    pub fn parse(text: &str) -> Result<Self, NoLink> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").ok_or(NoLink)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let good_host = host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b));
        let good = text.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&b));
        if good && good_host && text.len() <= 2_000 { Ok(Self(text.to_owned())) } else { Err(NoLink) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Link {
    type Error = NoLink;

    fn try_from(text: String) -> Result<Self, NoLink> {
        Self::parse(&text)
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_becomes_a_link() {
        assert!(Link::parse("https://shop.example.com/pay?key=wc_1&a=b#c").is_ok());
        for bad in [
            "javascript:alert(1)",
            "http://shop.example",
            "https://",
            "https://u:p@x.de/",
            "https://x.de/\"onclick",
            "//x.de",
        ] {
            assert!(Link::parse(bad).is_err(), "{bad}");
        }
    }
}
