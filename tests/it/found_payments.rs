//! Cards at Braintree, of which no webhook tells: they are found, and nobody is said to have lost anything.

use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use serde_json::json;
use webhooks::source::Ask;

use crate::world::{Api, World, hours, minutes, now, say};

/// What happened to the one transaction, and when.
type History = Arc<Mutex<Vec<(Timestamp, &'static str)>>>;

/// A shop that asks nobody but Braintree.
fn world() -> World {
    let world = World::new();
    world.params.remove("connections/carriers/demo");
    world.params.change("connections/storefronts/demo", |connection| {
        let secrets = json!({ "secrets": connection["providers"]["woocommerce"]["secrets"] });
        connection["providers"] = json!({ "woocommerce": secrets });
    });
    world.params.change("connections/payments/demo", |connection| {
        let braintree = connection["providers"]["braintree"].take();
        connection["providers"] = json!({ "braintree": braintree });
    });
    world
}

/// The gateway: it finds the transaction by each time of it that is in the time that is searched.
fn gateway(history: &History) -> Api {
    let history = Arc::clone(history);
    Api::new(move |ask: &Ask| {
        let history = history.lock().expect("no panic").clone();
        let body = String::from_utf8(ask.body.reveal().clone()).expect("text");
        let between = |from: &str, to: &str| body.split_once(from)?.1.split_once(to).map(|(inner, _)| inner.to_owned());
        let bound = |name: &str| -> Option<Timestamp> {
            between(&format!("<{name} type=\"datetime\">"), &format!("</{name}>"))?.parse().ok()
        };
        let answer = if let (Some(from), Some(to)) = (bound("min"), bound("max")) {
            let within = |(at, status): &&(Timestamp, &str)| {
                let named = format!("<{}-at>", status.replace('_', "-"));
                body.contains(&named) && from <= *at && *at < to + minutes(1)
            };
            let id = if history.iter().any(|event| within(&event)) { "<item>4wdkfr</item>" } else { "" };
            format!(
                "<search-results><page-size type=\"integer\">50</page-size><ids type=\"array\">{id}</ids></search-results>"
            )
        } else {
            let event = |(at, status): &(Timestamp, &str)| {
                format!(
                    "<status-event><timestamp type=\"datetime\">{at}</timestamp><status>{status}</status></status-event>"
                )
            };
            let (made, status) = (history[0].0, history[history.len() - 1].1);
            let events = history.iter().map(event).collect::<Vec<_>>().concat();
            format!(
                "<credit-card-transactions type=\"collection\"><transaction><id>4wdkfr</id><status>{status}</status><type>sale</type><amount>28.70</amount><currency-iso-code>EUR</currency-iso-code><order-id>727</order-id><created-at type=\"datetime\">{made}</created-at><payment-instrument-type>credit_card</payment-instrument-type><credit-card><card-type>Visa</card-type><last-4>1111</last-4></credit-card><status-history type=\"array\">{events}</status-history></transaction></credit-card-transactions>"
            )
        };
        (200, Vec::new(), answer)
    })
}

#[tokio::test]
async fn a_card_of_which_no_webhook_tells_is_receipted_once_and_was_lost_by_nobody() {
    let (mut world, history) = (world(), History::default());
    world.hear([say::checkout(727, "pending", now(), |_| {})]).await;
    let happens = |status: &'static str| {
        let at = Timestamp::from_second(now().as_second()).expect("in range");
        history.lock().expect("no panic").push((at, status));
    };
    for status in ["authorized", "submitted_for_settlement", "settled"] {
        happens(status);
        for _ in 0..3 {
            world.pass(hours(1)).await;
            world.reconcile(&gateway(&history)).await;
            world.pass(minutes(5)).await;
        }
        let receipts = world.mails().into_iter().filter(|kind| *kind == "receipt").count();
        assert_eq!(receipts, usize::from(status != "authorized"), "{status}");
    }
    world.check_books();
    let meter = world.tables.data().progress["payments/demo/braintree"].1.meter;
    assert_eq!(meter.missed, 0, "{meter:?}");
    assert!(meter.heard > 0, "{meter:?}");
}
