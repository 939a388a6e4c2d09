//! What an order does not know of a fact: for whoever compares what a source has with what its webhooks brought.

use jiff::Timestamp;
use serde_json::Value;

use crate::back_orders::BackOrders;
use crate::content::Contents;
use crate::fact::{Fact, Scan, Source};
use crate::order::{Moment, Order, Totals};

/// What would change if an order took a fact in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Lack {
    /// Nothing: it knows that, or something newer.
    Nothing,
    /// It knows something of the same moment that says it otherwise: another shape of the same, or a change within a second.
    Detail,
    /// It does not know that.
    News,
}

impl Order {
    /// What the order lacks of a fact that has a time of its source: a customer's word has none.
    pub fn lacks(&self, source: &Source, fact: &Fact) -> Lack {
        // A fact that was seen before all others wins only where nothing of its moment is known.
        let with = |observed: Timestamp| {
            let mut order = self.clone();
            order.fold(source, observed, fact.clone());
            order
        };
        if said(&with(Timestamp::MIN)) != said(self) {
            return Lack::News;
        }
        if said(&with(Timestamp::MAX)) == said(self) { Lack::Nothing } else { Lack::Detail }
    }
}

/// All that an order says, without when we heard it, without what older code did not note of documents, and without the words
/// of scans that came one by one: a carrier's API has others than its webhooks. Of what payments came to it says the steps and
/// not their times: a provider's API dates them otherwise than its webhooks.
fn said(order: &Order) -> Value {
    let mut order = order.clone();
    for checkout in order.checkouts.values_mut() {
        let unnoted = |moment: &Moment| Moment { content: None, back_order: None, ..moment.clone() };
        checkout.moments = checkout.moments.iter().map(unnoted).collect();
        checkout.contents = Contents::default();
        checkout.back_orders = BackOrders::default();
    }
    for tracker in order.trackings.values_mut().flat_map(|trackers| trackers.values_mut()) {
        let wordless = |scan: &Scan| Scan { text: String::new(), place: String::new(), ..scan.clone() };
        tracker.scans = tracker.scans.iter().map(wordless).collect();
    }
    for payment in order.payments.values_mut().flat_map(|payments| payments.values_mut()) {
        payment.totals = steps(payment.totals.iter()).into_iter().collect();
    }
    let mut value = serde_json::to_value(&order).unwrap_or_default();
    strip(&mut value);
    value
}

/// What was taken at most and what was given back at last, each time that one of them changed.
fn steps<'a>(totals: impl Iterator<Item = &'a Totals>) -> Vec<Totals> {
    let mut steps: Vec<Totals> = Vec::new();
    for told in totals {
        let (taken, back) = steps.last().map_or((None, None), |step| (step.captured, step.refunded));
        let captured = told.captured.filter(|now| now.minor > taken.map_or(0, |most| most.minor)).or(taken);
        let refunded = told.refunded.map_or(back, |now| Some(now).filter(|now| now.minor > 0));
        if (captured, refunded) != (taken, back) {
            let place = i64::try_from(steps.len()).unwrap_or(i64::MAX);
            steps.push(Totals { at: Timestamp::from_second(place).unwrap_or_default(), captured, refunded });
        }
    }
    steps
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("observed");
            fields.values_mut().for_each(strip);
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        _ => {}
    }
}
