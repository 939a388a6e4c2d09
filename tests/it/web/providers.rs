//! Conversations with providers' APIs over real connections: what their documentation says of lists, empty answers, formats,
//! signatures and tokens.

use std::collections::BTreeSet;
use std::sync::Mutex;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use testing::recorded::{known, signed_at};
use testing::talk::window;
use web::Client;
use web::talk::{Pages, Trouble, fetch};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Found, Open, Source, Talk};

use super::server::{Answer, Asked, Server, json as found};

/// A provider's documented settings, at this address.
fn settings(provider: &str, changes: &Value) -> Settings {
    let mut own = known(provider).settings;
    let changes = changes.as_object().expect("an object").clone();
    own.as_object_mut().expect("an object").extend(changes);
    serde_json::from_value(own).expect("settings")
}

async fn listed(source: &dyn Source, settings: &Settings) -> Result<Vec<Found>, Trouble> {
    let (client, talk) = (Client::default(), Talk { settings, now: signed_at(), nonce: "run-1" });
    let window = window("2026-09-21T13:00:00Z", "2026-09-21T14:00:00Z");
    let mut pages = Pages::begin(&client, source, window, talk).expect("it has a list")?;
    let mut all = Vec::new();
    while let Some(page) = pages.next().await? {
        all.extend(page);
        assert!(pages.asked() < 30, "no end of asking");
    }
    Ok(all)
}

async fn fetched(source: &dyn Source, settings: &Settings, hint: Hint) -> Result<Vec<Value>, Trouble> {
    let talk = Talk { settings, now: signed_at(), nonce: "run-1" };
    let bodies = fetch(&Client::default(), source, &hint, &talk).await?;
    Ok(bodies.iter().map(|body| serde_json::from_slice(body).expect("JSON")).collect())
}

fn source(family: &str, name: &str) -> &'static dyn Source {
    interpret::source(family, name).expect("a source")
}

fn order(id: u64) -> Found {
    Found::Hint(Hint::new("order", &[&id.to_string()]).expect("a hint"))
}

/// RFC 5849, as Magento checks it: its own reading of it, not ours. What is wrong with a question, if something is.
fn unsigned(asked: &Asked, used: &Mutex<BTreeSet<String>>) -> Option<&'static str> {
    let header = asked.header("authorization").strip_prefix("OAuth ")?;
    let decode = |text: &str| {
        let text = form_urlencoded::parse(format!("x={}", text.replace('+', "%2B")).as_bytes()).into_owned().next();
        text.expect("a field").1
    };
    let fields: Vec<(String, String)> = header
        .split(',')
        .filter_map(|field| field.trim().split_once('='))
        .map(|(name, value)| (name.to_owned(), decode(value.trim_matches('"'))))
        .collect();
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    if field("oauth_consumer_key") != "ck_test" || field("oauth_token") != "at_test" {
        return Some("of nobody");
    }
    if !used.lock().expect("no panic").insert(field("oauth_nonce").to_owned()) || field("oauth_nonce").is_empty() {
        return Some("a nonce twice");
    }
    if field("oauth_timestamp") != signed_at().as_second().to_string() {
        return Some("at another time");
    }
    let encode = |text: &str| -> String {
        let bytes = text.bytes().map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        bytes.collect()
    };
    let signed = fields.iter().filter(|(name, _)| name != "oauth_signature");
    let mut all: Vec<String> =
        asked.query.iter().chain(signed).map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    all.sort();
    let base = [asked.method.as_str(), &asked.url, &all.join("&")].map(encode).join("&");
    let mut mac = Hmac::<Sha256>::new_from_slice(b"cs_test&ts_test").expect("any key");
    mac.update(base.as_bytes());
    let due = BASE64_STANDARD.encode(mac.finalize().into_bytes());
    (field("oauth_signature") != due).then_some("by nobody")
}

