//! Where what was proved, or has to be fetched first, goes.

use std::future::Future;

use domain::ports::Unavailable;

use crate::messages::{Incoming, ToFetch};
use crate::sqs::Queue;

/// Where deliveries go, and hints of what has to be fetched.
pub trait Deliveries: Sync {
    /// `Ok` means durable.
    fn put(&self, incoming: &Incoming) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Leaves one to the fetcher, which keeps on trying, and in the end to its dead letters. `Ok` means durable.
    fn fetch(&self, hint: &ToFetch) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// The two queues.
#[derive(Debug)]
pub struct Queues {
    /// [deliveries].
    pub deliveries: Queue,
    /// [fetch].
    pub fetch: Queue,
}

impl Deliveries for Queues {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        self.deliveries.send(incoming).await
    }

    async fn fetch(&self, hint: &ToFetch) -> Result<(), Unavailable> {
        self.fetch.send(hint).await
    }
}
