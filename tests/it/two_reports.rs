//! Stripe and WooCommerce report one payment, one refund: the customer hears it once.

use serde_json::{Value, json};

use crate::world::{Webhook, World, minutes, say, second};

fn refunded_by_stripe(minor: i64, at: i64) -> Webhook {
    let object = json!({
        "id": "ch_pi_1", "object": "charge", "amount": 2_870, "amount_captured": 2_870, "amount_refunded": minor,
        "captured": true, "currency": "eur", "livemode": true, "metadata": {"order_id": "727"}, "paid": true,
        "payment_intent": "pi_1", "status": "succeeded",
    });
    say::stripe("charge.refunded", &object, second(at))
}

fn refunded_by_shop(amounts: &[&str], at: i64) -> Webhook {
    say::checkout(727, "processing", second(at), |order: &mut Value| {
        say::paid_at(second(-40))(order);
        let refund = |(id, total): (usize, &&str)| json!({"id": id, "reason": "", "total": total});
        order["refunds"] = amounts.iter().enumerate().map(refund).collect();
    })
}

async fn paid() -> World {
    let mut world = World::new();
    world
        .hear([
            say::checkout(727, "pending", second(-50), |_| {}),
            say::paid("pi_1", "727", second(-40)),
            refunded_by_shop(&[], -39),
        ])
        .await;
    world.pass(minutes(5)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"], "one payment, told by two");
    world
}

#[tokio::test]
async fn one_refund_reported_by_both_is_told_once_whoever_is_first() {
    for shop_first in [true, false] {
        let mut world = paid().await;
        let mut reports = vec![refunded_by_shop(&["-5.00"], 300), refunded_by_stripe(500, 301)];
        if !shop_first {
            reports.reverse();
        }
        for report in reports {
            world.hear([report]).await;
            world.pass(minutes(5)).await;
        }
        world.pass(minutes(60)).await;
        assert_eq!(world.mails()[2..], ["refund"], "shop first: {shop_first}");
        world.check_books();
    }
}

#[tokio::test]
async fn a_second_refund_is_told_with_the_new_total() {
    let mut world = paid().await;
    world.hear([refunded_by_shop(&["-5.00"], 300), refunded_by_stripe(500, 301)]).await;
    world.pass(minutes(5)).await;
    world.hear([refunded_by_stripe(650, 600)]).await;
    world.pass(minutes(5)).await;
    world.hear([refunded_by_shop(&["-5.00", "-1.50"], 601)]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails()[2..], ["refund", "refund"]);
    world.check_books();
}

#[tokio::test]
async fn an_order_with_too_little_money_is_held_and_not_confirmed() {
    let mut world = World::new();
    let part = say::intent("pi_1", "727", "succeeded", 1_000);
    world
        .hear([
            say::checkout(727, "pending", second(-50), |_| {}),
            say::stripe("payment_intent.succeeded", &part, second(-40)),
        ])
        .await;
    world.pass(minutes(60)).await;
    assert!(!world.mails().contains(&"confirmed"), "{:?}", world.mails());
    world.check_books();
}
