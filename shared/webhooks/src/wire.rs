//! Reading what strangers write: numbers as text, empty lists for objects, nothing through a float.

use domain::money::{Currency, Money};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A JSON string, number or boolean as its text; `null` is absent. Digits are never a float on the way.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    let raw = raw.get().trim();
    if raw.starts_with('"') {
        return serde_json::from_str(raw).map(Some).map_err(serde::de::Error::custom);
    }
    let scalar = !raw.starts_with(['{', '[']) && raw != "null";
    Ok(scalar.then(|| raw.to_owned()))
}

/// A value, or nothing if it is of another shape: PHP writes `[]` for an empty object, and plug-ins write anything.
pub fn lenient<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: serde::de::DeserializeOwned,
{
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).ok())
}

/// Minor units of decimal text; what is missing or empty is zero.
pub fn minor(text: Option<&str>, currency: Currency) -> Result<i64, domain::money::NoMoney> {
    match text.map(str::trim) {
        None | Some("") => Ok(0),
        Some(text) => Money::parse(text, currency).map(|money| money.minor),
    }
}
