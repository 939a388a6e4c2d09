//! The return of our own JSON.

use domain::fact::{Declined, Reference, Return, ReturnCost, ReturnStatus, ReturnedLine};
use domain::link::Link;
use domain::money::{Currency, Money};
use domain::personal::Personal;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::order::Place;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Sent {
    id: Text,
    order: Text,
    updated_at: Text,
    status: Text,
    number: Text,
    lines: List<Item>,
    reason: Text,
    label: Text,
    address: Maybe<Place>,
    send_by: Text,
    currency: Text,
    cost: Text,
    declined_because: Text,
    refund: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    line: Text,
    quantity: Text,
    accepted: Text,
}

impl Sent {
    pub(super) fn read(&self) -> Result<Return, Unreadable> {
        let status = self.status.word();
        let declined = self.declined();
        if status == Some(ReturnStatus::Declined) && declined.is_none() {
            return Err(missing("data.declined_because"));
        }
        Ok(Return {
            id: self.id.required("data.id")?.to_owned(),
            at: self.updated_at.utc().ok_or_else(|| missing("data.updated_at"))?,
            references: vec![Reference::Order(self.order.required("data.order")?.to_owned())],
            status,
            number: self.number.owned(),
            lines: self.lines.0.iter().filter_map(Item::line).collect(),
            reason: self.reason.owned().map(Personal::new),
            label: self.label.get().and_then(|url| Link::parse(url).ok()),
            address: self.address.0.as_ref().and_then(Place::address),
            send_by: self.send_by.date(),
            cost: self.cost()?,
            declined,
            refund: self.refund()?,
        })
    }

    fn declined(&self) -> Option<Declined> {
        Some(match self.declined_because.get()? {
            "late" => Declined::Late,
            "final_sale" => Declined::FinalSale,
            words => Declined::Words(Personal::new(words.to_owned())),
        })
    }

    /// An amount is one with its currency only; whatever is none is the shop's words.
    fn cost(&self) -> Result<Option<ReturnCost>, Unreadable> {
        let Some(text) = self.cost.get() else { return Ok(None) };
        if text == "free" {
            return Ok(Some(ReturnCost::Free));
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return Ok(Some(ReturnCost::Words(text.to_owned())));
        }
        let money = self.money(&self.cost, "data.cost")?;
        Ok(money.map(|money| if money.minor == 0 { ReturnCost::Free } else { ReturnCost::Amount(money) }))
    }

    fn refund(&self) -> Result<Option<Money>, Unreadable> {
        Ok(self.money(&self.refund, "data.refund")?.filter(|money| money.minor > 0))
    }

    fn money(&self, text: &Text, name: &str) -> Result<Option<Money>, Unreadable> {
        if text.get().is_none() {
            return Ok(None);
        }
        let currency: Currency = self.currency.currency("data.currency")?;
        Ok(text.amount(currency, name)?.map(|minor| Money::new(minor, currency)))
    }
}

impl Item {
    fn line(&self) -> Option<ReturnedLine> {
        let quantity = self.quantity.get().map_or(1, |_| self.quantity.count());
        let accepted = self.accepted.get().map(|_| self.accepted.count().min(quantity));
        Some(ReturnedLine { line: self.line.owned()?, quantity, accepted })
    }
}
