//! What whoever receives a queue's messages does to them before it answers its batch.

use aws_sdk_sqs::types::{
    BatchResultErrorEntry, ChangeMessageVisibilityBatchRequestEntry, DeleteMessageBatchRequestEntry,
};
use aws_types::SdkConfig;
use domain::ports::{Receipts, Unavailable};
use jiff::SignedDuration;

use crate::sqs::{Queue, unavailable};

/// A queue whose messages are received here.
#[derive(Clone, Debug)]
pub struct Received {
    queue: Queue,
    visibility: SignedDuration,
}

impl Received {
    /// The queue at a URL that the template hands over, and after how many seconds its messages are seen again.
    pub fn new(aws: &SdkConfig, url: String, visibility: u32) -> Self {
        Self { queue: Queue::new(aws, url), visibility: SignedDuration::from_secs(visibility.into()) }
    }
}

impl Receipts for Received {
    async fn delete(&self, receipts: &[&str]) -> Result<(), Unavailable> {
        for chunk in receipts.chunks(10) {
            let mut call = self.queue.client().delete_message_batch().queue_url(&self.queue.url);
            for (index, receipt) in chunk.iter().enumerate() {
                let entry = DeleteMessageBatchRequestEntry::builder().id(index.to_string()).receipt_handle(*receipt);
                call = call.entries(entry.build().map_err(|error| Unavailable::new("SQS", error))?);
            }
            let answer = call.send().await.map_err(|error| unavailable(&error))?;
            all_of(answer.failed())?;
        }
        Ok(())
    }

    async fn put_off(&self, receipts: &[(&str, SignedDuration)]) -> Result<(), Unavailable> {
        for chunk in receipts.chunks(10) {
            let mut call = self.queue.client().change_message_visibility_batch().queue_url(&self.queue.url);
            for (index, (receipt, later)) in chunk.iter().enumerate() {
                let seconds = (self.visibility + *later).as_secs().clamp(0, 43_200);
                let entry = ChangeMessageVisibilityBatchRequestEntry::builder()
                    .id(index.to_string())
                    .receipt_handle(*receipt)
                    .visibility_timeout(i32::try_from(seconds).unwrap_or(43_200));
                call = call.entries(entry.build().map_err(|error| Unavailable::new("SQS", error))?);
            }
            let answer = call.send().await.map_err(|error| unavailable(&error))?;
            all_of(answer.failed())?;
        }
        Ok(())
    }
}

/// One of a batch that failed is as good as all: nothing depends on it.
fn all_of(failed: &[BatchResultErrorEntry]) -> Result<(), Unavailable> {
    failed.first().map_or(Ok(()), |failed| Err(Unavailable::new("SQS", failed.code())))
}
