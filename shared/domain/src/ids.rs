//! Identifiers that are safe in tags, links and logs, derived and never drawn.

use std::fmt;

use arrayvec::ArrayString;
use data_encoding::{Encoding, Specification};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::digest::Output;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

static BASE32: LazyLock<Encoding> = LazyLock::new(|| {
    let mut spec = Specification::new();
    spec.symbols.push_str("abcdefghijklmnopqrstuvwxyz234567");
    spec.encoding().unwrap_or(data_encoding::BASE32_NOPAD)
});

/// An order's key: 26 characters of HMAC(shop, the storefront's immutable id).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderId(ArrayString<26>);

impl OrderId {
    /// The same shop and storefront id always give the same key.
    pub fn new(shop: &str, storefront_id: &str) -> Self {
        let mac = match Hmac::<Sha256>::new_from_slice(shop.as_bytes()) {
            Ok(mut mac) => {
                mac.update(storefront_id.as_bytes());
                mac.finalize().into_bytes()
            }
            // HMAC takes keys of every length; the digest keeps this total.
            Err(_) => hash(&[shop.as_bytes(), storefront_id.as_bytes()]),
        };
        Self(first_characters(&mac))
    }

    /// Reads one back from a token, a message or a table key.
    pub fn parse(text: &str) -> Option<Self> {
        let id = ArrayString::from(text).ok()?;
        (id.is_full() && is_base32(text)).then_some(Self(id))
    }

    /// The 26 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a mail's id ends in that is issued again.
const SUCCESSOR: &str = "~1";

/// One situation's one mail: `{order id}-{12 characters of the digest of situation and subject}`, and `~1` if it is issued
/// again to a corrected address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IntentId(ArrayString<{ 26 + "-".len() + 12 + SUCCESSOR.len() }>);

impl IntentId {
    /// Situation names and subjects are a wire format: changing one would tell old news again.
    pub fn new(order: &OrderId, situation: &str, subject: &str) -> Self {
        Self::marked(order, &Mark::new(situation, subject))
    }

    /// The same, from what a situation and its subject are in every order.
    pub(crate) fn marked(order: &OrderId, mark: &Mark) -> Self {
        let mut text = ArrayString::new();
        for part in [&order.0, "-", &mark.0] {
            text.push_str(part);
        }
        Self(text)
    }

    /// Reads one back from a tag or a table key.
    pub fn parse(text: &str) -> Option<Self> {
        let (order, rest) = text.split_once('-')?;
        OrderId::parse(order)?;
        let rest = rest.strip_suffix(SUCCESSOR).unwrap_or(rest);
        let id = ArrayString::from(text).ok()?;
        (rest.len() == 12 && is_base32(rest)).then_some(Self(id))
    }

    /// The same mail once more, to a corrected address: `{id}~1`. A successor has none.
    pub fn successor(&self) -> Option<Self> {
        let mut text = self.0;
        text.try_push_str(SUCCESSOR).ok()?;
        (!self.is_successor()).then_some(Self(text))
    }

    /// Whether it is a mail's second issue.
    pub fn is_successor(&self) -> bool {
        self.0.ends_with(SUCCESSOR)
    }

    /// The text as it stands in tags of SES, which hold only letters, digits, `_` and `-`.
    pub fn tag(&self) -> String {
        self.0.replace('~', "_")
    }

    /// Reads one back from such a tag.
    pub fn from_tag(text: &str) -> Option<Self> {
        Self::parse(&text.replace('_', "~"))
    }

    /// The order that it is about.
    pub fn order(&self) -> OrderId {
        let order = self.0.split('-').next().and_then(|order| ArrayString::from(order).ok());
        OrderId(order.unwrap_or_default())
    }

    /// The text, as it stands in tags and keys.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an intent id ends in: 12 characters of the digest of situation and subject.
#[derive(Clone, Copy)]
pub(crate) struct Mark(ArrayString<12>);

impl Mark {
    pub(crate) fn new(situation: &str, subject: &str) -> Self {
        Self(first_characters(&hash(&[situation.as_bytes(), subject.as_bytes()])))
    }
}

impl fmt::Debug for IntentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for IntentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// 52 base32 characters of SHA-256 over the parts, each with its length, so that no two lists of parts collide.
pub fn digest(parts: &[&[u8]]) -> String {
    BASE32.encode(&hash(parts))
}

/// What tells a few texts apart: the first ten characters of a [`digest`].
pub type Short = ArrayString<10>;

/// The first characters of [`digest`].
pub(crate) fn short_digest<const MANY: usize>(parts: &[&[u8]]) -> ArrayString<MANY> {
    first_characters(&hash(parts))
}

fn hash(parts: &[&[u8]]) -> Output<Sha256> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize()
}

/// The first characters of a hash in base32, five bits each: the other ones need not be written.
fn first_characters<const MANY: usize>(hash: &Output<Sha256>) -> ArrayString<MANY> {
    let mut text = [0; 52];
    let bytes = &hash[..(MANY * 5).div_ceil(8)];
    BASE32.encode_mut(bytes, &mut text[..BASE32.encode_len(bytes.len())]);
    ArrayString::from_byte_string(&std::array::from_fn(|index| text[index])).unwrap_or_default()
}

fn is_base32(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_pinned_because_they_are_a_wire_format() {
        let order = OrderId::new("demo", "727");
        assert_eq!(order.as_str().len(), 26);
        assert_eq!(OrderId::parse(order.as_str()), Some(order.clone()));
        let intent = IntentId::new(&order, "confirmed", "order");
        let whole = digest(&[b"confirmed", b"order"]);
        assert_eq!(intent.as_str(), format!("{order}-{}", &whole[..12]));
        assert_eq!(IntentId::parse(intent.as_str()), Some(intent.clone()));
        assert_eq!(intent.order(), order);
        let again = intent.successor().expect("a first mail has one");
        assert_eq!(again.as_str(), format!("{intent}~1"));
        assert_eq!((IntentId::parse(again.as_str()), again.successor()), (Some(again.clone()), None));
        assert_eq!((again.tag(), again.order()), (format!("{intent}_1"), order.clone()));
        assert_eq!((IntentId::from_tag(&again.tag()), IntentId::from_tag(&intent.tag())), (Some(again), Some(intent)));
        for foreign in ["~2", "~1~1", "~"] {
            let id = format!("{}{foreign}", IntentId::new(&order, "confirmed", "order"));
            assert_eq!(IntentId::parse(&id), None, "{id}");
        }
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
    }
}
