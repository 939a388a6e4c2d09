//! A process ends, or a call fails, at any one moment: nothing is lost, and nothing is told twice.

use testing::memory::Fault;

use crate::world::{World, minutes, say, second};

const NUMBER: &str = "9400111206206406260787";

/// An order's life, told to a world in which one call meets a fault; how many calls it took.
async fn live(batch: usize, fault: Option<(usize, Fault)>) -> (World, usize) {
    let mut world = World::new();
    world.batch = batch;
    let story = [
        say::paid("pi_1", "727", second(-40)),
        say::checkout(727, "pending", second(-50), |_| {}),
        say::shipped("727", NUMBER, second(-30)),
    ];
    for webhook in story {
        assert_eq!(world.post(&webhook).await, 200);
    }
    let before = world.faults.names().len();
    if let Some((index, fault)) = fault {
        world.faults.plan(index, fault);
    }
    world.pass(minutes(40)).await;
    // Nothing that is owed to the past may need the future's news; but news still works.
    let calls = world.faults.names().len() - before;
    assert_eq!(world.post(&say::scanned(NUMBER, "delivered", crate::world::now())).await, 200);
    world.pass(minutes(60)).await;
    (world, calls)
}

async fn check(batch: usize) {
    let (calm, calls) = live(batch, None).await;
    assert_eq!(calm.mails(), ["confirmed", "receipt", "shipped", "delivered"]);
    calm.check_books();
    for index in 0..calls {
        for fault in Fault::ALL {
            let (world, _) = live(batch, Some((index, fault))).await;
            let name = world.faults.names()[world.faults.names().len().min(index + 3)];
            let mut mails = world.mails();
            mails.sort_unstable();
            assert_eq!(mails, ["confirmed", "delivered", "receipt", "shipped"], "{fault:?} at call {index}, {name}");
            world.check_books();
        }
    }
}

#[tokio::test]
async fn one_message_at_a_time_survives_every_crash_and_every_lost_answer() {
    check(1).await;
}

#[tokio::test]
async fn batches_survive_every_crash_and_every_lost_answer() {
    check(10).await;
}
