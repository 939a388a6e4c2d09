//! Sample orders that every design is tried on: plain, bare, large, from right to left, and with hostile words.
//!
//! An order lists every situation that its facts ever made true, so a few lives have mails of every kind.

use domain::fact::{Checkout, Fact, Fulfilment, Payment, Return, Source, Tracking, Word};
use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, Ledger, Said, State};
use domain::order::Order;
use domain::shop::Shop;
use domain::situations::{Kind, Situation, situations};
use domain::view::View;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::compose::{Leads, Message, Unrenderable, compose};
use crate::design::Design;

/// A sample order and the shop that it was placed at.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What is special about it, in words.
    pub name: &'static str,
    shop: Shop,
    order: Order,
}

/// Read-only: the file is compiled in, and a test reads all of it.
const SAMPLES: &str = include_str!("samples.json");
const PAGE: &str = "https://pages.example.com/orders/v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";
const STOP: &str = "https://pages.example.com/stop/v1.k1.abcdefghijklmnopqrstuvwxyz.1z141z3.0123456789abcdef";
/// When its news are told: 2026-11-26T13:00:00Z.
const NOW: Timestamp = Timestamp::constant(1_795_698_000, 0);

/// What strangers may call themselves and their goods: ends attributes, elements and texts, and is a link.
const HOSTILE: &str = "javascript:alert(1)//\"'><script>alert(1)</script><b onclick=x>&{{7*7}}{% raw %}";
const RIGHT_TO_LEFT: &str = "🧶 شال من الصوف";

/// What is special about those that have all that an order can have.
pub const EVERYTHING: &str = "an order with everything";

/// All of them, in a language.
pub fn all(language: &str) -> Vec<Sample> {
    let Ok(file) = serde_json::from_str::<Value>(SAMPLES) else { return Vec::new() };
    let (mut plain, mut bare) = (file["document"].clone(), file["bare_document"].clone());
    plain["locale"] = json!(language);
    bare["locale"] = json!(language);
    let (shop, bare_shop, facts) = (&file["shop"], &file["bare_shop"], &file["facts"]);
    let mut samples = Vec::new();
    let mut add = |name, shop: &Value, document: &Value, facts: &Value, lives: &[&str]| {
        samples.extend(lives.iter().filter_map(|life| sample(name, shop, document, facts, life)));
    };
    add(EVERYTHING, shop, &plain, facts, &LIVES);
    add("an order with only what must be there", bare_shop, &bare, facts, &LIVES);
    add("an order with 250 lines", shop, &large(&plain), facts, &LIVES[..2]);
    for (name, text, lives) in
        [("an order from right to left", RIGHT_TO_LEFT, &LIVES[..1]), ("an order with hostile words", HOSTILE, &LIVES)]
    {
        let of = |value| worded(value, text, &WRITTEN);
        add(name, &of(shop), &of(&plain), &worded(facts, text, &SAID), lives);
    }
    samples
}

const LIVES: [&str; 11] =
    ["whole", "unpaid", "sent", "cancelled", "problem", "returning", "lost", "edited", "basket", "returned", "short"];

impl Sample {
    /// Its news of these kinds: each has a mail.
    pub fn news(&self, kinds: &[Kind]) -> Vec<Situation> {
        let of = |situation: &Situation| kinds.contains(&situation.kind) && self.write(None, situation).is_ok();
        self.situations().into_iter().filter(of).collect()
    }

    /// Writes the mail of some news, in a design or as it is built in.
    pub fn write(&self, design: Option<&Design>, news: &Situation) -> Result<Message, Unrenderable> {
        let view = View::new(&self.order, self.shop.policy()).ok_or(Unrenderable::Gone("order"))?;
        let (shop, id) = (&self.shop, id());
        let leads = Leads { page: PAGE.to_owned(), stop: Some(STOP.to_owned()) };
        match design {
            Some(design) => design.compose(shop, &id, &view, news, &leads, NOW),
            None => compose(shop, &id, &view, news, &leads, NOW),
        }
    }

    /// All that is true of it, whether it has a mail or not.
    pub fn situations(&self) -> Vec<Situation> {
        situations(&id(), &self.order, &told(), self.shop.policy(), NOW)
    }
}

/// One thing that is known of an order.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Known {
    Checkout(Box<Checkout>),
    Payment(Box<Payment>),
    Fulfilment(Box<Fulfilment>),
    Tracking(Box<Tracking>),
    Return(Box<Return>),
    Customer(Box<Word>),
}

fn id() -> OrderId {
    OrderId::new("samples", "10427")
}