/// A Magento shop with so many orders: JSON only if it is asked for, the last page again behind the last, every question
/// signed.
fn magento(orders: u64) -> impl Fn(&Asked) -> Answer + Send + Sync + 'static {
    let used = Mutex::new(BTreeSet::new());
    move |asked| {
        if asked.header("accept") != "application/json" {
            return (200, Vec::new(), "<?xml version=\"1.0\"?><response/>".to_owned());
        }
        if let Some(why) = unsigned(asked, &used) {
            return (401, Vec::new(), json!({ "message": why }).to_string());
        }
        let after = (0..9).find_map(|group| {
            let of = |part: &str| asked.field(&format!("searchCriteria[filter_groups][{group}][filters][0][{part}]"));
            (of("field") == "entity_id" && of("condition_type") == "gt").then(|| of("value").parse::<u64>())
        });
        let after = after.expect("walked by id").expect("a number");
        let size: usize = asked.field("searchCriteria[pageSize]").parse().expect("a size");
        let page: usize = asked.field("searchCriteria[currentPage]").parse().expect("a page");
        let all: Vec<u64> = if asked.path == "/rest/V1/orders" { (after + 1..=orders).collect() } else { Vec::new() };
        let pages: Vec<&[u64]> = all.chunks(size).collect();
        let shown = pages.get(page - 1).or(pages.last()).copied().unwrap_or_default();
        let items: Vec<Value> = shown.iter().map(|id| json!({ "entity_id": id })).collect();
        found(&json!({"items": items, "total_count": all.len()}))
    }
}

#[tokio::test]
async fn a_shop_that_checks_signatures_lists_every_order_once() {
    for orders in [0, 1, 99, 100, 101, 250, 300] {
        let server = Server::answering(magento(orders)).await;
        let settings = settings("magento", &json!({"api": server.address}));
        let all = listed(source("storefronts", "magento"), &settings).await.expect("a list");
        assert_eq!(all, (1..=orders).map(order).collect::<Vec<_>>(), "{orders}");
    }
}

#[tokio::test]
async fn a_shop_that_does_not_know_our_secret_says_so() {
    let server = Server::answering(magento(1)).await;
    for wrong in ["consumer_secret", "access_token_secret", "consumer_key", "access_token"] {
        let settings = settings("magento", &json!({"api": server.address, (wrong): "another"}));
        let trouble = listed(source("storefronts", "magento"), &settings).await.expect_err("no list");
        assert!(matches!(&trouble, Trouble::Refused(why) if why.contains("credentials")), "{wrong}: {trouble}");
    }
}

/// A BigCommerce store with an order of so many products: 50 a page whatever one asks for, the last page again behind the
/// last, 204 for what is empty, XML unless one asks for JSON.
fn bigcommerce(products: u64) -> impl Fn(&Asked) -> Answer + Send + Sync + 'static {
    move |asked| {
        if asked.header("x-auth-token") != "bc-test-token" {
            return (401, Vec::new(), String::new());
        }
        if asked.header("accept") != "application/json" {
            return (200, Vec::new(), "<?xml version=\"1.0\"?><orders/>".to_owned());
        }
        let path = asked.path.strip_prefix("/stores/abc123xyz/").expect("of the store");
        let list = |all: Vec<Value>| {
            let page: usize = asked.field("page").parse().unwrap_or(1);
            let pages: Vec<&[Value]> = all.chunks(50).collect();
            let shown = pages.get(page - 1).or(pages.last()).copied();
            shown.map_or_else(|| (204, Vec::new(), String::new()), |shown| found(&json!(shown)))
        };
        match path {
            "v2/orders/250" => found(&json!({"id": 250, "status_id": 11})),
            "v2/orders/250/products" => list((1..=products).map(|id| json!({ "id": id })).collect()),
            "v2/orders" => {
                let least: u64 = asked.field("min_id").parse().expect("a number");
                list((least.max(1)..=products).map(|id| json!({"id": id, "status_id": 11})).collect())
            }
            "v3/orders/250/payment_actions/refunds" => found(&json!({"data": [], "meta": {}})),
            _ => (204, Vec::new(), String::new()),
        }
    }
}

