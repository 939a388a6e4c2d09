//! Time passes: queues are emptied, the clock ticks, processes crash and start again.

use std::collections::BTreeSet;
use std::pin::pin;
use std::task::Poll;

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use testing::memory::{Faults, Queue, Received};

use super::{World, now, ports, set_now};

/// How often the clock ticks.
const TICK: SignedDuration = SignedDuration::from_mins(1);
/// More steps than any test needs.
const ENDLESS: usize = 50_000;

impl World {
    /// Handles everything that is to be seen now.
    pub(crate) async fn drain(&mut self) {
        for _ in 0..ENDLESS {
            if !self.step().await {
                return;
            }
        }
        panic!("the queues never get empty");
    }

    /// Handles what came in, and leaves the hints.
    pub(crate) async fn take_deliveries(&mut self) {
        loop {
            let batch = self.deliveries.receive(now(), self.batch);
            if batch.is_empty() {
                return;
            }
            let done =
                order_events::handle(&self.order_events, &self.receipts(&self.deliveries), event(&batch), now()).await;
            self.finish(&self.deliveries.clone(), &batch, Some(done));
        }
    }

    /// Lets time pass until then; whatever becomes due on the way is done in its time.
    pub(crate) async fn until(&mut self, end: Timestamp) {
        for _ in 0..ENDLESS {
            self.drain().await;
            let Some(next) = self.next().filter(|next| *next <= end) else {
                set_now(end.max(now()));
                return;
            };
            set_now(next.max(now()));
            if self.tick_due().is_some_and(|at| at <= now()) {
                self.tick().await;
            }
        }
        panic!("there is always something to do");
    }

    /// Lets time pass.
    pub(crate) async fn pass(&mut self, time: SignedDuration) {
        self.until(now() + time).await;
    }

    fn next(&self) -> Option<Timestamp> {
        let queues = [&self.deliveries, &self.mail, &self.feedback].into_iter().filter_map(Queue::next);
        queues.chain(self.tick_due()).min()
    }

    /// When the clock finds something to do.
    fn tick_due(&self) -> Option<Timestamp> {
        self.tables.data().next_wake().map(|wake| wake.max(self.ticked + TICK))
    }

    /// One tick of the clock.
    pub(crate) async fn tick(&mut self) {
        self.ticked = now();
        let wakes = ports::Wakes(&self.deliveries, &self.faults);
        let tick = clock::handle(&self.tables, &self.tables, &wakes, now(), || false);
        let ticked = survives(&self.faults, tick).await;
        if ticked.is_none() {
            self.restart();
        }
    }

    /// One batch of one function, if there is any.
    async fn step(&mut self) -> bool {
        let batch = self.deliveries.receive(now(), self.batch);
        if !batch.is_empty() {
            let receipts = self.receipts(&self.deliveries);
            let work = order_events::handle(&self.order_events, &receipts, event(&batch), now());
            let done = survives(&self.faults, work).await;
            self.finish(&self.deliveries.clone(), &batch, done);
            return true;
        }
        // Events are handled by others while mails are sent, which takes its time.
        let batch = self.feedback.receive(now(), self.batch);
        if !batch.is_empty() {
            let receipts = self.receipts(&self.feedback);
            let hints = ports::hints(&self.mail, &self.faults);
            let events = event(&batch);
            let work = email_feedback::handle(&self.feedback_settings, &self.tables, &hints, &receipts, events, now());
            let done = survives(&self.faults, work).await;
            self.finish(&self.feedback.clone(), &batch, done);
            return true;
        }
        let batch = self.mail.receive(now(), self.batch);
        if !batch.is_empty() {
            let receipts = self.receipts(&self.mail);
            let done = survives(&self.faults, email_sender::handle(&self.sender, &receipts, event(&batch))).await;
            self.finish(&self.mail.clone(), &batch, done);
            return true;
        }
        false
    }

    pub(super) fn receipts<'a>(&'a self, queue: &'a Queue) -> ports::Receipts<'a> {
        ports::Receipts(queue, &self.faults)
    }

    /// What was not returned is deleted; a process that crashed has returned everything.
    pub(super) fn finish(&mut self, queue: &Queue, batch: &[Received], done: Option<SqsBatchResponse>) {
        let Some(response) = done else { return self.restart() };
        let returned: BTreeSet<String> =
            response.batch_item_failures.into_iter().map(|failure| failure.item_identifier).collect();
        let known: BTreeSet<&str> = batch.iter().map(|message| message.id.as_str()).collect();
        assert!(returned.iter().all(|id| known.contains(id.as_str())), "only what was received can be returned");
        for message in batch.iter().filter(|message| !returned.contains(&message.id)) {
            queue.delete(&message.id);
        }
    }
}

/// Work's answer; nothing if the process ended under it.
pub(super) async fn survives<T>(faults: &Faults, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    std::future::poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(Some(answer)),
        Poll::Pending if faults.take_crash() => Poll::Ready(None),
        Poll::Pending => Poll::Pending,
    })
    .await
}

/// A batch as Lambda gets it.
pub(crate) fn event(batch: &[Received]) -> SqsEvent {
    let record = |message: &Received| {
        let receives = message.receives.to_string();
        json!({
            "messageId": message.id, "receiptHandle": message.id, "body": message.body, "attributes": {"ApproximateReceiveCount": receives},
            "messageAttributes": {}, "eventSource": "aws:sqs",
        })
    };
    let records: Vec<_> = batch.iter().map(record).collect();
    serde_json::from_value(json!({ "Records": records })).expect("an SQS event")
}
