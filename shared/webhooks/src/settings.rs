//! What a connection knows about one provider: secrets and whatever else it needs.

use std::collections::BTreeMap;

use domain::personal::Personal;
use jiff::SignedDuration;
use serde::Deserialize;

const DAYS: u32 = 30;

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
    /// Where one account serves several shops: its name or id of a shop to ours.
    #[serde(default)]
    pub shops: BTreeMap<String, String>,
    /// Public keys and certificates that need not be fetched: the URL to the PEM. An intake adds those that it fetched.
    #[serde(default)]
    pub keys: BTreeMap<String, String>,
    /// What this provider alone needs, by the names that its file documents.
    #[serde(flatten)]
    pub own: BTreeMap<String, Personal<serde_json::Value>>,
}

impl Settings {
    /// The same, with these secrets.
    #[must_use]
    pub fn with_secrets(self, secrets: &[&str]) -> Self {
        Self { secrets: secrets.iter().map(|secret| Secret::new(*secret)).collect(), ..self }
    }

    /// A text of the provider's own settings. It may be a secret.
    pub fn own(&self, name: &str) -> Option<&str> {
        self.own.get(name)?.reveal().as_str().map(str::trim).filter(|text| !text.is_empty())
    }

    /// A text of one of the provider's own settings that is a table: `tokens`, by shop.
    pub fn own_of(&self, name: &str, key: &str) -> Option<&str> {
        self.own.get(name)?.reveal().get(key)?.as_str().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether one of the provider's own settings says yes: `true`, or `"true"`.
    pub fn says(&self, name: &str) -> bool {
        self.own.get(name).is_some_and(|value| value.reveal().as_bool().unwrap_or(self.own(name) == Some("true")))
    }

    /// How long a parcel is asked for after it was sent: 30 days, unless `days` says otherwise.
    pub fn patience(&self) -> SignedDuration {
        let days = self.number("days").unwrap_or(DAYS).clamp(1, 366);
        SignedDuration::from_hours(24 * i64::from(days))
    }

    /// How long a provider is left alone between two questions: so long, unless `pace` says otherwise, in seconds.
    pub fn pace(&self, usual: SignedDuration) -> SignedDuration {
        self.number("pace").map_or(usual, |seconds| SignedDuration::from_secs(seconds.into()))
    }

    /// A whole number, written as one or as text.
    fn number(&self, name: &str) -> Option<u32> {
        let number = || self.own.get(name)?.reveal().as_u64()?.try_into().ok();
        self.own(name).and_then(|text| text.parse().ok()).or_else(number)
    }

    /// The secrets' texts without white space around them: copied ones often end in it, real ones never do.
    pub fn trimmed(&self) -> impl Iterator<Item = &str> {
        self.secrets.iter().map(|secret| secret.reveal().trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_provider_alone_needs_is_read_and_not_printed() {
        let json = r#"{"secrets": [" s\n"], "webhook_id": " 8PT5 ", "api": {"a": 1}, "empty": ""}"#;
        let settings: Settings = serde_json::from_str(json).expect("settings");
        assert_eq!(settings.own("webhook_id"), Some("8PT5"));
        assert_eq!([settings.own("empty"), settings.own("api"), settings.own("nothing")], [None; 3]);
        let flags: Settings =
            serde_json::from_str(r#"{"a": true, "b": "true", "c": false, "d": 1}"#).expect("settings");
        assert_eq!(["a", "b", "c", "d", "e"].map(|name| flags.says(name)), [true, true, false, false, false]);
        assert_eq!(settings.trimmed().collect::<Vec<_>>(), ["s"]);
        assert!(!format!("{settings:?}").contains("8PT5"));
    }
}
