//! An order as the extension sends it: rows of the shop's database, with the entities of OpenCart's own escaping decoded.

use std::collections::BTreeMap;

use domain::address::{Address, Customer};
use domain::fact::{
    Amounts, Checkout, Document, Fulfilment, FulfilmentState, Line, Needs, OrderStatus, PaymentMethod, Reference,
};
use domain::link::Link;
use domain::personal::{Email, Personal};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::amount::Rate;
use crate::plain::{known, language_tag, own_words, plain};
use crate::total;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    #[serde(rename = "order_id")]
    id: Text,
    #[serde(rename = "order_status_id")]
    status: Text,
    date_added: Text,
    currency_code: Text,
    currency_value: Text,
    default_currency_code: Text,
    customer: Maybe<Person>,
    payment: Maybe<Method>,
    shipping: Maybe<Method>,
    products: List<Product>,
    totals: List<Part>,
    total: Text,
    comment: Text,
    histories: List<History>,
    marketing: Maybe<Marketing>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Person {
    email: Text,
    firstname: Text,
    lastname: Text,
    telephone: Text,
    language_code: Text,
    company: Text,
    address_1: Text,
    address_2: Text,
    city: Text,
    postcode: Text,
    zone: Text,
    zone_code: Text,
    iso_code_2: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Method {
    name: Text,
    code: Text,
    address: Maybe<Person>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Product {
    order_product_id: Text,
    name: Text,
    model: Text,
    sku: Text,
    image: Text,
    shipping: Text,
    quantity: Text,
    total: Text,
    options: List<Chosen>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Chosen {
    name: Text,
    value: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Part {
    code: Text,
    value: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct History {
    order_status_id: Text,
    occurred_at: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Marketing {
    tracking: Text,
    marketing_id: Text,
}

/// Methods of OpenCart's own that take no money at the checkout: of those, `processing` says nothing of it.
const LATER: [&str; 4] = ["bank_transfer", "cheque", "cod", "free_checkout"];

impl Order {
    /// The number of where it is.
    pub(super) fn status(&self) -> Option<i64> {
        self.status.integer()
    }

    pub(super) fn checkout(
        &self,
        at: Timestamp,
        said: &dyn Fn(i64) -> Option<OrderStatus>,
    ) -> Result<Checkout, Unreadable> {
        let id = self.id.required("order.order_id")?.to_owned();
        let status = self.status().and_then(said);
        Ok(Checkout { document: self.document(&id, at, said)?, id, at, test: false, status })
    }

    fn document(
        &self,
        id: &str,
        at: Timestamp,
        said: &dyn Fn(i64) -> Option<OrderStatus>,
    ) -> Result<Document, Unreadable> {
        let rate = Rate::of(&self.currency_code, &self.currency_value, &self.default_currency_code)?;
        let total = rate.amount(&self.total, "order.total")?.ok_or_else(|| missing("order.total"))?;
        let lines = self.lines(rate)?;
        let (payment, shipping) = (self.payment.0.as_ref(), self.shipping.0.as_ref());
        let address = |method: Option<&Method>| method?.address.0.as_ref()?.address();
        Ok(Document {
            number: id.to_owned(),
            placed_at: self.date_added.utc().unwrap_or(at),
            currency: rate.currency,
            amounts: total::close(self.amounts(rate)?, &lines, total),
            lines,
            total,
            // There is no table of refunds; a status says that there was one, not of how much.
            refunded: 0,
            payment_method: payment.and_then(Method::method),
            transaction: None,
            paid_at: self.paid_at(said),
            paid: false,
            customer: self.customer.0.as_ref().map(Person::customer).unwrap_or_default(),
            billing: address(payment),
            shipping: address(shipping),
            shipping_method: shipping.and_then(|method| method.name.get().map(plain)),
            promised: None,
            pay_url: None,
            locale: self.customer.0.as_ref().and_then(|person| person.language_code.get().and_then(language_tag)),
            note: own_words(self.comment.get()),
            attribution: self.attribution(),
            basket: None,
        })
    }

    /// When it was first released, if by a method that takes money: OpenCart has no mark of its own for that.
    fn paid_at(&self, said: &dyn Fn(i64) -> Option<OrderStatus>) -> Option<Timestamp> {
        let code = self.payment.0.as_ref()?.code.get()?;
        let code = code.split('.').next().unwrap_or_default();
        let released =
            |history: &&History| history.order_status_id.integer().and_then(said).is_some_and(OrderStatus::released);
        let first = self.histories.0.iter().find(released)?.occurred_at.utc();
        first.filter(|_| {
            !LATER.contains(&code) && self.status().and_then(said).is_some_and(|now| now != OrderStatus::Failed)
        })
    }

    /// All of it, since the status says so and there is nothing finer.
    pub(super) fn fulfilment(&self, checkout: &Checkout, is_shipped: &dyn Fn(i64) -> bool) -> Option<Fulfilment> {
        self.status().filter(|status| is_shipped(*status))?;
        let entered = self.histories.0.iter().find(|history| history.order_status_id.integer().is_some_and(is_shipped));
        Some(Fulfilment {
            id: checkout.id.clone(),
            at: entered.and_then(|history| history.occurred_at.utc()).unwrap_or(checkout.at),
            references: vec![Reference::Order(checkout.id.clone())],
            state: Some(FulfilmentState::Shipped),
            lines: Vec::new(),
            carrier: None,
            number: None,
            url: None,
            promised: None,
        })
    }

    fn amounts(&self, rate: Rate) -> Result<Amounts, Unreadable> {
        let mut amounts = Amounts::default();
        for part in &self.totals.0 {
            let value = rate.amount(&part.value, "order.totals.value")?.unwrap_or(0);
            match part.code.get() {
                Some("sub_total" | "total") => {}
                Some("tax") => amounts.tax += value,
                Some("shipping") if value >= 0 => amounts.shipping += value,
                // Coupons, vouchers, credit, reward points.
                _ if value < 0 => amounts.discount -= value,
                _ => amounts.fees += value,
            }
        }
        Ok(amounts)
    }

    fn lines(&self, rate: Rate) -> Result<Vec<Line>, Unreadable> {
        let code = self.shipping.0.as_ref().and_then(|method| method.code.get()).unwrap_or_default();
        let line = |(index, product): (usize, &Product)| {
            Ok(Line {
                id: product.order_product_id.owned().unwrap_or_else(|| (index + 1).to_string()),
                name: product.name.get().map(plain).unwrap_or_default(),
                variant: product.variant(),
                quantity: product.quantity.count(),
                total: rate.amount(&product.total, "order.products.total")?.unwrap_or(0),
                sku: product.sku.owned().or_else(|| product.model.owned()),
                image: product.image.get().and_then(|url| Link::parse(url).ok()),
                needs: product.needs(code),
                back_order: None,
            })
        };
        self.products.0.iter().enumerate().map(line).collect()
    }

    /// Their `tracking` is the code of a campaign or of an affiliate, not a parcel's number.
    fn attribution(&self) -> BTreeMap<String, String> {
        let Some(marketing) = &self.marketing.0 else { return BTreeMap::new() };
        let campaign = marketing.marketing_id.integer().is_some_and(|id| id > 0);
        let name = if campaign { "utm_campaign" } else { "tracking" };
        let code = marketing.tracking.get().map(|code| (name.to_owned(), code.chars().take(200).collect()));
        code.into_iter().collect()
    }
}

impl Product {
    fn variant(&self) -> String {
        let chosen = self.options.0.iter().filter_map(|option| {
            let value = option.value.get().map(plain).filter(|value| !value.is_empty())?;
            Some(option.name.get().map_or_else(|| value.clone(), |name| format!("{}: {value}", plain(name))))
        });
        chosen.take(6).collect::<Vec<_>>().join(", ")
    }

    fn needs(&self, method: &str) -> Needs {
        match self.shipping.get() {
            Some("false" | "0") => Needs::Nothing,
            _ if method.starts_with("pickup") => Needs::Pickup,
            _ => Needs::Shipping,
        }
    }
}

impl Method {
    /// `cod.cod` since 4.0.2, `cod` before: an extension with one method has the same name twice.
    fn method(&self) -> Option<PaymentMethod> {
        let code = self.code.get()?;
        let code = code.split_once('.').filter(|(one, other)| one == other).map_or(code, |(one, _)| one).to_owned();
        Some(PaymentMethod { title: self.name.get().map_or_else(|| code.clone(), plain), code })
    }
}

impl Person {
    fn name(&self) -> Option<Personal<String>> {
        let name: Vec<&str> = [&self.firstname, &self.lastname].into_iter().filter_map(Text::get).collect();
        own_words(Some(&name.join(" ")))
    }

    fn customer(&self) -> Customer {
        let email = self.email.get().and_then(|email| Email::parse(email).ok());
        Customer { email, name: self.name(), phone: own_words(self.telephone.get()) }
    }

    fn address(&self) -> Option<Address> {
        let part = |text: &Text| own_words(text.get()).unwrap_or_default();
        let region = if self.zone.get().is_some() { &self.zone } else { &self.zone_code };
        let lines = [&self.company, &self.address_1, &self.address_2].into_iter().map(|text| own_words(text.get()));
        known(Address {
            lines: std::iter::once(self.name()).chain(lines).flatten().collect(),
            postcode: part(&self.postcode),
            city: part(&self.city),
            region: part(region),
            country: self.iso_code_2.get().map(str::to_uppercase).unwrap_or_default(),
        })
    }
}
