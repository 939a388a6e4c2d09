//! The order of our own JSON.

use std::collections::BTreeMap;

use domain::address::{Address, Customer};
use domain::fact::{Amounts, BackOrder, Checkout, Document, Line, PaymentMethod};
use domain::link::Link;
use domain::money::Currency;
use domain::personal::{Email, Personal};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::settings::Settings;
use webhooks::wire::{List, Maybe, Text, missing};

use crate::plain::{known, language_tag};
use crate::total;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    id: Text,
    updated_at: Text,
    currency: Text,
    total: Text,
    number: Text,
    status: Text,
    placed_at: Text,
    test: Text,
    lines: List<Item>,
    amounts: Maybe<Parts>,
    refunded: Text,
    payment_method: Maybe<Method>,
    transaction: Text,
    paid_at: Text,
    paid: Text,
    customer: Maybe<Person>,
    billing: Maybe<Place>,
    shipping: Maybe<Place>,
    shipping_method: Text,
    promised: Text,
    pay_url: Text,
    locale: Text,
    note: Text,
    attribution: Maybe<BTreeMap<String, Text>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    id: Text,
    name: Text,
    variant: Text,
    quantity: Text,
    total: Text,
    sku: Text,
    image: Text,
    needs: Text,
    backordered: Text,
    expected: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Parts {
    discount: Text,
    shipping: Text,
    fees: Text,
    tax: Text,
    tax_included: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Method {
    code: Text,
    title: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Person {
    email: Text,
    name: Text,
    phone: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Place {
    lines: List<Text>,
    postcode: Text,
    city: Text,
    region: Text,
    country: Text,
}

impl Order {
    pub(super) fn checkout(&self, settings: &Settings) -> Result<Checkout, Unreadable> {
        let at = self.updated_at.utc().ok_or_else(|| missing("data.updated_at"))?;
        Ok(Checkout {
            id: self.id.required("data.id")?.to_owned(),
            at,
            test: self.test.yes(),
            status: super::status(&self.status, settings),
            document: self.document(at)?,
        })
    }

    fn document(&self, at: Timestamp) -> Result<Document, Unreadable> {
        let currency = self.currency.currency("data.currency")?;
        let total = self.total.amount(currency, "data.total")?.ok_or_else(|| missing("data.total"))?;
        let lines = self.lines(currency)?;
        let amounts =
            self.amounts.0.as_ref().map_or_else(|| Ok(Amounts::default()), |parts| parts.amounts(currency))?;
        Ok(Document {
            number: self.number.get().or(self.id.get()).unwrap_or_default().to_owned(),
            placed_at: self.placed_at.utc().unwrap_or(at),
            currency,
            amounts: total::close(amounts, &lines, total),
            lines,
            total,
            refunded: self.refunded.amount(currency, "data.refunded")?.unwrap_or(0).abs(),
            payment_method: self.payment_method.0.as_ref().and_then(Method::method),
            transaction: self.transaction.owned(),
            paid_at: self.paid_at.utc(),
            paid: self.paid.yes(),
            customer: self.customer.0.as_ref().map(Person::customer).unwrap_or_default(),
            billing: self.billing.0.as_ref().and_then(Place::address),
            shipping: self.shipping.0.as_ref().and_then(Place::address),
            shipping_method: self.shipping_method.owned(),
            promised: self.promised.date(),
            pay_url: self.pay_url.get().and_then(|url| Link::parse(url).ok()),
            locale: self.locale.get().and_then(language_tag),
            note: personal(&self.note),
            attribution: self.attribution(),
            basket: None,
        })
    }

    fn lines(&self, currency: Currency) -> Result<Vec<Line>, Unreadable> {
        let line = |(index, item): (usize, &Item)| {
            Ok(Line {
                id: item.id.owned().unwrap_or_else(|| (index + 1).to_string()),
                name: item.name.owned().unwrap_or_default(),
                variant: item.variant.owned().unwrap_or_default(),
                quantity: item.quantity.get().map_or(1, |_| item.quantity.count()),
                total: item.total.amount(currency, "data.lines.total")?.unwrap_or(0),
                sku: item.sku.owned(),
                image: item.image.get().and_then(|url| Link::parse(url).ok()),
                needs: item.needs.word().unwrap_or_default(),
                back_order: BackOrder::of(item.backordered.count(), item.expected.date()),
            })
        };
        self.lines.0.iter().enumerate().map(line).collect()
    }

    fn attribution(&self) -> BTreeMap<String, String> {
        let fields = self.attribution.0.iter().flatten().take(20);
        fields.filter_map(|(name, text)| Some((name.clone(), text.get()?.chars().take(200).collect()))).collect()
    }
}

impl Parts {
    fn amounts(&self, currency: Currency) -> Result<Amounts, Unreadable> {
        let amount = |text: &Text, name: &str| text.amount(currency, name).map(|minor| minor.unwrap_or(0));
        Ok(Amounts {
            discount: amount(&self.discount, "data.amounts.discount")?.abs(),
            shipping: amount(&self.shipping, "data.amounts.shipping")?,
            fees: amount(&self.fees, "data.amounts.fees")?,
            tax: amount(&self.tax, "data.amounts.tax")?,
            tax_included: self.tax_included.yes(),
            rounding: 0,
        })
    }
}

impl Method {
    fn method(&self) -> Option<PaymentMethod> {
        let code = self.code.owned()?;
        Some(PaymentMethod { title: self.title.owned().unwrap_or_else(|| code.clone()), code })
    }
}

impl Person {
    fn customer(&self) -> Customer {
        let email = self.email.get().and_then(|email| Email::parse(email).ok());
        Customer { email, name: personal(&self.name), phone: personal(&self.phone) }
    }
}

impl Place {
    pub(super) fn address(&self) -> Option<Address> {
        let part = |text: &Text| personal(text).unwrap_or_default();
        known(Address {
            lines: self.lines.0.iter().filter_map(personal).take(8).collect(),
            postcode: part(&self.postcode),
            city: part(&self.city),
            region: part(&self.region),
            country: self.country.get().map(str::to_uppercase).unwrap_or_default(),
        })
    }
}

fn personal(text: &Text) -> Option<Personal<String>> {
    text.owned().map(Personal::new)
}
