//! The API: a track by its carrier and number. There is no list of them.
//!
//! <https://docs.goshippo.com/shippoapi/public-api/tracking-status/gettrack>

use domain::tracking::TrackingNumber;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Open, Source, Step, Stuck, Talk};
use webhooks::wire::Text;

use super::Shippo;

const TRACK: &str = "track";

impl Source for Shippo {
    fn name(&self) -> &'static str {
        "shippo"
    }

    fn asks(&self, settings: &Settings) -> Option<SignedDuration> {
        settings.own("api_key").map(|_| SignedDuration::ZERO)
    }

    /// Only for what they track for us: whoever asks for another number may have to pay for it.
    fn asks_for(&self, open: &Open<'_>, settings: &Settings) -> Option<Hint> {
        self.asks(settings)?;
        match *open {
            Open::Parcel { carrier: Some(carrier), number, known: true } => Hint::new(TRACK, &[carrier, number]),
            _ => None,
        }
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        match got.first() {
            _ if hint.what != TRACK => Ok(Step::Gone),
            None => {
                let key = talk.settings.own("api_key").ok_or_else(|| Stuck::without("api_key"))?;
                let base = Base::of("https://api.goshippo.com", talk.settings)?;
                let ask = Ask::get(&base, &format!("/tracks/{}/{}", hint.id(0), hint.id(1)));
                let ask = ask.header("authorization", &format!("ShippoToken {key}"));
                Ok(Step::Ask(ask.header("shippo-api-version", "2018-02-08")))
            }
            Some(answer) if !answer.is_there() => Ok(Step::Gone),
            Some(answer) => {
                let track: &RawValue = answer.json("a track")?;
                let named: Named = serde_json::from_str(track.get()).unwrap_or_default();
                let same = named.tracking_number.get().and_then(TrackingNumber::parse);
                if same.is_none_or(|number| Some(number) != TrackingNumber::parse(hint.id(1))) {
                    return Err(Stuck::misread("tracking_number"));
                }
                // As a webhook would have brought it.
                let (test, track) = (named.test.yes(), track.get());
                let body = format!(r#"{{"event":"track_updated","test":{test},"data":{track}}}"#);
                Ok(Step::Done(vec![body.into_bytes()]))
            }
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    tracking_number: Text,
    test: Text,
}

#[cfg(test)]
mod tests;
