//! On the local stack: a shop's own API, asked by the real fetcher and the real comparison over HTTP.

use std::convert::Infallible;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use it::{Stack, now, sign};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// The demo order of a shop on WooCommerce, paid and changed a minute ago.
fn woocommerce(email: &str) -> Value {
    let mut order: Value = serde_json::from_str(include_str!("../stack/woocommerce.json")).expect("JSON");
    let at = |minutes: i64| time(now() - SignedDuration::from_mins(minutes));
    order["id"] = json!(990_001);
    order["number"] = json!("990001");
    order["status"] = json!("processing");
    order["needs_payment"] = json!(false);
    order["billing"]["email"] = json!(email);
    order["date_created_gmt"] = json!(at(3));
    order["date_modified_gmt"] = json!(at(1));
    order["date_paid_gmt"] = json!(at(2));
    order
}

fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The order of a shop on BigCommerce, with its parts as they were fetched.
fn bigcommerce(email: &str) -> Value {
    let mut whole: Value =
        serde_json::from_str(include_str!("../../events/checkout-webhook/fetched/bigcommerce.order.json"))
            .expect("JSON");
    let rfc2822 = |minutes: i64| {
        let at = now() - SignedDuration::from_mins(minutes);
        at.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string()
    };
    whole["order"]["billing_address"]["email"] = json!(email);
    whole["order"]["date_created"] = json!(rfc2822(3));
    whole["order"]["date_modified"] = json!(rfc2822(1));
    whole
}

/// Both shops' APIs at one address of this machine, for as long as the test runs.
async fn shops(woocommerce: Value, bigcommerce: Value) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else { return };
            let (one, other) = (woocommerce.clone(), bigcommerce.clone());
            let service = service_fn(move |request: Request<Incoming>| {
                let answer = answer(&request, &one, &other);
                async move { Ok::<_, Infallible>(answer) }
            });
            tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    address
}

fn answer(request: &Request<Incoming>, woocommerce: &Value, bigcommerce: &Value) -> Response<Full<Bytes>> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = request.uri().path();
    let part = path.rsplit('/').next().unwrap_or_default();
    let (allowed, body) = match part {
        "orders" if path.starts_with("/wp-json/") => {
            (header("authorization").starts_with("Basic "), json!([woocommerce]))
        }
        "refunds" => (header("x-auth-token") == "bc-test-token", json!({"data": bigcommerce["refunds"]})),
        "250" => (header("x-auth-token") == "bc-test-token", bigcommerce["order"].clone()),
        part => (header("x-auth-token") == "bc-test-token", bigcommerce[part].clone()),
    };
    let empty = body.as_array().is_some_and(Vec::is_empty);
    let status = if !allowed {
        401
    } else if empty {
        204
    } else {
        200
    };
    let text = if empty { String::new() } else { body.to_string() };
    let answer = Response::builder().status(status).header("x-wp-total", "1");
    answer.body(Full::new(Bytes::from(text))).expect("an answer")
}

#[tokio::test]
async fn what_a_webhook_only_names_and_what_none_brought_is_asked_for_and_told() {
    let stack = Stack::start().await;
    let (silent, thin) = ("silent@customer.example", "thin@customer.example");
    let api = shops(woocommerce(silent), bigcommerce(thin)).await;
    let connection = |provider: &str, settings: Value| json!({"shops": ["demo"], "providers": {provider: settings}});
    let woocommerce = json!({
        "secrets": ["woo-asked-secret"], "site": api, "consumer_key": "ck_test", "consumer_secret": "cs_test"
    });
    let secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    let bigcommerce = json!({"secrets": [secret], "store_hash": "abc123xyz", "api_token": "bc-test-token", "api": api});
    for (name, settings) in
        [("silent", connection("woocommerce", woocommerce)), ("thin", connection("bigcommerce", bigcommerce))]
    {
        stack.put_parameter(&format!("connections/storefronts/{name}"), &settings).await.expect("written");
    }

    // No webhook of the one shop ever comes: a run of the comparison finds its order.
    stack.invoke("Reconcile", &json!({})).await.expect("compared");
    assert!(!stack.wait_for_mails(silent, 2).await.is_empty());

    // The other's only says which order has changed.
    let body = json!({
        "scope": "store/order/statusUpdated", "store_id": "1025646", "data": {"type": "order", "id": 250},
        "hash": "7ee67cd1cf2ca60bc1aa9e5fe957d2de373be4ca", "created_at": now().as_second(), "producer": "stores/abc123xyz",
    });
    let body = body.to_string().into_bytes();
    let key = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, secret);
    let headers = sign::standard(&format!("whsec_{key}"), "msg_asked", now(), &body);
    let answer = stack.post("/webhooks/storefronts/bigcommerce/thin", headers, &body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let mails = stack.wait_for_mails(thin, 2).await;
    assert!(mails.iter().all(|mail| mail.to == thin));
    let refused: Vec<_> =
        stack.calls().into_iter().filter(|call| call.status == 403 && !call.function.contains("test")).collect();
    assert!(refused.iter().all(|call| !["Fetcher", "Reconcile"].contains(&call.function.as_str())), "{refused:?}");
}
