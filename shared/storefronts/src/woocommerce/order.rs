//! An order as the REST API shows it. Amounts are decimal text without tax; whether the shop shows them with it, it says.

use std::collections::BTreeMap;

use domain::fact::{Amounts, BackOrder, Checkout, Document, Line, Needs, OrderStatus, PaymentMethod};
use domain::link::Link;
use domain::money::Currency;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::delivery::Unreadable;
use webhooks::settings::Settings;
use webhooks::wire::{List, Maybe, Text, missing};

use super::person::Person;
use crate::plain::{language_tag, personal, plain, promised};
use crate::{attribution, total};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    id: Text,
    number: Text,
    status: Text,
    created_via: Text,
    currency: Text,
    date_created_gmt: Text,
    date_modified_gmt: Text,
    date_paid_gmt: Text,
    discount_total: Text,
    discount_tax: Text,
    shipping_total: Text,
    shipping_tax: Text,
    total: Text,
    total_tax: Text,
    prices_include_tax: Text,
    customer_note: Text,
    billing: Maybe<Person>,
    shipping: Maybe<Person>,
    payment_method: Text,
    payment_method_title: Text,
    transaction_id: Text,
    payment_url: Text,
    needs_payment: Text,
    needs_processing: Text,
    line_items: List<Item>,
    shipping_lines: List<Shipping>,
    fee_lines: List<Fee>,
    refunds: List<Refund>,
    pub(super) meta_data: List<Meta>,
    code: Text,
    data: Maybe<Failure>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Failure {
    status: Text,
}

