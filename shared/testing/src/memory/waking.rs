//! What is due, and how far the clock came.

use domain::ids::OrderId;
use domain::ports::Unavailable;
use domain::waking::{Ask, Cursor, Cursors, Due, Page, lane};
use jiff::Timestamp;

use super::{Data, Tables};

impl Due for Tables {
    async fn due(&self, asks: &[Ask]) -> Vec<Result<Page, Unavailable>> {
        let due = || asks.iter().map(|ask| self.data().page(ask)).collect::<Vec<_>>();
        match self.faults.call("Query due", due).await {
            Ok(pages) => pages.into_iter().map(Ok).collect(),
            Err(error) => asks.iter().map(|_| Err(error.clone())).collect(),
        }
    }
}

impl Cursors for Tables {
    async fn cursor(&self) -> Result<Option<(u64, Cursor)>, Unavailable> {
        self.faults.call("GetItem cursor", || self.data().cursor.clone()).await
    }

    async fn move_cursor(&self, turn: Option<u64>, cursor: &Cursor) -> Result<bool, Unavailable> {
        let advance = || {
            let there = &mut self.data().cursor;
            let ours = there.as_ref().map(|(turn, _)| *turn) == turn;
            if ours {
                *there = Some((turn.map_or(0, |turn| turn + 1), cursor.clone()));
            }
            ours
        };
        self.faults.call("PutItem cursor", advance).await
    }
}

impl Data {
    /// Moves an order in the index.
    pub(super) fn index(&mut self, id: &OrderId, from: Option<Timestamp>, to: Option<Timestamp>) {
        let lane = &mut self.due[lane(id)];
        if let Some(from) = from {
            lane.remove(&(from.as_millisecond(), id.clone()));
        }
        if let Some(to) = to {
            lane.insert((to.as_millisecond(), id.clone()));
        }
    }

    fn page(&self, ask: &Ask) -> Page {
        let (at, to) = (ask.after.at.as_millisecond(), ask.to.as_millisecond());
        let beyond = |(due, order): &&(i64, OrderId)| match &ask.after.after {
            Some(after) => (*due, order) > (at, after),
            None => *due > at,
        };
        let mut found = self.due[ask.lane].iter().filter(beyond).take_while(|(due, _)| *due <= to);
        let time = |due: &i64| Timestamp::from_millisecond(*due).expect("a time");
        let orders: Vec<_> = found.by_ref().take(ask.most).map(|(due, order)| (time(due), order.clone())).collect();
        // It does not look ahead, as DynamoDB does not.
        let more = orders.len() == ask.most;
        Page { orders, more }
    }
}
