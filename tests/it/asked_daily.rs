//! Carriers without a list of what changed: each open parcel is asked for once a day, so no lost webhook is lost for ever.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use webhooks::source::Ask;

use crate::world::{Api, Webhook, World, hours, minutes, now, say};

/// What DHL knows of each number: its status code.
type Known = Arc<Mutex<BTreeMap<String, &'static str>>>;
/// How often each number was asked for.
type Asked = Arc<Mutex<BTreeMap<String, usize>>>;

/// DHL's API. A number that it does not know is 404, and of one that starts with `BAD` it does not understand the question.
#[derive(Clone, Default)]
struct Dhl {
    known: Known,
    asked: Asked,
}

impl Dhl {
    fn api(&self) -> Api {
        let (known, asked) = (Arc::clone(&self.known), Arc::clone(&self.asked));
        Api::new(move |ask: &Ask| {
            let number = ask.url.strip_prefix("https://api-eu.dhl.com/track/shipments?trackingNumber=");
            let number = number.unwrap_or_else(|| panic!("{}", ask.url));
            *asked.lock().expect("no panic").entry(number.to_owned()).or_default() += 1;
            if number.starts_with("BAD") {
                return (400, Vec::new(), "{}".to_owned());
            }
            let Some(code) = known.lock().expect("no panic").get(number).copied() else {
                return (404, Vec::new(), json!({"title": "No result found", "status": 404}).to_string());
            };
            // It became so at a whole hour, and is so still.
            let at = (now() - hours(2)).as_second() / 3600 * 3600;
            let at = Timestamp::from_second(at).expect("in range").to_string();
            let seen = json!({"timestamp": at, "statusCode": code, "status": code, "description": code,
                "location": {"address": {"addressLocality": "Berlin", "countryCode": "DE"}}});
            let shipment = json!({"id": number, "service": "parcel-de", "status": seen, "events": [seen]});
            (200, Vec::new(), json!({"shipments": [shipment]}).to_string())
        })
    }

    fn knows(&self, number: &str, code: &'static str) {
        self.known.lock().expect("no panic").insert(number.to_owned(), code);
    }

    fn asked(&self, number: &str) -> usize {
        self.asked.lock().expect("no panic").get(number).copied().unwrap_or(0)
    }

    fn questions(&self) -> usize {
        self.asked.lock().expect("no panic").values().sum()
    }
}

/// A shop that asks nobody but carriers.
fn world() -> World {
    let world = World::new();
    world.params.remove("connections/payments/demo");
    world.params.change("connections/storefronts/demo", |connection| {
        let secrets = |name: &str| json!({ "secrets": connection["providers"][name]["secrets"] });
        connection["providers"] = json!({"woocommerce": secrets("woocommerce"), "standard": secrets("standard")});
    });
    only(&world, &["dhl", "standard"]);
    world.params.change("connections/carriers/demo", |connection| connection["providers"]["dhl"]["pace"] = json!(0));
    world
}

/// Of carriers only these speak.
fn only(world: &World, providers: &[&str]) {
    world.params.change("connections/carriers/demo", |connection| {
        let all = connection["providers"].as_object_mut().expect("providers");
        all.retain(|name, _| providers.contains(&name.as_str()));
    });
}

/// The warehouse gives a parcel to a carrier.
fn parcel(order: u64, id: &str, number: &str, carrier: &str, change: impl FnOnce(&mut Value)) -> Webhook {
    let mut data = json!({
        "id": id, "order": order.to_string(), "updated_at": now().to_string(), "state": "shipped",
        "carrier": carrier, "number": number,
    });
    change(&mut data);
    say::standard("storefronts", "fulfilment", &data)
}

fn number(order: u64) -> String {
    format!("0034043429213{order:07}")
}

/// So many orders, each of one parcel with DHL.
async fn sent(world: &mut World, orders: impl IntoIterator<Item = u64>) {
    for order in orders {
        let at = now();
        let checkout = say::checkout(order, "processing", at, say::paid_at(at));
        world.hear([checkout, parcel(order, "F", &number(order), "DHL", |_| {})]).await;
    }
}

