//! One webhook request as received, and what it has proved about itself.

use domain::personal::Personal;
use http::HeaderMap;
use jiff::Timestamp;

/// One webhook request as received: the raw bytes, never parsed and written again.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// As sent.
    pub headers: &'a HeaderMap,
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
}

/// Bytes that their sender has vouched for.
///
/// The field is private and only [`crate::signature`] and [`Verified::across_queue`] make one, so `interpret` cannot be
/// called on anything unproved: it does not compile.
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
    /// Authentic or not, the content is not proved: it may only cause a fetch of this object.
    Hint(String),
    /// A ping or a challenge: answer 200 with this text, keep nothing.
    Answer(String),
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
