//! Who wants no more questions gets none, of no order of the shop, and every news of them all the same.

use domain::ids::OrderId;
use domain::ledger::{State, Suppression};
use jiff::SignedDuration;
use serde_json::json;
use testing::memory::Mail;

use crate::world::{Answer, World, hours, minutes, now, say, ses_event, set_now};

const ANA: &str = "ana@example.com";
/// What RFC 8058 has mailbox providers post.
const ONE_CLICK: [(&str, &str); 1] = [("List-Unsubscribe", "One-Click")];

/// A shop that asks about every order: a day after it arrived, and three days after.
fn asking() -> World {
    World::new().with_shop(|shop| {
        shop["ask_after_days"] = json!({"csat": 1, "review": 3});
        shop["ask_every_days"] = json!(0);
        // What the shop is told of slow parcels and bounces is another matter.
        shop["kinds"]["attention"] = json!({"on": false});
    })
}

/// An order of an address arrives.
async fn arrive_at(world: &mut World, id: u64, address: &str) {
    let (number, paid) = (format!("94001112064062{id:08}"), say::paid_at(now()));
    let of = |order: &mut serde_json::Value| {
        order["billing"]["email"] = address.into();
        paid(order);
    };
    world.hear([say::checkout(id, "processing", now(), of)]).await;
    world.pass(minutes(10)).await;
    world.hear([say::shipped(&id.to_string(), &number, now())]).await;
    world.pass(hours(40)).await;
    world.hear([say::scanned(&number, "delivered", now())]).await;
    world.pass(minutes(10)).await;
}

/// An order that arrived, of which the customer was asked the first thing; the token that stops all others.
async fn asked_once(world: &mut World) -> String {
    arrive_at(world, 727, ANA).await;
    world.pass(hours(60)).await;
    assert_eq!(asked(world), ["csat"]);
    world.link("unsubscribe", ANA).expect("a way to stop it")
}

fn asked(world: &World) -> Vec<&'static str> {
    world.mails().into_iter().filter(|kind| ["csat", "review"].contains(kind)).collect()
}

/// What the ledger says of the second question.
fn review(world: &World) -> Option<Mail> {
    let data = world.tables.data();
    data.mails.values().find(|mail| mail.kind.is_some_and(|kind| kind.name() == "review")).cloned()
}

fn suppressed(world: &World) -> Vec<Suppression> {
    world.tables.data().suppressed.values().copied().collect()
}

fn held(world: &World) -> Vec<String> {
    let data = world.tables.data();
    let reasons = data.mails.values().filter_map(|mail| match &mail.entry.state {
        State::Held { reason } => Some(reason.clone()),
        _ => None,
    });
    reasons.collect()
}

/// Somebody posts; all that follows of it happens.
async fn click(world: &mut World, token: &str) {
    set_now(now() + SignedDuration::from_millis(1));
    let answer = world.visit(&format!("unsubscribe/{token}"), Some(&ONE_CLICK)).await;
    assert_eq!(answer.status(), 200, "a redirect would be no one click");
    assert!(answer.headers().get("set-cookie").is_none());
    world.drain().await;
}

#[tokio::test]
async fn one_click_stops_every_later_question_of_the_customer_at_the_shop_and_no_order_mail() {
    let mut world = asking();
    let token = asked_once(&mut world).await;
    click(&mut world, &token).await;
    assert_eq!(suppressed(&world), [Suppression::OptedOut]);
    let before = world.mails();
    arrive_at(&mut world, 728, "ANA@example.com").await;
    world.pass(hours(24 * 5)).await;
    assert_eq!(world.mails()[before.len()..], ["confirmed", "receipt", "shipped", "delivered"]);
    assert_eq!(held(&world), vec!["the address is suppressed: opted out of questions"; 2], "of the other order");
    arrive_at(&mut world, 729, "bob@example.com").await;
    world.pass(hours(24 * 5)).await;
    assert_eq!(asked(&world), ["csat", "csat", "review"], "everybody else is asked");
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn opening_the_link_stops_nothing_however_often_scanners_do_it() {
    let mut world = asking();
    let path = format!("unsubscribe/{}", asked_once(&mut world).await);
    for _ in 0..3 {
        let page = world.visit(&path, None).await;
        assert_eq!(page.status(), 200);
        assert!(page.body().contains("<form method=\"post\">") && page.body().contains("Demo Shop"), "{}", page.body());
        for private in ["727", "28.70", "ana@", "T-Shirt"] {
            assert!(!page.body().contains(private), "the page shows {private}");
        }
        world.drain().await;
    }
    assert_eq!(suppressed(&world), []);
    world.pass(hours(24 * 5)).await;
    assert_eq!(asked(&world), ["csat", "review"]);
    world.check_books();
}

#[tokio::test]
async fn our_own_button_and_a_mailbox_provider_in_either_encoding_stop_it() {
    let multipart = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    for body in [&b"List-Unsubscribe=One-Click"[..], multipart.as_bytes(), b""] {
        let mut world = asking();
        let path = format!("unsubscribe/{}", asked_once(&mut world).await);
        let answer = world.knock(&path, Some(lambda_http::Body::Binary(body.to_vec()))).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.body().contains("will not ask you"), "{}", answer.body());
        world.drain().await;
        assert_eq!(suppressed(&world), [Suppression::OptedOut]);
        let again = world.visit(&path, None).await;
        assert!(again.body().contains("will not ask you") && !again.body().contains("<form"), "{}", again.body());
    }
}

