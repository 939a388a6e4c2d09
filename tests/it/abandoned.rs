//! Who left a basket and agreed to e-mails is reminded of it once. Nobody else is, and no order is ever taken for a basket.

use domain::ids::OrderId;
use domain::kept::BASKETS;
use domain::ledger::Suppression;
use domain::ports::Keeping;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::world::{Api, Webhook, World, hours, minutes, now, say, set_now};

const ANA: &str = "ana@example.com";

/// A shop that reminds of a basket after four hours.
fn reminding() -> World {
    World::new().with_shop(|shop| shop["abandoned_after_hours"] = json!(4))
}

/// The basket of this token, as it is at a time.
fn basket_at(token: &str, at: Timestamp, change: impl FnOnce(&mut Value)) -> Webhook {
    say::shopify("shopify.checkouts.create", "checkouts/update", at, |checkout| {
        checkout["token"] = json!(token);
        checkout["created_at"] = json!(at.to_string());
        change(checkout);
    })
}

fn basket(token: &str) -> Webhook {
    basket_at(token, now(), |_| {})
}

/// The same, once it was ordered.
fn completed(token: &str, at: Timestamp) -> Webhook {
    basket_at(token, at, |checkout| checkout["completed_at"] = json!(at.to_string()))
}

/// The order that it became.
fn ordered(token: &str, at: Timestamp) -> Webhook {
    say::shopify("shopify.orders.create", "orders/create", at, |order| {
        order["checkout_token"] = json!(token);
        for time in ["created_at", "processed_at"] {
            order[time] = json!(at.to_string());
        }
    })
}

fn id(token: &str) -> OrderId {
    OrderId::new("demo", &format!("checkout/{token}"))
}

