//! Ship24: only new events are sent, of one parcel or of several at once.
//!
//! <https://docs.ship24.com/webhooks/overview>, <https://docs.ship24.com/webhooks/authentication>,
//! <https://docs.ship24.com/webhooks/specification>, <https://docs.ship24.com/status/>
//!
//! `secrets` are webhook secrets, as its dashboard shows them. They are sent as they are, so nothing proves the body: Ship24
//! has nothing better. Numbers that begin with `S24DEMO` are its tests. With an `api_key`, what webhooks did not bring is
//! asked for: each tracker of the last 30 days once a day; `days` says otherwise.

mod api;
mod objects;

use domain::fact::{Reason, Tracking};
use domain::tracking::ParcelState;
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::missing;

use crate::meaning::{Meaning, is, why};

/// Their status codes in our words, and their milestones, where there is no code or it says no more. There is none for a
/// parcel that is back: one that is delivered after it was sent back is.
fn meaning(milestone: &str, code: &str) -> Meaning {
    match code {
        "data_order_created" => return is(ParcelState::PreTransit),
        "data_order_cancelled" => return is(ParcelState::Cancelled),
        "transit_handover" => return is(ParcelState::Accepted),
        "customs_exception" => return why(ParcelState::Exception, Reason::Customs).asks(),
        "customs_rejected" => return why(ParcelState::Exception, Reason::Customs),
        "delivery_available_for_pickup" => return is(ParcelState::AvailableForPickup),
        "delivery_out_for_delivery" => return is(ParcelState::OutForDelivery),
        "delivery_attempted" => return why(ParcelState::DeliveryAttempted, Reason::Other),
        "delivery_exception" => return why(ParcelState::Exception, Reason::Other),
        "delivery_refused" => return why(ParcelState::Exception, Reason::Refused),
        "delivery_delivered" => return is(ParcelState::Delivered),
        "exception_return" => return is(ParcelState::ReturnToSender),
        "exception_lost" => return why(ParcelState::Lost, Reason::Lost),
        "exception_discarded" => return why(ParcelState::Lost, Reason::Other),
        _ => {}
    }
    match milestone {
        "info_received" => is(ParcelState::PreTransit),
        "in_transit" => is(ParcelState::InTransit),
        "out_for_delivery" => is(ParcelState::OutForDelivery),
        "failed_attempt" => why(ParcelState::DeliveryAttempted, Reason::Other),
        "available_for_pickup" => is(ParcelState::AvailableForPickup),
        "delivered" => is(ParcelState::Delivered),
        "exception" => why(ParcelState::Exception, Reason::Other),
        _ => Meaning::default(),
    }
}

pub(crate) struct Ship24;

impl Prover for Ship24 {
    fn name(&self) -> &'static str {
        "ship24"
    }

    /// `Authorization: Bearer` and the secret.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let header = delivery.header("authorization").ok_or(Rejection::Missing)?;
        let given = header.strip_prefix("Bearer ").ok_or(Rejection::Missing)?;
        signature::token(delivery, settings.trimmed(), given).map(Proof::Signed)
    }
}

impl Provider<Tracking> for Ship24 {
    fn about(&self) -> About {
        About {
            title: "Ship24",
            docs: "https://docs.ship24.com/webhooks/overview",
            events: "trackings",
            proof: "token in a header",
            checked: Checked::Documented,
        }
    }

    /// One parcel that cannot be read costs none of the others.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let message: objects::Message = serde_json::from_slice(delivery.body())?;
        let (read, unread): (Vec<_>, Vec<_>) =
            message.trackings.0.iter().map(objects::News::tracking).partition(Result::is_ok);
        match (read.is_empty(), unread.into_iter().find_map(Result::err)) {
            (true, Some(error)) => Err(error),
            (true, None) => Err(missing("trackings")),
            (false, _) => Ok(read.into_iter().filter_map(Result::ok).collect()),
        }
    }
}

#[cfg(test)]
mod tests;
