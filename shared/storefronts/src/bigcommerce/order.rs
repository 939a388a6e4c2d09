//! An order with all that was fetched of it.

use domain::fact::{
    Amounts, Checkout, Document, FulfilledLine, Fulfilment, FulfilmentState, Line, Needs, OrderStatus, PaymentMethod,
    Reference,
};
use domain::link::Link;
use domain::money::Currency;
use domain::tracking::TrackingNumber;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::settings::Settings;
use webhooks::wire::{List, Maybe, Text, missing};

use super::person::Person;
use crate::plain::{clean, language_tag, own_words, promised};
use crate::total;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Fetched {
    pub(super) order: Maybe<Order>,
    products: List<Product>,
    shipping_addresses: List<Person>,
    shipments: List<Shipment>,
    refunds: List<Refund>,
    /// A shipment that was taken back.
    gone: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    id: Text,
    pub(super) status_id: Text,
    date_created: Text,
    date_modified: Text,
    payment_status: Text,
    payment_method: Text,
    payment_provider_id: Text,
    currency_code: Text,
    default_currency_code: Text,
    store_default_currency_code: Text,
    total_inc_tax: Text,
    total_tax: Text,
    shipping_cost_ex_tax: Text,
    shipping_cost_inc_tax: Text,
    handling_cost_ex_tax: Text,
    handling_cost_inc_tax: Text,
    wrapping_cost_ex_tax: Text,
    wrapping_cost_inc_tax: Text,
    discount_amount: Text,
    coupon_discount: Text,
    is_tax_inclusive_pricing: Text,
    is_deleted: Text,
    customer_message: Text,
    customer_locale: Text,
    billing_address: Maybe<Person>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Product {
    id: Text,
    name: Text,
    sku: Text,
    #[serde(rename = "type")]
    kind: Text,
    quantity: Text,
    base_price: Text,
    price_ex_tax: Text,
    price_inc_tax: Text,
    total_ex_tax: Text,
    total_inc_tax: Text,
    #[serde(rename = "product_options")]
    options: List<Chosen>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Chosen {
    display_name: Text,
    display_value: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shipment {
    id: Text,
    tracking_number: Text,
    tracking_carrier: Text,
    shipping_provider_display_name: Text,
    shipping_provider: Text,
    tracking_link: Text,
    generated_tracking_link: Text,
    items: List<Packed>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Packed {
    order_product_id: Text,
    quantity: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Refund {
    total_amount: Text,
    payments: List<Paid>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Paid {
    is_declined: Text,
}

/// RFC 2822 in their second API, ISO 8601 elsewhere.
fn time(text: &Text) -> Option<Timestamp> {
    let mail = jiff::fmt::rfc2822::parse(text.get()?).ok().map(|zoned| zoned.timestamp());
    mail.or_else(|| text.utc())
}

impl Fetched {
    pub(super) fn checkout(&self, order: &Order, settings: &Settings) -> Result<Checkout, Unreadable> {
        let at = time(&order.date_modified).or_else(|| time(&order.date_created));
        let at = at.ok_or_else(|| missing("order.date_modified"))?;
        let status = order.status_id.get().and_then(|id| super::status(id, settings));
        Ok(Checkout {
            id: order.id.required("order.id")?.to_owned(),
            at,
            test: false,
            status: if order.is_deleted.yes() { Some(OrderStatus::Deleted) } else { status },
            document: self.document(order, at, settings)?,
        })
    }

    fn document(&self, order: &Order, at: Timestamp, settings: &Settings) -> Result<Document, Unreadable> {
        let currency = order.currency(settings)?;
        let total = order.total_inc_tax.amount(currency, "order.total_inc_tax")?;
        let total = total.ok_or_else(|| missing("order.total_inc_tax"))?;
        let with_tax = self.shows_tax(order, currency, settings)?;
        let lines = self.lines(order, currency, with_tax)?;
        let placed_at = time(&order.date_created).unwrap_or(at);
        let billing = order.billing_address.0.as_ref();
        let shipping = self.shipping_addresses.0.first();
        let [money, id] = [&order.payment_status, &order.status_id].map(|text| text.get().unwrap_or_default());
        Ok(Document {
            number: order.id.owned().unwrap_or_default(),
            placed_at,
            currency,
            amounts: total::close(order.amounts(currency, with_tax)?, &lines, total),
            lines,
            total,
            refunded: self.refunded(order, currency, total)?,
            payment_method: order
                .payment_method
                .get()
                .map(|title| PaymentMethod { code: title.to_owned(), title: clean(title) }),
            transaction: order.payment_provider_id.owned(),
            paid_at: None,
            paid: super::is_paid(money, id, settings),
            customer: billing.map(Person::customer).unwrap_or_default(),
            billing: billing.and_then(Person::address),
            shipping: shipping.and_then(Person::address),
            // `None` is what they call it where a merchant chose nothing.
            shipping_method: shipping.and_then(|to| to.shipping_method.get().filter(|name| *name != "None").map(clean)),
            promised: settings.own("promised_in").and_then(|wanted| {
                shipping.into_iter().chain(billing).filter_map(|person| person.field(wanted)).find_map(promised)
            }),
            pay_url: None,
            locale: order.customer_locale.get().and_then(language_tag),
            note: own_words(order.customer_message.get()),
            attribution: std::collections::BTreeMap::new(),
            basket: None,
        })
    }

    /// Whether the shop shows its prices with tax: whether they were entered so. Where the order does not say it, a line's
    /// `base_price` is as it was entered.
    fn shows_tax(&self, order: &Order, currency: Currency, settings: &Settings) -> Result<bool, Unreadable> {
        if let Some(own) = settings.own("tax_included") {
            return Ok(own == "yes");
        }
        if order.is_tax_inclusive_pricing.get().is_some() {
            return Ok(order.is_tax_inclusive_pricing.yes());
        }
        for product in &self.products.0 {
            let entered = product.base_price.amount(currency, "products.base_price")?;
            let without = product.price_ex_tax.amount(currency, "products.price_ex_tax")?;
            let with = product.price_inc_tax.amount(currency, "products.price_inc_tax")?;
            if with != without && (entered == with || entered == without) {
                return Ok(entered == with);
            }
        }
        Ok(false)
    }

    fn lines(&self, order: &Order, currency: Currency, with_tax: bool) -> Result<Vec<Line>, Unreadable> {
        let line = |(index, product): (usize, &Product)| {
            let total = if with_tax { &product.total_inc_tax } else { &product.total_ex_tax };
            Ok(Line {
                id: product.id.owned().unwrap_or_else(|| (index + 1).to_string()),
                name: product.name.get().map(clean).unwrap_or_default(),
                variant: product.variant(),
                quantity: product.quantity.count(),
                total: total.amount(currency, "products.total")?.unwrap_or(0),
                sku: product.sku.owned(),
                image: None,
                needs: self.needs(order, product),
                back_order: None,
            })
        };
        self.products.0.iter().enumerate().map(line).collect()
    }

    fn needs(&self, order: &Order, product: &Product) -> Needs {
        let method = self.shipping_addresses.0.iter().find_map(|to| to.shipping_method.get()).unwrap_or_default();
        let method: String = method.to_lowercase().chars().filter(char::is_ascii_lowercase).collect();
        match product.kind.get() {
            Some("digital" | "giftcertificate") => Needs::Nothing,
            // Awaiting pickup; or by the name that BigCommerce gives it.
            _ if order.status_id.get() == Some("8") || method.contains("pickup") => Needs::Pickup,
            _ => Needs::Shipping,
        }
    }

    /// The order's own `refunded_amount` is always 0.
    fn refunded(&self, order: &Order, currency: Currency, total: i64) -> Result<i64, Unreadable> {
        let mut sum = 0_i64;
        for refund in &self.refunds.0 {
            let payments = &refund.payments.0;
            let declined = !payments.is_empty() && payments.iter().all(|payment| payment.is_declined.yes());
            let amount = refund.total_amount.amount(currency, "refunds.total_amount")?.unwrap_or(0);
            sum = sum.saturating_add(if declined { 0 } else { amount.abs() });
        }
        // Refunded in the control panel by the status alone.
        let all = sum == 0 && order.payment_status.get() == Some("refunded");
        Ok(if all { total.max(0) } else { sum })
    }

    /// What was shipped, and what is not there any more.
    pub(super) fn fulfilments(&self, checkout: &Checkout) -> Vec<Fulfilment> {
        let live = self.shipments.0.iter().filter_map(|shipment| shipment.fulfilment(checkout));
        let there = |id: &&str| !self.shipments.0.iter().any(|shipment| shipment.id.get() == Some(id));
        let gone = self.gone.get().filter(there).map(|id| fulfilment(id, checkout, FulfilmentState::Cancelled));
        live.take(50).chain(gone).collect()
    }
}

/// Shipments have no time of change: a corrected number is as new as the order that has it.
fn fulfilment(id: &str, checkout: &Checkout, state: FulfilmentState) -> Fulfilment {
    Fulfilment {
        id: id.to_owned(),
        at: checkout.at,
        references: vec![Reference::Order(checkout.id.clone())],
        state: Some(state),
        lines: Vec::new(),
        carrier: None,
        number: None,
        url: None,
        promised: None,
    }
}

impl Shipment {
    fn fulfilment(&self, checkout: &Checkout) -> Option<Fulfilment> {
        let line = |packed: &Packed| {
            Some(FulfilledLine { line: packed.order_product_id.owned()?, quantity: packed.quantity.count() })
        };
        let carriers = [&self.tracking_carrier, &self.shipping_provider_display_name, &self.shipping_provider];
        let urls = [&self.tracking_link, &self.generated_tracking_link];
        Some(Fulfilment {
            lines: self.items.0.iter().filter_map(line).collect(),
            carrier: carriers.into_iter().find_map(Text::owned),
            number: self.tracking_number.get().and_then(TrackingNumber::parse),
            url: urls.into_iter().filter_map(Text::get).find_map(|url| Link::parse(url).ok()),
            ..fulfilment(self.id.get()?, checkout, FulfilmentState::Shipped)
        })
    }
}

impl Product {
    fn variant(&self) -> String {
        let chosen =
            |one: &Chosen| Some(format!("{}: {}", clean(one.display_name.get()?), clean(one.display_value.get()?)));
        self.options.0.iter().filter_map(chosen).take(6).collect::<Vec<_>>().join(", ")
    }
}

impl Order {
    /// `default_currency_code` is, in spite of its name, what the customer pays in; `currency_code` what was displayed.
    fn currency(&self, settings: &Settings) -> Result<Currency, Unreadable> {
        match settings.own("amounts_in") {
            Some("currency_code") => self.currency_code.currency("order.currency_code"),
            Some("store_default_currency_code") => {
                self.store_default_currency_code.currency("order.store_default_currency_code")
            }
            _ if self.default_currency_code.get().is_none() => self.currency_code.currency("order.currency_code"),
            _ => self.default_currency_code.currency("order.default_currency_code"),
        }
    }

    fn amounts(&self, currency: Currency, with_tax: bool) -> Result<Amounts, Unreadable> {
        let amount = |text: &Text, name: &str| text.amount(currency, name).map(|minor| minor.unwrap_or(0));
        let shown = |with: &Text, without: &Text, name: &str| amount(if with_tax { with } else { without }, name);
        let handling = shown(&self.handling_cost_inc_tax, &self.handling_cost_ex_tax, "order.handling_cost")?;
        let wrapping = shown(&self.wrapping_cost_inc_tax, &self.wrapping_cost_ex_tax, "order.wrapping_cost")?;
        let discount = amount(&self.discount_amount, "order.discount_amount")?.abs();
        Ok(Amounts {
            discount: discount + amount(&self.coupon_discount, "order.coupon_discount")?.abs(),
            shipping: shown(&self.shipping_cost_inc_tax, &self.shipping_cost_ex_tax, "order.shipping_cost")?,
            fees: handling + wrapping,
            tax: amount(&self.total_tax, "order.total_tax")?,
            tax_included: with_tax,
            rounding: 0,
        })
    }
}
