//! What customers answer, and that they are not asked too often.

use domain::fact::Question;
use domain::ids::OrderId;
use domain::ledger::State;
use serde_json::json;

use crate::world::{World, hours, minutes, now, say, second};

const ANA: &str = "ana@example.com";

fn asking() -> World {
    World::new().with_shop(|shop| shop["ask_after_days"] = json!({"csat": 1, "review": 3}))
}

/// An order arrives, and time passes.
async fn arrive(world: &mut World, id: u64, number: &str) {
    let order = id.to_string();
    world.hear([say::checkout(id, "processing", now(), say::paid_at(now()))]).await;
    world.pass(minutes(10)).await;
    world.hear([say::shipped(&order, number, now())]).await;
    world.pass(hours(20)).await;
    world.hear([say::scanned(number, "in_transit", now())]).await;
    world.pass(hours(20)).await;
    world.hear([say::scanned(number, "delivered", now())]).await;
}

fn asked(world: &World) -> Vec<&'static str> {
    let asks = ["csat", "nps", "review", "follow_up"];
    world.mails().into_iter().filter(|kind| asks.contains(kind)).collect()
}

fn stored(world: &World, id: &str) -> std::sync::Arc<domain::order::Order> {
    world.tables.data().stored(&OrderId::new("demo", id)).expect("an order").order
}

async fn answered(value: &str) -> (World, String) {
    let mut world = asking();
    arrive(&mut world, 727, "1Z999AA10123456784").await;
    world.pass(hours(60)).await;
    assert_eq!(asked(&world), ["csat"]);
    let token = world.link("orders", ANA).expect("its page");
    let form = [("what", "answer"), ("question", "csat"), ("value", value), ("text", "Came\r\nbroken\u{7}")];
    let then = world.send(&format!("orders/{token}?ask=csat"), &form).await;
    assert_eq!(then, format!("?ask=csat&done=answered&value={value}"));
    (world, token)
}

#[tokio::test]
async fn opening_every_link_of_a_mail_saves_nothing_and_the_forms_button_does() {
    let mut world = asking();
    arrive(&mut world, 727, "1Z999AA10123456784").await;
    world.pass(hours(60)).await;
    let text = world.ses.sent().into_iter().find(|sent| sent.kind.name() == "csat").expect("asked").text;
    let links: Vec<&str> = text.split_whitespace().filter(|word| word.contains("/orders/")).collect();
    assert_eq!(links.len(), 6, "a button, and each answer");
    for link in links {
        let path = link.strip_prefix("https://pages.example.com/").expect("ours");
        let page = world.visit(path, None).await;
        let chosen = path.split_once("value=").map(|(_, value)| format!("value=\"{value}\" required checked"));
        assert!(page.body().contains(&chosen.unwrap_or_else(|| "name=\"value\"".to_owned())), "{path}");
    }
    world.drain().await;
    assert!(stored(&world, "727").customer.is_empty());
    let (world, token) = answered("4").await;
    let order = stored(&world, "727");
    let answer = &order.customer.answer(Question::Csat).expect("saved").answered;
    let words = answer.text.as_ref().map(|text| text.reveal().as_str());
    assert_eq!((answer.value, words), (Some(4), Some("Came\nbroken")));
    let page = world.visit(&format!("orders/{token}?ask=csat&done=answered"), None).await;
    assert!(page.body().contains("Thank you") && page.body().contains("value=\"4\" required checked"));
}

