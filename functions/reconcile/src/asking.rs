//! One window of one source that has no list of what changed: each thing of our own orders that is open is asked for.
//!
//! An order has one turn a day, at a second that its id decides ([`turn`]), so that questions are spread over the day. A
//! window has the orders whose turn is in it, and takes them turn by turn; where it has to end early, what is behind is
//! done and the next window begins with the turn that it did not come to. So nothing is skipped, nothing is asked twice,
//! and nothing has to be halved.
//!
//! Windows do not overlap: a turn is a moment of our own clock, and what is asked for is told as it is now, so no other
//! clock can be behind. For the same reason a window may be longer than a day: each order has one turn in it, the first one,
//! and after a stop of days everything is asked for once. An order that is written while the index is read may be missed;
//! something came in for it just then, and it has its turn tomorrow.

use std::collections::BTreeSet;
use std::time::Duration;

use config::parameters::Parameters;
use domain::fact::Source as By;
use domain::hint::Hint;
use domain::ids::OrderId;
use domain::lack::Lack;
use domain::ports::{Orders, Stored, Unavailable};
use domain::reconciling::{LONGEST, Meter, Progresses, turn};
use domain::sleep::LONGEST_SLEEP;
use domain::waking::{Ask, Due, LANES, Place};
use jiff::{SignedDuration, Timestamp};
use queue::deliveries::Deliveries;
use web::talk::{Trouble, Web, fetch};
use webhooks::source::Open;

use crate::compare::{Compared, Comparison, later};

/// The index is asked for so many orders of a lane at a time.
const PAGE: usize = 1_000;
/// So many orders are read at a time.
const ORDERS: usize = 20;
/// Of an order so many things are asked for at most: those that come after them, once these have ended.
const THINGS: usize = 20;
/// After so many questions it is noted how far they came.
const QUESTIONS: usize = 100;
/// Who has to be left alone between two questions is asked no more in a run that waited so long: others are to be asked, too.
const RESTS: Duration = Duration::from_mins(1);
/// If nothing can be got of so many orders in a row, none of them is to blame: the provider or its settings are. So many things
/// of one order are enough to see that.
const IN_A_ROW: usize = 3;
/// For orders that are written while they are listed, and clocks that are not ours.
const SLACK: SignedDuration = SignedDuration::from_mins(15);

/// The open orders, listed once a run, when the first source asks.
#[derive(Default)]
pub(crate) struct OpenOrders(Option<BTreeSet<OrderId>>);

impl OpenOrders {
    /// Every open order wants to be woken within a day, so the sparse index has it. Nothing if there is no time for that.
    async fn list(
        &mut self,
        due: &impl Due,
        now: Timestamp,
        late: &impl Fn() -> bool,
    ) -> Result<Option<&BTreeSet<OrderId>>, Unavailable> {
        if self.0.is_none() {
            let (after, to) = (Place::behind(Timestamp::UNIX_EPOCH), now + LONGEST_SLEEP + SLACK);
            let mut asks: Vec<Ask> =
                (0..LANES).map(|lane| Ask { lane, after: after.clone(), to, most: PAGE }).collect();
            let mut orders = BTreeSet::new();
            while !asks.is_empty() {
                if late() {
                    return Ok(None);
                }
                let pages = due.due(&asks).await;
                let mut more = Vec::new();
                for (ask, page) in asks.into_iter().zip(pages) {
                    let page = page?;
                    if let Some((at, order)) = page.orders.last().filter(|_| page.more) {
                        more.push(Ask { after: Place { at: *at, after: Some(order.clone()) }, ..ask });
                    }
                    orders.extend(page.orders.into_iter().map(|(_, order)| order));
                }
                asks = more;
            }
            self.0 = Some(orders);
        }
        Ok(self.0.as_ref())
    }
}

/// One window's questions.
#[derive(Default)]
struct Round {
    asked: usize,
    got: bool,
    /// The turn that it came to.
    at: Option<Timestamp>,
    /// What was not got since something last was, and when its turn was.
    failed: Vec<(Timestamp, Hint, Trouble)>,
}

impl Round {
    /// Of how many orders nothing was got.
    fn in_a_row(&self) -> usize {
        self.failed.chunk_by(|one, next| one.0 == next.0).count()
    }
}

