//! Mollie: classic webhooks, which name a payment that has to be fetched, and signed events, which hold it.
//!
//! <https://docs.mollie.com/reference/webhooks>, <https://docs.mollie.com/reference/webhooks-new>,
//! <https://docs.mollie.com/reference/get-payment>
//!
//! | setting | |
//! |---|---|
//! | `api_key` | `live_…` or `test_…`, for classic webhooks and for looking for what no webhook told |
//! | `secrets` | the signing secrets of the newer webhooks, if there are any |
//! | `token` | if given, classic webhooks must have it in their URL: `?token=…` |
//!
//! A payment stays `paid` whatever is given back; refunds are told one by one. Not told: chargebacks, for which there are no
//! words. Not seen: the newer webhooks' list of events is young, and a capture's event only causes a fetch.

mod api;
mod objects;

use domain::fact::{Payment, PaymentStatus};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::hint::Hint;
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Text};

/// A payment's status in our words.
fn status(theirs: &str) -> Option<PaymentStatus> {
    Some(match theirs {
        "open" => PaymentStatus::Open,
        "pending" => PaymentStatus::Pending,
        "authorized" => PaymentStatus::Authorised,
        "paid" => PaymentStatus::Paid,
        "failed" => PaymentStatus::Failed,
        "canceled" | "expired" => PaymentStatus::Cancelled,
        _ => return None,
    })
}

/// Whether a refund is off, and whether it is not on its way yet. Nothing for a status that we do not know.
fn refund_status(theirs: &str) -> Option<(bool, bool)> {
    Some(match theirs {
        "queued" | "pending" => (false, true),
        "processing" | "refunded" => (false, false),
        "failed" | "canceled" => (true, false),
        _ => return None,
    })
}

pub(crate) struct Mollie;

impl Prover for Mollie {
    fn name(&self) -> &'static str {
        "mollie"
    }

    /// `X-Mollie-Signature`, as often as there are secrets: hex of HMAC-SHA256 over the body, maybe behind `sha256=`. Without
    /// one it is a classic webhook, `id=tr_…`, which proves nothing and is only fetched.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let signatures = delivery.headers.get_all("x-mollie-signature").iter().collect::<Vec<_>>();
        if signatures.is_empty() {
            return classic(delivery, settings).map(|hint| Proof::Hints(vec![hint]));
        }
        // Proxies join what stands twice.
        let texts = signatures.iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
        let texts = texts.map(|text| text.trim().trim_start_matches("sha256="));
        let claimed: Vec<Vec<u8>> = texts.filter_map(|mac| hex::decode(mac).ok()).collect();
        let verified = signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed)?;
        let hint = Envelope::of(&verified).and_then(|event| event.hint(settings));
        Ok(hint.map_or(Proof::Signed(verified), |hint| Proof::Hints(vec![hint])))
    }
}

/// What a classic webhook names.
fn classic(delivery: Delivery<'_>, settings: &Settings) -> Result<Hint, Rejection> {
    let mut ids = form_urlencoded::parse(delivery.body).filter(|(name, _)| name == "id").map(|(_, id)| id);
    let (Some(id), None) = (ids.next(), ids.next()) else { return Err(Rejection::Missing) };
    let hint = hint(&id).ok_or(Rejection::Missing)?;
    if let Some(token) = settings.own("token") {
        signature::token(delivery, [token], &delivery.query("token").ok_or(Rejection::Missing)?)?;
    }
    settings.own("api_key").map(|_| hint).ok_or(Rejection::NoSecret)
}

/// A payment, or an order of the old Orders API, which has payments.
fn hint(id: &str) -> Option<Hint> {
    let is = |prefix: &str| {
        id.strip_prefix(prefix).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    match () {
        () if is("tr_") => Hint::new("payment", &[id]),
        () if is("ord_") => Hint::new("order", &[id]),
        () => None,
    }
}

impl Provider<Payment> for Mollie {
    fn about(&self) -> About {
        About {
            title: "Mollie",
            docs: "https://docs.mollie.com/reference/webhooks",
            events: "classic webhooks of payments and orders; payment.*, refund.*, capture.*",
            proof: "none: it is fetched; or HMAC-SHA256 over the body",
            checked: Checked::Documented,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        objects::payments(delivery.body())
    }

    /// Cards and accounts beyond their last digits.
    fn blanked(&self) -> &'static [&'static str] {
        &["cardHolder", "cardMaskedNumber", "cardExpiryDate", "consumerName", "consumerAccount", "consumerBic"]
    }

    /// Of several websites of one organisation, the profile.
    fn shop(&self, delivery: &Verified) -> Option<String> {
        objects::profile(delivery.body())
    }
}

/// What is read of an event to see whether it is whole.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Envelope {
    #[serde(rename = "type")]
    kind: Text,
    entity_id: Text,
    #[serde(rename = "_embedded")]
    embedded: Maybe<Embedded>,
    #[serde(rename = "_links")]
    links: Maybe<Links>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Embedded {
    entity: Maybe<Entity>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Entity {
    payment_id: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Links {
    entity: Maybe<Link>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Link {
    href: Text,
}

impl Envelope {
    fn of(verified: &Verified) -> Option<Self> {
        serde_json::from_slice(verified.body()).ok()
    }

    /// The payment to fetch, if the event does not hold all that there is to say: an event without its object, or of a
    /// capture, which says nothing of the others.
    fn hint(&self, settings: &Settings) -> Option<Hint> {
        let (family, _) = self.kind.get()?.split_once('.')?;
        let entity = self.embedded.0.as_ref().and_then(|embedded| embedded.entity.0.as_ref());
        let whole = match family {
            "payment" | "refund" => entity.is_some(),
            "capture" => settings.own("api_key").is_none(),
            _ => true,
        };
        if whole {
            return None;
        }
        let named = entity.and_then(|entity| entity.payment_id.owned());
        let linked = || self.links.0.as_ref()?.entity.0.as_ref()?.href.owned();
        let linked = || linked()?.split(['/', '?']).find_map(hint);
        named.as_deref().and_then(hint).or_else(|| hint(self.entity_id.get()?)).or_else(linked)
    }
}

#[cfg(test)]
mod tests;
