//! Which single calls are broken on demand, and how: before AWS has done them, or after.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Call, Proxy, lock};

/// What goes wrong with which call.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The logical id of the calling function; any, if absent.
    #[serde(default)]
    pub function: Option<String>,
    /// As IAM names it, such as `dynamodb:UpdateItem`; any, if absent.
    #[serde(default)]
    pub action: Option<String>,
    /// The table, queue or parameter, by its physical name; any, if absent.
    #[serde(default)]
    pub resource: Option<String>,
    /// The name of something watched, such as an order, that the request is about; any, if absent.
    #[serde(default)]
    pub about: Option<String>,
    /// A text that the request's body contains, such as an order's id; any, if absent.
    #[serde(default)]
    pub containing: Option<String>,
    /// How many calls that match pass first.
    #[serde(default)]
    pub skip: u32,
    /// How many calls it hits then.
    #[serde(default = "one")]
    pub times: u32,
    /// Before or after the local AWS does it.
    pub when: When,
    /// What happens.
    pub effect: Effect,
}

/// On which side of the work a fault is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// AWS never hears of the call, unless the fault is a delay.
    Before,
    /// AWS has done it, but its answer is another.
    After,
}

/// What a fault does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The calling process gets SIGKILL.
    Kill,
    /// The connection is closed without an answer.
    Drop,
    /// So many milliseconds pass.
    Delay(u64),
    /// The call is answered with an error.
    Fail {
        /// The HTTP status.
        status: u16,
        /// The error's name, such as `ServiceUnavailable`.
        error: String,
    },
    /// The call is answered with its service's own word for "too many requests".
    Throttle,
    /// AWS hears the call twice, and the caller hears the second answer, whenever the fault is said to happen: as if the
    /// first answer was lost and the call made again.
    Duplicate,
}

impl Fault {
    /// Hits the next call of this function and action, on its way to AWS.
    #[must_use]
    pub fn before(function: &str, action: &str, effect: Effect) -> Self {
        let (function, action) = (Some(function.to_owned()), Some(action.to_owned()));
        Self {
            function,
            action,
            resource: None,
            about: None,
            containing: None,
            skip: 0,
            times: 1,
            when: When::Before,
            effect,
        }
    }

    /// Hits the next call of this function and action, on AWS's answer.
    #[must_use]
    pub fn after(function: &str, action: &str, effect: Effect) -> Self {
        Self { when: When::After, ..Self::before(function, action, effect) }
    }

    /// The same for calls of every action.
    #[must_use]
    pub fn of_any_action(self) -> Self {
        Self { action: None, ..self }
    }

    /// The same, after so many that pass.
    #[must_use]
    pub fn skipping(self, skip: u32) -> Self {
        Self { skip, ..self }
    }

    /// The same, so many times.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times, ..self }
    }

    /// The same, for requests with this text in them.
    #[must_use]
    pub fn containing(self, text: impl Into<String>) -> Self {
        Self { containing: Some(text.into()), ..self }
    }

    /// The same, for this table, queue or parameter.
    #[must_use]
    pub fn at(self, resource: impl Into<String>) -> Self {
        Self { resource: Some(resource.into()), ..self }
    }

    /// The same, for requests about something watched.
    #[must_use]
    pub fn about(self, name: impl Into<String>) -> Self {
        Self { about: Some(name.into()), ..self }
    }

    fn matches(&self, call: &Call, body: &str) -> bool {
        self.function.as_ref().is_none_or(|function| *function == call.function)
            && self.action.as_ref().is_none_or(|action| *action == call.action)
            && self.resource.as_ref().is_none_or(|resource| *resource == call.resource)
            && self.about.as_ref().is_none_or(|name| call.about.contains(name))
            && self.containing.as_ref().is_none_or(|text| body.contains(text))
    }

    /// Counts a call that matches; whether it is to be hit.
    fn hit(&mut self) -> bool {
        if self.skip > 0 {
            self.skip -= 1;
            return false;
        }
        let hit = self.times > 0;
        self.times = self.times.saturating_sub(1);
        hit
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.effect, self.when)
    }
}

fn one() -> u32 {
    1
}

impl Proxy {
    /// The first fault that hits this call.
    pub(super) fn fault_for(&self, call: &Call, body: &[u8]) -> Option<Fault> {
        let body = String::from_utf8_lossy(body);
        let mut faults = lock(&self.faults);
        let mut hit = None;
        for fault in faults.iter_mut().filter(|fault| fault.matches(call, &body)) {
            if hit.is_none() && fault.hit() {
                hit = Some(fault.clone());
            }
        }
        faults.retain(|fault| fault.times > 0);
        hit
    }
}
