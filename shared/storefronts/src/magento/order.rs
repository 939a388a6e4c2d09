//! An order as the REST API shows it, with its invoices and credit memos. Amounts are numbers in the order's currency; each is
//! there with and without tax.

use std::collections::BTreeMap;

use domain::address::Customer;
use domain::fact::{Amounts, Checkout, Document, PaymentMethod};
use domain::money::Currency;
use domain::personal::{Email, Personal};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::settings::Settings;
use webhooks::wire::{List, Maybe, Text, missing};

use super::line::{Item, Shown};
use super::person::{Person, full_name};
use super::shipment::Shipment;
use crate::plain::{language_tag, personal, plain};
use crate::total;

/// What [`super::api`] puts together.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Fetched {
    order: Maybe<Order>,
    pub(super) shipments: List<Shipment>,
    invoices: List<Invoice>,
    creditmemos: List<Memo>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    entity_id: Text,
    increment_id: Text,
    pub(super) store_id: Text,
    state: Text,
    status: Text,
    pub(super) is_virtual: Text,
    created_at: Text,
    updated_at: Text,
    #[serde(rename = "order_currency_code")]
    currency: Text,
    discount_amount: Text,
    discount_tax_compensation_amount: Text,
    shipping_discount_tax_compensation_amount: Text,
    tax_amount: Text,
    shipping_amount: Text,
    shipping_incl_tax: Text,
    shipping_description: Text,
    grand_total: Text,
    total_paid: Text,
    total_refunded: Text,
    customer_email: Text,
    customer_firstname: Text,
    customer_middlename: Text,
    customer_lastname: Text,
    customer_note: Text,
    billing_address: Maybe<Person>,
    payment: Maybe<Payment>,
    pub(super) items: List<Item>,
    status_histories: List<History>,
    extension_attributes: Maybe<Extension>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Payment {
    method: Text,
    last_trans_id: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct History {
    entity_name: Text,
    created_at: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Extension {
    shipping_assignments: List<Assignment>,
    payment_additional_info: List<Info>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Assignment {
    shipping: Maybe<Shipping>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Shipping {
    address: Maybe<Person>,
    pub(super) method: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Info {
    key: Text,
    value: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Invoice {
    state: Text,
    created_at: Text,
    transaction_id: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Memo {
    state: Text,
    grand_total: Text,
}

/// Of an invoice: paid. Of a credit memo: refunded.
const DONE: &str = "2";

impl Fetched {
    pub(super) fn order(&self) -> Result<&Order, Unreadable> {
        let lacking = "`order` is missing: a notification or an event must carry the number of its `entity_id`";
        self.order.0.as_ref().ok_or_else(|| Unreadable(lacking.to_owned()))
    }

    pub(super) fn checkout(&self, settings: &Settings) -> Result<Checkout, Unreadable> {
        let order = self.order()?;
        let changed = order.updated_at.utc().or_else(|| order.created_at.utc());
        let at = changed.ok_or_else(|| missing("order.updated_at"))?;
        let label = order.status.get().unwrap_or_default();
        Ok(Checkout {
            id: order.entity_id.required("order.entity_id")?.to_owned(),
            at,
            test: false,
            status: super::status(order.state.get().unwrap_or_default(), label, settings),
            document: self.document(order, at, settings)?,
        })
    }

    fn document(&self, order: &Order, at: Timestamp, settings: &Settings) -> Result<Document, Unreadable> {
        let currency = order.currency.currency("order.order_currency_code")?;
        let total = order.grand_total.amount(currency, "order.grand_total")?;
        let total = total.ok_or_else(|| missing("order.grand_total"))?;
        let shown = Shown { currency, with_tax: with_tax(settings) };
        let lines = order.lines(shown)?;
        let locale = order.store_id.get().and_then(|store| settings.own_of("locales", store));
        Ok(Document {
            number: order.increment_id.get().or(order.entity_id.get()).unwrap_or_default().to_owned(),
            placed_at: order.created_at.utc().unwrap_or(at),
            currency,
            amounts: total::close(order.amounts(shown)?, &lines, total),
            lines,
            total,
            refunded: self.refunded(order, currency)?,
            payment_method: order.payment_method(),
            transaction: self.transaction(order),
            paid_at: self.paid_at(order, currency, total)?,
            paid: false,
            customer: order.customer(),
            billing: order.billing_address.0.as_ref().and_then(Person::address),
            shipping: order.shipping().and_then(|shipping| shipping.address.0.as_ref()?.address()),
            shipping_method: order.shipping_description.get().map(plain),
            promised: None,
            pay_url: None,
            locale: locale.and_then(language_tag),
            note: personal(order.customer_note.get()),
            attribution: BTreeMap::new(),
            basket: None,
        })
    }

    /// The order's own sum, or the credit memos', whichever is ahead: they are not written at one moment.
    fn refunded(&self, order: &Order, currency: Currency) -> Result<i64, Unreadable> {
        let stated = order.total_refunded.amount(currency, "order.total_refunded")?.unwrap_or(0);
        let done = self.creditmemos.0.iter().filter(|memo| memo.state.get() == Some(DONE));
        let amount =
            |memo: &Memo| Ok(memo.grand_total.amount(currency, "creditmemos.grand_total")?.unwrap_or(0).max(0));
        let listed: i64 = done.map(amount).sum::<Result<_, Unreadable>>()?;
        Ok(stated.max(listed).max(0))
    }

    /// When the last paid invoice was written, once all is paid. An order knows that it is paid, not since when.
    fn paid_at(&self, order: &Order, currency: Currency, total: i64) -> Result<Option<Timestamp>, Unreadable> {
        let paid = order.total_paid.amount(currency, "order.total_paid")?.unwrap_or(0);
        if paid < total.max(1) {
            return Ok(None);
        }
        let invoiced = self.paid_invoices().filter_map(|invoice| invoice.created_at.utc()).max();
        let noted = order.status_histories.0.iter().filter(|history| history.entity_name.get() == Some("invoice"));
        let noted = noted.filter_map(|history| history.created_at.utc()).max();
        Ok(invoiced.or(noted).or_else(|| order.created_at.utc()))
    }

    fn paid_invoices(&self) -> impl Iterator<Item = &Invoice> {
        self.invoices.0.iter().filter(|invoice| invoice.state.get() == Some(DONE))
    }

    /// Of the first paid invoice: the payment's last one may be a refund's. A suffix of Magento's own is none of the
    /// payment provider's id.
    fn transaction(&self, order: &Order) -> Option<String> {
        let invoiced = self.paid_invoices().find_map(|invoice| invoice.transaction_id.get());
        let id = invoiced.or_else(|| order.payment.0.as_ref()?.last_trans_id.get())?;
        Some(id.strip_suffix("-capture").unwrap_or(id).to_owned())
    }
}

/// Whether the shop shows its prices with tax: `true` or `yes`.
fn with_tax(settings: &Settings) -> bool {
    let own = settings.own.get("prices_include_tax").map(Personal::reveal);
    own.and_then(serde_json::Value::as_bool).unwrap_or(settings.own("prices_include_tax") == Some("yes"))
}

impl Order {
    pub(super) fn shipping(&self) -> Option<&Shipping> {
        self.extension_attributes.0.as_ref()?.shipping_assignments.0.iter().find_map(|one| one.shipping.0.as_ref())
    }

    fn customer(&self) -> Customer {
        let billing = self.billing_address.0.as_ref().map(Person::customer).unwrap_or_default();
        let email = self.customer_email.get().and_then(|email| Email::parse(email).ok());
        let name = full_name([&self.customer_firstname, &self.customer_middlename, &self.customer_lastname]);
        Customer { email: email.or(billing.email), name: name.or(billing.name), phone: billing.phone }
    }

    fn payment_method(&self) -> Option<PaymentMethod> {
        let code = self.payment.0.as_ref()?.method.owned()?;
        let infos = self.extension_attributes.0.iter().flat_map(|extension| &extension.payment_additional_info.0);
        let title = infos.filter(|info| info.key.get() == Some("method_title")).find_map(|info| info.value.get());
        Some(PaymentMethod { title: title.map_or_else(|| code.clone(), plain), code })
    }

    /// A discount may be counted with the tax that it saves. Where prices are shown without tax, that part is taken out.
    fn amounts(&self, shown: Shown) -> Result<Amounts, Unreadable> {
        let discount = shown.amount(&self.discount_amount, "order.discount_amount")?.abs();
        let saved = |text: &Text| shown.amount(text, "order.discount_tax_compensation_amount");
        let saved =
            saved(&self.discount_tax_compensation_amount)? + saved(&self.shipping_discount_tax_compensation_amount)?;
        let saved = if shown.with_tax { 0 } else { saved.clamp(0, discount) };
        Ok(Amounts {
            discount: discount - saved,
            shipping: shown.of(&self.shipping_amount, &self.shipping_incl_tax, "order.shipping_amount")?,
            tax: shown.amount(&self.tax_amount, "order.tax_amount")?,
            tax_included: shown.with_tax,
            ..Amounts::default()
        })
    }
}