/// The key under which they note how many of a line were not in stock, in English.
const BACKORDERED: &str = "Backordered";

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    id: Text,
    name: Text,
    quantity: Text,
    subtotal: Text,
    subtotal_tax: Text,
    sku: Text,
    image: Maybe<Image>,
    meta_data: List<Meta>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Image {
    src: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shipping {
    method_id: Text,
    method_title: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Fee {
    total: Text,
    total_tax: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Refund {
    total: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Meta {
    pub(super) key: Text,
    pub(super) value: Option<Box<RawValue>>,
    display_key: Text,
    display_value: Text,
}

impl Order {
    /// What their API answered when it could not show the order; signed and sent like one.
    pub(super) fn error(&self) -> Option<Unreadable> {
        let status = self.data.0.as_ref()?.status.integer()?;
        let failed = self.id.get().is_none() && self.code.get().is_some();
        let text = format!(
            "the webhook's user may not read the order: WooCommerce sent its error {status} in place of it. Give the \
             webhook a user who may (WooCommerce, Settings, Advanced, Webhooks), then update the order once"
        );
        failed.then_some(Unreadable(text))
    }

    /// Whether only the id is there, as for something deleted.
    pub(super) fn is_bare(&self) -> Result<bool, Unreadable> {
        self.id.required("id")?;
        Ok(self.currency.get().is_none() && self.total.get().is_none())
    }

    /// Their word for where the order is.
    pub(super) fn slug(&self) -> Option<&str> {
        self.status.get()
    }

    pub(super) fn checkout(&self, status: Option<OrderStatus>, settings: &Settings) -> Result<Checkout, Unreadable> {
        let modified = self.date_modified_gmt.utc().or_else(|| self.date_created_gmt.utc());
        let at = modified.ok_or_else(|| missing("date_modified_gmt"))?;
        let id = self.id.required("id")?.to_owned();
        Ok(Checkout { id, at, test: false, status, document: self.document(at, settings)? })
    }

    fn document(&self, at: Timestamp, settings: &Settings) -> Result<Document, Unreadable> {
        let currency = self.currency.currency("currency")?;
        let total = self.total.amount(currency, "total")?.ok_or_else(|| missing("total"))?;
        let lines = self.lines(currency, settings)?;
        let (billing, shipping) = (self.billing.0.as_ref(), self.shipping.0.as_ref());
        Ok(Document {
            number: self.number.get().or(self.id.get()).unwrap_or_default().to_owned(),
            placed_at: self.date_created_gmt.utc().unwrap_or(at),
            currency,
            amounts: total::close(self.amounts(currency)?, &lines, total),
            lines,
            total,
            refunded: self.refunded(currency)?,
            payment_method: self.payment_method.owned().map(|code| PaymentMethod {
                title: self.payment_method_title.get().map_or_else(|| code.clone(), plain),
                code,
            }),
            transaction: self.transaction_id.owned(),
            paid_at: self.date_paid_gmt.utc(),
            paid: false,
            customer: Person::customer(billing, shipping),
            billing: billing.and_then(Person::address),
            shipping: shipping.and_then(Person::address),
            promised: settings.own("promised_in").and_then(|key| self.meta(key).get().and_then(promised)),
            shipping_method: self.shipping_lines.0.iter().find_map(|line| line.method_title.get().map(plain)),
            pay_url: self.payment_url.get().filter(|_| self.needs_payment.yes()).and_then(|url| Link::parse(url).ok()),
            locale: settings.own("locale_in").and_then(|key| self.meta(key).get().and_then(language_tag)),
            note: personal(self.customer_note.get()),
            attribution: self.attribution(),
            basket: None,
        })
    }

    /// Without tax, or with it where the shop enters its prices so.
    fn shown(&self, net: &Text, tax: &Text, currency: Currency, name: &str) -> Result<i64, Unreadable> {
        let net = net.amount(currency, name)?.unwrap_or(0);
        let tax = if self.prices_include_tax.yes() { tax.amount(currency, name)?.unwrap_or(0) } else { 0 };
        Ok(net + tax)
    }

    fn amounts(&self, currency: Currency) -> Result<Amounts, Unreadable> {
        let mut amounts = Amounts {
            discount: self.shown(&self.discount_total, &self.discount_tax, currency, "discount_total")?,
            shipping: self.shown(&self.shipping_total, &self.shipping_tax, currency, "shipping_total")?,
            tax: self.total_tax.amount(currency, "total_tax")?.unwrap_or(0),
            tax_included: self.prices_include_tax.yes(),
            ..Amounts::default()
        };
        for fee in &self.fee_lines.0 {
            match self.shown(&fee.total, &fee.total_tax, currency, "fee_lines.total")? {
                // Shops take off what they like by a negative fee.
                off if off < 0 => amounts.discount -= off,
                fee => amounts.fees += fee,
            }
        }
        Ok(amounts)
    }

    /// Each refund is written as a negative amount, and the order's total stays as it was.
    fn refunded(&self, currency: Currency) -> Result<i64, Unreadable> {
        let amount =
            |refund: &Refund| refund.total.amount(currency, "refunds.total").map(|minor| minor.unwrap_or(0).abs());
        self.refunds.0.iter().map(amount).sum()
    }

    fn lines(&self, currency: Currency, settings: &Settings) -> Result<Vec<Line>, Unreadable> {
        let needs = self.needs();
        let short = settings.own("backordered_in").unwrap_or(BACKORDERED);
        let line = |(index, item): (usize, &Item)| {
            let name = item.name.get().map(plain).unwrap_or_default();
            Ok(Line {
                id: item.id.owned().unwrap_or_else(|| (index + 1).to_string()),
                variant: item.variant(&name, short),
                name,
                quantity: item.quantity.count(),
                total: self.shown(&item.subtotal, &item.subtotal_tax, currency, "line_items.subtotal")?,
                sku: item.sku.owned(),
                image: item.image.0.as_ref().and_then(|image| Link::parse(image.src.get()?).ok()),
                needs,
                back_order: BackOrder::of(item.noted(short).count(), None),
            })
        };
        self.line_items.0.iter().enumerate().map(line).collect()
    }

    /// How the goods reach the customer, as far as the order shows. A parcel unless it is sure that there is none: an
    /// order made by hand has no shipping line either.
    fn needs(&self) -> Needs {
        let shipping = &self.shipping_lines.0;
        let pickup = |line: &Shipping| {
            line.method_id.get().is_some_and(|id| id.starts_with("local_pickup") || id.starts_with("pickup_location"))
        };
        let address = self.shipping.0.as_ref().is_some_and(Person::has_place);
        let by_customer = matches!(self.created_via.get(), Some("checkout" | "store-api"));
        let downloads = self.needs_processing.get() == Some("false");
        match (shipping.is_empty(), shipping.iter().all(pickup)) {
            (false, true) => Needs::Pickup,
            // The checkout asks for an address whenever something in the cart has to be shipped.
            (true, _) if downloads || (by_customer && !address) => Needs::Nothing,
            _ => Needs::Shipping,
        }
    }

    /// What a plug-in, or `WooCommerce` itself, noted under a key.
    fn meta(&self, key: &str) -> Text {
        let noted = self.meta_data.0.iter().filter(|meta| meta.key.get() == Some(key));
        noted.filter_map(Meta::text).find(|text| text.get().is_some()).unwrap_or_default()
    }

    /// As it was noted, and the click ids of the page that the customer came to first.
    fn attribution(&self) -> BTreeMap<String, String> {
        let entry = self.meta("_wc_order_attribution_session_entry");
        let mut found = entry.get().map(attribution::of_address).unwrap_or_default();
        found.extend(self.meta_data.0.iter().filter_map(|meta| {
            let key = meta.key.get()?.strip_prefix("_wc_order_attribution_")?;
            attribution::field(key, meta.text()?.get()?)
        }));
        found
    }
}

impl Meta {
    fn text(&self) -> Option<Text> {
        serde_json::from_str(self.value.as_ref()?.get()).ok()
    }
}

impl Item {
    /// What is noted under a key.
    fn noted(&self, key: &str) -> Text {
        let mut noted = self.meta_data.0.iter().filter(|meta| meta.key.get() == Some(key));
        noted.find_map(Meta::text).unwrap_or_default()
    }

    /// What was chosen, unless the name says it already.
    fn variant(&self, name: &str, short: &str) -> String {
        let name = name.to_lowercase();
        let shown = |key: &str| !key.starts_with('_') && key != short;
        let chosen = self.meta_data.0.iter().filter(|meta| meta.key.get().is_some_and(shown));
        let chosen = chosen.filter_map(|meta| {
            let (key, value) = (plain(meta.display_key.get()?), plain(meta.display_value.get()?));
            let new = !value.is_empty() && !name.contains(&value.to_lowercase());
            new.then(|| format!("{key}: {value}"))
        });
        chosen.take(6).collect::<Vec<_>>().join(", ")
    }
}
