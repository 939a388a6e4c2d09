//! PayPal: events with a capture, a refund, an authorisation or an order, signed with a certificate of the public web.
//!
//! <https://developer.paypal.com/api/rest/webhooks/rest/>, <https://developer.paypal.com/api/rest/webhooks/event-names/>,
//! <https://developer.paypal.com/docs/api/webhooks/v1/>
//!
//! | setting | |
//! |---|---|
//! | `webhook_id` | of the webhook, from the developer dashboard: it is signed |
//! | `client_id`, `client_secret` | of the app. With them events are fetched again before they are believed: do it |
//! | `invoice_prefix` | what the shop's plug-in writes before an order's number, such as `WC-` |
//! | `test` | `true` for a sandbox; its certificates prove nothing without it |
//! | `simulator` | `true` to accept the dashboard's mock events too, of a sandbox only |
//! | `root` | a certificate that is trusted besides the public web's: for tests, or if PayPal's file comes without the authority between |
//! | `certificate` | the name in the certificate, if PayPal changes it |
//!
//! What is signed is a CRC-32 of the body, which anyone can hit with another body. So a proved event only says which event to
//! fetch, where the settings can fetch; without credentials it is believed, for as long as PayPal repeats it.
//!
//! Each capture is a payment of its own, so that several captures of one order add up. Not told: disputes and reversals, for
//! which there are no words. Not seen: the live certificate's name, and how long PayPal repeats an event.

mod api;
mod objects;
mod order;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{Payment, PaymentStatus};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use webhooks::certificate::Certificate;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::hint::{Hint, KeyUrl};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::Text;

/// The status of a capture, an authorisation or an old sale in our words.
fn status(theirs: &str) -> Option<PaymentStatus> {
    Some(match theirs.to_ascii_uppercase().as_str() {
        "PENDING" => PaymentStatus::Pending,
        "CREATED" => PaymentStatus::Authorised,
        // Also of an authorisation, all of which or part of which was captured.
        "COMPLETED" | "CAPTURED" | "PARTIALLY_CAPTURED" | "REFUNDED" | "PARTIALLY_REFUNDED" => PaymentStatus::Paid,
        "DECLINED" | "DENIED" | "FAILED" => PaymentStatus::Failed,
        "VOIDED" => PaymentStatus::Cancelled,
        _ => return None,
    })
}

/// An order's status in our words. Approved is not paid; of a completed one the captures say what was paid.
fn order_status(theirs: &str) -> Option<PaymentStatus> {
    Some(match theirs {
        "CREATED" | "SAVED" | "PAYER_ACTION_REQUIRED" => PaymentStatus::Open,
        "APPROVED" => PaymentStatus::Pending,
        "VOIDED" => PaymentStatus::Cancelled,
        _ => return None,
    })
}

/// Whether a refund is off. Nothing for a status that we do not know.
fn refund_failed(theirs: &str) -> Option<bool> {
    Some(match theirs.to_ascii_uppercase().as_str() {
        "PENDING" | "COMPLETED" => false,
        "FAILED" | "CANCELLED" => true,
        _ => return None,
    })
}

/// Where certificates are, and what is in them.
struct Place {
    hosts: &'static [&'static str],
    name: &'static str,
}

const CERTIFICATES: &str = "/v1/notifications/certs/";
const LIVE: Place =
    Place { hosts: &["api.paypal.com", "api-m.paypal.com"], name: "messageverificationcerts.paypal.com" };
const SANDBOX: Place = Place {
    hosts: &["api.sandbox.paypal.com", "api-m.sandbox.paypal.com"],
    name: "messageverificationcerts.sandbox.paypal.com",
};

/// An event is repeated for three days; whether with its first time is not documented.
const PAST: SignedDuration = SignedDuration::from_hours(74);

/// What mock events are signed with instead of an id.
const SIMULATOR: &str = "WEBHOOK_ID";

pub(crate) struct PayPal;

impl Prover for PayPal {
    fn name(&self) -> &'static str {
        "paypal"
    }

    /// RSA over SHA-256 of `{transmission id}|{time}|{webhook id}|{CRC-32 of the body, decimal}`, with the key of a
    /// certificate whose address the delivery names: it must be PayPal's own, and the certificate the public web's.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        let header = |name: &str| delivery.header(name).ok_or(Rejection::Missing);
        let (id, time) = (header("paypal-transmission-id")?, header("paypal-transmission-time")?);
        let (claimed, url) = (header("paypal-transmission-sig")?, header("paypal-cert-url")?);
        if header("paypal-auth-algo")? != "SHA256withRSA" {
            return Err(Rejection::Forged);
        }
        let signed_at: Timestamp = time.parse().map_err(|_| Rejection::Missing)?;
        let webhook = settings.own("webhook_id").ok_or(Rejection::NoSecret)?;
        let test = settings.says("test");
        let place = if test { SANDBOX } else { LIVE };
        let url = KeyUrl::parse(url, place.hosts, CERTIFICATES).ok_or(Rejection::Forged)?;
        let Some(pem) = settings.keys.get(url.as_str()) else {
            // Nobody makes us ask for a key with what is refused anyway.
            return signature::fresh_within(PAST, signed_at, now).map(|()| Proof::Wants(url));
        };
        let name = settings.own("certificate").filter(|name| name.ends_with(".paypal.com")).unwrap_or(place.name);
        let seconds = now.as_second().try_into().map_err(|_| Rejection::Stale)?;
        let certificate = Certificate::trusted(pem, settings.own("root"), &[name], seconds)?;
        let claimed = BASE64_STANDARD.decode(claimed).map_err(|_| Rejection::Forged)?;
        let prove = |webhook: &str| {
            let message = format!("{id}|{time}|{webhook}|{}", crc32fast::hash(delivery.body));
            certificate.rsa_sha256(delivery, message.as_bytes(), &claimed)
        };
        let proved = prove(webhook);
        let mock = proved.is_err() && test && settings.says("simulator");
        let verified = if mock { prove(SIMULATOR)? } else { proved? };
        signature::fresh_within(PAST, signed_at, now)?;
        // A mock event is nowhere to be fetched.
        if mock || settings.own("client_id").is_none() || settings.own("client_secret").is_none() {
            return Ok(Proof::Signed(verified));
        }
        let event: Event = serde_json::from_slice(verified.body()).map_err(|_| Rejection::Forged)?;
        let hint = event.id.get().and_then(|id| Hint::new("event", &[id])).ok_or(Rejection::Forged)?;
        Ok(Proof::Hints(vec![hint]))
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    id: Text,
}

impl Provider<Payment> for PayPal {
    fn about(&self) -> About {
        About {
            title: "PayPal",
            docs: "https://developer.paypal.com/api/rest/webhooks/rest/",
            events: "PAYMENT.CAPTURE.*, PAYMENT.AUTHORIZATION.*, CHECKOUT.ORDER.*, PAYMENT.SALE.*",
            proof: "RSA with a certificate, then fetched",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        objects::payments(delivery.body(), settings)
    }

    /// The payer's account, which need not be the customer's address.
    fn blanked(&self) -> &'static [&'static str] {
        &["email_address", "expiry"]
    }
}

#[cfg(test)]
mod tests;
