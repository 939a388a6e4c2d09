//! What the commands print, and that they only read.

use operator::commands::{Answer, Asked, Command, Which, run};
use serde_json::Value;

use super::{books, id, many_stories};
use crate::world::{World, minutes, now, say, second};

async fn ask(world: &World, command: Command, json: bool, personal: bool) -> Answer {
    let asked = Asked { command, policy: None, json, personal };
    run(&books::books(world), &books::settings(world), &asked, now()).await.expect("answered")
}

/// The text without ids of messages, which are drawn.
async fn story() -> World {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    world.pass(minutes(5)).await;
    world.hear([say::paid("pi_1", "727", now())]).await;
    world.pass(minutes(5)).await;
    world.hear([say::scanned("1Z727", "in_transit", now())]).await;
    world.hear([say::shipped("727", "1Z727", now())]).await;
    world.pass(minutes(60)).await;
    world.hear([say::scanned("1Z727", "delivered", now())]).await;
    world.pass(minutes(60)).await;
    world
}

#[tokio::test]
async fn the_text_of_an_explanation() {
    let world = story().await;
    let answer = ask(&world, Command::Explain(Which::Number("demo".to_owned(), "#727".to_owned())), false, false).await;
    assert!(answer.text.lines().all(|line| line.chars().count() <= 100), "wider than a terminal");
    insta::assert_snapshot!(answer.text);
}

#[tokio::test]
async fn the_text_of_a_replay() {
    let world = story().await;
    let answer = ask(&world, Command::Replay(Which::Key(id(727)), None), false, false).await;
    assert!(!answer.differs, "{}", answer.text);
    insta::assert_snapshot!(answer.text);
}

#[tokio::test]
async fn nobody_is_named_unless_it_is_asked_for() {
    let world = many_stories().await;
    let orders = world.tables.data().orders();
    for order in orders {
        for json in [false, true] {
            for command in
                [Command::Explain(Which::Key(order.clone())), Command::Replay(Which::Key(order.clone()), None)]
            {
                let text = ask(&world, command, json, false).await.text;
                for personal in ["@", "Ana", "Müller", "Hauptstr", "Berlin", "10115"] {
                    assert!(!text.contains(personal), "{personal} in {text}");
                }
            }
        }
    }
    let named = ask(&world, Command::Explain(Which::Key(id(802))), false, true).await;
    assert!(named.text.contains("ana@example.com"));
}

#[tokio::test]
async fn many_orders_are_replayed_in_short_and_json_says_the_same() {
    let world = many_stories().await;
    let short = ask(&world, Command::ReplayMany(None, usize::MAX), false, false).await;
    assert_eq!(short.text, "10 orders replayed, 10 without a difference\n");
    let json = ask(&world, Command::ReplayMany(None, 3), true, false).await;
    let all: Vec<Value> = serde_json::from_str(&json.text).expect("JSON");
    assert_eq!(all.len(), 3);
    let json = ask(&world, Command::Explain(Which::Key(id(727))), true, false).await;
    let explanation: Value = serde_json::from_str(&json.text).expect("JSON");
    assert_eq!(explanation["kinds"].as_array().expect("kinds").len(), domain::situations::Kind::ALL.len());
}

#[tokio::test]
async fn the_commands_write_nothing() {
    let world = many_stories().await;
    let before = world.faults.names().len();
    ask(&world, Command::Explain(Which::Key(id(727))), false, false).await;
    ask(&world, Command::ReplayMany(None, usize::MAX), false, false).await;
    let calls: Vec<_> = world.faults.names()[before..].to_vec();
    let reads = ["Get", "BatchGet", "Query"];
    assert!(calls.iter().all(|call| reads.iter().any(|read| call.starts_with(read))), "{calls:?}");
}

#[tokio::test]
async fn what_is_exported_is_replayed_the_same() {
    let world = story().await;
    let folder = std::env::temp_dir().join(format!("tidings-export-{}", std::process::id()));
    ask(&world, Command::Export(Which::Key(id(727)), folder.clone()), false, false).await;
    let answer = ask(&world, Command::ReplayFolder(folder.clone()), false, false).await;
    assert!(!answer.differs, "{}", answer.text);
    // A world that never heard of it: everything is new.
    let other = World::new();
    let answer = ask(&other, Command::ReplayFolder(folder.clone()), false, false).await;
    std::fs::remove_dir_all(&folder).expect("it was made");
    assert!(answer.differs && answer.text.contains("+ added   delivered"), "{}", answer.text);
}

#[tokio::test]
async fn what_waits_under_an_orders_name_is_shown() {
    let mut world = World::new();
    // Two orders are called 729: a payment for "729" could be either's.
    let called = |order: &mut Value| order["number"] = "729".into();
    world.hear([728, 729].map(|id| say::checkout(id, "pending", second(-10), called))).await;
    world.hear([say::paid("pi_1", "729", second(-5))]).await;
    world.pass(minutes(5)).await;
    let text = ask(&world, Command::Explain(Which::Key(id(728))), false, false).await.text;
    assert!(text.contains("waits under order:729: several orders have this name"), "{text}");
}

#[tokio::test]
async fn dead_letters_are_tried_on_their_order_before_a_redrive() {
    let whole = story().await;
    let folder = std::env::temp_dir().join(format!("tidings-dead-{}", std::process::id()));
    ask(&whole, Command::Export(Which::Key(id(727)), folder.clone()), false, false).await;
    for entry in std::fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("a file").path();
        let kept: domain::kept::Kept =
            serde_json::from_str(&std::fs::read_to_string(&path).expect("a text")).expect("a delivery");
        // As the dead-letter queue has it.
        let letter = queue::messages::Incoming { v: 1, what: queue::messages::What::Delivery(kept) };
        std::fs::write(&path, serde_json::to_string(&letter).expect("JSON")).expect("written");
    }
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    world.pass(minutes(200)).await;
    let command = Command::Replay(Which::Key(id(727)), Some(folder.clone()));
    let answer = ask(&world, command, false, false).await;
    std::fs::remove_dir_all(&folder).expect("it was made");
    assert!(answer.differs && answer.text.contains("+ added   delivered"), "{}", answer.text);
}
