//! Order numbers are shown and referred to, and are never keys: one order's number may be another one's id.

use serde_json::Value;

use crate::world::{Webhook, World, minutes, say, second};

/// Order 4711, which people call DE-2026-0042.
fn plugin(status: &str, at: i64) -> Webhook {
    numbered(4711, "DE-2026-0042", status, at, "28.70")
}

fn numbered(id: u64, number: &str, status: &str, at: i64, total: &str) -> Webhook {
    say::checkout(id, status, second(at), |order: &mut Value| {
        order["number"] = number.into();
        order["total"] = total.into();
    })
}

fn paid(id: &str, order: &str, minor: i64) -> Webhook {
    let mut object = say::intent(id, order, "succeeded", minor);
    object["amount"] = minor.into();
    say::stripe("payment_intent.succeeded", &object, second(-40))
}

#[tokio::test]
async fn a_payment_that_names_the_number_finds_its_order_before_and_after_it() {
    for payment_first in [true, false] {
        let mut world = World::new();
        let mut story = vec![say::paid("pi_1", "DE-2026-0042", second(-40)), plugin("pending", -50)];
        if !payment_first {
            story.reverse();
        }
        for webhook in story {
            world.hear([webhook]).await;
        }
        world.pass(minutes(60)).await;
        assert_eq!(world.mails(), ["confirmed", "receipt"]);
        assert!(world.ses.sent()[0].subject.contains("DE-2026-0042"), "{}", world.ses.sent()[0].subject);
        world.check_books();
    }
}

const ALL: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

#[tokio::test]
async fn a_payment_that_can_mean_two_orders_goes_to_the_one_that_it_pays() {
    // 727 is the id of one order and the number of another.
    for together in [true, false] {
        // Apart, whoever pays before the meant order is known is taken for the one that is.
        let stories: &[[usize; 3]] = if together { &ALL } else { &[[0, 1, 2], [1, 0, 2], [1, 2, 0], [2, 1, 0]] };
        for &story in stories {
            let mut world = World::new();
            let webhooks = [
                numbered(727, "DE-1", "pending", -50, "10.00"),
                numbered(900, "727", "pending", -50, "28.70"),
                paid("pi_1", "727", 2_870),
            ];
            let webhooks = story.map(|index: usize| webhooks[index].clone());
            if together {
                world.hear(webhooks).await;
            } else {
                for webhook in webhooks {
                    world.hear([webhook]).await;
                    world.pass(minutes(1)).await;
                }
            }
            world.pass(minutes(60)).await;
            let headlines = (world.headline("727"), world.headline("900"));
            assert_eq!(headlines, ("awaiting-payment", "confirmed"), "in order {story:?}, together: {together}");
            world.check_books();
        }
    }
}

#[tokio::test]
async fn a_payment_that_pays_neither_is_not_guessed_whatever_comes_after() {
    let mut world = World::new();
    // Each has the other one's id for its number, and the payment is a part of either.
    world.hear([numbered(727, "900", "pending", -50, "28.70"), numbered(900, "727", "pending", -50, "28.70")]).await;
    world.hear([paid("pi_1", "727", 1_000)]).await;
    for at in [-30, -20, -10] {
        world.hear([numbered(727, "900", "on-hold", at, "28.70")]).await;
        world.hear([numbered(900, "727", "on-hold", at, "28.70")]).await;
    }
    world.pass(minutes(60)).await;
    let data = world.tables.data();
    let paid: usize = data.orders().iter().map(|id| data.stored(id).expect("an order").order.payments.len()).sum();
    assert!(paid <= 1, "one payment counts for {paid} orders");
}