#[tokio::test]
async fn a_forged_an_expired_and_another_pages_token_get_the_answer_of_every_other_page_and_stop_nothing() {
    let mut world = asking();
    let token = asked_once(&mut world).await;
    let nothing = world.page("nonsense").await;
    let page = world.link("orders", ANA).expect("the page");
    let other = OrderId::new("demo", "728").to_string();
    let forged = token.replace(OrderId::new("demo", "727").as_str(), &other);
    for wrong in [String::new(), "nonsense".to_owned(), forged, format!("{token}x"), page] {
        for form in [None, Some(&ONE_CLICK[..])] {
            let answer = world.visit(&format!("unsubscribe/{wrong}"), form).await;
            assert_eq!((answer.status(), answer.body()), (nothing.status(), nothing.body()), "{wrong}");
        }
    }
    for place in ["orders", "addresses"] {
        let answer = world.visit(&format!("{place}/{token}"), None).await;
        assert_eq!(answer.status(), 404, "who may stop questions may see nothing of the order");
    }
    world.drain().await;
    world.pass(hours(24 * 5)).await;
    assert_eq!((suppressed(&world), asked(&world)), (vec![], vec!["csat", "review"]));
    world.pass(hours(24 * 720)).await;
    assert_eq!(world.visit(&format!("unsubscribe/{token}"), None).await.status(), 200, "a mail is kept for long");
    world.pass(hours(24 * 10)).await;
    assert_eq!(world.visit(&format!("unsubscribe/{token}"), None).await.status(), 404);
}

#[tokio::test]
async fn the_header_leads_where_the_link_does_and_only_mails_that_ask_have_it() {
    let mut world = asking();
    let token = asked_once(&mut world).await;
    for sent in world.ses.sent() {
        let raw = String::from_utf8(sent.raw).expect("ASCII");
        let (head, body) = raw.split_once("\r\n\r\n").expect("a head and a body");
        let link = format!("\r\nList-Unsubscribe: <https://pages.example.com/unsubscribe/{token}>\r\n");
        let (stops, asks) = (head.contains(&link), sent.kind.name() == "csat");
        assert_eq!(stops, asks, "{head}");
        assert_eq!(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), asks, "{head}");
        assert_eq!(raw.contains("nsubscribe"), asks, "{body}");
    }
}

#[tokio::test]
async fn who_stops_twice_is_stopped_once_and_a_stronger_reason_stays() {
    let mut world = asking();
    let token = asked_once(&mut world).await;
    click(&mut world, &token).await;
    let version = |world: &World| {
        let stored = world.tables.data().stored(&OrderId::new("demo", "727")).expect("an order");
        (stored.v, stored.deliveries.len())
    };
    let before = version(&world);
    for _ in 0..3 {
        click(&mut world, &token).await;
    }
    assert_eq!(version(&world), before, "nothing more is kept");
    let sent = world.ses.sent().remove(0);
    let tags = json!({"intent": [sent.intent.as_str()], "shop": ["demo"]});
    world.feedback.send(ses_event("Complaint", "ses-1", ANA, &tags), now());
    world.drain().await;
    assert_eq!(suppressed(&world), [Suppression::Complaint]);
    world.pass(hours(24 * 5)).await;
    assert_eq!((suppressed(&world), asked(&world)), (vec![Suppression::Complaint], vec!["csat"]));
    world.check_books();
}

#[tokio::test]
async fn who_stops_is_who_read_the_mail_whatever_the_orders_address_is_by_now() {
    let mut world = asking();
    let token = asked_once(&mut world).await;
    let moved = |order: &mut serde_json::Value| {
        order["billing"]["email"] = "ana@example.net".into();
        say::paid_at(now())(order);
    };
    world.hear([say::checkout(727, "completed", now(), moved)]).await;
    click(&mut world, &token).await;
    arrive_at(&mut world, 728, ANA).await;
    arrive_at(&mut world, 729, "ana@example.net").await;
    world.pass(hours(24 * 5)).await;
    let to: Vec<String> = world
        .ses
        .sent()
        .into_iter()
        .filter(|sent| ["csat", "review"].contains(&sent.kind.name()))
        .map(|s| s.to)
        .collect();
    assert_eq!(to, [ANA, "ana@example.net", "ana@example.net"]);
    assert_eq!(suppressed(&world), [Suppression::OptedOut]);
    world.check_books();
}

