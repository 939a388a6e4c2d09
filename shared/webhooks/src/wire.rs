//! Reading what strangers write: numbers as text, empty lists for objects, nothing through a float, nothing that fails.
//!
//! A field of these types never fails a parse; it is read where the body lies, so only from a text or its bytes, and from a
//! `Value` by [`of`]. What must be there is asked for by name afterwards, so that an error says which field it is about and
//! holds nothing of what stood there.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use domain::money::{Currency, Money};
use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Deserialize;
use serde::de::value::{Error, MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::delivery::Unreadable;

/// No order is worth more, and below it no sum of a body's amounts leaves an `i64`.
const MOST: i64 = 10_000_000_000_000;

/// A JSON string, number or boolean as its text, trimmed; anything else, and blank text, is absent.
///
/// Without `Debug`: it may hold anything that a body holds.
#[derive(Clone, Default)]
pub struct Text(Option<String>);

/// A value, or nothing if it is of another shape: PHP writes `[]` for an empty object, and plug-ins write anything.
#[derive(Clone)]
pub struct Maybe<T>(pub Option<T>);

/// A list without those of its members that are of another shape; anything but a list is empty.
#[derive(Clone)]
pub struct List<T>(pub Vec<T>);

/// An object with the fields of `T`, and no list of their values, which serde reads as one, too: two readers of a list could see
/// two fields in one value, and a proof covers fields.
#[derive(Clone, Default)]
pub struct Object<T>(pub T);

impl Text {
    /// The text.
    pub fn get(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The text, owned.
    pub fn owned(&self) -> Option<String> {
        self.0.clone()
    }

    /// The text of a field that must be there.
    pub fn required(&self, name: &str) -> Result<&str, Unreadable> {
        self.get().ok_or_else(|| missing(name))
    }

    /// Whether it says yes.
    pub fn yes(&self) -> bool {
        matches!(self.get(), Some("true" | "1" | "yes"))
    }

    /// Whole numbers only.
    pub fn integer(&self) -> Option<i64> {
        self.get()?.parse().ok()
    }

    /// How many of something; part of one is one.
    pub fn count(&self) -> u32 {
        let text = self.get().unwrap_or_default();
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let part = fraction.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
        whole.parse::<u32>().unwrap_or(0).min(1_000_000) + u32::from(part)
    }

    /// A point in time; one that is written without a zone is UTC.
    pub fn utc(&self) -> Option<Timestamp> {
        let text = self.get()?;
        let naive =
            || text.parse::<civil::DateTime>().ok()?.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
        // `2026-03-22T13:00:00 +0100`, as FedEx's page has it.
        let apart = || text.replacen(" +", "+", 1).replacen(" -", "-", 1).parse().ok();
        text.parse().ok().or_else(naive).or_else(apart)
    }

    /// Seconds since 1970.
    pub fn unix(&self) -> Option<Timestamp> {
        Timestamp::from_second(self.integer()?).ok()
    }

    /// The date as it is written, whatever time and zone stand behind it.
    pub fn date(&self) -> Option<civil::Date> {
        self.get()?.get(..10)?.parse().ok()
    }

    /// One of our own words: `in_transit`.
    pub fn word<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(StrDeserializer::<Error>::new(self.get()?)).ok()
    }

    /// An ISO 4217 currency, which must be there.
    pub fn currency(&self, name: &str) -> Result<Currency, Unreadable> {
        Currency::parse(self.required(name)?).map_err(|_| Unreadable(format!("`{name}` is no ISO 4217 currency code")))
    }

    /// A whole number of minor units; nothing when there is none.
    pub fn minor(&self, name: &str) -> Result<Option<i64>, Unreadable> {
        let Some(text) = self.get() else { return Ok(None) };
        let minor = text.parse().ok().filter(|minor| (-MOST..=MOST).contains(minor));
        minor.map(Some).ok_or_else(|| Unreadable(format!("`{name}` is no amount that we can hold")))
    }

    /// Minor units of a decimal amount; nothing when there is none.
    pub fn amount(&self, currency: Currency, name: &str) -> Result<Option<i64>, Unreadable> {
        let Some(text) = self.get() else { return Ok(None) };
        let money = written_out(text).and_then(|text| Money::parse(&text, currency).ok());
        let money = money.filter(|money| (-MOST..=MOST).contains(&money.minor));
        let refused = || Unreadable(format!("`{name}` is no decimal amount that we can hold"));
        money.map(|money| Some(money.minor)).ok_or_else(refused)
    }
}

/// `1.25E7` is `12500000`, and `1.4e-14` is next to nothing: Java writes large floats so and PHP small ones, and some of them
/// are amounts. Only the point moves; nothing becomes a float.
fn written_out(text: &str) -> Option<Cow<'_, str>> {
    let Some((number, power)) = text.split_once(['e', 'E']) else { return Some(Cow::Borrowed(text)) };
    let power: i32 = power.parse().ok().filter(|power| (-40..=20).contains(power))?;
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{fraction}");
    let known = !whole.is_empty() && digits.len() <= 40 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let point = i32::try_from(whole.len()).ok().filter(|_| known)? + power;
    let zeros = usize::try_from(1 - point).unwrap_or(0);
    let all = format!("{}{digits}", "0".repeat(zeros));
    let point = usize::try_from(point).unwrap_or(0).max(1);
    let all = format!("{all:0<point$}");
    let (whole, fraction) = all.split_at(point);
    Some(Cow::Owned(format!("{sign}{whole}.{fraction}")))
}

