//! A process ends, or a call fails, at any one moment: nothing is lost, and nothing is told twice.

use testing::memory::Fault;

use crate::world::{World, minutes, say, second};

const NUMBER: &str = "9400111206206406260787";

/// An order's life, told to a world in which some calls meet a fault, and the calls that it took.
async fn live(batch: usize, faults: &[(usize, Fault)]) -> (World, Vec<&'static str>) {
    // Whatever has to be done twice is done before this order can be called unpaid.
    let mut world = World::new().with_shop(|shop| shop["settle"]["received"] = 1_800.into());
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
    for (index, fault) in faults {
        world.faults.plan(*index, *fault);
    }
    world.pass(minutes(40)).await;
    // Nothing that is owed to the past may need the future's news; but news still works.
    let calls = world.faults.names().split_off(before);
    let delivered = say::scanned(NUMBER, "delivered", crate::world::now());
    while world.post(&delivered).await == 503 {}
    world.pass(minutes(60)).await;
    (world, calls)
}

async fn check(batch: usize, faults: &[(usize, Fault)]) -> Vec<&'static str> {
    let (world, calls) = live(batch, faults).await;
    let mut mails = world.mails();
    mails.sort_unstable();
    assert_eq!(mails, ["confirmed", "delivered", "receipt", "shipped"], "{faults:?} of {calls:?}");
    world.check_books();
    world.check_replays();
    calls
}

async fn check_each(batch: usize) {
    let calls = check(batch, &[]).await.len();
    for index in 0..calls {
        for fault in Fault::ALL {
            check(batch, &[(index, fault)]).await;
        }
    }
}

#[tokio::test]
async fn one_message_at_a_time_survives_every_crash_and_every_lost_answer() {
    check_each(1).await;
}

#[tokio::test]
async fn batches_survive_every_crash_and_every_lost_answer() {
    check_each(10).await;
}

#[tokio::test]
async fn two_faults_in_one_life_are_survived_too() {
    let calls = check(10, &[]).await.len();
    // Every pair of moments, each with one of the sixteen pairs of faults.
    for first in 0..calls {
        for second in first + 1..calls + 10 {
            let fault = |index: usize| Fault::ALL[index % 4];
            check(10, &[(first, fault(first + second)), (second, fault(first / 3 + second * 2))]).await;
        }
    }
}
