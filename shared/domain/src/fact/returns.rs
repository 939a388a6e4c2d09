//! What a shop's returns desk says of things that a customer sends back.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::Reference;
use crate::address::Address;
use crate::link::Link;
use crate::money::Money;
use crate::personal::Personal;

/// A whole document of one return: never an increment.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Return {
    /// The source's id.
    pub id: String,
    /// The version's time.
    pub at: Timestamp,
    /// Names of its order.
    pub references: Vec<Reference>,
    /// Absent when not one that we know.
    pub status: Option<ReturnStatus>,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What is sent back; empty if nobody says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<ReturnedLine>,
    /// Why, as the customer or the shop wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Personal<String>>,
    /// Where the label is. It has the customer's address on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Link>,
    /// Where the things go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// The last day to send them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send_by: Option<Date>,
    /// What it costs the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<ReturnCost>,
    /// Why the shop does not take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<Declined>,
    /// What the customer gets back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund: Option<Money>,
}

/// Where a return is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnStatus {
    /// The customer asks for it.
    Requested,
    /// The customer may send the things.
    Approved,
    /// The shop does not take them.
    Declined,
    /// The shop has them.
    Received,
    /// Nobody waits for anything any more: settled, or called off.
    Closed,
}

/// A quantity of one ordered line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReturnedLine {
    /// The storefront's id of the line.
    pub line: String,
    /// How many of it.
    pub quantity: u32,
    /// How many of these the shop accepted, once it has looked at them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<u32>,
}

/// What it costs the customer to send things back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnCost {
    /// Nothing.
    Free,
    /// So much.
    Amount(Money),
    /// In the shop's words.
    Words(String),
}

/// Why a return was declined: never without a reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Declined {
    /// The time to return things is over.
    Late,
    /// It was sold on the condition that it is not taken back.
    FinalSale,
    /// In the shop's words, to this customer.
    Words(Personal<String>),
}
