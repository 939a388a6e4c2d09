//! Tokens in links: whoever has one may see one order, confirm one address or stop one address's questions, and can neither
//! guess another nor make one.

use data_encoding::BASE64URL_NOPAD;
use domain::ids::OrderId;
use hmac::Mac;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::keys::KeyBytes;

/// How long a link lives after the order last changed its state.
pub const LIFE: SignedDuration = SignedDuration::from_hours(180 * 24);
/// How long an address can be confirmed after it was entered.
pub const CONFIRMATION: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long questions can be stopped from a mail that asks one: mails are kept for long, and the wish is always welcome.
pub const STOPPING: SignedDuration = SignedDuration::from_hours(2 * 365 * 24);

/// The keys of page links: the one that signs, and the one before it, still accepted.
#[derive(Clone, Debug, Deserialize)]
pub struct Links {
    current: Key,
    #[serde(default)]
    previous: Option<Key>,
}

#[derive(Clone, Debug, Deserialize)]
struct Key {
    id: String,
    key: KeyBytes,
}

/// What a token opens. A token of one scope is worth nothing in another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Scope {
    Page,
    Address,
    Stop,
}

impl Scope {
    const fn name(self) -> &'static [u8] {
        match self {
            Self::Page => b"page",
            Self::Address => b"address",
            Self::Stop => b"stop",
        }
    }
}

impl Links {
    /// Shows an order's page: `{version}.{key id}.{order id}.{expiry}.{128-bit MAC}`.
    pub fn token(&self, order: &OrderId, expires: Timestamp) -> String {
        self.seal(Scope::Page, order.as_str(), expires)
    }

    /// The order that a token shows, if it is ours, of this version and not expired.
    pub fn open(&self, token: &str, now: Timestamp) -> Option<OrderId> {
        let subject = self.opened(Scope::Page, token, now)?;
        OrderId::parse(&subject)
    }

    /// Confirms one correction of an order's address, and shows nothing of the order:
    /// `{version}.{key id}.{order id}-{correction}.{expiry}.{128-bit MAC}`.
    pub fn confirmation(&self, order: &OrderId, correction: &str, expires: Timestamp) -> String {
        self.seal(Scope::Address, &format!("{order}-{correction}"), expires)
    }

    /// The order and the correction that a token confirms, if it is ours, of this version and not expired.
    pub fn open_confirmation(&self, token: &str, now: Timestamp) -> Option<(OrderId, String)> {
        let subject = self.opened(Scope::Address, token, now)?;
        let (order, correction) = subject.split_once('-')?;
        Some((OrderId::parse(order)?, correction.to_owned()))
    }

    /// Stops the questions to one address, by its keyed hash of the order's shop, and shows nothing of the order:
    /// `{version}.{key id}.{order id}-{hash}.{expiry}.{128-bit MAC}`.
    pub fn stop(&self, order: &OrderId, address: &str, expires: Timestamp) -> String {
        self.seal(Scope::Stop, &format!("{order}-{address}"), expires)
    }

    /// The order and the address's hash that a token stops, if it is ours, of this version and not expired.
    pub fn open_stop(&self, token: &str, now: Timestamp) -> Option<(OrderId, String)> {
        let subject = self.opened(Scope::Stop, token, now)?;
        let (order, address) = subject.split_once('-')?;
        Some((OrderId::parse(order)?, address.to_owned()))
    }

    fn seal(&self, scope: Scope, subject: &str, expires: Timestamp) -> String {
        let claims = format!("1.{}.{subject}.{}", self.current.id, expires.as_second());
        let mac = self.current.key.mac(&[scope.name(), claims.as_bytes()]);
        let bytes = mac.map(|mac| mac.finalize().into_bytes()).unwrap_or_default();
        format!("{claims}.{}", BASE64URL_NOPAD.encode(&bytes[..16]))
    }

