//! An address that takes no mail is corrected on the order's page, without becoming a way to take an order over.

use domain::fact::{Question, Says, WORD_VERSION, Word};
use domain::ids::OrderId;
use domain::kept::{Body, CUSTOMERS, Kept};
use domain::ledger::State;
use queue::messages::{Incoming, VERSION, What};

use crate::world::{Webhook, World, hours, minutes, now, say, second};

const BAD: &str = "bounce@gmial.com";
const NEW: &str = "ana@example.org";

fn order(id: u64, email: &'static str, at: jiff::Timestamp) -> Webhook {
    say::checkout(id, "processing", at, |order| {
        order["billing"]["email"] = email.into();
        say::paid_at(at)(order);
    })
}

/// An order whose two mails came back, and the token of its page.
async fn bounced() -> (World, String) {
    let mut world = World::new();
    world.hear([order(727, BAD, second(-50))]).await;
    let token = world.link("orders", BAD).expect("its page");
    world.pass(minutes(15)).await;
    (world, token)
}

fn fields<'a>(email: &'a str, postcode: &'a str, digits: &'a str) -> [(&'a str, &'a str); 4] {
    [("what", "address"), ("email", email), ("postcode", postcode), ("digits", digits)]
}

async fn correct(world: &mut World, token: &str, email: &str, postcode: &str, digits: &str) -> String {
    world.send(&format!("orders/{token}"), &fields(email, postcode, digits)).await
}

fn to(world: &World, address: &str) -> Vec<&'static str> {
    world.ses.sent().iter().filter(|sent| sent.to == address).map(|sent| sent.kind.name()).collect()
}

async fn shown(world: &World, token: &str) -> String {
    world.page(token).await.body().clone()
}

#[tokio::test]
async fn the_merchant_hears_at_once_and_once_that_mail_comes_back() {
    let (mut world, _) = bounced().await;
    assert_eq!(to(&world, BAD), ["confirmed", "receipt"]);
    let alerts = |world: &World| world.mails().into_iter().filter(|kind| *kind == "attention").count();
    assert_eq!(alerts(&world), 1);
    world.hear([say::shipped("727", "1Z999AA10123456784", now())]).await;
    world.pass(hours(5)).await;
    assert_eq!(alerts(&world), 1);
    assert_eq!(to(&world, BAD), ["confirmed", "receipt"], "nobody writes to an address that takes nothing");
    world.check_books();
}

#[tokio::test]
async fn the_page_says_so_and_shows_neither_the_address_nor_a_fact_that_proves() {
    let (world, token) = bounced().await;
    let answer = world.page(&token).await;
    let page = answer.body();
    assert!(page.contains("We cannot reach you") && page.contains("b…@g….com"), "{page}");
    assert!(page.contains("b…@gmail.com") && page.contains("value=\"guess\""), "a guess is offered");
    for secret in [BAD, "bounce", "gmial", "10115", "4567"] {
        assert!(!page.contains(secret), "the page shows {secret}");
    }
    let policy = answer.headers()["content-security-policy"].to_str().expect("plain");
    assert!(policy.contains("form-action 'self'"), "{policy}");
}

#[tokio::test]
async fn a_page_whose_mail_arrives_has_no_form_and_takes_no_correction() {
    let mut world = World::new();
    world.hear([order(727, "ana@example.com", second(-50))]).await;
    let token = world.link("orders", "ana@example.com").expect("its page");
    let answer = world.page(&token).await;
    assert!(!answer.body().contains("<form"), "{}", answer.body());
    assert!(answer.headers()["content-security-policy"].to_str().expect("plain").contains("form-action 'none'"));
    correct(&mut world, &token, "thief@example.org", "10115", "4567").await;
    world.pass(minutes(20)).await;
    assert_eq!(to(&world, "thief@example.org"), [] as [&str; 0]);
    let stored = world.tables.data().stored(&OrderId::new("demo", "727")).expect("an order");
    assert!(stored.order.customer.is_empty(), "nothing was even tried");
}

