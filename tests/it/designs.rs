//! A shop's own texts and templates: no mail is lost to a bad one, and none reaches another shop's customers.

mod upload;

use std::io;
use std::sync::{Arc, Mutex};

use domain::design::File;
use domain::ports::Designs;
use serde_json::json;
use testing::memory::Tables;

use crate::world::{World, minutes, now, say, second, set_now};

/// All that a mail must have, in a template that shows what else it is given.
fn template(shows: &str) -> String {
    format!("{{# base-version: 1 #}}\n{shows}\n{{{{ frame.number }}}} {{{{ frame.button.url }}}}")
}

async fn designed(world: &World, shop: &str, name: &str, content: &str) {
    designed_in(&world.tables, shop, name, content).await;
}

/// Stores what nobody has tried.
async fn designed_in(tables: &Tables, shop: &str, name: &str, content: &str) {
    let file = File { name: name.to_owned(), content: content.to_owned() };
    tables.put(shop, &file).await.expect("put");
}

fn placed(id: u64) -> [crate::world::Webhook; 2] {
    let order = id.to_string();
    [say::checkout(id, "pending", second(-50), |_| {}), say::paid(&format!("pi_{id}"), &order, second(-40))]
}

/// What this thread logs.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn errors(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().expect("no panic").clone()).expect("text");
        text.lines().filter(|line| line.contains("ERROR")).map(str::to_owned).collect()
    }
}

fn logged() -> (Log, tracing::subscriber::DefaultGuard) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    (log, tracing::subscriber::set_default(subscriber))
}

#[tokio::test]
async fn a_shops_mails_are_as_it_designed_them() {
    let mut world = World::new();
    designed(&world, "demo", "templates/confirmed.txt", &template("Ahoy!")).await;
    designed(&world, "demo", "texts/en.ftl", "receipt-subject = Paid: { $number }\n").await;
    world.hear(placed(727)).await;
    world.pass(minutes(5)).await;
    let sent = world.ses.sent();
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert!(sent[0].text.starts_with("Ahoy!\nOrder 727 https://"), "{}", sent[0].text);
    assert_eq!(sent[1].subject, "Paid: 727");
    world.check_books();
}

#[tokio::test]
async fn a_design_that_fails_costs_no_mail_and_is_told_of() {
    let (log, _guard) = logged();
    // What was checked at its upload does not fit what templates see today.
    for (name, content, place) in [
        (
            "templates/confirmed.html",
            template("{{ mail.basket.lines }}"),
            "templates/confirmed.html, line 2: undefined value",
        ),
        (
            "templates/confirmed.txt",
            template("{% for i in range(99999) %}{% for i in range(99999) %}{% endfor %}{% endfor %}"),
            "templates/confirmed.txt, line 2: it does not come to an end",
        ),
        (
            "templates/confirmed.html",
            "{# base-version: 1 #}\nNothing.".to_owned(),
            "templates/confirmed.html: the mail lacks the link of its button",
        ),
        (
            "texts/en.ftl",
            "confirmed-subject = { $basket }".to_owned(),
            "texts/en.ftl: the text confirmed-subject cannot be filled in",
        ),
    ] {
        let mut world = World::new();
        designed(&world, "demo", name, &content).await;
        let before = log.errors().len();
        world.hear(placed(727)).await;
        world.pass(minutes(30)).await;
        assert_eq!(world.mails(), ["confirmed", "receipt"], "{name}");
        let confirmed = &world.ses.sent()[0];
        assert_eq!(confirmed.subject, "Order 727 is confirmed");
        assert!(confirmed.text.contains("YOUR ORDER IS CONFIRMED"), "{}", confirmed.text);
        let errors = log.errors().split_off(before);
        let told = errors.iter().any(|line| line.contains("shop=\"demo\"") && line.contains(place));
        assert!(told, "{place}: {errors:#?}");
        assert!(errors.iter().all(|line| !line.contains("ana@") && !line.contains("Ana")), "{errors:#?}");
        world.check_books();
    }
}

#[tokio::test]
async fn one_shops_design_never_reaches_anothers_mails() {
    let mut world = World::new();
    let shop = world.params.read("shops/demo");
    world.params.put("shops/second", &shop);
    let storefront = world.params.read("connections/storefronts/demo");
    world.params.put("connections/storefronts/second", &json!({"providers": storefront["providers"]}));
    designed(&world, "demo", "templates/received.txt", &template("Demo's own.")).await;
    designed(&world, "second", "templates/confirmed.txt", &template("Second's own.")).await;
    let orders = (1..=6_u64).map(|id| {
        let order = say::checkout(id, "pending", second(-50), |_| {});
        if id % 2 == 0 { order.through("second") } else { order }
    });
    world.hear(orders.collect::<Vec<_>>()).await;
    world.pass(minutes(10)).await;
    let sent = world.ses.sent();
    assert_eq!(sent.len(), 6);
    for mail in sent {
        let number: u64 = mail.subject.split(' ').nth(1).and_then(|word| word.parse().ok()).expect("a number");
        assert_eq!(mail.text.starts_with("Demo's own."), number % 2 == 1, "{}", mail.text);
        assert!(!mail.text.contains("Second's own."), "it has no design of this kind");
    }
}

#[tokio::test]
async fn no_mail_waits_for_a_design_that_cannot_be_read() {
    let mut world = World::new();
    designed(&world, "demo", "templates/confirmed.txt", &template("Ahoy!")).await;
    world.faults.break_down("Query designs");
    world.hear(placed(727)).await;
    world.pass(minutes(5)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert!(!world.ses.sent()[0].text.contains("Ahoy!"));
    world.faults.mend();
    world.hear(placed(728)).await;
    world.pass(minutes(5)).await;
    assert!(world.ses.sent()[2].text.contains("Ahoy!"), "half a minute later it is read again");
}

#[tokio::test]
async fn a_look_that_came_back_often_is_told_as_it_is_built_in() {
    let (log, _guard) = logged();
    let mut world = World::new();
    designed(&world, "demo", "templates/confirmed.txt", &template("Ahoy!")).await;
    for webhook in placed(727) {
        assert_eq!(world.post(&webhook).await, 200);
    }
    world.take_deliveries().await;
    // Three processes take the look and end under it.
    for _ in 0..3 {
        assert!(!world.mail.receive(now(), 10).is_empty());
        set_now(now() + minutes(4));
    }
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert!(!world.ses.sent()[0].text.contains("Ahoy!"), "{}", world.ses.sent()[0].text);
    assert!(log.errors().iter().any(|line| line.contains("it may be what this look failed of")), "{:#?}", log.errors());
    world.check_books();
}
