//! One situation: the facts behind it, what is decided of it now, and what the ledger says became of it.

use std::collections::BTreeMap;

use domain::explain::{Evidence, behind};
use domain::ids::IntentId;
use domain::ledger::{History, Seen, State};
use domain::situations::{Errs, Situation, Verdict};
use jiff::Timestamp;
use serde::Serialize;

use super::Unknown;
use crate::read::{Delivery, File};

/// A situation, explained.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Explained {
    /// Its mail's id.
    pub intent: IntentId,
    /// About what.
    pub subject: String,
    /// What is wrong, if that is what is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<&'static str>,
    /// What became of it, in one word.
    pub outcome: Outcome,
    /// The same in a sentence, with the reason.
    pub why: String,
    /// Since when it is true, or is waited for.
    pub arose_at: Timestamp,
    /// Of what did not happen: when it should have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// The facts that made it true, or took it away.
    pub because: Vec<Because>,
    /// What the ledger keeps of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub book: Option<Book>,
}

/// What became of a situation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// SES has it; no more is known.
    Sent,
    /// The other side's server took it.
    Delivered,
    /// The other side makes it wait.
    Delayed,
    /// SES refused it after it had taken it.
    Rejected,
    /// The other side refused it for good.
    Bounced,
    /// Who got it called it unwanted.
    Complained,
    /// Claimed, and nobody knows yet whether SES has it.
    Ambiguous,
    /// SES refused it for now.
    Owed,
    /// Kept back: no address, or a suppressed one.
    Held,
    /// Nobody can know whether it went, and it is not sent again.
    GivenUp,
    /// Due, and nobody has looked yet.
    Due,
    /// It settles, or its time has not come.
    Waits,
    /// Something newer took its place before it was told.
    Obsolete,
    /// A rule keeps it from being told.
    Off,
    /// What was waited for happened in time.
    Idle,
}

impl Outcome {
    /// Whether SES has it, as far as the ledger knows.
    pub const fn reached_ses(self) -> bool {
        matches!(self, Self::Sent | Self::Delivered | Self::Delayed | Self::Rejected | Self::Bounced | Self::Complained)
    }
}

/// A fact behind a situation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Because {
    /// Who says it.
    pub source: String,
    /// When it was so, by its source's clock.
    pub at: Timestamp,
    /// What, in words.
    pub what: String,
    /// The first delivery that said it, if it is still kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
}

/// What the ledger keeps of an intent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Book {
    /// Where it stands, as it is stored.
    pub state: &'static str,
    /// How often it was tried.
    pub attempts: u32,
    /// By which look it was claimed last: `{message id}:{receive count}`.
    pub claimed_by: Option<String>,
    /// When.
    pub claimed_at: Option<Timestamp>,
    /// When its state was noted.
    pub ended_at: Option<Timestamp>,
    /// Not before that it is tried again.
    pub owed_until: Option<Timestamp>,
    /// Why it was not told, held or given up.
    pub reason: Option<String>,
    /// SES's id.
    pub ses_id: Option<String>,
    /// The tracking number that it told.
    pub number: Option<String>,
    /// Why it was written as it is built in although its shop has a design.
    pub built_in: Option<String>,
    /// What SES told of it, and when.
    pub seen: BTreeMap<Seen, Timestamp>,
}

pub(super) fn unknown(intent: &IntentId, kept: &History) -> Unknown {
    let outcome = outcome(Some(kept), None, Timestamp::MIN);
    Unknown { intent: intent.clone(), kind: kept.kind, outcome, book: book(kept) }
}

pub(super) fn explained(file: &File, situation: &Situation, now: Timestamp) -> Explained {
    let kept = file.history.get(&situation.intent);
    let outcome = outcome(kept, Some(&situation.verdict), now);
    let because = behind(&file.stored.order, situation).into_iter().map(|one| Because {
        delivery: first(&file.deliveries, &one),
        source: one.source.as_str().to_owned(),
        at: one.at,
        what: one.text,
    });
    Explained {
        intent: situation.intent.clone(),
        subject: situation.subject.to_string(),
        trouble: situation.trouble.map(domain::situations::Trouble::name),
        outcome,
        why: why(outcome, kept, situation),
        arose_at: situation.arose_at,
        due: situation.due,
        because: because.collect(),
        book: kept.map(book),
    }
}