fn deliveries(world: &World) -> usize {
    world.deliveries.sent()
}

#[tokio::test]
async fn a_carrier_that_loses_every_webhook_is_still_complete_within_a_day() {
    let (mut world, dhl) = (world(), Dhl::default());
    sent(&mut world, 1_000..1_040).await;
    world.pass(hours(1)).await;
    world.reconcile(&dhl.api()).await;
    (1_000..1_040).for_each(|order| dhl.knows(&number(order), "delivered"));
    let before = dhl.questions();
    for _ in 0..25 {
        world.pass(hours(1)).await;
        world.reconcile(&dhl.api()).await;
    }
    world.pass(hours(1)).await;
    let told = world.mails().into_iter().filter(|kind| *kind == "delivered").count();
    assert_eq!(told, 40, "every customer hears, once");
    for order in 1_000..1_040 {
        assert_eq!(world.headline(&order.to_string()), "delivered");
    }
    assert_eq!(dhl.questions() - before, 40, "what has arrived is not asked for again");
    world.check_books();
    let meter = world.tables.data().progress["carriers/demo/dhl"].1.meter;
    assert!(meter.missed > 0 && (3_600..3 * 3_600).contains(&meter.worst), "{meter:?}");
}

#[tokio::test]
async fn each_parcel_is_asked_for_once_a_day_however_windows_are_cut() {
    let (mut world, dhl) = (world(), Dhl::default());
    sent(&mut world, 1_000..1_060).await;
    (1_000..1_060).for_each(|order| dhl.knows(&number(order), "transit"));
    world.pass(hours(1)).await;
    // Connected now: everything is asked for at once.
    world.reconcile(&dhl.api()).await;
    assert_eq!(dhl.questions(), 60);
    let (start, mut dice) = (now(), fastrand::Rng::with_seed(3));
    while now() < start + hours(48) {
        let next = now() + SignedDuration::from_millis(dice.i64(1..9_000_000));
        world.until(next.min(start + hours(48))).await;
        // Some runs have time for some questions only; what they leave is the next one's.
        let (left, most) = (Cell::new(0), dice.usize(1..30));
        let late = || left.replace(left.get() + 1) > most;
        world.reconcile_until(&dhl.api(), late).await;
    }
    world.reconcile(&dhl.api()).await;
    for order in 1_000..1_060 {
        assert_eq!(dhl.asked(&number(order)), 3, "{order}");
    }
    // After days without any run, all are asked for once more, not once for each day.
    world.until(start + hours(48 + 75)).await;
    world.reconcile(&dhl.api()).await;
    assert_eq!(dhl.questions(), 4 * 60);
}

#[tokio::test]
async fn a_provider_that_wants_its_rest_leaves_time_for_the_others() {
    let (mut world, dhl) = (world(), Dhl::default());
    world.params.change("connections/carriers/demo", |connection| {
        connection["providers"]["dhl"]["pace"] = json!(5);
    });
    sent(&mut world, 1_000..1_060).await;
    world.pass(hours(1)).await;
    for run in 1..=6 {
        world.reconcile(&dhl.api()).await;
        assert_eq!(dhl.questions(), (13 * run).min(60));
        world.pass(minutes(1)).await;
    }
    for order in 1_000..1_060 {
        assert_eq!(dhl.asked(&number(order)), 1, "{order}");
    }
}

