//! What is said in a test mode is never mailed, unless the shop is a test shop.

use serde_json::json;

use crate::world::{Webhook, World, minutes, say, second};

fn test_payment() -> Webhook {
    let mut object = say::intent("pi_test", "727", "succeeded", 2_870);
    object["livemode"] = json!(false);
    say::stripe("payment_intent.succeeded", &object, second(-40))
}

#[tokio::test]
async fn a_test_payment_pays_nothing_in_a_real_shop() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-50), |_| {}), test_payment()]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received"]);
    assert_eq!(world.headline("727"), "awaiting-payment");
    world.check_books();
}

#[tokio::test]
async fn a_test_payment_pays_in_a_test_shop() {
    let mut world = World::new().with_shop(|shop| shop["test_shop"] = json!(true));
    world.hear([say::checkout(727, "pending", second(-50), |_| {}), test_payment()]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.check_books();
}

#[tokio::test]
async fn a_test_order_is_kept_and_never_mailed() {
    let mut world = World::new();
    let data = json!({
        "id": "T1", "updated_at": second(-50).to_string(), "currency": "EUR", "total": "10.00", "status": "processing",
        "paid_at": second(-50).to_string(), "test": true, "customer": {"email": "ana@example.com"},
    });
    world.hear([say::standard("storefronts", "order", &data)]).await;
    world.pass(minutes(60)).await;
    assert_eq!((world.mails(), world.headline("T1")), (vec![], "confirmed"));
    world.check_books();
}
