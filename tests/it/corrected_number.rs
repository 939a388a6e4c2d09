//! A warehouse corrects a tracking number: the customer hears it once, and the old number's news are nobody's.

use jiff::SignedDuration;

use crate::world::{Answer, World, minutes, say, second};

const OLD: &str = "9400111206206406260787";
const NEW: &str = "9400111206206406260794";

async fn shipped() -> World {
    let mut world = World::new();
    world
        .hear([
            say::checkout(727, "processing", second(-50), say::paid_at(second(-50))),
            say::shipped("727", OLD, second(-30)),
        ])
        .await;
    world.pass(minutes(1)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped"]);
    world
}

#[tokio::test]
async fn a_corrected_number_is_told_once() {
    let mut world = shipped().await;
    for _ in 0..3 {
        world.hear([say::shipped("727", NEW, second(40))]).await;
        world.pass(minutes(5)).await;
    }
    world.pass(minutes(60)).await;
    assert_eq!(world.mails()[3..], ["number_changed"]);
    assert!(world.ses.sent()[3].text.contains(NEW), "{}", world.ses.sent()[3].text);
    world.check_books();
}

#[tokio::test]
async fn scans_of_the_new_number_count_and_those_of_the_old_one_do_not() {
    let mut world = shipped().await;
    world.hear([say::scanned(NEW, "out_for_delivery", second(50))]).await;
    world.hear([say::shipped("727", NEW, second(40))]).await;
    world.pass(minutes(5)).await;
    world.hear([say::scanned(OLD, "delivered", second(100))]).await;
    world.pass(minutes(60)).await;
    let mut mails = world.mails().split_off(3);
    mails.sort_unstable();
    assert_eq!(mails, ["number_changed", "out_for_delivery"]);
    world.check_books();
}

#[tokio::test]
async fn a_number_corrected_before_its_mail_went_out_is_the_one_that_it_tells() {
    let mut world = World::new();
    world
        .hear([
            say::checkout(727, "processing", second(-50), say::paid_at(second(-50))),
            say::shipped("727", OLD, second(-30)),
            say::shipped("727", NEW, second(-20)),
        ])
        .await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped"]);
    assert!(world.ses.sent()[2].text.contains(NEW));
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn a_number_corrected_while_its_mail_is_being_sent_is_told_soon() {
    let mut world = World::new();
    world.hear([say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))]).await;
    // The sender has read the order with the old number, and is slow.
    world.ses.will([crate::world::Answer::AcceptSilently]);
    world.hear([say::shipped("727", OLD, second(-30))]).await;
    world.hear([say::shipped("727", NEW, second(-20))]).await;
    world.pass(minutes(40)).await;
    assert_eq!(world.mails()[2..], ["shipped", "number_changed"]);
    world.pass(minutes(60)).await;
    world.check_books();
}

#[tokio::test]
async fn what_somebody_began_to_tell_of_the_old_number_ends_with_a_reason() {
    let mut world = shipped().await;
    world.ses.will([Answer::NotNow(SignedDuration::from_secs(600))]);
    world.hear([say::scanned(OLD, "out_for_delivery", second(50))]).await;
    world.pass(minutes(3)).await;
    world.hear([say::shipped("727", NEW, second(240))]).await;
    world.pass(minutes(120)).await;
    assert_eq!(world.mails()[3..], ["number_changed"]);
    world.check_books();
    world.check_reasons();
    let owed = |mail: &testing::memory::Mail| matches!(mail.entry.state, domain::ledger::State::Owed { .. });
    assert!(!world.tables.data().mails.values().any(owed), "{:?}", world.tables.data().mails);
}
