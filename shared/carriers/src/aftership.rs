//! AfterShip Tracking: a tracking is sent whole, with all of its checkpoints, at every change.
//!
//! <https://www.aftership.com/docs/tracking/webhook/webhook-overview>,
//! <https://www.aftership.com/docs/tracking/webhook/webhook-signature>,
//! <https://www.aftership.com/docs/tracking/enum/delivery-sub-statuses>
//!
//! The version of the body is chosen for each URL; those from 2023 on are read. A date of delivery is taken only from the
//! carrier: one that AfterShip guesses is no promise. With an `api_key`, what webhooks did not bring is asked for.

mod api;
mod objects;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState;
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::missing;

use crate::meaning::{Meaning, is, late, why};

/// Their sub-statuses in our words, and their statuses, where the sub-status is one that we do not know or says no more.
/// Nothing for `Pending`: nobody has seen it yet, or nobody could ask.
fn meaning(tag: &str, subtag: &str) -> Meaning {
    match subtag {
        "InTransit_002" => return is(ParcelState::Accepted),
        // Waiting where it is sorted, not on the van.
        "OutForDelivery_002" => return is(ParcelState::AvailableForPickup),
        // The customer was called, or a day was agreed: not on the van either.
        "OutForDelivery_003" | "OutForDelivery_004" => return is(ParcelState::InTransit),
        "AttemptFail_002" | "AttemptFail_003" => return why(ParcelState::DeliveryAttempted, Reason::RecipientAbsent),
        "Exception_002" | "Exception_007" => return why(ParcelState::Exception, Reason::Address).asks(),
        "Exception_003" => return why(ParcelState::Exception, Reason::Refused),
        "Exception_004" => return why(ParcelState::Exception, Reason::Customs),
        "Exception_005" | "Exception_016" | "Exception_019" => return late(DelayCause::Carrier),
        "Exception_006" => return why(ParcelState::Exception, Reason::Other).asks(),
        "Exception_008" => return why(ParcelState::Exception, Reason::PickupMissed).asks(),
        "Exception_010" => return is(ParcelState::ReturnToSender),
        "Exception_011" => return is(ParcelState::Returned),
        "Exception_012" => return why(ParcelState::Exception, Reason::Damaged),
        "Exception_013" => return why(ParcelState::Lost, Reason::Lost),
        "Exception_017" => return late(DelayCause::Weather),
        "Exception_018" => return why(ParcelState::Exception, Reason::Customs).asks(),
        "Exception_020" => return is(ParcelState::Cancelled),
        "Exception_021" => return why(ParcelState::Lost, Reason::Other),
        _ => {}
    }
    match tag {
        "InfoReceived" => is(ParcelState::PreTransit),
        "InTransit" => is(ParcelState::InTransit),
        "OutForDelivery" => is(ParcelState::OutForDelivery),
        "AttemptFail" => why(ParcelState::DeliveryAttempted, Reason::Other),
        "AvailableForPickup" => is(ParcelState::AvailableForPickup),
        "Delivered" => is(ParcelState::Delivered),
        "Exception" => why(ParcelState::Exception, Reason::Other),
        "Expired" => is(ParcelState::Expired),
        _ => Meaning::default(),
    }
}

pub(crate) struct AfterShip;

impl Prover for AfterShip {
    fn name(&self) -> &'static str {
        "aftership"
    }

    /// Base64 of HMAC-SHA256 over the body. There is no timestamp: retries go on for three days, and an old delivery is an
    /// old document, which folds away.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let header = delivery.header("aftership-hmac-sha256").ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(header).into_iter().collect();
        signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed).map(Proof::Signed)
    }
}

impl Provider<Tracking> for AfterShip {
    fn about(&self) -> About {
        About {
            title: "AfterShip",
            docs: "https://www.aftership.com/docs/tracking/webhook/webhook-overview",
            events: "tracking_update, edd_revise, tracking_pending_time",
            proof: "HMAC-SHA256 over the body",
            checked: Checked::Documented,
        }
    }

    /// All of their events carry the whole tracking, so all are read alike.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let event: objects::Event = serde_json::from_slice(delivery.body())?;
        if !matches!(event.kind.required("event")?, "tracking_update" | "edd_revise" | "tracking_pending_time") {
            return Ok(Vec::new());
        }
        let tracking = event.msg.0.as_ref().ok_or_else(|| missing("msg"))?;
        Ok(vec![tracking.tracking(&event.ts)?])
    }
}

#[cfg(test)]
mod tests;