/// Of a document only what a shape names, so that nothing goes on that nobody reads: names, streets, signatures. A list's
/// shape is that of each of its members; where a shape ends, only text, numbers and booleans do not.
pub fn only(document: &Value, shape: &Value) -> Value {
    match (document, shape) {
        (Value::Object(fields), Value::Object(shapes)) => {
            let named = |(name, shape): (&String, &Value)| Some((name.clone(), only(fields.get(name)?, shape)));
            Value::Object(shapes.iter().filter_map(named).collect())
        }
        (Value::Array(members), Value::Array(shapes)) => {
            let shape = shapes.first().unwrap_or(&Value::Null);
            members.iter().map(|member| only(member, shape)).collect()
        }
        (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => Value::Null,
        (scalar, _) => scalar.clone(),
    }
}

/// Reads what these types are in from a part of a document.
pub fn of<T: DeserializeOwned>(document: &Value) -> Option<T> {
    serde_json::from_str(&document.to_string()).ok()
}

/// A field that must be there is not, or is of another shape.
pub fn missing(name: &str) -> Unreadable {
    Unreadable(format!("`{name}` is missing or of another kind"))
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        let text = match raw.as_bytes() {
            // As most are: nothing in it means anything else than itself.
            [b'"', text @ .., b'"'] if !text.contains(&b'\\') => raw.get(1..=text.len()).map(Cow::Borrowed),
            [b'"', ..] => serde_json::from_str(raw).ok().map(Cow::Owned),
            [] | [b'{' | b'[' | b'n', ..] => None,
            _ => Some(Cow::Borrowed(raw)),
        };
        Ok(text.map_or_else(Self::default, |text| text.as_ref().into()))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned))
    }
}

