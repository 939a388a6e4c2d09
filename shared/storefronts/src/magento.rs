//! Magento Open Source: it pushes nothing by itself. Orders are fetched and listed through its REST API; a small module, or
//! a template of Mageplaza's Webhook extension, may say that something has changed.
//!
//! <https://developer.adobe.com/commerce/webapi/rest/use-rest/performing-searches/>,
//! <https://developer.adobe.com/commerce/webapi/get-started/authentication/gs-authentication-oauth/>
//!
//! # Settings
//!
//! | setting | |
//! |---|---|
//! | `api` | the shop's address: `https://shop.example.com`, or all of it, with a store: `https://shop.example.com/rest/all/V1` |
//! | `consumer_key`, `consumer_secret`, `access_token`, `access_token_secret` | of an integration (System, Extensions, Integrations) that may view orders, invoices, shipments and credit memos |
//! | `access_token` alone | is sent as it is; Magento takes it only with `oauth/consumer/enable_integration_as_bearer` |
//! | `prices_include_tax` | `yes` where the shop shows prices with tax: an order has both and does not say which |
//! | `locales` | by the id of a store view: `{"1": "de-DE"}` |
//! | `status_map` | the shop's own status codes; without an entry the order's state counts |
//! | `secrets` | of what notifies us, if anything does |
//! | `shops` | by the id of a store view, where one installation has several shops |
//!
//! # Notification
//!
//! `{"type": "order.updated", "entity_id": 42}`, signed as [Standard Webhooks](https://www.standardwebhooks.com) say, or
//! with one of the secrets as it is in the header `x-hook-token`. `event` may stand for `type`; `type` may be a name of
//! Magento's own (`sales_order_shipment_save_commit_after`) or words (`New Shipment`). With an `order_id` beside it, the
//! order is fetched at once. Nothing else of a notification is read.
//!
//! What could not be checked: the numbers of the states of invoices and credit memos (2 is taken for paid, and for refunded)
//! and the escaping of Mageplaza's templates, so keep them to ids. A tracking number that is added to a shipment later
//! changes neither the shipment nor the order: only a notification tells of it, or the next change.

mod access;
pub(crate) mod api;
mod line;
pub(crate) mod notice;
mod order;
mod person;
mod shipment;

use domain::fact::{OrderStatus, StorefrontFact};
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::hint::Hint;
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::{signature, standard};

use notice::{Named, Notice};
use order::Fetched;

/// Their states in our words, unless the shop explains the status that stands below the state. Nothing for a state that we
/// do not know: its lines and addresses still count.
fn status(state: &str, label: &str, settings: &Settings) -> Option<OrderStatus> {
    if let Some(own) = settings.status_map.get(label) {
        return Some(*own);
    }
    Some(match (state, label) {
        ("new" | "processing", "fraud") | ("payment_review" | "holded", _) => OrderStatus::OnHold,
        // Offline payments stay `new` until somebody writes an invoice.
        ("new" | "pending_payment", _) => OrderStatus::Pending,
        ("processing", _) => OrderStatus::Processing,
        ("complete", _) => OrderStatus::Completed,
        ("closed", _) => OrderStatus::Refunded,
        ("canceled", _) => OrderStatus::Cancelled,
        _ => return None,
    })
}

pub(crate) struct Magento;

impl Prover for Magento {
    fn name(&self) -> &'static str {
        "magento"
    }

    /// The content is only a hint: what it names is fetched.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        let proof = if delivery.headers.contains_key("webhook-signature") {
            standard::verify(delivery, settings, now)?
        } else {
            let token = delivery.header("x-hook-token").ok_or(Rejection::Missing)?;
            Proof::Signed(signature::token(delivery, settings.trimmed(), token)?)
        };
        Ok(match serde_json::from_slice::<Notice>(delivery.body).map(|notice| notice.named()) {
            Ok(Named::Hint(hint)) => Proof::Hints(vec![hint]),
            Ok(Named::Nothing) => Proof::Answer(Reply::default()),
            // What is genuine and names nothing is kept, and says so.
            Ok(Named::Lacking) | Err(_) => proof,
        })
    }
}

impl Provider<StorefrontFact> for Magento {
    fn about(&self) -> About {
        About {
            title: "Magento Open Source",
            docs: "https://developer.adobe.com/commerce/webapi/rest/use-rest/performing-searches/",
            events: "orders, invoices, shipments, credit memos: fetched; a module's notification hurries",
            proof: "Standard Webhooks, or a secret header: only a hint",
            checked: Checked::Documented,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        facts(delivery, settings)
    }

    fn shop(&self, delivery: &Verified) -> Option<String> {
        store(delivery)
    }

    fn blanked(&self) -> &'static [&'static str] {
        BLANKED
    }
}

impl Source for Magento {
    fn name(&self) -> &'static str {
        "magento"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        api::fetch(hint, got, talk)
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        api::changed(window, got, talk)
    }
}

/// What opens a guest's order, where the customer sat, and what payment methods note down.
pub(crate) const BLANKED: &[&str] = &["protect_code", "remote_ip", "x_forwarded_for", "additional_information"];

/// What a fetched order says: itself, and each of its shipments.
pub(crate) fn facts(delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
    let fetched: Fetched = serde_json::from_slice(delivery.body())?;
    let order = fetched.order()?;
    let checkout = fetched.checkout(settings)?;
    let fulfilments = fetched.shipments.0.iter().flat_map(|shipment| shipment.fulfilments(order, &checkout));
    let fulfilments: Vec<_> = fulfilments.take(200).map(|one| StorefrontFact::Fulfilment(Box::new(one))).collect();
    Ok(std::iter::once(StorefrontFact::Checkout(Box::new(checkout))).chain(fulfilments).collect())
}

/// The store view of a fetched order.
pub(crate) fn store(delivery: &Verified) -> Option<String> {
    let fetched: Fetched = serde_json::from_slice(delivery.body()).ok()?;
    fetched.order().ok()?.store_id.owned()
}

#[cfg(test)]
mod tests;
