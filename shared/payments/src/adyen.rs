//! Adyen: standard webhooks, a batch of items each of which is signed by itself.
//!
//! <https://docs.adyen.com/development-resources/webhooks>,
//! <https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures>,
//! <https://docs.adyen.com/api-explorer/Webhooks/1/overview>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the HMAC keys of the webhook, in hex as the Customer Area shows them |
//! | `merchant_account` | if given, items of other merchant accounts are refused |
//! | `auto_capture` | `true` if the account takes money at once: Adyen sends no capture then, and an authorisation is paid |
//! | `username`, `password` | if given, the basic authentication that the webhook must come with |
//!
//! What is signed: eight fields, not `live`, `eventDate`, `reason`, `paymentMethod` and `additionalData`. A refund is its own
//! object with its own `pspReference`; there is no running total, so refunds are told one by one and added up. Without
//! `auto_capture` each capture is a payment of its own, so that captures of parts add up too.
//!
//! Not told: disputes, and that a scheme rejects a capture after days (`CAPTURE_FAILED`), for which there are no words.
//! Not seen: decimals of CLP and CVE, suffixes of wallets, that a refund that fails keeps its `pspReference`.

mod item;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{Payment, PaymentStatus};
use domain::money::Currency;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{List, Maybe, Object, Text};

use item::Item;

/// What an event says of a payment. Nothing for those that we do not act on: disputes, reports, orders of several payments
/// (each of which is told by itself), modifications that were refused.
fn meaning(event: &str, success: bool, action: Option<&str>) -> Option<Means> {
    Some(match (event, success, action) {
        ("PENDING", ..) => Means::Status(PaymentStatus::Pending),
        ("AUTHORISATION", true, _) => Means::Status(PaymentStatus::Authorised),
        ("AUTHORISATION", false, _) => Means::Status(PaymentStatus::Failed),
        ("CAPTURE", true, _) => Means::Captured,
        ("CANCELLATION" | "TECHNICAL_CANCEL" | "EXPIRE" | "OFFER_CLOSED", true, _)
        | ("CANCEL_OR_REFUND", true, Some("cancel")) => Means::Over,
        ("REFUND" | "REFUND_WITH_DATA", true, _) | ("CANCEL_OR_REFUND", true, Some("refund")) => Means::Refunded,
        ("REFUND" | "REFUND_WITH_DATA", false, _) | ("REFUND_FAILED" | "REFUNDED_REVERSED", true, _) => {
            Means::NotRefunded
        }
        _ => return None,
    })
}

enum Means {
    /// Of a try to pay.
    Status(PaymentStatus),
    /// Money was taken.
    Captured,
    /// What was not taken by now will not be.
    Over,
    /// A refund was made.
    Refunded,
    /// A refund was refused, failed, or came back.
    NotRefunded,
}

/// How many decimals Adyen's amounts have: ISO 4217's, but for these.
/// <https://docs.adyen.com/development-resources/currency-codes>
fn decimals(currency: Currency) -> u32 {
    match currency.code() {
        "CVE" | "IDR" => 0,
        "CLP" | "ISK" => 2,
        _ => currency.exponent(),
    }
}

pub(crate) struct Adyen;

impl Prover for Adyen {
    fn name(&self) -> &'static str {
        "adyen"
    }

    /// `additionalData.hmacSignature` of each item: base64 of HMAC-SHA256 over eight of its fields, joined by colons and not
    /// escaped, keyed with the bytes that the secret is the hex of.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        if let (Some(name), Some(password)) = (settings.own("username"), settings.own("password")) {
            let given = delivery.header("authorization").ok_or(Rejection::Missing)?;
            let due = format!("Basic {}", BASE64_STANDARD.encode(format!("{name}:{password}")));
            signature::token(delivery, [due], given)?;
        }
        let batch: Object<Sealed> = serde_json::from_slice(delivery.body).map_err(|_| Rejection::Missing)?;
        let items = batch.0.items.iter().map(|item| &item.0.inner.0);
        let mut proof = Err(Rejection::Missing);
        for item in items.clone() {
            let claimed = item.additional_data.0.hmac_signature.as_str().ok_or(Rejection::Missing)?;
            let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(claimed).into_iter().collect();
            // One that is no hex is nobody's key, but one nevertheless.
            let keys = settings.trimmed().map(|key| hex::decode(key).unwrap_or_else(|_| key.as_bytes().to_vec()));
            proof = Ok(signature::hmac_sha256(delivery, keys, &[item.text()?.as_bytes()], &claimed)?);
        }
        let verified = proof?;
        match settings.own("merchant_account") {
            Some(ours) if items.clone().any(|item| plain(&item.merchant_account_code) != ours) => {
                Err(Rejection::Foreign)
            }
            _ => Ok(Proof::Signed(verified)),
        }
    }

    /// Older accounts read it, newer ones the status.
    fn receipt(&self) -> &'static str {
        "[accepted]"
    }
}