impl<T> Default for Maybe<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        Ok(Self(serde_json::from_str(raw.get()).ok()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(fields))
            }
        }

        deserializer.deserialize_map(Fields(PhantomData)).map(Self)
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        let members: Vec<&RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
        Ok(Self(members.iter().filter_map(|member| serde_json::from_str(member.get()).ok()).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Deserialize, Default)]
    #[serde(default)]
    struct Wire {
        one: Text,
        inner: Maybe<Box<Wire>>,
        many: List<Wire>,
    }

    #[track_caller]
    fn read(json: &str) -> Wire {
        serde_json::from_str(json).expect("nothing fails")
    }

    #[test]
    fn numbers_texts_and_booleans_are_text_and_nothing_else_is() {
        for (json, text) in [
            (r#"{"one":" a "}"#, Some("a")),
            (r#"{"one":28.70}"#, Some("28.70")),
            (r#"{"one":820982911946154508}"#, Some("820982911946154508")),
            (r#"{"one":true}"#, Some("true")),
            (r#"{"one":""}"#, None),
            (r#"{"one":null}"#, None),
            (r#"{"one":[]}"#, None),
            (r#"{"one":{"a":1}}"#, None),
            (r#"{"one":"\ud800"}"#, None),
            ("{}", None),
        ] {
            assert_eq!(read(json).one.get(), text, "{json}");
        }
    }

    #[test]
    fn shapes_that_do_not_fit_are_absent() {
        assert!(read(r#"{"inner":"x"}"#).inner.0.is_none());
        assert_eq!(read(r#"{"inner":{"one":1}}"#).inner.0.and_then(|inner| inner.one.owned()).as_deref(), Some("1"));
        assert_eq!(read(r#"{"many":[{"one":1},7,{"one":2}]}"#).many.0.len(), 2);
        assert_eq!(read(r#"{"many":{}}"#).many.0.len(), 0);
    }

    #[test]
    fn times_without_a_zone_are_utc_and_dates_stay_as_written() {
        let text = |json: &str| read(&format!(r#"{{"one":{json}}}"#)).one;
        let noon: Timestamp = "2026-03-22T12:00:00Z".parse().expect("a time");
        assert_eq!(text(r#""2026-03-22T12:00:00""#).utc(), Some(noon));
        assert_eq!(text(r#""2026-03-22T13:00:00+01:00""#).utc(), Some(noon));
        assert_eq!(text(r#""2026-03-22T05:00:00 -0700""#).utc(), Some(noon));
        assert_eq!(text(r#""2026-03-22 13:00:00 +0100""#).utc(), Some(noon));
        assert_eq!(text("1774180800").unix(), Some(noon));
        assert_eq!(text(r#""2026-03-22T23:30:00-08:00""#).date(), Some(civil::date(2026, 3, 22)));
        assert_eq!(text(r#""22.3.2026""#).date(), None);
        assert_eq!(text(r#""żółć żółć żó""#).date(), None);
        assert_eq!([text("2").count(), text("0.5").count(), text("2.0").count(), text("-1").count()], [2, 1, 2, 0]);
    }

    #[test]
    fn amounts_are_read_however_their_number_was_written() {
        let amount = |json: &str, code: &str| {
            let currency = Currency::parse(code).expect("a known currency");
            read(&format!(r#"{{"one":{json}}}"#)).one.amount(currency, "total").ok().flatten()
        };
        for (json, code, minor) in [
            ("1.25E7", "IDR", Some(1_250_000_000)),
            ("1.25E7", "JPY", Some(12_500_000)),
            ("1.234567895E7", "EUR", Some(1_234_567_895)),
            ("-1.0e+1", "EUR", Some(-1000)),
            ("1.4210854715202e-14", "EUR", Some(0)),
            ("-7.105427357601e-15", "EUR", Some(0)),
            ("5.0E-4", "KWD", Some(1)),
            ("4.95E-1", "EUR", Some(50)),
            ("12E-1", "EUR", Some(120)),
            ("0e0", "EUR", Some(0)),
            ("1e21", "EUR", None),
            ("1e-41", "EUR", None),
            ("1e12", "EUR", None),
            (r#""e5""#, "EUR", None),
            (r#""1e""#, "EUR", None),
            (r#""1e1e1""#, "EUR", None),
            (r#""ż1e1""#, "EUR", None),
            (r#""--1e1""#, "EUR", None),
        ] {
            assert_eq!(amount(json, code), minor, "{json}");
        }
    }

    #[test]
    fn errors_name_the_field_and_quote_nothing() {
        let euro = Currency::parse("EUR").expect("a known currency");
        let wire = read(r#"{"one":"secret 12"}"#);
        let error = wire.one.amount(euro, "total").expect_err("no amount").to_string();
        assert_eq!(error, "`total` is no decimal amount that we can hold");
        assert!(read(r#"{"one":"99999999999999999"}"#).one.amount(euro, "total").is_err());
    }

    #[test]
    fn nothing_goes_on_that_is_not_named() {
        let shape = json!({"a": 0, "list": [{"b": 0}], "in": {"c": 0}});
        let named = json!({"b": "x", "name": "J. Doe"});
        let document = json!({"a": 1, "list": [named, 7], "in": {"name": "J. Doe"}, "name": "J. Doe"});
        assert_eq!(only(&document, &shape), json!({"a": 1, "list": [{"b": "x"}, null], "in": {}}));
        let hidden = json!({"a": {"name": "J. Doe"}, "list": {"name": "J. Doe"}, "in": "J. Doe"});
        assert_eq!(only(&hidden, &shape), json!({"a": null, "list": null, "in": null}));
    }
}