impl<P: Parameters, W: Web, O: Orders + Due, C: Progresses, D: Deliveries> Comparison<'_, P, W, O, C, D> {
    /// Whether the source is asked for what is open.
    pub(crate) fn asks(&self) -> bool {
        self.source.asks(self.talk.settings).is_some()
    }

    /// Whether the next run goes on with the source.
    pub(crate) fn is_enough(&self) -> bool {
        self.rested >= RESTS
    }

    /// Asks for what is open of the orders whose turn is in a window, as far as there is time.
    pub(crate) async fn ask(
        &mut self,
        open: &mut OpenOrders,
        (from, to): (Timestamp, Timestamp),
        late: &impl Fn() -> bool,
        meter: &mut Meter,
    ) -> Result<Compared, Trouble> {
        let listed = open.list(&self.world.orders, self.talk.now, late).await.map_err(|error| later(&error))?;
        let Some(listed) = listed else { return Ok(Compared::Until(from, None)) };
        let turns = listed.iter().map(|order| (turn(order.as_str(), from), order));
        let mut turns: Vec<(Timestamp, &OrderId)> = turns.filter(|(at, _)| *at < to).collect();
        turns.sort_unstable();
        let mut round = Round::default();
        for some in turns.chunks(ORDERS) {
            let until = self.some(some, &mut round, late, meter).await?;
            if until.is_some() || round.in_a_row() >= IN_A_ROW {
                return self.end(round, until, to).await;
            }
        }
        self.end(round, None, to).await
    }

    /// Ends a window. Where something was got, the provider answers, and what few others were not got is left to the fetcher.
    async fn end(&self, mut round: Round, until: Option<Timestamp>, to: Timestamp) -> Result<Compared, Trouble> {
        let answers = round.got && round.in_a_row() < IN_A_ROW;
        if !answers && !round.failed.is_empty() {
            let (at, _, trouble) = round.failed.swap_remove(0);
            // What could not be asked for a whole day has its turn again with the others.
            return Ok(Compared::Until(at.max(to - LONGEST), Some(trouble)));
        }
        self.leave_all(&mut round).await?;
        Ok(until.map_or(Compared::Done, |until| Compared::Until(until, None)))
    }

    /// Asks for what is open of some orders; the turn that it did not come to, if there was no time.
    async fn some(
        &mut self,
        some: &[(Timestamp, &OrderId)],
        round: &mut Round,
        late: &impl Fn() -> bool,
        meter: &mut Meter,
    ) -> Result<Option<Timestamp>, Trouble> {
        let ids: Vec<OrderId> = some.iter().map(|(_, order)| (*order).clone()).collect();
        let found = self.world.orders.find(&ids, &[]).await.map_err(|error| later(&error))?;
        let (mut bodies, mut until) = (Vec::new(), None);
        'orders: for (at, order) in some {
            // Orders of one second go together: a window can only begin with all of them.
            let next = round.at.replace(*at) != Some(*at);
            if next && (round.asked >= QUESTIONS || self.is_enough() || late()) {
                until = Some(*at);
                break;
            }
            let hints = found.orders.get(*order).map(|stored| self.hints(stored)).unwrap_or_default();
            for hint in hints.into_iter().take(THINGS) {
                if late() {
                    until = Some(*at);
                    break 'orders;
                }
                bodies.extend(self.one(hint, *at, round).await?);
                if round.failed.iter().filter(|(of, ..)| of == at).count() >= IN_A_ROW {
                    break;
                }
            }
            if round.in_a_row() >= IN_A_ROW {
                break;
            }
        }
        self.page(bodies, self.counts(meter)).await?;
        Ok(until)
    }

    /// Asks for one thing, after as long a rest as the provider wants.
    async fn one(&mut self, hint: Hint, at: Timestamp, round: &mut Round) -> Result<Vec<Vec<u8>>, Trouble> {
        let rest = self.source.asks(self.talk.settings).filter(|_| round.asked > 0).unwrap_or_default();
        if let Some(rest) = Duration::try_from(rest).ok().filter(|rest| !rest.is_zero()) {
            (self.world.pause)(rest).await;
            self.rested += rest;
        }
        round.asked += 1;
        match fetch(&self.world.web, self.source, &hint, &self.talk).await {
            Ok(bodies) => {
                round.got = true;
                self.leave_all(round).await?;
                Ok(bodies)
            }
            Err(trouble @ Trouble::Hopeless(_)) => self.leave(hint, &trouble).await.map(|()| Vec::new()),
            Err(trouble) => {
                round.failed.push((at, hint, trouble));
                Ok(Vec::new())
            }
        }
    }

    /// The provider answers, so it is for these alone that it does not: they keep back none that come after them.
    async fn leave_all(&self, round: &mut Round) -> Result<(), Trouble> {
        for (_, hint, trouble) in round.failed.drain(..) {
            self.leave(hint, &trouble).await?;
        }
        Ok(())
    }

    /// What to fetch of an order.
    fn hints(&self, stored: &Stored) -> Vec<Hint> {
        let settings = self.talk.settings;
        if !self.of.connection.shops(self.of.name).contains(&stored.shop.as_str()) {
            return Vec::new();
        }
        let by = By::new(self.of.name, self.of.provider);
        let young = |since: Timestamp| self.talk.now.duration_since(since) < settings.patience();
        let parcels = stored.order.open_parcels(&by);
        let parcels = parcels.iter().filter(|parcel| young(parcel.since)).map(|parcel| {
            let number = parcel.number.as_str();
            Open::Parcel { carrier: parcel.carrier, number, known: parcel.known }
        });
        let payments = stored.order.open_payments(&by).into_iter().map(|id| Open::Payment { id });
        parcels.chain(payments).filter_map(|open| self.source.asks_for(&open, settings)).collect()
    }

    /// What a thing said last counts: what is young may still come by itself, and what was so a day ago was counted then.
    fn counts<'m>(&self, meter: &'m mut Meter) -> impl FnMut(Timestamp, Lack) + use<'m, P, W, O, C, D> {
        let now = self.talk.now;
        let young = now - self.world.grace;
        move |at, lack| match lack {
            _ if at >= young => {}
            Lack::News => meter.miss(now.duration_since(at)),
            Lack::Detail | Lack::Nothing if at >= young - LONGEST => meter.heard += 1,
            Lack::Detail | Lack::Nothing => {}
        }
    }
}
