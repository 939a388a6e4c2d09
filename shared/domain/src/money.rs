//! Money: an integer of minor units with its currency, never a float.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// An amount in the minor units of its currency: 4999 EUR cents, 500 JPY, 1234 KWD fils.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Money {
    /// Minor units.
    #[serde(rename = "a")]
    pub minor: i64,
    /// Their currency.
    #[serde(rename = "c")]
    pub currency: Currency,
}

/// A text that is not an amount or a currency.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoMoney {
    /// Not three letters of ISO 4217.
    #[error("not an ISO 4217 currency code")]
    Currency,
    /// Not a plain decimal number that fits.
    #[error("not a decimal amount")]
    Amount,
}

impl Currency {
    /// Reads a code in either case.
    pub fn parse(code: &str) -> Result<Self, NoMoney> {
        let upper = code.trim().to_ascii_uppercase();
        iso_currency::Currency::from_str(&upper).map_err(|_| NoMoney::Currency)?;
        <[u8; 3]>::try_from(upper.as_bytes()).map(Self).map_err(|_| NoMoney::Currency)
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimals the minor unit has: EUR 2, JPY 0, KWD 3.
    pub fn exponent(&self) -> u32 {
        iso_currency::Currency::from_str(self.code())
            .ok()
            .and_then(iso_currency::Currency::exponent)
            .unwrap_or(0)
            .into()
    }
}

impl Money {
    /// An amount in minor units.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads decimal text in major units. More decimals than the currency has are rounded half away from zero, once.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, NoMoney> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
            return Err(NoMoney::Amount);
        }
        let exponent = currency.exponent() as usize;
        let kept: String = fraction.bytes().chain(std::iter::repeat(b'0')).take(exponent).map(char::from).collect();
        let round_up = fraction.as_bytes().get(exponent).is_some_and(|digit| *digit >= b'5');
        let minor: i64 = format!("0{whole}{kept}").parse().map_err(|_| NoMoney::Amount)?;
        let minor = minor.checked_add(i64::from(round_up)).ok_or(NoMoney::Amount)?;
        Ok(Self::new(if negative { -minor } else { minor }, currency))
    }

    /// The amount as plain decimal text in major units, for machines: `49.99`.
    pub fn decimal(&self) -> String {
        let exponent = self.currency.exponent() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = exponent + 1);
        let (whole, fraction) = digits.split_at(digits.len() - exponent);
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// The same currency, other minor units.
    #[must_use]
    pub const fn with_minor(self, minor: i64) -> Self {
        Self { minor, currency: self.currency }
    }
}

impl TryFrom<String> for Currency {
    type Error = NoMoney;

    fn try_from(code: String) -> Result<Self, NoMoney> {
        Self::parse(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, code: &str, minor: i64) {
        let currency = Currency::parse(code).expect("a known currency");
        assert_eq!(Money::parse(text, currency), Ok(Money::new(minor, currency)));
    }

    #[test]
    fn decimal_text_becomes_minor_units_without_a_float() {
        check("29.35", "EUR", 2935);
        check("-5.00", "eur", -500);
        check("28.7", "EUR", 2870);
        check("12.3400", "EUR", 1234);
        check("0.0050", "EUR", 1);
        check("0.1", "KWD", 100);
        check("500", "JPY", 500);
        check("499.5", "JPY", 500);
        check(".5", "EUR", 50);
        check("90071992547409.93", "USD", 9_007_199_254_740_993);
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        let euro = Currency::parse("EUR").expect("a known currency");
        for bad in ["", "-", ".", "1,5", "1e3", "NaN", "1.2.3", "1.00x", "99999999999999999999", "--1"] {
            assert_eq!(Money::parse(bad, euro), Err(NoMoney::Amount), "{bad:?}");
        }
        assert_eq!(Currency::parse("EURO"), Err(NoMoney::Currency));
    }

    #[test]
    fn decimal_text_is_what_it_was_read_from() {
        for (text, code) in [("49.99", "EUR"), ("0.00", "EUR"), ("-0.05", "EUR"), ("500", "JPY"), ("1.234", "KWD")] {
            let currency = Currency::parse(code).expect("a known currency");
            assert_eq!(Money::parse(text, currency).map(|m| m.decimal()), Ok(text.to_owned()));
            assert_eq!(format!("{currency:?}"), code);
        }
    }
}
