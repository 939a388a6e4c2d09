//! Amounts, dates and times as a language writes them: CLDR, behind three functions.

use std::cell::RefCell;

use domain::money::{Currency, Money};
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{Date as IcuDate, DateTime as IcuDateTime, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_locale_core::extensions::unicode::Value;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use crate::lang::Lang;

type Dates = FixedCalendarDateTimeFormatter<Gregorian, YMD>;
type DateTimes = FixedCalendarDateTimeFormatter<Gregorian, YMDT>;

/// Formatters of one language, made when first needed: an order has one currency and several dates.
#[derive(Default)]
pub(crate) struct Formats {
    currency: RefCell<Option<(Currency, CurrencyFormatter<DecimalFormatter>)>>,
    dates: RefCell<Option<Dates>>,
    date_times: RefCell<Option<DateTimes>>,
    decimals: RefCell<Option<DecimalFormatter>>,
}

/// An amount with its currency. Nothing is ever rounded away: an amount that is no multiple of what CLDR shows of its
/// currency (forints have no decimals there, two in ISO 4217) is written with all of its decimals.
pub fn money(lang: &Lang, money: Money) -> String {
    let plain = money.decimal();
    let text = in_currency(lang, money.currency, &plain);
    let text = text.unwrap_or_else(|| format!("{plain} {}", money.currency.code()));
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    let whole = plain.split_once('.').is_none_or(|(_, fraction)| fraction.bytes().all(|b| b == b'0'));
    let text =
        if whole || digits(&text) >= digits(&plain) { text } else { in_full(lang, &plain, &text, money.currency) };
    kept_together(lang, text)
}

/// From right to left, the `$` of `US$` would stand before its letters, were nothing after it that runs as they do.
fn kept_together(lang: &Lang, mut text: String) -> String {
    let mut end = text.chars().rev();
    let (sign, letter) = (end.next(), end.next());
    let sign = sign.is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '\u{200e}' | '\u{200f}'));
    if lang.direction() == "rtl" && sign && letter.is_some_and(|c| c.is_ascii_alphabetic()) {
        text.push('\u{200e}');
    }
    text
}

/// A day.
pub fn date(lang: &Lang, date: Date) -> String {
    let formats = lang.formats.get_or_init(Formats::default);
    let mut dates = formats.dates.borrow_mut();
    if dates.is_none() {
        *dates = Dates::try_new((&lang.locale).into(), YMD::long()).ok();
    }
    match (dates.as_ref(), gregorian(date)) {
        (Some(formatter), Some(input)) => formatter.format(&input).to_string(),
        _ => date.to_string(),
    }
}

/// A day and the time on the clock there.
pub fn date_time(lang: &Lang, at: DateTime) -> String {
    let formats = lang.formats.get_or_init(Formats::default);
    let mut date_times = formats.date_times.borrow_mut();
    if date_times.is_none() {
        *date_times = DateTimes::try_new((&lang.locale).into(), YMD::long().with_time_hm()).ok();
    }
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let time = Time::try_new(part(at.hour()), part(at.minute()), 0, 0).ok();
    match (date_times.as_ref(), gregorian(at.date()), time) {
        (Some(formatter), Some(date), Some(time)) => formatter.format(&IcuDateTime { date, time }).to_string(),
        _ => format!("{} {}", at.date(), at.time()),
    }
}

/// The day that it is at `at` in a shop's time zone.
pub fn day(lang: &Lang, at: Timestamp, zone: &TimeZone) -> String {
    date(lang, at.to_zoned(zone.clone()).date())
}

/// A day and a time on a shop's clock, with how far that is from UTC: for what must be proved later.
pub fn moment(lang: &Lang, at: Timestamp, zone: &TimeZone) -> String {
    let there = at.to_zoned(zone.clone());
    let offset = if there.offset() == Offset::UTC { String::new() } else { there.strftime("%:z").to_string() };
    format!("{} (UTC{offset})", date_time(lang, there.datetime()))
}

/// A count, in digits.
pub(crate) fn count(lang: &Lang, count: u32) -> String {
    decimal(lang, &count.to_string()).unwrap_or_else(|| count.to_string())
}

