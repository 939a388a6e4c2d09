//! DynamoDB: orders, raw deliveries, links and the ledger of mails; designs.

mod asked;
mod calls;
mod canaries;
pub mod designs;
mod entries;
pub mod feedback;
mod gates;
mod heard;
pub mod history;
mod item;
pub mod listing;
pub mod mails;
pub mod orders;
mod places;
pub mod raw;
pub mod waking;
