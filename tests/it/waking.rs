//! The clock wakes each order once when its time comes, again each hour while nobody looked, and never more than it can.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::ids::OrderId;
use domain::ports::{Handles, Orders, Stored, Unavailable};
use domain::waking::{Cursor, Cursors};
use jiff::Timestamp;
use testing::memory::{Fault, Tables};

use crate::world::{hours, second};

/// [deliveries], as the clock sees it.
#[derive(Default)]
struct Sqs {
    taken: Mutex<Vec<OrderId>>,
    /// So many more are taken, if it is ill.
    room: Mutex<Option<usize>>,
}

impl clock::Wakes for Sqs {
    async fn wake(&self, orders: &[OrderId]) -> Vec<Result<(), Unavailable>> {
        let (mut room, mut taken) = (self.room.lock().expect("one test"), self.taken.lock().expect("one test"));
        let take = |order: &OrderId| {
            if let Some(room) = room.as_mut() {
                *room = room.checked_sub(1).ok_or(Unavailable::new("SQS", "full"))?;
            }
            taken.push(order.clone());
            Ok(())
        };
        orders.iter().map(take).collect()
    }
}

impl Sqs {
    /// What was taken since it was asked last.
    fn taken(&self) -> Vec<OrderId> {
        std::mem::take(&mut self.taken.lock().expect("one test"))
    }

    fn has_room_for(&self, most: Option<usize>) {
        *self.room.lock().expect("one test") = most;
    }
}

async fn tick(tables: &Tables, sqs: &Sqs, now: Timestamp) -> Result<(), Unavailable> {
    clock::handle(tables, tables, sqs, now, || false).await
}

fn order(index: usize) -> OrderId {
    OrderId::new("demo", &index.to_string())
}

async fn put(tables: &Tables, index: usize, wake_at: Timestamp) {
    let handles = Handles { headline: "confirmed", placed_at: None, total: None, customer: None, expires: None };
    let stored = Stored {
        shop: "demo".to_owned(),
        order: std::sync::Arc::default(),
        deliveries: std::sync::Arc::default(),
        wake_at: Some(wake_at),
        v: 1,
    };
    tables.write(&order(index), &stored, &handles, None, wake_at).await.expect("written");
}

/// Tables whose clock has ticked at 0 s, and so many orders that are due together at a later second.
async fn ticking(orders: usize, due: i64) -> (Tables, Sqs) {
    let (tables, sqs) = (Tables::default(), Sqs::default());
    tick(&tables, &sqs, second(0)).await.expect("a tick");
    for index in 0..orders {
        put(&tables, index, second(due)).await;
    }
    (tables, sqs)
}

fn times(taken: Vec<OrderId>) -> BTreeMap<OrderId, usize> {
    let mut times = BTreeMap::new();
    for order in taken {
        *times.entry(order).or_insert(0) += 1;
    }
    times
}

#[tokio::test]
async fn an_order_is_woken_once_when_its_time_comes_and_then_by_each_sweep_until_somebody_looks() {
    let (tables, sqs) = ticking(3, 90).await;
    for minute in 1..60 {
        tick(&tables, &sqs, second(minute * 60)).await.expect("a tick");
        assert_eq!(sqs.taken().len(), if minute == 2 { 3 } else { 0 }, "minute {minute}");
    }
    tick(&tables, &sqs, second(3_600)).await.expect("a tick");
    assert_eq!(sqs.taken().len(), 3, "they are still due");
    tick(&tables, &sqs, second(3_660)).await.expect("a tick");
    assert_eq!(sqs.taken().len(), 0);
}

#[tokio::test]
async fn the_first_tick_ever_wakes_what_is_older_once() {
    let (tables, sqs) = (Tables::default(), Sqs::default());
    for index in 0..30 {
        put(&tables, index, second(-60 * 60 * i64::try_from(index).expect("small"))).await;
    }
    for minute in 0..10 {
        tick(&tables, &sqs, second(minute * 60)).await.expect("a tick");
        assert_eq!(sqs.taken().len(), if minute == 0 { 30 } else { 0 });
    }
}

#[tokio::test]
async fn a_tick_is_bounded_and_the_next_goes_on_though_all_are_due_in_one_millisecond() {
    let (tables, sqs) = ticking(10_000, 90).await;
    let mut taken = Vec::new();
    let mut ticks = 0;
    while taken.len() < 10_000 {
        ticks += 1;
        tick(&tables, &sqs, second(60 + ticks * 60)).await.expect("a tick");
        let now = sqs.taken();
        assert!((1..=4_000).contains(&now.len()), "{} in tick {ticks}", now.len());
        taken.extend(now);
    }
    assert!(ticks <= 4, "{ticks} ticks");
    assert_eq!(times(taken).len(), 10_000, "each once");
}

#[tokio::test]
async fn a_clock_that_stood_still_wakes_what_it_missed_once() {
    let (tables, sqs) = ticking(500, 90).await;
    tick(&tables, &sqs, second(0) + hours(5)).await.expect("a tick");
    tick(&tables, &sqs, second(60) + hours(5)).await.expect("a tick");
    assert_eq!(
        times(sqs.taken()).into_values().collect::<Vec<_>>(),
        vec![1; 500],
        "by its window, not by the sweep too"
    );
}

