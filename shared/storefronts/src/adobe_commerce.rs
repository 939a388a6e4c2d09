//! Adobe Commerce: I/O Events say that an order has changed; the order is fetched through the REST API as Magento's is.
//!
//! <https://developer.adobe.com/commerce/extensibility/events/>, <https://developer.adobe.com/events/docs/guides/>,
//! <https://developer.adobe.com/events/docs/support/faq/> (signatures)
//!
//! # Settings
//!
//! | setting | |
//! |---|---|
//! | `client_id` | of the project in Adobe's Developer Console that the events are registered in: its keys sign everybody's events |
//! | `api` | the shop's address: `https://shop.example.com`; of the Cloud Service all of it: `https://na1.api.commerce.adobe.com/{tenant}/V1` |
//! | `consumer_key`, `consumer_secret`, `access_token`, `access_token_secret` | of an integration, on premises and on its cloud platform |
//! | `client_secret` | of the Cloud Service, whose credential of the same project must have the scope `commerce.accs`; `scope` names others |
//! | `prices_include_tax`, `locales`, `status_map`, `shops` | as Magento's |
//!
//! # Events
//!
//! Subscribe to `observer.sales_order_save_commit_after` with the fields `entity_id` and `increment_id`, and to
//! `observer.sales_order_shipment_save_after`, `observer.sales_order_shipment_track_save_after`,
//! `observer.sales_order_creditmemo_save_after` and `observer.sales_order_invoice_save_after` with `entity_id` and
//! `order_id` (of a track also `parent_id`). Nothing else of an event is read: its values are raw columns, in types of their
//! own, and only the fields that somebody listed.
//!
//! Not supported: the synchronous webhooks module, which holds up the checkout until we answer. Not checked: whether an
//! event's id stays the same when a batch is sent again (nothing here depends on it), and the asynchronous way of
//! validating a registration (the challenge is answered).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::StorefrontFact;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::certificate;
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::hint::{Hint, Id, KeyUrl};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{Maybe, Text};

use crate::magento::notice::{Named, Notice};
use crate::magento::{self, api};

/// A signature, and where its key is. They rotate their keys, so that one of the two may not fit.
const SIGNATURES: [(&str, &str); 2] = [
    ("x-adobe-digital-signature-1", "x-adobe-public-key1-path"),
    ("x-adobe-digital-signature-2", "x-adobe-public-key2-path"),
];

pub(crate) struct AdobeCommerce;

impl Prover for AdobeCommerce {
    fn name(&self) -> &'static str {
        "adobe-commerce"
    }

    /// RSA over the body, by either of two keys. There is no timestamp, and the content is only a hint: what it names is
    /// fetched as it is now.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let mut wanted = None;
        for (signature, path) in signatures(delivery)? {
            let (Ok(claimed), Some(url)) = (BASE64_STANDARD.decode(signature), key_url(path)) else { continue };
            match settings.keys.get(url.as_str()) {
                Some(key) => {
                    if let Ok(verified) = certificate::rsa_sha256(delivery, key, delivery.body, &claimed) {
                        return proved(verified, settings);
                    }
                }
                None => wanted = wanted.or(Some(url)),
            }
        }
        let url = wanted.ok_or(Rejection::Forged)?;
        // Who does not know for whom it should be makes us ask for nothing.
        events(delivery.body, settings)?;
        Ok(Proof::Wants(url))
    }

    /// A registration stays off until its challenge is answered.
    fn greet(&self, delivery: Delivery<'_>, _settings: &Settings) -> Option<Reply> {
        Id::parse(&delivery.query("challenge")?).map(|challenge| Reply::text(challenge.as_str()))
    }
}

