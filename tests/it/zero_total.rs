//! What costs nothing needs no payment.

use crate::world::{World, minutes, say, second};

#[tokio::test]
async fn an_order_of_zero_is_confirmed_without_a_payment_or_a_receipt() {
    let mut world = World::new();
    world
        .hear([say::checkout(727, "processing", second(-50), |order| {
            order["total"] = "0.00".into();
            order["payment_method"] = "".into();
        })])
        .await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed"]);
    world.check_books();
    world.check_reasons();
}
