//! The customer withdraws from the contract on the order's page: acknowledged at once, with what was stated and when.

use domain::ids::OrderId;
use serde_json::json;

use crate::world::{World, hours, minutes, now, say, set_now};

const ANA: &str = "ana@example.com";
const WHOLE: [(&str, &str); 4] =
    [("what", "withdraw"), ("all", "yes"), ("name", "Ana Müller"), ("text", "Too\r\nsmall\u{7}")];

/// An accepted order in a shop that offers it, and the path of its page.
async fn accepted() -> (World, String) {
    accepted_by(World::new().with_shop(|shop| {
        shop["withdrawal"] = json!({"days": 14});
        shop["time_zone"] = json!("Europe/Berlin");
        shop["ask_after_days"] = json!({"csat": 1, "review": 2});
    }))
    .await
}

async fn accepted_by(mut world: World) -> (World, String) {
    world.hear([say::checkout(727, "processing", now(), say::paid_at(now()))]).await;
    world.pass(minutes(10)).await;
    let token = world.link("orders", ANA).expect("its page");
    (world, format!("orders/{token}"))
}

async fn arrives(world: &mut World) {
    world.hear([say::shipped("727", "1Z999AA10123456784", now())]).await;
    world.pass(hours(20)).await;
    world.hear([say::scanned("1Z999AA10123456784", "in_transit", now())]).await;
    world.pass(hours(20)).await;
    world.hear([say::scanned("1Z999AA10123456784", "delivered", now())]).await;
}

fn sent(world: &World, kind: &str) -> Vec<(String, String, String)> {
    world
        .ses
        .sent()
        .into_iter()
        .filter(|sent| sent.kind.name() == kind)
        .map(|sent| (sent.to, sent.subject, sent.text))
        .collect()
}

fn stated(world: &World) -> usize {
    let order = world.tables.data().stored(&OrderId::new("demo", "727")).expect("an order").order;
    order.customer.withdrawals.iter().count()
}

async fn body(world: &World, path: &str) -> String {
    let page = world.visit(path, None).await;
    assert_eq!(page.status(), 200);
    page.body().clone()
}

#[tokio::test]
async fn a_withdrawal_is_acknowledged_once_with_its_time_even_if_the_form_is_posted_twice() {
    let (mut world, path) = accepted().await;
    assert!(body(&world, &path).await.contains("href=\"?withdraw=open\""));
    // Twice in one second, before anybody has read the first.
    set_now("2026-09-21T21:05:09Z".parse().expect("a time"));
    let open = format!("{path}?withdraw=open");
    for _ in 0..2 {
        set_now(now() + jiff::SignedDuration::from_millis(1));
        let answer = world.visit(&open, Some(&WHOLE)).await;
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()["location"]),
            (303, &"?withdraw=done".parse().expect("plain"))
        );
    }
    let done = body(&world, &format!("{path}?withdraw=done")).await;
    assert!(
        done.contains("We have received your withdrawal of September 21, 2026 at 11:05") && !done.contains("<form"),
        "{done}"
    );
    world.drain().await;
    assert_eq!(stated(&world), 2, "both are kept");
    let mails = sent(&world, "withdrawal");
    assert_eq!(mails.len(), 1, "at once, at eleven in the evening, and once");
    let (to, subject, text) = &mails[0];
    assert_eq!((to.as_str(), subject.as_str()), (ANA, "Order 727: we have your withdrawal"));
    let id = world.tables.data().stored(&OrderId::new("demo", "727")).expect("an order").order;
    let id = id.customer.withdrawals.iter().next().expect("one").id.clone();
    for told in
        [id.as_str(), "September 21, 2026 at 11:05", "(UTC+02:00)", "The whole order", "Ana Müller", "\nToo\nsmall\n"]
    {
        assert!(text.contains(told), "{told} is not in\n{text}");
    }
    // Again a day later, by hand: nothing is left to withdraw from.
    world.pass(hours(24)).await;
    world.send(&open, &WHOLE).await;
    world.pass(hours(1)).await;
    assert_eq!((stated(&world), sent(&world, "withdrawal").len()), (2, 1));
    let page = body(&world, &open).await;
    assert!(page.contains("We have received your withdrawal") && !page.contains("<form"), "{page}");
    let alerts = sent(&world, "attention");
    assert_eq!(alerts.len(), 1, "{alerts:?}");
    assert!(alerts[0].0 != ANA && alerts[0].1.contains("withdraws") && alerts[0].2.contains("The whole order"));
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn whoever_opens_every_link_and_asks_for_every_page_states_nothing() {
    let (mut world, path) = accepted().await;
    for query in
        ["", "?withdraw=open", "?withdraw=done", "?withdraw=open&all=yes&name=Ana&what=withdraw", "?withdraw=x"]
    {
        body(&world, &format!("{path}{query}")).await;
    }
    world.pass(hours(1)).await;
    assert_eq!((stated(&world), sent(&world, "withdrawal").len()), (0, 0));
    assert!(!body(&world, &path).await.contains("We have received"));
}

