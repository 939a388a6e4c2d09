//! What happened to an order so far, newest first.

use domain::fact::OrderStatus;
use domain::refunds;
use domain::tracking::ParcelState;
use domain::view::View;
use email::{Lang, format, some_line};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::parcels::state;

/// More than that is no overview any more.
const LONGEST: usize = 60;

/// One thing that happened.
#[derive(Serialize)]
pub(super) struct Entry {
    /// For machines.
    datetime: String,
    when: String,
    text: String,
    place: Option<String>,
}

/// One thing that happened, before it is written down.
struct Event {
    at: Timestamp,
    text: String,
    place: Option<String>,
}

/// What happened, in the shop's time.
pub(super) fn of(lang: &Lang, view: &View<'_>, zone: &TimeZone) -> Vec<Entry> {
    let mut events = vec![Event::new(view.document.placed_at, lang.say("page-placed"))];
    events.extend(payments(lang, view));
    events.extend(cancelled(lang, view));
    events.extend(refunded(lang, view));
    let several = view.parcels.len() > 1;
    for (index, parcel) in view.parcels.iter().enumerate() {
        let place = (index + 1).to_string();
        let of = view.parcels.len().to_string();
        let title = || lang.say_with("page-parcel", [("number", place.clone().into()), ("of", of.clone().into())]);
        events.extend(journey(lang, parcel).into_iter().map(|event| Event {
            text: if several { format!("{}{}{}", title(), lang.say("colon"), event.text) } else { event.text },
            ..event
        }));
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    events.truncate(LONGEST);
    let entry = |event: Event| Entry {
        datetime: event.at.to_string(),
        when: format::date_time(lang, event.at.to_zoned(zone.clone()).datetime()),
        text: event.text,
        place: event.place,
    };
    events.into_iter().map(entry).collect()
}

impl Event {
    const fn new(at: Timestamp, text: String) -> Self {
        Self { at, text, place: None }
    }
}

fn payments(lang: &Lang, view: &View<'_>) -> Vec<Event> {
    let taken = view.payments.iter().filter_map(|payment| {
        let (captured, at) = payment.captured.zip(payment.captured_at)?;
        let amount = format::money(lang, captured);
        Some(Event::new(at, lang.say_with("page-paid-amount", [("amount", amount.into())])))
    });
    let mut events: Vec<Event> = taken.collect();
    if events.is_empty() {
        events.extend(view.paid_since().map(|at| Event::new(at, lang.say("page-paid"))));
    }
    if !view.covered() {
        let attempts = view.payments.iter().flat_map(|payment| payment.registers.attempts.values());
        let failed = attempts.filter(|attempt| attempt.value.failed);
        events.extend(failed.map(|attempt| Event::new(attempt.stamp.at, lang.say("page-pay-failed"))));
    }
    events
}

/// When it was last called off, if it still is.
fn cancelled(lang: &Lang, view: &View<'_>) -> Option<Event> {
    view.called_off()?;
    let off = |status: Option<OrderStatus>| matches!(status, Some(OrderStatus::Cancelled | OrderStatus::Deleted));
    let moments: Vec<_> = view.checkout.moments.iter().collect();
    let since = moments.iter().rev().take_while(|moment| off(moment.status)).last()?;
    Some(Event::new(since.at, lang.say("page-cancelled")))
}

/// When any source first told of all that went back.
fn refunded(lang: &Lang, view: &View<'_>) -> Option<Event> {
    let total = refunds::current(view);
    let moments = view.checkout.moments.iter().filter(|moment| moment.refunded == total).map(|moment| moment.at);
    let of_payments = view.payments.iter().flat_map(|payment| payment.registers.totals.iter());
    let of_payments = of_payments.filter(|t| t.refunded.is_some_and(|money| money.minor > 0)).map(|t| t.at);
    let of_refunds = view.payments.iter().flat_map(|payment| payment.registers.refunds.values()).map(|r| r.stamp.at);
    let at = moments.min().or_else(|| of_payments.max()).or_else(|| of_refunds.max())?;
    let amount = format::money(lang, view.document.money(total));
    (total > 0).then(|| Event::new(at, lang.say_with("page-refunded", [("amount", amount.into())])))
}

fn journey(lang: &Lang, parcel: &domain::parcel::Parcel<'_>) -> Vec<Event> {
    let carrier = parcel.carrier_name().and_then(|name| some_line(name, 60));
    let sent = || match &carrier {
        Some(carrier) => lang.say_with("page-shipped-with", [("carrier", carrier.as_str().into())]),
        None => lang.say("page-shipped"),
    };
    let mut events: Vec<Event> = parcel.shipped_at.map(|at| Event::new(at, sent())).into_iter().collect();
    for event in &parcel.events {
        let meaning = event.state.map(|at| state(lang, at));
        let words = some_line(event.text, 140);
        let text = match (meaning, words) {
            (Some(meaning), Some(words)) if meaning != words => Some(format!("{meaning}{}{words}", lang.say("colon"))),
            (meaning, words) => meaning.or(words),
        };
        events.extend(text.map(|text| Event { at: event.at, text, place: some_line(event.place, 80) }));
    }
    let scanned = parcel.events.iter().any(|event| event.state == Some(ParcelState::Delivered));
    let arrived = parcel.delivered_at.filter(|_| !scanned);
    events.extend(arrived.map(|at| Event::new(at, state(lang, ParcelState::Delivered))));
    events
}
