//! The only signature comparisons: constant time, over the raw bytes, any accepted secret.

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

use crate::delivery::{Delivery, Rejection, Verified};

/// How old a signed timestamp may be.
pub const PAST: SignedDuration = SignedDuration::from_secs(300);
/// How far the sender's clock may be ahead.
const FUTURE: SignedDuration = SignedDuration::from_secs(120);

/// Proves a delivery by HMAC-SHA256: one of the `keys` made one of the `claimed` MACs over `message`.
///
/// Every pair is compared, in constant time and whatever came before, so neither time nor order tells which one matched.
pub fn hmac_sha256<K: AsRef<[u8]>>(
    delivery: Delivery<'_>,
    keys: impl IntoIterator<Item = K>,
    message: &[&[u8]],
    claimed: &[Vec<u8>],
) -> Result<Verified, Rejection> {
    let mut any_key = false;
    let mut genuine = false;
    for key in keys {
        // Anyone can sign with an empty secret.
        if key.as_ref().is_empty() {
            continue;
        }
        any_key = true;
        for mac in claimed {
            genuine |= matches(key.as_ref(), message, mac);
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
    let age = now.duration_since(signed_at);
    if age > PAST || age < -FUTURE { Err(Rejection::Stale) } else { Ok(()) }
}

fn matches(key: &[u8], message: &[&[u8]], claimed: &[u8]) -> bool {
    // HMAC takes keys of every length, so this never fails; and a MAC of the wrong length is simply not equal.
    Hmac::<Sha256>::new_from_slice(key).is_ok_and(|mut mac| {
        for part in message {
            mac.update(part);
        }
        mac.verify_slice(claimed).is_ok()
    })
}
