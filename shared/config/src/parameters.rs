//! SSM Parameter Store, read lazily, kept five minutes, and never asked more than a stranger may make us ask.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use aws_sdk_ssm::Client;
use aws_sdk_ssm::error::ProvideErrorMetadata;
use aws_sdk_ssm::operation::get_parameter::GetParameterError;
use aws_types::SdkConfig;
use domain::ports::Unavailable;
use jiff::{SignedDuration, Timestamp};

/// How long a value is used without asking again.
const FRESH: SignedDuration = SignedDuration::from_mins(5);
/// Reads that strangers can cause (unknown names, bad signatures) share this many …
const BURST: u32 = 5;
/// … and one more each half minute, in each process.
const REFILL: SignedDuration = SignedDuration::from_secs(30);

/// Where parameters come from.
pub trait Parameters: Sync {
    /// A parameter's value; `None` when there is none of that name.
    fn get(&self, name: &str) -> impl Future<Output = Result<Option<Arc<str>>, Unavailable>> + Send;
}

/// Where the names of parameters come from.
pub trait Names: Sync {
    /// The full names of all parameters below a path.
    fn below(&self, path: &str) -> impl Future<Output = Result<Vec<String>, Unavailable>> + Send;
}

/// SSM Parameter Store.
#[derive(Clone, Debug)]
pub struct Ssm(Client);

impl Ssm {
    /// The store of this account and region.
    pub fn new(aws: &SdkConfig) -> Self {
        Self(Client::new(aws))
    }
}

impl Parameters for Ssm {
    async fn get(&self, name: &str) -> Result<Option<Arc<str>>, Unavailable> {
        match self.0.get_parameter().name(name).with_decryption(true).send().await {
            Ok(answer) => Ok(answer.parameter.and_then(|parameter| parameter.value).map(Into::into)),
            Err(error) => match error.as_service_error() {
                Some(GetParameterError::ParameterNotFound(_)) => Ok(None),
                _ => Err(Unavailable::new("SSM", error.code().unwrap_or("no answer"))),
            },
        }
    }
}

impl Names for Ssm {
    async fn below(&self, path: &str) -> Result<Vec<String>, Unavailable> {
        let mut names = Vec::new();
        let mut next = None;
        loop {
            let asked = self.0.get_parameters_by_path().path(path).recursive(true).set_next_token(next);
            let answer = asked.send().await;
            let answer = answer.map_err(|error| Unavailable::new("SSM", error.code().unwrap_or("no answer")))?;
            names.extend(answer.parameters().iter().filter_map(|parameter| parameter.name.clone()));
            next = answer.next_token;
            if next.is_none() {
                return Ok(names);
            }
        }
    }
}

/// Parameters with what was read of them before.
#[derive(Debug)]
pub struct Cache<P> {
    parameters: P,
    known: Mutex<BTreeMap<String, Known>>,
    /// One read at a time: a batch that starts with an empty cache asks once.
    reading: tokio::sync::Mutex<()>,
    budget: Option<Mutex<Budget>>,
}

#[derive(Clone, Debug)]
struct Known {
    value: Option<Arc<str>>,
    read_at: Timestamp,
}

#[derive(Debug)]
struct Budget {
    left: u32,
    refilled_at: Option<Timestamp>,
}

/// How much a value is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Read {
    /// As it was read at most five minutes ago.
    Cached,
    /// As it is: what we have did not fit. Only while the strangers' budget lasts.
    Again,
}

impl<P: Parameters> Cache<P> {
    /// Nothing read yet. Names come from our own queues and tables: they are read as often as they must be.
    pub fn new(parameters: P) -> Self {
        Self { parameters, known: Mutex::default(), reading: tokio::sync::Mutex::default(), budget: None }
    }

    /// Nothing read yet. Names come from strangers, who may make us ask only so often.
    pub fn for_strangers(parameters: P) -> Self {
        let budget = Budget { left: BURST, refilled_at: None };
        Self { budget: Some(Mutex::new(budget)), ..Self::new(parameters) }
    }

