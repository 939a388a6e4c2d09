//! Standard Webhooks: the signature of our own documented JSON, and of everyone who follows the specification.
//!
//! <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use crate::settings::{Secret, Settings};
use crate::signature;
use crate::source::Ask;
use crate::wire::{Text, missing};

/// The envelope of our own JSON: `{"type": "order", "data": {…}}`.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(rename = "type", default)]
    kind: Text,
    #[serde(borrow, default)]
    data: Option<&'a RawValue>,
}

/// Opens the envelope of our own JSON: its type without what stands after a dot (`order.updated` is an `order`), and
/// its data, unread.
pub fn open(body: &[u8]) -> Result<(String, &RawValue), Unreadable> {
    let envelope: Envelope<'_> = serde_json::from_slice(body)?;
    let kind = envelope.kind.required("type")?;
    let kind = kind.split('.').next().unwrap_or_default().to_owned();
    Ok((kind, envelope.data.ok_or_else(|| missing("data"))?))
}

/// Proves `webhook-signature` over `{webhook-id}.{webhook-timestamp}.{body}`.
///
/// Secrets are `whsec_` and base64; several signatures and several secrets may stand side by side while one is rotated.
pub fn verify(delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
    verify_keyed(delivery, settings.secrets.iter().filter_map(key), now).map(Proof::Signed)
}

/// The same by these keys, for those whose secrets are of another form.
pub fn verify_keyed<K: AsRef<[u8]>>(
    delivery: Delivery<'_>,
    keys: impl IntoIterator<Item = K>,
    now: Timestamp,
) -> Result<Verified, Rejection> {
    let id = delivery.header("webhook-id").ok_or(Rejection::Missing)?;
    let timestamp = delivery.header("webhook-timestamp").ok_or(Rejection::Missing)?;
    let signatures = delivery.header("webhook-signature").ok_or(Rejection::Missing)?;
    let signed_at = timestamp.parse().ok().and_then(|s| Timestamp::from_second(s).ok()).ok_or(Rejection::Missing)?;

    let claimed: Vec<Vec<u8>> = signatures
        .split(' ')
        .filter_map(|one| one.strip_prefix("v1,"))
        .filter_map(|mac| BASE64_STANDARD.decode(mac).ok())
        .collect();
    let message: &[&[u8]] = &[id.as_bytes(), b".", timestamp.as_bytes(), b".", delivery.body];
    let verified = signature::hmac_sha256(delivery, keys, message, &claimed)?;
    signature::fresh(signed_at, now)?;
    Ok(verified)
}

/// Signs a question of ours as our senders sign their deliveries; nothing if the secret can sign nothing.
pub fn sign(ask: Ask, secret: &Secret, id: &str, now: Timestamp, message: &str) -> Option<Ask> {
    let key = key(secret).filter(|key| !key.is_empty())?;
    let timestamp = now.as_second().to_string();
    let mac = signature::made_sha256(&key, &[id.as_bytes(), b".", timestamp.as_bytes(), b".", message.as_bytes()]);
    let ask = ask.header("webhook-id", id).header("webhook-timestamp", &timestamp);
    Some(ask.header("webhook-signature", &format!("v1,{}", BASE64_STANDARD.encode(mac))))
}

fn key(secret: &Secret) -> Option<Vec<u8>> {
    let text = secret.reveal().trim();
    BASE64_STANDARD.decode(text.strip_prefix("whsec_").unwrap_or(text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderMap;

    const SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    const BODY: &[u8] = br#"{"email":"test@example.com","username":"test_user"}"#;

    fn headers(signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("webhook-id", "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk".parse().expect("plain"));
        headers.insert("webhook-timestamp", "1649367553".parse().expect("plain"));
        headers.insert("webhook-signature", signature.parse().expect("plain"));
        headers
    }

    #[track_caller]
    fn check(headers: &HeaderMap, body: &[u8], secrets: &[&str], now: i64) -> Result<(), Rejection> {
        let now = Timestamp::from_second(now).expect("in range");
        let settings = Settings::default().with_secrets(secrets);
        verify(Delivery { headers, query: "", body, received_at: now }, &settings, now).map(|_| ())
    }

    const GOOD: &str = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";

    #[test]
    fn the_vector_of_the_specification_is_genuine() {
        let mut headers = HeaderMap::new();
        headers.insert("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek".parse().expect("plain"));
        headers.insert("webhook-timestamp", "1614265330".parse().expect("plain"));
        let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        headers.insert("webhook-signature", signature.parse().expect("plain"));
        let body = br#"{"test": 2432232314}"#;
        let secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assert_eq!(check(&headers, body, &[secret], 1_614_265_330), Ok(()));
        assert_eq!(check(&headers, body, &[&format!(" whsec_{secret}\n")], 1_614_265_330), Ok(()));
        assert_eq!(check(&headers, body, &["", "whsec_"], 1_614_265_330), Err(Rejection::NoSecret));
    }

    #[test]
    fn what_we_sign_is_the_vector_too() {
        let base = crate::source::Base::of("https://shop.example", &Settings::default()).expect("a base");
        let now = Timestamp::from_second(1_614_265_330).expect("in range");
        let signed = |secret: &str| {
            let ask = Ask::get(&base, "/");
            sign(ask, &Secret::new(secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", now, r#"{"test": 2432232314}"#)
        };
        let ask = signed("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("signed");
        let header =
            |name: &str| ask.headers.iter().find(|(known, _)| *known == name).map(|(_, v)| v.reveal().as_str());
        assert_eq!(header("webhook-timestamp"), Some("1614265330"));
        assert_eq!(header("webhook-signature"), Some("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        assert_eq!([signed(""), signed("whsec_"), signed("not base64!")], [None, None, None]);
    }

    #[test]
    fn the_published_vector_is_genuine_and_every_change_of_it_is_not() {
        let now = 1_649_367_553;
        assert_eq!(check(&headers(GOOD), BODY, &[SECRET], now), Ok(()));
        assert_eq!(check(&headers(GOOD), BODY, &["whsec_AAAA", SECRET], now + 300), Ok(()));
        assert_eq!(check(&headers(&format!("v1,AAAA v1a,x {GOOD}")), BODY, &[SECRET], now), Ok(()));

        assert_eq!(check(&headers(GOOD), &BODY[1..], &[SECRET], now), Err(Rejection::Forged));
        assert_eq!(check(&headers(GOOD), BODY, &["whsec_AAAA"], now), Err(Rejection::Forged));
        assert_eq!(check(&headers("v1,"), BODY, &[SECRET], now), Err(Rejection::Forged));
        assert_eq!(check(&headers(GOOD), BODY, &[], now), Err(Rejection::NoSecret));
        assert_eq!(check(&headers(GOOD), BODY, &[SECRET], now + 301), Err(Rejection::Stale));
        assert_eq!(check(&headers(GOOD), BODY, &[SECRET], now - 121), Err(Rejection::Stale));
        assert_eq!(check(&HeaderMap::new(), BODY, &[SECRET], now), Err(Rejection::Missing));
        let mut twice = headers(GOOD);
        twice.append("webhook-signature", GOOD.parse().expect("plain"));
        assert_eq!(check(&twice, BODY, &[SECRET], now), Err(Rejection::Missing));
    }
}
