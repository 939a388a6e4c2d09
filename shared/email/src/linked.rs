//! The order as schema.org data, for mailboxes that show order cards: only where all that they require is true.

use domain::address::Address;
use domain::fact::Document;
use domain::parcel::Parcel;
use serde_json::{Value, json};

use crate::clean::line;

/// More than an order card shows, and less than a mail can spare.
const LONGEST: usize = 8_000;
const OFFERS: usize = 20;

/// What an order is, in schema.org's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Status {
    PaymentDue,
    Processing,
    InTransit,
    Problem,
    Delivered,
    Cancelled,
}

impl Status {
    const fn url(self) -> &'static str {
        match self {
            Self::PaymentDue => "http://schema.org/OrderPaymentDue",
            Self::Processing => "http://schema.org/OrderProcessing",
            Self::InTransit => "http://schema.org/OrderInTransit",
            Self::Problem => "http://schema.org/OrderProblem",
            Self::Delivered => "http://schema.org/OrderDelivered",
            Self::Cancelled => "http://schema.org/OrderCancelled",
        }
    }
}

/// An order whose unit prices can be told exactly.
pub(crate) fn order(shop: &str, document: &Document, number: &str, page: &str, status: Status) -> Option<String> {
    let currency = document.currency.code();
    let offers: Option<Vec<Value>> = document.lines.iter().take(OFFERS).map(|line| offer(document, line)).collect();
    let offers = offers.filter(|offers| !offers.is_empty())?;
    text(&json!({
        "@context": "http://schema.org",
        "@type": "Order",
        "merchant": { "@type": "Organization", "name": shop },
        "orderNumber": number,
        "orderDate": document.placed_at.to_string(),
        "orderStatus": status.url(),
        "priceCurrency": currency,
        "price": document.money(document.total).decimal(),
        "acceptedOffer": offers,
        "url": page,
        "potentialAction": { "@type": "ViewAction", "target": page },
    }))
}

/// A parcel whose carrier, day and whole address are known.
pub(crate) fn parcel(
    shop: &str,
    document: &Document,
    number: &str,
    parcel: &Parcel<'_>,
    status: Status,
) -> Option<String> {
    let carrier = line(parcel.carrier_name()?, 60);
    let shipped = document.lines.iter().filter(|l| parcel.quantity(&l.id, l.quantity) > 0).take(OFFERS);
    let items: Vec<Value> = shipped.map(|l| json!({ "@type": "Product", "name": line(&l.name, 100) })).collect();
    let mut data = json!({
        "@context": "http://schema.org",
        "@type": "ParcelDelivery",
        "deliveryAddress": postal(document.shipping.as_ref()?)?,
        "expectedArrivalUntil": parcel.promised?.to_string(),
        "carrier": { "@type": "Organization", "name": carrier },
        "provider": { "@type": "Organization", "name": carrier },
        "itemShipped": (!items.is_empty()).then_some(items)?,
        "trackingNumber": parcel.number()?.as_str(),
        "partOfOrder": {
            "@type": "Order",
            "orderNumber": number,
            "merchant": { "@type": "Organization", "name": shop },
            "orderStatus": status.url(),
        },
    });
    if let (Some(link), Some(fields)) = (parcel.link(), data.as_object_mut()) {
        fields.insert("trackingUrl".to_owned(), link.as_str().into());
    }
    text(&data)
}

/// Every field is required, so without one there is no address.
fn postal(address: &Address) -> Option<Value> {
    let known = |text: &str| Some(line(text, 80)).filter(|text| !text.is_empty());
    let mut lines = address.lines.iter().filter_map(|line| known(line.reveal()));
    // The first line names who lives there.
    let name = lines.next()?;
    let street = known(&lines.collect::<Vec<_>>().join(", "))?;
    let city = known(address.city.reveal())?;
    // Most countries write none, and the field is required.
    let region = known(address.region.reveal()).unwrap_or_else(|| city.clone());
    Some(json!({
        "@type": "PostalAddress",
        "name": name,
        "streetAddress": street,
        "addressLocality": city,
        "addressRegion": region,
        "addressCountry": known(&address.country)?,
        "postalCode": known(address.postcode.reveal())?,
    }))
}

fn offer(document: &Document, ordered: &domain::fact::Line) -> Option<Value> {
    let quantity = i64::from(ordered.quantity);
    let exact = quantity > 0 && ordered.total % quantity == 0;
    let unit = exact.then(|| document.money(ordered.total / quantity).decimal())?;
    let mut item = json!({ "@type": "Product", "name": line(&ordered.name, 100) });
    if let Some(fields) = item.as_object_mut() {
        fields.extend(ordered.sku.as_ref().map(|sku| ("sku".to_owned(), line(sku, 60).into())));
        fields.extend(ordered.image.as_ref().map(|image| ("image".to_owned(), image.as_str().into())));
    }
    Some(json!({
        "@type": "Offer",
        "itemOffered": item,
        "price": unit,
        "priceCurrency": document.currency.code(),
        "eligibleQuantity": { "@type": "QuantitativeValue", "value": quantity },
    }))
}

/// JSON that cannot end the script element that it stands in.
fn text(data: &Value) -> Option<String> {
    let text = data.to_string();
    let text = text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    let text = text.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    (text.len() <= LONGEST).then_some(text)
}
