//! `explain` agrees with what SES got, for any order; `replay` makes the same order and the same mails again.

mod books;
mod commands;

use domain::design::File;
use domain::ids::OrderId;
use domain::ports::Designs;
use operator::explain::{Explanation, Outcome};
use operator::replay::Change;

use crate::world::{Answer, Webhook, World, hours, minutes, now, say, second};

/// What the command says of an order, as JSON says it too.
async fn explained(world: &World, id: &OrderId) -> Explanation {
    let file = books::file(world, id).await;
    operator::explain::explain(&file, &[], &books::policy(world), now(), false)
}

fn outcomes(explanation: &Explanation, kind: &str) -> Vec<Outcome> {
    let of_kind = explanation.kinds.iter().find(|of| of.kind.name() == kind).expect("every kind");
    of_kind.situations.iter().map(|one| one.outcome).collect()
}

fn id(order: u64) -> OrderId {
    OrderId::new("demo", &order.to_string())
}

fn bouncing(order: &mut serde_json::Value) {
    order["billing"]["email"] = "bounce@example.com".into();
}

fn paid(order: u64) -> Webhook {
    say::checkout(order, "processing", second(-50), say::paid_at(second(-50)))
}

#[tokio::test]
async fn what_went_out_as_it_is_built_in_says_why() {
    let mut world = World::new();
    let content = "{# base-version: 1 #}\n{{ mail.basket }}".to_owned();
    let file = File { name: "templates/confirmed.html".to_owned(), content };
    world.tables.put("demo", &file).await.expect("put");
    world.hear([paid(727)]).await;
    world.pass(minutes(5)).await;
    let explanation = explained(&world, &id(727)).await;
    let flaw = "templates/confirmed.html, line 2: undefined value";
    for (kind, why) in [("confirmed", Some(flaw)), ("receipt", None)] {
        let of_kind = explanation.kinds.iter().find(|of| of.kind.name() == kind).expect("every kind");
        let book = of_kind.situations[0].book.as_ref().expect("an entry");
        assert_eq!(book.built_in.as_deref(), why, "{kind}");
    }
    let text = operator::show::explanation(&explanation);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(&format!("as built in, for the shop's own design fails: {flaw}")), "{text}");
}

/// Orders to which everything happens that can.
async fn many_stories() -> World {
    let mut world = World::new();
    // 727: the whole story.
    world.hear(["woocommerce.order.created", "stripe.payment_intent.succeeded"].map(say::recorded)).await;
    world.pass(minutes(1)).await;
    for name in [
        "woocommerce.order.updated.processing",
        "woocommerce.order.updated.tracking",
        "easypost.tracker.updated.out_for_delivery",
        "easypost.tracker.updated.delivered",
    ] {
        world.hear([say::recorded(name)]).await;
        world.pass(minutes(1)).await;
    }
    // 801: a try fails, the next one succeeds. 802: nobody pays. 803: cancelled.
    let start = now();
    world.hear([801, 802, 803].map(|id| say::checkout(id, "pending", start, |_| {}))).await;
    world.pass(minutes(3)).await;
    world.hear([say::failed("pi_801", "801", now())]).await;
    world.pass(minutes(30)).await;
    world.hear([say::paid("pi_801", "801", now())]).await;
    world.hear([say::checkout(803, "cancelled", now(), |_| {})]).await;
    world.pass(minutes(10)).await;
    // 804: its first mail bounces, so the next ones are held.
    world.hear([say::checkout(804, "pending", now(), bouncing)]).await;
    world.pass(minutes(10)).await;
    world.hear([say::checkout(804, "processing", now(), bouncing), say::paid("pi_804", "804", now())]).await;
    world.pass(minutes(10)).await;
    // 805: nobody knows whether SES has it; it has. 806: it has not. 807: refused for now. 808: refused for good.
    for (order, answer) in
        [(805, Answer::AcceptSilently), (806, Answer::Lose), (807, Answer::NotNow(minutes(20))), (808, Answer::Never)]
    {
        world.ses.will([answer]);
        world.hear([paid(order)]).await;
        world.pass(minutes(30)).await;
    }
    // 809: paid before anybody knew of it, then shipped.
    world.hear([say::paid("pi_809", "809", now())]).await;
    world.pass(minutes(2)).await;
    world.hear([say::checkout(809, "pending", now(), |_| {})]).await;
    world.pass(minutes(10)).await;
    world.hear([say::scanned("1Z809", "in_transit", now())]).await;
    world.pass(minutes(1)).await;
    world.hear([say::shipped("809", "1Z809", now())]).await;
    world.pass(minutes(10)).await;
    // Days in which nothing is shipped, scanned or paid.
    world.pass(hours(24 * 12)).await;
    world
}

