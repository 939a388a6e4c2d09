//! Nobody knows whether SES took a mail: its event settles it, or the proof that there is none.

use domain::ledger::State;
use jiff::SignedDuration;
use testing::memory::Mail;

use crate::world::{Answer, World, hours, minutes, say, second};

async fn accepted(world: &mut World) {
    world.hear([say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))]).await;
}

fn mail(world: &World, kind: &str) -> Mail {
    let data = world.tables.data();
    let found = data.mails.values().find(|mail| mail.kind.is_some_and(|known| known.name() == kind));
    found.cloned().expect("a mail of this kind")
}

#[tokio::test]
async fn a_mail_whose_event_comes_is_not_sent_again() {
    let mut world = World::new();
    world.ses.will([Answer::AcceptSilently]);
    accepted(&mut world).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert_eq!((world.ses.tries(), world.ses.canaries()), (2, 0), "the event itself is proof enough");
    assert!(matches!(mail(&world, "confirmed").entry.state, State::Sent { .. }), "and settles it");
    world.check_books();
}

#[tokio::test]
async fn a_mail_without_an_event_is_sent_again_once_when_a_canary_came_back() {
    let mut world = World::new();
    world.ses.will([Answer::Lose]);
    accepted(&mut world).await;
    world.pass(minutes(4)).await;
    assert_eq!(world.mails(), ["receipt"], "it waits for its event");
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["receipt", "confirmed"]);
    assert_eq!((world.ses.tries(), world.ses.canaries()), (3, 1));
    assert_eq!(world.ses.sent()[1].attempt, 2);
    world.check_books();
}

#[tokio::test]
async fn a_mail_that_is_lost_again_and_again_is_sent_in_the_end() {
    let mut world = World::new();
    world.ses.will([Answer::Lose, Answer::Accept, Answer::Lose, Answer::Lose, Answer::Lose]);
    accepted(&mut world).await;
    world.pass(minutes(120)).await;
    assert_eq!(world.mails(), ["receipt", "confirmed"]);
    world.check_books();
}

#[tokio::test]
async fn while_feedback_is_silent_a_mail_that_errs_to_double_waits() {
    let mut world = World::new();
    world.ses.events(false);
    world.ses.will([Answer::Lose]);
    accepted(&mut world).await;
    world.pass(minutes(180)).await;
    assert_eq!(world.mails(), ["receipt"]);
    assert!(matches!(mail(&world, "confirmed").entry.state, State::Claimed { .. }));
    // It is heard of again: then it is told.
    world.ses.events(true);
    world.pass(minutes(30)).await;
    assert_eq!(world.mails(), ["receipt", "confirmed"]);
}

#[tokio::test]
async fn waiting_for_feedback_costs_little_however_long_it_takes_and_ends_with_a_reason() {
    let mut world = World::new();
    world.ses.events(false);
    world.ses.will([Answer::Lose]);
    accepted(&mut world).await;
    for hour in 0..24 {
        // A queue is never as punctual as this one.
        world.mail.delay(SignedDuration::from_secs(7));
        world.pass(minutes(60)).await;
        assert!(world.mail.waiting().len() <= 1, "{} hints at one order in hour {hour}", world.mail.waiting().len());
    }
    let start = world.faults.names().len();
    world.pass(minutes(60)).await;
    let calls = world.faults.names().len() - start;
    // Some thirty of them are the clock's, which all orders share.
    assert!(calls <= 76, "{calls} calls in an hour for one mail that waits");
    world.pass(hours(8 * 24)).await;
    assert!(matches!(mail(&world, "confirmed").entry.state, State::GivenUp { .. }), "no news after a week");
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn while_feedback_is_silent_a_mail_that_errs_to_miss_is_given_up_with_its_reason() {
    let mut world = World::new();
    world.ses.events(false);
    world.ses.will([Answer::Lose]);
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
    assert!(world.ses.canaries() > 0, "not before somebody tried");
    let State::GivenUp { reason } = mail(&world, "received").entry.state else { panic!("not given up") };
    assert!(reason.contains("cannot be known"), "{reason}");
    world.check_books();
}

#[tokio::test]
async fn a_mail_that_nobody_looked_at_for_long_is_not_given_up_while_feedback_works() {
    let mut world = World::new();
    world.ses.will([Answer::Lose]);
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.ses.tries(), 1);
    // Everything that would look again is lost; the clock finds it after a quarter of an hour.
    world.mail.lose_all();
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received"], "a canary would have come back");
    world.check_books();
}

#[tokio::test]
async fn an_unsettled_mail_that_is_no_news_any_more_ends_with_its_reason() {
    let mut world = World::new();
    world.ses.will([Answer::Lose]);
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(1)).await;
    world.hear([say::paid("pi_1", "727", second(0))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert!(matches!(mail(&world, "received").entry.state, State::GivenUp { .. }));
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn an_event_that_comes_late_settles_what_waits() {
    let mut world = World::new();
    world.ses.events(false);
    world.ses.will([Answer::AcceptSilently]);
    accepted(&mut world).await;
    world.pass(minutes(30)).await;
    let sent = world.ses.sent().remove(0);
    let tags = serde_json::json!({"intent": [sent.intent.as_str()], "shop": ["demo"]});
    world.feedback.send(crate::world::ses_event("Send", "ses-1", "ana@example.com", &tags), crate::world::now());
    world.pass(minutes(90)).await;
    assert_eq!((world.mails(), world.ses.tries()), (vec!["confirmed", "receipt"], 2));
    world.check_books();
}

#[tokio::test]
async fn a_mail_whose_event_was_lost_is_sent_once_more_and_never_again() {
    let mut world = World::new();
    world.ses.events(false);
    world.ses.will([Answer::AcceptSilently]);
    accepted(&mut world).await;
    world.ses.events(true);
    world.pass(hours(24)).await;
    // Nobody can know better: the feedback path works, and says nothing of the first one.
    assert_eq!((world.mails(), world.ses.tries()), (vec!["confirmed", "receipt", "confirmed"], 3));
}

#[tokio::test]
async fn a_canary_that_ses_did_not_take_proves_no_silence_and_is_tried_again() {
    let mut world = World::new();
    world.ses.will([Answer::Lose]);
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(4)).await;
    assert_eq!(world.ses.tries(), 1);
    // SES takes nothing for long after: no canary either.
    world.ses.always(Some(Answer::Lose));
    world.pass(minutes(60)).await;
    assert!(
        matches!(mail(&world, "received").entry.state, State::Claimed { .. }),
        "nobody could know that events are silent"
    );
    world.ses.always(None);
    world.pass(minutes(20)).await;
    assert_eq!(world.mails(), ["received"]);
    world.pass(minutes(60)).await;
    world.check_books();
}
