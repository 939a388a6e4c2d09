//! A proved webhook request as it is kept: in the queue, beside its order, parked, or unread.

use data_encoding::BASE64;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ids::short_digest;

/// The family of what customers say on our own pages; its connections are the shops.
pub const CUSTOMERS: &str = "customers";

/// How long a basket is kept after the last word on it: who is reminded of it up to a week and two days later can still say
/// for a month that no more reminders are wanted.
pub const BASKETS: SignedDuration = SignedDuration::from_hours(40 * 24);

/// A proved webhook request as it was kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The correlation id, from here to the SES message id.
    pub id: String,
    /// `storefronts`, `payments` or `carriers`, or [`CUSTOMERS`].
    pub family: String,
    /// Who sent it.
    pub provider: String,
    /// Through which connection.
    pub connection: String,
    /// When.
    pub received_at: Timestamp,
    /// The headers that say something about the body.
    pub headers: Vec<(String, String)>,
    /// How we came to it.
    #[serde(default, skip_serializing_if = "By::is_webhook")]
    pub by: By,
    /// The raw bytes.
    pub body: Body,
}

/// How we came to a delivery.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// It was sent to us.
    #[default]
    Webhook,
    /// A webhook named it, and we fetched it.
    Fetch,
    /// No webhook brought it: we found it when we compared.
    Reconcile,
}

impl By {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_webhook(&self) -> bool {
        *self == Self::Webhook
    }
}

/// Raw bytes: base64 in text, because SQS refuses control characters; their length when printed.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Body(pub Vec<u8>);

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "({} bytes)", self.0.len())
    }
}

impl Serialize for Body {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromBase64)
    }
}

/// Reads where the text lies, without a copy of it.
struct FromBase64;

impl serde::de::Visitor<'_> for FromBase64 {
    type Value = Body;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("base64")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Body, E> {
        BASE64.decode(text.as_bytes()).map(Body).map_err(|_| E::custom("not base64"))
    }
}

impl Kept {
    /// Its key: the same bytes from the same source have the same one, however often they come.
    pub fn digest(&self) -> String {
        let parts = [self.family.as_bytes(), self.provider.as_bytes(), self.connection.as_bytes(), &self.body.0];
        short_digest::<20>(&parts).as_str().to_owned()
    }

    /// The same, without the values of JSON keys that their provider forbids to keep.
    #[must_use]
    pub fn blanked(mut self, keys: &[&str]) -> Self {
        for key in keys {
            self.body.0 = blank(&self.body.0, key);
        }
        self
    }
}

/// Empties the text values of a JSON key, byte by byte, so that everything else stays as it was signed; in one pass, however
/// often the key stands there.
fn blank(body: &[u8], key: &str) -> Vec<u8> {
    let wanted = format!("\"{key}\"").into_bytes();
    let skip = |at: usize| body[at.min(body.len())..].iter().take_while(|byte| byte.is_ascii_whitespace()).count() + at;
    let (mut kept, mut taken, mut from) = (Vec::with_capacity(body.len()), 0, 0);
    while let Some(found) = memchr::memmem::find(&body[from..], &wanted) {
        from += found + wanted.len();
        let colon = skip(from);
        let quote = skip(colon + 1);
        if body.get(colon) != Some(&b':') || body.get(quote) != Some(&b'"') {
            continue;
        }
        let mut end = quote + 1;
        while end < body.len() && body[end] != b'"' {
            end += if body[end] == b'\\' { 2 } else { 1 };
        }
        kept.extend_from_slice(&body[taken..=quote]);
        (taken, from) = (end.min(body.len()), end.min(body.len()));
    }
    kept.extend_from_slice(&body[taken..]);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_values_are_emptied_and_nothing_else_changes() {
        let body =
            br#"{"a":1.10,"client_secret" : "pi_\"1_secret","b":{"client_secret":"x"},"client_secret":null}"#.to_vec();
        let body = blank(&body, "client_secret");
        let expected = br#"{"a":1.10,"client_secret" : "","b":{"client_secret":""},"client_secret":null}"#;
        assert_eq!(String::from_utf8_lossy(&body), String::from_utf8_lossy(expected));
        for broken in [&br#"{"client_secret":"x"#[..], br#""client_secret""#, br#""client_secret":"\"#] {
            assert!(blank(broken, "client_secret").len() <= broken.len());
        }
        let often = r#"{"client_secret":"x"},"#.repeat(10_000);
        assert_eq!(blank(often.as_bytes(), "client_secret").len(), often.len() - 10_000);
    }
}
