//! Sending to SQS: a message is sent when SQS says so, and every batch repeats what SQS left over.

use std::sync::OnceLock;
use std::time::Duration;

use aws_sdk_sqs::Client;
use aws_sdk_sqs::error::ProvideErrorMetadata;
use aws_sdk_sqs::types::{QueueAttributeName, SendMessageBatchRequestEntry};
use aws_types::SdkConfig;
use domain::ports::Unavailable;
use jiff::SignedDuration;
use serde::Serialize;

/// SQS's longest delay.
pub const LONGEST_DELAY: SignedDuration = SignedDuration::from_mins(15);

/// One queue of ours. Its client is made when it is first needed, because most functions need some of their queues only when
/// something fails: half a million instructions, most of them to read a list of AWS's partitions (`cargo figures`).
#[derive(Clone, Debug)]
pub struct Queue {
    aws: SdkConfig,
    client: OnceLock<Client>,
    pub(crate) url: String,
}

impl Queue {
    /// The queue at a URL that the template hands over.
    pub fn new(aws: &SdkConfig, url: String) -> Self {
        Self { aws: aws.clone(), client: OnceLock::new(), url }
    }

    pub(crate) fn client(&self) -> &Client {
        self.client.get_or_init(|| Client::new(&self.aws))
    }

    /// Opens the connection, so that the first event does not pay for it.
    pub async fn touch(&self) {
        let asked = self.client().get_queue_attributes().queue_url(&self.url);
        let _ = asked.attribute_names(QueueAttributeName::QueueArn).send().await;
    }

    /// Sends one message; `Ok` means that SQS has it.
    pub async fn send<T: Serialize>(&self, message: &T) -> Result<(), Unavailable> {
        self.send_text(text(message)?).await
    }

    /// Sends a text as it is: a message that goes to its dead-letter queue must be able to come back.
    pub async fn send_text(&self, text: String) -> Result<(), Unavailable> {
        let sent = self.client().send_message().queue_url(&self.url).message_body(text).send().await;
        sent.map(|_| ()).map_err(|error| unavailable(&error))
    }

    /// Sends messages with their delays, ten a call; tells which of them SQS did not take.
    pub async fn send_all<T: Serialize>(&self, messages: &[(T, SignedDuration)]) -> Vec<Result<(), Unavailable>> {
        let mut results = Vec::with_capacity(messages.len());
        for (start, chunk) in messages.chunks(10).enumerate().map(|(index, chunk)| (index * 10, chunk)) {
            results.extend(self.send_chunk(start, chunk).await);
        }
        results
    }

    async fn send_chunk<T: Serialize>(
        &self,
        start: usize,
        chunk: &[(T, SignedDuration)],
    ) -> Vec<Result<(), Unavailable>> {
        let mut results: Vec<Result<(), Unavailable>> =
            chunk.iter().map(|_| Err(Unavailable::new("SQS", "not sent"))).collect();
        let mut open: Vec<usize> = (0..chunk.len()).collect();
        for attempt in 0..3u32 {
            if attempt > 0 {
                tokio::time::sleep(Duration::from_millis(50) * attempt).await;
            }
            let mut call = self.client().send_message_batch().queue_url(&self.url);
            for index in &open {
                let (message, delay) = &chunk[*index];
                let Ok(text) = text(message) else { continue };
                let entry = SendMessageBatchRequestEntry::builder().id(index.to_string()).message_body(text);
                let entry = entry.delay_seconds(delay_seconds(*delay)).build();
                match entry {
                    Ok(entry) => call = call.entries(entry),
                    Err(error) => results[*index] = Err(Unavailable::new("SQS", error)),
                }
            }
            match call.send().await {
                Ok(answer) => {
                    for sent in answer.successful() {
                        if let Some(slot) = sent.id().parse().ok().and_then(|index: usize| results.get_mut(index)) {
                            *slot = Ok(());
                        }
                    }
                }
                Err(error) => {
                    let why = unavailable(&error).why;
                    for index in &open {
                        results[*index] = Err(Unavailable::new("SQS", &why));
                    }
                }
            }
            open.retain(|index| results[*index].is_err());
            if open.is_empty() {
                break;
            }
            tracing::warn!(left = open.len(), first = start, attempt, "SQS did not take all messages of a batch");
        }
        results
    }
}

/// Whole seconds, rounded up: a look that comes a moment too early has to come again.
fn delay_seconds(delay: SignedDuration) -> i32 {
    let begun = i64::from(delay.subsec_nanos() > 0);
    let whole = SignedDuration::from_secs(delay.as_secs().saturating_add(begun));
    i32::try_from(whole.clamp(SignedDuration::ZERO, LONGEST_DELAY).as_secs()).unwrap_or(0)
}

fn text<T: Serialize>(message: &T) -> Result<String, Unavailable> {
    serde_json::to_string(message).map_err(|error| Unavailable::new("the message's text", error.classify() as u8))
}

pub(crate) fn unavailable<E: ProvideErrorMetadata, R>(error: &aws_sdk_sqs::error::SdkError<E, R>) -> Unavailable {
    Unavailable::new("SQS", error.code().unwrap_or(kind(error)))
}

fn kind<E, R>(error: &aws_sdk_sqs::error::SdkError<E, R>) -> &'static str {
    use aws_sdk_sqs::error::SdkError;
    match error {
        SdkError::ConstructionFailure(_) => "the request could not be made",
        SdkError::TimeoutError(_) => "no answer in time",
        SdkError::DispatchFailure(_) => "no connection",
        SdkError::ResponseError(_) => "an unreadable answer",
        _ => "an unknown error",
    }
}

impl domain::ports::Hints for Queue {
    async fn look(&self, looks: &[(domain::ports::LookAt, SignedDuration)]) -> Vec<Result<(), Unavailable>> {
        let looks: Vec<(crate::messages::WrittenLook<'_>, SignedDuration)> =
            looks.iter().map(|(look, delay)| (look.into(), *delay)).collect();
        self.send_all(&looks).await
    }
}

impl domain::ports::DeadLetters for Queue {
    async fn bury(&self, message: &str) -> Result<(), Unavailable> {
        self.send_text(message.to_owned()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_are_never_too_short_and_never_more_than_a_queue_can_wait() {
        let seconds = |millis| delay_seconds(SignedDuration::from_millis(millis));
        assert_eq!([seconds(-5), seconds(0), seconds(1), seconds(1_000), seconds(1_001)], [0, 0, 1, 1, 2]);
        assert_eq!(seconds(i64::MAX), 900);
    }
}
