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
    connections: BTreeMap<String, Value>,
}

/// Puts shop, connections and keys into SSM and verifies the sender with SES.
pub(crate) async fn set_up(aws: &Aws) -> Result<()> {
    let demo = demo();
    put(aws, &format!("shops/{DEMO}"), "String", &demo.shop).await?;
    for (family, connection) in &demo.connections {
        put(aws, &format!("connections/{family}/{DEMO}"), "SecureString", connection).await?;
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
    let providers = |connection: &Value| connection["providers"].as_object().cloned().unwrap_or_default();
    let secret = |settings: &Value| settings["secrets"][0].as_str().unwrap_or_default().to_owned();
    let all = demo().connections.into_values().flat_map(|connection| providers(&connection));
    all.map(|(provider, settings)| (provider, secret(&settings))).collect()
}

fn demo() -> Demo {
    serde_json::from_str(include_str!("demo.json")).expect("demo.json has a shop and connections")
}

/// 32 random bytes, as `openssl rand -base64 32` makes them.
fn key() -> Result<String> {
    let mut bytes = [0; 32];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(STANDARD.encode(bytes))
}
