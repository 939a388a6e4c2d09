//! What is asked of a provider's own API: requests as values and answers as arguments, so that a provider's file does no I/O
//! and a recorded conversation tests all of it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::personal::Personal;
use form_urlencoded::byte_serialize;
use hmac::digest::Digest;
use http::{HeaderMap, Method};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

use crate::hint::{Hint, KeyUrl};
use crate::settings::Settings;

/// A provider whose documents can be fetched with the connection's own credentials.
///
/// A conversation is played in steps: each call sees every answer so far and says what comes next.
pub trait Source: Sync {
    /// The provider's name.
    fn name(&self) -> &'static str;

    /// Fetches what a hint names.
    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck>;

    /// Lists what has changed in a time: what the newest answer shows, and the next page. Nothing if the provider has no
    /// such list, or the settings have no credentials for it.
    fn changed(&self, _window: Window, _got: &[Answered], _talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        None
    }

    /// Whether what is open is asked for, one by one, by a provider without a list of changes, and how long it has to be left
    /// alone between two questions. Nothing if the settings have no credentials for asking.
    fn asks(&self, _settings: &Settings) -> Option<SignedDuration> {
        None
    }

    /// What to fetch of something that is open. Nothing if it is not the provider's, or if nothing is asked for.
    fn asks_for(&self, _open: &Open<'_>, _settings: &Settings) -> Option<Hint> {
        None
    }

    /// Whether an answer of 400 says that the provider does not know the thing: the conversation sees it like a 404.
    fn is_unknown(&self, _answer: &Answered) -> bool {
        false
    }

    /// Whether its webhooks tell what its list does. Where they do not, what only the list brings was not lost by anybody.
    fn is_heard(&self) -> bool {
        true
    }

    /// Whether a shorter window is a shorter conversation. Where the provider lists by something else than the time of the
    /// change it is not, and a list is read to its end, however long.
    fn narrows(&self) -> bool {
        true
    }
}

/// What a conversation is had with.
#[derive(Clone, Copy, Debug)]
pub struct Talk<'a> {
    /// The connection's settings for the provider.
    pub settings: &'a Settings,
    /// When.
    pub now: Timestamp,
    /// A text that no other conversation has.
    pub nonce: &'a str,
}

impl Talk<'_> {
    /// 32 hexadecimal digits that no other question has, by its place in the conversation.
    pub fn once(&self, place: usize) -> String {
        let digest = Sha256::digest(format!("{}/{}/{place}", self.nonce, self.now));
        let number = digest.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte));
        format!("{number:032x}")
    }
}

/// Something of an order that has not come to its end, as the order names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Open<'a> {
    /// A parcel on its way.
    Parcel {
        /// Who carries it, in the words of whoever told of it.
        carrier: Option<&'a str>,
        /// Its number.
        number: &'a str,
        /// Whether this source has told of it before.
        known: bool,
    },
    /// A payment that this source told of and that is under way or reserved.
    Payment {
        /// The provider's id of it.
        id: &'a str,
    },
}

/// From, inclusive, until, exclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// The first moment.
    pub from: Timestamp,
    /// The moment after the last.
    pub to: Timestamp,
}

/// What comes next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// A question.
    Ask(Ask),
    /// Bodies of whole deliveries, as `interpret` reads them.
    Done(Vec<Vec<u8>>),
    /// The provider does not have it any more, or it is nothing to us.
    Gone,
}

/// A page of changes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    /// What it shows.
    pub found: Vec<Found>,
    /// The question for the next page.
    pub next: Option<Ask>,
}

/// A change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// The body of a whole delivery.
    Delivery(Vec<u8>),
    /// What has to be fetched.
    Hint(Hint),
}

/// Why a conversation cannot go on: for the log and the dead-letter queue, so without anything of a body.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0}")]
pub struct Stuck(pub String);

impl Stuck {
    /// The settings have not what the conversation needs.
    pub fn without(setting: &str) -> Self {
        Self(format!("the connection's settings for the provider have no `{setting}`: add it"))
    }

    /// An answer is not what the provider documents.
    pub fn misread(what: &str) -> Self {
        Self(format!("the provider's answer is not what it documents: `{what}`"))
    }
}

