//! Messages that came often: one of them may end every process, and most of them only lived through an outage.

use std::collections::BTreeMap;

use crate::poison_messages::send;
use crate::world::{KILLER, World, minutes, now, say, second};

fn orders(world: &World) -> usize {
    world.tables.data().orders().len()
}

async fn check(world: &World, orders: impl IntoIterator<Item = u64>) {
    for order in orders {
        assert_eq!(world.post(&say::checkout(order, "pending", second(-50), |_| {})).await, 200);
    }
}

#[tokio::test]
async fn however_many_of_ten_messages_end_the_process_the_others_are_done_within_five_receives() {
    for killers in 1..=9 {
        for innocents_first in [true, false] {
            let mut world = World::new();
            let innocents = 10 - killers;
            if innocents_first {
                check(&world, 1..=innocents).await;
            }
            (0..killers).for_each(|_| send(&world, KILLER));
            if !innocents_first {
                check(&world, 1..=innocents).await;
            }
            // The fourth receive is after nine minutes; whoever does not get a turn then has the next one to itself.
            world.pass(minutes(13)).await;
            assert_eq!(orders(&world) as u64, innocents, "beside {killers} killers");
            world.pass(minutes(240)).await;
            assert_eq!(world.deliveries.waiting(), []);
            assert_eq!(world.deliveries.dead().len() as u64, killers, "they, and they alone");
        }
    }
}

#[tokio::test]
async fn killers_among_many_take_nobody_along() {
    let mut world = World::new();
    for block in 0..20 {
        check(&world, block * 10..block * 10 + 10).await;
        send(&world, KILLER);
    }
    world.pass(minutes(30)).await;
    assert_eq!(orders(&world), 200, "ten receives at most, though a tenth of all are killers");
    world.pass(minutes(240)).await;
    assert_eq!((world.deliveries.waiting().len(), world.deliveries.dead().len()), (0, 20));
}

#[tokio::test]
async fn a_killer_does_not_harm_those_that_come_later() {
    let mut world = World::new();
    send(&world, KILLER);
    world.pass(minutes(20)).await;
    // It comes back every three minutes and meets others each time.
    for round in 0..30 {
        check(&world, round * 9..round * 9 + 9).await;
        world.pass(minutes(3)).await;
    }
    assert_eq!(orders(&world), 270, "it has its turn after all others");
    assert_eq!(world.deliveries.waiting().len(), 1);
}

#[tokio::test]
async fn after_an_outage_ten_thousand_messages_are_handled_at_once_by_full_batches() {
    let mut world = World::new();
    for order in 0..10_000 {
        let order = domain::ids::OrderId::new("demo", &format!("none-{order}"));
        let wake = queue::messages::Incoming { v: 1, what: queue::messages::What::Wake { order } };
        let wake = serde_json::to_string(&wake).expect("a message");
        world.deliveries.send_received(wake, now(), 10);
    }
    let before = world.faults.names().len();
    world.drain().await;
    assert_eq!((world.deliveries.waiting().len(), world.deliveries.dead().len()), (0, 0), "none waits for another one");
    let mut calls = BTreeMap::new();
    world.faults.names().drain(before..).for_each(|name| *calls.entry(name).or_insert(0) += 1);
    let expected =
        [("BatchGetItem orders", 10_000), ("ChangeMessageVisibilityBatch", 1_000), ("DeleteMessageBatch", 9_000)];
    assert_eq!(calls, expected.into(), "a thousand batches");
}

#[tokio::test]
async fn hints_that_came_often_are_told_at_once_and_once() {
    let mut world = World::new();
    world.faults.break_down("BatchGetItem look");
    for order in 1..=25 {
        world.hear([say::checkout(order, "processing", second(-50), say::paid_at(second(-50)))]).await;
    }
    world.pass(minutes(14)).await;
    world.faults.mend();
    world.pass(minutes(10)).await;
    assert_eq!(world.mails().len(), 50);
    world.pass(minutes(90)).await;
    world.check_books();
}

#[tokio::test]
async fn what_was_done_beside_a_suspect_is_not_done_again_when_that_ends_the_process() {
    let mut world = World::new();
    send(&world, KILLER);
    world.pass(minutes(10)).await;
    world.until(world.deliveries.next().expect("the killer waits")).await;
    let killer = world.deliveries.waiting().len();
    check(&world, 1..=9).await;
    world.drain().await;
    assert_eq!((orders(&world), world.deliveries.waiting().len()), (9, killer), "they are deleted already");
}
