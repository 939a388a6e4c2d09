//! An item of a batch, and what it says of its payment.

use domain::fact::{Method, Payment, PaymentStatus, Reference, Refund};
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::{Means, decimals, meaning};
use crate::parts::{self, Notes, card, kind};
use crate::unknown;

/// Ways to pay that are cards, before the suffix of a wallet: `mc_applepay`.
const CARDS: &[&str] = &[
    "visa",
    "visadankort",
    "electron",
    "vpay",
    "mc",
    "mcdebit",
    "maestro",
    "amex",
    "diners",
    "discover",
    "jcb",
    "cup",
    "bcmc",
    "cartebancaire",
    "dankort",
    "elo",
    "hipercard",
    "interac",
    "eftpos_australia",
];

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Item {
    psp_reference: Text,
    original_reference: Text,
    pub(super) merchant_account_code: Text,
    merchant_reference: Text,
    amount: Maybe<Amount>,
    event_code: Text,
    success: Text,
    event_date: Text,
    payment_method: Text,
    operations: List<Text>,
    additional_data: Notes,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Amount {
    value: Text,
    currency: Text,
}

impl Item {
    pub(super) fn payment(&self, test: bool, auto_capture: bool) -> Result<Option<Payment>, Unreadable> {
        let (event, action) = (self.event_code.get().unwrap_or_default(), self.data("modification.action"));
        let Some(means) = meaning(event, self.success.yes(), action.get()) else { return Ok(None) };
        let at = self.event_date.utc().ok_or_else(|| missing("eventDate"))?;
        let object = self.psp_reference.required("pspReference")?.to_owned();
        let payment = self.original_reference.owned().unwrap_or_else(|| object.clone());
        let amount = self.amount.0.as_ref().ok_or_else(|| missing("amount"))?;
        let currency = amount.currency.currency("amount.currency")?;
        let amount = parts::some(parts::minor(&amount.value, currency, decimals(currency), "amount.value")?);
        let known = unknown(payment.clone(), object.clone(), at, test);
        let known = Payment { references: self.references(&payment), ..known };
        Ok(Some(match means {
            // A card that is only asked whether it is valid pays nothing.
            Means::Status(_) if amount.is_none() => return Ok(None),
            Means::Status(status) => {
                let paid = status == PaymentStatus::Authorised && (auto_capture || self.is_taken_at_once());
                let status = if paid { PaymentStatus::Paid } else { status };
                Payment {
                    status: Some(status),
                    amount,
                    captured: amount.filter(|_| paid),
                    attempt: parts::tried(&payment, Some(status)),
                    method: self.method(),
                    transaction: paid.then_some(payment),
                    ..known
                }
            }
            Means::Captured => Payment {
                id: if auto_capture { payment.clone() } else { object },
                status: Some(PaymentStatus::Paid),
                captured: amount,
                method: self.method(),
                transaction: Some(payment),
                ..known
            },
            Means::Over => Payment { status: Some(PaymentStatus::Cancelled), ..known },
            Means::Refunded | Means::NotRefunded => {
                let failed = matches!(means, Means::NotRefunded);
                let refund = amount.map(|amount| Refund { id: object, amount, failed, pending: false });
                Payment { refund, ..known }
            }
        }))
    }

    /// A modification may carry a reference of its own instead of the order's.
    fn references(&self, payment: &str) -> Vec<Reference> {
        let orders = self.data("originalMerchantReference").owned().or_else(|| self.merchant_reference.owned());
        let part = self.original_reference.get().map(|_| Reference::Payment(payment.to_owned()));
        part.into_iter().chain(orders.map(Reference::Order)).collect()
    }

    /// Some ways to pay cannot be captured: what can only be given back has been taken.
    fn is_taken_at_once(&self) -> bool {
        let can = |operation: &str| self.operations.0.iter().any(|one| one.get() == Some(operation));
        can("REFUND") && !can("CAPTURE")
    }

    fn method(&self) -> Option<Method> {
        let name = self.payment_method.get()?;
        let variant = self.data("paymentMethodVariant");
        let of_card = |name: &str| CARDS.iter().copied().find(|brand| name.strip_prefix(brand).is_some_and(is_end));
        let Some(brand) = of_card(name).or_else(|| of_card(variant.get()?)) else { return Some(kind(name)) };
        let mut names = [Some(name), variant.get()].into_iter().flatten();
        let wallet = names.find_map(|name| name.strip_prefix(brand)?.strip_prefix('_'));
        let wallet = wallet.or_else(|| Some(name).filter(|name| of_card(name).is_none()));
        Some(card(Some(brand), &self.data("cardSummary"), wallet))
    }

    fn data(&self, key: &str) -> Text {
        self.additional_data.0.as_ref().and_then(|data| data.get(key)).cloned().unwrap_or_default()
    }
}

fn is_end(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('_')
}
