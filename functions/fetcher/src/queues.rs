//! The queues that the fetcher is joined by.

use domain::ports::Unavailable;
use jiff::SignedDuration;
use queue::messages::{Incoming, ToFetch};
use queue::sqs::Queue;

/// Where things go; `Ok` means durable.
pub trait Joined: Sync {
    /// A whole delivery.
    fn put(&self, incoming: &Incoming) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// A hint that is tried again after a pause.
    fn later(&self, hint: &ToFetch, pause: SignedDuration) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// A hint that only a person can help: to its dead letters.
    fn give_up(&self, hint: &ToFetch) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// A message that is none of ours, as it came: there too.
    fn bury(&self, text: &str) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// The real ones.
#[derive(Debug)]
pub struct Queues {
    /// [deliveries].
    pub deliveries: Queue,
    /// [fetch].
    pub fetch: Queue,
    /// Its dead letters.
    pub dead: Queue,
}

impl Joined for Queues {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        self.deliveries.send(incoming).await
    }

    async fn later(&self, hint: &ToFetch, pause: SignedDuration) -> Result<(), Unavailable> {
        self.fetch.send_all(&[(hint, pause)]).await.into_iter().collect()
    }

    async fn give_up(&self, hint: &ToFetch) -> Result<(), Unavailable> {
        self.dead.send(hint).await
    }

    async fn bury(&self, text: &str) -> Result<(), Unavailable> {
        self.dead.send_text(text.to_owned()).await
    }
}
