//! Braintree: notifications of bank debits. No webhook tells that a card was charged or a refund made: there the storefront's
//! word is all there is.
//!
//! <https://developer.paypal.com/braintree/docs/guides/webhooks/overview>,
//! <https://developer.paypal.com/braintree/docs/reference/general/webhooks/transaction>
//!
//! | setting | |
//! |---|---|
//! | `public_key` | of the API keys |
//! | `secrets` | the private key that belongs to it |
//! | `test` | `true` for a sandbox, which no notification says |
//!
//! Told are settled and declined ACH and SEPA debits and their refunds. Not told: disputes, for which there are no words, and
//! local payments and subscriptions. Not seen: how a refund that failed names the payment, and the request by which Braintree
//! tries the URL.

mod xml;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{Payment, PaymentStatus, Reference, Refund};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Text, missing};

use crate::parts::{kind, major, some, tried};
use crate::unknown;

/// Whether a transaction went well. Nothing for kinds that say nothing of an order's money.
fn went_well(kind: &str) -> Option<bool> {
    Some(match kind {
        "transaction_settled" => true,
        // Also days after it was settled.
        "transaction_settlement_declined" | "refund_failed" => false,
        _ => return None,
    })
}

pub(crate) struct Braintree;

impl Prover for Braintree {
    fn name(&self) -> &'static str {
        "braintree"
    }

    /// `bt_signature` is pairs of a public key and the hex of HMAC-SHA1 over the text of `bt_payload`, keyed with the SHA-1 of
    /// the private key. On its way the text may have lost its last newline.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let public = settings.own("public_key").ok_or(Rejection::NoSecret)?;
        let signatures = field(delivery.body, "bt_signature").ok_or(Rejection::Missing)?;
        let payload = payload(delivery.body).ok_or(Rejection::Missing)?;
        // Of those anybody gets a signature: see `greet`.
        if is_challenge(&payload) {
            return Err(Rejection::Forged);
        }
        let pairs = signatures.split('&').filter_map(|pair| pair.split_once('|'));
        let ours = pairs.filter(|(key, _)| *key == public);
        let claimed: Vec<Vec<u8>> = ours.filter_map(|(_, mac)| hex::decode(mac).ok()).collect();
        let keys: Vec<Vec<u8>> = settings.trimmed().filter_map(signature::sha1_of).collect();
        let prove = |end: &str| signature::hmac_sha1(delivery, &keys, &[payload.as_bytes(), end.as_bytes()], &claimed);
        prove("").or_else(|_| prove("\n")).map(Proof::Signed)
    }

    /// `?bt_challenge=…`: answered with a signature of it. Nothing but a challenge is signed.
    fn greet(&self, delivery: Delivery<'_>, settings: &Settings) -> Option<Reply> {
        let challenge = delivery.query("bt_challenge")?;
        if !is_challenge(&challenge) {
            return None;
        }
        let key = signature::sha1_of(settings.trimmed().next()?)?;
        let mac = hex::encode(signature::answer_sha1(&key, challenge.as_bytes())?);
        Some(Reply::text(format!("{}|{mac}", settings.own("public_key")?)))
    }
}

fn is_challenge(text: &str) -> bool {
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (20..=32).contains(&text.len()) && text.bytes().all(is_hex)
}

/// A field of the form that stands there once.
fn field(body: &[u8], name: &str) -> Option<String> {
    let mut values = form_urlencoded::parse(body).filter(|(key, _)| key == name);
    match (values.next(), values.next()) {
        (Some((_, value)), None) => Some(value.into_owned()),
        _ => None,
    }
}

/// The signed text: base64 in lines, and nothing else.
fn payload(body: &[u8]) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=\n".contains(&byte);
    field(body, "bt_payload").filter(|payload| payload.bytes().all(plain))
}

impl Provider<Payment> for Braintree {
    fn about(&self) -> About {
        About {
            title: "Braintree",
            docs: "https://developer.paypal.com/braintree/docs/guides/webhooks/overview",
            events: "transaction_settled, transaction_settlement_declined, refund_failed (bank debits only)",
            proof: "HMAC-SHA1 over the payload",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let notification = Notification::of(delivery)?;
        let Some(well) = notification.kind.get().and_then(went_well) else { return Ok(Vec::new()) };
        let at = notification.timestamp.utc().ok_or_else(|| missing("timestamp"))?;
        let subject = notification.subject.0.ok_or_else(|| missing("subject"))?;
        let transaction = subject.transaction.0.ok_or_else(|| missing("subject.transaction"))?;
        // Sent for a refund only: what does not say of which payment is nobody's failed try to pay.
        if notification.kind.get() == Some("refund_failed") && transaction.refunded_transaction_id.get().is_none() {
            return Ok(Vec::new());
        }
        transaction.payment(well, at, settings.says("test"))
    }

    /// Of several merchant accounts, the one that took the money.
    fn shop(&self, delivery: &Verified) -> Option<String> {
        Notification::of(delivery).ok()?.subject.0?.transaction.0?.merchant_account_id.owned()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Notification {
    kind: Text,
    timestamp: Text,
    subject: Maybe<Subject>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Subject {
    transaction: Maybe<Transaction>,
}

impl Notification {
    fn of(delivery: &Verified) -> Result<Self, Unreadable> {
        let payload = payload(delivery.body()).ok_or_else(|| missing("bt_payload"))?.replace('\n', "");
        let text = BASE64_STANDARD.decode(payload).map_err(|_| Unreadable("`bt_payload` is no base64".to_owned()))?;
        let tree = xml::read(&text)?;
        Ok(serde_json::from_value::<Maybe<Self>>(tree)?.0.unwrap_or_default())
    }
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct Transaction {
    id: Text,
    order_id: Text,
    #[serde(rename = "type")]
    kind: Text,
    amount: Text,
    currency_iso_code: Text,
    merchant_account_id: Text,
    payment_instrument_type: Text,
    refunded_transaction_id: Text,
}

impl Transaction {
    fn payment(&self, well: bool, at: Timestamp, test: bool) -> Result<Vec<Payment>, Unreadable> {
        let id = self.id.required("transaction.id")?.to_owned();
        let currency = self.currency_iso_code.currency("transaction.currency-iso-code")?;
        let amount = major(&self.amount, currency, "transaction.amount")?;
        let references = self.order_id.owned().map(Reference::Order).into_iter().collect();
        if let Some(payment) = self.refunded_transaction_id.owned() {
            let refund = amount.map(|amount| Refund { id: id.clone(), amount, failed: !well, pending: false });
            return Ok(vec![Payment { references, refund, ..unknown(payment, id, at, test) }]);
        }
        // Money that is sent without having been taken is no order's.
        if self.kind.get() == Some("credit") {
            return Ok(Vec::new());
        }
        let status = Some(if well { PaymentStatus::Paid } else { PaymentStatus::Failed });
        let captured = some(amount).filter(|_| well);
        Ok(vec![Payment {
            references,
            status,
            amount,
            captured,
            attempt: tried(&id, status),
            method: self.payment_instrument_type.get().map(|name| match name {
                "sepa_debit_account" => kind("sepa_debit"),
                other => kind(other),
            }),
            transaction: captured.map(|_| id.clone()),
            ..unknown(id.clone(), id, at, test)
        }])
    }
}

#[cfg(test)]
mod tests;
