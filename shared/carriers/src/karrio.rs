//! Karrio, which shops host themselves: a tracker is sent whole, with all of its events, when its status or its events change.
//!
//! <https://github.com/karrioapi/karrio/tree/main/modules/events>, <https://docs.karrio.io/reference/api/trackers>
//!
//! `secrets` are the webhooks' (`whsec_…`). Karrio shows its secret in `X-Event-Id`, as it is, so nothing proves the body. Its
//! pages tell of a signature that its code does not make: whose Karrio makes it adds `"proof": "signature"`, and from then on
//! the secret alone is not enough. It tries once, and switches a webhook off after six failures: look for `disabled` there.
//! With its address as `api` and an `api_key`, what webhooks did not bring is asked for, of the trackers of the last 30 days;
//! `days` says otherwise.

mod api;
mod objects;

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState;
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::missing;

use crate::meaning::{Meaning, is, late, why};

/// Its statuses in our words, with the reason of the event, as one of its carriers says. `in_transit` is also what it makes of
/// every code that it does not know, and `delivery_delayed` what it makes of DHL's `unknown`.
fn meaning(carrier: &str, status: &str, reason: &str) -> Meaning {
    match (status, reason) {
        ("pending", _) => is(ParcelState::PreTransit),
        ("picked_up", _) => is(ParcelState::Accepted),
        ("in_transit", _) => is(ParcelState::InTransit),
        ("on_hold", _) => why(ParcelState::Exception, because(reason).unwrap_or(Reason::HeldOnRequest)),
        ("delivery_delayed", _) if matches!(carrier, "dhl_universal" | "dhl_parcel_de") => Meaning::default(),
        ("delivery_delayed", "weather_delay" | "natural_disaster") => late(DelayCause::Weather),
        ("delivery_delayed", reason) if reason.starts_with("customs_") => late(DelayCause::Customs),
        ("delivery_delayed", _) => late(DelayCause::Carrier),
        ("out_for_delivery", _) => is(ParcelState::OutForDelivery),
        ("ready_for_pickup", _) => is(ParcelState::AvailableForPickup),
        (
            "delivery_failed",
            "consignee_not_home"
            | "consignee_not_available"
            | "consignee_business_closed"
            | "consignee_access_restricted",
        ) => why(ParcelState::DeliveryAttempted, because(reason).unwrap_or(Reason::Other)),
        ("delivery_failed", _) => why(ParcelState::Exception, because(reason).unwrap_or(Reason::Other)),
        ("delivered", _) => is(ParcelState::Delivered),
        ("return_to_sender", _) => is(ParcelState::ReturnToSender),
        ("cancelled", _) => is(ParcelState::Cancelled),
        _ => Meaning::default(),
    }
}

/// The reasons of its events in our words.
fn because(reason: &str) -> Option<Reason> {
    Some(match reason {
        "" => return None,
        "carrier_damaged_parcel" => Reason::Damaged,
        "carrier_sorting_error" => Reason::Missorted,
        "carrier_address_not_found" | "consignee_incorrect_address" => Reason::Address,
        "carrier_parcel_lost" => Reason::Lost,
        "consignee_refused" | "consignee_cancelled" => Reason::Refused,
        "consignee_business_closed" | "consignee_not_available" | "consignee_not_home" => Reason::RecipientAbsent,
        "weather_delay" | "natural_disaster" => Reason::Weather,
        customs if customs.starts_with("customs_") => Reason::Customs,
        _ => Reason::Other,
    })
}

pub(crate) struct Karrio;

impl Prover for Karrio {
    fn name(&self) -> &'static str {
        "karrio"
    }

    /// The secret, in a header that is called after something else.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        if settings.own("proof").is_none_or(|proof| proof == "token") {
            let given = delivery.header("x-event-id").ok_or(Rejection::Missing)?;
            return signature::token(delivery, settings.trimmed(), given).map(Proof::Signed);
        }
        let header = delivery.header("x-karrio-signature").ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> =
            header.strip_prefix("sha256=").and_then(|mac| hex::decode(mac).ok()).into_iter().collect();
        signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed).map(Proof::Signed)
    }
}

impl Provider<Tracking> for Karrio {
    fn about(&self) -> About {
        About {
            title: "Karrio",
            docs: "https://github.com/karrioapi/karrio",
            events: "tracker_created, tracker_updated",
            proof: "token in a header",
            checked: Checked::Documented,
        }
    }

    /// A tracker that has seen nothing yet is no news.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let event: objects::Event = serde_json::from_slice(delivery.body())?;
        if !matches!(event.kind.required("event")?, "tracker_created" | "tracker_updated") {
            return Ok(Vec::new());
        }
        let tracker = event.data.0.as_ref().ok_or_else(|| missing("data"))?;
        Ok(tracker.tracking()?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
