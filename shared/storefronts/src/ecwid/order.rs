//! An order as the REST API shows it, with what it does not: its store and its currency. Amounts are JSON numbers, read as
//! they are written.

use std::collections::BTreeMap;

use domain::address::Customer;
use domain::fact::{Amounts, Checkout, Document, Fulfilment, Line, Needs, PaymentMethod, Reference};
use domain::link::Link;
use domain::money::Currency;
use domain::personal::Email;
use domain::tracking::TrackingNumber;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::settings::Settings;
use webhooks::wire::{List, Maybe, Text, missing};

use super::person::Person;
use crate::plain::{clean, language_tag, own_words, promised};
use crate::{attribution, total};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Fetched {
    pub(super) store: Text,
    pub(super) currency: Text,
    pub(super) order: Maybe<Order>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Order {
    id: Text,
    internal_id: Text,
    #[serde(rename = "orderNumber")]
    counted: Text,
    email: Text,
    payment_status: Text,
    fulfillment_status: Text,
    payment_method: Text,
    external_transaction_id: Text,
    total: Text,
    tax: Text,
    coupon_discount: Text,
    discount: Text,
    refunded_amount: Text,
    prices_include_tax: Text,
    create_timestamp: Text,
    create_date: Text,
    update_timestamp: Text,
    update_date: Text,
    items: List<Item>,
    shipping_option: Maybe<Shipping>,
    billing_person: Maybe<Person>,
    shipping_person: Maybe<Person>,
    tracking_number: Text,
    tracking_url: Text,
    shipments: List<Shipment>,
    refunds: List<Refund>,
    utm_data: Maybe<BTreeMap<String, Text>>,
    #[serde(rename = "utmDataSets")]
    utm_sets: List<BTreeMap<String, Text>>,
    referer_url: Text,
    #[serde(rename = "orderComments")]
    note: Text,
    extra_fields: Maybe<BTreeMap<String, Text>>,
    lang: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Item {
    id: Text,
    name: Text,
    sku: Text,
    quantity: Text,
    price: Text,
    digital: Text,
    tangible: Text,
    is_shipping_required: Text,
    image_url: Text,
    selected_options: List<Chosen>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Chosen {
    name: Text,
    value: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shipping {
    #[serde(rename = "shippingMethodName")]
    method: Text,
    #[serde(rename = "shippingCarrierName")]
    carrier: Text,
    #[serde(rename = "shippingRate")]
    rate: Text,
    #[serde(rename = "isPickup")]
    pickup: Text,
    #[serde(rename = "fulfillmentType")]
    kind: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shipment {
    tracking: Maybe<Label>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Label {
    tracking_number: Text,
    tracking_url: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Refund {
    amount: Text,
}

/// `2026-03-22 15:28:02 +0000`, where there are no seconds since 1970.
fn time(unix: &Text, written: &Text) -> Option<Timestamp> {
    unix.unix().or_else(|| Timestamp::strptime("%Y-%m-%d %H:%M:%S %z", written.get()?).ok())
}

impl Order {
    pub(super) fn money(&self) -> &str {
        self.payment_status.get().unwrap_or_default()
    }

    fn goods(&self) -> &str {
        self.fulfillment_status.get().unwrap_or_default()
    }

    pub(super) fn checkout(&self, currency: Currency, settings: &Settings) -> Result<Checkout, Unreadable> {
        let placed_at = time(&self.create_timestamp, &self.create_date);
        let at = time(&self.update_timestamp, &self.update_date).or(placed_at);
        let at = at.ok_or_else(|| missing("order.updateTimestamp"))?;
        // What people call it may be given another prefix.
        let id = self.internal_id.get().or(self.counted.get()).or(self.id.get());
        let id = id.ok_or_else(|| missing("order.internalId"))?;
        let placed_at = placed_at.unwrap_or(at);
        Ok(Checkout {
            id: id.to_owned(),
            at,
            test: false,
            status: super::status(self.money(), self.goods(), settings),
            document: self.document(currency, placed_at, settings)?,
        })
    }

    fn document(&self, currency: Currency, placed_at: Timestamp, settings: &Settings) -> Result<Document, Unreadable> {
        let total = self.total.amount(currency, "order.total")?.ok_or_else(|| missing("order.total"))?;
        let lines = self.lines(currency)?;
        let (billing, shipping) = (self.billing_person.0.as_ref(), self.shipping_person.0.as_ref());
        let method = |title: &str| PaymentMethod { code: title.to_owned(), title: clean(title) };
        let extra = |wanted: &str| self.extra_fields.0.as_ref()?.get(wanted)?.get().and_then(promised);
        Ok(Document {
            number: self.id.get().or(self.internal_id.get()).unwrap_or_default().to_owned(),
            placed_at,
            currency,
            amounts: total::close(self.amounts(currency)?, &lines, total),
            lines,
            total,
            refunded: self.refunded(currency, total)?,
            payment_method: self.payment_method.get().map(method),
            transaction: self.external_transaction_id.owned(),
            paid_at: None,
            paid: super::is_paid(self.money()),
            customer: Customer {
                email: self.email.get().and_then(|email| Email::parse(email).ok()),
                name: billing.and_then(Person::name).or_else(|| shipping?.name()),
                phone: billing.and_then(Person::phone).or_else(|| shipping?.phone()),
            },
            billing: billing.and_then(Person::address),
            shipping: shipping.and_then(Person::address),
            shipping_method: self.shipping().and_then(|option| option.method.get().map(clean)),
            promised: settings.own("promised_in").and_then(extra),
            pay_url: None,
            locale: self.lang.get().and_then(language_tag),
            note: own_words(self.note.get()),
            attribution: self.attribution(),
            basket: None,
        })
    }

    fn shipping(&self) -> Option<&Shipping> {
        self.shipping_option.0.as_ref()
    }

    fn lines(&self, currency: Currency) -> Result<Vec<Line>, Unreadable> {
        let line = |(index, item): (usize, &Item)| {
            let price = item.price.amount(currency, "order.items.price")?.unwrap_or(0);
            let quantity = item.quantity.count();
            Ok(Line {
                id: item.id.owned().unwrap_or_else(|| (index + 1).to_string()),
                name: item.name.get().map(clean).unwrap_or_default(),
                variant: item.variant(),
                quantity,
                total: total::times(price, quantity, "order.items.price")?,
                sku: item.sku.owned(),
                image: item.image_url.get().and_then(|url| Link::parse(url).ok()),
                needs: self.needs(item),
                back_order: None,
            })
        };
        self.items.0.iter().enumerate().map(line).collect()
    }

    fn needs(&self, item: &Item) -> Needs {
        let pickup = |option: &Shipping| option.pickup.yes() || option.kind.get() == Some("PICKUP");
        if !item.travels() {
            Needs::Nothing
        } else if self.shipping().is_some_and(pickup) {
            Needs::Pickup
        } else {
            Needs::Shipping
        }
    }

    /// `discount` is all but the coupon's.
    fn amounts(&self, currency: Currency) -> Result<Amounts, Unreadable> {
        let amount = |text: &Text, name: &str| text.amount(currency, name).map(|minor| minor.unwrap_or(0));
        let discount = amount(&self.discount, "order.discount")?.abs();
        let shipping = self.shipping().map(|option| amount(&option.rate, "order.shippingOption.shippingRate"));
        Ok(Amounts {
            discount: discount + amount(&self.coupon_discount, "order.couponDiscount")?.abs(),
            shipping: shipping.transpose()?.unwrap_or(0),
            tax: amount(&self.tax, "order.tax")?,
            tax_included: self.prices_include_tax.yes(),
            ..Amounts::default()
        })
    }

    fn refunded(&self, currency: Currency, total: i64) -> Result<i64, Unreadable> {
        let stated = self.refunded_amount.amount(currency, "order.refundedAmount")?.unwrap_or(0).abs();
        let mut listed = 0_i64;
        for refund in &self.refunds.0 {
            let amount = refund.amount.amount(currency, "order.refunds.amount")?.unwrap_or(0);
            listed = listed.saturating_add(amount.abs());
        }
        // Refunded by the status alone.
        let all = if self.money() == "REFUNDED" && stated.max(listed) == 0 { total.max(0) } else { 0 };
        Ok(stated.max(listed).max(all))
    }

    fn attribution(&self) -> BTreeMap<String, String> {
        let mut found = self.referer_url.get().map(attribution::of_address).unwrap_or_default();
        let sets = self.utm_sets.0.iter().chain(&self.utm_data.0);
        let fields = sets.flatten().filter_map(|(name, text)| attribution::field(&format!("utm_{name}"), text.get()?));
        found.extend(fields);
        found
    }

    /// The one parcel of an order. Nothing while there is nothing to say of it, or if nothing travels.
    pub(super) fn fulfilment(&self, checkout: &Checkout) -> Option<Fulfilment> {
        let labels = || self.shipments.0.iter().filter_map(|shipment| shipment.tracking.0.as_ref());
        let numbers = std::iter::once(&self.tracking_number).chain(labels().map(|label| &label.tracking_number));
        let urls = std::iter::once(&self.tracking_url).chain(labels().map(|label| &label.tracking_url));
        let number = numbers.filter_map(Text::get).find_map(TrackingNumber::parse);
        let state = super::state(self.goods(), number.is_some());
        let travels = checkout.document.lines.iter().any(|line| line.needs == Needs::Shipping);
        let known = travels && (state.is_some() || number.is_some());
        known.then(|| Fulfilment {
            id: checkout.id.clone(),
            at: checkout.at,
            references: vec![Reference::Order(checkout.id.clone())],
            state,
            lines: Vec::new(),
            carrier: self.shipping().and_then(|option| option.carrier.owned()),
            number,
            url: urls.filter_map(Text::get).find_map(|url| Link::parse(url).ok()),
            promised: None,
        })
    }
}

impl Item {
    /// `digital` alone says only that there are files to it, which a parcel may have too.
    fn travels(&self) -> bool {
        let told = [&self.is_shipping_required, &self.tangible].into_iter().find(|text| text.get().is_some());
        told.map_or_else(|| !self.digital.yes(), |told| told.get() != Some("false"))
    }

    fn variant(&self) -> String {
        let chosen = |one: &Chosen| Some(format!("{}: {}", clean(one.name.get()?), clean(one.value.get()?)));
        self.selected_options.0.iter().filter_map(chosen).take(6).collect::<Vec<_>>().join(", ")
    }
}
