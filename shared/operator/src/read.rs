//! What the commands read: orders, names, raw deliveries and the ledger, and nothing that could be written.

use std::collections::{BTreeMap, BTreeSet};

use config::parameters::{Parameters, Read};
use config::settings::Settings;
use domain::ids::{IntentId, OrderId};
use domain::kept::Kept;
use domain::ledger::History;
use domain::policy::Policy;
use domain::ports::{Link, LinkKey, Stored, Unavailable};
use interpret::customers;
use jiff::Timestamp;

/// Where everything is. No method writes.
pub trait Books: Sync {
    /// One order.
    fn order(&self, id: &OrderId) -> impl Future<Output = Result<Option<Stored>, Unavailable>> + Send;

    /// Names that somebody claims or that something waits under.
    fn links(&self, keys: &[LinkKey]) -> impl Future<Output = Result<BTreeMap<LinkKey, Link>, Unavailable>> + Send;

    /// Raw deliveries by their digests; those that are gone are left out.
    fn raw(&self, digests: &BTreeSet<String>) -> impl Future<Output = Result<Vec<Kept>, Unavailable>> + Send;

    /// All that the ledger keeps of an order.
    fn history(&self, order: &OrderId)
    -> impl Future<Output = Result<BTreeMap<IntentId, History>, Unavailable>> + Send;

    /// Orders, of one month (`2026-10`) or of all, at most so many. Reads the whole table: it costs what that costs.
    fn list(&self, month: Option<&str>, most: usize) -> impl Future<Output = Result<Vec<OrderId>, Unavailable>> + Send;
}

/// A raw delivery, and what today's code reads in it.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The delivery.
    pub kept: Kept,
    /// Its key.
    pub digest: String,
    /// What it says, or why that cannot be read.
    pub read: Result<interpret::Read, String>,
}

/// An order, and all that is kept of it.
#[derive(Clone, Debug)]
pub struct File {
    /// Its key.
    pub id: OrderId,
    /// What is stored.
    pub stored: Stored,
    /// Its raw deliveries that are still kept, the oldest first.
    pub deliveries: Vec<Delivery>,
    /// Digests of those that are not kept any more.
    pub gone: Vec<String>,
    /// Its ledger.
    pub history: BTreeMap<IntentId, History>,
}

/// Reads all that is kept of an order; nothing, if there is none of that key.
pub async fn file<P: Parameters>(
    books: &impl Books,
    settings: &Settings<P>,
    id: &OrderId,
    now: Timestamp,
) -> Result<Option<File>, Unavailable> {
    let Some(stored) = books.order(id).await? else { return Ok(None) };
    let history = books.history(id).await?;
    let kept = books.raw(&stored.deliveries).await?;
    let deliveries = deliveries(settings, kept, now).await?;
    let there: BTreeSet<&str> = deliveries.iter().map(|delivery| delivery.digest.as_str()).collect();
    let gone = stored.deliveries.iter().filter(|digest| !there.contains(digest.as_str())).cloned().collect();
    Ok(Some(File { id: id.clone(), stored, deliveries, gone, history }))
}

/// Reads raw deliveries with their connections' settings as they are now, the oldest first.
pub async fn deliveries<P: Parameters>(
    settings: &Settings<P>,
    kept: Vec<Kept>,
    now: Timestamp,
) -> Result<Vec<Delivery>, Unavailable> {
    let mut all = Vec::new();
    for kept in kept {
        let connection = match kept.family.as_str() {
            // What customers say on our own page has no settings.
            customers::FAMILY => Some(customers::connection()),
            family => settings.connection(family, &kept.connection, Read::Cached, now).await?,
        };
        let read = match connection {
            Some(connection) => interpret::interpret(&kept, &connection).map_err(|why| why.to_string()),
            None => Err(format!("the parameter connections/{}/{} is gone", kept.family, kept.connection)),
        };
        // The key is that of what is kept, which is without what may not be kept.
        let digest = read.as_ref().map_or_else(|_| kept.digest(), |read| read.digest.clone());
        all.push(Delivery { kept, digest, read });
    }
    all.sort_by(|a, b| (a.kept.received_at, &a.digest).cmp(&(b.kept.received_at, &b.digest)));
    Ok(all)
}

/// A shop's decisions.
pub async fn policy<P: Parameters>(settings: &Settings<P>, shop: &str, now: Timestamp) -> anyhow::Result<Policy> {
    let settings = settings.shop(shop, now).await?;
    let missing = || anyhow::anyhow!("the shop {shop} has no settings: put its parameter shops/{shop}");
    Ok(settings.ok_or_else(missing)?.policy().clone())
}

/// Orders that have a name: an order number, or any other that a link leads from.
pub async fn named(books: &impl Books, shop: &str, key: &str) -> Result<Vec<OrderId>, Unavailable> {
    let key = LinkKey { shop: shop.to_owned(), key: domain::order::Key(key.to_owned()) };
    let links = books.links(std::slice::from_ref(&key)).await?;
    Ok(links.get(&key).map(|link| link.orders.iter().cloned().collect()).unwrap_or_default())
}