#[tokio::test]
async fn what_has_ended_is_not_asked_for() {
    let (mut world, dhl) = (world(), Dhl::default());
    // Something is still to come of each order, so it is open.
    for (order, ended) in [(1, "delivered"), (2, "returned"), (3, "lost"), (4, "cancelled")] {
        let at = now();
        let checkout = say::checkout(order, "processing", at, say::paid_at(at));
        let some = |data: &mut Value| data["lines"] = json!([{"line": "315", "quantity": 1}]);
        world.hear([checkout, parcel(order, "F", &number(order), "DHL", some)]).await;
        let scan = json!({"at": at.to_string(), "state": ended, "text": ended, "place": "Berlin"});
        let data = json!({"number": number(order), "updated_at": at.to_string(), "carrier": "DHL", "state": ended,
            "scans": [scan], "whole": false});
        world.hear([say::standard("carriers", "tracking", &data)]).await;
    }
    let at = now();
    world.hear([say::checkout(5, "processing", at, say::paid_at(at))]).await;
    world.hear([parcel(5, "voided", "VOIDED1234", "DHL", |data| data["state"] = json!("cancelled"))]).await;
    world.hear([parcel(5, "unnamed", "", "DHL", |_| {})]).await;
    world.hear([parcel(5, "here", &number(5), "DHL", |_| {})]).await;
    world.pass(hours(1)).await;
    world.reconcile(&dhl.api()).await;
    let asked: Vec<String> = dhl.asked.lock().expect("no panic").keys().cloned().collect();
    assert_eq!(asked, [number(5)]);
    // Nobody knows it, and after a month nobody asks any more.
    world.pass(hours(24 * 31)).await;
    let before = dhl.questions();
    world.reconcile(&dhl.api()).await;
    assert_eq!(dhl.questions(), before);
}

#[tokio::test]
async fn another_shops_parcels_and_another_carriers_are_not_asked_for() {
    let (mut world, dhl) = (world(), Dhl::default());
    let shop = world.params.read("shops/demo");
    world.params.put("shops/other", &shop);
    let mut storefront = world.params.read("connections/storefronts/demo");
    storefront["shops"] = json!(["other"]);
    world.params.put("connections/storefronts/other", &storefront);
    sent(&mut world, [1_000]).await;
    let at = now();
    let other = say::checkout(1_001, "processing", at, say::paid_at(at)).through("other");
    world.hear([other, parcel(1_001, "F", &number(1_001), "DHL", |_| {}).through("other")]).await;
    world.hear([say::checkout(1_002, "processing", at, say::paid_at(at))]).await;
    world.hear([parcel(1_002, "F", "1Z999AA10123456784", "UPS", |_| {})]).await;
    world.hear([parcel(1_002, "G", "1234567890", "Bob's bikes", |_| {})]).await;
    world.pass(hours(1)).await;
    world.reconcile(&dhl.api()).await;
    assert_eq!((dhl.asked(&number(1_000)), dhl.questions()), (1, 1));
    // A connection that serves both asks for both.
    world.params.change("connections/carriers/demo", |connection| connection["shops"] = json!(["demo", "other"]));
    world.pass(hours(24)).await;
    world.reconcile(&dhl.api()).await;
    assert_eq!((dhl.asked(&number(1_000)), dhl.asked(&number(1_001)), dhl.questions()), (2, 1, 3));
}

#[tokio::test]
async fn asking_twice_tells_nothing_twice() {
    let (mut world, dhl) = (world(), Dhl::default());
    sent(&mut world, 1_000..1_005).await;
    (1_000..1_005).for_each(|order| dhl.knows(&number(order), "transit"));
    world.pass(hours(1)).await;
    let before = deliveries(&world);
    world.reconcile(&dhl.api()).await;
    assert_eq!(deliveries(&world) - before, 5);
    let progress = world.tables.data().progress.clone();
    world.reconcile(&dhl.api()).await;
    assert_eq!((deliveries(&world) - before, dhl.questions()), (5, 5));
    // Even one that forgot how far it was.
    world.tables.data().progress.remove("carriers/demo/dhl");
    world.reconcile(&dhl.api()).await;
    assert_eq!((deliveries(&world) - before, dhl.questions()), (5, 10));
    assert_eq!(world.tables.data().progress["carriers/demo/dhl"].1.from, progress["carriers/demo/dhl"].1.from);
}