#[tokio::test]
async fn what_sqs_does_not_take_is_woken_by_the_next_tick() {
    let (tables, sqs) = ticking(500, 90).await;
    for (minute, room) in (2..).zip([0, 130, 130, 130]) {
        sqs.has_room_for(Some(room));
        assert!(tick(&tables, &sqs, second(minute * 60)).await.is_err(), "it says so");
    }
    sqs.has_room_for(None);
    tick(&tables, &sqs, second(600)).await.expect("a tick");
    let times = times(sqs.taken());
    assert_eq!(times.len(), 500, "all");
    assert!(times.values().all(|times| *times == 1), "and what it took not again");
}

#[tokio::test]
async fn a_cursor_that_cannot_be_written_makes_nobody_wake_the_same_orders_minute_by_minute() {
    let (tables, sqs) = ticking(500, 90).await;
    tables.faults.break_down("PutItem cursor");
    for minute in 2..60 {
        assert!(tick(&tables, &sqs, second(minute * 60)).await.is_err());
    }
    assert_eq!(sqs.taken().len(), 0);
    tables.faults.mend();
    tick(&tables, &sqs, second(3_540)).await.expect("a tick");
    assert_eq!(times(sqs.taken()).into_values().collect::<Vec<_>>(), vec![1; 500]);
}

#[tokio::test]
async fn whatever_call_of_a_tick_fails_every_order_is_woken_by_the_next_and_none_more_than_twice() {
    for fault in [Fault::FailBefore, Fault::FailAfter] {
        for call in 0..6 {
            let (tables, sqs) = ticking(900, 90).await;
            tables.faults.plan(call, fault);
            let _ = tick(&tables, &sqs, second(120)).await;
            tables.faults.mend();
            tick(&tables, &sqs, second(180)).await.expect("a tick");
            let times = times(sqs.taken());
            assert_eq!(times.len(), 900, "{fault:?} {call}");
            assert!(times.values().all(|times| *times <= 2), "{fault:?} {call}");
        }
    }
}

#[tokio::test]
async fn of_two_ticks_at_once_one_wakes_and_no_old_process_moves_the_cursor_back() {
    let (tables, sqs) = ticking(100, 90).await;
    let old = tables.data().cursor.clone();
    tick(&tables, &sqs, second(120)).await.expect("a tick");
    let moved = tables.data().cursor.clone();
    assert_eq!(sqs.taken().len(), 100);
    // One that read before the other moved: its write finds another turn.
    let (turn, cursor) = old.expect("a cursor");
    let late = Stale { tables: &tables, read: (turn, cursor) };
    clock::handle(&tables, &late, &sqs, second(121), || false).await.expect("a tick");
    assert_eq!((sqs.taken().len(), &tables.data().cursor), (0, &moved));
}

/// Cursors as they were read too early.
struct Stale<'a> {
    tables: &'a Tables,
    read: (u64, Cursor),
}

impl Cursors for Stale<'_> {
    async fn cursor(&self) -> Result<Option<(u64, Cursor)>, Unavailable> {
        Ok(Some(self.read.clone()))
    }

    async fn move_cursor(&self, turn: Option<u64>, cursor: &Cursor) -> Result<bool, Unavailable> {
        self.tables.move_cursor(turn, cursor).await
    }
}

#[tokio::test]
async fn an_order_written_behind_the_cursor_or_whose_wake_was_lost_is_found_within_the_hour() {
    let (tables, sqs) = ticking(1, 90).await;
    tick(&tables, &sqs, second(120)).await.expect("a tick");
    assert_eq!(sqs.taken(), [order(0)], "and lost");
    put(&tables, 1, second(30)).await;
    for minute in 3..=60 {
        tick(&tables, &sqs, second(minute * 60)).await.expect("a tick");
    }
    assert_eq!(times(sqs.taken()).len(), 2);
}

#[tokio::test]
async fn a_tick_that_is_late_begins_nothing_new_and_keeps_what_it_did() {
    let (tables, sqs) = ticking(2_000, 90).await;
    let rounds = Cell::new(0);
    let late = || rounds.replace(rounds.get() + 1) >= 1;
    clock::handle(&tables, &tables, &sqs, second(120), late).await.expect("a tick");
    let first = sqs.taken();
    assert!((1..=800).contains(&first.len()), "{}", first.len());
    tick(&tables, &sqs, second(180)).await.expect("a tick");
    let all = first.into_iter().chain(sqs.taken()).collect();
    assert_eq!(times(all).into_values().collect::<Vec<_>>(), vec![1; 2_000]);
}

#[tokio::test]
async fn a_minute_with_nothing_due_reads_the_cursor_and_the_index_and_writes_nothing() {
    let (tables, sqs) = ticking(1, 3_600 * 24).await;
    let before = tables.faults.names().len();
    tick(&tables, &sqs, second(60)).await.expect("a tick");
    assert_eq!(tables.faults.names()[before..], ["GetItem cursor", "Query due"]);
    assert_eq!(sqs.taken().len(), 0);
}
