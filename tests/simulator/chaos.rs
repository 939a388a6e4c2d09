//! What goes wrong: how often, and where.

use super::coverage::{Call, Function};

/// What a call meets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fault {
    /// Nothing was done.
    Refused,
    /// Nothing was done, and it may be asked again later.
    Throttled,
    /// It was done; its answer is lost.
    AnswerLost,
    /// The process ends before it.
    KilledBefore,
    /// The process ends after it.
    KilledAfter,
    /// It is done late, and its answer comes late: perhaps after the function's time is over.
    Slow,
}

impl Fault {
    /// All of them.
    pub const ALL: &[Self] =
        &[Self::Refused, Self::Throttled, Self::AnswerLost, Self::KilledBefore, Self::KilledAfter, Self::Slow];

    /// As it is printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Throttled => "throttled",
            Self::AnswerLost => "answer lost",
            Self::KilledBefore => "killed before",
            Self::KilledAfter => "killed after",
            Self::Slow => "slow",
        }
    }
}

/// How much goes wrong. Rates are of a million.
#[derive(Clone, PartialEq, Debug)]
pub struct Chaos {
    /// Calls that meet a fault.
    pub faults: u32,
    /// Faults of one kind only, of one call of one function: a cell of the matrix.
    pub only: Option<(Function, Call, Fault)>,
    /// Mails of which nobody learns whether SES took them, besides.
    pub doubtful: u32,
    /// Messages that are seen again while they are handled, or after they were deleted.
    pub duplicates: u32,
    /// Webhooks that are sent again though they were kept.
    pub repeats: u32,
    /// Messages that are seen minutes late.
    pub late: u32,
    /// SES events that never come.
    pub dropped: u32,
    /// SES events that come twice or minutes late.
    pub wild_events: u32,
    /// Feedback is spared faults: then a lost event is the only way to a second mail.
    pub feedback_works: bool,
    /// Deliveries that the code cannot read until it is mended; then they are redriven, twice.
    pub poison: u32,
    /// Messages of a newer version lie in the queues.
    pub newer: bool,
    /// SES is away for up to an hour, once.
    pub outage: bool,
    /// Orders whose customer's address does not exist.
    pub bounces: u32,
    /// A call that is often refused, so that messages come back again and again.
    pub ill: Option<(Function, Call)>,
}

impl Chaos {
    /// All of it, as every run in CI meets it.
    pub fn usual() -> Self {
        Self {
            faults: 8_000,
            only: None,
            doubtful: 0,
            duplicates: 10_000,
            repeats: 20_000,
            late: 10_000,
            dropped: 0,
            wild_events: 50_000,
            feedback_works: false,
            poison: 0,
            newer: false,
            outage: false,
            bounces: 20_000,
            ill: None,
        }
    }

    /// Nothing goes wrong.
    pub fn none() -> Self {
        Self { faults: 0, duplicates: 0, repeats: 0, late: 0, wild_events: 0, ..Self::usual() }
    }

    /// One cell of the matrix, again and again, in a world in which its call is made.
    pub fn cell(function: Function, call: Call, fault: Fault) -> Self {
        let one = Self { faults: 300_000, only: Some((function, call, fault)), ..Self::usual() };
        match (function, call) {
            // What is only done with messages that came back again and again.
            (_, Call::DeleteMessages | Call::PutOff) => {
                Self { ill: Some((function, first_of(function))), faults: 500_000, ..one }
            }
            // What a bounce brings about.
            (Function::Feedback, Call::GetParameter | Call::Suppress | Call::CountHarm | Call::Hint) => {
                Self { bounces: 400_000, ..one }
            }
            // A canary comes back only where SES was not away.
            (_, Call::CanaryBack) => Self { doubtful: 300_000, faults: 500_000, ..one },
            // What is only asked when nobody knows whether SES took a mail.
            (_, Call::ReadCanary | Call::MarkCanary | Call::NoteCanary | Call::SendCanary | Call::TurnGate) => {
                Self { outage: true, doubtful: 20_000, faults: 400_000, ..one }
            }
            (_, Call::Bury) => Self { poison: 100_000, ..one },
            _ => one,
        }
    }

    /// Much goes wrong, so that every call is made that there is.
    pub fn rough() -> Self {
        Self { faults: 150_000, duplicates: 200_000, ..Self::usual() }
    }

    /// One SES event in a hundred never comes, and one send in three has no answer.
    pub fn dropped_events() -> Self {
        let only = Some((Function::Sender, Call::SendMail, Fault::AnswerLost));
        Self { faults: 300_000, only, dropped: 10_000, wild_events: 0, late: 0, feedback_works: true, ..Self::usual() }
    }

    /// One delivery in a hundred is poison until the code is mended.
    pub fn poisoned() -> Self {
        Self { poison: 10_000, ..Self::usual() }
    }

    /// A deploy is half done: messages of a newer version lie in the queues.
    pub fn half_deployed() -> Self {
        Self { newer: true, ..Self::usual() }
    }

    /// SES is away for a while.
    pub fn outages() -> Self {
        Self { outage: true, ..Self::usual() }
    }
}

/// The call without which a function does nothing with a message.
const fn first_of(function: Function) -> Call {
    match function {
        Function::Sender => Call::Look,
        Function::Feedback => Call::SeeMail,
        _ => Call::FindOrders,
    }
}
