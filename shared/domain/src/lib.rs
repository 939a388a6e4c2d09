//! Orders, the facts that make them, and the situations that customers should hear of.
//!
//! Pure: no I/O, no clock, no randomness. `now` and policy are arguments, so a set of facts always means the same.

pub mod address;
pub mod back_orders;
pub mod calendar;
pub mod content;
pub mod customer;
pub mod design;
pub mod edits;
pub mod explain;
pub mod fact;
pub mod fold;
pub mod gate;
mod headline;
pub mod hint;
pub mod ids;
pub mod kept;
pub mod lack;
pub mod ledger;
pub mod link;
pub mod money;
pub mod open;
pub mod order;
pub mod parcel;
pub mod patience;
pub mod personal;
pub mod policy;
pub mod ports;
pub mod reconciling;
pub mod refunds;
pub mod register;
mod repair;
pub mod reputation;
pub mod returns;
mod rows;
pub mod shop;
pub mod silence;
pub mod situations;
pub mod sleep;
pub mod table;
pub mod theme;
pub mod tracking;
pub mod typo;
pub mod view;
pub mod waking;
pub mod withdrawal;
