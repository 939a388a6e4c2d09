//! Amounts in one currency, said in another: a product of two decimals, rounded once and never a float.

use domain::money::Currency;
use webhooks::delivery::Unreadable;
use webhooks::wire::{Text, missing};

/// No order is worth more, and no sum of a body's amounts leaves an `i64`.
const MOST: i128 = 10_000_000_000_000;

/// A decimal number: digits, and how many of them stand behind the point.
#[derive(Clone, Copy)]
struct Decimal {
    digits: i128,
    scale: u32,
}

/// How stored amounts become what the customer sees.
#[derive(Clone, Copy)]
pub(super) struct Rate {
    pub(super) currency: Currency,
    value: Decimal,
}

impl Rate {
    /// An order in the shop's own currency may leave its rate out: it is one.
    pub(super) fn of(currency: &Text, value: &Text, default: &Text) -> Result<Self, Unreadable> {
        let code = currency.currency("order.currency_code")?;
        let value = match value.get() {
            Some(text) => decimal(text).filter(|value| value.digits > 0),
            None if currency.get() == default.get() => Some(Decimal { digits: 1, scale: 0 }),
            None => None,
        };
        Ok(Self { currency: code, value: value.ok_or_else(|| missing("order.currency_value"))? })
    }

    /// Minor units; nothing when there is no amount.
    pub(super) fn amount(self, text: &Text, name: &str) -> Result<Option<i64>, Unreadable> {
        let Some(text) = text.get() else { return Ok(None) };
        let minor = decimal(text).map(|amount| self.minor(amount)).filter(|minor| minor.abs() <= MOST);
        let minor = minor.and_then(|minor| i64::try_from(minor).ok());
        minor.map(Some).ok_or_else(|| Unreadable(format!("`{name}` is no decimal amount that we can hold")))
    }

    fn minor(self, amount: Decimal) -> i128 {
        let product = amount.digits * self.value.digits;
        let (scale, exponent) = (amount.scale + self.value.scale, self.currency.exponent());
        if scale <= exponent {
            return product * 10_i128.pow(exponent - scale);
        }
        let unit = 10_i128.pow(scale - exponent);
        // Half away from zero, as PHP rounds.
        let up = i128::from((product % unit).abs() * 2 >= unit) * product.signum();
        product / unit + up
    }
}

/// Of at most 18 digits, so that a product of two is within an `i128`.
fn decimal(text: &str) -> Option<Decimal> {
    let (negative, plain) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{}{fraction}", whole.trim_start_matches('0'));
    let some = whole.len() + fraction.len() > 0 && digits.len() <= 18 && fraction.len() <= 18;
    if !some || !whole.bytes().chain(fraction.bytes()).all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let digits: i128 = format!("0{digits}").parse().ok()?;
    let scale = u32::try_from(fraction.len()).ok()?;
    Some(Decimal { digits: if negative { -digits } else { digits }, scale })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(json: &str) -> Text {
        serde_json::from_str(&format!("\"{json}\"")).expect("text")
    }

    #[track_caller]
    fn check(amount: &str, rate: &str, code: &str, minor: i64) {
        let rate = Rate::of(&text(code), &text(rate), &Text::default()).expect("a rate");
        assert_eq!(rate.amount(&text(amount), "total"), Ok(Some(minor)), "{amount} × {rate}", rate = rate.value.digits);
    }

    #[test]
    fn amounts_are_converted_and_rounded_once_half_up() {
        check("71.4000", "0.92000000", "EUR", 6569);
        check("71.4000", "1.00000000", "EUR", 7140);
        check("-5.0000", "0.92000000", "EUR", -460);
        check("0.0050", "1", "EUR", 1);
        check("-0.0050", "1", "EUR", -1);
        check("0.0049", "1", "EUR", 0);
        // 1.005 as a float is a little less.
        check("1.0050", "1.00000000", "EUR", 101);
        check("2.0100", "0.50000000", "EUR", 101);
        check("10.0000", "149.87500000", "JPY", 1499);
        check("0.3333", "0.30765432", "KWD", 103);
        check("99999999999.9999", "1", "EUR", 10_000_000_000_000);
        check(".5", "1", "EUR", 50);
        check("-0.0000", "1", "EUR", 0);
    }

    #[test]
    fn what_is_no_amount_is_named() {
        let rate = Rate::of(&text("EUR"), &text("1.5"), &Text::default()).expect("a rate");
        for bad in ["1e3", "--1", "1,5", "1.2.3", ".", "-", "9999999999999999", "0.1234567890123456789", "NaN"] {
            let error = rate.amount(&text(bad), "order.total").expect_err("no amount").to_string();
            assert!(error.contains("`order.total`"), "{bad}: {error}");
        }
        assert_eq!(rate.amount(&Text::default(), "x"), Ok(None));
        for bad in ["0", "-1", "x", "0.00000000"] {
            assert!(Rate::of(&text("EUR"), &text(bad), &text("EUR")).is_err(), "{bad}");
        }
        assert!(Rate::of(&text("EUR"), &Text::default(), &text("USD")).is_err());
        assert!(Rate::of(&text("EUR"), &Text::default(), &text("EUR")).is_ok());
    }
}
