//! DynamoDB: orders, raw deliveries, links and the ledger of mails.

mod calls;
pub mod feedback;
mod item;
pub mod mails;
pub mod orders;
pub mod raw;
pub mod waking;