#[tokio::test]
async fn an_order_is_fetched_whole_whatever_pages_its_parts_have() {
    for products in [0, 1, 49, 50, 51, 100, 120] {
        let server = Server::answering(bigcommerce(products)).await;
        let settings = settings("bigcommerce", &json!({"api": server.address}));
        let hint = Hint::new("order", &["250"]).expect("a hint");
        let bodies = fetched(source("storefronts", "bigcommerce"), &settings, hint).await.expect("an order");
        let ids: Vec<u64> = bodies[0]["products"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|product| product["id"].as_u64())
            .collect();
        assert_eq!(ids, (1..=products).collect::<Vec<_>>(), "{products}");
        assert_eq!(bodies[0]["shipments"], json!([]), "204 is an empty list");
    }
}

#[tokio::test]
async fn what_changed_in_a_store_is_listed_to_its_end() {
    for orders in [0, 1, 50, 51, 149, 150] {
        let server = Server::answering(bigcommerce(orders)).await;
        let settings = settings("bigcommerce", &json!({"api": server.address}));
        let all = listed(source("storefronts", "bigcommerce"), &settings).await.expect("a list");
        let known: BTreeSet<String> = all.iter().map(|one| format!("{one:?}")).collect();
        let due: BTreeSet<String> = (1..=orders).map(|id| format!("{:?}", order(id))).collect();
        assert_eq!(known, due, "{orders}");
    }
}

#[tokio::test]
async fn a_token_is_exchanged_for_credentials_before_anything_is_asked() {
    let event: Value =
        serde_json::from_slice(&testing::recorded::one("payment-webhook", "paypal.CHECKOUT.ORDER.APPROVED").body)
            .expect("JSON");
    let id = event["id"].as_str().expect("an id").to_owned();
    let (path, kept) = (format!("/v1/notifications/webhooks-events/{id}"), event.clone());
    let server = Server::answering(move |asked| match asked.path.as_str() {
        "/v1/oauth2/token" => {
            let login = format!("Basic {}", BASE64_STANDARD.encode("me:secret-of-mine"));
            let form = asked.header("content-type") == "application/x-www-form-urlencoded";
            let well = asked.method == "POST" && form && asked.body == "grant_type=client_credentials";
            assert!(well, "{asked:?}");
            if asked.header("authorization") != login {
                return (401, Vec::new(), String::new());
            }
            found(&json!({"access_token": "A21AA-token", "token_type": "Bearer", "expires_in": 31_668}))
        }
        _ if asked.header("authorization") != "Bearer A21AA-token" => (401, Vec::new(), String::new()),
        asked if asked == path => found(&kept),
        _ => (404, Vec::new(), String::new()),
    })
    .await;
    let at =
        |secret: &str| settings("paypal", &json!({"api": server.address, "client_id": "me", "client_secret": secret}));
    let hint = || Hint::new("event", &[&id]).expect("a hint");
    let bodies = fetched(source("payments", "paypal"), &at("secret-of-mine"), hint()).await.expect("an event");
    assert_eq!(bodies, [event]);
    assert_eq!(server.asked().len(), 2);
    let trouble = fetched(source("payments", "paypal"), &at("another"), hint()).await.expect_err("no event");
    assert!(matches!(trouble, Trouble::Refused(_)), "{trouble}");
    let gone = Hint::new("event", &["WH-gone"]).expect("a hint");
    assert_eq!(fetched(source("payments", "paypal"), &at("secret-of-mine"), gone).await, Ok(Vec::new()));
}

