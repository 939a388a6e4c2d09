//! The only signature comparisons: constant time, over the raw bytes, any accepted secret.

use hmac::digest::{Digest, KeyInit, Mac};
use hmac::{EagerHash, Hmac};
use jiff::{SignedDuration, Timestamp};
use sha1::Sha1;
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::delivery::{Delivery, Rejection, Verified};

/// How old a signed timestamp may be.
pub const PAST: SignedDuration = SignedDuration::from_secs(300);
/// How far the sender's clock may be ahead.
pub const FUTURE: SignedDuration = SignedDuration::from_secs(120);

/// What is left of a secret that was pasted without its end: anyone can sign with it.
const GUESSED: [&[u8]; 2] = [b"", b"whsec_"];

/// Proves a delivery by HMAC-SHA256: one of the `keys` made one of the `claimed` MACs over `message`.
///
/// Every pair is compared, in constant time and whatever came before, so neither time nor order tells which one matched.
pub fn hmac_sha256<K: AsRef<[u8]>>(
    delivery: Delivery<'_>,
    keys: impl IntoIterator<Item = K>,
    message: &[&[u8]],
    claimed: &[Vec<u8>],
) -> Result<Verified, Rejection> {
    prove(delivery, keys, claimed, |key| made::<Sha256>(key, message))
}

/// The same by HMAC-SHA1, which some still use.
pub fn hmac_sha1<K: AsRef<[u8]>>(
    delivery: Delivery<'_>,
    keys: impl IntoIterator<Item = K>,
    message: &[&[u8]],
    claimed: &[Vec<u8>],
) -> Result<Verified, Rejection> {
    prove(delivery, keys, claimed, |key| made::<Sha1>(key, message))
}

/// The same by a plain SHA-256 over the message and, behind it, the key: no MAC, but all that some sign with.
pub fn sha256_keyed<K: AsRef<[u8]>>(
    delivery: Delivery<'_>,
    keys: impl IntoIterator<Item = K>,
    message: &[&[u8]],
    claimed: &[Vec<u8>],
) -> Result<Verified, Rejection> {
    prove(delivery, keys, claimed, |key| {
        let mut sha = Sha256::new();
        for part in message {
            sha.update(part);
        }
        sha.update(key);
        Some(sha.finalize().to_vec())
    })
}

/// Proves a delivery by a secret that it carries as it is. Digests are compared, so that no length is told either.
pub fn token<K: AsRef<[u8]>>(
    delivery: Delivery<'_>,
    tokens: impl IntoIterator<Item = K>,
    given: &str,
) -> Result<Verified, Rejection> {
    let given = Sha256::digest(given.as_bytes()).to_vec();
    prove(delivery, tokens, &[given], |token| Some(Sha256::digest(token).to_vec()))
}

/// Makes an HMAC-SHA256: for a question that proves who asks, or a token that comes back to [`hmac_sha256`].
pub fn made_sha256(key: &[u8], message: &[&[u8]]) -> Vec<u8> {
    // HMAC takes keys of every length; and no MAC at all is found equal to none.
    made::<Sha256>(key, message).unwrap_or_default()
}

/// The SHA-1 of a secret, for those who key with that: of an empty one there is none.
pub fn sha1_of(secret: &str) -> Option<Vec<u8>> {
    Some(Sha1::digest(secret.as_bytes()).to_vec()).filter(|_| !secret.is_empty())
}

/// A MAC by HMAC-SHA1 of ours, to answer a challenge with.
///
/// Whoever asks learns a MAC of a message of his choice: take no message that a delivery could be.
pub fn answer_sha1(key: &[u8], message: &[u8]) -> Option<Vec<u8>> {
    made::<Sha1>(key, &[message])
}

/// Each key makes its MAC once, however many are claimed: a header has room for thousands, and a body for 700 KB.
fn prove<K: AsRef<[u8]>>(
    delivery: Delivery<'_>,
    keys: impl IntoIterator<Item = K>,
    claimed: &[Vec<u8>],
    made: impl Fn(&[u8]) -> Option<Vec<u8>>,
) -> Result<Verified, Rejection> {
    let mut any_key = false;
    let mut genuine = false;
    for key in keys {
        if GUESSED.contains(&key.as_ref()) {
            continue;
        }
        any_key = true;
        let Some(made) = made(key.as_ref()) else { continue };
        for mac in claimed {
            genuine |= bool::from(made.ct_eq(mac));
        }
    }
    match (any_key, genuine) {
        (false, _) => Err(Rejection::NoSecret),
        (true, false) => Err(Rejection::Forged),
        (true, true) => Ok(Verified::across_queue(delivery.headers.clone(), delivery.body.to_vec())),
    }
}

