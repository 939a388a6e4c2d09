//! Webhooks get lost for ever: the shop is asked, and every customer hears all the same, once.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use webhooks::source::Ask;

use crate::world::{Api, Webhook, World, hours, minutes, say, second};

/// A shop's own books: every order as it is, newest last.
type Books = Arc<Mutex<BTreeMap<u64, Value>>>;

/// The shop's REST API: orders changed within a time, some at a time.
fn shop(books: &Books) -> Api {
    shop_that_lists(books, usize::MAX)
}

/// The same of a server that lists no more than so many at a time, whatever it is asked for.
fn shop_that_lists(books: &Books, most: usize) -> Api {
    let books = Arc::clone(books);
    Api::new(move |ask: &Ask| {
        let books = books.lock().expect("no test panicked with it");
        let (path, query) = ask.url.split_once('?').unwrap_or((&ask.url, ""));
        assert!(path.starts_with("https://shop.example.com/wp-json/wc/v3/orders"), "{path}");
        let query: BTreeMap<String, String> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let (after, before) = (&query["modified_after"], &query["modified_before"]);
        let within = |order: &&Value| {
            let at = order["date_modified_gmt"].as_str().unwrap_or_default();
            at > after.as_str() && at < before.as_str()
        };
        let changed: Vec<&Value> = books.values().filter(within).collect();
        let number = |name: &str| query[name].parse::<usize>().expect("a number");
        let shown: Vec<&&Value> = changed.iter().skip(number("offset")).take(number("per_page").min(most)).collect();
        (200, vec![("x-wp-total", changed.len().to_string())], json!(shown).to_string())
    })
}

/// A shop that only WooCommerce speaks of.
fn world() -> World {
    let world = World::new();
    for family in ["payments", "carriers"] {
        world.params.remove(&format!("connections/{family}/demo"));
    }
    world.params.change("connections/storefronts/demo", |connection| {
        let woocommerce = connection["providers"]["woocommerce"].take();
        connection["providers"] = json!({ "woocommerce": woocommerce });
    });
    world
}

/// What happens to an order, as its shop says it.
fn story(id: u64) -> Vec<Webhook> {
    let at = |seconds: i64| second(i64::try_from(id).unwrap_or_default() % 600 + seconds);
    let paid = at(120);
    let packed = |order: &mut Value| {
        order["date_paid_gmt"] = json!(paid.strftime("%Y-%m-%dT%H:%M:%S").to_string());
        order["meta_data"] = json!([{"key": "_wc_shipment_tracking_items", "value": [
            {"tracking_id": format!("t{id}"), "tracking_number": format!("1Z{id}"), "tracking_provider": "UPS"}
        ]}]);
    };
    vec![
        say::checkout(id, "pending", at(0), |_| {}),
        say::checkout(id, "processing", paid, say::paid_at(paid)),
        say::checkout(id, "completed", at(240), packed),
    ]
}

/// The mails of each order after all stories were told, one webhook in so many lost, and the shop was asked once.
async fn told(orders: u64, one_in: Option<u64>) -> BTreeMap<String, Vec<&'static str>> {
    let (mut world, books) = (world(), Books::default());
    let mut dice = fastrand::Rng::with_seed(7);
    for turn in 0..3 {
        for id in 1_000..1_000 + orders {
            let webhook = story(id).swap_remove(turn);
            books.lock().expect("no panic").insert(id, serde_json::from_slice(&webhook.body).expect("JSON"));
            if one_in.is_none_or(|one_in| dice.u64(0..one_in) > 0) {
                assert_eq!(world.post(&webhook).await, 200);
            }
        }
        world.pass(minutes(20)).await;
    }
    world.pass(minutes(30)).await;
    let api = shop(&books);
    world.reconcile(&api).await;
    world.pass(minutes(10)).await;
    let before = world.ses.sent().len();
    for _ in 0..3 {
        world.reconcile(&api).await;
        world.pass(hours(1)).await;
    }
    assert_eq!(world.ses.sent().len(), before, "asking again tells nobody anything");
    world.check_books();
    let mut told: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for sent in world.ses.sent() {
        told.entry(sent.intent.order().to_string()).or_default().push(sent.kind.name());
    }
    for mails in told.values_mut() {
        mails.sort_unstable();
    }
    told
}

