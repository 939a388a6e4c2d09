//! One payment account and one carrier account serve two shops: everything finds its own shop's order.

use serde_json::{Value, json};

use crate::world::{Webhook, World, minutes, say, second};

const NUMBER: &str = "9400111206206406260787";

fn two_shops() -> World {
    let world = World::new();
    let shop = world.params.read("shops/demo");
    world.params.put("shops/second", &shop);
    let storefront = world.params.read("connections/storefronts/demo");
    world.params.put("connections/storefronts/second", &json!({"providers": storefront["providers"]}));
    for family in ["payments", "carriers"] {
        world.params.change(&format!("connections/{family}/demo"), |connection| {
            connection["shops"] = json!(["demo", "second"]);
        });
    }
    world
}

fn order(total: &'static str) -> Webhook {
    say::checkout(727, "pending", second(-50), |order: &mut Value| order["total"] = total.into())
}

#[tokio::test]
async fn a_payment_goes_to_the_shop_whose_order_it_pays_though_both_have_one_of_that_id() {
    for together in [true, false] {
        let mut world = two_shops();
        let story = [order("10.00"), order("28.70").through("second"), say::paid("pi_1", "727", second(-40))];
        if together {
            world.hear(story).await;
        } else {
            for webhook in story {
                world.hear([webhook]).await;
            }
        }
        world.pass(minutes(60)).await;
        let mut mails = world.mails();
        mails.sort_unstable();
        assert_eq!(mails, ["confirmed", "receipt", "received"], "together: {together}");
        assert_eq!(world.headline("727"), "awaiting-payment");
        world.check_books();
    }
}

#[tokio::test]
async fn a_payment_that_can_be_of_either_shop_is_of_neither() {
    let mut world = two_shops();
    world.hear([order("28.70"), order("28.70").through("second"), say::paid("pi_1", "727", second(-40))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received", "received"]);
    world.check_books();
}

#[tokio::test]
async fn a_scan_is_told_by_the_shop_that_shipped_the_parcel() {
    let mut world = two_shops();
    let paid = |order: &mut Value| say::paid_at(second(-50))(order);
    world.hear([say::scanned(NUMBER, "out_for_delivery", second(-5))]).await;
    world.hear([say::checkout(727, "processing", second(-50), paid)]).await;
    world.hear([say::checkout(728, "processing", second(-50), paid).through("second")]).await;
    world.hear([say::shipped("728", NUMBER, second(-30)).through("second")]).await;
    world.pass(minutes(60)).await;
    let mut mails = world.mails();
    mails.sort_unstable();
    assert_eq!(mails, ["confirmed", "confirmed", "out_for_delivery", "receipt", "receipt", "shipped"]);
    assert_eq!(world.headline("727"), "confirmed");
    world.check_books();
}