/// An answer. Of failures a conversation sees only 404, 410 and what [`Source::is_unknown`]. `Debug` prints no header's value: some are cookies.
#[derive(Clone)]
pub struct Answered {
    /// 200, 204 …
    pub status: u16,
    /// As sent.
    pub headers: HeaderMap,
    /// As sent.
    pub body: Personal<Vec<u8>>,
}

impl std::fmt::Debug for Answered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.headers.keys().map(http::HeaderName::as_str).collect();
        f.debug_struct("Answered").field("status", &self.status).field("headers", &names).finish_non_exhaustive()
    }
}

impl Answered {
    /// Whether it is there.
    pub const fn is_there(&self) -> bool {
        self.status < 300
    }

    /// Whether no token is granted, in the words of RFC 6749, section 5.2.
    pub fn refuses_credentials(&self) -> bool {
        #[derive(serde::Deserialize)]
        struct Refusal {
            error: crate::wire::Text,
        }
        let words = [Some("invalid_client"), Some("unauthorized_client"), Some("invalid_grant")];
        self.json("error").is_ok_and(|Refusal { error }| words.contains(&error.get()))
    }

    /// The body as JSON.
    pub fn json<'a, T: serde::Deserialize<'a>>(&'a self, what: &str) -> Result<T, Stuck> {
        serde_json::from_slice(self.body.reveal()).map_err(|_| Stuck::misread(what))
    }
}

/// Where an API is: fixed in the provider's file, or the merchant's own word. Nothing of a webhook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Base(String);

impl Base {
    /// The provider's address, unless the settings' `api` names another (a sandbox, a test).
    pub fn of(fixed: &'static str, settings: &Settings) -> Result<Self, Stuck> {
        Self::parse(settings.own("api").unwrap_or(fixed), "api")
    }

    /// The address that the settings name.
    pub fn own(settings: &Settings, setting: &str) -> Result<Self, Stuck> {
        Self::parse(settings.own(setting).ok_or_else(|| Stuck::without(setting))?, setting)
    }

    /// The host that the settings name, unless their `api` names an address (a test).
    pub fn host(settings: &Settings, setting: &str) -> Result<Self, Stuck> {
        if let Some(api) = settings.own("api") {
            return Self::parse(api, "api");
        }
        let host = settings.own(setting).ok_or_else(|| Stuck::without(setting))?;
        if host.contains('/') {
            return Err(Stuck(format!("the setting `{setting}` is no host: write it without https:// and path")));
        }
        Self::parse(&format!("https://{host}"), setting)
    }

    fn parse(text: &str, setting: &str) -> Result<Self, Stuck> {
        let refused = || Stuck(format!("the setting `{setting}` is no address: write https:// and a host"));
        let host = text.strip_prefix("https://").or_else(|| {
            let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
            let here = local.iter().find_map(|local| text.strip_prefix(local))?;
            (here.is_empty() || here.starts_with([':', '/'])).then(|| text.trim_start_matches("http://"))
        });
        let host = host.ok_or_else(refused)?;
        let plain = host.bytes().all(|byte| byte.is_ascii_graphic() && !b"@?#\\\"<>".contains(&byte));
        let named = host.split('/').next().is_some_and(|name| !name.is_empty());
        (plain && named).then(|| Self(text.trim_end_matches('/').to_owned())).ok_or_else(refused)
    }

    /// The address, without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A question: what is asked, and what `Debug` does not print.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    /// GET or POST.
    pub method: Method,
    /// All of it.
    pub url: String,
    /// By name, in lower case.
    pub headers: Vec<(&'static str, Personal<String>)>,
    /// With its type among the headers.
    pub body: Personal<Vec<u8>>,
}

impl Ask {
    /// A GET of a path. Its parts are our own words and ids of hints.
    pub fn get(base: &Base, path: &str) -> Self {
        let url = format!("{}{path}", base.0);
        Self { method: Method::GET, url, headers: Vec::new(), body: Personal::new(Vec::new()) }
            .header("accept", "application/json")
    }

    /// A GET of a public key.
    pub fn key(url: &KeyUrl) -> Self {
        let (url, headers, body) = (url.as_str().to_owned(), Vec::new(), Personal::new(Vec::new()));
        Self { method: Method::GET, url, headers, body }
    }

