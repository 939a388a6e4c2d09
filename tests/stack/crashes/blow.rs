//! What a call can meet.

use serde::Serialize;

use super::Spot;
use crate::{Effect, Fault};

/// Longer than a function waits for one answer (2 s, `bootstrap::aws`).
const LATE: u64 = 2_500;

/// What a call meets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Blow {
    /// The process is killed before AWS hears of the call.
    KillBefore,
    /// The process is killed once AWS has done it.
    KillAfter,
    /// The connection breaks before AWS hears of the call, at every try.
    DropBefore,
    /// The connection breaks once AWS has done it, at every try.
    DropAfter,
    /// AWS fails and has not done it, at every try.
    FailBefore,
    /// AWS has done it and says that it failed, at every try.
    FailAfter,
    /// AWS is asked too often, at every try.
    Throttle,
    /// AWS hears the call twice, and its second answer is heard.
    Duplicate,
    /// AWS hears of the call only after the function has given up on it.
    LateCall,
    /// AWS's answer comes after the function has given up on it.
    LateAnswer,
}

impl Blow {
    /// Every one.
    pub const ALL: [Self; 10] = [
        Self::KillBefore,
        Self::KillAfter,
        Self::DropBefore,
        Self::DropAfter,
        Self::FailBefore,
        Self::FailAfter,
        Self::Throttle,
        Self::Duplicate,
        Self::LateCall,
        Self::LateAnswer,
    ];

    /// Whether it takes along all else that the process was at.
    #[must_use]
    pub fn kills(self) -> bool {
        matches!(self, Self::KillBefore | Self::KillAfter)
    }

    /// Why it is not dealt here, if it is not.
    #[must_use]
    pub fn spared(self, spot: &Spot) -> Option<&'static str> {
        let sends = spot.action == "ses:SendEmail" && self == Self::Duplicate;
        sends.then_some(
            "SendEmail is never repeated by itself: the SDK's retries are off, so nobody makes the call twice",
        )
    }

    /// The fault that deals it, at any call of the kind.
    pub(super) fn fault(self, spot: &Spot) -> Fault {
        let fail = Effect::Fail { status: 500, error: "InternalServerError".to_owned() };
        let (before, after) = (
            |effect| Fault::before(&spot.function, &spot.action, effect),
            |effect| Fault::after(&spot.function, &spot.action, effect),
        );
        let fault = match self {
            Self::KillBefore => before(Effect::Kill),
            Self::KillAfter => after(Effect::Kill),
            Self::DropBefore => before(Effect::Drop).times(tries(&spot.action)),
            Self::DropAfter => after(Effect::Drop).times(tries(&spot.action)),
            Self::FailBefore => before(fail).times(tries(&spot.action)),
            Self::FailAfter => after(fail).times(tries(&spot.action)),
            Self::Throttle => before(Effect::Throttle).times(tries(&spot.action)),
            Self::Duplicate => after(Effect::Duplicate),
            Self::LateCall => before(Effect::Delay(LATE)),
            Self::LateAnswer => after(Effect::Delay(LATE)),
        };
        fault.at(&spot.physical).skipping(spot.nth)
    }
}

/// How often a function tries one call before it gives up: it shall meet the failure, not only its SDK.
fn tries(action: &str) -> u32 {
    match action {
        "ses:SendEmail" => 1,
        // The SDK's three, three times (`queue::sqs`).
        "sqs:SendMessageBatch" => 9,
        _ => 3,
    }
}

impl std::fmt::Display for Blow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::KillBefore => "killed before",
            Self::KillAfter => "killed after",
            Self::DropBefore => "dropped before",
            Self::DropAfter => "dropped after",
            Self::FailBefore => "failed before",
            Self::FailAfter => "failed after",
            Self::Throttle => "throttled",
            Self::Duplicate => "doubled",
            Self::LateCall => "late call",
            Self::LateAnswer => "late answer",
        })
    }
}