    fn opened(&self, scope: Scope, token: &str, now: Timestamp) -> Option<String> {
        let (claims, mac) = token.rsplit_once('.')?;
        let mac = BASE64URL_NOPAD.decode(mac.as_bytes()).ok().filter(|mac| mac.len() == 16)?;
        let mut parts = claims.split('.');
        let (version, key, subject, expires) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        if version != "1" || parts.next().is_some() {
            return None;
        }
        let known =
            [Some(&self.current), self.previous.as_ref()].into_iter().flatten().find(|known| known.id == key)?;
        known.key.mac(&[scope.name(), claims.as_bytes()])?.verify_truncated_left(&mac).ok()?;
        let expires = expires.parse().ok().and_then(|second| Timestamp::from_second(second).ok())?;
        (expires >= now).then(|| subject.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(current: &str, previous: Option<&str>) -> Links {
        let key =
            |id: &str| format!(r#"{{"id":"{id}","key":"{}"}}"#, data_encoding::BASE64.encode(id.repeat(32).as_bytes()));
        let previous = previous.map_or(String::new(), |id| format!(r#","previous":{}"#, key(id)));
        serde_json::from_str(&format!(r#"{{"current":{}{previous}}}"#, key(current))).expect("keys")
    }

    #[test]
    fn a_token_opens_its_order_until_it_expires_and_across_one_rotation() {
        let order = OrderId::new("demo", "1");
        let now = Timestamp::from_second(1_790_000_000).expect("in range");
        let token = links("a", None).token(&order, now + LIFE);
        assert_eq!(links("a", None).open(&token, now), Some(order.clone()));
        assert_eq!(links("b", Some("a")).open(&token, now), Some(order.clone()));
        assert_eq!(links("b", None).open(&token, now), None);
        assert_eq!(links("a", None).open(&token, now + LIFE + SignedDuration::from_secs(1)), None);
    }

    #[test]
    fn every_changed_character_of_a_token_makes_it_worthless() {
        let now = Timestamp::from_second(1_790_000_000).expect("in range");
        let token = links("a", None).token(&OrderId::new("demo", "1"), now + LIFE);
        for index in 0..token.len() {
            let mut bytes = token.clone().into_bytes();
            bytes[index] = if bytes[index] == b'a' { b'b' } else { b'a' };
            let changed = String::from_utf8(bytes).expect("ASCII");
            assert_eq!(links("a", None).open(&changed, now), None, "{changed}");
        }
        for bad in ["", ".", "1.a..1.x", &token[..token.len() - 4], &format!("{token}.x")] {
            assert_eq!(links("a", None).open(bad, now), None);
        }
    }

    #[test]
    fn a_token_of_one_scope_is_worth_nothing_in_another() {
        let order = OrderId::new("demo", "1");
        let now = Timestamp::from_second(1_790_000_000).expect("in range");
        let links = links("a", None);
        let confirmation = links.confirmation(&order, "abc234", now + CONFIRMATION);
        assert_eq!(links.open_confirmation(&confirmation, now), Some((order.clone(), "abc234".to_owned())));
        assert_eq!(links.open(&confirmation, now), None);
        assert_eq!(links.open_confirmation(&links.token(&order, now + LIFE), now), None);
        let late = now + CONFIRMATION + SignedDuration::from_secs(1);
        assert_eq!(links.open_confirmation(&confirmation, late), None);
        assert_eq!(links.open_confirmation(&confirmation.replace("abc234", "abc235"), now), None);

        let stop = links.stop(&order, "abc234", now + STOPPING);
        assert_eq!(links.open_stop(&stop, now + STOPPING), Some((order.clone(), "abc234".to_owned())));
        assert_eq!(links.open_stop(&stop, now + STOPPING + SignedDuration::from_secs(1)), None);
        assert_eq!((links.open(&stop, now), links.open_confirmation(&stop, now)), (None, None));
        for other in [links.token(&order, now + LIFE), confirmation, stop.replace("abc234", "abc235")] {
            assert_eq!(links.open_stop(&other, now), None, "{other}");
        }
    }
}