#[tokio::test]
async fn a_basket_is_told_of_once_four_hours_after_the_last_word_on_it() {
    let mut world = reminding();
    world.hear([basket("b1")]).await;
    world.pass(hours(2)).await;
    world.hear([basket("b1"), basket("b1")]).await;
    world.pass(hours(4) - minutes(1)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
    world.pass(minutes(2)).await;
    assert_eq!(world.mails(), ["abandoned"]);
    let sent = world.ses.sent().remove(0);
    assert_eq!(sent.to, ANA);
    assert!(sent.text.contains("https://tidings-demo.myshopify.com/690933842/checkouts/"), "{}", sent.text);
    assert!(!sent.text.contains("/orders/") && sent.text.contains("/unsubscribe/"), "{}", sent.text);
    // Who comes back and leaves again is not reminded again.
    world.hear([basket("b1")]).await;
    world.pass(hours(24 * 5)).await;
    assert_eq!(world.mails(), ["abandoned"]);
    assert_eq!(world.tables.data().next_wake(), None, "and then it sleeps");
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn what_became_an_order_is_not_told_of_whoever_says_so_and_whenever_that_comes() {
    for said in [completed as fn(&str, Timestamp) -> Webhook, ordered] {
        // In time, before the basket itself, and after a word that does not know of it yet.
        let mut world = reminding();
        let at = now();
        world.hear([basket("b1"), said("b1", at + minutes(5))]).await;
        world.hear([said("b2", at + minutes(5)), basket("b2")]).await;
        world.hear([said("b3", at + minutes(5)), basket_at("b3", at + minutes(6), |_| {})]).await;
        world.hear([basket("b4")]).await;
        world.pass(hours(4) - minutes(2)).await;
        world.hear([said("b4", at + minutes(5))]).await;
        world.pass(hours(24 * 3)).await;
        assert!(!world.mails().contains(&"abandoned"), "{:?}", world.mails());
        world.check_books();
    }
}

#[tokio::test]
async fn an_order_is_never_taken_for_a_basket_nor_a_basket_for_an_order() {
    let mut world = reminding();
    let order = |id: u64| say::checkout(id, "pending", now(), |_| {});
    world.hear([basket("b1"), order(727), order(728), say::paid("pi_1", "728", now())]).await;
    // Whatever names the basket's number or token finds no order.
    world.hear([say::paid("pi_2", "981820079255243537", now()), say::paid("pi_3", "b1", now())]).await;
    world.hear([say::shipped("b1", "9400111206206200000727", now())]).await;
    world.pass(minutes(30)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "received"], "nothing of the basket yet");
    assert_eq!(world.headline("checkout/b1"), "basket");
    world.pass(hours(24 * 2)).await;
    let of_basket: Vec<_> = world.ses.sent().into_iter().filter(|sent| sent.intent.order() == id("b1")).collect();
    assert_eq!(of_basket.iter().map(|sent| sent.kind.name()).collect::<Vec<_>>(), ["abandoned"]);
    let reminders = world.mails().into_iter().filter(|kind| *kind == "abandoned").count();
    assert_eq!(reminders, 1, "{:?}", world.mails());
    world.check_books();
}

#[tokio::test]
async fn without_consent_nobody_is_reminded() {
    let mut world = reminding();
    let without = |checkout: &mut Value| {
        checkout["buyer_accepts_marketing"] = json!(false);
        checkout["customer"]["email_marketing_consent"] = json!({"state": "not_subscribed"});
    };
    let withdrawn = |checkout: &mut Value| {
        checkout["customer"]["email_marketing_consent"] = json!({"state": "unsubscribed"});
    };
    world.hear([basket_at("b1", now(), without), basket("b2")]).await;
    world.pass(minutes(5)).await;
    world.hear([basket_at("b2", now(), withdrawn)]).await;
    world.pass(hours(24 * 3)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
    world.check_books();
}

#[tokio::test]
async fn a_shop_that_does_not_ask_for_it_reminds_nobody_and_keeps_no_basket() {
    let mut world = World::new();
    world.hear([basket("b1"), completed("b2", now())]).await;
    world.pass(hours(24 * 3)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
    let kept = |world: &World| {
        let data = world.tables.data();
        (data.orders().len(), data.raw.len())
    };
    assert_eq!(kept(&world), (0, 0), "people who ordered nothing are nobody's to keep");
    world.hear([ordered("b1", now())]).await;
    assert_eq!(kept(&world), (1, 1), "the order alone");
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.pass(minutes(5)).await;
    world.check_books();
}

#[tokio::test]
async fn baskets_are_kept_for_a_short_time_and_what_became_an_order_without_its_person() {
    let mut world = reminding();
    let heard = now();
    world.hear([basket("b1")]).await;
    let (expires, keeping) = {
        let data = world.tables.data();
        let handles = data.handles(&id("b1")).expect("it is kept").clone();
        assert_eq!((handles.placed_at, handles.total), (None, None), "nobody placed it");
        let keeping: Vec<Keeping> = data.raw.values().map(|(_, keeping)| keeping.clone()).collect();
        (handles.expires, keeping)
    };
    assert_eq!((expires, keeping), (Some(heard + BASKETS), vec![Keeping::Basket]));
    world.hear([ordered("b1", now() + minutes(1))]).await;
    let data = world.tables.data();
    let stored = data.stored(&id("b1")).expect("it is kept");
    let text = serde_json::to_string(&*stored.order).expect("JSON");
    assert!(!text.contains(ANA) && !text.contains("Tee"), "{text}");
    let order = data.handles(&OrderId::new("demo", "5820982911946")).expect("the order");
    assert_eq!(order.expires, None, "orders are kept");
}

#[tokio::test]
async fn who_stops_it_is_not_reminded_again_and_still_hears_of_orders() {
    let mut world = reminding().with_shop(|shop| shop["ask_every_days"] = json!(0));
    world.hear([basket("b1")]).await;
    world.pass(hours(5)).await;
    assert_eq!(world.mails(), ["abandoned"]);
    let token = world.link("unsubscribe", ANA).expect("a way to stop it");
    let page = world.visit(&format!("unsubscribe/{token}"), None).await;
    assert!(page.body().contains("about baskets") && page.body().contains("<form"), "{}", page.body());
    for private in ["Tee", "ana@", "recover"] {
        assert!(!page.body().contains(private), "{}", page.body());
    }
    set_now(now() + SignedDuration::from_millis(1));
    let done = world.visit(&format!("unsubscribe/{token}"), Some(&[("List-Unsubscribe", "One-Click")])).await;
    assert_eq!(done.status(), 200);
    world.drain().await;
    let suppressed: Vec<Suppression> = world.tables.data().suppressed.values().copied().collect();
    assert_eq!(suppressed, [Suppression::OptedOut]);
    world.pass(hours(14)).await;
    world.hear([basket("b2"), say::checkout(727, "processing", now(), say::paid_at(now()))]).await;
    world.pass(hours(24 * 2)).await;
    let after: Vec<_> = world.mails().into_iter().filter(|kind| ["abandoned", "confirmed"].contains(kind)).collect();
    assert_eq!(after, ["abandoned", "confirmed"]);
    world.check_books();
}

#[tokio::test]
async fn a_reminder_is_one_of_the_mails_that_a_customer_gets_seldom() {
    let mut world = reminding();
    world.hear([basket("b1"), basket("b2")]).await;
    let bob = |checkout: &mut Value| {
        checkout["email"] = json!("bob@example.com");
        checkout["customer"]["email"] = json!("bob@example.com");
    };
    world.hear([basket_at("b3", now(), bob)]).await;
    world.pass(hours(24)).await;
    let mut to: Vec<String> = world.ses.sent().into_iter().map(|sent| sent.to).collect();
    to.sort();
    assert_eq!(to, [ANA, "bob@example.com"], "one each, however many baskets");
    world.pass(hours(24 * 31)).await;
    world.hear([basket("b4")]).await;
    world.pass(hours(24)).await;
    assert_eq!(world.mails().len(), 3);
    world.check_books();
}

#[tokio::test]
async fn a_basket_has_no_page() {
    let mut world = reminding();
    world.hear([basket("b1")]).await;
    world.pass(hours(5)).await;
    let keys: config::links::Links = serde_json::from_value(world.params.read("keys/links")).expect("keys");
    let token = keys.token(&id("b1"), now() + hours(24));
    let answer = world.page(&token).await;
    assert_eq!(answer.status(), 404);
    assert_eq!(answer.body(), world.page("nonsense").await.body());
}

#[tokio::test]
async fn a_lost_hint_is_no_lost_reminder() {
    let mut world = reminding();
    world.hear([basket("b1")]).await;
    world.mail.lose_all();
    world.pass(hours(4) + minutes(1)).await;
    world.mail.lose_all();
    world.pass(hours(2)).await;
    assert_eq!(world.mails(), ["abandoned"]);
    world.check_books();
}

#[tokio::test]
async fn what_a_shop_does_not_keep_of_baskets_is_not_missed_when_its_orders_are_compared() {
    let mut world = World::new();
    for family in ["payments", "carriers"] {
        world.params.remove(&format!("connections/{family}/demo"));
    }
    world.params.change("connections/storefronts/demo", |connection| {
        let shopify = connection["providers"]["shopify"].take();
        connection["providers"] = json!({ "shopify": shopify });
    });
    let order = ordered("b1", now());
    world.hear([order.clone()]).await;
    world.pass(hours(2)).await;
    let body = format!(r#"{{"orders":[{}]}}"#, String::from_utf8(order.body).expect("JSON"));
    let api = Api::new(move |_| (200, Vec::new(), body.clone()));
    let before = world.faults.names().len();
    world.reconcile(&api).await;
    let calls = world.faults.names().split_off(before);
    assert!(calls.contains(&"BatchGetItem orders"), "it was compared: {calls:?}");
    assert!(!calls.contains(&"SendMessage delivery"), "and nothing is new: {calls:?}");
}