#[tokio::test]
async fn a_question_that_is_on_its_way_is_not_doubled_and_one_that_waits_is_not_asked() {
    let mut world = asking();
    let token = asked_once(&mut world).await;
    // Nobody knows whether SES has the next one.
    world.ses.will([Answer::Lose]);
    while review(&world).is_none() {
        world.pass(minutes(1)).await;
    }
    assert!(matches!(review(&world).expect("there").entry.state, State::Claimed { .. }));
    click(&mut world, &token).await;
    world.pass(hours(24 * 3)).await;
    assert_eq!((asked(&world), world.ses.canaries()), (vec!["csat"], 0));
    let why = "whether SES took it is not known; it is not sent again: the customer wants no more questions".to_owned();
    assert_eq!(review(&world).expect("there").entry.state, State::GivenUp { reason: why });
    world.check_books();
    world.check_reasons();

    let mut world = asking();
    let token = asked_once(&mut world).await;
    world.ses.will([Answer::NotNow(hours(48))]);
    world.pass(hours(46)).await;
    assert!(matches!(review(&world).expect("there").entry.state, State::Owed { .. }));
    click(&mut world, &token).await;
    world.pass(hours(24 * 3)).await;
    assert_eq!(asked(&world), ["csat"]);
    assert_eq!(review(&world).and_then(|mail| mail.reason).as_deref(), Some("the customer wants no more questions"));
    world.check_books();
}

#[tokio::test]
async fn a_lost_hint_and_a_table_that_fails_cost_no_wish() {
    let mut world = asking();
    let token = asked_once(&mut world).await;
    let path = format!("unsubscribe/{token}");
    assert_eq!(world.visit(&path, Some(&ONE_CLICK)).await.status(), 200);
    world.take_deliveries().await;
    world.mail.lose_all();
    assert_eq!(suppressed(&world), []);
    world.faults.break_down("UpdateItem suppress");
    world.pass(minutes(40)).await;
    world.faults.mend();
    world.pass(minutes(40)).await;
    assert_eq!(suppressed(&world), [Suppression::OptedOut]);
    // It is looked after for a day, and then the order sleeps.
    world.pass(hours(50)).await;
    assert_eq!(world.tables.data().next_wake(), None);
    world.check_books();
}

#[tokio::test]
async fn while_the_queue_takes_no_words_the_page_asks_to_try_again() {
    let mut world = asking();
    let path = format!("unsubscribe/{}", asked_once(&mut world).await);
    world.faults.break_down("SendMessage word");
    assert_eq!(world.visit(&path, Some(&ONE_CLICK)).await.status(), 503, "a provider tries again");
    world.faults.mend();
    assert_eq!(world.visit(&path, Some(&ONE_CLICK)).await.status(), 200);
}

#[tokio::test]
async fn of_a_question_nobody_knows_whether_ses_has_it_so_it_is_not_asked_again() {
    let mut world = asking();
    arrive_at(&mut world, 727, ANA).await;
    world.ses.will([Answer::Lose]);
    world.pass(hours(24 * 6)).await;
    assert_eq!(asked(&world), ["review"], "canaries prove nothing of the configuration set that questions go by");
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn half_of_what_stops_all_mail_stops_questions() {
    let mut world = asking();
    world.ses.allows(28.0, 50_000.0, 200.0);
    arrive_at(&mut world, 727, ANA).await;
    world.pass(hours(23)).await;
    for id in 0..3 {
        let address = format!("bounce-{id}@example.com");
        let of = |order: &mut serde_json::Value| order["billing"]["email"] = address.into();
        world.hear([say::checkout(1_000 + id, "pending", now(), of)]).await;
        world.hear([say::paid(&format!("pi_{id}"), &(1_000 + id).to_string(), now())]).await;
        world.pass(minutes(5)).await;
    }
    world.pass(hours(20)).await;
    assert_eq!(asked(&world), [] as [&str; 0], "so many came back");
    let told = world.mails().len();
    world.hear([say::checkout(730, "processing", now(), say::paid_at(now()))]).await;
    world.pass(minutes(5)).await;
    assert_eq!(world.mails()[told..], ["confirmed", "receipt"], "what customers wait for goes");
    world.pass(hours(12)).await;
    assert_eq!(asked(&world), ["csat"], "a day later it goes on by itself");
}
