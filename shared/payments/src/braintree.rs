//! Braintree: notifications of bank debits, and every transaction by its search. No webhook tells that a card was charged or a
//! refund made, so what is paid by card is only known to those who let us search.
//!
//! <https://developer.paypal.com/braintree/docs/guides/webhooks/overview>,
//! <https://developer.paypal.com/braintree/docs/reference/general/webhooks/transaction>,
//! <https://developer.paypal.com/braintree/docs/reference/general/statuses#transaction>
//!
//! | setting | |
//! |---|---|
//! | `public_key` | of the API keys |
//! | `secrets` | the private key that belongs to it: it signs notifications |
//! | `merchant_id` | of the gateway, to search its transactions |
//! | `private_key` | the private key once more, to search with it: who asks is who holds both keys |
//! | `test` | `true` for a sandbox, which no notification says |
//!
//! Told are settled and declined ACH and SEPA debits and their refunds, and from the search all that is charged, voided and
//! given back. Not told: disputes, for which there are no words, and local payments and subscriptions. Not seen: how a refund
//! that failed names the payment, the request by which Braintree tries the URL, whether a notification has the history of its
//! transaction, and how a payment that is settled in parts is told.

mod api;
mod transaction;
mod xml;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{Payment, PaymentStatus};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{self, Maybe, Text, missing};

use transaction::Transaction;

/// Whether a transaction went well. Nothing for kinds that say nothing of an order's money.
fn went_well(kind: &str) -> Option<bool> {
    Some(match kind {
        "transaction_settled" => true,
        // Also days after it was settled.
        "transaction_settlement_declined" | "refund_failed" => false,
        _ => return None,
    })
}

/// A transaction's status in our words. A bank may return a debit until it is settled; a card was charged when it was asked to
/// settle.
fn status(theirs: &str, debit: bool) -> Option<PaymentStatus> {
    Some(match theirs {
        "authorizing" | "authorized" => PaymentStatus::Authorised,
        "submitted_for_settlement" | "settling" | "settlement_pending" | "settlement_confirmed" if debit => {
            PaymentStatus::Pending
        }
        "submitted_for_settlement" | "settling" | "settlement_pending" | "settlement_confirmed" | "settled" => {
            PaymentStatus::Paid
        }
        "processor_declined" | "gateway_rejected" | "failed" | "settlement_declined" | "settlement_failed" => {
            PaymentStatus::Failed
        }
        "authorization_expired" | "voided" => PaymentStatus::Cancelled,
        _ => return None,
    })
}

/// Whether it is a debit of a bank account.
fn is_debit(instrument: &str) -> bool {
    matches!(instrument, "us_bank_account" | "sepa_debit_account")
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
            events: "transaction_settled, transaction_settlement_declined, refund_failed (bank debits only; cards by search)",
            proof: "HMAC-SHA1 over the payload",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let test = settings.says("test");
        if let Some(found) = Found::of(delivery)? {
            let transaction = found.transaction.0.ok_or_else(|| missing("transaction"))?;
            return transaction.payment(transaction.status(), None, test);
        }
        let notification = Notification::of(delivery)?;
        let Some(well) = notification.kind.get().and_then(went_well) else { return Ok(Vec::new()) };
        let at = notification.timestamp.utc().ok_or_else(|| missing("timestamp"))?;
        let subject = notification.subject.0.ok_or_else(|| missing("subject"))?;
        let transaction = subject.transaction.0.ok_or_else(|| missing("subject.transaction"))?;
        // Sent for a refund only: what does not say of which payment is nobody's failed try to pay.
        if notification.kind.get() == Some("refund_failed") && transaction.refunded().is_none() {
            return Ok(Vec::new());
        }
        let status = if well { PaymentStatus::Paid } else { PaymentStatus::Failed };
        transaction.payment(Some(status), Some(at), test)
    }

    /// Of several merchant accounts, the one that took the money.
    fn shop(&self, delivery: &Verified) -> Option<String> {
        let told = || Notification::of(delivery).ok()?.subject.0?.transaction.0;
        Found::of(delivery).ok()?.map_or_else(told, |found| found.transaction.0)?.merchant_account()
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

/// What a search found, as [`api`] puts it together: JSON, which no notification is.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Found {
    transaction: Maybe<Transaction>,
}

impl Found {
    fn of(delivery: &Verified) -> Result<Option<Self>, Unreadable> {
        let is_ours = delivery.body().starts_with(b"{");
        Ok(is_ours.then(|| serde_json::from_slice(delivery.body())).transpose()?)
    }
}

impl Notification {
    fn of(delivery: &Verified) -> Result<Self, Unreadable> {
        let payload = payload(delivery.body()).ok_or_else(|| missing("bt_payload"))?.replace('\n', "");
        let text = BASE64_STANDARD.decode(payload).map_err(|_| Unreadable("`bt_payload` is no base64".to_owned()))?;
        let (_, tree) = xml::read(&text)?;
        Ok(wire::of::<Maybe<Self>>(&tree).and_then(|read| read.0).unwrap_or_default())
    }
}

#[cfg(test)]
mod searched;
#[cfg(test)]
mod tests;