#[tokio::test]
async fn a_parcel_that_cannot_be_asked_for_keeps_none_back() {
    let (mut world, dhl) = (world(), Dhl::default());
    sent(&mut world, 1_000..1_010).await;
    (1_000..1_010).for_each(|order| dhl.knows(&number(order), "transit"));
    let at = now();
    for order in 2_000..2_006 {
        world.hear([say::checkout(order, "processing", at, say::paid_at(at))]).await;
        world.hear([parcel(order, "F", &format!("BAD{order}"), "DHL", |_| {})]).await;
    }
    world.pass(hours(1)).await;
    world.reconcile(&dhl.api()).await;
    assert_eq!(dhl.questions(), 16);
    assert_eq!(world.fetches.sent(), 6, "they are left to the fetcher");
    for order in 1_000..1_010 {
        assert_eq!((dhl.asked(&number(order)), world.headline(&order.to_string())), (1, "shipped"));
    }
}

#[tokio::test]
async fn a_provider_that_is_ill_or_refuses_us_is_left_alone_and_nothing_is_skipped() {
    for status in [500, 429, 401, 403] {
        let (mut world, dhl) = (world(), Dhl::default());
        sent(&mut world, 1_000..1_010).await;
        (1_000..1_010).for_each(|order| dhl.knows(&number(order), "transit"));
        world.pass(hours(1)).await;
        let ill = Arc::new(Mutex::new(0));
        let counted = Arc::clone(&ill);
        let api = Api::new(move |_| {
            *counted.lock().expect("no panic") += 1;
            (status, Vec::new(), String::new())
        });
        for _ in 0..3 {
            world.reconcile(&api).await;
            world.pass(minutes(10)).await;
        }
        assert_eq!((*ill.lock().expect("no panic"), world.fetches.sent()), (9, 0), "{status}");
        world.reconcile(&dhl.api()).await;
        for order in 1_000..1_010 {
            assert_eq!(dhl.asked(&number(order)), 1, "{status} {order}");
        }
        // Ill for days: then each has its next turn with the others.
        let before = dhl.questions();
        for _ in 0..60 {
            world.pass(hours(1)).await;
            world.reconcile(&api).await;
        }
        world.reconcile(&dhl.api()).await;
        assert_eq!((dhl.questions() - before, world.fetches.sent()), (10, 0), "{status}");
    }
}

#[tokio::test]
async fn where_nobody_asks_nothing_is_read() {
    let (mut world, dhl) = (world(), Dhl::default());
    world.params.change("connections/carriers/demo", |connection| {
        let dhl = connection["providers"]["dhl"].as_object_mut().expect("settings");
        dhl.remove("tracking_key");
    });
    sent(&mut world, [1_000]).await;
    world.pass(hours(1)).await;
    let before = world.faults.names().len();
    world.reconcile(&dhl.api()).await;
    let mut reads = world.faults.names()[before..].to_vec();
    reads.retain(|name| !name.contains("Parameter") && !name.contains("progress") && !name.contains("heard"));
    assert_eq!((reads, dhl.questions()), (Vec::new(), 0));
    assert!(world.tables.data().progress.is_empty());
}

/// What Shippo sends of a parcel, or answers, if it has done so.
fn track(number: &str, status: &str, at: Timestamp) -> Value {
    let status = json!({"status": status, "status_details": status, "status_date": at.to_string(), "location": null,
        "substatus": null});
    json!({"carrier": "usps", "tracking_number": number, "eta": null, "test": false, "tracking_status": status,
        "tracking_history": [status]})
}