    /// A value, absent if there is none of that name; the same one until it was read again. When SSM fails, the old value
    /// stays in use.
    pub async fn get(&self, name: &str, read: Read, now: Timestamp) -> Result<Option<Arc<str>>, Unavailable> {
        if let Some(value) = self.fresh(name, read, now) {
            return Ok(value);
        }
        let _reading = self.reading.lock().await;
        // Somebody else may have read it meanwhile.
        if let Some(value) = self.fresh(name, read, now) {
            return Ok(value);
        }
        let known = lock(&self.known).get(name).cloned();
        // A value that was there may be read again for free; everything else only from the budget.
        let free = read == Read::Cached && known.as_ref().is_some_and(|known| known.value.is_some());
        if !free && !self.allowed(now) {
            let too_many = "too many unknown names were asked for; try again in 30 seconds";
            return known.map(|known| known.value).ok_or_else(|| Unavailable::new("SSM", too_many));
        }
        match (self.parameters.get(name).await, known) {
            (Ok(value), _) => {
                lock(&self.known).insert(name.to_owned(), Known { value: value.clone(), read_at: now });
                Ok(value)
            }
            (Err(error), Some(known)) => {
                tracing::warn!(parameter = name, %error, "SSM does not answer; the value read before stays in use");
                Ok(known.value)
            }
            (Err(error), None) => Err(error),
        }
    }

    /// What was read at most five minutes ago, if that is good enough.
    #[expect(clippy::option_option, reason = "read, and read as absent, are two things")]
    fn fresh(&self, name: &str, read: Read, now: Timestamp) -> Option<Option<Arc<str>>> {
        let known = lock(&self.known);
        let known = known.get(name).filter(|_| read == Read::Cached)?;
        (now.duration_since(known.read_at) < FRESH).then(|| known.value.clone())
    }

    /// The full names of all parameters below a path, as they are now.
    pub(crate) async fn below(&self, path: &str) -> Result<Vec<String>, Unavailable>
    where
        P: Names,
    {
        self.parameters.below(path).await
    }

    /// Asks once for nothing, to open the connection.
    pub(crate) async fn touch(&self, name: &str) {
        let _ = self.parameters.get(name).await;
    }

    fn allowed(&self, now: Timestamp) -> bool {
        let Some(budget) = &self.budget else { return true };
        let mut budget = lock(budget);
        let since = budget.refilled_at.map_or(SignedDuration::ZERO, |at| now.duration_since(at));
        let refills = u32::try_from(since.as_secs() / REFILL.as_secs()).unwrap_or(0);
        if refills > 0 || budget.refilled_at.is_none() {
            budget.left = budget.left.saturating_add(refills).min(BURST);
            budget.refilled_at = Some(now);
        }
        let allowed = budget.left > 0;
        budget.left = budget.left.saturating_sub(1);
        allowed
    }
}

/// A panic while the lock was held has left nothing half-written: the maps are replaced whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[derive(Default)]
    struct Counted {
        calls: AtomicUsize,
        broken: std::sync::atomic::AtomicBool,
    }

    impl Parameters for &Counted {
        async fn get(&self, name: &str) -> Result<Option<Arc<str>>, Unavailable> {
            self.calls.fetch_add(1, Ordering::Relaxed);
            if self.broken.load(Ordering::Relaxed) {
                return Err(Unavailable::new("SSM", "down"));
            }
            Ok((name == "known").then(|| "value".into()))
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("in range")
    }

    #[tokio::test]
    async fn strangers_cause_at_most_the_shared_budget_of_reads() {
        let counted = Counted::default();
        let cache = Cache::for_strangers(&counted);
        for index in 0..1_000 {
            let _ = cache.get(&format!("unknown-{index}"), Read::Cached, at(0)).await;
        }
        assert_eq!(counted.calls.load(Ordering::Relaxed), BURST as usize);
        for second in 0..300 {
            let _ = cache.get("unknown-0", Read::Again, at(second)).await;
        }
        assert_eq!(counted.calls.load(Ordering::Relaxed), BURST as usize + 9);
    }

    #[tokio::test]
    async fn a_known_value_is_read_once_in_five_minutes_and_outlives_an_outage() {
        let counted = Counted::default();
        let cache = Cache::new(&counted);
        for second in 0..300 {
            assert_eq!(cache.get("known", Read::Cached, at(second)).await.ok().flatten().as_deref(), Some("value"));
        }
        assert_eq!(counted.calls.load(Ordering::Relaxed), 1);
        counted.broken.store(true, Ordering::Relaxed);
        assert_eq!(cache.get("known", Read::Cached, at(301)).await.ok().flatten().as_deref(), Some("value"));
        assert_eq!(counted.calls.load(Ordering::Relaxed), 2);
    }

    #[tokio::test]
    async fn a_batch_that_starts_with_an_empty_cache_asks_once() {
        let counted = Counted::default();
        let cache = Cache::new(&counted);
        let reads = (0..10).map(|_| cache.get("known", Read::Cached, at(0)));
        let values = futures_util::future::join_all(reads).await;
        assert!(values.into_iter().all(|value| value.ok().flatten().as_deref() == Some("value")));
        assert_eq!(counted.calls.load(Ordering::Relaxed), 1);
    }
}