#[tokio::test]
async fn a_complaint_is_no_reason_to_correct_an_address() {
    let mut world = World::new();
    world.hear([order(727, "ana@example.com", second(-50))]).await;
    let token = world.link("orders", "ana@example.com").expect("its page");
    let sent = world.ses.sent().remove(0);
    let tags = serde_json::json!({"intent": [sent.intent.tag()], "shop": ["demo"]});
    world.feedback.send(crate::world::ses_event("Complaint", "ses-1", "ana@example.com", &tags), now());
    world.pass(minutes(20)).await;
    assert!(!shown(&world, &token).await.contains("<form"));
    assert_eq!(world.mails().last(), Some(&"attention"), "but the merchant hears of it");
    world.check_books();
}

#[tokio::test]
async fn a_proved_and_confirmed_correction_sends_what_came_back_once_more_and_all_that_follows() {
    let (mut world, token) = bounced().await;
    assert!(correct(&mut world, &token, NEW, "10 115", "4567").await.starts_with("?done=sent&try="));
    world.pass(minutes(1)).await;
    assert_eq!(to(&world, NEW), ["confirm_address"], "nothing of the order goes there yet");
    assert!(shown(&world, &token).await.contains("a…@e….org"), "the page says where it waits");
    let confirmation = format!("addresses/{}", world.link("addresses", NEW).expect("a link"));

    // Scanners open links.
    let page = world.visit(&confirmation, None).await;
    world.pass(minutes(20)).await;
    assert!(page.status() == 200 && page.body().contains("<form") && !page.body().contains("727"), "{}", page.body());
    assert_eq!(to(&world, NEW), ["confirm_address"]);

    assert_eq!(world.send(&confirmation, &[]).await, "?done=confirmed");
    world.pass(minutes(1)).await;
    assert_eq!(to(&world, NEW), ["confirm_address", "confirmed", "receipt"]);
    assert!(!shown(&world, &token).await.contains("<form"), "it can be reached again");
    world.hear([say::shipped("727", "1Z999AA10123456784", now())]).await;
    // Confirming twice, or by a link that was kept, changes nothing.
    world.send(&confirmation, &[]).await;
    world.pass(hours(40)).await;
    assert_eq!(to(&world, NEW)[3..], ["shipped"]);
    assert_eq!(to(&world, BAD), ["confirmed", "receipt"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn what_was_held_meanwhile_is_sent_too() {
    let (mut world, token) = bounced().await;
    world.hear([say::shipped("727", "1Z999AA10123456784", now())]).await;
    world.pass(minutes(5)).await;
    repair(&mut world, &token).await;
    assert_eq!(to(&world, NEW), ["confirm_address", "confirmed", "receipt", "shipped"]);
    world.check_books();
}

async fn repair(world: &mut World, token: &str) {
    correct(world, token, NEW, "10115", "4567").await;
    let confirmation = format!("addresses/{}", world.link("addresses", NEW).expect("a link"));
    world.send(&confirmation, &[]).await;
    world.pass(minutes(2)).await;
}

#[tokio::test]
async fn the_guess_is_taken_only_when_it_is_chosen() {
    let (mut world, token) = bounced().await;
    let form = [("what", "address"), ("use", "guess"), ("email", ""), ("postcode", "10115"), ("digits", "4567")];
    world.send(&format!("orders/{token}"), &form).await;
    assert_eq!(to(&world, "bounce@gmail.com"), ["confirm_address"]);
}

#[tokio::test]
async fn five_wrong_tries_are_all_and_the_merchant_is_told() {
    let (mut world, token) = bounced().await;
    let wrong = [("10116", "4567"), ("10115", "4568"), ("10116", "4568"), ("10117", "4567"), ("10115", "0000")];
    for (postcode, digits) in wrong {
        let answers = correct(&mut world, &token, "thief@example.org", postcode, digits).await;
        assert!(
            answers.starts_with("?done=sent&try="),
            "as if it were right, whichever of the two was wrong: {answers}"
        );
    }
    let page = shown(&world, &token).await;
    assert!(!page.contains("<form") && page.contains("get in touch with the shop"), "{page}");
    correct(&mut world, &token, "thief@example.org", "10115", "4567").await;
    world.pass(minutes(20)).await;
    assert_eq!(to(&world, "thief@example.org"), [] as [&str; 0]);
    assert_eq!(world.mails().iter().filter(|kind| **kind == "attention").count(), 2, "unreachable, and refused");
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn whoever_mistypes_is_told_once_the_try_counts() {
    let (mut world, token) = bounced().await;
    let place = correct(&mut world, &token, NEW, "10116", "4567").await;
    let page = world.visit(&format!("orders/{token}{place}"), None).await;
    assert!(page.body().contains("do not fit this order") && page.body().contains("role=\"alert\""), "{}", page.body());
    repair(&mut world, &token).await;
    assert_eq!(to(&world, NEW), ["confirm_address", "confirmed", "receipt"]);
}

#[tokio::test]
async fn many_tries_at_once_are_still_five() {
    let (mut world, token) = bounced().await;
    let mut places = Vec::new();
    let path = format!("orders/{token}");
    for guess in 0..30 {
        let digits = format!("{:04}", 4_560 + guess);
        // Each page sees an order that nobody has tried anything with yet.
        let form = fields("thief@example.org", "10115", &digits);
        let answer = world.visit(&path, Some(&form)).await;
        let place = answer.headers()["location"].to_str().expect("plain").to_owned();
        assert!(
            answer.status() == 303 && place.starts_with("?done=sent&try="),
            "right and wrong look the same: {place}"
        );
        places.push(place);
        crate::world::set_now(now() + jiff::SignedDuration::from_millis(1));
    }
    world.drain().await;
    world.pass(minutes(20)).await;
    assert_eq!(to(&world, "thief@example.org"), [] as [&str; 0], "the eighth was right");
    let after = |place: usize| format!("{path}{}", places[place]);
    let (right, wrong) = (world.visit(&after(7), None).await, world.visit(&after(20), None).await);
    assert_eq!(right.body(), wrong.body(), "and nobody learns that it was");
    world.check_books();
}

#[tokio::test]
async fn what_is_missing_or_no_address_is_no_try() {
    let (world, token) = bounced().await;
    for (email, postcode, digits) in
        [("", "10115", "4567"), ("ana", "10115", "4567"), (NEW, "", "4567"), (BAD, "10115", "4567")]
    {
        let answer = world.visit(&format!("orders/{token}"), Some(&fields(email, postcode, digits))).await;
        assert_eq!(answer.status(), 422, "{email} {postcode} {digits}");
        assert!(answer.body().contains("role=\"alert\"") && answer.body().contains("aria-invalid"));
    }
    assert_eq!(world.deliveries.waiting(), [], "nothing was said");
}

#[tokio::test]
async fn a_correction_ends_when_the_storefront_changes_the_address() {
    let (mut world, token) = bounced().await;
    correct(&mut world, &token, NEW, "10115", "4567").await;
    let confirmation = format!("addresses/{}", world.link("addresses", NEW).expect("a link"));
    world.hear([order(727, "right@example.net", now())]).await;
    world.send(&confirmation, &[]).await;
    world.pass(minutes(5)).await;
    world.hear([say::shipped("727", "1Z999AA10123456784", now())]).await;
    world.pass(hours(3)).await;
    assert_eq!((to(&world, NEW), to(&world, "right@example.net")), (vec!["confirm_address"], vec!["shipped"]));
    assert!(world.visit(&confirmation, None).await.body().contains("not needed any more"));
    world.check_books();
}

#[tokio::test]
async fn tokens_open_only_what_they_were_made_for() {
    let (mut world, token) = bounced().await;
    correct(&mut world, &token, NEW, "10115", "4567").await;
    let confirmation = world.link("addresses", NEW).expect("a link");
    for path in [format!("orders/{confirmation}"), format!("addresses/{token}"), format!("addresses/{confirmation}x")] {
        assert_eq!(world.visit(&path, None).await.status(), 404, "{path}");
        assert_eq!(world.visit(&path, Some(&[])).await.status(), 404, "{path}");
    }
    world.pass(hours(7 * 24) + minutes(1)).await;
    assert_eq!(world.visit(&format!("addresses/{confirmation}"), Some(&[])).await.status(), 404, "a week is over");
}

#[tokio::test]
async fn an_order_without_postcode_or_phone_sends_the_customer_to_the_shop() {
    let mut world = World::new();
    let bare = say::checkout(727, "processing", second(-50), |order| {
        order["billing"]["email"] = BAD.into();
        order["billing"]["phone"] = "".into();
        say::paid_at(second(-50))(order);
    });
    world.hear([bare]).await;
    let token = world.link("orders", BAD).expect("its page");
    world.pass(minutes(15)).await;
    let page = shown(&world, &token).await;
    assert!(page.contains("We cannot reach you") && !page.contains("<form"), "{page}");
}

#[tokio::test]
async fn an_out_of_office_answer_is_no_bounce() {
    let mut world = World::new();
    world.hear([order(727, "ana@example.com", second(-50))]).await;
    let token = world.link("orders", "ana@example.com").expect("its page");
    let tags = serde_json::json!({"intent": [world.ses.sent()[0].intent.tag()], "shop": ["demo"]});
    let event = crate::world::ses_event("Bounce", "ses-1", "ana@example.com", &tags);
    world.feedback.send(event.replace("Permanent", "Transient"), now());
    world.pass(minutes(20)).await;
    assert!(!shown(&world, &token).await.contains("<form"));
    assert_eq!(world.mails(), ["confirmed", "receipt"], "nobody is alarmed");
    world.check_books();
}

#[tokio::test]
async fn a_word_that_cannot_be_kept_is_told_to_be_sent_again() {
    let (mut world, token) = bounced().await;
    world.faults.break_down("SendMessage word");
    let form = fields(NEW, "10115", "4567");
    assert_eq!(world.visit(&format!("orders/{token}"), Some(&form)).await.status(), 503);
    world.drain().await;
    assert_eq!(to(&world, NEW), [] as [&str; 0]);
}

#[tokio::test]
async fn a_word_of_newer_code_or_of_an_order_that_is_not_there_changes_nothing_and_is_not_lost() {
    let (mut world, _) = bounced().await;
    let put = |world: &World, order: OrderId, shop: &str, v: u32| {
        let says = Says::Answered(domain::fact::Answered { question: Question::Csat, value: Some(1), text: None });
        let said = Word { v, order, id: format!("w{v}"), says };
        let kept = Kept {
            id: "1".to_owned(),
            family: CUSTOMERS.to_owned(),
            provider: "page".to_owned(),
            connection: shop.to_owned(),
            received_at: now(),
            headers: Vec::new(),
            by: domain::kept::By::Webhook,
            body: Body(serde_json::to_vec(&said).expect("JSON")),
        };
        let incoming = Incoming { v: VERSION, what: What::Delivery(kept) };
        world.deliveries.send(serde_json::to_string(&incoming).expect("JSON"), now());
    };
    let ours = OrderId::new("demo", "727");
    put(&world, ours.clone(), "demo", WORD_VERSION + 1);
    world.drain().await;
    assert_eq!(world.deliveries.dead().len(), 1, "unread, for a redrive");
    put(&world, OrderId::new("demo", "1"), "demo", WORD_VERSION);
    put(&world, ours.clone(), "other", WORD_VERSION);
    world.drain().await;
    assert_eq!(world.deliveries.waiting().len(), 2, "they come back until they are dead");
    let data = world.tables.data();
    assert!(data.stored(&ours).expect("an order").order.customer.is_empty());
    assert!(data.stored(&OrderId::new("demo", "1")).is_none(), "only a checkout makes an order");
}

#[tokio::test]
async fn a_corrected_address_that_takes_nothing_either_is_not_written_to_again() {
    let (mut world, token) = bounced().await;
    correct(&mut world, &token, "bounce@example.org", "10115", "4567").await;
    world.pass(minutes(20)).await;
    assert_eq!(to(&world, "bounce@example.org"), ["confirm_address"]);
    correct(&mut world, &token, "bounce@example.org", "10115", "4567").await;
    world.pass(minutes(20)).await;
    assert_eq!(to(&world, "bounce@example.org"), ["confirm_address"], "it is known by now");
    let held = world.tables.data().mails.values().filter(|mail| matches!(mail.entry.state, State::Held { .. })).count();
    assert_eq!(held, 1);
    world.check_books();
}
