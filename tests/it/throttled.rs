//! SES does not take a mail now, or not as many: it is owed, and sent later.

use domain::gate::Why;
use domain::ledger::State;
use jiff::SignedDuration;

use crate::world::{Answer, World, minutes, now, say, second};

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

#[tokio::test]
async fn after_one_refusal_of_the_account_no_other_mail_is_tried_until_it_is_time() {
    let mut world = World::new();
    world.ses.will([Answer::Closed(Why::Rate)]);
    accepted(&mut world).await;
    world.hear([say::checkout(728, "processing", second(-50), say::paid_at(second(-50)))]).await;
    assert_eq!(world.ses.tries(), 1, "four mails of two orders, and one of them learnt it for all");
    let mails: Vec<_> = world.tables.data().mails.values().map(|mail| mail.entry.state.clone()).collect();
    assert!(mails.len() >= 4 && mails.iter().filter(|state| matches!(state, State::Owed { .. })).count() == 4);
    world.pass(SignedDuration::from_secs(14)).await;
    assert_eq!(world.ses.tries(), 1, "not before its time");
    world.pass(minutes(2)).await;
    assert_eq!((world.mails().len(), world.ses.tries()), (4, 5));
    world.pass(minutes(60)).await;
    world.check_books();
}

#[tokio::test]
async fn a_whole_day_without_quota_takes_few_tries_and_none_if_ses_says_by_itself_that_it_has_none() {
    for (known, most) in [(false, 700), (true, 1)] {
        let mut world = World::new();
        world.ses.always(Some(Answer::Closed(Why::Quota)));
        accepted(&mut world).await;
        if known {
            world.ses.allows(14.0, 200.0, 200.0);
        }
        world.pass(minutes(24 * 60)).await;
        let (tries, waiting) = (world.ses.tries(), world.mail.waiting().len());
        assert!(tries <= most, "{tries} tries in a day");
        assert!(waiting <= 3, "{waiting} hints at one order wait after a day");
        world.ses.allows(14.0, 200.0, 0.0);
        world.ses.always(None);
        world.pass(minutes(5)).await;
        assert_eq!(world.mails(), ["confirmed", "receipt"]);
        world.pass(minutes(60)).await;
        world.check_books();
    }
}

#[tokio::test]
async fn mails_keep_to_the_rate_that_ses_allows() {
    let mut world = World::new();
    // Two processes share it: one mail a second for the one of this world.
    world.ses.allows(2.0, 50_000.0, 0.0);
    for order in 0..30 {
        assert_eq!(world.post(&say::checkout(1_000 + order, "processing", now(), say::paid_at(now()))).await, 200);
    }
    let start = now();
    let mut sent = Vec::new();
    while world.ses.sent().len() < 60 && now().duration_since(start) < minutes(10) {
        world.drain().await;
        sent.push((now(), world.ses.sent().len()));
        world.pass(SignedDuration::from_secs(1)).await;
    }
    for (at, mails) in &sent {
        let seconds = usize::try_from(at.duration_since(start).as_secs()).expect("later");
        assert!(*mails <= seconds + 2, "{mails} mails in {seconds} s at one a second");
    }
    let all = now().duration_since(start).as_secs();
    assert!(world.ses.sent().len() == 60 && all <= 120, "{all} s for 60 mails at one a second");
    world.pass(minutes(60)).await;
    world.check_books();
}

#[tokio::test]
async fn what_ses_allows_is_asked_once_for_many_mails() {
    let mut world = World::new();
    world.ses.allows(28.0, 50_000.0, 0.0);
    for order in 0..40 {
        world.hear([say::checkout(1_000 + order, "processing", now(), say::paid_at(now()))]).await;
        world.pass(minutes(1)).await;
    }
    let asked = world.faults.names().iter().filter(|name| **name == "GetAccount").count();
    assert_eq!((asked, world.ses.sent().len()), (1, 80));
}
