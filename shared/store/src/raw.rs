//! Raw deliveries: deflated, keyed by their digest, in chunks, for as long as their class is kept.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, PutRequest, WriteRequest};
use domain::kept::{BASKETS, Body, Kept};
use domain::ports::{Keeping, Unavailable};
use jiff::{SignedDuration, Timestamp};

use crate::calls::{Item, get, put};
use crate::item::{deflate, inflate, key, n, number, s, text};
use crate::orders::{OrdersTable, PARKED};

/// DynamoDB's items end at 400 KB.
const CHUNK: usize = 350 * 1024;
/// As long as a customer may ask what happened, a return may come and a fix may want a replay.
const CLAIMED: SignedDuration = SignedDuration::from_hours(180 * 24);

impl OrdersTable {
    pub(crate) async fn keep_raw(&self, kept: &[(&Kept, Keeping)], now: Timestamp) -> Result<(), Unavailable> {
        let mut requests = BTreeMap::new();
        for (kept, keeping) in kept {
            for (pk, item) in items(kept, keeping, now)? {
                let request = PutRequest::builder().set_item(Some(item)).build();
                let request = request.map_err(|error| Unavailable::new("DynamoDB", error))?;
                requests.insert(pk, WriteRequest::builder().put_request(request).build());
            }
        }
        put(&self.client, &self.table, requests.into_values().collect()).await
    }

    pub(crate) async fn read_raw(&self, digests: &BTreeSet<String>) -> Result<Vec<Kept>, Unavailable> {
        let keys = digests.iter().map(|digest| (self.table.as_str(), key(pk(digest, 0)))).collect::<Vec<_>>();
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let mut all = Vec::new();
        for (_, first) in get(&self.client, keys).await? {
            let chunks: usize = number(&first, "chunks").unwrap_or(1);
            let digest = text(&first, "digest").unwrap_or_default().to_owned();
            let mut parts = BTreeMap::from([(0, bytes(&first))]);
            if chunks > 1 {
                let keys = (1..chunks).map(|chunk| (self.table.as_str(), key(pk(&digest, chunk)))).collect();
                for (_, item) in get(&self.client, keys).await? {
                    parts.insert(number(&item, "chunk").unwrap_or(0), bytes(&item));
                }
            }
            let deflated: Vec<u8> = parts.into_values().flatten().collect();
            if let Some(kept) = to_kept(&first, deflated) {
                all.push(kept);
            } else {
                tracing::error!(digest, "a kept delivery cannot be read any more");
            }
        }
        Ok(all)
    }
}

fn items(kept: &Kept, keeping: &Keeping, now: Timestamp) -> Result<Vec<(String, Item)>, Unavailable> {
    let digest = kept.digest();
    let deflated = deflate(&kept.body.0).as_b().map(|blob| blob.as_ref().to_vec()).unwrap_or_default();
    let envelope = Kept { body: Body::default(), ..kept.clone() };
    let envelope =
        serde_json::to_string(&envelope).map_err(|_| Unavailable::new("a delivery", "it cannot be written"))?;
    let (state, life) = match keeping {
        Keeping::Claimed => ("claimed", CLAIMED),
        Keeping::Basket => ("basket", BASKETS),
        Keeping::Parked => ("parked", PARKED),
        Keeping::Unread(_) => ("unread", CLAIMED),
    };
    let chunks: Vec<&[u8]> = if deflated.is_empty() { vec![&[]] } else { deflated.chunks(CHUNK).collect() };
    let count = chunks.len();
    let one = |(index, chunk): (usize, &[u8])| {
        let mut item = key(pk(&digest, index));
        item.insert("body".to_owned(), AttributeValue::B(Blob::new(chunk)));
        item.insert("chunk".to_owned(), n(index));
        item.insert("expires".to_owned(), n((now + life).as_second()));
        if index == 0 {
            item.insert("digest".to_owned(), s(&digest));
            item.insert("chunks".to_owned(), n(count));
            item.insert("envelope".to_owned(), s(&envelope));
            item.insert("kept".to_owned(), s(state));
            if let Keeping::Unread(why) = keeping {
                item.insert("reason".to_owned(), s(why));
            }
        }
        (pk(&digest, index), item)
    };
    Ok(chunks.into_iter().enumerate().map(one).collect())
}

fn to_kept(first: &Item, deflated: Vec<u8>) -> Option<Kept> {
    let envelope: Kept = serde_json::from_str(text(first, "envelope")?).ok()?;
    let body = inflate(&AttributeValue::B(Blob::new(deflated)))?;
    Some(Kept { body: Body(body), ..envelope })
}

fn bytes(item: &Item) -> Vec<u8> {
    item.get("body").and_then(|body| body.as_b().ok()).map(|blob| blob.as_ref().to_vec()).unwrap_or_default()
}

fn pk(digest: &str, chunk: usize) -> String {
    if chunk == 0 { format!("raw#{digest}") } else { format!("raw#{digest}#{chunk}") }
}