#[tokio::test]
async fn an_explanation_agrees_with_what_was_sent_for_every_order() {
    let world = many_stories().await;
    assert_eq!(world.tables.data().orders().len(), 10);
    world.check_explanations();
    for (order, kind, outcome) in [
        (727, "delivered", Outcome::Delivered),
        (801, "payment_failed", Outcome::Delivered),
        (802, "payment_reminder", Outcome::Delivered),
        (803, "cancelled", Outcome::Delivered),
        (804, "received", Outcome::Bounced),
        (804, "receipt", Outcome::Held),
        (805, "confirmed", Outcome::Delivered),
        (806, "confirmed", Outcome::Delivered),
        (807, "confirmed", Outcome::Delivered),
        (808, "confirmed", Outcome::Held),
        (809, "shipped", Outcome::Delivered),
        (805, "late_to_ship", Outcome::Delivered),
    ] {
        assert_eq!(outcomes(&explained(&world, &id(order)).await, kind), [outcome], "{kind} of {order}");
    }
}

#[tokio::test]
async fn a_replay_of_every_order_shows_no_difference() {
    many_stories().await.check_replays();
}

#[tokio::test]
async fn while_nobody_knows_whether_ses_has_a_mail_that_is_what_is_said() {
    let mut world = World::new();
    world.ses.events(false);
    world.ses.will([Answer::Lose]);
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(1)).await;
    assert_eq!(outcomes(&explained(&world, &id(727)).await, "received"), [Outcome::Ambiguous]);
    world.pass(minutes(60)).await;
    let explanation = explained(&world, &id(727)).await;
    assert_eq!(outcomes(&explanation, "received"), [Outcome::GivenUp]);
    let received = explanation.kinds.iter().find(|of| of.kind.name() == "received").expect("every kind");
    assert!(received.situations[0].why.contains("cannot be known"));
    world.check_explanations();
}

#[tokio::test]
async fn what_settles_or_was_never_true_says_so() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    let explanation = explained(&world, &id(727)).await;
    assert_eq!(outcomes(&explanation, "received"), [Outcome::Waits]);
    let never = |kind: &str| explanation.kinds.iter().find(|of| of.kind.name() == kind)?.never.clone();
    assert_eq!(never("receipt").as_deref(), Some("no money covers it"));
    assert_eq!(never("shipped").as_deref(), Some("no fulfilment was reported"));
    assert!(never("review").expect("nobody asks").contains("ask_after_days.review"));
}

#[tokio::test]
async fn a_lost_hint_shows_as_a_mail_that_is_due() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    world.mail.lose_all();
    world.pass(minutes(5)).await;
    assert_eq!(outcomes(&explained(&world, &id(727)).await, "received"), [Outcome::Due]);
}

#[tokio::test]
async fn new_rules_show_what_they_would_have_sent_and_what_not() {
    let world = many_stories().await;
    let file = books::file(&world, &id(802)).await;
    let mut policy = books::policy(&world);
    policy
        .kinds
        .insert(domain::situations::Kind::PaymentReminder, domain::policy::KindPolicy { on: false, on_since: None });
    policy
        .kinds
        .insert(domain::situations::Kind::PaymentExpired, domain::policy::KindPolicy { on: true, on_since: None });
    let replay = operator::replay::replay(&file, &policy, now(), false);
    assert_eq!(replay.differences, [], "rules change no facts");
    let changed: Vec<_> = replay.mails.iter().filter(|mail| mail.change != Change::Same).collect();
    let changed: Vec<_> =
        changed.iter().map(|mail| (mail.kind.map(domain::situations::Kind::name), mail.change)).collect();
    let expected = [(Some("payment_reminder"), Change::Missing), (Some("payment_expired"), Change::Added)];
    assert_eq!(changed, expected);
    assert!(!replay.same());
}
