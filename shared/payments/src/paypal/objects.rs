//! PayPal's resources, and what each says of its payment.

use domain::fact::{Payment, PaymentStatus, Reference, Refund};
use domain::money::{Currency, Money};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::delivery::Unreadable;
use webhooks::settings::Settings;
use webhooks::wire::{List, Maybe, Text, missing};

use super::order::{Lapsed, Order};
use super::{refund_failed, status};
use crate::parts::{distinct, freely, major, some, tried};
use crate::unknown;

/// What an event says, by its type: resources look alike.
pub(super) fn payments(body: &[u8], settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
    let event: Event = serde_json::from_slice(body)?;
    let kind = event.kind.required("event_type")?;
    let told = Told { at: &event.create_time, prefix: settings.own("invoice_prefix"), test: settings.says("test") };
    let resource = || event.resource.as_deref().map(RawValue::get).ok_or_else(|| missing("resource"));
    let one = |payment: Payment| Ok(vec![payment]);
    match kind {
        "PAYMENT.CAPTURE.REFUNDED" | "PAYMENT.SALE.REFUNDED" => {
            one(serde_json::from_str::<Part>(resource()?)?.refund(&told)?)
        }
        // Money that PayPal takes back in a dispute.
        "PAYMENT.CAPTURE.REVERSED" | "PAYMENT.SALE.REVERSED" => Ok(Vec::new()),
        "CHECKOUT.PAYMENT-APPROVAL.REVERSED" => one(serde_json::from_str::<Lapsed>(resource()?)?.payment(&told)?),
        kind if kind.starts_with("PAYMENT.CAPTURE.") || kind.starts_with("PAYMENT.SALE.") => {
            one(serde_json::from_str::<Part>(resource()?)?.payment(&told, true)?)
        }
        kind if kind.starts_with("PAYMENT.AUTHORIZATION.") => {
            one(serde_json::from_str::<Part>(resource()?)?.payment(&told, false)?)
        }
        kind if kind.starts_with("CHECKOUT.ORDER.") => serde_json::from_str::<Order>(resource()?)?.payments(&told),
        _ => Ok(Vec::new()),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    #[serde(rename = "event_type")]
    kind: Text,
    create_time: Text,
    resource: Option<Box<RawValue>>,
}

/// What is known beside a resource.
pub(super) struct Told<'a> {
    pub(super) at: &'a Text,
    prefix: Option<&'a str>,
    pub(super) test: bool,
}

/// An amount; old resources write it in other words.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Amount {
    currency_code: Text,
    value: Text,
    currency: Text,
    total: Text,
}

impl Amount {
    fn money(&self, name: &str) -> Result<Option<Money>, Unreadable> {
        let code = if self.currency_code.get().is_some() { &self.currency_code } else { &self.currency };
        let value = if self.value.get().is_some() { &self.value } else { &self.total };
        let currency: Currency = code.currency(&format!("{name}.currency_code"))?;
        let money = major(value, currency, &format!("{name}.value"))?;
        Ok(money.map(|money| money.with_minor(money.minor.abs())))
    }
}

pub(super) fn money(amount: &Maybe<Amount>, name: &str) -> Result<Option<Money>, Unreadable> {
    amount.0.as_ref().map_or(Ok(None), |amount| amount.money(name))
}

