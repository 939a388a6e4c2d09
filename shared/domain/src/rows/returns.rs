//! Rows about what customers send back: each status is told once a return, and only while it is the newest.

use jiff::Timestamp;

use super::{Facts, Row, obsolete, off};
use crate::calendar::end;
use crate::fact::ReturnStatus;
use crate::returns::Returned;
use crate::situations::{About, Kind, Trouble, Verdict};

impl Facts<'_> {
    /// Every return that ever had the status that a kind tells.
    pub(super) fn returns(&self, kind: Kind) -> Vec<Row> {
        let told = match kind {
            Kind::ReturnRequested => ReturnStatus::Requested,
            Kind::ReturnApproved => ReturnStatus::Approved,
            Kind::ReturnDeclined => ReturnStatus::Declined,
            _ => ReturnStatus::Received,
        };
        let row = |back: &Returned<'_>| {
            let since = back.since(told)?;
            let verdict = match told {
                ReturnStatus::Approved => self.may_still_send(back),
                ReturnStatus::Declined if back.document.declined.is_none() => off("the shop gives no reason"),
                _ => Ok(()),
            };
            Some(self.return_row(kind, back, since, newest(back, told).and(verdict)))
        };
        self.view.returns.iter().filter_map(row).collect()
    }

    /// What the shop has to decide.
    pub(super) fn return_troubles(&self) -> Vec<Row> {
        let trouble = Trouble::ReturnRequested;
        let row = |back: &Returned<'_>| {
            let since = back.since(ReturnStatus::Requested)?;
            let row = self.return_row(Kind::Attention, back, since, newest(back, ReturnStatus::Requested));
            Some(Row { subject: format!("{}/{}", back.id, trouble.name()).into(), trouble: Some(trouble), ..row })
        };
        self.view.returns.iter().filter_map(row).collect()
    }

    fn return_row(&self, kind: Kind, back: &Returned<'_>, since: Timestamp, verdict: Result<(), Verdict>) -> Row {
        Row {
            subject: back.id.to_owned().into(),
            about: About::Return(back.source.clone(), back.id.to_owned()),
            observed: back.observed,
            ..self.order_row(kind, since, verdict)
        }
    }

    fn may_still_send(&self, back: &Returned<'_>) -> Result<(), Verdict> {
        let over = |day| end(day, &self.policy.time_zone) <= self.now;
        if back.document.send_by.is_some_and(over) { obsolete("the last day to send it is over") } else { Ok(()) }
    }
}

/// Whether a status is the newest: what came after it is told instead.
fn newest(back: &Returned<'_>, told: ReturnStatus) -> Result<(), Verdict> {
    match back.status() {
        Some(now) if now == told => Ok(()),
        Some(ReturnStatus::Requested) => obsolete("requested again"),
        Some(ReturnStatus::Approved) => obsolete("approved"),
        Some(ReturnStatus::Declined) => obsolete("declined"),
        Some(ReturnStatus::Received) => obsolete("received"),
        Some(ReturnStatus::Closed) | None => obsolete("closed"),
    }
}
