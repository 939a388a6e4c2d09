//! Rows about accepted orders that the shop holds.

use jiff::Timestamp;

use super::{Facts, Row, obsolete};
use crate::fact::OrderStatus;
use crate::order::Moment;
use crate::situations::{Kind, Verdict};

/// The shop held it for a while: every time that the storefront said so, and when it said something else.
struct Run<'a> {
    said: Vec<&'a Moment>,
    until: Option<Timestamp>,
}

impl Facts<'_> {
    /// Each time that the shop held it. What waits for its payment is no news, nor is that the storefront does not know yet
    /// that it came in: it says so of a paid order, or it was told as received.
    pub(super) fn holds(&self) -> Vec<Row> {
        let mut runs: Vec<Run<'_>> = Vec::new();
        for (moment, status) in self.moments() {
            match (status == OrderStatus::OnHold, runs.last_mut().filter(|run| run.until.is_none())) {
                (true, None) => runs.push(Run { said: vec![moment], until: None }),
                (true, Some(run)) => run.said.push(moment),
                (false, Some(run)) => run.until = Some(moment.at),
                (false, None) => {}
            }
        }
        let row = |(index, run): (usize, &Run<'_>)| {
            let accepted_at = self.accepted_at().filter(|_| self.view.accepted());
            let of_paid = accepted_at.and_then(|at| run.said.iter().find(|moment| moment.at >= at));
            let since = of_paid.or(run.said.first()).map_or(self.now, |moment| self.since(moment));
            let verdict = match of_paid {
                Some(moment) => self.still_held(run, moment.at),
                None => Err(Verdict::Idle("not accepted when the storefront said so")),
            };
            Row { subject: (index + 1).to_string().into(), ..self.order_row(Kind::OnHold, since, verdict) }
        };
        runs.iter().enumerate().map(row).collect()
    }

    fn still_held(&self, run: &Run<'_>, since: Timestamp) -> Result<(), Verdict> {
        let settled = since.saturating_add(self.policy.settle(Kind::OnHold)).unwrap_or(Timestamp::MAX);
        match (run.until, self.view.called_off()) {
            (Some(until), _) if until <= settled => Err(Verdict::Idle("released before it was news")),
            (_, Some(why)) => obsolete(why),
            (Some(_), None) => obsolete("released again"),
            (None, None) if self.view.all_shipped_at().is_some() => obsolete("shipped"),
            (None, None) if self.refunded_in_full() => obsolete("refunded"),
            (None, None) => Ok(()),
        }
    }
}
