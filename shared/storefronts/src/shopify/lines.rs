//! What was ordered, and what was taken off it again.

use domain::fact::{Line, Needs};
use domain::money::Currency;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text};

use super::money::{Purse, Set};
use super::order::Attribute;
use crate::plain::clean;
use crate::total::times;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Item {
    pub(super) id: Text,
    title: Text,
    name: Text,
    variant_title: Text,
    sku: Text,
    quantity: Text,
    current_quantity: Text,
    price: Text,
    price_set: Maybe<Set>,
    requires_shipping: Text,
    properties: List<Attribute>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Refund {
    refund_line_items: List<Returned>,
    transactions: List<Transaction>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Returned {
    line_item_id: Text,
    quantity: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Transaction {
    kind: Text,
    status: Text,
    amount: Text,
    currency: Text,
}

impl Item {
    /// How many were ordered.
    pub(super) fn ordered(&self) -> u32 {
        self.quantity.count()
    }

    /// How many are left after edits and refunds.
    pub(super) fn left(&self) -> u32 {
        self.current_quantity.get().map_or(self.ordered(), |_| self.current_quantity.count()).min(self.ordered())
    }

    pub(super) fn travels(&self) -> bool {
        self.requires_shipping.get() != Some("false")
    }

    pub(super) fn is_in(&self, currency: Currency) -> bool {
        self.price_set.0.as_ref().and_then(Set::currency) == Some(currency)
    }

    /// The line, and apart from it what is paid or was given back but will not be sent any more: nobody waits for that.
    pub(super) fn lines(
        &self,
        index: usize,
        (live, gone): (u32, u32),
        purse: Purse,
        needs: Needs,
    ) -> Result<Vec<Line>, Unreadable> {
        let price = purse.amount(&self.price, &self.price_set, "line_items.price")?.unwrap_or(0);
        let id = self.id.owned().unwrap_or_else(|| (index + 1).to_string());
        let part = |id: String, quantity: u32, needs: Needs| {
            Ok(Line { total: times(price, quantity, "line_items.price")?, needs, ..self.line(id, quantity) })
        };
        let gone_id = if live == 0 { id.clone() } else { format!("{id}/gone") };
        let live = (live > 0).then(|| part(id, live, needs));
        let gone = (gone > 0).then(|| part(gone_id, gone, Needs::Nothing));
        live.into_iter().chain(gone).collect()
    }

    /// So many of it, without what they cost.
    pub(super) fn line(&self, id: String, quantity: u32) -> Line {
        Line {
            id,
            name: self.title.get().or(self.name.get()).map(clean).unwrap_or_default(),
            variant: self.variant(),
            quantity,
            total: 0,
            sku: self.sku.owned(),
            image: None,
            needs: Needs::default(),
            back_order: None,
        }
    }

    /// What was chosen and what was written on it. Names that begin with `_` are a plug-in's own.
    fn variant(&self) -> String {
        let variant = self.variant_title.get().filter(|title| *title != "Default Title").map(clean);
        let chosen = self.properties.0.iter().filter_map(|one| Some((clean(one.name.get()?), clean(one.value.get()?))));
        let chosen = chosen.filter(|(name, value)| !name.starts_with('_') && !value.is_empty());
        let chosen = chosen.map(|(name, value)| format!("{name}: {value}"));
        variant.into_iter().chain(chosen.take(6)).collect::<Vec<_>>().join(", ")
    }
}

impl Refund {
    /// What left the shop by it; nothing if some of that is in another currency.
    pub(super) fn given_back(&self, currency: Currency) -> Result<Option<i64>, Unreadable> {
        let mut sum = 0_i64;
        for one in self.paid() {
            if one.currency.get().is_some_and(|theirs| Currency::parse(theirs) != Ok(currency)) {
                return Ok(None);
            }
            let amount = one.amount.amount(currency, "refunds.transactions.amount")?.unwrap_or(0);
            sum = sum.saturating_add(amount.abs());
        }
        Ok(Some(sum))
    }

    /// How many of a line money was given back for.
    pub(super) fn quantity(&self, item: &Item) -> u32 {
        let paid = self.paid().next().is_some();
        let of_item = self.refund_line_items.0.iter().filter(|one| paid && one.line_item_id.get() == item.id.get());
        of_item.map(|one| one.quantity.count()).fold(0, u32::saturating_add)
    }

    fn paid(&self) -> impl Iterator<Item = &Transaction> {
        let given = |one: &&Transaction| one.kind.get() == Some("refund") && one.status.get() == Some("success");
        self.transactions.0.iter().filter(given)
    }
}
