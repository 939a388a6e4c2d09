//! How an order was or will be paid, in words.

use domain::fact::{Document, Method};

use crate::clean::{line, some_line};
use crate::lang::Lang;

/// How an order was or will be paid: never more than a brand and four digits.
pub(crate) fn method(lang: &Lang, method: Option<&Method>, document: &Document) -> Option<String> {
    let title = document.payment_method.as_ref().and_then(|method| some_line(&method.title, 60));
    let Some(method) = method.filter(|method| !method.kind.is_empty()) else { return title };
    let brand = method.brand.as_deref().map_or_else(|| named(lang, &method.kind), proper);
    let last4 = method.last4.as_ref().filter(|digits| digits.reveal().chars().count() <= 4);
    let shown = match last4 {
        Some(digits) => {
            let digits = line(digits.reveal(), 4);
            lang.say_with("method-card", [("brand", brand.into()), ("last4", digits.into())])
        }
        None if method.brand.is_none() => title.unwrap_or(brand),
        None => brand,
    };
    match method.wallet.as_deref().map(proper).filter(|wallet| !wallet.is_empty()) {
        Some(wallet) => Some(lang.say_with("method-wallet", [("method", shown.into()), ("wallet", wallet.into())])),
        None => Some(shown).filter(|shown| !shown.is_empty()),
    }
}

/// What has no owner has a name in every language.
fn named(lang: &Lang, kind: &str) -> String {
    let key = match kind {
        "card" | "credit_card" | "creditcard" | "debit_card" | "scheme" => "method-card-plain",
        "sepa_debit" | "sepadirectdebit" | "sepa_direct_debit" => "method-sepa_debit",
        "bank_transfer" | "banktransfer" | "customer_balance" | "wire_transfer" => "method-bank_transfer",
        "bank_account" | "us_bank_account" | "ach" | "ach_direct_debit" => "method-bank_account",
        "cash_on_delivery" | "cod" => "method-cash_on_delivery",
        "cash" => "method-cash",
        "gift_card" | "giftcard" | "square_gift_card" => "method-gift_card",
        "invoice" | "pay_by_invoice" => "method-invoice",
        _ => return proper(kind),
    };
    lang.say(key)
}

/// Names of payment brands as their owners write them; others with a capital letter and blanks.
fn proper(name: &str) -> String {
    let known = match name {
        "amex" | "american_express" => "American Express",
        "apple_pay" => "Apple Pay",
        "google_pay" => "Google Pay",
        "mastercard" => "Mastercard",
        "unionpay" => "UnionPay",
        "jcb" => "JCB",
        "ideal" => "iDEAL",
        "paypal" => "PayPal",
        "eps" => "EPS",
        "blik" => "BLIK",
        "p24" => "Przelewy24",
        "upi" => "UPI",
        "bacs_debit" => "Bacs Direct Debit",
        _ => {
            let spaced = line(&name.replace(['_', '-'], " "), 40);
            let mut chars = spaced.chars();
            return chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default();
        }
    };
    known.to_owned()
}
