//! Carriers without a list of changes: each open parcel is asked for by its number, with a token of the merchant's own app.

use domain::tracking::{TrackingNumber, carrier};
use serde::Deserialize;
use serde_json::Value;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Open, Stuck};
use webhooks::wire::Text;

/// The kind of hint.
const PARCEL: &str = "parcel";

/// The merchant's app at a carrier, as OAuth's client credentials name it. Without `Debug`: it is a secret.
#[derive(Clone, Copy)]
pub(crate) struct App<'a> {
    pub(crate) id: &'a str,
    pub(crate) secret: &'a str,
}

impl<'a> App<'a> {
    /// As two of the settings have it.
    pub(crate) fn of(settings: &'a Settings, [id, secret]: [&str; 2]) -> Result<Self, Stuck> {
        let own = |name: &str| settings.own(name).ok_or_else(|| Stuck::without(name));
        Ok(Self { id: own(id)?, secret: own(secret)? })
    }
}

/// The parcel's number as the carrier of this name is asked for it: if it is the carrier's, or was told of by it before, and
/// is one that it takes.
pub(crate) fn hint(open: &Open<'_>, name: &str, takes: impl Fn(&TrackingNumber) -> bool) -> Option<Hint> {
    let Open::Parcel { carrier: told, number, known } = *open else { return None };
    let theirs = known || told.and_then(carrier).is_some_and(|carrier| carrier.name == name);
    let number = TrackingNumber::parse(number).filter(|number| theirs && takes(number))?;
    Hint::new(PARCEL, &[number.as_str()])
}

/// The number that such a hint names.
pub(crate) fn number(hint: &Hint) -> Option<&str> {
    Some(hint.id(0)).filter(|number| hint.what == PARCEL && !number.is_empty())
}

/// The token that was granted.
pub(crate) fn token(answer: &Answered) -> Result<String, Stuck> {
    let granted: Granted = answer.json("access_token")?;
    let token = granted.access_token.owned().filter(|token| token.bytes().all(|byte| byte.is_ascii_graphic()));
    token.ok_or_else(|| {
        Stuck("the provider gives no token: correct id and secret of the app in the connection's settings".to_owned())
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Granted {
    access_token: Text,
}

/// An answer that is an error, but says nothing of the number.
pub(crate) fn refused() -> Stuck {
    Stuck(
        "the provider answers with an error and no parcel: see whether the app in the connection's settings may track"
            .to_owned(),
    )
}

/// The members of a list somewhere in a document; none if there is no list.
pub(crate) fn list<'a>(document: &'a Value, pointer: &str) -> impl Iterator<Item = &'a Value> {
    document.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_parcels_of_a_carrier_are_asked_for_there() {
        let takes = |number: &TrackingNumber| number.as_str().len() == 4;
        let asked = |carrier: Option<&str>, number: &str, known: bool| {
            hint(&Open::Parcel { carrier, number, known }, "UPS", takes).map(|hint| hint.id(0).to_owned())
        };
        assert_eq!(asked(Some("ups-mail"), "ab 12", false).as_deref(), Some("AB12"));
        assert_eq!(asked(Some("DHL"), "AB12", true).as_deref(), Some("AB12"));
        assert_eq!(asked(None, "AB12", true).as_deref(), Some("AB12"));
        for (carrier, number, known) in [
            (None, "AB12", false),
            (Some("USPS"), "AB12", false),
            (Some("Bob's bikes"), "AB12", false),
            (Some("UPS"), "AB123", true),
            (Some("UPS"), "A/12", true),
            (Some("UPS"), "", true),
        ] {
            assert_eq!(asked(carrier, number, known), None, "{carrier:?} {number} {known}");
        }
        assert!(hint(&Open::Payment { id: "AB12" }, "UPS", takes).is_none());
    }
}
