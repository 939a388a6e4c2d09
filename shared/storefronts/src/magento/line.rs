//! What was ordered: rows of products, and of the parts of configurable products and bundles.

use domain::fact::{Line, Needs};
use domain::money::Currency;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::Text;

use super::order::Order;
use crate::plain::plain;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Item {
    #[serde(rename = "item_id")]
    id: Text,
    parent_item_id: Text,
    product_type: Text,
    is_virtual: Text,
    sku: Text,
    name: Text,
    qty_ordered: Text,
    row_total: Text,
    row_total_incl_tax: Text,
}

/// How amounts are shown.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) currency: Currency,
    pub(super) with_tax: bool,
}

impl Shown {
    pub(super) fn amount(self, text: &Text, name: &str) -> Result<i64, Unreadable> {
        Ok(text.amount(self.currency, name)?.unwrap_or(0))
    }

    /// The one with tax where that is shown and there.
    pub(super) fn of(self, net: &Text, gross: &Text, name: &str) -> Result<i64, Unreadable> {
        self.amount(if self.with_tax && gross.get().is_some() { gross } else { net }, name)
    }
}

impl Order {
    /// Rows of parents only: a configurable product or a bundle has a row for itself and one for each part.
    pub(super) fn lines(&self, shown: Shown) -> Result<Vec<Line>, Unreadable> {
        let parents = self.items.0.iter().filter(|item| item.parent_item_id.get().is_none());
        let line = |(index, item): (usize, &Item)| {
            let name = item.name.get().map(plain).unwrap_or_default();
            let parts: Vec<&Item> = self.parts(item).collect();
            Ok(Line {
                id: item.id.owned().unwrap_or_else(|| (index + 1).to_string()),
                variant: variant(item, &name, &parts),
                name,
                quantity: item.qty_ordered.count(),
                total: total(item, &parts, shown)?,
                sku: item.sku.owned(),
                image: None,
                needs: self.needs(item, &parts),
                back_order: None,
            })
        };
        parents.enumerate().map(line).collect()
    }

    fn parts<'a>(&'a self, of: &'a Item) -> impl Iterator<Item = &'a Item> {
        let id = of.id.get();
        self.items.0.iter().filter(move |item| id.is_some() && item.parent_item_id.get() == id)
    }

    fn needs(&self, item: &Item, parts: &[&Item]) -> Needs {
        let whole = if parts.is_empty() { item.is_immaterial() } else { parts.iter().all(|part| part.is_immaterial()) };
        let method = self.shipping().and_then(|shipping| shipping.method.get()).unwrap_or_default();
        match (whole || self.is_virtual.yes(), method.starts_with("instore")) {
            (true, _) => Needs::Nothing,
            (false, true) => Needs::Pickup,
            (false, false) => Needs::Shipping,
        }
    }

    /// The line that a row belongs to, and how many of the line so many of the row are; part of one is one.
    pub(super) fn line_of<'a>(&'a self, row: &'a str, quantity: u32) -> (&'a str, u32) {
        let find = |id: &str| self.items.0.iter().find(|item| item.id.get() == Some(id));
        let Some(item) = find(row) else { return (row, quantity) };
        let parent = item.parent_item_id.get().and_then(|id| Some((id, find(id)?)));
        let Some((id, parent)) = parent else { return (row, quantity) };
        let (of, each) = (u64::from(parent.qty_ordered.count()), u64::from(item.qty_ordered.count().max(1)));
        (id, u32::try_from((u64::from(quantity) * of).div_ceil(each)).unwrap_or(u32::MAX))
    }
}

impl Item {
    fn is_immaterial(&self) -> bool {
        self.is_virtual.yes() || matches!(self.product_type.get(), Some("virtual" | "downloadable"))
    }
}

/// Of a bundle whose parts have the prices, the parts' sum.
fn total(item: &Item, parts: &[&Item], shown: Shown) -> Result<i64, Unreadable> {
    let of = |item: &Item| shown.of(&item.row_total, &item.row_total_incl_tax, "order.items.row_total");
    match of(item)? {
        0 => parts.iter().map(|part| of(part)).sum(),
        own => Ok(own),
    }
}

/// What was chosen: of a configurable product's part, what its name says more; of a bundle, its parts.
fn variant(item: &Item, name: &str, parts: &[&Item]) -> String {
    let bundle = item.product_type.get() == Some("bundle");
    let chosen = parts.iter().filter_map(|part| {
        let part = plain(part.name.get()?);
        let more = part.strip_prefix(name).filter(|_| !bundle && !name.is_empty()).unwrap_or(&part);
        let more = more.trim_matches(|c: char| c.is_whitespace() || c == '-');
        (!more.is_empty()).then(|| more.to_owned())
    });
    chosen.take(6).collect::<Vec<_>>().join(", ")
}
