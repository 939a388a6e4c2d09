//! One tick: which lanes to ask, and how far the cursor may move for what was queued.

use domain::ids::OrderId;
use domain::ports::Unavailable;
use domain::waking::{Ask, Cursor, LANES, Page, Place};
use jiff::Timestamp;

/// What a tick does next in a lane.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    /// What became due since the last tick.
    Window,
    /// What is still due and older.
    Sweep,
    /// Nothing more.
    Rest,
}

/// A tick at work.
#[derive(Debug)]
pub(crate) struct Tick {
    cursor: Cursor,
    steps: [Step; LANES],
    now: Timestamp,
    failed: Option<Unavailable>,
}

/// What a round found.
#[derive(Debug)]
pub(crate) struct Found {
    /// Lane by lane, each in its order.
    pub(crate) orders: Vec<OrderId>,
    pages: Vec<(usize, Page)>,
}

impl Tick {
    pub(crate) fn new(mut cursor: Cursor, now: Timestamp) -> Self {
        cursor.sweep(now);
        Self { cursor, steps: [Step::Window; LANES], now, failed: None }
    }

    /// What to ask in the next round.
    pub(crate) fn asks(&self, most: usize) -> Vec<Ask> {
        let ask = |(lane, step): (usize, &Step)| {
            let at = &self.cursor.lanes[lane];
            let (after, to) = match step {
                Step::Window => (at.window.clone(), self.now),
                Step::Sweep => at.sweep.as_ref().map(|sweep| (sweep.place.clone(), sweep.to))?,
                Step::Rest => return None,
            };
            Some(Ask { lane, after, to, most })
        };
        self.steps.iter().enumerate().filter_map(ask).collect()
    }

    /// What was answered. A lane that does not answer rests until the next tick and harms no other.
    pub(crate) fn found(&mut self, asks: &[Ask], answers: Vec<Result<Page, Unavailable>>) -> Found {
        let mut found = Found { orders: Vec::new(), pages: Vec::new() };
        for (ask, answer) in asks.iter().zip(answers) {
            match answer {
                Ok(page) => {
                    found.orders.extend(page.orders.iter().map(|(_, order)| order.clone()));
                    found.pages.push((ask.lane, page));
                }
                Err(error) => {
                    tracing::warn!(lane = ask.lane, %error, "due orders could not be looked up: the next tick asks again");
                    self.steps[ask.lane] = Step::Rest;
                    self.failed = Some(error);
                }
            }
        }
        found
    }

    /// What was queued of it. The cursor never passes what SQS did not take; true: it did not take all.
    pub(crate) fn queued(&mut self, found: Found, sent: &[Result<(), Unavailable>]) -> bool {
        let mut sent = sent.iter();
        let mut refused = None;
        for (lane, page) in found.pages {
            let taken: Vec<_> = sent.by_ref().take(page.orders.len()).collect();
            let behind = taken.iter().take_while(|sent| sent.is_ok()).count();
            refused = refused.or_else(|| taken.iter().find_map(|sent| sent.as_ref().err().cloned()));
            let whole = behind == page.orders.len() && !page.more;
            self.advance(lane, page.orders[..behind].last(), whole);
        }
        let Some(error) = refused else { return false };
        tracing::warn!(%error, "SQS did not take all wakes: the next tick goes on with them");
        self.failed = Some(error);
        true
    }

    fn advance(&mut self, lane: usize, last: Option<&(Timestamp, OrderId)>, whole: bool) {
        let at = &mut self.cursor.lanes[lane];
        let place = match (&self.steps[lane], at.sweep.as_mut()) {
            (Step::Sweep, Some(sweep)) => &mut sweep.place,
            _ => &mut at.window,
        };
        if let Some((due, order)) = last {
            *place = Place { at: *due, after: Some(order.clone()) };
        }
        if !whole {
            return;
        }
        place.after = None;
        self.steps[lane] = match self.steps[lane] {
            Step::Window if at.sweep.is_some() => Step::Sweep,
            Step::Window | Step::Rest => Step::Rest,
            Step::Sweep => {
                at.sweep = None;
                Step::Rest
            }
        };
    }

    /// How far it came, and what went wrong, if anything did.
    pub(crate) fn end(self) -> (Cursor, Option<Unavailable>) {
        (self.cursor, self.failed)
    }
}
