//! A return, as it is sent by itself.

use domain::fact::{Declined, Reference, Return, ReturnStatus, ReturnedLine};
use domain::personal::Personal;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Back {
    id: Text,
    name: Text,
    status: Text,
    order: Maybe<Named>,
    return_line_items: List<Item>,
    decline: Maybe<Decline>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    id: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    #[serde(rename = "fulfillment_line_item")]
    sent: Maybe<Fulfilled>,
    quantity: Text,
    return_reason_note: Text,
    customer_note: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Fulfilled {
    line_item: Maybe<Named>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Decline {
    reason: Text,
    note: Text,
}

impl Back {
    pub(super) fn read(&self, triggered_at: Option<Timestamp>) -> Result<Return, Unreadable> {
        let order = self.order.0.as_ref().ok_or_else(|| missing("order.id"))?;
        let status = self.status.get().and_then(super::return_status);
        Ok(Return {
            id: self.id.required("id")?.to_owned(),
            at: triggered_at.ok_or_else(|| missing("x-shopify-triggered-at"))?,
            references: vec![Reference::Order(order.id.required("order.id")?.to_owned())],
            status,
            number: self.name.owned(),
            lines: self.return_line_items.0.iter().filter_map(Item::line).collect(),
            reason: self.reason().map(Personal::new),
            label: None,
            address: None,
            send_by: None,
            cost: None,
            declined: self.declined().filter(|_| status == Some(ReturnStatus::Declined)),
            refund: None,
        })
    }

    /// The words of the customer, else the shop's note. Their codes of reasons are no words.
    fn reason(&self) -> Option<String> {
        let items = || self.return_line_items.0.iter();
        let said = items().find_map(|item| item.customer_note.owned());
        said.or_else(|| items().find_map(|item| item.return_reason_note.owned()))
    }

    fn declined(&self) -> Option<Declined> {
        let decline = self.decline.0.as_ref()?;
        let words = || decline.note.owned().map(|note| Declined::Words(Personal::new(note)));
        let known = match decline.reason.get().unwrap_or_default().to_ascii_lowercase().as_str() {
            "final_sale" => Some(Declined::FinalSale),
            "return_period_ended" => Some(Declined::Late),
            _ => None,
        };
        words().or(known)
    }
}

impl Item {
    fn line(&self) -> Option<ReturnedLine> {
        let line = self.sent.0.as_ref()?.line_item.0.as_ref()?.id.owned()?;
        Some(ReturnedLine { line, quantity: self.quantity.count(), accepted: None })
    }
}
