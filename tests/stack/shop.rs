//! The demo shop: what the README has a merchant put into SSM and SES by hand.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::STACK;
use crate::aws::Aws;

/// The name of the shop and of its connection in every family.
pub const DEMO: &str = "demo";

#[derive(Deserialize)]
struct Demo {
    shop: Value,
}

/// What opens a provider's API. Nothing here asks a real one.
const CREDENTIALS: [&str; 11] = [
    "access_token",
    "access_token_secret",
    "api_client_secret",
    "api_key",
    "api_token",
    "client_secret",
    "consumer_key",
    "consumer_secret",
    "key_secret",
    "private_key",
    "tokens",
];

/// What each family's connection knows of its providers: the test settings of `events/`, but for credentials.
fn connections() -> BTreeMap<&'static str, BTreeMap<String, Value>> {
    let families =
        [("storefronts", "checkout-webhook"), ("payments", "payment-webhook"), ("carriers", "tracking-webhook")];
    let known = |(family, function)| {
        let mut providers = testing::recorded::all_settings(function);
        for settings in providers.values_mut().filter_map(Value::as_object_mut) {
            settings.retain(|name, _| !CREDENTIALS.contains(&name.as_str()));
        }
        (family, providers)
    };
    families.into_iter().map(known).collect()
}

/// Puts shop, connections and keys into SSM and verifies the sender with SES.
pub(crate) async fn set_up(aws: &Aws) -> Result<()> {
    let demo = demo();
    put(aws, &format!("shops/{DEMO}"), "String", &demo.shop).await?;
    for (family, providers) in connections() {
        let connection = json!({"shops": [DEMO], "providers": providers});
        put(aws, &format!("connections/{family}/{DEMO}"), "SecureString", &connection).await?;
    }
    put(aws, "keys/links", "SecureString", &json!({"current": {"id": "a1", "key": key()?}})).await?;
    put(aws, "keys/people", "SecureString", &json!({"key": key()?})).await?;
    let identity = json!({"EmailIdentity": demo.shop["sender"]});
    aws.rest("ses", "POST", "/v2/email/identities", Some(&identity)).await?;
    Ok(())
}

/// Writes one parameter below the stack's own prefix.
pub(crate) async fn put(aws: &Aws, name: &str, kind: &str, value: &Value) -> Result<()> {
    let name = format!("/tidings/{STACK}/{name}");
    let body = json!({"Name": name, "Type": kind, "Value": value.to_string(), "Overwrite": true});
    aws.json("AmazonSSM.PutParameter", &body).await.with_context(|| format!("writing {name}"))?;
    Ok(())
}

/// The shop's settings.
#[must_use]
pub fn settings() -> Value {
    demo().shop
}

/// The test secret of each provider.
#[must_use]
pub fn secrets() -> BTreeMap<String, String> {
    let secret = |settings: &Value| settings["secrets"][0].as_str().map(str::to_owned);
    let all = connections().into_values().flatten();
    all.filter_map(|(provider, settings)| Some((provider, secret(&settings)?))).collect()
}

fn demo() -> Demo {
    serde_json::from_str(include_str!("demo.json")).expect("demo.json has a shop")
}

/// 32 random bytes, as `openssl rand -base64 32` makes them.
fn key() -> Result<String> {
    let mut bytes = [0; 32];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(STANDARD.encode(bytes))
}
