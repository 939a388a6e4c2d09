//! What many providers' payments are made of: amounts, cards, names of orders.

use std::collections::BTreeMap;

use domain::fact::{Attempt, Method, PaymentStatus, Reference};
use domain::money::{Currency, Money};
use domain::personal::Personal;
use serde_json::value::RawValue;
use webhooks::delivery::Unreadable;
use webhooks::wire::{Maybe, Text};

/// What a shop or its plug-in wrote beside a payment.
pub(crate) type Notes = Maybe<BTreeMap<String, Text>>;

/// An integer with a provider's own number of decimals as minor units of ISO 4217, exactly.
pub(crate) fn minor(amount: &Text, currency: Currency, decimals: u32, name: &str) -> Result<Option<Money>, Unreadable> {
    let Some(theirs) = amount.minor(name)? else { return Ok(None) };
    let ours = currency.exponent();
    let scale = 10_i64.pow(ours.abs_diff(decimals));
    let exact = ours >= decimals || theirs % scale == 0;
    let minor = if ours >= decimals { theirs * scale } else { theirs / scale };
    let money = exact.then_some(Money::new(minor, currency));
    money.map(Some).ok_or_else(|| Unreadable(format!("`{name}` has a fraction that its currency has not")))
}

/// Decimal text in major units.
pub(crate) fn major(amount: &Text, currency: Currency, name: &str) -> Result<Option<Money>, Unreadable> {
    amount.amount(currency, name).map(|minor| minor.map(|minor| Money::new(minor, currency)))
}

/// Only what is more than nothing.
pub(crate) fn some(money: Option<Money>) -> Option<Money> {
    money.filter(|money| money.minor > 0)
}

/// What a status says of a payment that is one try to pay.
pub(crate) fn tried(id: &str, status: Option<PaymentStatus>) -> Option<Attempt> {
    let failed = match status? {
        PaymentStatus::Open | PaymentStatus::Cancelled => return None,
        status => status == PaymentStatus::Failed,
    };
    Some(Attempt { id: id.to_owned(), failed })
}

/// A card: `VISA`, `American Express` and `mc` are `visa`, `amex` and `mastercard`.
pub(crate) fn card(brand: Option<&str>, last4: &Text, wallet: Option<&str>) -> Method {
    let four = |digits: &&str| digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
    Method {
        kind: "card".to_owned(),
        brand: brand.map(word).map(|brand| match brand.as_str() {
            "mc" => "mastercard".to_owned(),
            "american_express" => "amex".to_owned(),
            "china_unionpay" | "china_union_pay" | "union_pay" | "cup" => "unionpay".to_owned(),
            _ => brand,
        }),
        last4: last4.get().filter(four).map(|digits| Personal::new(digits.to_owned())),
        wallet: wallet.map(wallet_word),
    }
}

/// A way to pay that is no card: its name is all that is told.
pub(crate) fn kind(name: &str) -> Method {
    Method { kind: word(name), ..Method::default() }
}

fn wallet_word(name: &str) -> String {
    match word(name).as_str() {
        "applepay" => "apple_pay".to_owned(),
        "googlepay" | "paywithgoogle" => "google_pay".to_owned(),
        "samsungpay" => "samsung_pay".to_owned(),
        other => other.to_owned(),
    }
}

fn word(name: &str) -> String {
    name.trim().to_ascii_lowercase().replace([' ', '-'], "_")
}

/// What plug-ins call the order in their notes.
pub(crate) const NAMES: [&str; 7] = [
    "order_id",
    "order_number",
    "order",
    "orderId",
    "woocommerce_order_id",
    "woocommerce_order_number",
    "merchant_order_id",
];

/// Names of the order among notes, and besides.
pub(crate) fn orders(notes: &Notes, besides: Option<String>) -> Vec<Reference> {
    let written = |key: &str| notes.0.as_ref()?.get(key)?.owned();
    distinct(NAMES.into_iter().filter_map(written).chain(besides).map(Reference::Order))
}

/// Each once, in their order.
pub(crate) fn distinct(references: impl IntoIterator<Item = Reference>) -> Vec<Reference> {
    let mut each: Vec<Reference> = Vec::new();
    for reference in references {
        if !each.contains(&reference) {
            each.push(reference);
        }
    }
    each
}

/// The same of notes in whatever shape: an object, the same as text, or the order's number.
pub(crate) fn freely(raw: &RawValue) -> Vec<Reference> {
    let notes: Notes = serde_json::from_str(raw.get()).unwrap_or_default();
    let text: Text = serde_json::from_str(raw.get()).unwrap_or_default();
    let inner: Notes = text.get().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let plain = text.owned().filter(|text| inner.0.is_none() && text.len() <= 64);
    orders(if notes.0.is_some() { &notes } else { &inner }, plain)
}
