//! DHL Shipment Tracking - Unified - Push: whole shipments at every change, from a subscription that has to be activated.
//!
//! <https://developer.dhl.com/api-reference/shipment-tracking-unified-push>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the `token` that you chose for the subscription's `hook.authentication` |
//! | `header` | the `header` that you chose there; let its name contain `token`, so that it is never kept. Default: `x-tidings-token` |
//! | `api_key` | the DHL-API-Key that subscribed: a new subscription is activated with it |
//! | `tracking_key` | a DHL-API-Key for Shipment Tracking - Unified, which may be the same: with it, each parcel that DHL carries is asked for once a day until it has ended |
//! | `pace` | how many seconds to leave between two such questions, as a number. Default: 5, as a new key has to, which makes some 300 questions a day |
//! | `days` | how long a parcel is asked for at most. Default: 30 |
//! | `api` | `https://api-test.dhl.com` for subscriptions made there. Default: `https://api-eu.dhl.com` |
//!
//! When you subscribe, DHL asks this webhook whether it wants that, and we activate the subscription at DHL's own address.
//! Scopes and activation are known from those who receive such pushes, not from DHL; try it with one parcel first. Times of
//! events have no zone: they are read by the clock of the country that they name, if it has but one. DHL itself says that its
//! divisions write different things. A new key may ask 250 times a day; whoever has more parcels on their way asks DHL for more.

mod api;
mod wire;
mod zone;

use domain::fact::{Reason, Tracking};
use domain::tracking::ParcelState as S;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::hint::Hint;
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::source::Base;
use webhooks::wire::{List, Text, missing};

use crate::meaning::{Meaning, NOTHING, is, why};
use crate::several;
use wire::Shipment;

/// Their five status codes in our words, refined by what stands beside them: it may contradict the code, which is right.
/// `unknown` is unknown, not late.
fn meaning(status_code: &str, words: &str) -> Meaning {
    let words = words.to_lowercase();
    let says = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
    match status_code.to_lowercase().as_str() {
        "pre-transit" => is(S::PreTransit),
        "transit" if says(LOADED) => is(S::OutForDelivery),
        "transit" if says(WAITING) => is(S::AvailableForPickup),
        "transit" => is(S::InTransit),
        "delivered" => is(S::Delivered),
        "failure" if says(SENT_BACK) && says(REFUSED) => why(S::ReturnToSender, Reason::Refused),
        "failure" if says(SENT_BACK) => is(S::ReturnToSender),
        "failure" if says(REFUSED) => why(S::Exception, Reason::Refused),
        "failure" if says(ATTEMPTED) => why(S::DeliveryAttempted, Reason::RecipientAbsent),
        "failure" if says(NOWHERE) => why(S::Exception, Reason::Address),
        "failure" if says(&["customs", "zoll"]) => why(S::Exception, Reason::Customs),
        "failure" if says(&["damage", "beschädigt"]) => why(S::Exception, Reason::Damaged),
        "failure" => why(S::Exception, Reason::Other),
        _ => NOTHING,
    }
}

/// Parcel Germany's own code, and what DHL writes in English and German.
const LOADED: &[&str] = &[
    "ldtmv",
    "loaded onto the delivery vehicle",
    "out for delivery",
    "out with courier for delivery",
    "with delivery courier",
    "zustellfahrzeug geladen",
];
const WAITING: &[&str] =
    &["ready for pick-up", "ready for pickup", "ready for collection", "available for collection", "abholung bereit"];
const SENT_BACK: &[&str] = &["being returned", "is returned", "been returned", "wird zurückgesandt", "rücksendung"];
const REFUSED: &[&str] = &["refused", "verweigert"];
const ATTEMPTED: &[&str] = &["ndelv", "not at home", "attempt", "absent", "nicht angetroffen", "erfolglos"];
const NOWHERE: &[&str] = &["address", "adresse", "has moved", "verzogen", "no name on the doorbell"];

/// Parcel Germany's own codes, for events without a status code.
fn native(code: &str) -> Option<&'static str> {
    match code.to_lowercase().as_str() {
        "dlvrd" => Some("delivered"),
        "srted" | "ulfmv" | "pckdu" | "shrcu" | "ldtmv" => Some("transit"),
        "ndelv" => Some("failure"),
        _ => None,
    }
}

const HOST: &str = "https://api-eu.dhl.com";
const SUBSCRIPTION: &str = "/tracking/push/v1/subscription/";
/// What a subscription's validation hints at: its id, and the secret that activates it.
const ACTIVATION: &str = "activation";

pub(crate) struct Dhl;

impl Prover for Dhl {
    fn name(&self) -> &'static str {
        "dhl"
    }

    /// The token of the subscription, in the header of the subscription. Nothing is signed.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let given = delivery.header(settings.own("header").unwrap_or("x-tidings-token")).ok_or(Rejection::Missing)?;
        let verified = signature::token(delivery, settings.trimmed(), given)?;
        let push: Option<Push> = serde_json::from_slice(verified.body()).ok();
        let hint = push.and_then(|push| push.activation(settings));
        Ok(hint.map_or(Proof::Signed(verified), |hint| Proof::Hints(vec![hint])))
    }
}

impl Provider<Tracking> for Dhl {
    fn about(&self) -> About {
        About {
            title: "DHL",
            docs: "https://developer.dhl.com/api-reference/shipment-tracking-unified-push",
            events: "subscription.push, subscription.validate",
            proof: "token in a header of your choice",
            checked: Checked::InPart,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let push: Push = serde_json::from_slice(delivery.body())?;
        match push.scope.get() {
            Some("subscription.push") | None => several::readable(push.shipments.0.iter().map(Shipment::tracking)),
            // Had it been readable, it had been a hint.
            Some("subscription.validate") => Err(missing("self` or `secret")),
            Some(_) => Ok(Vec::new()),
        }
    }

    /// Who took it, and pictures of that.
    fn blanked(&self) -> &'static [&'static str] {
        &["name", "givenName", "familyName", "signatureUrl", "documentUrl"]
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Push {
    scope: Text,
    #[serde(rename = "self")]
    subscription: Text,
    secret: Text,
    shipments: List<Shipment>,
}

impl Push {
    /// What a validation asks for, if it is of a subscription at the host that we would activate it at.
    fn activation(&self, settings: &Settings) -> Option<Hint> {
        if self.scope.get() != Some("subscription.validate") {
            return None;
        }
        let base = Base::of(HOST, settings).ok()?;
        let id = self.subscription.get()?.strip_prefix(base.as_str())?.strip_prefix(SUBSCRIPTION)?;
        Hint::new(ACTIVATION, &[id, self.secret.get()?])
    }
}

#[cfg(test)]
mod tests;
