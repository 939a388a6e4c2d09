//! What storefronts and carriers say of parcels.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::Reference;
use crate::link::Link;
use crate::tracking::{ParcelState, TrackingNumber};

/// A whole fulfilment document: never an increment.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Fulfilment {
    /// The source's id.
    pub id: String,
    /// The version's time.
    pub at: Timestamp,
    /// Names of its order.
    pub references: Vec<Reference>,
    /// Absent when not one that we know.
    pub state: Option<FulfilmentState>,
    /// Lines and quantities; empty means all of the order.
    pub lines: Vec<FulfilledLine>,
    /// Who carries it, as the source writes it.
    pub carrier: Option<String>,
    /// The current number.
    pub number: Option<TrackingNumber>,
    /// Where to follow it, if the source says.
    pub url: Option<Link>,
    /// The promised date of delivery.
    pub promised: Option<Date>,
}

/// How far a fulfilment is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FulfilmentState {
    /// Being picked.
    Picked,
    /// Checked.
    Inspected,
    /// Packed, perhaps with a label.
    Packed,
    /// On its way.
    Shipped,
    /// With the customer.
    Delivered,
    /// Voided.
    Cancelled,
}

/// A quantity of one ordered line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FulfilledLine {
    /// The storefront's id of the line.
    pub line: String,
    /// How many of it.
    pub quantity: u32,
}

/// A carrier's or aggregator's word on a parcel.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question that a carrier answers by itself")]
pub struct Tracking {
    /// The source's own id of what it watches.
    pub tracker: String,
    /// The version's time.
    pub at: Timestamp,
    /// Made in a test mode.
    pub test: bool,
    /// The parcel's number.
    pub number: TrackingNumber,
    /// Who carries it.
    pub carrier: Option<String>,
    /// Absent when unknown: the state before it stays.
    pub state: Option<ParcelState>,
    /// A parcel that travels back.
    pub is_return: bool,
    /// The carrier says that it is late.
    pub delayed: Option<DelayCause>,
    /// The customer has to do something.
    pub action_required: bool,
    /// Why something is wrong.
    pub reason: Option<Reason>,
    /// Scans that this delivery tells of.
    pub scans: Vec<Scan>,
    /// Whether `scans` is the whole history, or only what is new.
    pub whole: bool,
    /// The date of delivery as of now.
    pub promised: Option<Date>,
    /// Where to follow it, if the source says and its host is known.
    pub url: Option<Link>,
}

impl Tracking {
    /// A word on a parcel that says nothing yet but its number and when.
    pub fn of(number: TrackingNumber, at: Timestamp) -> Self {
        Self {
            tracker: number.as_str().to_owned(),
            at,
            test: false,
            number,
            carrier: None,
            state: None,
            is_return: false,
            delayed: None,
            action_required: false,
            reason: None,
            scans: Vec::new(),
            whole: false,
            promised: None,
            url: None,
        }
    }

    /// When what it says of now became so: as old as its newest scan, not as the post that carried it.
    pub fn moved_at(&self) -> Timestamp {
        self.scans.iter().map(|scan| scan.at).max().unwrap_or(self.at)
    }
}

/// Why a parcel is late.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DelayCause {
    /// The carrier said so.
    Carrier,
    /// Weather.
    Weather,
    /// Customs.
    Customs,
}

impl DelayCause {
    /// The name in subjects: a wire format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Carrier => "carrier",
            Self::Weather => "weather",
            Self::Customs => "customs",
        }
    }
}

/// Why something is wrong with a parcel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Reason {
    Address,
    RecipientAbsent,
    Refused,
    Damaged,
    Missorted,
    HeldOnRequest,
    Customs,
    PickupMissed,
    Weather,
    Lost,
    Other,
}

/// One scan of a parcel.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Scan {
    /// When, as good as the source knows.
    pub at: Timestamp,
    /// The date on the clock where it was scanned.
    pub date: Date,
    /// What it means.
    pub state: Option<ParcelState>,
    /// The source's words.
    pub text: String,
    /// Town, region, country.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

impl crate::register::Member for Scan {}
