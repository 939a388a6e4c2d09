//! The key under which people are counted and suppressed without being named.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::personal::{Email, Personal};
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;

/// Key bytes, written in base64. `Debug` prints nothing of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct KeyBytes(Personal<Vec<u8>>);

impl TryFrom<String> for KeyBytes {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let bytes = BASE64_STANDARD.decode(text).map_err(|_| "a key is base64")?;
        if bytes.len() >= 32 { Ok(Self(Personal::new(bytes))) } else { Err("a key has at least 32 bytes") }
    }
}

impl KeyBytes {
    /// HMAC-SHA256 over parts.
    pub(crate) fn mac(&self, parts: &[&[u8]]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.reveal()).ok()?;
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        Some(mac)
    }
}

/// The key of address hashes: never rotated, or suppressed addresses would be written to again.
#[derive(Clone, Debug, Deserialize)]
pub struct People {
    key: KeyBytes,
}

impl People {
    /// The name of an address in tables and figures: the same for one shop and address, without telling either.
    pub fn hash(&self, shop: &str, email: &Email) -> String {
        let address = email.reveal().to_lowercase();
        let mac = self.key.mac(&[shop.as_bytes(), address.as_bytes()]);
        let bytes = mac.map(|mac| mac.finalize().into_bytes()).unwrap_or_default();
        data_encoding::BASE32_NOPAD.encode(&bytes[..16]).to_lowercase()
    }
}
