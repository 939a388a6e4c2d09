//! DHL eCommerce Americas, Tracking Webhooks version 4: one parcel with all of its events at every change.
//!
//! <https://developer.dhl.com/api-reference/tracking-webhooks-dhl-ecommerce-americas>, <https://docs.api.dhlecs.com>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the `password` that you registered the webhook with |
//! | `username` | the `username` of that; it comes back as HTTP Basic |
//! | `header` | instead of `username`: the header that shows the secret as it is. Let its name contain `token` |
//!
//! DHL documents that all events come every time, in the form of its Tracking API, that it wants 200 within five seconds, and
//! tries again after one hour and after six more. What the form is and how a webhook proves itself is known from those who
//! use the API, so try it with a parcel first. Events are known by their English words, and a parcel by its `trackingId`,
//! without one by its `dhlPackageId`. Not reconciled: there is no list of what changed.

mod wire;

use domain::fact::{Reason, Tracking};
use domain::tracking::ParcelState as S;
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;

use crate::meaning::{Meaning, NOTHING, is, why};
use crate::{login, several};
use wire::{Document, Parcel};

/// What stands in an event's words, and what it means; the first that fits. What is wrong stands before what is well, as in
/// "undelivered", and after what only sounds wrong.
const BY_WORDS: &[(Meaning, &[&str])] = &[
    (is(S::Returned), &["to original sender", "returned to shipper", "returned to sender"]),
    (is(S::ReturnToSender), &["return to sender", "being returned", "returning to sender"]),
    (why(S::Exception, Reason::Refused), &["refused"]),
    (why(S::Exception, Reason::PickupMissed), &["unclaimed"]),
    (why(S::Exception, Reason::Address), &["no such number", "insufficient", "addressee unknown", "vacant"]),
    (why(S::Exception, Reason::Damaged), &["damage"]),
    (why(S::Exception, Reason::Missorted), &["missent", "mis-shipped"]),
    (why(S::Lost, Reason::Lost), &["dead letter"]),
    (why(S::Exception, Reason::Other), &["undeliver", "not possible", "recalled", "exception"]),
    (why(S::DeliveryAttempted, Reason::RecipientAbsent), &["attempt", "notice left"]),
    (is(S::AvailableForPickup), &["available for pickup", "ready for pickup", "available for pick up"]),
    (is(S::OutForDelivery), &["out for delivery"]),
    (is(S::Delivered), &["delivered"]),
    (is(S::PreTransit), &["label created", "electronic notification", "manifested"]),
    (is(S::Accepted), &["picked up", "pick up", "accepted", "received by carrier"]),
    (
        is(S::InTransit),
        &[
            "en route",
            "transit",
            "arriv",
            "depart",
            "processed",
            "forwarded",
            "sorted",
            "tendered",
            "transport",
            "customs",
        ],
    ),
];

/// Numbers of events that those who use the API know, for words that we do not.
const BY_NUMBER: &[(Meaning, &[&str])] =
    &[(is(S::Delivered), &["600", "607"]), (is(S::InTransit), &["520", "526", "540", "580", "598"])];

fn meaning(number: &str, words: &str) -> Meaning {
    let words = words.to_lowercase();
    let by_words = BY_WORDS.iter().find(|(_, signs)| signs.iter().any(|sign| words.contains(sign)));
    let by_number = || BY_NUMBER.iter().find(|(_, numbers)| numbers.contains(&number));
    by_words.or_else(by_number).map_or(NOTHING, |(meaning, _)| *meaning)
}

pub(crate) struct DhlEcommerce;

impl Prover for DhlEcommerce {
    fn name(&self) -> &'static str {
        "dhl-ecommerce"
    }

    /// What the webhook was registered with. Nothing is signed.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let verified = match (settings.own("header"), settings.own("username")) {
            (Some(header), _) => {
                let given = delivery.header(header).ok_or(Rejection::Missing)?;
                signature::token(delivery, settings.trimmed(), given)?
            }
            (None, Some(name)) => {
                let (scheme, given) = login::authorization(&delivery)?;
                let given = Some(given).filter(|_| scheme == "basic").ok_or(Rejection::Missing)?;
                login::basic(delivery, settings, name, given)?
            }
            (None, None) => return Err(Rejection::NoSecret),
        };
        Ok(Proof::Signed(verified))
    }
}

impl Provider<Tracking> for DhlEcommerce {
    fn about(&self) -> About {
        About {
            title: "DHL eCommerce Americas",
            docs: "https://developer.dhl.com/api-reference/tracking-webhooks-dhl-ecommerce-americas",
            events: "TRACK_EVENTS",
            proof: "name and password, or a token in a header",
            checked: Checked::InPart,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        several::readable(Document::read(delivery.body())?.iter().map(Parcel::tracking))
    }

    /// Who it is for, who signed, and where the shop is.
    fn blanked(&self) -> &'static [&'static str] {
        &["name", "address1", "address2", "address3", "phone", "signedForName"]
    }
}

#[cfg(test)]
mod tests;
