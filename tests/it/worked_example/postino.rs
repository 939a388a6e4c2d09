//! Postino: a parcel's newest scan, at every move. <https://postino.example/webhooks>

use domain::fact::{Scan, Tracking};
use domain::tracking::{ParcelState, TrackingNumber};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Text, missing};

/// Their states in our words. Nothing for one that we do not know: the parcel stays what it was.
fn state(word: &str) -> Option<ParcelState> {
    Some(match word {
        "announced" => ParcelState::PreTransit,
        "moving" => ParcelState::InTransit,
        "at_the_door" => ParcelState::OutForDelivery,
        "handed_over" => ParcelState::Delivered,
        _ => return None,
    })
}

pub(crate) struct Postino;

impl Prover for Postino {
    fn name(&self) -> &'static str {
        "postino"
    }

    /// Hex of HMAC-SHA256 over the body.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let header = delivery.header("x-postino-signature").ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = hex::decode(header).into_iter().collect();
        signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed).map(Proof::Signed)
    }
}

impl Provider<Tracking> for Postino {
    fn about(&self) -> About {
        About {
            title: "Postino",
            docs: "https://postino.example/webhooks",
            events: "every move",
            proof: "HMAC-SHA256 over the body",
            checked: Checked::Documented,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let parcel: Parcel = serde_json::from_slice(delivery.body())?;
        let number = parcel.number.get().and_then(TrackingNumber::parse).ok_or_else(|| missing("number"))?;
        let (at, date) = parcel.at.utc().zip(parcel.at.date()).ok_or_else(|| missing("at"))?;
        let word = parcel.state.owned().unwrap_or_default();
        let place = parcel.place.owned().unwrap_or_default();
        let scan = Scan { at, date, state: state(&word), text: word, place };
        // `whole` is false: each post has one scan, and the others are remembered.
        Ok(vec![Tracking { state: scan.state, scans: vec![scan], ..Tracking::of(number, at) }])
    }
}

/// Fields of these types never fail a parse: what must be there is asked for by its name.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Parcel {
    number: Text,
    state: Text,
    at: Text,
    place: Text,
}
