//! What customers send back, as it is: pure functions over the registers of returns.

use jiff::Timestamp;

use crate::fact::{Return, ReturnStatus, ReturnedLine, Source};
use crate::order::{Order, ReturnRegisters};

/// One return.
#[derive(Clone, Debug)]
pub struct Returned<'a> {
    /// Who says it.
    pub source: &'a Source,
    /// The source's id.
    pub id: &'a str,
    /// The newest document.
    pub document: &'a Return,
    /// When the newest word on it reached us.
    pub observed: Timestamp,
    registers: &'a ReturnRegisters,
}

impl<'a> Returned<'a> {
    /// Where it is: the newest status that we know.
    pub fn status(&self) -> Option<ReturnStatus> {
        self.registers.statuses.iter().next_back().map(|(_, status)| *status)
    }

    /// Since when it has had a status, if it ever had it.
    pub fn since(&self, status: ReturnStatus) -> Option<Timestamp> {
        self.registers.statuses.iter().find(|(_, had)| *had == status).map(|(at, _)| *at)
    }

    /// Whether things are on their way back, or wait for somebody's decision.
    pub fn open(&self) -> bool {
        matches!(self.status(), Some(ReturnStatus::Requested | ReturnStatus::Approved))
    }

    /// Whether the shop has the things.
    pub fn received(&self) -> bool {
        self.since(ReturnStatus::Received).is_some()
    }

    /// What is sent back of one line of the order.
    pub fn line(&self, id: &str) -> Option<&'a ReturnedLine> {
        self.document.lines.iter().find(|line| line.line == id && line.quantity > 0)
    }
}

/// Every return of an order, each source's by its id.
pub fn returns(order: &Order) -> impl Iterator<Item = Returned<'_>> {
    order.returns.iter().flat_map(|(source, returns)| {
        returns.iter().map(move |(id, registers)| Returned {
            source,
            id,
            document: &registers.document.value,
            observed: registers.document.stamp.observed,
            registers,
        })
    })
}

impl ReturnRegisters {
    /// Forgets the person; that something was returned, and what, stays.
    pub(crate) fn scrub(&mut self) {
        let back = &mut self.document.value;
        (back.reason, back.label, back.address, back.declined) = (None, None, None, None);
    }
}