/// A capture, an authorisation, a refund, or an old sale.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Part {
    id: Text,
    status: Text,
    state: Text,
    amount: Maybe<Amount>,
    custom_id: Option<Box<RawValue>>,
    custom: Option<Box<RawValue>>,
    invoice_id: Text,
    invoice_number: Text,
    supplementary_data: Maybe<Supplement>,
    seller_payable_breakdown: Maybe<Breakdown>,
    parent_payment: Text,
    sale_id: Text,
    capture_id: Text,
    create_time: Text,
    update_time: Text,
    links: List<Link>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Supplement {
    related_ids: Maybe<Related>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Related {
    order_id: Text,
    authorization_id: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Breakdown {
    total_refunded_amount: Maybe<Amount>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Link {
    rel: Text,
    href: Text,
}

impl Part {
    pub(super) fn payment(&self, told: &Told<'_>, takes: bool) -> Result<Payment, Unreadable> {
        let id = self.id.required("resource.id")?.to_owned();
        let theirs = self.status.get().or_else(|| self.state.get()).unwrap_or_default();
        let status = status(theirs);
        let amount = money(&self.amount, "resource.amount")?;
        let captured = some(amount).filter(|_| takes && status == Some(PaymentStatus::Paid));
        // Of a partial refund only the refund says how much.
        let all_back = theirs.eq_ignore_ascii_case("REFUNDED");
        // Older events say only by a link which order or authorisation it is of.
        let above = self.up().map(|id| Reference::Payment(id.to_owned()));
        Ok(Payment {
            references: distinct(self.references(told).into_iter().chain(above)),
            status,
            amount,
            captured,
            refunded: captured.filter(|_| all_back),
            attempt: tried(&id, status),
            transaction: captured.map(|_| id.clone()),
            ..unknown(id.clone(), id, self.at(told)?, told.test)
        })
    }

    /// Without a word on what was given back, it is a payment of its own that gave back and took nothing.
    fn refund(&self, told: &Told<'_>) -> Result<Payment, Unreadable> {
        let id = self.id.required("resource.id")?.to_owned();
        let theirs = self.status.get().or_else(|| self.state.get()).unwrap_or_default();
        let failed = refund_failed(theirs);
        let pending = theirs.eq_ignore_ascii_case("PENDING");
        let amount = money(&self.amount, "resource.amount")?;
        let refund = amount.zip(failed).map(|(amount, failed)| Refund { id: id.clone(), amount, failed, pending });
        let total = self.seller_payable_breakdown.0.as_ref();
        let total = total.map_or(Ok(None), |all| money(&all.total_refunded_amount, "total_refunded_amount"))?;
        let named = self.sale_id.owned().or_else(|| self.capture_id.owned());
        let payment = named.or_else(|| self.up().map(str::to_owned)).unwrap_or_else(|| id.clone());
        Ok(Payment {
            references: self.references(told),
            refund,
            refunded: total.filter(|_| failed == Some(false) && !pending),
            ..unknown(payment, id, self.at(told)?, told.test)
        })
    }

    /// What a refund is of: the last part of the address of what stands above it.
    fn up(&self) -> Option<&str> {
        let up = self.links.0.iter().find(|link| link.rel.get() == Some("up") || link.rel.get() == Some("sale"))?;
        up.href.get()?.rsplit('/').next().filter(|id| !id.is_empty())
    }

    fn at(&self, told: &Told<'_>) -> Result<Timestamp, Unreadable> {
        let times = [&self.update_time, told.at, &self.create_time];
        times.into_iter().find_map(Text::utc).ok_or_else(|| missing("create_time"))
    }

    fn references(&self, told: &Told<'_>) -> Vec<Reference> {
        let custom = self.custom_id.as_deref().or(self.custom.as_deref());
        let invoice = if self.invoice_id.get().is_some() { &self.invoice_id } else { &self.invoice_number };
        let related = self.supplementary_data.0.as_ref().and_then(|data| data.related_ids.0.as_ref());
        let mut references = named(custom, invoice, told);
        let others = related.into_iter().flat_map(|related| [&related.order_id, &related.authorization_id]);
        let others = others.chain([&self.parent_payment]).filter_map(Text::owned);
        references.extend(others.map(Reference::Payment));
        distinct(references)
    }
}

/// Names of the order: what the shop wrote into the two fields that are its own.
pub(super) fn named(custom: Option<&RawValue>, invoice: &Text, told: &Told<'_>) -> Vec<Reference> {
    let mut names = custom.map(freely).unwrap_or_default();
    let bare = told.prefix.and_then(|prefix| invoice.get()?.strip_prefix(prefix)).map(str::to_owned);
    names.extend(invoice.owned().into_iter().chain(bare).map(Reference::Order));
    names
}
