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
/// Strangers name keys: no more are remembered. Then what was not there is forgotten first, and the oldest of those.
const MOST: usize = 16;

/// Keys from the web.
#[derive(Debug, Default)]
pub struct WebKeys {
    client: Client,
    known: Mutex<HashMap<String, (Timestamp, Option<String>)>>,
}

impl Keys for WebKeys {
    async fn key(&self, url: &KeyUrl, now: Timestamp) -> Result<Option<String>, Unavailable> {
        if let Some(known) = self.known(url, now) {
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
        self.remember(url, now, key.clone());
        Ok(key)
    }
}

impl WebKeys {
    #[expect(clippy::option_option, reason = "asked before, and found to be none, are two things")]
    fn known(&self, url: &KeyUrl, now: Timestamp) -> Option<Option<String>> {
        let mut known = self.lock();
        known.retain(|_, (at, key)| now.duration_since(*at) < if key.is_some() { FRESH } else { MISSED });
        known.get(url.as_str()).map(|(_, key)| key.clone())
    }

    fn remember(&self, url: &KeyUrl, now: Timestamp, key: Option<String>) {
        let mut known = self.lock();
        if known.len() >= MOST {
            let first = known.iter().min_by_key(|(_, (at, key))| (key.is_some(), *at)).map(|(url, _)| url.clone());
            first.map(|url| known.remove(&url));
        }
        known.insert(url.as_str().to_owned(), (now, key));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, (Timestamp, Option<String>)>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(name: &str) -> KeyUrl {
        KeyUrl::parse(&format!("https://keys.example/{name}"), &["keys.example"], "/").expect("an address")
    }

    #[test]
    fn keys_that_strangers_make_up_push_no_real_one_out() {
        let (keys, now) = (WebKeys::default(), Timestamp::UNIX_EPOCH);
        keys.remember(&url("real"), now, Some("PEM".to_owned()));
        for number in 0..100 {
            keys.remember(&url(&number.to_string()), now + SignedDuration::from_secs(1), None);
        }
        assert_eq!(keys.known(&url("real"), now), Some(Some("PEM".to_owned())));
        assert_eq!(keys.lock().len(), MOST);
        assert_eq!(keys.known(&url("99"), now + MISSED + SignedDuration::from_secs(1)), None, "it may be there by now");
        assert_eq!(keys.known(&url("real"), now + FRESH), None, "it may have been withdrawn");
    }
}
