//! What a customer says on the pages that mails lead to.

use serde::{Deserialize, Serialize};

use crate::ids::OrderId;
use crate::personal::{Email, Personal};
use crate::situations::Kind;

/// The version of [`Word`] that this code writes, and the newest that it reads.
pub const WORD_VERSION: u32 = 1;

/// One thing that somebody said on an order's page: the body of a delivery of the family `customers`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Word {
    /// The word's version.
    pub v: u32,
    /// Of which order.
    pub order: OrderId,
    /// Unlike every other word's: base32, drawn from the request.
    pub id: String,
    /// What was said.
    pub says: Says,
}

/// What can be said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// Somebody tried to correct the customer's address; nothing if the proof did not fit.
    Tried(Option<Correction>),
    /// Whoever reads the corrected address's mail confirmed the try of this id.
    Confirmed(String),
    /// A question was answered.
    Answered(Answered),
    /// Whoever reads the mail of the address of this keyed hash wants no more questions of the shop.
    Stopped(String),
    /// The customer withdraws from the contract.
    Withdrew(Withdrawal),
}

/// An address in the place of another, valid while the storefront still has the other.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Correction {
    /// What the storefront has.
    pub replaces: Email,
    /// What the customer says instead.
    pub with: Email,
}

/// A question's answer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Answered {
    /// Which question.
    pub question: Question,
    /// On the question's scale; a review has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u8>,
    /// In the customer's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Personal<String>>,
}

/// A statement that the customer withdraws from the contract, as it was made.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Withdrawal {
    /// From what.
    pub of: Scope,
    /// Who states it; nothing once the person is forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Personal<String>>,
    /// In the customer's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Personal<String>>,
}

/// What a withdrawal is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole order.
    Whole,
    /// Some of its lines, each with all that was ordered of it.
    Lines(Vec<WithdrawnLine>),
}

/// One line, as it was when it was withdrawn from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct WithdrawnLine {
    /// The storefront's id of the line.
    pub line: String,
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: u32,
}

/// What customers are asked after delivery. Names are a wire format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// How satisfied, from 1 to 5.
    Csat,
    /// Whether the shop is recommended, from 0 to 10.
    Nps,
    /// A few words.
    Review,
}

impl Question {
    /// Every question.
    pub const ALL: [Self; 3] = [Self::Csat, Self::Nps, Self::Review];

    /// The name in links, subjects and texts.
    pub const fn name(self) -> &'static str {
        self.kind().name()
    }

    /// The mail that asks it.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Csat => Kind::Csat,
            Self::Nps => Kind::Nps,
            Self::Review => Kind::Review,
        }
    }

    /// The question that a kind of mail asks, if it asks one that a page can take the answer of.
    pub fn of(kind: Kind) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.kind() == kind)
    }

    /// Reads a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.name() == name)
    }

    /// Its lowest and its highest answer; a review has none.
    pub const fn scale(self) -> Option<(u8, u8)> {
        match self {
            Self::Csat => Some((1, 5)),
            Self::Nps => Some((0, 10)),
            Self::Review => None,
        }
    }

    /// Whether an answer on its scale is one that the shop should know of at once.
    pub const fn is_unhappy(self, value: u8) -> bool {
        match self {
            Self::Csat => value <= 2,
            Self::Nps => value <= 6,
            Self::Review => false,
        }
    }
}
