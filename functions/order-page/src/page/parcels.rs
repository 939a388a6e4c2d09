//! The parcels of an order: where each is, who has it, and what is in it.

use domain::tracking::ParcelState;
use domain::view::View;
use email::{Lang, Row, format, some_line};
use serde::Serialize;

/// One parcel.
#[derive(Serialize)]
pub(super) struct Parcel {
    title: String,
    state: String,
    carrier: Option<String>,
    number: Option<String>,
    /// The carrier's page.
    url: Option<String>,
    link: String,
    /// Nothing once it has arrived or goes back.
    expected: Option<String>,
    rows: Vec<Row>,
}

/// Every live parcel, in the order in which they left.
pub(super) fn of(lang: &Lang, view: &View<'_>) -> Vec<Parcel> {
    let all = view.parcels.len();
    view.parcels.iter().enumerate().map(|(index, parcel)| one(lang, view, parcel, (index + 1, all))).collect()
}

/// The name of a state among the texts.
pub(super) fn state(lang: &Lang, state: ParcelState) -> String {
    lang.say(match state {
        ParcelState::PreTransit => "page-state-pre_transit",
        ParcelState::Accepted => "page-state-accepted",
        ParcelState::InTransit => "page-state-in_transit",
        ParcelState::Exception => "page-state-exception",
        ParcelState::OutForDelivery => "page-state-out_for_delivery",
        ParcelState::DeliveryAttempted => "page-state-delivery_attempted",
        ParcelState::AvailableForPickup => "page-state-available_for_pickup",
        ParcelState::Delivered => "page-state-delivered",
        ParcelState::ReturnToSender => "page-state-return_to_sender",
        ParcelState::Returned => "page-state-returned",
        ParcelState::Lost => "page-state-lost",
        ParcelState::Expired => "page-state-expired",
        ParcelState::Cancelled => "page-state-cancelled",
    })
}

fn one(lang: &Lang, view: &View<'_>, parcel: &domain::parcel::Parcel<'_>, place: (usize, usize)) -> Parcel {
    let (number, all) = place;
    let count = |count: usize| count.to_string().into();
    let carrier = parcel.carrier_name().and_then(|name| some_line(name, 60));
    let rows = view.document.lines.iter().filter_map(|line| {
        let quantity = parcel.quantity(&line.id, line.quantity).min(line.quantity);
        (quantity > 0).then(|| Row::of(lang, line, quantity))
    });
    let over = parcel.state.is_return() || matches!(parcel.state, ParcelState::Delivered | ParcelState::Lost);
    Parcel {
        title: if all > 1 {
            lang.say_with("page-parcel", [("number", count(number)), ("of", count(all))])
        } else {
            lang.say("page-parcel-one")
        },
        state: state(lang, parcel.state),
        number: parcel.number().and_then(|number| some_line(number.as_str(), 60)),
        url: parcel.link().map(|link| link.as_str().to_owned()),
        link: carrier.as_deref().map_or_else(
            || lang.say("track-parcel-plain"),
            |carrier| lang.say_with("track-parcel", [("carrier", carrier.into())]),
        ),
        expected: parcel.promised.filter(|_| !over).map(|day| format::date(lang, day)),
        rows: rows.collect(),
        carrier,
    }
}
