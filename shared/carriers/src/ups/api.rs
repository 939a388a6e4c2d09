//! The Track API: the history of one parcel.
//!
//! <https://developer.ups.com/tag/Tracking>, <https://github.com/UPS-API/api-documentation> (`Tracking.yaml`,
//! `OAuthClientCredentials.yaml`)
//!
//! Form and names are from there and from answers that others have shown; no answer to us was seen. Not sure: that a post and
//! the history have one activity at one second of GMT (its words may differ: a scan is told by its time and what it means),
//! and that a history is complete (UPS keeps it for 120 days). Activities without GMT and offset, as answers of 2023 had them,
//! are left out. Each parcel takes two questions: a token is not kept.

use jiff::SignedDuration;
use serde_json::{Value, json};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Open, Source, Step, Stuck, Talk};
use webhooks::wire;

use super::Ups;
use super::wire::Said;
use crate::asked::{self, App};

const LIVE: &str = "https://onlinetools.ups.com";
/// Not `client_id`: with that one UPS logs in here.
const APP: [&str; 2] = ["api_client_id", "api_client_secret"];

impl Source for Ups {
    fn name(&self) -> &'static str {
        "ups"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let Some(number) = asked::number(hint) else { return Ok(Step::Gone) };
        let (base, app) = (Base::of(LIVE, talk.settings)?, App::of(talk.settings, APP)?);
        match got {
            [] => {
                let ask = Ask::form(&base, "/security/v1/oauth/token", &[("grant_type", "client_credentials")]);
                Ok(Step::Ask(ask.basic(app.id, app.secret)))
            }
            [token] => {
                let ask = Ask::get(&base, &format!("/api/track/v1/details/{number}"))
                    .query([("locale", "en_US"), ("returnSignature", "false")])
                    .bearer(&asked::token(token)?);
                Ok(Step::Ask(ask.header("transid", &talk.once(got.len())).header("transactionsrc", "tidings")))
            }
            [_, answer, ..] if !answer.is_there() => Ok(Step::Gone),
            [_, answer, ..] => history(number, &answer.json("trackResponse")?),
        }
    }

    fn is_unknown(&self, answer: &Answered) -> bool {
        answer.json("response").is_ok_and(|answer: Value| is_unknown(&answer) == Some(true))
    }

    fn asks(&self, settings: &Settings) -> Option<SignedDuration> {
        App::of(settings, APP).ok().map(|_| SignedDuration::ZERO)
    }

    fn asks_for(&self, open: &Open<'_>, settings: &Settings) -> Option<Hint> {
        self.asks(settings)?;
        asked::hint(open, "UPS", |number| {
            let rest = number.as_str().strip_prefix("1Z").filter(|rest| rest.len() == 16);
            rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()))
        })
    }
}

/// "Tracking Information Not Found", "Invalid inquiry number".
const UNKNOWN: [&str; 2] = ["TW0001", "TV1002"];

/// Whether all the errors of an answer are about the number; nothing if it has none.
fn is_unknown(answer: &Value) -> Option<bool> {
    let errors: Vec<&str> =
        asked::list(answer, "/response/errors").filter_map(|error| error["code"].as_str()).collect();
    (!errors.is_empty()).then(|| errors.iter().all(|code| UNKNOWN.contains(code)))
}

/// The parcel that was asked for, without the others of its shipment, addresses, signature and photograph.
fn history(number: &str, answer: &Value) -> Result<Step, Stuck> {
    if answer.pointer("/trackResponse/shipment").and_then(Value::as_array).is_none() {
        return match is_unknown(answer) {
            None => Err(Stuck::misread("trackResponse")),
            Some(true) => Ok(Step::Gone),
            Some(false) => Err(asked::refused()),
        };
    }
    let of = |shipment: &Value, package: &Value| {
        let named = package["trackingNumber"].as_str().or(shipment["inquiryNumber"].as_str());
        named.is_none_or(|named| named.trim().eq_ignore_ascii_case(number))
    };
    let packages = asked::list(answer, "/trackResponse/shipment")
        .flat_map(|shipment| asked::list(shipment, "/package").filter(move |package| of(shipment, package)));
    let packages: Vec<Value> = packages
        .map(|package| {
            let mut kept = wire::only(package, &shape());
            kept["trackingNumber"] = number.into();
            kept
        })
        .collect();
    let body = json!({"trackResponse": {"shipment": [{"package": packages}]}}).to_string();
    let said: Said = serde_json::from_str(&body).map_err(|_| Stuck::misread("trackResponse"))?;
    match said.trackings() {
        // Of a number that it does not know UPS says so in a warning. Or nothing happened yet.
        Ok(trackings) if trackings.is_empty() => Ok(Step::Gone),
        Ok(_) => Ok(Step::Done(vec![body.into_bytes()])),
        Err(_) => Err(Stuck::misread("activity")),
    }
}

fn shape() -> Value {
    json!({
        "deliveryDate": [{"type": 0, "date": 0}],
        "activity": [{
            "date": 0, "time": 0, "gmtDate": 0, "gmtTime": 0, "gmtOffset": 0,
            "status": {"type": 0, "code": 0, "description": 0, "statusCode": 0},
            "location": {"address": {"city": 0, "stateProvince": 0, "country": 0, "countryCode": 0}},
        }],
    })
}

#[cfg(test)]
mod tests;
