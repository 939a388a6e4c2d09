//! The tokens of version 2: UPS logs in here, as to any OAuth server, and shows what it got with every post.
//!
//! A token is its end in seconds since 1970, a dot, and an HMAC of that, keyed with the client secret: nothing is stored.

use jiff::{SignedDuration, Timestamp};
use webhooks::delivery::{Delivery, Proof, Rejection, Reply};
use webhooks::settings::Settings;
use webhooks::signature;

use crate::login;

/// How long a token is good for.
const LIFE: SignedDuration = SignedDuration::from_hours(1);

/// What is signed before client and end, so that it is nothing else that the same secret signs.
const PURPOSE: &[u8] = b"ups track alert token\n";

/// A login is answered with a token; a token proves what it came with.
pub(super) fn verify(
    delivery: Delivery<'_>,
    settings: &Settings,
    client: &str,
    now: Timestamp,
) -> Result<Proof, Rejection> {
    let (scheme, given) = login::authorization(&delivery)?;
    match scheme.as_str() {
        "bearer" => shown(delivery, settings, client, given, now),
        "basic" => asked(delivery, settings, client, given, now),
        _ => Err(Rejection::Missing),
    }
}

fn shown(
    delivery: Delivery<'_>,
    settings: &Settings,
    client: &str,
    token: &str,
    now: Timestamp,
) -> Result<Proof, Rejection> {
    let (end, mac) = token.split_once('.').unwrap_or_default();
    let claimed: Vec<Vec<u8>> = hex::decode(mac).into_iter().collect();
    let verified = signature::hmac_sha256(delivery, settings.trimmed(), &message(client, end), &claimed)?;
    let ended = end.parse().ok().and_then(|end| Timestamp::from_second(end).ok()).is_none_or(|end| end < now);
    if ended { Err(Rejection::Stale) } else { Ok(Proof::Signed(verified)) }
}

/// `grant_type=client_credentials`, and the client's id and secret in `Basic`, form-encoded or as they are.
fn asked(
    delivery: Delivery<'_>,
    settings: &Settings,
    client: &str,
    given: &str,
    now: Timestamp,
) -> Result<Proof, Rejection> {
    login::basic(delivery, settings, client, given)?;
    let mut fields = form_urlencoded::parse(delivery.body);
    if !fields.any(|(name, value)| name == "grant_type" && value == "client_credentials") {
        return Err(Rejection::Missing);
    }
    // The current secret's: it is the last that will be taken away.
    let secret = settings.trimmed().find(|secret| !secret.is_empty()).ok_or(Rejection::NoSecret)?;
    let end = now.as_second().saturating_add(LIFE.as_secs()).to_string();
    let mac = signature::made_sha256(secret.as_bytes(), &message(client, &end));
    Ok(Proof::Answer(Reply::json(&serde_json::json!({
        "access_token": format!("{end}.{}", hex::encode(mac)),
        "token_type": "Bearer",
        "expires_in": LIFE.as_secs(),
    }))))
}

fn message<'a>(client: &'a str, end: &'a str) -> [&'a [u8]; 4] {
    [PURPOSE, client.as_bytes(), b"\n", end.as_bytes()]
}
