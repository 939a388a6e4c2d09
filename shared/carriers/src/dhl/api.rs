//! The API: a subscription is activated, and a shipment asked for by its number. There is no list of them.
//!
//! <https://developer.dhl.com/api-reference/shipment-tracking>

use domain::tracking::carrier;
use http::Method;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Open, Source, Step, Stuck, Talk};

use super::{ACTIVATION, Dhl, HOST, SUBSCRIPTION};

const SHIPMENT: &str = "shipment";
/// A new key may ask 250 times a day, and once in so long.
const PACE: SignedDuration = SignedDuration::from_secs(5);

impl Source for Dhl {
    fn name(&self) -> &'static str {
        "dhl"
    }

    fn asks(&self, settings: &Settings) -> Option<SignedDuration> {
        settings.own("tracking_key").map(|_| settings.pace(PACE))
    }

    /// For whatever DHL has told of, or the shop says that DHL carries: nobody has to be subscribed for that.
    fn asks_for(&self, open: &Open<'_>, settings: &Settings) -> Option<Hint> {
        self.asks(settings)?;
        let Open::Parcel { carrier: told, number, known } = *open else { return None };
        let theirs = known || told.and_then(carrier).is_some_and(|carrier| carrier.name == "DHL");
        if theirs { Hint::new(SHIPMENT, &[number]) } else { None }
    }

    /// Whatever a webhook said, this goes to DHL, and to nothing but a subscription or a shipment there.
    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let own = |name: &str| talk.settings.own(name).ok_or_else(|| Stuck::without(name));
        match (hint.what.as_str(), got.first()) {
            (ACTIVATION, None) => {
                let asked = Ask::get(&Base::of(HOST, talk.settings)?, &format!("{SUBSCRIPTION}{}", hint.id(0)));
                let asked = asked.header("dhl-api-key", own("api_key")?).header("dhl-api-hook-secret", hint.id(1));
                Ok(Step::Ask(Ask { method: Method::POST, ..asked }))
            }
            (SHIPMENT, None) => {
                let asked = Ask::get(&Base::of(HOST, talk.settings)?, "/track/shipments");
                let asked = asked.query([("trackingNumber", hint.id(0))]);
                Ok(Step::Ask(asked.header("dhl-api-key", own("tracking_key")?)))
            }
            (ACTIVATION, Some(answer)) if answer.is_there() => Ok(Step::Done(Vec::new())),
            (SHIPMENT, Some(answer)) if answer.is_there() => shipments(hint.id(0), answer),
            _ => Ok(Step::Gone),
        }
    }
}

#[derive(Deserialize)]
struct Found {
    shipments: Vec<Value>,
}

/// As a push would have brought them. DHL looks everywhere for a number, so it may find other shipments, too, or the shipment
/// of which the number names a piece: of these only what the number names is taken, under that number.
fn shipments(number: &str, answer: &Answered) -> Result<Step, Stuck> {
    let found: Found = answer.json("shipments")?;
    let own = found.shipments.into_iter().filter(|shipment| names(shipment, number));
    let own: Vec<Value> = own
        .map(|mut shipment| {
            shipment["id"] = json!(number);
            shipment
        })
        .collect();
    if own.is_empty() {
        return Ok(Step::Gone);
    }
    Ok(Step::Done(vec![json!({"scope": "subscription.push", "shipments": own}).to_string().into_bytes()]))
}

/// As a JSON number an id has lost its zeros.
fn names(shipment: &Value, number: &str) -> bool {
    let bare = |text: &str| text.trim().trim_start_matches('0').to_ascii_uppercase();
    let same = |id: &Value| match id {
        Value::String(id) => bare(id) == bare(number),
        Value::Number(id) => bare(&id.to_string()) == bare(number),
        _ => false,
    };
    let pieces = shipment.pointer("/details/pieceIds").and_then(Value::as_array);
    same(&shipment["id"]) || pieces.into_iter().flatten().any(same)
}

#[cfg(test)]
mod tests;
