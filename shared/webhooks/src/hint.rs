//! What a webhook may cause without being believed: a look at what it names, and a look for the key that proves it.

pub use domain::hint::{Hint, Id};
use domain::ports::Unavailable;
use jiff::Timestamp;

/// Where a public key of a provider is: always at one of its own hosts, below its own path.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct KeyUrl(String);

impl KeyUrl {
    /// Takes a URL that a stranger names, if it is `https`, one of these hosts, without user, port, query or fragment, and
    /// its path begins so and goes on with nothing but letters, digits, `-`, `_` and `.`.
    pub fn parse(url: &str, hosts: &[&str], path: &str) -> Option<Self> {
        let (host, rest) = url.strip_prefix("https://")?.split_once('/')?;
        let name = rest.strip_prefix(path.strip_prefix('/')?)?;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let well = (1..=200).contains(&name.len()) && name.bytes().all(plain) && !name.contains("..");
        (well && hosts.contains(&host)).then(|| Self(url.to_owned()))
    }

    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where public keys of providers come from.
pub trait Keys: Sync {
    /// A key in PEM; nothing if there is none at this address.
    fn key(&self, url: &KeyUrl, now: Timestamp) -> impl Future<Output = Result<Option<String>, Unavailable>> + Send;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_from_their_owner_only() {
        let parse = |url: &str| KeyUrl::parse(url, &["api.paypal.com"], "/v1/notifications/certs/");
        let good = "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594";
        assert_eq!(parse(good).as_ref().map(KeyUrl::as_str), Some(good));
        for url in [
            "http://api.paypal.com/v1/notifications/certs/x",
            "https://api.paypal.com.evil.example/v1/notifications/certs/x",
            "https://user@api.paypal.com/v1/notifications/certs/x",
            "https://api.paypal.com@evil.example/v1/notifications/certs/x",
            "https://api.paypal.com:444/v1/notifications/certs/x",
            "https://api.paypal.com/v1/notifications/certs/",
            "https://api.paypal.com/v1/notifications/certs/../../x",
            "https://api.paypal.com/v1/notifications/certs/..",
            "https://api.paypal.com/v1/notifications/certs/x?y",
            "https://api.paypal.com/v2/x",
            "https://API.paypal.com/v1/notifications/certs/x",
        ] {
            assert!(parse(url).is_none(), "{url}");
        }
    }
}