fn in_currency(lang: &Lang, currency: Currency, plain: &str) -> Option<String> {
    let formats = lang.formats.get_or_init(Formats::default);
    let mut known = formats.currency.borrow_mut();
    if known.as_ref().is_none_or(|(of, _)| *of != currency) {
        let kind = CurrencyType::try_from(&Value::try_from_str(&currency.code().to_ascii_lowercase()).ok()?).ok()?;
        let formatter = CurrencyFormatter::try_new_symbol((&lang.locale).into(), kind, <_>::default()).ok()?;
        *known = Some((currency, formatter));
    }
    let (_, formatter) = known.as_ref()?;
    let value: Decimal = plain.parse().ok()?;
    Some(formatter.format_fixed_decimal(&value).to_string())
}

/// Puts the whole number where the rounded one stands.
fn in_full(lang: &Lang, plain: &str, rounded: &str, currency: Currency) -> String {
    let full = || -> Option<String> {
        let whole = decimal(lang, plain.trim_start_matches('-'))?;
        let first = rounded.find(char::is_numeric)?;
        let last = rounded.rfind(char::is_numeric)?;
        let after = last + rounded[last..].chars().next()?.len_utf8();
        Some(format!("{}{whole}{}", &rounded[..first], &rounded[after..]))
    };
    full().unwrap_or_else(|| format!("{plain} {}", currency.code()))
}

fn decimal(lang: &Lang, plain: &str) -> Option<String> {
    let formats = lang.formats.get_or_init(Formats::default);
    let mut decimals = formats.decimals.borrow_mut();
    if decimals.is_none() {
        *decimals = DecimalFormatter::try_new((&lang.locale).into(), <_>::default()).ok();
    }
    let value: Decimal = plain.parse().ok()?;
    Some(decimals.as_ref()?.format(&value).to_string())
}

fn gregorian(date: Date) -> Option<IcuDate<Gregorian>> {
    let part = |part: i8| u8::try_from(part).ok();
    IcuDate::try_new_gregorian(date.year().into(), part(date.month())?, part(date.day())?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(locale: &str, minor: i64, code: &str, expected: &str) {
        let currency = Currency::parse(code).expect("a known currency");
        assert_eq!(money(&Lang::of(None, locale), Money::new(minor, currency)), expected);
    }

    #[test]
    fn amounts_are_written_as_their_region_writes_them() {
        check("en", 123_456, "EUR", "€1,234.56");
        check("en-US", 5, "USD", "$0.05");
        check("en-GB", 123_456, "USD", "US$1,234.56");
        check("en", -500, "EUR", "-€5.00");
        check("en", 1_234, "JPY", "¥1,234");
        check("en", 1_234_567, "KWD", "KWD\u{a0}1,234.567");
    }

    #[test]
    fn a_sign_stays_with_its_letters_from_right_to_left() {
        check("ar", 1_234, "USD", "\u{200f}12.34\u{a0}US$\u{200e}");
        check("ar", 1_234, "EUR", "\u{200f}12.34\u{a0}€");
        check("ar", 1_234, "JPY", "\u{200f}1,234\u{a0}JP¥\u{200e}");
    }

    #[test]
    fn no_amount_is_rounded_for_show() {
        check("en", 123_400, "HUF", "HUF\u{a0}1,234");
        check("en", 123_456, "HUF", "HUF\u{a0}1,234.56");
        check("en", -50, "IDR", "-IDR\u{a0}0.50");
        check("en", 99_999_999, "COP", "COP\u{a0}999,999.99");
    }

    #[test]
    fn dates_are_written_as_their_region_writes_them() {
        let at = jiff::civil::date(2026, 11, 26);
        assert_eq!(date(&Lang::of(None, "en"), at), "November 26, 2026");
        assert_eq!(date(&Lang::of(None, "en-GB"), at), "26 November 2026");
        assert_eq!(date_time(&Lang::of(None, "en-GB"), at.at(7, 5, 9, 0)), "26 November 2026 at 07:05");
        let berlin = TimeZone::get("Europe/Berlin").expect("a known zone");
        let noon: Timestamp = "2026-11-26T12:05:00Z".parse().expect("a time");
        let shown = |zone: &TimeZone| moment(&Lang::of(None, "en-GB"), noon, zone);
        assert_eq!(shown(&berlin), "26 November 2026 at 13:05 (UTC+01:00)");
        assert_eq!(shown(&TimeZone::UTC), "26 November 2026 at 12:05 (UTC)");
        let tokyo = TimeZone::get("Asia/Tokyo").expect("a known zone");
        let late: Timestamp = "2026-11-25T23:30:00Z".parse().expect("a time");
        assert_eq!(day(&Lang::of(None, "en-GB"), late, &tokyo), "26 November 2026");
    }
}