#[tokio::test]
async fn whoever_loses_webhooks_for_ever_loses_no_mail() {
    let (lossless, lossy) = (told(150, None).await, told(150, Some(20)).await);
    assert_eq!(lossless.len(), 150);
    let must =
        |mails: &[&'static str]| mails.iter().copied().filter(|kind| *kind != "received").collect::<BTreeSet<_>>();
    for (order, mails) in &lossless {
        let heard = lossy.get(order).unwrap_or_else(|| panic!("{order} was told nothing"));
        assert_eq!(must(heard), must(mails), "{order}");
        assert_eq!(must(heard).len(), heard.iter().filter(|kind| **kind != "received").count(), "{order}: once each");
    }
}

#[tokio::test]
async fn a_shop_whose_webhooks_never_come_is_still_heard_and_its_losses_are_counted() {
    let (mut world, books) = (world(), Books::default());
    let id = 727;
    for webhook in story(id) {
        books.lock().expect("no panic").insert(id, serde_json::from_slice(&webhook.body).expect("JSON"));
    }
    world.pass(minutes(40)).await;
    world.reconcile(&shop(&books)).await;
    world.pass(minutes(5)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped"]);
    let progress = world.tables.data().progress["storefronts/demo/woocommerce"].1.clone();
    assert_eq!((progress.meter.heard, progress.meter.missed), (0, 1));
    assert!((1_800..2_400).contains(&progress.meter.worst), "{} s", progress.meter.worst);
}

#[tokio::test]
async fn what_was_found_is_counted_once_even_if_the_comparison_is_cut_short() {
    let (mut world, books) = (world(), Books::default());
    for id in 1_000..1_130 {
        let webhook = story(id).swap_remove(1);
        books.lock().expect("no panic").insert(id, serde_json::from_slice(&webhook.body).expect("JSON"));
    }
    world.pass(minutes(40)).await;
    // The first run has no time for more than some pages, and 26 pages are more than one window is asked for.
    let (api, asked) = (shop_that_lists(&books, 5), Cell::new(0));
    let late = || asked.replace(asked.get() + 1) > 5;
    world.reconcile_until(&api, late).await;
    let before = world.tables.data().progress["storefronts/demo/woocommerce"].1.clone();
    assert!((1..130).contains(&before.meter.missed), "{}", before.meter.missed);
    world.reconcile(&api).await;
    world.pass(minutes(5)).await;
    let told = world.ses.sent().into_iter().filter(|sent| sent.kind.name() == "confirmed");
    assert_eq!(told.map(|sent| sent.intent.order().to_string()).collect::<BTreeSet<_>>().len(), 130);
    let progress = world.tables.data().progress["storefronts/demo/woocommerce"].1.clone();
    assert_eq!(progress.meter.missed, 130);
}

#[tokio::test]
async fn a_source_that_does_not_answer_costs_the_others_nothing() {
    let mut world = World::new();
    for status in [500, 429, 401, 302] {
        let api = Api::new(move |_| (status, vec![("retry-after", "60".to_owned())], String::new()));
        world.reconcile(&api).await;
        assert_eq!(world.deliveries.sent(), 0);
        let progress = world.tables.data().progress.clone();
        for listing in ["storefronts/demo/woocommerce", "payments/demo/stripe", "carriers/demo/easypost"] {
            assert!(!progress.contains_key(listing), "{listing} goes on where it was");
        }
    }
}

#[tokio::test]
async fn one_change_that_cannot_be_fetched_keeps_none_back() {
    let mut world = World::new();
    for family in ["payments", "carriers"] {
        world.params.remove(&format!("connections/{family}/demo"));
    }
    world.params.change("connections/storefronts/demo", |connection| {
        let bigcommerce = connection["providers"]["bigcommerce"].take();
        connection["providers"] = json!({ "bigcommerce": bigcommerce });
    });
    let listed = json!([{"id": 249, "status_id": 11}, {"id": 250, "status_id": 11}]);
    let whole: Value =
        serde_json::from_str(include_str!("../../events/checkout-webhook/fetched/bigcommerce.order.json"))
            .expect("JSON");
    let api = Api::new(move |ask: &Ask| {
        let path = ask.url.split('?').next().unwrap_or_default();
        let body = match path.rsplit('/').next().unwrap_or_default() {
            "orders" => listed.clone(),
            "249" => return (400, Vec::new(), "{}".to_owned()),
            "250" => whole["order"].clone(),
            "refunds" => json!({"data": whole["refunds"]}),
            part => whole[part].clone(),
        };
        (200, Vec::new(), body.to_string())
    });
    world.reconcile(&api).await;
    world.pass(minutes(5)).await;
    assert!(world.mails().contains(&"confirmed"), "{:?}", world.mails());
    assert_eq!(world.fetches.sent(), 1, "the other one is left to the fetcher");
    assert_eq!(world.fetch(&api).await.len(), 1, "and waits in its dead letters");
    assert!(world.tables.data().progress["storefronts/demo/bigcommerce"].1.from > second(0) - hours(1));
}