/// The ledger speaks first: what was sent was sent, whatever is true now.
fn outcome(kept: Option<&History>, verdict: Option<&Verdict>, now: Timestamp) -> Outcome {
    let entry = kept.map(|kept| &kept.entry);
    if let Some(seen) = entry.and_then(|entry| entry.seen) {
        return match seen {
            Seen::Send => Outcome::Sent,
            Seen::Delay => Outcome::Delayed,
            Seen::Reject => Outcome::Rejected,
            Seen::Delivery => Outcome::Delivered,
            Seen::Bounce => Outcome::Bounced,
            Seen::Complaint => Outcome::Complained,
        };
    }
    match (entry.map(|entry| &entry.state), verdict) {
        (Some(State::Sent { .. }), _) => Outcome::Sent,
        (Some(State::Claimed { .. }), _) => Outcome::Ambiguous,
        (Some(State::Held { .. }), _) => Outcome::Held,
        (Some(State::GivenUp { .. }), _) => Outcome::GivenUp,
        (Some(State::Owed { .. }), Some(Verdict::Tell { .. }) | None) => Outcome::Owed,
        (_, Some(Verdict::Tell { not_before })) if *not_before > now => Outcome::Waits,
        (_, Some(Verdict::Tell { .. })) => Outcome::Due,
        (_, Some(Verdict::Obsolete(_))) => Outcome::Obsolete,
        (_, Some(Verdict::Off(_)) | None) => Outcome::Off,
        (_, Some(Verdict::Idle(_))) => Outcome::Idle,
    }
}

fn why(outcome: Outcome, kept: Option<&History>, situation: &Situation) -> String {
    let reason = || kept.and_then(|kept| kept.reason.clone()).unwrap_or_else(|| "no reason was noted".to_owned());
    let decided = match &situation.verdict {
        Verdict::Tell { not_before } => format!("not before {not_before}"),
        Verdict::Obsolete(why) | Verdict::Off(why) | Verdict::Idle(why) => (*why).to_owned(),
    };
    match outcome {
        Outcome::Sent => "SES has it".to_owned(),
        Outcome::Delivered => "the other side's server took it".to_owned(),
        Outcome::Delayed => "SES has it; the other side makes it wait".to_owned(),
        Outcome::Rejected => "SES took it, then refused it".to_owned(),
        Outcome::Bounced => "the other side refused it for good".to_owned(),
        Outcome::Complained => "it arrived, and was called unwanted".to_owned(),
        Outcome::Ambiguous => match situation.kind.errs() {
            Errs::Double => "nobody knows yet whether SES has it; sent again if SES's events prove that it has not",
            Errs::Miss => "nobody knows yet whether SES has it; given up if that cannot be known",
        }
        .to_owned(),
        Outcome::Owed => "SES refused it for now".to_owned(),
        Outcome::Held | Outcome::GivenUp => reason(),
        Outcome::Due => "it is due, and nobody has looked since: the clock will".to_owned(),
        Outcome::Waits | Outcome::Idle => decided,
        // What was noted then counts; what is true now may be something else again.
        Outcome::Obsolete | Outcome::Off => match kept.and_then(|kept| kept.reason.clone()) {
            Some(noted) if noted != decided => format!("{noted}; by now: {decided}"),
            _ => decided,
        },
    }
}

fn book(kept: &History) -> Book {
    let (state, owed_until) = match &kept.entry.state {
        State::Untold => ("untold", None),
        State::Owed { not_before } => ("owed", Some(*not_before)),
        State::Claimed { .. } => ("claimed", None),
        State::Sent { .. } => ("sent", None),
        State::Held { .. } => ("held", None),
        State::GivenUp { .. } => ("given up", None),
    };
    Book {
        state,
        attempts: kept.entry.attempts,
        claimed_by: kept.token.clone(),
        claimed_at: kept.claimed_at,
        ended_at: kept.ended_at,
        owed_until,
        reason: kept.reason.clone(),
        ses_id: kept.ses_id.clone(),
        number: kept.entry.said.number.clone(),
        built_in: kept.entry.said.built_in.clone(),
        seen: kept.seen.clone(),
    }
}

/// The first delivery that says it.
fn first(deliveries: &[Delivery], one: &Evidence) -> Option<String> {
    let says = |delivery: &&Delivery| {
        delivery.read.as_ref().is_ok_and(|read| one.is_of(&read.source) && read.facts.iter().any(|f| one.is_in(f)))
    };
    deliveries.iter().find(says).map(|delivery| delivery.digest.clone())
}
