//! What customers of stories send back.

use domain::address::Address;
use domain::fact::{Declined, Fact, Reference, Return, ReturnCost, ReturnStatus, ReturnedLine};
use domain::link::Link;
use domain::money::Money;
use domain::personal::Personal;
use jiff::civil::{Date, date};
use serde::Serialize;

use super::{Story, link, time};

/// What a returns desk says, beside the status.
#[derive(Clone, Serialize)]
pub struct Returning {
    /// What people call it.
    pub number: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where the label is.
    pub label: Option<Link>,
    /// Where it goes.
    pub address: Option<Address>,
    /// The last day to send it.
    pub send_by: Option<Date>,
    /// What it costs; an amount in the order's currency if nothing is said.
    pub cost: Option<ReturnCost>,
    /// Why it is declined.
    pub declined: Declined,
    /// How many of the first line are accepted; nothing if nobody has looked.
    pub accepted: Option<u32>,
    /// Whether an amount is named that goes back.
    pub refunds: bool,
    /// Whether the lines are named.
    pub named: bool,
}

impl Returning {
    pub(super) fn plain() -> Self {
        let personal = |text: &str| Personal::new(text.to_owned());
        Self {
            number: Some("RMA-10427-1".to_owned()),
            reason: Some("The colour is not the one in the picture".to_owned()),
            label: Some(link("https://harborandpine.example/returns/1/label?key=9a1c&format=pdf")),
            address: Some(Address {
                lines: vec![personal("Harbor & Pine, Returns"), personal("Kaistr. 7")],
                postcode: personal("20457"),
                city: personal("Hamburg"),
                region: personal(""),
                country: "DE".to_owned(),
            }),
            send_by: Some(date(2026, 12, 10)),
            cost: None,
            declined: Declined::Words(personal("The mugs were used, as the pictures show.")),
            accepted: Some(1),
            refunds: true,
            named: true,
        }
    }

    /// Only what must be there.
    pub(super) fn bare() -> Self {
        Self {
            number: None,
            reason: None,
            label: None,
            address: None,
            send_by: None,
            cost: Some(ReturnCost::Free),
            declined: Declined::Late,
            accepted: None,
            refunds: false,
            named: false,
        }
    }
}

impl Story {
    /// The first two lines come back, or the only one.
    pub(super) fn sent_back(&self, status: ReturnStatus) -> Fact {
        let back = &self.returning;
        let money = |minor| Money::new(minor, self.document.currency);
        let lines = self.document.lines.iter().filter(|_| back.named).enumerate().map(|(place, line)| {
            let looked = back.accepted.filter(|_| status == ReturnStatus::Received);
            let accepted = looked.map(|first| if place == 0 { first } else { 1.min(line.quantity) });
            ReturnedLine { line: line.id.clone(), quantity: line.quantity, accepted }
        });
        let many = if self.document.lines.len() > 40 { usize::MAX } else { 2 };
        let cost = back.cost.clone().unwrap_or_else(|| ReturnCost::Amount(money(490)));
        let refund = self.document.lines.first().map(|line| money(line.total)).filter(|_| back.refunds);
        Fact::Return(Box::new(Return {
            id: "ret_1".to_owned(),
            at: time("2026-11-26T12:00:00Z"),
            references: vec![Reference::Order("10427".to_owned())],
            status: Some(status),
            number: back.number.clone(),
            lines: lines.take(many).collect(),
            reason: back.reason.clone().map(Personal::new),
            label: back.label.clone(),
            address: back.address.clone(),
            send_by: back.send_by,
            cost: Some(cost),
            declined: (status == ReturnStatus::Declined).then(|| back.declined.clone()),
            refund: refund.filter(|money| money.minor > 0 && status == ReturnStatus::Received),
        }))
    }
}
