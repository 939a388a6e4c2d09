//! Processes meet at one order, whatever the one does between any two calls of the other: every fact counts once, and
//! every mail goes out once.

use testing::memory::Fault;

use crate::world::{Answer, Webhook, World, hours, minutes, say, second};

const NUMBER: &str = "9400111206206406260787";
const OLD: &str = "9400111206206406260794";
const PAUSES: [Fault; 2] = [Fault::PauseBefore, Fault::PauseAfter];

fn story() -> [Webhook; 4] {
    [
        say::checkout(727, "pending", second(-50), |_| {}),
        say::paid("pi_1", "727", second(-40)),
        say::shipped("727", NUMBER, second(-30)),
        say::scanned(NUMBER, "out_for_delivery", second(-20)),
    ]
}

async fn post(world: &World, webhooks: &[&Webhook]) {
    for webhook in webhooks {
        assert_eq!(world.post(webhook).await, 200);
    }
}

#[tokio::test]
async fn any_two_deliveries_of_one_order_that_are_taken_in_at_once_both_count() {
    let pairs = (0..4).flat_map(|one| (0..4).map(move |two| (one, two)));
    for (one, two) in pairs {
        for pause in PAUSES {
            for index in 0.. {
                let mut world = World::new().with_shop(|shop| shop["settle"]["received"] = 1_800.into());
                let story = story();
                let before = one.min(two);
                post(&world, &story[..before].iter().collect::<Vec<_>>()).await;
                world.drain().await;
                post(&world, &[&story[one], &story[two]]).await;
                let met = world.race_order_events(index, pause).await;
                world.drain().await;
                let rest = (before..4).filter(|index| ![one, two].contains(index));
                post(&world, &rest.map(|index| &story[index]).collect::<Vec<_>>()).await;
                world.pass(minutes(60)).await;
                let mut mails = world.mails();
                mails.sort_unstable();
                let expected = ["confirmed", "out_for_delivery", "receipt", "shipped"];
                assert_eq!(mails, expected, "{one} while {two}, {pause:?} {index}");
                world.check_books();
                if !met {
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn two_senders_at_one_order_send_each_mail_once() {
    for answers in [&[Answer::Accept][..], &[Answer::AcceptSilently, Answer::Lose], &[Answer::NotNow(minutes(1))]] {
        for pause in PAUSES {
            for index in 0.. {
                let mut world = World::new();
                world.ses.will(answers.iter().cloned());
                let checkout = say::checkout(727, "processing", second(-50), say::paid_at(second(-50)));
                post(&world, &[&checkout]).await;
                world.take_deliveries().await;
                let (at, hint) = world.mail.waiting().remove(0);
                world.mail.send(hint, at);
                let met = world.race_senders(index, pause).await;
                world.pass(minutes(90)).await;
                let mut mails = world.mails();
                mails.sort_unstable();
                assert_eq!(mails, ["confirmed", "receipt"], "{answers:?} {pause:?} {index}");
                world.check_books();
                if !met {
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn news_that_come_while_a_mail_is_sent_are_told_too() {
    for pause in PAUSES {
        for index in 0.. {
            let mut world = World::new();
            let checkout = say::checkout(727, "processing", second(-50), say::paid_at(second(-50)));
            world.hear([checkout]).await;
            post(&world, &[&say::shipped("727", OLD, second(-30))]).await;
            world.take_deliveries().await;
            post(&world, &[&say::shipped("727", NUMBER, second(-20))]).await;
            let met = world.race_sender_and_news(index, pause).await;
            world.pass(hours(2)).await;
            let last = world.ses.sent().pop().expect("a mail");
            assert!(last.text.contains(NUMBER), "the newest number is told, {pause:?} {index}: {:?}", world.mails());
            assert!((3..=4).contains(&world.mails().len()), "{:?}", world.mails());
            world.check_books();
            if !met {
                break;
            }
        }
    }
}

#[tokio::test]
async fn an_order_that_is_cancelled_while_it_is_confirmed_is_told_so() {
    for pause in PAUSES {
        for index in 0.. {
            let mut world = World::new();
            post(&world, &[&say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))]).await;
            world.take_deliveries().await;
            post(&world, &[&say::checkout(727, "cancelled", second(-20), say::paid_at(second(-50)))]).await;
            let met = world.race_sender_and_news(index, pause).await;
            world.pass(hours(2)).await;
            let mails = world.mails();
            assert_eq!(mails.iter().filter(|mail| **mail == "cancelled").count(), 1, "{pause:?} {index}: {mails:?}");
            world.check_books();
            if !met {
                break;
            }
        }
    }
}
