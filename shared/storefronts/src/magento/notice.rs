//! What a notification names, in Magento's own words for what it saves.

use serde::Deserialize;
use webhooks::hint::Hint;
use webhooks::wire::{Maybe, Text};

/// What was saved, as far as it names something: a notification, or the value of one of Adobe's events.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Notice {
    #[serde(rename = "type")]
    kind: Text,
    event: Text,
    entity_id: Text,
    parent_id: Text,
    order_id: Text,
    order: Maybe<Box<Notice>>,
}

impl Notice {
    /// What to fetch; nothing if it is nothing of an order. Without a type it is of an order.
    pub(crate) fn hint(&self) -> Option<Hint> {
        self.hint_after(self.kind.get().or(self.event.get()).unwrap_or("order"))
    }

    /// What to fetch after an event of this name; nothing if it is nothing of an order.
    pub(crate) fn hint_after(&self, event: &str) -> Option<Hint> {
        let event = event.to_lowercase().replace([' ', '-'], "_").replace("credit_memo", "creditmemo");
        let says = |part: &str| event.contains(part);
        let (what, id) = if says("shipment_track") {
            ("shipment", &self.parent_id)
        } else if says("shipment") {
            ("shipment", &self.entity_id)
        } else if says("creditmemo") {
            ("creditmemo", &self.entity_id)
        } else if says("invoice") {
            ("invoice", &self.entity_id)
        } else if says("status_history") || says("order_comment") {
            ("order", &self.parent_id)
        } else if says("order") || says("checkout_submit") {
            // At the checkout the order stands beside its quote.
            ("order", self.order.0.as_ref().map_or(&self.entity_id, |order| &order.entity_id))
        } else {
            return None;
        };
        let order = self.order_id.get().and_then(|id| number("order", id));
        order.or_else(|| number(what, id.get()?))
    }
}

/// Their ids are numbers.
fn number(what: &'static str, id: &str) -> Option<Hint> {
    let plain =
        id.len() <= 19 && id.bytes().all(|digit| digit.is_ascii_digit()) && id.bytes().any(|digit| digit != b'0');
    plain.then(|| Hint::new(what, &[id])).flatten()
}
