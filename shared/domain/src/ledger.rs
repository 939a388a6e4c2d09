//! The ledger: what became of each intent.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::back_orders;
use crate::edits;
use crate::ids::IntentId;
use crate::parcel::Parcel;
use crate::situations::{About, Class, Kind, Situation};
use crate::view::View;

/// What is known of an order's mails, by intent.
pub type Ledger = BTreeMap<IntentId, Entry>;

/// What became of one intent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entry {
    /// Where it stands.
    pub state: State,
    /// How often we tried.
    pub attempts: u32,
    /// What the mail said that later mails depend on.
    pub said: Said,
    /// The newest thing that SES told us of it; any settles an ambiguous attempt.
    pub seen: Option<Seen>,
}

/// Where an intent stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum State {
    /// Nothing happened yet, or it was obsolete or off when we looked. May still be told.
    #[default]
    Untold,
    /// SES refused it for now.
    Owed {
        /// Not to be tried before.
        not_before: Timestamp,
    },
    /// Somebody is about to send it, or died doing so.
    Claimed {
        /// Whose claim it is: `{message id}:{receive count}`.
        token: String,
        /// Since when.
        at: Timestamp,
    },
    /// SES accepted it.
    Sent {
        /// SES's id.
        ses_id: String,
        /// When.
        at: Timestamp,
    },
    /// It cannot be sent: no address, a suppressed one, or a customer who was asked not long ago.
    Held {
        /// Why.
        reason: String,
    },
    /// Whether it went out cannot be known, and telling twice would be worse than not telling.
    GivenUp {
        /// Why.
        reason: String,
    },
}

/// What a told mail said that later mails depend on, and whoever asks about it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The tracking number that the customer was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The key of the order's content that the customer was shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Why it was written as it is built in although its shop has a design: what fails, and where in which file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub built_in: Option<String>,
    /// The key of what was back-ordered, as the customer was shown it; nothing if nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back_order: Option<String>,
}

impl Said {
    /// What a situation's mail says, written from the order as it is.
    pub fn of(view: &View<'_>, situation: &Situation) -> Self {
        let parcel = match (&situation.about, situation.kind.class()) {
            (About::Fulfilment(source, id), Class::Transactional) => {
                view.parcels.iter().find(|parcel| parcel.source == source && parcel.id == id)
            }
            _ => None,
        };
        let shown = matches!(situation.kind, Kind::Confirmed | Kind::Edited);
        Self {
            number: parcel.and_then(Parcel::number).map(|number| number.as_str().to_owned()),
            back_order: (shown || situation.kind == Kind::BackOrdered)
                .then(|| back_orders::key(&back_orders::of(view.document)))
                .flatten(),
            content: shown.then(|| edits::current(view.checkout)).flatten().map(str::to_owned),
            built_in: None,
        }
    }
}

/// What SES tells of a mail after it was handed over.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// Accepted by SES.
    Send,
    /// The other side makes it wait.
    Delay,
    /// Refused by SES after accepting it (a virus).
    Reject,
    /// Delivered to the other side's server.
    Delivery,
    /// Refused for good.
    Bounce,
    /// Called unwanted by who got it.
    Complaint,
}

/// Why an address takes no more mail of a shop, or not every mail; the weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Suppression {
    /// Its owner wants no more questions: everything else is told.
    OptedOut,
    /// Its owner called a mail unwanted: what the owner waits for may still be told.
    Complaint,
    /// Nobody is there.
    HardBounce,
}

impl Suppression {
    /// The name in the table and in the ledger's reasons.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OptedOut => "opted out",
            Self::Complaint => "complaint",
            Self::HardBounce => "hard bounce",
        }
    }

    /// The reason in the ledger of what is held because of it.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::OptedOut => "the address is suppressed: opted out of questions",
            Self::Complaint => "the address is suppressed: complaint",
            Self::HardBounce => "the address is suppressed: hard bounce",
        }
    }

    /// Reads a name; one that is not known suppresses everything.
    pub fn parse(name: &str) -> Self {
        [Self::OptedOut, Self::Complaint].into_iter().find(|one| one.name() == name).unwrap_or(Self::HardBounce)
    }
}

/// All that is kept of one intent, for whoever asks what became of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    /// What decisions depend on.
    pub entry: Entry,
    /// Of what kind, once somebody said so; an event alone does not.
    pub kind: Option<Kind>,
    /// The newest claim, whatever became of it: `{message id}:{receive count}`.
    pub token: Option<String>,
    /// When it was claimed last.
    pub claimed_at: Option<Timestamp>,
    /// When its state was noted: sent, owed, held, given up, or not told. A claim that is open has none.
    pub ended_at: Option<Timestamp>,
    /// Why it was not told, held or given up.
    pub reason: Option<String>,
    /// SES's id, from its answer or from its events.
    pub ses_id: Option<String>,
    /// All that SES told of it, each with the first or only time that is kept.
    pub seen: BTreeMap<Seen, Timestamp>,
}

impl Entry {
    /// Whether it did not reach the customer, because the address takes no mail: refused for good, or not even tried.
    pub fn undelivered(&self) -> bool {
        let held = matches!(&self.state, State::Held { reason } if reason == Suppression::HardBounce.reason());
        self.seen == Some(Seen::Bounce) || (held && self.seen.is_none())
    }

    /// Whether nothing is to be done any more: SES has it, or it will never be sent.
    pub fn ended(&self) -> bool {
        self.seen.is_some() || matches!(self.state, State::Sent { .. } | State::Held { .. } | State::GivenUp { .. })
    }

    /// Whether somebody has told it or is about to: then no other mail may say the same.
    pub fn taken(&self) -> bool {
        self.told() || matches!(self.state, State::Claimed { .. })
    }

    /// Since when the customer has been told, as far as the ledger knows.
    pub fn told_at(&self) -> Option<Timestamp> {
        match &self.state {
            State::Sent { at, .. } | State::Claimed { at, .. } if self.told() => Some(*at),
            _ => None,
        }
    }

    /// Whether the customer has been told, as far as anyone can know.
    pub fn told(&self) -> bool {
        self.seen.is_some() || matches!(self.state, State::Sent { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn what_older_and_newer_code_wrote_can_be_read() {
        let said = |json: &str| serde_json::from_str::<Said>(json).expect("JSON");
        let number = Some("1Z".to_owned());
        assert_eq!(said(r#"{"number":"1Z"}"#), Said { number: number.clone(), ..Said::default() });
        assert_eq!(said(r#"{"number":"1Z","tomorrow":[1]}"#), Said { number, ..Said::default() });
        assert_eq!(serde_json::to_string(&Said::default()).expect("JSON"), "{}");
    }
}
