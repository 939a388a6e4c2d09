//! A connection: one configured source of webhooks.

use std::collections::BTreeMap;

use serde::Deserialize;
use webhooks::settings::Settings;

/// A provider's account, its secrets, and the shops it serves.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connection {
    /// The shops it serves; by default the one of its own name.
    #[serde(default)]
    shops: Vec<String>,
    /// What it knows of each provider.
    pub providers: BTreeMap<String, Settings>,
}

impl Connection {
    /// The shops that this connection, known by `name`, serves.
    pub fn shops<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        if self.shops.is_empty() { vec![name] } else { self.shops.iter().map(String::as_str).collect() }
    }
}

/// Whether a text can be the name of a shop, a connection or a provider: nothing else is ever looked up.
pub fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