/// What is signed of a batch. A key that stands twice fails it, and a list in the place of an object: two readers could see two
/// values.
#[derive(Deserialize)]
struct Sealed {
    #[serde(rename = "notificationItems")]
    items: Vec<Object<SealedItem>>,
}

#[derive(Deserialize)]
struct SealedItem {
    #[serde(rename = "NotificationRequestItem")]
    inner: Object<SealedFields>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct SealedFields {
    psp_reference: Value,
    original_reference: Value,
    merchant_account_code: Value,
    merchant_reference: Value,
    amount: Option<Object<SealedAmount>>,
    event_code: Value,
    success: Value,
    additional_data: Object<SealedBy>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct SealedAmount {
    value: Value,
    currency: Value,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct SealedBy {
    hmac_signature: Value,
}

impl SealedFields {
    /// The text that an item's signature is over: values as they are written, nothing trimmed, nothing escaped. So a colon may
    /// stand in the shop's own reference only: anywhere else the same text could be cut into other fields.
    fn text(&self) -> Result<String, Rejection> {
        let before = [&self.psp_reference, &self.original_reference, &self.merchant_account_code].map(plain);
        let none = SealedAmount::default();
        let amount = self.amount.as_ref().map_or(&none, |amount| &amount.0);
        let after = [&amount.value, &amount.currency, &self.event_code, &self.success].map(plain);
        if before.iter().chain(&after).any(|value| value.contains(':')) {
            return Err(Rejection::Forged);
        }
        Ok(format!("{}:{}:{}", before.join(":"), plain(&self.merchant_reference), after.join(":")))
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
        other => other.to_string(),
    }
}

impl Provider<Payment> for Adyen {
    fn about(&self) -> About {
        About {
            title: "Adyen",
            docs: "https://docs.adyen.com/development-resources/webhooks",
            events: "AUTHORISATION, PENDING, CAPTURE, CANCELLATION, EXPIRE, OFFER_CLOSED, REFUND, REFUND_FAILED, REFUNDED_REVERSED",
            proof: "HMAC-SHA256 over eight fields of each item",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let batch: Batch = serde_json::from_slice(delivery.body())?;
        let test = batch.live.get() == Some("false");
        let items = batch.items.0.iter().filter_map(|item| item.inner.0.as_ref());
        items.filter_map(|item| item.payment(test, settings.says("auto_capture")).transpose()).collect()
    }

    /// The reason of a success is the card's code, digits and expiry.
    fn blanked(&self) -> &'static [&'static str] {
        &[
            "hmacSignature",
            "reason",
            "authCode",
            "expiryDate",
            "cardBin",
            "cardHolderName",
            "iban",
            "ownerName",
            "shopperEmail",
            "shopperName",
        ]
    }

    /// Several accounts may report to one URL; a batch is of one.
    fn shop(&self, delivery: &Verified) -> Option<String> {
        let batch: Batch = serde_json::from_slice(delivery.body()).ok()?;
        let items = batch.items.0.iter().filter_map(|item| item.inner.0.as_ref());
        let mut accounts: Vec<&str> = items.filter_map(|item| item.merchant_account_code.get()).collect();
        accounts.dedup();
        Some(accounts.join(", ")).filter(|accounts| !accounts.is_empty())
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Batch {
    live: Text,
    #[serde(rename = "notificationItems")]
    items: List<Wrapped>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wrapped {
    #[serde(rename = "NotificationRequestItem")]
    inner: Maybe<Item>,
}

#[cfg(test)]
mod tests;
