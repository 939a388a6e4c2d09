//! The local stack itself: IAM is enforced, calls are metered, and any of them can be broken.

use domain::shop::Shop;
use it::story::Order;
use it::{Call, Effect, Fault, Stack, now, shop};
use serde_json::{Value, json};

use crate::web::server::{Server, json as found};

/// How the proxy calls the root user, who is no function.
const ROOT: &str = "key test";

/// A queue that no function reads.
async fn queue(stack: &Stack, name: &str) -> Value {
    let answer = stack.aws().json("AmazonSQS.CreateQueue", &json!({"QueueName": name})).await;
    answer.expect("a queue can be made")["QueueUrl"].take()
}

async fn received(stack: &Stack, queue: &Value) -> Option<String> {
    let answer = stack.aws().json("AmazonSQS.ReceiveMessage", &json!({"QueueUrl": queue})).await;
    answer.expect("a queue can be read")["Messages"][0]["Body"].as_str().map(str::to_owned)
}

#[tokio::test]
async fn an_unsigned_call_is_refused() {
    let stack = Stack::start().await;
    let answer = reqwest::get(format!("{}/?Action=ListQueues", stack.aws().endpoint())).await.expect("it answers");
    assert_eq!(answer.status(), 403);
}

#[tokio::test]
async fn a_function_may_do_only_what_its_role_names() {
    let stack = Stack::start().await;
    // Whatever it answers: it has run, and so has a session.
    let _ = stack.get("/orders/none").await;
    let page = stack.aws_as("OrderPage").await.expect("the function exists");
    let orders = stack.resources().id("OrdersTable");
    let key = json!({"pk": {"S": "no-such-order"}});
    let read = page.json("DynamoDB_20120810.GetItem", &json!({"TableName": orders, "Key": key})).await;
    assert!(read.is_ok(), "{read:?}");
    let written = page.json("DynamoDB_20120810.PutItem", &json!({"TableName": orders, "Item": key})).await;
    assert!(written.is_err_and(|error| error.to_string().contains("AccessDenied")));
}

#[tokio::test]
async fn a_call_that_is_dropped_after_it_was_done_was_done() {
    let stack = Stack::start().await;
    let queue = queue(stack, "dropped-after").await;
    stack.fault(Fault::after(ROOT, "sqs:SendMessage", Effect::Drop).containing("dropped-after"));
    let message = json!({"QueueUrl": queue, "MessageBody": "x"});
    assert!(stack.aws_through_proxy().json("AmazonSQS.SendMessage", &message).await.is_err());
    assert_eq!(received(stack, &queue).await.as_deref(), Some("x"));
    let call = stack.calls().into_iter().find(|call| call.resource == "dropped-after").expect("the call was metered");
    assert_eq!((call.status, call.served), (0, true));
}

#[tokio::test]
async fn a_call_that_fails_before_it_is_done_is_not_done() {
    let stack = Stack::start().await;
    let queue = queue(stack, "failed-before").await;
    let effect = Effect::Fail { status: 503, error: "ServiceUnavailable".to_owned() };
    stack.fault(Fault::before(ROOT, "sqs:SendMessage", effect).containing("failed-before").skipping(1));
    for body in ["first", "second", "third"] {
        let message = json!({"QueueUrl": queue, "MessageBody": body});
        let sent = stack.aws_through_proxy().json("AmazonSQS.SendMessage", &message).await;
        assert_eq!(sent.is_ok(), body != "second", "{body}: {sent:?}");
    }
    let both = [received(stack, &queue).await, received(stack, &queue).await, received(stack, &queue).await];
    assert_eq!(both.iter().flatten().count(), 2, "{both:?}");
}

#[tokio::test]
async fn every_page_of_ours_has_its_route_and_answers_a_stranger_alike() {
    let stack = Stack::start().await;
    let nothing = stack.get("/orders/none").await;
    assert_eq!(nothing.status, 404);
    for path in ["/orders/none", "/addresses/none", "/unsubscribe/none"] {
        let form = vec![("content-type".to_owned(), "application/x-www-form-urlencoded".to_owned())];
        let posted = stack.post(path, form, b"List-Unsubscribe=One-Click").await;
        for answer in [stack.get(path).await, posted] {
            assert_eq!((answer.status, &answer.body), (404, &nothing.body), "{path}");
        }
    }
}

#[test]
fn the_demo_shop_has_settings_that_the_functions_can_read() {
    let settings: Shop = serde_json::from_value(shop::settings()).expect("they are a shop's settings");
    assert_eq!(settings.name, "Demo Shop");
}

#[tokio::test]
async fn an_order_is_told_from_checkout_to_delivery_and_no_call_is_refused() {
    let stack = Stack::start().await;
    let order = Order::of("whole-life@customer.example");
    let steps = [
        (order.checkout("pending", now()), 1),
        (order.paid(now()), 3),
        (order.shipped(now()), 4),
        (order.scanned("out_for_delivery", now()), 5),
        (order.scanned("delivered", now()), 6),
    ];
    for (webhook, mails) in steps {
        assert_eq!(stack.send(&webhook).await.status, 200);
        stack.wait_for_mails(&order.email, mails).await;
    }
    assert_eq!(stack.mails_to(&order.email).len(), 6);
    // A warm-up only opens a connection, which a refusal does as well.
    let warm_up = |call: &Call| call.action == "ses:GET /v2/email/account";
    let denied = |call: &Call| call.error.as_ref().is_some_and(|error| error.contains("AccessDenied"));
    let refused = |call: &Call| denied(call) && !warm_up(call);
    let refused: Vec<_> = stack.calls().into_iter().filter(refused).collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[tokio::test]
async fn a_parcel_whose_scans_are_lost_is_asked_for_and_told_of() {
    let stack = Stack::start().await;
    let order = Order::of("lost-scans@customer.example");
    for (webhook, mails) in [(order.checkout("pending", now()), 1), (order.paid(now()), 3), (order.shipped(now()), 4)] {
        assert_eq!(stack.send(&webhook).await.status, 200);
        stack.wait_for_mails(&order.email, mails).await;
    }
    // USPS sends nothing. It knows this parcel, and no other test's.
    let (number, at) = (order.tracking.clone(), now());
    let carrier = Server::answering(move |asked| match asked.path.strip_prefix("/tracking/v3/tracking/") {
        None => found(&json!({"access_token": "token"})),
        Some(path) if path == number => found(&json!({
            "trackingNumber": number, "statusCategory": "Delivered", "status": "Delivered",
            "trackingEvents": [{"eventCode": "01", "eventType": "Delivered", "GMTTimestamp": at, "GMTOffset": "+00:00"}],
        })),
        Some(_) => (404, Vec::new(), "{}".to_owned()),
    })
    .await;
    let usps = json!({"client_id": "app", "client_secret": "secret", "api": carrier.address, "pace": 0});
    let connection = json!({"shops": ["demo"], "providers": {"usps": usps}});
    stack.put_parameter("connections/carriers/asking", &connection).await.expect("it is written");
    let answer = stack.invoke("Reconcile", &json!({})).await;
    assert!(answer.is_ok(), "{answer:?}");
    let mails = stack.wait_for_mails(&order.email, 5).await;
    assert!(mails[4].subject.contains("was delivered"), "{}", mails[4].subject);
}