#[tokio::test]
async fn some_lines_can_be_withdrawn_from_and_the_rest_later() {
    let mut world = World::new().with_shop(|shop| shop["withdrawal"] = json!({}));
    let two = |order: &mut serde_json::Value| {
        say::paid_at(now())(order);
        let more = json!({"id": 316, "name": "Cap", "quantity": 1, "subtotal": "0.00"});
        order["line_items"].as_array_mut().expect("a list").push(more);
    };
    world.hear([say::checkout(727, "processing", now(), two)]).await;
    world.pass(minutes(10)).await;
    let path = format!("orders/{}", world.link("orders", ANA).expect("its page"));
    let form = body(&world, &format!("{path}?withdraw=open")).await;
    assert!(form.contains("value=\"315\"") && form.contains("value=\"316\""), "{form}");
    let some = [("what", "withdraw"), ("line", "316"), ("line", "not ours"), ("name", "Ana")];
    world.send(&format!("{path}?withdraw=open"), &some).await;
    world.pass(minutes(1)).await;
    let first = sent(&world, "withdrawal").remove(0).2;
    assert!(first.contains("1 × Cap") && !first.contains("T-Shirt") && !first.contains("whole order"), "{first}");
    let form = body(&world, &format!("{path}?withdraw=open")).await;
    assert!(form.contains("value=\"315\"") && !form.contains("value=\"316\""), "{form}");
    world.send(&path, &[("what", "withdraw"), ("line", "315"), ("name", "Ana")]).await;
    world.pass(minutes(1)).await;
    assert!(sent(&world, "withdrawal")[1].2.contains("2 × T-Shirt"));
    assert!(!body(&world, &format!("{path}?withdraw=open")).await.contains("<form"), "nothing is left");
    world.pass(hours(1)).await;
    world.check_books();
}

#[tokio::test]
async fn what_is_missing_is_said_and_nothing_is_stated() {
    let (mut world, path) = accepted().await;
    for form in [
        vec![("what", "withdraw"), ("name", "Ana")],
        vec![("what", "withdraw"), ("all", "yes"), ("name", " \u{200b} ")],
        vec![("what", "withdraw"), ("line", "999"), ("name", "Ana")],
    ] {
        let answer = world.visit(&path, Some(&form)).await;
        assert!(answer.status() == 422 && answer.body().contains("role=\"alert\""), "{form:?}");
    }
    world.pass(hours(1)).await;
    assert_eq!(stated(&world), 0);
}

#[tokio::test]
async fn nobody_who_withdrew_is_asked_for_an_opinion() {
    let (mut world, path) = accepted().await;
    world.send(&path, &WHOLE).await;
    arrives(&mut world).await;
    world.pass(hours(24 * 8)).await;
    let mails = world.mails();
    assert!(!mails.contains(&"csat") && !mails.contains(&"review"), "{mails:?}");
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn it_is_offered_until_the_days_are_over_and_only_where_the_shop_offers_it() {
    let (mut world, path) = accepted().await;
    arrives(&mut world).await;
    let page = body(&world, &path).await;
    assert!(page.contains("until October 7, 2026") && page.contains("?withdraw=open"), "{page}");
    world.pass(hours(24 * 16)).await;
    let page = body(&world, &format!("{path}?withdraw=open")).await;
    assert!(page.contains("is over") && !page.contains("<form") && !page.contains("?withdraw=open"), "{page}");
    world.send(&path, &WHOLE).await;
    assert_eq!(stated(&world), 0);

    let (mut world, path) = accepted_by(World::new()).await;
    assert!(!body(&world, &format!("{path}?withdraw=open")).await.contains("ithdraw"));
    world.send(&path, &WHOLE).await;
    assert_eq!(stated(&world), 0);
}

#[tokio::test]
async fn a_flood_of_statements_is_bounded_and_the_whole_order_can_still_be_withdrawn_from() {
    let mut world = World::new().with_shop(|shop| shop["withdrawal"] = json!({"days": 14}));
    let many = |order: &mut serde_json::Value| {
        say::paid_at(now())(order);
        let more = (0..40).map(|id| json!({"id": 1_000 + id, "name": "Bead", "quantity": 1, "subtotal": "0.00"}));
        order["line_items"].as_array_mut().expect("a list").extend(more);
    };
    world.hear([say::checkout(727, "processing", now(), many)]).await;
    world.pass(minutes(10)).await;
    let path = format!("orders/{}", world.link("orders", ANA).expect("its page"));
    for line in 1_000..1_040 {
        let line = line.to_string();
        let form = [("what", "withdraw"), ("line", line.as_str()), ("name", "Eve")];
        set_now(now() + jiff::SignedDuration::from_millis(1));
        world.visit(&path, Some(&form)).await;
    }
    world.pass(minutes(5)).await;
    assert_eq!((stated(&world), sent(&world, "withdrawal").len()), (12, 12));
    world.send(&path, &WHOLE).await;
    world.pass(minutes(5)).await;
    assert_eq!((stated(&world), sent(&world, "withdrawal").len()), (13, 13));
    world.pass(hours(1)).await;
    world.check_books();
}
