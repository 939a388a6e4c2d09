//! An order as the REST API shows it.

use std::collections::BTreeMap;

use domain::fact::{Amounts, Checkout, Document, Fulfilment, Line, Needs, OrderStatus, PaymentMethod};
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::settings::Settings;
use webhooks::wire::{List, Maybe, Text, missing};

use super::fulfilment::Shipment;
use super::lines::{Item, Refund};
use super::money::{Purse, Set};
use super::person::{Person, Place};
use crate::plain::{clean, language_tag, own_words, promised};
use crate::{attribution, total};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    id: Text,
    name: Text,
    #[serde(rename = "order_number")]
    counted: Text,
    test: Text,
    created_at: Text,
    updated_at: Text,
    processed_at: Text,
    cancelled_at: Text,
    financial_status: Text,
    fulfillment_status: Text,
    currency: Text,
    taxes_included: Text,
    total_price: Text,
    total_price_set: Maybe<Set>,
    current_total_price: Text,
    current_total_price_set: Maybe<Set>,
    total_tax: Text,
    total_tax_set: Maybe<Set>,
    current_total_tax: Text,
    current_total_tax_set: Maybe<Set>,
    total_discounts: Text,
    total_discounts_set: Maybe<Set>,
    current_total_discounts: Text,
    current_total_discounts_set: Maybe<Set>,
    payment_gateway_names: List<Text>,
    email: Text,
    contact_email: Text,
    phone: Text,
    customer: Maybe<Person>,
    billing_address: Maybe<Place>,
    shipping_address: Maybe<Place>,
    customer_locale: Text,
    checkout_token: Text,
    landing_site: Text,
    source_name: Text,
    note: Text,
    note_attributes: List<Attribute>,
    line_items: List<Item>,
    shipping_lines: List<Shipping>,
    fulfillments: List<Shipment>,
    refunds: List<Refund>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shipping {
    title: Text,
    price: Text,
    price_set: Maybe<Set>,
    delivery_category: Text,
    is_removed: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Attribute {
    pub(super) name: Text,
    pub(super) value: Text,
}

/// What an order costs, and what of it is not as it was ordered.
struct Cost {
    /// What the customer owes or owed, before anything was given back.
    total: i64,
    /// What was given back.
    refunded: i64,
    /// What it costs is not what was ordered.
    edited: bool,
}

/// What an order is made of: as it was ordered, or as it was edited.
struct Parts {
    lines: Vec<Line>,
    amounts: Amounts,
}

impl Order {
    pub(super) fn id(&self) -> Result<&str, Unreadable> {
        self.id.required("id")
    }

    pub(super) fn checkout(&self, settings: &Settings) -> Result<Checkout, Unreadable> {
        Ok(Checkout {
            id: self.id()?.to_owned(),
            at: self.updated_at.utc().or_else(|| self.created_at.utc()).ok_or_else(|| missing("updated_at"))?,
            test: self.test.yes(),
            status: self.status(settings),
            document: self.document(settings)?,
        })
    }

    /// The basket that it was: its own webhook may come late, or never.
    pub(super) fn basket(&self, checkout: &Checkout) -> Option<Checkout> {
        let token = self.checkout_token.get()?;
        Some(Checkout::ordered(token, checkout.at, checkout.document.currency))
    }

    /// Those of goods that travel. There is one for downloads and for a sale at the counter too.
    pub(super) fn fulfilments(&self, checkout: &Checkout) -> Vec<Fulfilment> {
        let travelling = checkout.document.lines.iter().filter(|line| line.needs == Needs::Shipping);
        let travelling: Vec<&str> = travelling.map(|line| line.id.as_str()).collect();
        let holds = |fulfilment: &Fulfilment| match fulfilment.lines.as_slice() {
            [] => !travelling.is_empty(),
            lines => lines.iter().any(|line| travelling.contains(&line.line.as_str())),
        };
        let fulfilments = self.fulfillments.0.iter().filter_map(|shipment| shipment.of(&checkout.id).ok());
        fulfilments.filter(holds).take(50).collect()
    }

    fn status(&self, settings: &Settings) -> Option<OrderStatus> {
        if self.cancelled_at.get().is_some() {
            return Some(OrderStatus::Cancelled);
        }
        let status = super::status(self.money(), self.fulfillment_status.get().unwrap_or_default(), settings);
        // Nobody pays before the courier comes: such an order is released when it is placed.
        let method =
            self.payment_method().map(|method| method.code.to_lowercase().replace('_', " ")).unwrap_or_default();
        let on_delivery = method.contains("cash on delivery") || method.contains("(cod)");
        if on_delivery && status == Some(OrderStatus::Pending) { Some(OrderStatus::Processing) } else { status }
    }

    fn money(&self) -> &str {
        self.financial_status.get().unwrap_or_default()
    }

    fn document(&self, settings: &Settings) -> Result<Document, Unreadable> {
        let purse = self.purse()?;
        let cost = self.cost(purse)?;
        let placed_at = [&self.processed_at, &self.created_at].into_iter().filter_map(Text::utc).min();
        let placed_at = placed_at.ok_or_else(|| missing("created_at"))?;
        let Parts { lines, amounts } = self.parts(purse, &cost, settings)?;
        let number = self.name.get().or(self.counted.get()).or(self.id.get()).unwrap_or_default();
        Ok(Document {
            number: number.trim_start_matches('#').to_owned(),
            placed_at,
            currency: purse.currency,
            amounts: total::close(amounts, &lines, cost.total),
            lines,
            total: cost.total,
            refunded: cost.refunded,
            payment_method: self.payment_method(),
            transaction: None,
            paid_at: None,
            paid: super::is_paid(self.money()),
            customer: self.customer(),
            billing: self.billing_address.0.as_ref().and_then(Place::address),
            shipping: self.shipping_address.0.as_ref().and_then(Place::address),
            shipping_method: self.shipping_lines.0.iter().find_map(|line| line.title.get().map(clean)),
            promised: self.promised(settings),
            pay_url: None,
            locale: self.customer_locale.get().and_then(language_tag),
            note: own_words(self.note.get()),
            attribution: self.landing_site.get().map(attribution::of_address).unwrap_or_default(),
            basket: None,
        })
    }

    /// The customer's currency, if the total and every line are given in it.
    fn purse(&self) -> Result<Purse, Unreadable> {
        let shops = self.currency.currency("currency")?;
        let customers = self.total_price_set.0.as_ref().and_then(Set::currency);
        let whole = |currency: &_| self.line_items.0.iter().all(|item| item.is_in(*currency));
        Ok(match customers.filter(|currency| *currency != shops).filter(whole) {
            Some(currency) => Purse { currency, customers: true },
            None => Purse { currency: shops, customers: false },
        })
    }

    /// `total_price` is what was ordered, `current_total_price` what is left of it after edits and refunds.
    fn cost(&self, purse: Purse) -> Result<Cost, Unreadable> {
        let ordered = purse.amount(&self.total_price, &self.total_price_set, "total_price")?;
        let ordered = ordered.ok_or_else(|| missing("total_price"))?;
        let left = purse.amount(&self.current_total_price, &self.current_total_price_set, "current_total_price")?;
        let left = left.unwrap_or(ordered);
        let mut refunded = 0_i64;
        let mut readable = true;
        for refund in &self.refunds.0 {
            match refund.given_back(purse.currency)? {
                Some(given) => refunded = refunded.saturating_add(given),
                None => readable = false,
            }
        }
        // Told by the status, and not by transactions that we can read: then it is what is gone from the total.
        if !readable || (refunded == 0 && matches!(self.money(), "refunded" | "partially_refunded")) {
            refunded = refunded.max(ordered.saturating_sub(left)).max(0);
        }
        // Nothing is left of a cancelled order; what was given back is gone from the rest, and was owed all the same.
        let cancelled = self.cancelled_at.get().is_some() || self.money() == "voided";
        let total = if cancelled { ordered } else { ordered.max(left).min(left.saturating_add(refunded)) };
        Ok(Cost { total, refunded, edited: total != ordered })
    }

    /// One thing may be exchanged for another of the same price, so what adds up to the total decides.
    fn parts(&self, purse: Purse, cost: &Cost, settings: &Settings) -> Result<Parts, Unreadable> {
        let parts = |edited: bool| {
            let (lines, amounts) = (self.lines(purse, edited, settings)?, self.amounts(purse, edited)?);
            Ok::<Parts, Unreadable>(Parts { lines, amounts })
        };
        let left = |parts: &Parts| total::left(&parts.amounts, &parts.lines, cost.total).unsigned_abs();
        let (likely, other) = (parts(cost.edited)?, parts(!cost.edited)?);
        Ok(if left(&other) < left(&likely) { other } else { likely })
    }

    fn lines(&self, purse: Purse, edited: bool, settings: &Settings) -> Result<Vec<Line>, Unreadable> {
        let mut packed: BTreeMap<String, u32> = BTreeMap::new();
        for line in self.fulfillments.0.iter().flat_map(Shipment::packed) {
            let known = packed.entry(line.line).or_default();
            *known = known.saturating_add(line.quantity);
        }
        let cancelled = self.cancelled_at.get().is_some();
        let mut lines = Vec::new();
        for (index, item) in self.line_items.0.iter().enumerate() {
            let given_back = self.refunds.0.iter().map(|refund| refund.quantity(item)).fold(0, u32::saturating_add);
            let counts = if edited { item.left().saturating_add(given_back) } else { item.ordered() };
            let counts = counts.min(item.ordered());
            let sent = item.id.get().and_then(|id| packed.get(id)).copied().unwrap_or(0);
            let live = if cancelled { counts } else { item.left().max(sent).min(counts) };
            lines.extend(item.lines(index, (live, counts - live), purse, self.needs(item, settings))?);
        }
        Ok(lines)
    }

    fn needs(&self, item: &Item, settings: &Settings) -> Needs {
        let titles = || settings.own("pickup").unwrap_or_default().split(',').map(str::trim);
        let category = |line: &Shipping| line.delivery_category.get().unwrap_or_default().replace(['_', '-', ' '], "");
        let pickup = |line: &Shipping| {
            category(line).eq_ignore_ascii_case("pickup") || titles().any(|title| line.title.get() == Some(title))
        };
        let shipping = &self.shipping_lines.0;
        match (item.travels(), shipping.is_empty()) {
            (false, _) => Needs::Nothing,
            // A sale at the counter, unless something of it is sent.
            (true, true) if self.source_name.get() == Some("pos") => Needs::Nothing,
            (true, false) if shipping.iter().all(pickup) => Needs::Pickup,
            _ => Needs::Shipping,
        }
    }

    fn amounts(&self, purse: Purse, edited: bool) -> Result<Amounts, Unreadable> {
        let (tax, discount) = if edited {
            let tax = purse.amount(&self.current_total_tax, &self.current_total_tax_set, "current_total_tax")?;
            let set = &self.current_total_discounts_set;
            (tax, purse.amount(&self.current_total_discounts, set, "current_total_discounts")?)
        } else {
            let tax = purse.amount(&self.total_tax, &self.total_tax_set, "total_tax")?;
            (tax, purse.amount(&self.total_discounts, &self.total_discounts_set, "total_discounts")?)
        };
        let mut amounts = Amounts {
            discount: discount.unwrap_or(0).abs(),
            tax: tax.unwrap_or(0),
            tax_included: self.taxes_included.yes(),
            ..Amounts::default()
        };
        let removed = |line: &&Shipping| edited && line.is_removed.yes();
        for line in self.shipping_lines.0.iter().filter(|line| !removed(line)) {
            amounts.shipping += purse.amount(&line.price, &line.price_set, "shipping_lines.price")?.unwrap_or(0);
        }
        Ok(amounts)
    }

    /// Their name for it is all there is: `shopify_payments`, or what the shop calls a way of its own.
    fn payment_method(&self) -> Option<PaymentMethod> {
        let names = || self.payment_gateway_names.0.iter().filter_map(Text::get);
        let code = names().find(|name| *name != "gift_card").or_else(|| names().next())?;
        let title = |word: &str| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
        };
        let internal = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let words = code.split('_').filter(|word| !word.is_empty());
        let title = if internal { words.map(title).collect::<Vec<_>>().join(" ") } else { clean(code) };
        Some(PaymentMethod { code: code.to_owned(), title })
    }

    fn customer(&self) -> domain::address::Customer {
        let person = self.customer.0.as_ref();
        let places = [self.billing_address.0.as_ref(), self.shipping_address.0.as_ref()];
        let email = [&self.email, &self.contact_email].into_iter().chain(person.map(|person| &person.email));
        let phones = std::iter::once(&self.phone).chain(person.map(|person| &person.phone));
        let names = person.and_then(Person::name).or_else(|| places.iter().flatten().find_map(|place| place.name()));
        domain::address::Customer {
            email: email.filter_map(Text::get).find_map(|email| domain::personal::Email::parse(email).ok()),
            name: names,
            phone: phones
                .chain(places.into_iter().flatten().map(|place| &place.phone))
                .find_map(|phone| own_words(phone.get())),
        }
    }

    fn promised(&self, settings: &Settings) -> Option<jiff::civil::Date> {
        let wanted = settings.own("promised_in")?;
        let named = self.note_attributes.0.iter().filter(|one| one.name.get() == Some(wanted));
        named.filter_map(|one| one.value.get()).find_map(promised)
    }
}
