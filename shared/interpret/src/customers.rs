//! What customers say on our own pages. Across the queue the proof is IAM: only the page may put it there.

use std::sync::Arc;

use config::connection::Connection;
use domain::fact::{Fact, WORD_VERSION, Word};
use domain::kept::Kept;
use webhooks::delivery::Unreadable;

/// The family of these deliveries.
pub const FAMILY: &str = domain::kept::CUSTOMERS;

/// Settings of a connection that needs none: it serves the shop of its own name.
pub fn connection() -> Arc<Connection> {
    Arc::new(Connection::default())
}

/// Reads a word.
pub fn interpret(kept: &Kept) -> Result<Vec<Fact>, Unreadable> {
    let word: Word =
        serde_json::from_slice(&kept.body.0).map_err(|_| Unreadable("not a customer's word".to_owned()))?;
    if word.v > WORD_VERSION {
        return Err(Unreadable("newer code wrote it: deploy that here too, then redrive".to_owned()));
    }
    Ok(vec![Fact::Customer(Box::new(word))])
}
