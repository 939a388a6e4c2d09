//! Klarna, directly; through Stripe, Adyen or Mollie it is theirs to tell, which is the better way.
//!
//! <https://docs.klarna.com/payments/web-payments/additional-resources/webhooks/>,
//! <https://docs.klarna.com/kco/additional-resources/confirm-purchase/>,
//! <https://docs.klarna.com/api/ordermanagement/>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | signing keys of the newer webhooks; all are tried, whatever `Klarna-Signing-Key-Id` says |
//! | `username`, `password` | API credentials, for the pushes of Checkout and Payments, which only name an order: it is fetched, and asked for once a day until money is taken or the order is called off, of which no push tells |
//! | `token` | if given, pushes must have it in their URL: `?klarna_order_id={checkout.order.id}&token=…` |
//! | `api` | the region's API, if it is not Europe's: `https://api-na.klarna.com`, `https://api-oc.klarna.com`, a playground |
//! | `test` | `true` for a playground; the newer webhooks say so themselves |
//!
//! Try it first. Not seen: whether signatures are hex or base64 (both are taken), how the newer webhooks name the order, times
//! of Order Management but for those of captures and refunds. A completed payment request is not paid: the shop still has to
//! take the money. Pushes are not acknowledged; that is the shop's plug-in's to do. Not told: disputes, for which there are no
//! words.

mod api;
mod managed;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{Payment, PaymentStatus, Reference};
use domain::money::Money;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::hint::Hint;
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Text, missing};

use crate::parts::{self, kind, tried};
use crate::unknown;

/// A payment request's state in our words.
fn request_status(theirs: &str) -> Option<PaymentStatus> {
    Some(match theirs {
        // Of a completed one the customer has agreed; to take the money is the shop's to do.
        "SUBMITTED" | "IN_PROGRESS" | "COMPLETED" => PaymentStatus::Pending,
        "EXPIRED" | "CANCELED" => PaymentStatus::Cancelled,
        "DECLINED" => PaymentStatus::Failed,
        _ => return None,
    })
}

/// The status of an order of Order Management in our words. Of a closed one the amounts say what came of it.
fn order_status(theirs: &str, captured: bool) -> Option<PaymentStatus> {
    Some(match theirs {
        "AUTHORIZED" => PaymentStatus::Authorised,
        "PART_CAPTURED" | "CAPTURED" => PaymentStatus::Paid,
        "CLOSED" if captured => PaymentStatus::Paid,
        "CLOSED" | "CANCELLED" | "EXPIRED" => PaymentStatus::Cancelled,
        _ => return None,
    })
}

pub(crate) struct Klarna;

impl Prover for Klarna {
    fn name(&self) -> &'static str {
        "klarna"
    }

    /// `Klarna-Signature`: HMAC-SHA256 over the body, in hex or base64. Without one it is a push, which proves nothing: the
    /// order that it names is only fetched.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        if !delivery.headers.contains_key("klarna-signature") {
            return pushed(delivery, settings).map(|hint| Proof::Hints(vec![hint]));
        }
        let claimed = delivery.header("klarna-signature").ok_or(Rejection::Missing)?;
        let claimed = hex::decode(claimed).or_else(|_| BASE64_STANDARD.decode(claimed).map_err(drop));
        let claimed: Vec<Vec<u8>> = claimed.into_iter().collect();
        signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed).map(Proof::Signed)
    }
}

/// What a push names: in its URL, or, of a decision on fraud, in its body.
fn pushed(delivery: Delivery<'_>, settings: &Settings) -> Result<Hint, Rejection> {
    let in_url = || delivery.query("klarna_order_id");
    let in_body = || serde_json::from_slice::<Named>(delivery.body).ok()?.order_id.owned();
    let id = in_url().or_else(in_body).ok_or(Rejection::Missing)?;
    let hint = Hint::new("order", &[&id]).ok_or(Rejection::Missing)?;
    if let Some(token) = settings.own("token") {
        signature::token(delivery, [token], &delivery.query("token").ok_or(Rejection::Missing)?)?;
    }
    settings.own("username").and(settings.own("password")).map(|_| hint).ok_or(Rejection::NoSecret)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    order_id: Text,
}

impl Provider<Payment> for Klarna {
    fn about(&self) -> About {
        About {
            title: "Klarna",
            docs: "https://docs.klarna.com/payments/web-payments/additional-resources/webhooks/",
            events: "payment.request.state-change.*; pushes of Checkout and Payments",
            proof: "HMAC-SHA256 over the body; or none: it is fetched",
            checked: Checked::InPart,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let event: Event = serde_json::from_slice(delivery.body())?;
        match (&event.metadata.0, &event.payload.0) {
            (Some(metadata), payload) => match metadata.event_type.get() {
                Some(kind) if kind.starts_with("payment.request.state-change.") => {
                    let payload = payload.as_ref().ok_or_else(|| missing("payload"))?;
                    Ok(vec![payload.payment(metadata, settings.says("test"))?])
                }
                _ => Ok(Vec::new()),
            },
            (None, _) => managed::payments(delivery.body(), settings.says("test")),
        }
    }

    /// An order holds its customer, whom the storefront tells better.
    fn blanked(&self) -> &'static [&'static str] {
        &["email", "phone", "street_address", "street_address2", "date_of_birth", "national_identification_number"]
    }

    /// One partner may have an account a shop.
    fn shop(&self, delivery: &Verified) -> Option<String> {
        serde_json::from_slice::<Event>(delivery.body()).ok()?.metadata.0?.subject_account_id.owned()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    metadata: Maybe<Metadata>,
    payload: Maybe<Request>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Metadata {
    event_type: Text,
    occurred_at: Text,
    subject_account_id: Text,
    live: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Request {
    payment_request_id: Text,
    state: Text,
    currency: Text,
    amount: Text,
    payment_amount: Text,
    payment_request_reference: Text,
    payment_reference: Text,
    merchant_reference: Text,
    merchant_reference1: Text,
}

impl Request {
    fn payment(&self, metadata: &Metadata, test: bool) -> Result<Payment, Unreadable> {
        let id = self.payment_request_id.required("payload.payment_request_id")?.to_owned();
        let at = metadata.occurred_at.utc().ok_or_else(|| missing("metadata.occurred_at"))?;
        let status = self.state.get().and_then(request_status);
        // How the order is named is not documented where we could read it: whatever a shop could have written.
        let names = [
            &self.payment_request_reference,
            &self.payment_reference,
            &self.merchant_reference,
            &self.merchant_reference1,
        ];
        let test = test || metadata.live.get() == Some("false");
        let amount = if self.amount.get().is_some() { &self.amount } else { &self.payment_amount };
        Ok(Payment {
            references: parts::distinct(names.into_iter().filter_map(Text::owned).map(Reference::Order)),
            status,
            amount: if self.currency.get().is_some() { money(amount, &self.currency, "payload.amount")? } else { None },
            attempt: tried(&id, status),
            method: Some(kind("klarna")),
            ..unknown(id.clone(), id, at, test)
        })
    }
}

fn money(amount: &Text, currency: &Text, name: &str) -> Result<Option<Money>, Unreadable> {
    let currency = currency.currency("currency")?;
    parts::minor(amount, currency, currency.exponent(), name)
}

#[cfg(test)]
mod tests;
