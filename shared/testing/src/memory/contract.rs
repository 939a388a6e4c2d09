//! What the code relies on of any store, asked of the ones in memory and of the real ones alike.

mod asked;
mod designs;
mod history;
mod mails;
mod orders;
mod sending;
mod sources;
mod waking;

pub use designs::check_designs;
pub use history::check_history;
pub use mails::check_mails;
pub use orders::check_orders;
pub use sources::{check_heard, check_progress};
pub use waking::{check_cursor, check_due};

use std::collections::BTreeSet;

use domain::ids::OrderId;
use domain::kept::{Body, Kept};
use domain::ports::{Handles, Stored};
use jiff::Timestamp;

use crate::facts;

/// An order of one checkout, as it would be written first.
fn stored(version: u64) -> Stored {
    let deliveries = BTreeSet::from([format!("digest-{version}")]).into();
    let order = facts::order([facts::checkout().said()]).into();
    Stored { shop: "demo".to_owned(), order, deliveries, wake_at: None, v: version }
}

fn handles() -> Handles {
    Handles {
        headline: "confirmed",
        placed_at: Some(facts::placed()),
        total: Some(facts::euros(facts::TOTAL)),
        customer: Some("hash".to_owned()),
        expires: None,
    }
}

fn id(name: &str) -> OrderId {
    OrderId::new("demo", name)
}

fn kept(name: &str, body: Vec<u8>) -> Kept {
    Kept {
        id: format!("request-{name}"),
        family: "payments".to_owned(),
        provider: "stripe".to_owned(),
        connection: name.to_owned(),
        received_at: facts::placed(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        by: domain::kept::By::Webhook,
        body: Body(body),
    }
}

fn at(second: i64) -> Timestamp {
    facts::placed() + jiff::SignedDuration::from_secs(second)
}
