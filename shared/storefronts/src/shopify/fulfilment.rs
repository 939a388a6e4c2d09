//! A fulfilment: by itself, and inside its order.

use std::collections::BTreeMap;

use domain::fact::{FulfilledLine, Fulfilment, FulfilmentState, Reference};
use domain::link::Link;
use domain::tracking::TrackingNumber;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Shipment {
    id: Text,
    order_id: Text,
    status: Text,
    /// What the carrier says.
    #[serde(rename = "shipment_status")]
    carried: Text,
    created_at: Text,
    updated_at: Text,
    tracking_company: Text,
    tracking_number: Text,
    tracking_numbers: List<Text>,
    tracking_url: Text,
    tracking_urls: List<Text>,
    line_items: List<Packed>,
    destination: Maybe<BTreeMap<String, Box<RawValue>>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Packed {
    id: Text,
    quantity: Text,
    requires_shipping: Text,
}

impl Shipment {
    /// As it is sent by itself. Of goods that do not travel (downloads, a sale at the counter) there is one too; only its
    /// order shows which, and comes as well.
    pub(super) fn alone(&self) -> Result<Option<Fulfilment>, Unreadable> {
        let lines = &self.line_items.0;
        let downloads = !lines.is_empty() && lines.iter().all(|line| line.requires_shipping.get() == Some("false"));
        let travels = self.number().is_some() || self.destination.0.as_ref().is_some_and(|to| !to.is_empty());
        let order = self.order_id.required("order_id")?;
        if downloads || !travels { Ok(None) } else { self.of(order).map(Some) }
    }

    /// As a fulfilment of this order.
    pub(super) fn of(&self, order: &str) -> Result<Fulfilment, Unreadable> {
        let url = self.tracking_url.get().or_else(|| self.tracking_urls.0.iter().find_map(Text::get));
        Ok(Fulfilment {
            id: self.id.required("fulfillments.id")?.to_owned(),
            at: self
                .updated_at
                .utc()
                .or_else(|| self.created_at.utc())
                .ok_or_else(|| missing("fulfillments.updated_at"))?,
            references: vec![Reference::Order(order.to_owned())],
            state: self.state(),
            lines: self.line_items.0.iter().filter_map(Packed::line).collect(),
            carrier: self.tracking_company.owned(),
            number: self.number(),
            url: url.and_then(|url| Link::parse(url).ok()),
            promised: None,
        })
    }

    /// The lines that it holds, unless it was called off.
    pub(super) fn packed(&self) -> impl Iterator<Item = FulfilledLine> {
        let live = self.state().is_some_and(|state| state != FulfilmentState::Cancelled);
        self.line_items.0.iter().filter(move |_| live).filter_map(Packed::line)
    }

    fn state(&self) -> Option<FulfilmentState> {
        super::state(self.status.get()?, self.carried.get().unwrap_or_default())
    }

    fn number(&self) -> Option<TrackingNumber> {
        let numbers = std::iter::once(&self.tracking_number).chain(&self.tracking_numbers.0);
        numbers.filter_map(Text::get).find_map(TrackingNumber::parse)
    }
}

impl Packed {
    fn line(&self) -> Option<FulfilledLine> {
        Some(FulfilledLine { line: self.id.owned()?, quantity: self.quantity.count() })
    }
}
