//! One webhook request as received, and what it has proved about itself.

use domain::kept::Kept;
use domain::personal::Personal;
use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;

use crate::hint::{Hint, KeyUrl};

/// One webhook request as received: the raw bytes, never parsed and written again.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// As sent.
    pub headers: &'a HeaderMap,
    /// What stood behind the `?` of the URL, as sent.
    pub query: &'a str,
    /// Exactly the bytes that were signed.
    pub body: &'a [u8],
    /// When we got it.
    pub received_at: Timestamp,
}

impl<'a> Delivery<'a> {
    /// A header's value; `None` when it is missing, stands twice, or is not plain text.
    ///
    /// A security header that stands twice is an attempt to have two readers see two values.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let mut values = self.headers.get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => value.to_str().ok(),
            _ => None,
        }
    }

    /// A field of the query, decoded; `None` when it is missing or stands twice.
    pub fn query(&self, name: &str) -> Option<String> {
        let mut values = form_urlencoded::parse(self.query.as_bytes()).filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (Some((_, value)), None) => Some(value.into_owned()),
            _ => None,
        }
    }
}

/// Bytes that their sender has vouched for.
///
/// The field is private and only [`crate::signature`] and [`Verified::across_queue`] make one, so `interpret` cannot be
/// called on a delivery as it came: it does not compile.
#[derive(Clone, Debug)]
pub struct Verified {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Personal<Vec<u8>>,
}

impl Verified {
    /// Across our queue the proof is IAM: only functions that verified may send there.
    pub fn across_queue(headers: HeaderMap, body: Vec<u8>) -> Self {
        Self { headers, body: Personal::new(body) }
    }

    /// A kept delivery was proved before it was kept.
    pub fn kept(kept: &Kept) -> Self {
        let mut headers = HeaderMap::new();
        for (name, value) in &kept.headers {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
                headers.append(name, value);
            }
        }
        Self::across_queue(headers, kept.body.0.clone())
    }

    /// The proved bytes.
    pub fn body(&self) -> &[u8] {
        self.body.reveal()
    }

    /// A header as it came; most schemes do not sign headers, so nothing of weight may hang on one.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

/// What a delivery has proved about itself.
#[derive(Debug)]
pub enum Proof {
    /// The provider vouches for these bytes.
    Signed(Verified),
    /// Nothing that the body says is used: what it names is fetched from the provider.
    Hints(Vec<Hint>),
    /// Whether it is genuine can be told with a public key of the provider; ask again when the settings have it.
    Wants(KeyUrl),
    /// A ping or a challenge: answer 200 with this, keep nothing.
    Answer(Reply),
}

/// What a request is answered with when the provider wants more than a status.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reply {
    /// The body.
    pub body: String,
    /// Whether it is JSON; else plain text.
    pub json: bool,
}

impl Reply {
    /// Plain text.
    pub fn text(body: impl Into<String>) -> Self {
        Self { body: body.into(), json: false }
    }

    /// JSON.
    pub fn json(body: &serde_json::Value) -> Self {
        Self { body: body.to_string(), json: true }
    }
}

/// Why a delivery is not taken. All of them are answered 401; the reason is for the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Rejection {
    /// There is no signature where one must be.
    #[error("the signature header is missing, doubled or unreadable")]
    Missing,
    /// No accepted secret made this signature over these bytes.
    #[error("no accepted secret made this signature")]
    Forged,
    /// Signed too long ago, or in the future.
    #[error("the signed timestamp is too old or too new")]
    Stale,
    /// Genuine, and of a shop or an account that this connection does not serve.
    #[error("another shop's or account's: compare its name with the connection's parameter")]
    Foreign,
    /// The connection has no secret for this provider.
    #[error("the connection has no secret for this provider")]
    NoSecret,
}

/// A proved delivery that we cannot read: kept raw, dead-lettered with this reason, completed by a redrive after a fix.
///
/// Holds no text of the body: a parser's message may quote what it stumbled on.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub String);

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        Self(format!(
            "not the JSON we know: {:?} error at line {} column {}",
            error.classify(),
            error.line(),
            error.column()
        ))
    }
}

/// The headers worth keeping: what the sender says of the body, nothing of the network or of secrets.
pub fn telling_headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let telling = |name: &str| {
        name == "content-type" || ["webhook-", "shopify-", "x-"].iter().any(|prefix| name.starts_with(prefix))
    };
    let foreign = |name: &str| FOREIGN.iter().any(|prefix| name.starts_with(prefix));
    let secret = |name: &str| SECRET.iter().any(|word| name.contains(word));
    let kept = headers.iter().filter(|(name, _)| {
        let name = name.as_str();
        telling(name) && !foreign(name) && !secret(name)
    });
    kept.filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))).collect()
}

/// Headers of proxies; and Karrio's secret.
const FOREIGN: &[&str] = &["x-forwarded", "x-amz", "x-real", "x-api", "x-event-id"];

/// What headers of signatures and secrets are called; some names a merchant chooses.
const SECRET: &[&str] = &["sign", "hmac", "token", "secret", "password", "auth", "key", "credential"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_the_query_counts_when_it_stands_once() {
        let headers = HeaderMap::new();
        let query = "token=a%20b&twice=1&twice=1&empty=";
        let delivery = Delivery { headers: &headers, query, body: b"", received_at: Timestamp::UNIX_EPOCH };
        assert_eq!(delivery.query("token").as_deref(), Some("a b"));
        assert_eq!(delivery.query("empty").as_deref(), Some(""));
        assert_eq!((delivery.query("twice"), delivery.query("none")), (None, None));
    }

    #[test]
    fn what_was_proved_is_what_came() {
        let headers = HeaderMap::from_iter([(HeaderName::from_static("x-topic"), HeaderValue::from_static("paid"))]);
        let proved = Verified::across_queue(headers, b"body".to_vec());
        assert_eq!(
            (proved.body(), proved.header("x-topic"), proved.header("x-other")),
            (&b"body"[..], Some("paid"), None)
        );
    }

    #[test]
    fn a_reply_says_what_it_is() {
        assert_eq!(Reply::text("pong"), Reply { body: "pong".to_owned(), json: false });
        assert_eq!(Reply::json(&serde_json::json!({"a": 1})), Reply { body: r#"{"a":1}"#.to_owned(), json: true });
    }

    #[test]
    fn what_a_sender_says_of_its_body_travels() {
        let mut headers = HeaderMap::new();
        for name in ["content-type", "webhook-id", "x-shopify-topic", "accept", "user-agent"] {
            headers.insert(name.parse::<HeaderName>().expect("a name"), HeaderValue::from_static("v"));
        }
        let mut kept: Vec<String> = telling_headers(&headers).into_iter().map(|(name, _)| name).collect();
        kept.sort_unstable();
        assert_eq!(kept, ["content-type", "webhook-id", "x-shopify-topic"]);
    }

    #[test]
    fn addresses_and_signatures_do_not_travel() {
        let mut headers = HeaderMap::new();
        for name in [
            "x-forwarded-for",
            "authorization",
            "cookie",
            "x-wc-webhook-signature",
            "webhook-signature",
            "shopify-hmac-sha256",
            "x-wc-webhook-topic",
        ] {
            headers.insert(name.parse::<HeaderName>().expect("a name"), HeaderValue::from_static("v"));
        }
        for name in ["x-shop-token", "x-tidings-secret", "x-my-key"] {
            headers.insert(name, HeaderValue::from_static("v"));
        }
        assert_eq!(telling_headers(&headers), [("x-wc-webhook-topic".to_owned(), "v".to_owned())]);
    }
}
