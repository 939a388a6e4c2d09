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
//! | `client_id` | version 2 only: the client id that UPS logs in **here** with |
//! | `api_client_id`, `api_client_secret` | client id and secret of your app at developer.ups.com, with the product Tracking: we log in **there** with them, and ask once a day for each parcel that is on its way |
//! | `days` | how long a parcel is asked for at most. Default: 30 |
//! | `api` | `https://wwwcie.ups.com` for an app of their test environment. Default: `https://onlinetools.ups.com` |
//!
//! A subscription tells of a number for 14 days and of nothing before it. Not checked: `x-api-key`, because UPS does not
//! say whose it is. There is no list of changes: what was lost is found by asking, see `api.rs`.

mod api;
mod clocks;
mod codes;
mod token;
mod wire;

use domain::fact::Tracking;
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;

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

    /// A post, or the history that we asked for: it says what each of its posts would have said.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let said: wire::Said = serde_json::from_slice(delivery.body())?;
        said.trackings()
    }

    /// Who took it, and a photograph of where it was left.
    fn blanked(&self) -> &'static [&'static str] {
        &["receivedBy", "deliveryPhoto"]
    }
}

#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