#[tokio::test]
async fn an_unhappy_answer_is_told_to_the_merchant_with_its_words_and_nothing_more_is_asked() {
    let (mut world, _) = answered("1").await;
    world.pass(minutes(20)).await;
    let alert = world.ses.sent().pop().expect("told");
    assert!(alert.kind.name() == "attention" && alert.to != ANA, "{alert:?}");
    assert!(
        alert.subject.contains("unhappy") && alert.text.contains("1 / 5") && alert.text.contains("broken"),
        "{}",
        alert.text
    );
    world.pass(hours(24 * 5)).await;
    assert_eq!(asked(&world), ["csat"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn answers_off_the_scale_and_questions_that_nobody_asked_are_not_saved() {
    let mut world = asking();
    arrive(&mut world, 727, "1Z999AA10123456784").await;
    let token = world.link("orders", ANA).expect("its page");
    let path = format!("orders/{token}");
    for value in ["", "0", "6", "99999", "-1", "five"] {
        let form = [("what", "answer"), ("question", "csat"), ("value", value)];
        let answer = world.visit(&path, Some(&form)).await;
        assert!(answer.status() == 422 && answer.body().contains("role=\"alert\""), "{value}");
    }
    let review = [("what", "answer"), ("question", "review"), ("text", " \r\n ")];
    assert_eq!(world.visit(&path, Some(&review)).await.status(), 422);
    for (question, value) in [("nps", "9"), ("nonsense", "1")] {
        world.send(&path, &[("what", "answer"), ("question", question), ("value", value)]).await;
    }
    let large = "x".repeat(40_000);
    let form = [("what", "answer"), ("question", "review"), ("text", large.as_str())];
    assert_eq!(world.visit(&path, Some(&form)).await.status(), 413);
    world.drain().await;
    assert!(stored(&world, "727").customer.is_empty());
    assert!(
        !world.visit(&format!("{path}?ask=nps"), None).await.body().contains("<form"),
        "the shop does not ask this"
    );
}

#[tokio::test]
async fn an_answer_may_be_changed_but_not_without_end() {
    let (mut world, token) = answered("4").await;
    for turn in 0..30_u32 {
        crate::world::set_now(now() + jiff::SignedDuration::from_secs(1));
        let value = (turn % 3 + 3).to_string();
        let form = [("what", "answer"), ("question", "csat"), ("value", value.as_str())];
        world.send(&format!("orders/{token}"), &form).await;
    }
    let order = stored(&world, "727");
    assert_eq!(order.customer.answers[&Question::Csat].iter().count(), domain::customer::ANSWERS);
}

#[tokio::test]
async fn a_customer_is_asked_once_in_so_many_days_whatever_was_ordered() {
    let mut world = asking();
    arrive(&mut world, 727, "1Z999AA10123456784").await;
    arrive(&mut world, 728, "1Z999AA10123456785").await;
    world.pass(hours(24 * 8)).await;
    assert_eq!(asked(&world), ["csat"], "of two orders and two questions");
    let reasons: Vec<String> = {
        let data = world.tables.data();
        let held = data.mails.values().filter_map(|mail| match &mail.entry.state {
            State::Held { reason } => Some(reason.clone()),
            _ => None,
        });
        held.collect()
    };
    assert_eq!(reasons, ["the customer was asked within 30 days"; 3]);
    world.check_books();
    world.check_reasons();
    world.pass(hours(24 * 30)).await;
    arrive(&mut world, 729, "1Z999AA10123456786").await;
    world.pass(hours(24 * 8)).await;
    assert_eq!(asked(&world), ["csat", "csat"], "a month later it is fine to ask again");
}

#[tokio::test]
async fn who_died_after_it_was_noted_that_a_customer_is_asked_asks_all_the_same() {
    let mut world = asking();
    arrive(&mut world, 727, "1Z999AA10123456784").await;
    world.ses.will([crate::world::Answer::NotNow(minutes(1))]);
    world.pass(hours(60)).await;
    assert_eq!(asked(&world), ["csat"]);
    world.check_books();
}

#[tokio::test]
async fn an_order_that_is_edited_today_asks_nobody_twice() {
    let (mut world, _) = answered("5").await;
    world.hear([say::checkout(727, "completed", now(), say::paid_at(second(0)))]).await;
    world.pass(hours(24 * 10)).await;
    assert_eq!(asked(&world), ["csat"]);
    world.check_books();
}
