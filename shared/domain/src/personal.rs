//! Personal data: values that are stored and shown to their owner, and never printed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A value about a person. `Debug` prints nothing of it, so no log line, error or panic can.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Marks a value as personal.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the few places that must show or store it: mails, the order page, address hashes.
    pub const fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(personal)")
    }
}

/// An e-mail address that a message can be sent to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(Personal<String>);

/// A text that is no e-mail address.
#[derive(Debug, thiserror::Error)]
#[error("not an e-mail address that mail can be sent to")]
pub struct NoEmail;

impl Email {
    /// Accepts what a mail server would: one `@`, a dot in the domain, no blanks, controls or brackets, 254 bytes.
    pub fn parse(text: &str) -> Result<Self, NoEmail> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(NoEmail)?;
        let plain = |c: char| !(c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c));
        let labels = domain.split('.');
        let good_domain = domain.contains('.')
            && labels.clone().all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
            && domain.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-');
        let good_local = !local.is_empty()
            && local.len() <= 64
            && local.chars().all(plain)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        if text.len() <= 254 && good_local && good_domain {
            Ok(Self(Personal::new(format!("{local}@{}", domain.to_lowercase()))))
        } else {
            Err(NoEmail)
        }
    }

    /// The address itself.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

impl TryFrom<String> for Email {
    type Error = NoEmail;

    fn try_from(text: String) -> Result<Self, NoEmail> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_values_never_print() {
        let shown = format!("{:?} {:?}", Personal::new("Ana"), Email::parse("ana@example.com"));
        assert!(!shown.contains("Ana") && !shown.contains("example"), "{shown}");
        assert_eq!(shown, "(personal) Ok(Email((personal)))");
    }

    #[test]
    fn addresses_that_could_carry_a_header_are_refused() {
        for bad in [
            "a@.de",
            "a@x..de",
            "a@-x.de",
            "a@x-.de",
            "",
            "ana",
            "ana@",
            "@x.de",
            "a b@x.de",
            "a@x",
            "a@x.de\r\nBcc: b@x.de",
            "a@x.de,b@x.de",
            "<a@x.de>",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad:?}");
        }
        assert_eq!(
            Email::parse(" Ana+1@Example.COM ").map(|e| e.reveal().to_owned()).ok(),
            Some("Ana+1@example.com".into())
        );
    }
}
