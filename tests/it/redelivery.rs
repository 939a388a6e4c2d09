//! Whatever comes twice has happened once.

use crate::world::{World, minutes, say, second};

#[tokio::test]
async fn every_webhook_ten_times_sends_each_mail_once() {
    let mut world = World::new();
    for _ in 0..10 {
        // The same bytes, signed anew.
        let story = [
            say::checkout(727, "pending", second(-50), |_| {}),
            say::paid("pi_1", "727", second(-40)),
            say::shipped("727", "9400111206206406260787", second(-30)),
            say::scanned("9400111206206406260787", "delivered", second(-20)),
        ];
        world.hear(story).await;
        world.pass(minutes(1)).await;
    }
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "delivered"]);
    world.check_books();
}

#[tokio::test]
async fn a_redelivered_payment_sends_one_receipt() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    for _ in 0..3 {
        world.hear([say::paid("pi_1", "727", second(-40))]).await;
    }
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.check_books();
}

#[tokio::test]
async fn a_hint_that_comes_twice_or_late_says_nothing_new() {
    let mut world = World::new();
    for webhook in [say::checkout(727, "pending", second(-50), |_| {}), say::paid("pi_1", "727", second(-40))] {
        assert_eq!(world.post(&webhook).await, 200);
    }
    world.drain().await;
    let order = domain::ids::OrderId::new("demo", "727");
    let look = queue::messages::Look {
        v: 1,
        order,
        cause: "again".to_owned(),
        intents: Vec::new(),
        address: None,
        since: None,
    };
    let look = serde_json::to_string(&look).expect("a look");
    for _ in 0..3 {
        world.mail.send(look.clone(), crate::world::now());
        world.mail.send(look.clone(), crate::world::now());
        world.drain().await;
        world.pass(minutes(10)).await;
    }
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.check_books();
}

#[tokio::test]
async fn a_lost_hint_is_found_by_the_clock() {
    let mut world = World::new();
    for webhook in [say::checkout(727, "pending", second(-50), |_| {}), say::paid("pi_1", "727", second(-40))] {
        assert_eq!(world.post(&webhook).await, 200);
    }
    world.faults.break_down("SendMessageBatch hints");
    world.drain().await;
    world.faults.mend();
    world.deliveries.lose_all();
    assert_eq!((world.mails(), world.mail.waiting()), (vec![], vec![]));
    world.pass(minutes(20)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.pass(minutes(60)).await;
    world.check_books();
}