#[tokio::test]
async fn an_aggregator_is_asked_only_for_what_it_told_of_and_by_the_connection_that_heard_it() {
    let mut world = world();
    world.params.put(
        "connections/carriers/demo",
        &json!({"shops": ["demo"], "providers": {
        "shippo": {"secrets": ["token"], "api_key": "shippo_live_1"}}}),
    );
    world.params.put(
        "connections/carriers/second",
        &json!({"shops": ["demo"], "providers": {
        "shippo": {"secrets": ["token"], "api_key": "shippo_live_2"}}}),
    );
    let at = now();
    for (order, number) in [(1, "9400111202555842332669"), (2, "9400111202555842332670")] {
        world.hear([say::checkout(order, "processing", at, say::paid_at(at))]).await;
        world.hear([parcel(order, "F", number, "USPS", |_| {})]).await;
    }
    let sent = json!({"event": "track_updated", "test": false, "data": track("9400111202555842332669", "TRANSIT", at)});
    let webhook = Webhook::new("carriers", "shippo", Vec::new(), sent.to_string().into_bytes());
    assert_eq!(world.post_with_query(&webhook, "token=token").await, 200);
    world.pass(hours(3)).await;
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let (noted, arrived) = (Arc::clone(&asked), now() - hours(1));
    let api = Api::new(move |ask: &Ask| {
        let key = ask.headers.iter().find(|(name, _)| *name == "authorization").map(|(_, key)| key.reveal().clone());
        noted.lock().expect("no panic").push(format!("{} {}", key.unwrap_or_default(), ask.url));
        (200, Vec::new(), track("9400111202555842332669", "DELIVERED", arrived).to_string())
    });
    for _ in 0..25 {
        world.reconcile(&api).await;
        world.pass(hours(1)).await;
    }
    let only = "ShippoToken shippo_live_1 https://api.goshippo.com/tracks/usps/9400111202555842332669";
    assert_eq!(*asked.lock().expect("no panic"), [only]);
    assert_eq!((world.headline("1"), world.headline("2")), ("delivered", "shipped"));
}

#[tokio::test]
async fn money_that_is_taken_without_a_word_is_found_within_a_day() {
    let mut world = world();
    world.params.remove("connections/carriers/demo");
    world.params.put(
        "connections/payments/demo",
        &json!({"shops": ["demo"], "providers": {
        "klarna": {"secrets": ["x"], "username": "a", "password": "b"}}}),
    );
    let (taken, asked) = (Arc::new(Mutex::new(false)), Arc::new(Mutex::new(0)));
    let (later, counted, at) = (Arc::clone(&taken), Arc::clone(&asked), now());
    let api = Api::new(move |ask: &Ask| {
        assert_eq!(ask.url, "https://api.klarna.com/ordermanagement/v1/orders/f3392f8b");
        *counted.lock().expect("no panic") += 1;
        let taken = *later.lock().expect("no panic");
        let captures = if taken { json!([{"captured_at": (at + hours(5)).to_string()}]) } else { json!([]) };
        let order = json!({
            "order_id": "f3392f8b", "status": if taken { "CAPTURED" } else { "AUTHORIZED" }, "order_amount": 2870,
            "captured_amount": if taken { 2870 } else { 0 }, "refunded_amount": 0, "purchase_currency": "EUR",
            "merchant_reference1": "727", "created_at": at.to_string(), "captures": captures, "refunds": [],
        });
        (200, Vec::new(), order.to_string())
    });
    world.hear([say::checkout(727, "on-hold", at, |_| {})]).await;
    let push = Webhook::new("payments", "klarna", Vec::new(), Vec::new());
    assert_eq!(world.post_with_query(&push, "klarna_order_id=f3392f8b").await, 200);
    assert!(world.fetch(&api).await.is_empty());
    world.pass(hours(6)).await;
    world.reconcile(&api).await;
    assert!(!world.mails().contains(&"receipt"));
    *taken.lock().expect("no panic") = true;
    let before = *asked.lock().expect("no panic");
    for _ in 0..48 {
        world.pass(hours(1)).await;
        world.reconcile(&api).await;
    }
    assert_eq!(world.mails().into_iter().filter(|kind| *kind == "receipt").count(), 1, "{:?}", world.mails());
    assert_eq!(*asked.lock().expect("no panic") - before, 1, "what is paid is not asked for again");
}
