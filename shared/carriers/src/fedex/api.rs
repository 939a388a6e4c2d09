//! The Track API: the document of one parcel.
//!
//! <https://developer.fedex.com/api/en-us/catalog/authorization.html>,
//! <https://developer.fedex.com/api/en-us/catalog/track.html>
//!
//! Form and names are from FedEx's own description of the API, as an implementer keeps it; no answer to us was seen. It is the
//! family of documents that their webhook sends, and that both hold the same scans of a parcel is taken from their page, not
//! seen. Each parcel takes two questions, since a token is not kept; both count for FedEx's limits.

use jiff::SignedDuration;
use serde_json::{Value, json};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Open, Source, Step, Stuck, Talk};
use webhooks::wire;

use super::FedEx;
use super::wire::Document;
use crate::asked::{self, App};

const LIVE: &str = "https://apis.fedex.com";
const APP: [&str; 2] = ["client_id", "client_secret"];

impl Source for FedEx {
    fn name(&self) -> &'static str {
        "fedex"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let Some(number) = asked::number(hint) else { return Ok(Step::Gone) };
        let (base, app) = (Base::of(LIVE, talk.settings)?, App::of(talk.settings, APP)?);
        match got {
            [] => {
                let login =
                    [("grant_type", "client_credentials"), ("client_id", app.id), ("client_secret", app.secret)];
                Ok(Step::Ask(Ask::form(&base, "/oauth/token", &login)))
            }
            [token] => {
                let parcel = json!({"trackingNumberInfo": {"trackingNumber": number}});
                let asked = json!({"includeDetailedScans": true, "trackingInfo": [parcel]});
                let ask = Ask::json(&base, "/track/v1/trackingnumbers", &asked).bearer(&asked::token(token)?);
                Ok(Step::Ask(ask.header("x-locale", "en_US")))
            }
            [_, answer, ..] if !answer.is_there() => Ok(Step::Gone),
            [_, answer, ..] => document(number, &answer.json("output")?),
        }
    }

    fn is_unknown(&self, answer: &Answered) -> bool {
        answer.json("errors").is_ok_and(|answer: Value| is_unknown(&answer) == Some(true))
    }

    fn asks(&self, settings: &Settings) -> Option<SignedDuration> {
        App::of(settings, APP).ok().map(|_| SignedDuration::ZERO)
    }

    /// Numbers of express, ground, freight and the post have 9 to 34 digits; a door tag's begin with `DT`.
    fn asks_for(&self, open: &Open<'_>, settings: &Settings) -> Option<Hint> {
        self.asks(settings)?;
        asked::hint(open, "FedEx", |number| {
            let tag = number.as_str().strip_prefix("DT").filter(|digits| digits.len() == 12);
            let digits = tag.unwrap_or(number.as_str());
            (9..=34).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    }
}

/// What their errors of a number end in.
const UNKNOWN: [&str; 3] = [".NOTFOUND", ".INVALID", ".EMPTY"];

/// Whether all the errors of an answer are about the number; nothing if it has none.
fn is_unknown(answer: &Value) -> Option<bool> {
    let errors: Vec<&str> = asked::list(answer, "/errors").filter_map(|error| error["code"].as_str()).collect();
    (!errors.is_empty()).then(|| errors.iter().all(|code| UNKNOWN.iter().any(|end| code.ends_with(end))))
}

/// The parcels that had the number, without people, streets and the names of transactions, which are others each time. What
/// is read as which one is the number that was asked for: theirs may be the short form of it.
fn document(number: &str, answer: &Value) -> Result<Step, Stuck> {
    if answer.pointer("/output/completeTrackResults").and_then(Value::as_array).is_none() {
        return match is_unknown(answer) {
            None => Err(Stuck::misread("output")),
            Some(true) => Ok(Step::Gone),
            Some(false) => Err(asked::refused()),
        };
    }
    let results =
        || asked::list(answer, "/output/completeTrackResults").flat_map(|one| asked::list(one, "/trackResults"));
    let kept: Vec<Value> = results()
        .map(|result| {
            let mut kept = wire::only(result, &shape());
            kept["trackingNumberInfo"]["trackingNumber"] = number.into();
            kept
        })
        .collect();
    let body =
        json!({"output": {"completeTrackResults": [{"trackingNumber": number, "trackResults": kept}]}}).to_string();
    let read: Document = serde_json::from_str(&body).map_err(|_| Stuck::misread("output"))?;
    match read.trackings() {
        Ok(trackings) if !trackings.is_empty() => Ok(Step::Done(vec![body.into_bytes()])),
        // Of a number that it does not know FedEx says so in an error of its own. Or nothing happened yet.
        _ if results().all(|result| is_blank(&result["scanEvents"])) => Ok(Step::Gone),
        _ => Err(Stuck::misread("scanEvents")),
    }
}

fn is_blank(list: &Value) -> bool {
    list.is_null() || list.as_array().is_some_and(Vec::is_empty)
}

fn shape() -> Value {
    let window = json!({"window": {"ends": 0}});
    json!({
        "trackingNumberInfo": {"trackingNumberUniqueId": 0},
        "latestStatusDetail": {
            "code": 0, "derivedCode": 0, "description": 0,
            "ancillaryDetails": [{"reasonDescription": 0, "action": 0, "actionDescription": 0}],
            "delayDetail": {"type": 0, "status": 0},
        },
        "dateAndTimes": [{"type": 0, "dateTime": 0}],
        "scanEvents": [{
            "date": 0, "eventType": 0, "eventDescription": 0, "exceptionDescription": 0, "derivedStatusCode": 0,
            "scanLocation": {"city": 0, "stateOrProvinceCode": 0, "countryCode": 0},
        }],
        "estimatedDeliveryTimeWindow": window,
        "standardTransitTimeWindow": window,
        // That it is filled says that the parcel goes back.
        "returnDetail": {"authorizationName": 0, "reasonDetail": [{"type": 0, "description": 0}]},
    })
}

#[cfg(test)]
mod tests;
