//! UPS Track Alert: every scan is a post of its own, and one that was not answered never comes again.
//!
//! <https://developer.ups.com/tag/UPS-Track-Alert>, <https://github.com/UPS-API/api-documentation> (`UPSTrackAlert.yaml`)
//!
//! Version 1 shows the `credential` of the subscription as it is. Version 2 fetches a token from us first; at
//! developer.ups.com/update-webhook, this webhook's own URL is both the webhook and the token URL:
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the `credential` of version 1; the client secret of version 2. When it changes, leave the old one here for 14 days |
//! | `client_id` | version 2 only: the client id that UPS logs in with |
//!
//! A subscription tells of a number for 14 days and of nothing before it. Not checked: `x-api-key`, because UPS does not
//! say whose it is. Not reconciled.

mod codes;
mod token;

use domain::fact::{Scan, Tracking};
use domain::tracking::TrackingNumber;
use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Text, missing};

use codes::{Told, meaning};

pub(crate) struct Ups;

impl Prover for Ups {
    fn name(&self) -> &'static str {
        "ups"
    }

    /// The secret itself, in a header of version 1 that is not `Authorization`, or a token that we made from it.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        match settings.own("client_id") {
            Some(client) if !delivery.headers.contains_key("credential") => {
                token::verify(delivery, settings, client, now)
            }
            _ => {
                let given = delivery.header("credential").ok_or(Rejection::Missing)?;
                signature::token(delivery, settings.trimmed(), given).map(Proof::Signed)
            }
        }
    }
}

impl Provider<Tracking> for Ups {
    fn about(&self) -> About {
        About {
            title: "UPS Track Alert",
            docs: "https://developer.ups.com/tag/UPS-Track-Alert",
            events: "every activity: M, MV, I, X, U, D",
            proof: "secret in a header, or OAuth token from us",
            checked: Checked::Documented,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let alert: Alert = serde_json::from_slice(delivery.body())?;
        Ok(vec![alert.tracking()?])
    }

    /// Who took it, and a photograph of where it was left.
    fn blanked(&self) -> &'static [&'static str] {
        &["receivedBy", "deliveryPhoto"]
    }
}

/// All but the number and the status may be missing or blank.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Alert {
    tracking_number: Text,
    activity_status: Maybe<Status>,
    activity_location: Maybe<Place>,
    gmt_activity_date: Text,
    gmt_activity_time: Text,
    gmt_offset: Text,
    local_activity_date: Text,
    local_activity_time: Text,
    scheduled_delivery_date: Text,
    actual_delivery_date: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Status {
    #[serde(rename = "type")]
    kind: Text,
    code: Text,
    description: Text,
    description_code: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Place {
    city: Text,
    state_province: Text,
    country: Text,
}

impl Alert {
    fn tracking(&self) -> Result<Tracking, Unreadable> {
        let number = self.tracking_number.get().and_then(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("trackingNumber"))?;
        let status = self.activity_status.0.as_ref().ok_or_else(|| missing("activityStatus"))?;
        let (at, date) = self.when().ok_or_else(|| missing("gmtActivityDate"))?;
        let meaning = meaning(&status.told(self.actual_delivery_date.get().is_some()));
        let scan = Scan {
            at,
            date,
            state: meaning.state,
            text: status.description.owned().unwrap_or_default(),
            place: self.activity_location.0.as_ref().map(Place::text).unwrap_or_default(),
        };
        Ok(Tracking {
            tracker: number.as_str().to_owned(),
            at,
            // Numbers of their customer integration environment.
            test: number.as_str().starts_with("1ZCIETST"),
            number,
            carrier: Some("UPS".to_owned()),
            state: meaning.state,
            is_return: false,
            delayed: meaning.delayed,
            action_required: meaning.action_required,
            reason: meaning.reason,
            scans: vec![scan],
            whole: false,
            // Beside a delay stands the date that will not be kept; the new one comes with an update.
            promised: self.scheduled_delivery_date.get().and_then(date_of).filter(|_| meaning.delayed.is_none()),
            url: None,
        })
    }

    /// When it happened, and the date there: by GMT, or else by the local clock and its offset from GMT.
    fn when(&self) -> Option<(Timestamp, civil::Date)> {
        let offset = self.gmt_offset.get().and_then(offset_of);
        let gmt = clock(&self.gmt_activity_date, &self.gmt_activity_time);
        let local = clock(&self.local_activity_date, &self.local_activity_time);
        let at = gmt.map(|gmt| (gmt, Offset::UTC)).or_else(|| Some((local?, offset.unwrap_or(Offset::UTC))));
        let at = at.and_then(|(clock, offset)| offset.to_timestamp(clock).ok())?;
        let there = || offset.unwrap_or(Offset::UTC).to_datetime(at);
        Some((at, local.unwrap_or_else(there).date()))
    }
}

impl Status {
    fn told(&self, delivered: bool) -> Told<'_> {
        let word = |text: &Text| text.get().unwrap_or_default().to_ascii_uppercase();
        Told {
            kind: word(&self.kind),
            code: word(&self.code),
            // Text or a number, with or without leading zeros.
            description: self.description_code.get().and_then(|code| code.trim_start_matches('0').parse().ok()),
            text: self.description.get().unwrap_or_default(),
            delivered,
        }
    }
}

impl Place {
    fn text(&self) -> String {
        let parts = [&self.city, &self.state_province, &self.country];
        parts.into_iter().filter_map(Text::get).collect::<Vec<&str>>().join(", ")
    }
}

/// `20260504`.
fn date_of(text: &str) -> Option<civil::Date> {
    let plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain {
        return None;
    }
    civil::Date::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?).ok()
}

/// `20260504` and `091519`, which as a number has lost its first digit; a day without a time begins at midnight.
fn clock(date: &Text, time: &Text) -> Option<civil::DateTime> {
    let date = date.get().and_then(date_of)?;
    let digits = time.get().filter(|time| time.len() <= 6 && time.bytes().all(|byte| byte.is_ascii_digit()));
    let time: i32 = digits.unwrap_or("0").parse().ok()?;
    let part = |divisor: i32| i8::try_from(time / divisor % 100).ok();
    let time = civil::Time::new(part(10_000)?, part(100)?, part(1)?, 0).ok()?;
    Some(date.to_datetime(time))
}

/// `-04.00`: a colon's place is a dot's.
fn offset_of(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    let (hours, minutes) = rest.split_once(['.', ':']).unwrap_or((rest, "0"));
    let part = |text: &str| text.parse::<u16>().ok().map(i32::from);
    Offset::from_seconds(sign * (part(hours)? * 3600 + part(minutes)? * 60)).ok()
}

#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
