//! SES does not take a mail now: it is owed, and sent later.

use domain::ledger::State;
use jiff::SignedDuration;

use crate::world::{Answer, World, minutes, say, second};

async fn accepted(world: &mut World) {
    world.hear([say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))]).await;
}

#[tokio::test]
async fn a_throttled_mail_is_owed_and_sent_when_its_time_has_come() {
    let mut world = World::new();
    world.ses.will([Answer::NotNow(SignedDuration::from_secs(30))]);
    accepted(&mut world).await;
    assert_eq!(world.mails(), ["receipt"]);
    assert!(world.tables.data().mails.values().any(|mail| matches!(mail.entry.state, State::Owed { .. })));
    world.pass(SignedDuration::from_secs(29)).await;
    assert_eq!(world.ses.tries(), 2, "not before its time");
    world.pass(minutes(1)).await;
    assert_eq!(world.mails(), ["receipt", "confirmed"]);
    world.pass(minutes(60)).await;
    world.check_books();
}

#[tokio::test]
async fn a_day_without_quota_loses_no_mail_and_does_not_breed_hints() {
    let mut world = World::new();
    world.ses.will((0..200).map(|_| Answer::NotNow(minutes(15))));
    accepted(&mut world).await;
    world.pass(minutes(24 * 60)).await;
    let tries = world.ses.tries();
    assert!(tries <= 200, "{tries} tries of two mails in a day of quarters of an hour");
    world.pass(minutes(24 * 60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert_eq!(world.ses.tries(), 202);
    world.pass(minutes(60)).await;
    world.check_books();
}

#[tokio::test]
async fn hints_do_not_breed_while_mails_are_owed() {
    let mut world = World::new();
    world.ses.will((0..10_000).map(|_| Answer::NotNow(minutes(15))));
    accepted(&mut world).await;
    world.pass(minutes(24 * 60)).await;
    let waiting = world.mail.waiting().len();
    assert!(waiting <= 3, "{waiting} hints at one order wait after a day");
}

#[tokio::test]
async fn an_owed_mail_that_became_untrue_is_not_sent() {
    let mut world = World::new();
    world.ses.will([Answer::NotNow(minutes(15))]);
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.ses.tries(), 1);
    world.hear([say::paid("pi_1", "727", second(0))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn a_mail_that_ses_will_never_take_is_held_and_harms_no_other() {
    let mut world = World::new();
    world.ses.will([Answer::Never]);
    accepted(&mut world).await;
    world.pass(minutes(60)).await;
    assert_eq!((world.mails(), world.ses.tries()), (vec!["receipt"], 2));
    world.check_books();
    world.check_reasons();
}
