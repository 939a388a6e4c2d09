//! Tracking numbers: not `WooCommerce`'s own, but what most plug-ins write where Shipment Tracking began to.

use std::collections::BTreeMap;

use domain::fact::{Checkout, Fulfilment, FulfilmentState, Reference};
use domain::link::Link;
use domain::tracking::TrackingNumber;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::wire::{List, Maybe, Text};

use super::order::Order;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    tracking_id: Text,
    tracking_number: Text,
    tracking_provider: Text,
    custom_tracking_provider: Text,
    custom_tracking_link: Text,
}

/// Each tracked parcel as a shipped fulfilment of the whole order: which lines are in it, nobody says.
pub(super) fn fulfilments(order: &Order, checkout: &Checkout) -> Vec<Fulfilment> {
    let noted = order.meta_data.0.iter().filter(|meta| meta.key.get() == Some("_wc_shipment_tracking_items"));
    let items = noted.filter_map(|meta| meta.value.as_deref()).flat_map(items);
    items.filter_map(|item| item.fulfilment(checkout)).take(50).collect()
}

/// Once a number was deleted, PHP writes what is left of the list as an object: `{"1": {…}}`.
fn items(noted: &RawValue) -> Vec<Item> {
    let left: Maybe<BTreeMap<u32, Maybe<Item>>> = serde_json::from_str(noted.get()).unwrap_or_default();
    let listed: List<Item> = serde_json::from_str(noted.get()).unwrap_or_default();
    left.0.into_iter().flatten().filter_map(|(_, item)| item.0).chain(listed.0).collect()
}

impl Item {
    fn fulfilment(&self, checkout: &Checkout) -> Option<Fulfilment> {
        let number = self.tracking_number.get().and_then(TrackingNumber::parse);
        let id = self.tracking_id.owned().or_else(|| number.as_ref().map(|number| number.as_str().to_owned()))?;
        Some(Fulfilment {
            id,
            // The document's time, not the day that somebody typed in: a corrected number is newer than the one before.
            at: checkout.at,
            references: vec![Reference::Order(checkout.id.clone())],
            state: Some(FulfilmentState::Shipped),
            lines: Vec::new(),
            carrier: self.tracking_provider.owned().or_else(|| self.custom_tracking_provider.owned()),
            number,
            url: self.custom_tracking_link.get().and_then(|url| Link::parse(url).ok()),
            promised: None,
        })
    }
}
