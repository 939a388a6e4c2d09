//! Calls that repeat what DynamoDB left over, and errors that say what to do.

use std::collections::HashMap;
use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, WriteRequest};
use domain::ports::Unavailable;

/// An item as DynamoDB has it.
pub(crate) type Item = HashMap<String, AttributeValue>;

/// DynamoDB takes this many keys in one `BatchGetItem` …
const GETS: usize = 100;
/// … and this many items in one `BatchWriteItem`.
const WRITES: usize = 25;
/// How often a batch repeats what was left over.
const REPEATS: u32 = 5;

/// Reads items by key, consistently, from any tables; what DynamoDB leaves over is asked for again.
pub(crate) async fn get(client: &Client, keys: Vec<(&str, Item)>) -> Result<Vec<(String, Item)>, Unavailable> {
    let mut found = Vec::new();
    for chunk in keys.chunks(GETS) {
        let mut open = requests(chunk)?;
        for repeat in 0.. {
            let answer = client.batch_get_item().set_request_items(Some(open)).send().await;
            let answer = answer.map_err(|error| unavailable(&error))?;
            let items = answer.responses.unwrap_or_default().into_iter();
            found.extend(items.flat_map(|(table, items)| items.into_iter().map(move |item| (table.clone(), item))));
            open = answer.unprocessed_keys.unwrap_or_default();
            if open.is_empty() {
                break;
            }
            pause(repeat, "BatchGetItem").await?;
        }
    }
    Ok(found)
}

fn requests(keys: &[(&str, Item)]) -> Result<HashMap<String, KeysAndAttributes>, Unavailable> {
    let mut tables: HashMap<String, Vec<Item>> = HashMap::new();
    for (table, key) in keys {
        let keys = tables.entry((*table).to_owned()).or_default();
        // DynamoDB refuses a call that names a key twice.
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let request = |keys| KeysAndAttributes::builder().set_keys(Some(keys)).consistent_read(true).build();
    let built = tables.into_iter().map(|(table, keys)| request(keys).map(|request| (table, request)));
    built.collect::<Result<_, _>>().map_err(|error| Unavailable::new("DynamoDB", error))
}

/// Writes items; what DynamoDB leaves over is written again.
pub(crate) async fn put(client: &Client, table: &str, requests: Vec<WriteRequest>) -> Result<(), Unavailable> {
    for chunk in requests.chunks(WRITES) {
        let mut open = HashMap::from([(table.to_owned(), chunk.to_vec())]);
        for repeat in 0.. {
            let answer = client.batch_write_item().set_request_items(Some(open)).send().await;
            open = answer.map_err(|error| unavailable(&error))?.unprocessed_items.unwrap_or_default();
            if open.is_empty() {
                break;
            }
            pause(repeat, "BatchWriteItem").await?;
        }
    }
    Ok(())
}

async fn pause(repeat: u32, call: &'static str) -> Result<(), Unavailable> {
    if repeat >= REPEATS {
        return Err(Unavailable::new("DynamoDB", format!("{call} kept leaving items over")));
    }
    tokio::time::sleep(Duration::from_millis(20 << repeat)).await;
    Ok(())
}

/// DynamoDB's error code, or what became of the call.
pub(crate) fn unavailable<E: ProvideErrorMetadata, R>(error: &SdkError<E, R>) -> Unavailable {
    let kind = match error {
        SdkError::ConstructionFailure(_) => "the request could not be made",
        SdkError::TimeoutError(_) => "no answer in time",
        SdkError::DispatchFailure(_) => "no connection",
        SdkError::ResponseError(_) => "an unreadable answer",
        _ => "an unknown error",
    };
    Unavailable::new("DynamoDB", error.code().unwrap_or(kind))
}