#[tokio::test]
async fn one_parcel_is_asked_for_and_says_what_its_webhook_would_have_said() {
    let body = |name: &str| -> Value {
        serde_json::from_slice(&testing::recorded::one("tracking-webhook", name).body).expect("JSON")
    };
    let (track, shipment) = (body("shippo.track.fetched"), body("dhl.shipment.fetched"));
    let (parcel, shipments) = (track["data"].clone(), json!({ "shipments": shipment["shipments"] }));
    let server = Server::answering(move |asked| {
        let allowed = |header: &str, key: &str| asked.header(header) == key;
        match asked.path.as_str() {
            "/tracks/usps/9205590164917312751089" if allowed("authorization", "ShippoToken shippo_test_key") => {
                found(&parcel)
            }
            "/track/shipments" if allowed("dhl-api-key", "dhl-tracking-test-key") => {
                if asked.field("trackingNumber") == "3318810025" {
                    found(&shipments)
                } else {
                    (404, Vec::new(), "{}".into())
                }
            }
            _ => (401, Vec::new(), String::new()),
        }
    })
    .await;
    let ask = async |name: &str, carrier: &str, number: &str, changes: Value| {
        let mut changes = changes;
        changes["api"] = json!(server.address);
        let (source, settings) = (source("carriers", name), settings(name, &changes));
        let open = Open::Parcel { carrier: Some(carrier), number, known: true };
        fetched(source, &settings, source.asks_for(&open, &settings).expect("it is asked for")).await
    };
    assert_eq!(ask("shippo", "usps", "9205590164917312751089", json!({})).await, Ok(vec![track]));
    assert_eq!(ask("dhl", "DHL", "3318810025", json!({})).await, Ok(vec![shipment]));
    assert_eq!(ask("dhl", "DHL", "3318810026", json!({})).await, Ok(Vec::new()));
    for (name, key) in [("shippo", "api_key"), ("dhl", "tracking_key")] {
        let refused = ask(name, "usps", "3318810025", json!({ (key): "another" })).await;
        assert!(matches!(refused, Err(Trouble::Refused(_))), "{name}: {refused:?}");
    }
}

/// What each carrier with an app answers to a question for a parcel, once it has granted a token.
async fn tracked(carrier: &str, token: Answer, answer: Answer) -> Result<Vec<Value>, Trouble> {
    let server = Server::answering(move |asked| {
        let login = asked.path.ends_with("/token");
        if login { token.clone() } else { answer.clone() }
    })
    .await;
    let (source, settings) = (source("carriers", carrier), settings(carrier, &json!({"api": server.address})));
    let number = if carrier == "ups" { "1Z5R89390357567127" } else { "9400111206206406260787" };
    let open = Open::Parcel { carrier: None, number, known: true };
    fetched(source, &settings, source.asks_for(&open, &settings).expect("it is asked for")).await
}

#[tokio::test]
async fn a_number_that_a_carrier_does_not_know_yet_is_no_failure() {
    let refusal = |body: Value| (400, Vec::new(), body.to_string());
    let postal = |code: &str| json!({"error": {"code": "400", "errors": [{"status": "400", "code": code}]}});
    let from_fedex = |code: &str| json!({"transactionId": "t", "errors": [{"code": code, "message": "…"}]});
    let errors = |code: &str| json!({"response": {"errors": [{"code": code, "message": "…"}]}});
    for (carrier, unknown, other) in [
        ("usps", postal("150002"), postal("150001")),
        ("fedex", from_fedex("TRACKING.TRACKINGNUMBER.NOTFOUND"), from_fedex("BAD.REQUEST.ERROR")),
        ("ups", errors("TW0001"), errors("10003")),
    ] {
        let token = || found(&json!({"access_token": "t", "expires_in": 3600}));
        assert_eq!(tracked(carrier, token(), refusal(unknown.clone())).await, Ok(Vec::new()), "{carrier}");
        for (token, answer) in [(token(), refusal(other)), (token(), refusal(json!([]))), (refusal(unknown), token())] {
            let answer = tracked(carrier, token, answer).await;
            // Who does not grant a token knows nothing of a number, whatever he says.
            assert!(matches!(answer, Err(Trouble::Hopeless(_))), "{carrier}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn an_app_that_is_not_known_is_refused_and_not_asked_for_each_parcel() {
    for error in ["invalid_client", "unauthorized_client", "invalid_grant"] {
        let refused = (400, Vec::new(), json!({"error": error}).to_string());
        let answer = tracked("usps", refused, found(&json!({}))).await;
        assert!(matches!(&answer, Err(Trouble::Refused(why)) if why.contains("credentials")), "{answer:?}");
    }
}
