//! A shop that is connected with thousands of old orders: old news is not news.

use crate::world::{World, hours, minutes, say, second};

#[tokio::test]
async fn three_thousand_old_orders_cause_no_hint_and_no_mail() {
    let mut world = World::new().with_shop(|shop| shop["live_since"] = second(-5).to_string().into());
    for order in 1..=3_000 {
        let at = second(-40 * 24 * 3_600 + i64::try_from(order).expect("small"));
        let webhook = say::checkout(order, "completed", at, |order| {
            say::paid_at(at)(order);
            order["date_created_gmt"] = order["date_modified_gmt"].clone();
        });
        assert_eq!(world.post(&webhook).await, 200);
    }
    world.drain().await;
    assert_eq!(world.tables.data().orders().len(), 3_000);
    assert!(!world.faults.names().contains(&"SendMessageBatch hints"), "no hint");
    assert_eq!(world.tables.data().next_wake(), None, "and nobody is woken");
    world.pass(hours(2)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
}

#[tokio::test]
async fn an_old_order_with_news_gets_the_news_only() {
    let mut world = World::new().with_shop(|shop| shop["live_since"] = second(-60).to_string().into());
    let old = second(-3 * 24 * 3_600);
    let placed = |order: &mut serde_json::Value| order["date_created_gmt"] = order["date_modified_gmt"].clone();
    world
        .hear([say::checkout(727, "processing", old, |order| {
            say::paid_at(old)(order);
            placed(order);
        })])
        .await;
    world.hear([say::shipped("727", "9400111206206406260787", second(-10))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["shipped"]);
    world.check_books();
}

#[tokio::test]
async fn a_kind_that_was_switched_on_today_tells_nothing_of_yesterday() {
    let mut world = World::new().with_shop(|shop| {
        shop["kinds"] = serde_json::json!({
            "confirmed": {"on_since": second(-10).to_string()}, "shipped": {"on": false},
        });
    });
    world
        .hear([
            say::checkout(727, "processing", second(-50), say::paid_at(second(-50))),
            say::shipped("727", "9400111206206406260787", second(-5)),
        ])
        .await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["receipt"]);
    world.check_books();
    world.check_reasons();
}
