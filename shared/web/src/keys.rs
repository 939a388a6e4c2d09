//! Public keys of providers, kept for a day, asked for no more than strangers may make us ask.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::ports::Unavailable;
use jiff::{SignedDuration, Timestamp};
use webhooks::hint::{KeyUrl, Keys};
use webhooks::source::Ask;

use crate::Client;

/// Keys are used for so long without asking again: providers change them, and may have to withdraw one.
const FRESH: SignedDuration = SignedDuration::from_hours(12);
/// What is not there may be there soon.
const MISSED: SignedDuration = SignedDuration::from_mins(5);
/// A key or a chain of certificates is smaller.
const LARGEST: usize = 64 * 1024;
/// Strangers name keys: so many are known at a time; then those that are old go, or nobody is asked.
const MOST: usize = 16;

/// Keys from the web.
#[derive(Debug, Default)]
pub struct WebKeys {
    client: Client,
    known: Mutex<HashMap<String, (Timestamp, Option<String>)>>,
}

impl Keys for WebKeys {
    async fn key(&self, url: &KeyUrl, now: Timestamp) -> Result<Option<String>, Unavailable> {
        if let Some(known) = self.known(url, now)? {
            return Ok(known);
        }
        let answer = self.client.ask(&Ask::key(url), LARGEST).await;
        let answer = answer.map_err(|why| {
            tracing::warn!(%why, "a provider's public key could not be fetched");
            Unavailable::new("a provider's key", "no answer")
        })?;
        let key = match answer.status {
            200 => String::from_utf8(answer.body.reveal().clone()).ok(),
            404 | 410 => None,
            _ => return Err(Unavailable::new("a provider's key", "its server is ill")),
        };
        self.lock().insert(url.as_str().to_owned(), (now, key.clone()));
        Ok(key)
    }
}

impl WebKeys {
    #[expect(clippy::option_option, reason = "asked before, and found to be none, are two things")]
    fn known(&self, url: &KeyUrl, now: Timestamp) -> Result<Option<Option<String>>, Unavailable> {
        let mut known = self.lock();
        known.retain(|_, (at, key)| now.duration_since(*at) < if key.is_some() { FRESH } else { MISSED });
        match known.get(url.as_str()) {
            Some((_, key)) => Ok(Some(key.clone())),
            None if known.len() >= MOST => Err(Unavailable::new("a provider's key", "too many keys were named")),
            None => Ok(None),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, (Timestamp, Option<String>)>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
