//! What a connection knows about one provider: secrets and whatever else it needs.

use std::collections::BTreeMap;

use domain::personal::Personal;
use serde::Deserialize;

/// A shared secret. `Debug` prints nothing of it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(transparent)]
pub struct Secret(Personal<String>);

impl Secret {
    /// Marks a text as secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Personal::new(text.into()))
    }

    /// The text, for key derivation only.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

/// One provider's part of a connection.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct Settings {
    /// The current secret and those still accepted, so that rotating loses nothing.
    #[serde(default)]
    pub secrets: Vec<Secret>,
    /// The shop's own order statuses: their slug to our name.
    #[serde(default)]
    pub status_map: BTreeMap<String, domain::fact::OrderStatus>,
}
