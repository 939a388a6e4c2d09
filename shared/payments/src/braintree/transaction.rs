//! A transaction, and what it says of its payment.

use domain::fact::{Method, Payment, PaymentStatus, Reference, Refund};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::{is_debit, status};
use crate::parts::{card, kind, major, some, tried};
use crate::unknown;

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Transaction {
    id: Text,
    order_id: Text,
    status: Text,
    #[serde(rename = "type")]
    kind: Text,
    amount: Text,
    currency_iso_code: Text,
    merchant_account_id: Text,
    payment_instrument_type: Text,
    refunded_transaction_id: Text,
    partial_settlement_transaction_ids: Maybe<Parts>,
    created_at: Text,
    status_history: Maybe<History>,
    credit_card: Maybe<Card>,
    apple_pay: Maybe<Card>,
    google_pay_card: Maybe<Card>,
    android_pay_card: Maybe<Card>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Parts {
    item: List<Text>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct History {
    status_event: List<Event>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    timestamp: Text,
    status: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Card {
    #[serde(rename = "card-type")]
    brand: Text,
    #[serde(rename = "last-4")]
    last4: Text,
    #[serde(rename = "source-card-type")]
    source_brand: Text,
    #[serde(rename = "source-card-last-4")]
    source_last4: Text,
}

impl Transaction {
    /// Where it is, in our words.
    pub(super) fn status(&self) -> Option<PaymentStatus> {
        self.status.get().and_then(|theirs| status(theirs, self.is_debit()))
    }

    /// The payment that it gives back, if it is a refund.
    pub(super) fn refunded(&self) -> Option<String> {
        self.refunded_transaction_id.owned()
    }

    pub(super) fn merchant_account(&self) -> Option<String> {
        self.merchant_account_id.owned()
    }

    /// What it says, being so; `told_at` is when a notification said it.
    pub(super) fn payment(
        &self,
        status: Option<PaymentStatus>,
        told_at: Option<Timestamp>,
        test: bool,
    ) -> Result<Vec<Payment>, Unreadable> {
        let id = self.id.required("transaction.id")?.to_owned();
        let currency = self.currency_iso_code.currency("transaction.currency-iso-code")?;
        let amount = major(&self.amount, currency, "transaction.amount")?;
        let at = status.and_then(|status| self.since(status)).or(told_at);
        let at = at.or_else(|| self.created_at.utc()).ok_or_else(|| missing("transaction.created-at"))?;
        let references = self.order_id.owned().map(Reference::Order).into_iter().collect();
        if let Some(payment) = self.refunded() {
            let refund = amount.zip(status).map(|(amount, status)| {
                let failed = matches!(status, PaymentStatus::Failed | PaymentStatus::Cancelled);
                Refund { id: id.clone(), amount, failed, pending: status == PaymentStatus::Authorised }
            });
            return Ok(vec![Payment { references, refund, ..unknown(payment, id, at, test) }]);
        }
        // Money that is sent without having been taken is no order's, and what is settled in parts is told by each of them.
        if self.kind.get() == Some("credit")
            || self.partial_settlement_transaction_ids.0.as_ref().is_some_and(Parts::any)
        {
            return Ok(Vec::new());
        }
        let paid = status == Some(PaymentStatus::Paid);
        // What was voided, or refused by the bank, after it had counted as paid: taken, and given back.
        let undone = matches!(status, Some(PaymentStatus::Failed | PaymentStatus::Cancelled)) && self.was_paid();
        let captured = some(amount).filter(|_| paid || undone);
        Ok(vec![Payment {
            references,
            status,
            amount,
            captured,
            refunded: captured.filter(|_| undone),
            attempt: tried(&id, status),
            method: self.method(),
            transaction: captured.map(|_| id.clone()),
            ..unknown(id.clone(), id, at, test)
        }])
    }

    fn is_debit(&self) -> bool {
        self.payment_instrument_type.get().is_some_and(is_debit)
    }

    /// Every status that it had, as its history says.
    fn had(&self) -> impl Iterator<Item = (Timestamp, PaymentStatus)> {
        let events = self.status_history.0.iter().flat_map(|history| &history.status_event.0);
        events.filter_map(|event| Some((event.timestamp.utc()?, status(event.status.get()?, self.is_debit())?)))
    }

    /// Since when it is so: whatever came after it in their words and is the same in ours is no news.
    fn since(&self, status: PaymentStatus) -> Option<Timestamp> {
        let before = self.had().filter(|(_, other)| *other != status).map(|(at, _)| at).max();
        self.had().filter(|(at, same)| *same == status && Some(*at) >= before).map(|(at, _)| at).min()
    }

    fn was_paid(&self) -> bool {
        self.had().any(|(_, status)| status == PaymentStatus::Paid)
    }

    /// Of a wallet, the card behind it: what Apple Pay shows are the digits of the device.
    fn method(&self) -> Option<Method> {
        let hidden = Text::default();
        let known = |card: &Maybe<Card>| card.0.as_ref().map(|card| (card.brand.owned(), card.last4.clone()));
        Some(match self.payment_instrument_type.get()? {
            "credit_card" => {
                let (brand, last4) = known(&self.credit_card).unwrap_or_default();
                card(brand.as_deref(), &last4, None)
            }
            "apple_pay_card" => {
                let (brand, _) = known(&self.apple_pay).unwrap_or_default();
                let brand = brand.as_deref().map(|brand| brand.strip_prefix("Apple Pay - ").unwrap_or(brand));
                card(brand, &hidden, Some("apple_pay"))
            }
            "android_pay_card" | "google_pay_card" => {
                let behind = self.google_pay_card.0.as_ref().or(self.android_pay_card.0.as_ref());
                let last4 = behind.map_or(&hidden, |behind| &behind.source_last4);
                card(behind.and_then(|behind| behind.source_brand.get()), last4, Some("google_pay"))
            }
            "sepa_debit_account" => kind("sepa_debit"),
            "paypal_account" => kind("paypal"),
            "venmo_account" => kind("venmo"),
            other => kind(other),
        })
    }
}

impl Parts {
    fn any(&self) -> bool {
        self.item.0.iter().any(|part| part.get().is_some())
    }
}