/// Refuses a signed timestamp that is more than five minutes old or two minutes ahead.
///
/// Asked after the signature, so that tampering is reported as tampering.
pub fn fresh(signed_at: Timestamp, now: Timestamp) -> Result<(), Rejection> {
    fresh_within(PAST, signed_at, now)
}

/// The same for senders whose retries repeat the first signature, so that an old one may be genuine for so long.
pub fn fresh_within(past: SignedDuration, signed_at: Timestamp, now: Timestamp) -> Result<(), Rejection> {
    let age = now.duration_since(signed_at);
    if age > past || age < -FUTURE { Err(Rejection::Stale) } else { Ok(()) }
}

/// An HMAC of these parts.
fn made<D: EagerHash>(key: &[u8], message: &[&[u8]]) -> Option<Vec<u8>>
where
    Hmac<D>: Mac + KeyInit,
{
    // HMAC takes keys of every length, so there always is one.
    let mut mac = <Hmac<D> as KeyInit>::new_from_slice(key).ok()?;
    for part in message {
        mac.update(part);
    }
    Some(mac.finalize().into_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use base64::Engine;
    use http::HeaderMap;

    use super::*;

    #[test]
    fn thousands_of_claims_cost_one_mac_a_key() {
        let (headers, count) = (HeaderMap::new(), Cell::new(0));
        let delivery = Delivery { headers: &headers, query: "", body: b"body", received_at: Timestamp::UNIX_EPOCH };
        let mac = |key: &[u8]| {
            count.set(count.get() + 1);
            made::<Sha256>(key, &[b"body"])
        };
        let mut claimed = vec![vec![0; 32]; 2_000];
        claimed.extend([Vec::new(), vec![0; 31]]);
        assert_eq!(prove(delivery, ["old", "new"], &claimed, mac).err(), Some(Rejection::Forged));
        claimed.insert(1_000, made_sha256(b"new", &[b"body"]));
        assert!(prove(delivery, ["old", "new", ""], &claimed, mac).is_ok());
        assert_eq!(count.get(), 4);
    }

    #[test]
    fn sha1_is_made_as_others_make_it_and_of_no_empty_secret() {
        let written = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
        // The examples of FIPS 180 and RFC 2202.
        assert_eq!(sha1_of("abc").as_deref().map(written), Some("qZk+NkcGgWq6PiVxeFDCbJzQ2J0=".to_owned()));
        assert_eq!(sha1_of(""), None);
        let mac = answer_sha1(b"Jefe", b"what do ya want for nothing?");
        assert_eq!(mac.as_deref().map(written), Some("7/zfauXrL6LSdBbV8YTfnCWafHk=".to_owned()));
    }

    #[test]
    fn a_signed_time_may_be_five_minutes_old_or_two_ahead_and_no_more() {
        let (now, second) = (Timestamp::UNIX_EPOCH, SignedDuration::from_secs(1));
        for (signed_at, taken) in
            [(now - PAST, true), (now - PAST - second, false), (now + FUTURE, true), (now + FUTURE + second, false)]
        {
            assert_eq!(fresh(signed_at, now).is_ok(), taken, "{signed_at}");
        }
    }

    #[test]
    fn a_secret_without_its_end_proves_nothing() {
        let headers = HeaderMap::new();
        let delivery = Delivery { headers: &headers, query: "", body: b"body", received_at: Timestamp::UNIX_EPOCH };
        for guessed in ["", "whsec_"] {
            assert_eq!(token(delivery, [guessed], guessed).err(), Some(Rejection::NoSecret), "{guessed}");
            let mac = made_sha256(guessed.as_bytes(), &[b"body"]);
            assert_eq!(
                hmac_sha256(delivery, [guessed], &[b"body"], &[mac]).err(),
                Some(Rejection::NoSecret),
                "{guessed}"
            );
        }
    }
}
