//! What customers add up comes out right, in every currency and every language, and can be read back.

use domain::fact::{Amounts, Method};
use domain::money::{Currency, Money};
use domain::situations::Kind;
use email::{Amount, Items, LOCALES, Lang, format};
use testing::stories::Story;

use crate::telling::mail;

/// Every currency of ISO 4217.
fn currencies() -> Vec<Currency> {
    let letters = || b'A'..=b'Z';
    let codes = letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
    let known = |code: [u8; 3]| Currency::parse(std::str::from_utf8(&code).ok()?).ok();
    codes.filter_map(known).collect()
}

/// How a language writes the point: what stands before the last two digits of one and a half.
fn point(lang: &Lang) -> char {
    let text = format::money(lang, Money::new(150, Currency::parse("EUR").expect("a currency")));
    let (first, _) = text.char_indices().find(|(_, c)| c.is_numeric()).expect("a digit");
    text[first..].chars().nth(1).expect("a point")
}

/// The minor units of an amount as it is shown; nothing if it cannot be read.
fn read(text: &str, point: char, currency: Currency) -> Option<i64> {
    let exponent = Money::new(1, currency).decimal().split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let (first, last) = (text.find(char::is_numeric)?, text.rfind(char::is_numeric)?);
    let number = &text[first..=last];
    let (whole, fraction) = number.rsplit_once(point).unwrap_or((number, ""));
    let grouped = whole.chars().all(|c| c.is_ascii_digit() || ",.\u{a0}\u{202f}\u{2009}\u{66c} '’".contains(c));
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    // Of metals ISO 4217 has no decimals, and CLDR shows two.
    let (fraction, beyond) = fraction.split_at(fraction.len().min(exponent));
    let exact = beyond.bytes().all(|b| b == b'0') && (fraction.is_empty() || fraction.len() == exponent);
    let minor: i64 = format!("{digits}{fraction:0<exponent$}").parse().ok()?;
    let negative = text.contains(['-', '\u{2212}']);
    (grouped && exact).then_some(if negative { -minor } else { minor })
}

/// What is wrong with the sums that are shown.
fn faults(items: &Items, point: char, currency: Currency) -> Vec<String> {
    let minor = |amount: &Amount| read(&amount.amount, point, currency);
    let sum: Option<i64> = items.amounts.iter().map(minor).sum();
    let rows = items.list.rows.iter().chain(&items.list.rest);
    let rows: Option<i64> = rows.map(|row| read(row.total.as_deref()?, point, currency)).sum();
    let (first, total) = (items.amounts.first().and_then(minor), minor(&items.total));
    let mut faults = Vec::new();
    if sum.is_none() || sum != total {
        faults.push(format!("{sum:?} is not {total:?}: {:?}, {:?}", items.amounts, items.total));
    }
    if rows.is_none() || rows != first {
        faults.push(format!("{rows:?} is not {first:?}: {:?}", items.list.rows));
    }
    faults
}

/// Amounts with and without decimals, and a storefront whose numbers do not add up.
fn odd(currency: Currency) -> Story {
    let mut story = Story::plain();
    let document = &mut story.document;
    document.currency = currency;
    for (line, total) in document.lines.iter_mut().zip([123_456_789, 5, 1_200_000]) {
        line.total = total;
    }
    document.amounts = Amounts { discount: 1_234, shipping: 4_900, fees: 7, tax: 19_001, ..Amounts::default() };
    document.total = 124_656_794 - 1_234 + 4_900 + 7 + 19_001 + 3;
    story
}

#[test]
fn what_customers_add_up_comes_out_right() {
    let currencies = currencies();
    assert!(currencies.len() > 150, "{}", currencies.len());
    for locale in LOCALES {
        let lang = Lang::of(None, locale);
        let point = point(&lang);
        for currency in &currencies {
            let items = Items::of(&lang, &odd(*currency).document);
            assert_eq!(faults(&items, point, *currency), Vec::<String>::new(), "{locale}, {}", currency.code());
        }
    }
}

#[test]
fn every_amount_can_be_read_back() {
    for locale in LOCALES {
        let lang = Lang::of(None, locale);
        let point = point(&lang);
        for currency in currencies() {
            for minor in [0, 1, 99, 100, 12_345, -500, -1_234_567, 100_000_000, 9_999_999_999] {
                let text = format::money(&lang, Money::new(minor, currency));
                assert_eq!(read(&text, point, currency), Some(minor), "{locale}: {text:?}");
            }
        }
    }
}

#[test]
fn a_sum_that_is_wrong_or_rounded_is_found() {
    let currency = Currency::parse("HUF").expect("a currency");
    let mut items = Items::of(&Lang::of(None, "en"), &odd(currency).document);
    assert_eq!(faults(&items, '.', currency), Vec::<String>::new());
    "HUF\u{a0}1,246,794".clone_into(&mut items.total.amount);
    assert_eq!(faults(&items, '.', currency).len(), 1);
    items.list.rows[1].total = Some("HUF\u{a0}0".to_owned());
    assert_eq!(faults(&items, '.', currency).len(), 2);
}

#[test]
fn a_way_to_pay_that_is_no_brand_is_named_in_the_language_of_the_mail() {
    let paid_with = |locale: &str, kind: &str| {
        let mut story = Story::plain();
        story.document.locale = Some(locale.to_owned());
        story.document.payment_method = None;
        story.method = Some(Method { kind: kind.to_owned(), ..Method::default() });
        mail(&story, Kind::Receipt).text
    };
    for (kind, german, japanese) in [
        ("sepa_debit", "SEPA-Lastschrift", "SEPA口座振替"),
        ("bank_transfer", "Überweisung", "銀行振込"),
        ("cod", "Nachnahme", "代金引換"),
        ("giftcard", "Geschenkkarte", "ギフトカード"),
        ("klarna", "Klarna", "Klarna"),
    ] {
        for (locale, name) in [("de", german), ("ja", japanese)] {
            let text = paid_with(locale, kind);
            assert!(text.lines().any(|line| line.ends_with(name)), "{locale}, {kind}: {text}");
        }
    }
}