    /// A POST of a form.
    pub fn form(base: &Base, path: &str, fields: &[(&str, &str)]) -> Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Self::post(base, path, "application/x-www-form-urlencoded", body.into_bytes())
    }

    /// A POST of JSON.
    pub fn json(base: &Base, path: &str, body: &serde_json::Value) -> Self {
        Self::post(base, path, "application/json", body.to_string().into_bytes())
    }

    /// A POST of XML, to be answered with XML.
    pub fn xml(base: &Base, path: &str, body: &str) -> Self {
        let xml = "application/xml";
        Self::post(base, path, xml, body.as_bytes().to_vec()).header("accept", xml)
    }

    fn post(base: &Base, path: &str, kind: &str, body: Vec<u8>) -> Self {
        let asked = Self::get(base, path).header("content-type", kind);
        Self { method: Method::POST, body: Personal::new(body), ..asked }
    }

    /// Adds fields to the query, encoded; a blank is `%20`, which nobody reads as a plus.
    #[must_use]
    pub fn query<'a>(mut self, fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let blank = |part| if part == "+" { "%20" } else { part };
        for (name, value) in fields {
            self.url.push(if self.url.contains('?') { '&' } else { '?' });
            self.url.extend(byte_serialize(name.as_bytes()).map(blank));
            self.url.push('=');
            self.url.extend(byte_serialize(value.as_bytes()).map(blank));
        }
        self
    }

    /// Sets a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, Personal::new(value.to_owned())));
        self
    }

    /// Proves who asks by a token.
    #[must_use]
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// Proves who asks by a name and a password.
    #[must_use]
    pub fn basic(self, name: &str, password: &str) -> Self {
        self.header("authorization", &format!("Basic {}", BASE64_STANDARD.encode(format!("{name}:{password}"))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(api: &str) -> Settings {
        serde_json::from_value(serde_json::json!({ "api": api })).expect("settings")
    }

    #[test]
    fn questions_go_where_the_file_or_the_merchant_says() {
        let base = |api: &str| Base::of("https://api.mollie.com", &settings(api)).map(|base| base.0);
        assert_eq!(base("").as_deref(), Ok("https://api.mollie.com"));
        assert_eq!(base("https://sandbox.example/v2/").as_deref(), Ok("https://sandbox.example/v2"));
        assert_eq!(base("http://127.0.0.1:8080").as_deref(), Ok("http://127.0.0.1:8080"));
        for refused in [
            "http://shop.example",
            "http://127.0.0.1.evil.example",
            "https://user@shop.example",
            "https://",
            "https:///x",
            "ftp://shop.example",
            "https://shop.example/?a",
            "https://shop.example/ b",
        ] {
            assert!(base(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_host_is_only_a_host() {
        let named = |json: serde_json::Value| {
            let settings: Settings = serde_json::from_value(json).expect("settings");
            Base::host(&settings, "shop_domain").map(|base| base.0)
        };
        let shop = "x.myshopify.com";
        assert_eq!(named(serde_json::json!({"shop_domain": shop})).as_deref(), Ok("https://x.myshopify.com"));
        let local = serde_json::json!({"shop_domain": shop, "api": "http://127.0.0.1:1"});
        assert_eq!(named(local).as_deref(), Ok("http://127.0.0.1:1"));
        for refused in ["", "https://x.myshopify.com", "x.myshopify.com/admin", "a@b", "x.example?y"] {
            assert!(named(serde_json::json!({"shop_domain": refused})).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_question_prints_nothing_of_its_credentials() {
        let base = Base::of("https://api.example", &Settings::default()).expect("a base");
        let ask = Ask::form(&base, "/token", &[("grant_type", "client_credentials")]).basic("me", "secret-1");
        let printed = format!("{ask:?}");
        assert!(!printed.contains("secret") && !printed.contains("bWU6"), "{printed}");
        assert_eq!(ask.url, "https://api.example/token");
        let listed = Ask::get(&base, "/orders").query([("since", "2026-03-22 15:00:00"), ("page", "1")]);
        assert_eq!(listed.url, "https://api.example/orders?since=2026-03-22%2015%3A00%3A00&page=1");
    }
}
