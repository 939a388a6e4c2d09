//! OAuth 1.0a: questions signed with four credentials, by HMAC-SHA256.
//!
//! <https://www.rfc-editor.org/rfc/rfc5849#section-3.4>

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;

use crate::signature;
use crate::source::Ask;

/// What an integration is given. `Debug` is left out on purpose.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "two of them are secrets")]
pub struct Credentials<'a> {
    /// Who asks.
    pub consumer_key: &'a str,
    /// Its secret.
    pub consumer_secret: &'a str,
    /// In whose name.
    pub token: &'a str,
    /// Its secret.
    pub token_secret: &'a str,
}

/// Signs a question without a form. A server takes a nonce once.
#[must_use]
pub fn sign(ask: Ask, by: Credentials<'_>, nonce: &str, now: Timestamp) -> Ask {
    let timestamp = now.as_second().to_string();
    let mut fields = [
        ("oauth_consumer_key", by.consumer_key),
        ("oauth_nonce", nonce),
        ("oauth_signature", ""),
        ("oauth_signature_method", "HMAC-SHA256"),
        ("oauth_timestamp", &timestamp),
        ("oauth_token", by.token),
        ("oauth_version", "1.0"),
    ];
    let key = format!("{}&{}", encoded(by.consumer_secret), encoded(by.token_secret));
    let signed = fields.iter().filter(|(name, _)| *name != "oauth_signature");
    let base = base_string(ask.method.as_str(), &ask.url, signed);
    let mac = BASE64_STANDARD.encode(signature::made_sha256(key.as_bytes(), &[base.as_bytes()]));
    fields[2].1 = &mac;
    let header: Vec<String> = fields.iter().map(|(name, value)| format!("{name}=\"{}\"", encoded(value))).collect();
    ask.header("authorization", &format!("OAuth {}", header.join(",")))
}

/// The method, the address without its query, and every parameter in order, each encoded once more.
fn base_string<'a>(method: &str, url: &str, fields: impl Iterator<Item = &'a (&'a str, &'a str)>) -> String {
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let asked = form_urlencoded::parse(query.as_bytes()).map(|(name, value)| (encoded(&name), encoded(&value)));
    let mut all: Vec<(String, String)> =
        asked.chain(fields.map(|(name, value)| (encoded(name), encoded(value)))).collect();
    all.sort_unstable();
    let all: Vec<String> = all.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{method}&{}&{}", encoded(&normal(address)), encoded(&all.join("&")))
}

/// Scheme and host in lower case, without the port that is meant anyway.
fn normal(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
    let port = if scheme == "http" { ":80" } else { ":443" };
    format!("{scheme}://{}{}", host.strip_suffix(port).unwrap_or(&host), if path.is_empty() { "/" } else { path })
}

/// Everything but letters, digits and `-._~`.
fn encoded(text: &str) -> String {
    let one = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::source::Base;

    #[test]
    fn the_vector_is_made() {
        let filter = "searchCriteria[filter_groups][0][filters][0]";
        let [field, value, condition] = ["field", "value", "condition_type"].map(|part| format!("{filter}[{part}]"));
        let by = Credentials {
            consumer_key: "ck_test",
            consumer_secret: "cs_test",
            token: "at_test",
            token_secret: "ts_test",
        };
        let now = Timestamp::from_second(1_756_900_000).expect("in range");
        for address in ["https://magento.example.com/rest", "https://Magento.Example.com:443/rest"] {
            let base = Base::of(address, &Settings::default()).expect("a base");
            let ask = Ask::get(&base, "/V1/orders").query([
                (field.as_str(), "updated_at"),
                (value.as_str(), "2026-01-01 00:00:00"),
                (condition.as_str(), "gteq"),
                ("searchCriteria[pageSize]", "100"),
            ]);
            let header = sign(ask, by, "abc123", now).headers.pop().map(|(_, value)| value.reveal().clone());
            assert_eq!(
                header.as_deref(),
                Some(
                    "OAuth oauth_consumer_key=\"ck_test\",oauth_nonce=\"abc123\",\
                     oauth_signature=\"RUpmHKCzJHXPMuzav1A2dnMkLwjXidp2ncAIdnF9LGI%3D\",\
                     oauth_signature_method=\"HMAC-SHA256\",oauth_timestamp=\"1756900000\",\
                     oauth_token=\"at_test\",oauth_version=\"1.0\""
                )
            );
        }
    }

    #[test]
    fn addresses_are_signed_as_servers_see_them() {
        for (address, seen) in [
            ("HTTPS://Shop.Example/Rest", "https://shop.example/Rest"),
            ("https://shop.example", "https://shop.example/"),
            ("http://127.0.0.1:80/x", "http://127.0.0.1/x"),
            ("http://127.0.0.1:443/x", "http://127.0.0.1:443/x"),
        ] {
            assert_eq!(normal(address), seen);
        }
        assert_eq!(encoded("a b+c/é~[]"), "a%20b%2Bc%2F%C3%A9~%5B%5D");
    }
}
