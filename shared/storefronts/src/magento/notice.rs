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

/// What a notification comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Named {
    /// Something to fetch.
    Hint(Hint),
    /// It is of an order, and does not say of which.
    Lacking,
    /// It is nothing of an order.
    Nothing,
}

impl Named {
    pub(crate) fn hint(self) -> Option<Hint> {
        if let Self::Hint(hint) = self { Some(hint) } else { None }
    }
}

impl Notice {
    /// What it says itself. Without a type it is of an order.
    pub(crate) fn named(&self) -> Named {
        self.named_after(self.kind.get().or(self.event.get()).unwrap_or("order"))
    }

    /// What it says after an event of this name.
    pub(crate) fn named_after(&self, event: &str) -> Named {
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
            return Named::Nothing;
        };
        let order = self.order_id.get().and_then(|id| number("order", id));
        order.or_else(|| number(what, id.get()?)).map_or(Named::Lacking, Named::Hint)
    }
}

/// Their ids are numbers.
fn number(what: &'static str, id: &str) -> Option<Hint> {
    let plain =
        id.len() <= 19 && id.bytes().all(|digit| digit.is_ascii_digit()) && id.bytes().any(|digit| digit != b'0');
    plain.then(|| Hint::new(what, &[id])).flatten()
}
