//! The settings of one deployed stack, by name.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use domain::personal::Personal;
use domain::ports::Unavailable;
use domain::shop::Shop;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::connection::{Connection, is_name};
use crate::keys::People;
use crate::links::Links;
use crate::parameters::{Cache, Names, Parameters, Read, lock};

/// What a person says of sending.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resumed {
    resumed_at: Timestamp,
}

/// Everything below `/tidings/{stack}/`.
#[derive(Debug)]
pub struct Settings<P> {
    stack: String,
    cache: Cache<P>,
    /// What was made of a parameter's text, for as long as that is the text.
    understood: Mutex<BTreeMap<String, Understood>>,
}

#[derive(Clone, Debug)]
struct Understood {
    text: Personal<Arc<str>>,
    /// The value is the one before: this text was not understood.
    broken: bool,
    value: Arc<dyn Any + Send + Sync>,
}

impl Understood {
    /// Whether it need not be read again. What is broken is said whenever it is fetched.
    fn is_of(&self, text: &Arc<str>) -> bool {
        let known = self.text.reveal();
        Arc::ptr_eq(known, text) || !self.broken && known == text
    }
}

impl<P: Parameters> Settings<P> {
    /// The settings of a stack, for names from our own queues and tables.
    pub fn new(parameters: P, stack: String) -> Self {
        Self { stack, cache: Cache::new(parameters), understood: Mutex::default() }
    }

    /// The settings of a stack, for names that strangers send.
    pub fn for_strangers(parameters: P, stack: String) -> Self {
        Self { stack, cache: Cache::for_strangers(parameters), understood: Mutex::default() }
    }

    /// A shop's settings.
    pub async fn shop(&self, shop: &str, now: Timestamp) -> Result<Option<Arc<Shop>>, Unavailable> {
        self.read(&["shops", shop], shop, Read::Cached, now).await
    }

    /// A connection's settings; `Read::Again` when its secrets did not fit.
    pub async fn connection(
        &self,
        family: &str,
        connection: &str,
        read: Read,
        now: Timestamp,
    ) -> Result<Option<Arc<Connection>>, Unavailable> {
        self.read(&["connections", family, connection], connection, read, now).await
    }

    /// The family and the name of every connection.
    pub async fn connections(&self) -> Result<Vec<(String, String)>, Unavailable>
    where
        P: Names,
    {
        let path = format!("/tidings/{}/connections/", self.stack);
        let names = self.cache.below(&path).await?;
        let parts = |name: &String| {
            let (family, connection) = name.strip_prefix(&path)?.split_once('/')?;
            Some((family.to_owned(), connection.to_owned()))
        };
        Ok(names.iter().filter_map(parts).collect())
    }

    /// The keys of page links.
    pub async fn links(&self, now: Timestamp) -> Result<Links, Unavailable> {
        let links: Option<Arc<Links>> = self.read(&["keys/links"], "keys", Read::Cached, now).await?;
        links.map(|links| (*links).clone()).ok_or_else(|| self.missing("keys/links"))
    }

    /// The key of address hashes.
    pub async fn people(&self, now: Timestamp) -> Result<People, Unavailable> {
        let people: Option<Arc<People>> = self.read(&["keys/people"], "keys", Read::Cached, now).await?;
        people.map(|people| (*people).clone()).ok_or_else(|| self.missing("keys/people"))
    }

    /// When a person last resumed sending after it had stopped by itself; nothing if nobody ever did.
    pub async fn resumed_at(&self, now: Timestamp) -> Result<Option<Timestamp>, Unavailable> {
        let resumed: Option<Arc<Resumed>> = self.read(&["sending"], "sending", Read::Cached, now).await?;
        Ok(resumed.map(|resumed| resumed.resumed_at))
    }

    /// Opens the connection, so that the first event does not pay for it.
    pub async fn touch(&self, path: &str) {
        self.cache.touch(&format!("/tidings/{}/{path}/warm-up", self.stack)).await;
    }

    fn missing(&self, name: &str) -> Unavailable {
        let stack = &self.stack;
        tracing::error!("the parameter /tidings/{stack}/{name} is missing: make the keys with the README's command");
        Unavailable::new("SSM", "a key is missing")
    }

    async fn read<T: DeserializeOwned + Any + Send + Sync>(
        &self,
        path: &[&str],
        name: &str,
        read: Read,
        now: Timestamp,
    ) -> Result<Option<Arc<T>>, Unavailable> {
        if !is_name(name) {
            return Ok(None);
        }
        let parameter = [&["/tidings", &self.stack], path].concat().join("/");
        let Some(text) = self.cache.get(&parameter, read, now).await? else { return Ok(None) };
        let known = lock(&self.understood).get(&parameter).filter(|known| known.is_of(&text)).cloned();
        if let Some(value) = known.and_then(|known| known.value.downcast().ok()) {
            return Ok(Some(value));
        }
        let (value, broken) = match serde_json::from_str::<T>(&text) {
            Ok(value) => (Arc::new(value), false),
            Err(error) => {
                // The error's text may quote a secret, so only its place is told.
                let (line, column, kind) = (error.line(), error.column(), error.classify());
                tracing::error!(
                    parameter,
                    line,
                    column,
                    ?kind,
                    "the parameter is not what it must be: correct its JSON; what it was before is used"
                );
                let before = lock(&self.understood).get(&parameter).map(|known| known.value.clone());
                let before = before.and_then(|value| value.downcast().ok());
                (before.ok_or_else(|| Unavailable::new("the settings", "a parameter is not what it must be"))?, true)
            }
        };
        let understood = Understood { text: Personal::new(text), broken, value: value.clone() };
        lock(&self.understood).insert(parameter, understood);
        Ok(Some(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its one parameter's text.
    struct Written(Mutex<&'static str>);

    impl Parameters for &Written {
        async fn get(&self, _name: &str) -> Result<Option<Arc<str>>, Unavailable> {
            Ok(Some((*lock(&self.0)).into()))
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("in range")
    }

    #[tokio::test]
    async fn a_value_that_somebody_broke_leaves_the_one_before_in_use() {
        let written = Written(Mutex::new(r#"{"resumed_at": "2026-09-21T14:13:20Z"}"#));
        let settings = Settings::new(&written, "test".to_owned());
        let resumed = settings.resumed_at(at(0)).await.expect("a value");
        assert!(resumed.is_some());
        for (second, broken) in [(400, "{"), (800, r#"{"resumed": 1}"#)] {
            *lock(&written.0) = broken;
            assert_eq!(settings.resumed_at(at(second)).await.ok(), Some(resumed), "{broken}");
            assert_eq!(settings.resumed_at(at(second + 1)).await.ok(), Some(resumed), "{broken}");
        }
        // Whoever begins with it cannot know a better one.
        assert!(Settings::new(&written, "test".to_owned()).resumed_at(at(900)).await.is_err());
    }
}
