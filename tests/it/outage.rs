//! SES is out for half an hour while orders go on coming in: few tries, nothing lost, nothing doubled, and soon all is told.
//!
//! Measured at 50 mails a minute: 1,515 tries of 1,500 mails while SES refuses, all told 125 s after; 1,518 tries, canaries
//! included, while it is silent, all told 187 s after at 14 mails a second.

use domain::gate::{State, Why};
use jiff::SignedDuration;
use testing::memory::Fault;

use crate::world::{Answer, World, minutes, now, say, second};

/// How long SES is out.
const OUTAGE: SignedDuration = SignedDuration::from_mins(30);

/// So many orders come in, evenly, while SES is out; then it is back. Nothing of what it is asked for is lost or doubled,
/// it is asked at most twice for each mail, and five minutes later all is told.
async fn check(world: &mut World, orders: u16, answer: Answer) {
    world.ses.always(Some(answer));
    for order in 0..orders {
        world.hear([say::checkout(1_000 + u64::from(order), "processing", now(), say::paid_at(now()))]).await;
        world.pass(OUTAGE / orders.into()).await;
    }
    world.ses.always(None);
    let (end, mails) = (now(), 2 * usize::from(orders));
    while world.ses.sent().len() < mails && now() < end + minutes(10) {
        world.pass(SignedDuration::from_secs(1)).await;
    }
    let (tries, seconds) = (world.ses.tries() + world.ses.canaries(), now().duration_since(end).as_secs());
    assert_eq!(world.ses.sent().len(), mails);
    assert!(tries <= 2 * mails, "{tries} tries of {mails} mails");
    assert!(seconds <= 300, "{seconds} s until all was told");
    world.pass(minutes(60)).await;
    assert_eq!(world.tables.data().gate.state, State::Open);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn while_ses_throttles_few_try_and_all_is_told_within_five_minutes() {
    check(&mut World::new(), 750, Answer::Closed(Why::Rate)).await;
}

#[tokio::test]
async fn while_ses_is_silent_canaries_try_and_all_is_told_within_five_minutes() {
    let mut world = World::new();
    // Half of it is this process's: 14 a second.
    world.ses.allows(28.0, 50_000.0, 0.0);
    check(&mut world, 750, Answer::Lose).await;
}

#[tokio::test]
async fn what_ses_took_without_an_answer_is_not_doubled() {
    check(&mut World::new(), 100, Answer::AcceptSilently).await;
}

#[tokio::test]
async fn a_paused_account_is_hardly_asked_however_few_mails_wait() {
    for orders in [10, 100] {
        check(&mut World::new(), orders, Answer::Closed(Why::Paused)).await;
    }
}

/// Two orders come while SES refuses and is silent in turn, and some calls meet a fault.
async fn live(faults: &[(usize, Fault)]) -> (World, usize) {
    let mut world = World::new();
    for order in [727, 728] {
        let webhook = say::checkout(order, "processing", second(-50), say::paid_at(second(-50)));
        assert_eq!(world.post(&webhook).await, 200);
    }
    world.ses.will([Answer::Closed(Why::Rate), Answer::Closed(Why::Paused), Answer::Lose, Answer::Lose, Answer::Lose]);
    let before = world.faults.names().len();
    for (index, fault) in faults {
        world.faults.plan(*index, *fault);
    }
    world.pass(minutes(120)).await;
    let calls = world.faults.names().len() - before;
    (world, calls)
}

#[tokio::test]
async fn every_crash_and_every_lost_answer_while_mails_wait_is_survived() {
    let (_, calls) = live(&[]).await;
    for index in 0..calls {
        for fault in Fault::ALL {
            let (world, _) = live(&[(index, fault)]).await;
            let mut mails = world.mails();
            mails.sort_unstable();
            assert_eq!(mails, ["confirmed", "confirmed", "receipt", "receipt"], "{fault:?} at {index}");
            assert_eq!(world.tables.data().gate.state, State::Open, "{fault:?} at {index}");
            world.check_books();
        }
    }
}