fn sample(name: &'static str, shop: &Value, document: &Value, facts: &Value, life: &str) -> Option<Sample> {
    let before = before(document);
    let mut order = Order::default();
    for known in
        facts.as_array()?.iter().filter(|known| known["lives"].as_array().is_some_and(|all| all.contains(&json!(life))))
    {
        let mut fact = known["fact"].clone();
        if let Some(checkout) = fact.get_mut("checkout") {
            checkout["document"] = if known["before"] == true { before.clone() } else { document.clone() };
            checkout["document"]["basket"] = known["basket"].clone();
            for line in checkout["document"]["lines"].as_array_mut().into_iter().flatten().take(2) {
                // The second one is a thing of which nobody knows when it comes.
                let expected = known.get("short").filter(|_| line["id"] == "1");
                line["back_order"] =
                    known.get("short").map_or(Value::Null, |_| json!({"quantity": 1, "expected": expected}));
            }
        }
        if let Some(word) = fact.get_mut("customer") {
            word["order"] = json!(id());
        }
        let fact = match serde_json::from_value(fact).ok()? {
            Known::Checkout(checkout) => Fact::Checkout(checkout),
            Known::Payment(payment) => Fact::Payment(payment),
            Known::Fulfilment(fulfilment) => Fact::Fulfilment(fulfilment),
            Known::Tracking(tracking) => Fact::Tracking(tracking),
            Known::Return(back) => Fact::Return(back),
            Known::Customer(word) => Fact::Customer(word),
        };
        order.fold(&Source::new("samples", known["source"].as_str()?), NOW, fact);
    }
    Some(Sample { name, shop: serde_json::from_value(shop.clone()).ok()?, order })
}

/// The customer knows the first parcel's first number.
fn told() -> Ledger {
    let entry = Entry {
        state: State::Sent { ses_id: "1".to_owned(), at: NOW },
        said: Said { number: Some("OLD-1".to_owned()), ..Said::default() },
        ..Entry::default()
    };
    Ledger::from([(IntentId::new(&id(), "shipped", "f1"), entry)])
}

/// The same order before it was changed.
fn before(document: &Value) -> Value {
    let mut before = document.clone();
    if let Some(lines) = before["lines"].as_array_mut() {
        let mut removed = lines.first().cloned().unwrap_or_default();
        removed["id"] = json!("removed");
        lines.push(removed);
        lines[0]["quantity"] = json!(7);
    }
    if before["shipping"].is_object() {
        before["shipping"]["lines"] = json!(["Harbour Rd 3"]);
    }
    before["total"] = json!(before["total"].as_i64().unwrap_or_default() - 500);
    before
}

fn large(document: &Value) -> Value {
    let mut document = document.clone();
    let line = |n: u32| json!({"id": n.to_string(), "name": format!("Bead number {n}"), "quantity": n, "total": 100});
    document["lines"] = (1..=250).map(line).collect();
    document
}

/// What strangers write of shops and orders …
const WRITTEN: [&str; 12] = [
    "name",
    "number",
    "variant",
    "sku",
    "title",
    "shipping_method",
    "postcode",
    "city",
    "region",
    "postal_address",
    "text",
    "label",
];
/// … and say of payments, parcels and withdrawals.
const SAID: [&str; 8] = ["carrier", "place", "text", "name", "brand", "last4", "wallet", "words"];

/// The same with one text in the place of every text that strangers write.
fn worded(value: &Value, text: &str, free: &[&str]) -> Value {
    match value {
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| {
                let stranger = value.is_string() && free.contains(&key.as_str());
                let lines = key == "lines" && value[0].is_string() || key == "footer";
                let value = match () {
                    () if stranger && key == "label" => json!(text.chars().take(40).collect::<String>()),
                    () if stranger => json!(text),
                    () if lines => json!([text]),
                    () => worded(value, text, free),
                };
                (key.clone(), value)
            };
            Value::Object(fields.iter().map(field).collect())
        }
        Value::Array(all) => all.iter().map(|value| worded(value, text, free)).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_samples_of_every_kind_and_all_can_be_written() {
        let samples = all("en");
        assert_eq!(samples.len(), 11 + 11 + 2 + 1 + 11);
        let mut written = BTreeSet::new();
        for sample in &samples {
            for news in sample.situations() {
                let mail = sample.write(None, &news);
                // A situation may be about what is not there any more: then there is no such mail.
                let mistaken = matches!(mail, Err(Unrenderable::Template(_) | Unrenderable::Text(_)));
                assert!(!mistaken, "{}, {:?}: {mail:?}", sample.name, news.kind);
                written.extend(mail.is_ok().then_some(news.kind));
            }
        }
        let missing: Vec<_> = Kind::ALL.into_iter().filter(|kind| !written.contains(kind)).collect();
        assert!(missing.is_empty(), "samples.json has no facts that make these kinds true: add some: {missing:?}");
    }
}
