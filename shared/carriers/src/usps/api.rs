//! The Tracking API, version 3: the document of one parcel.
//!
//! <https://developers.usps.com/trackingv3>, <https://github.com/USPS/api-examples>
//!
//! Form and names are from USPS's own description of the API, as an implementer keeps it, and from answers that others have
//! shown; no answer to us was seen, nor whether a webhook has the same scans word for word. It is put into an envelope as a
//! webhook's is. Others report: that an app may ask some 60 times an hour until USPS allows it more, tokens included (each
//! parcel takes two questions: a token is not kept); that of a number that it does not know it says 404, or 400 with
//! a code of its own; that a new label is unknown there for a while.

use jiff::SignedDuration;
use serde_json::{Value, json};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Open, Source, Step, Stuck, Talk};
use webhooks::wire;

use super::Usps;
use super::wire::Document;
use crate::asked::{self, App};

const LIVE: &str = "https://apis.usps.com";
const APP: [&str; 2] = ["client_id", "client_secret"];
/// A run that rests for a minute in all then has some twenty parcels, or forty questions of the sixty.
const PACE: SignedDuration = SignedDuration::from_secs(3);

impl Source for Usps {
    fn name(&self) -> &'static str {
        "usps"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let Some(number) = asked::number(hint) else { return Ok(Step::Gone) };
        let (base, app) = (Base::of(LIVE, talk.settings)?, App::of(talk.settings, APP)?);
        match got {
            [] => {
                let login = json!({
                    "grant_type": "client_credentials", "client_id": app.id, "client_secret": app.secret,
                });
                Ok(Step::Ask(Ask::json(&base, "/oauth2/v3/token", &login)))
            }
            [token] => {
                let ask = Ask::get(&base, &format!("/tracking/v3/tracking/{number}")).query([("expand", "DETAIL")]);
                Ok(Step::Ask(ask.bearer(&asked::token(token)?)))
            }
            [_, answer, ..] if !answer.is_there() => Ok(Step::Gone),
            [_, answer, ..] => document(number, &answer.json("trackingEvents")?),
        }
    }

    fn is_unknown(&self, answer: &Answered) -> bool {
        answer.json("error").is_ok_and(|answer: Value| is_unknown(&answer["error"]))
    }

    fn asks(&self, settings: &Settings) -> Option<SignedDuration> {
        App::of(settings, APP).ok().map(|_| settings.pace(PACE))
    }

    /// Labels have 20 to 34 digits, with or without the postcode that they go to; parcels from and to abroad have a number of
    /// the Postal Union.
    fn asks_for(&self, open: &Open<'_>, settings: &Settings) -> Option<Hint> {
        self.asks(settings)?;
        asked::hint(open, "USPS", |number| {
            let text = number.as_str();
            number.is_postal() || (20..=34).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        })
    }
}

/// The parcel under the number that was asked for, which may begin with a postcode that theirs has not; without who signed.
fn document(number: &str, answer: &Value) -> Result<Step, Stuck> {
    let theirs = answer["trackingNumber"].as_str().map_or(number, str::trim);
    match answer["trackingEvents"].as_array() {
        None if is_unknown(&answer["error"]) => return Ok(Step::Gone),
        None if !answer["error"].is_null() => return Err(asked::refused()),
        None => return Err(Stuck::misread("trackingEvents")),
        // Nothing happened yet.
        Some(events) if events.is_empty() => return Ok(Step::Gone),
        Some(_) if !number.ends_with(theirs) => return Err(Stuck::misread("trackingNumber")),
        Some(_) => {}
    }
    let mut kept = wire::only(answer, &shape());
    kept["trackingNumber"] = number.into();
    let payload = kept.to_string();
    let read: Document = serde_json::from_str(&payload).map_err(|_| Stuck::misread("trackingEvents"))?;
    read.tracking(None).map_err(|_| Stuck::misread("GMTTimestamp"))?;
    Ok(Step::Done(vec![json!({"subscriptionType": "TRACKING", "payload": payload}).to_string().into_bytes()]))
}

/// Whether an error is about the number: "Invalid Tracking Number" is a 400 with a code of its own.
fn is_unknown(error: &Value) -> bool {
    let says = |value: &Value, codes: &[&str]| {
        let code = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        codes.contains(&code.as_str())
    };
    says(&error["code"], &["404"]) || asked::list(error, "/errors").any(|one| says(&one["code"], &["150002", "404"]))
}

fn shape() -> Value {
    json!({
        "uniqueMailPieceID": 0, "status": 0, "statusCategory": 0, "statusSummary": 0, "onTime": 0,
        "predictedDeliveryDate": 0, "expectedDeliveryTimeStamp": 0, "expectedDeliveryDate": 0,
        "guaranteedDeliveryTimeStamp": 0,
        "trackingEvents": [{
            "eventType": 0, "eventCode": 0, "eventTimestamp": 0, "GMTTimestamp": 0, "GMTOffset": 0,
            "eventCity": 0, "eventState": 0, "eventCountry": 0,
        }],
    })
}

#[cfg(test)]
mod tests;