impl Provider<StorefrontFact> for AdobeCommerce {
    fn about(&self) -> About {
        About {
            title: "Adobe Commerce",
            docs: "https://developer.adobe.com/commerce/extensibility/events/",
            events: "sales_order, shipment, shipment_track, invoice and creditmemo saved",
            proof: "RSA-SHA256 over the body, two keys: only a hint",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        magento::facts(delivery, settings)
    }

    fn shop(&self, delivery: &Verified) -> Option<String> {
        magento::store(delivery)
    }

    fn blanked(&self) -> &'static [&'static str] {
        magento::BLANKED
    }
}

impl Source for AdobeCommerce {
    fn name(&self) -> &'static str {
        "adobe-commerce"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        api::fetch(hint, got, talk)
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        api::changed(window, got, talk)
    }
}

/// Each signature with its key's path, as far as they are there.
fn signatures(delivery: Delivery<'_>) -> Result<Vec<(&str, &str)>, Rejection> {
    let one = |name: &str| match (delivery.headers.contains_key(name), delivery.header(name)) {
        (true, None) => Err(Rejection::Missing),
        (_, value) => Ok(value),
    };
    let mut found = Vec::new();
    for (signature, path) in SIGNATURES {
        found.extend(one(signature)?.zip(one(path)?));
    }
    if found.is_empty() { Err(Rejection::Missing) } else { Ok(found) }
}

/// `/prod/keys/pub-key-XXXX.pem`, always at the same host: whoever could choose the host would sign as they like.
fn key_url(path: &str) -> Option<KeyUrl> {
    let (stage, name) = path.strip_prefix('/')?.split_once("/keys/")?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let well = (1..=40).contains(&stage.len()) && stage.bytes().all(plain) && name.len() > ".pem".len();
    let url = format!("https://static.adobeioevents.com{path}");
    let name = name.strip_suffix(".pem").filter(|_| well);
    name.and_then(|_| KeyUrl::parse(&url, &["static.adobeioevents.com"], &format!("/{stage}/keys/")))
}

/// What a genuine delivery makes us fetch. One that names nothing although it should is kept, and says so.
fn proved(verified: Verified, settings: &Settings) -> Result<Proof, Rejection> {
    let named: Vec<Named> = events(verified.body(), settings)?.iter().map(Event::named).collect();
    let lacking = named.contains(&Named::Lacking);
    let mut hints: Vec<Hint> = named.into_iter().filter_map(Named::hint).collect();
    hints.sort_unstable();
    hints.dedup();
    Ok(match (hints.is_empty(), lacking) {
        (false, _) => Proof::Hints(hints),
        (true, true) => Proof::Signed(verified),
        (true, false) => Proof::Answer(Reply::default()),
    })
}

/// One event, or a batch of them. All must be for us: another's, sent on, is genuine too.
fn events(body: &[u8], settings: &Settings) -> Result<Vec<Event>, Rejection> {
    let batch = body.trim_ascii_start().starts_with(b"[");
    let events = if batch { serde_json::from_slice(body) } else { serde_json::from_slice(body).map(|one| vec![one]) };
    let events: Vec<Event> = events.map_err(|_| Rejection::Foreign)?;
    let ours = settings.own("client_id").ok_or(Rejection::Foreign)?;
    let is_ours = |event: &Event| {
        let named = [&event.recipient_client_id, &event.recipientclientid];
        let mut named = named.into_iter().filter_map(Text::get).peekable();
        named.peek().is_some() && named.all(|id| id == ours)
    };
    if events.iter().all(is_ours) { Ok(events) } else { Err(Rejection::Foreign) }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    #[serde(rename = "type")]
    kind: Text,
    recipient_client_id: Text,
    recipientclientid: Text,
    data: Maybe<Data>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Data {
    value: Maybe<Notice>,
}

impl Event {
    fn named(&self) -> Named {
        let kind = self.kind.get().unwrap_or_default();
        self.data.0.as_ref().and_then(|data| data.value.0.as_ref()).unwrap_or(&Notice::default()).named_after(kind)
    }
}

#[cfg(test)]
mod tests;
