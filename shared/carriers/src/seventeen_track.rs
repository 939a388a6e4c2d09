//! 17TRACK: what is known of a number is sent whole, with the events of every carrier on its way.
//!
//! <https://asset.17track.net/api/document/v2.2_en/>, <https://api.17track.net>
//!
//! `secrets` are API access keys: 17TRACK has no other. How it signs is known from four who verify it, not from its own page;
//! try it with the test push of its dashboard. Of webhooks in version 1 only the signature is known: choose 2 or later there.
//! The date of delivery is the last day of the time that it estimates. With that key as `api_key` too, what webhooks did not
//! bring is asked for, of the numbers of the last 30 days; `days` says otherwise.

mod api;
mod objects;

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Text, missing};

use crate::meaning::{Meaning, is, late, why};

/// Their sub-statuses in our words, and their statuses, where the sub-status says no more. Nothing for `NotFound`.
fn meaning(status: &str, sub_status: &str) -> Meaning {
    match sub_status {
        "InTransit_PickedUp" => return is(ParcelState::Accepted),
        "InTransit_CustomsProcessing" => return why(ParcelState::InTransit, Reason::Customs),
        "InTransit_CustomsRequiringInformation" => return why(ParcelState::Exception, Reason::Customs).asks(),
        "DeliveryFailure_NoBody" | "Exception_NoBody" => {
            return why(ParcelState::DeliveryAttempted, Reason::RecipientAbsent);
        }
        "DeliveryFailure_InvalidAddress" => return why(ParcelState::DeliveryAttempted, Reason::Address).asks(),
        "DeliveryFailure_Rejected" | "Exception_Rejected" => return why(ParcelState::Exception, Reason::Refused),
        "Exception_Security" => return why(ParcelState::DeliveryAttempted, Reason::Other),
        "Exception_Returning" => return is(ParcelState::ReturnToSender),
        "Exception_Returned" => return is(ParcelState::Returned),
        "Exception_Damage" => return why(ParcelState::Exception, Reason::Damaged),
        "Exception_Lost" => return why(ParcelState::Lost, Reason::Lost),
        "Exception_Destroyed" => return why(ParcelState::Lost, Reason::Other),
        "Exception_Delayed" => return late(DelayCause::Carrier),
        "Exception_Cancel" => return is(ParcelState::Cancelled),
        _ => {}
    }
    match status {
        "InfoReceived" => is(ParcelState::PreTransit),
        // Expired is what has been on its way for long: nobody gave it up.
        "InTransit" | "Expired" => is(ParcelState::InTransit),
        "AvailableForPickup" => is(ParcelState::AvailableForPickup),
        "OutForDelivery" => is(ParcelState::OutForDelivery),
        "DeliveryFailure" => why(ParcelState::DeliveryAttempted, Reason::Other),
        "Delivered" => is(ParcelState::Delivered),
        "Exception" => why(ParcelState::Exception, Reason::Other),
        _ => Meaning::default(),
    }
}

/// What a step on the way means, for events that have no sub-status.
fn stage(stage: &str) -> Option<ParcelState> {
    Some(match stage {
        "InfoReceived" => ParcelState::PreTransit,
        "PickedUp" => ParcelState::Accepted,
        "Departure" | "Arrival" => ParcelState::InTransit,
        "AvailableForPickup" => ParcelState::AvailableForPickup,
        "OutForDelivery" => ParcelState::OutForDelivery,
        "Delivered" => ParcelState::Delivered,
        "Returning" => ParcelState::ReturnToSender,
        "Returned" => ParcelState::Returned,
        _ => return None,
    })
}

pub(crate) struct SeventeenTrack;

impl Prover for SeventeenTrack {
    fn name(&self) -> &'static str {
        "17track"
    }

    /// Hex of a plain SHA-256 over the body, a slash and the key; in version 1 among the body's own fields, over event, data
    /// and key. There is no timestamp: an old delivery is an old document, which folds away.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let claimed = |sign: &str| hex::decode(sign).into_iter().collect::<Vec<Vec<u8>>>();
        if let Some(sign) = delivery.header("sign") {
            let message: &[&[u8]] = &[delivery.body, b"/"];
            return signature::sha256_keyed(delivery, settings.trimmed(), message, &claimed(sign)).map(Proof::Signed);
        }
        let first: FirstVersion<'_> = serde_json::from_slice(delivery.body).map_err(|_| Rejection::Missing)?;
        let (Some(event), Some(data), Some(sign)) = (first.event.get(), first.data, first.sign.get()) else {
            return Err(Rejection::Missing);
        };
        let message: &[&[u8]] = &[event.as_bytes(), b"/", data.get().as_bytes(), b"/"];
        signature::sha256_keyed(delivery, settings.trimmed(), message, &claimed(sign)).map(Proof::Signed)
    }
}

/// The signed fields of version 1, the data as they were written.
#[derive(Deserialize)]
struct FirstVersion<'a> {
    #[serde(default)]
    event: Text,
    #[serde(borrow, default)]
    data: Option<&'a RawValue>,
    #[serde(default)]
    sign: Text,
}

impl Provider<Tracking> for SeventeenTrack {
    fn about(&self) -> About {
        About {
            title: "17TRACK",
            docs: "https://asset.17track.net/api/document/v2.2_en/",
            events: "TRACKING_UPDATED",
            proof: "SHA-256 over body and key",
            checked: Checked::InPart,
        }
    }

    /// `TRACKING_STOPPED` says that they look no more: nothing of the parcel. Nor does a number that was never seen.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let push: objects::Push = serde_json::from_slice(delivery.body())?;
        if push.event.required("event")? != "TRACKING_UPDATED" {
            return Ok(Vec::new());
        }
        let watched = push.data.0.as_ref().ok_or_else(|| missing("data"))?;
        Ok(watched.tracking()?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
