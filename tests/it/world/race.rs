//! Two processes of one function at work on one order: the second does all of its work at one moment of the first's.

use std::pin::pin;
use std::task::Poll;

use testing::memory::{Fault, Faults};

use super::run::event;
use super::{World, now, ports};

impl World {
    /// Two processes of order-events take a message each. False once the first has no such call.
    pub(crate) async fn race_order_events(&mut self, index: usize, pause: Fault) -> bool {
        let (one, two) = (self.deliveries.receive(now(), 1), self.deliveries.receive(now(), 1));
        let other = ports::order_events(&self.params, &self.tables, &self.mail, &self.deliveries, &self.faults);
        self.faults.plan(index, pause);
        let receipts = self.receipts(&self.deliveries);
        let first = order_events::handle(&self.order_events, &receipts, event(&one), now());
        let second = order_events::handle(&other, &receipts, event(&two), now());
        let (met, first, second) = interleaved(&self.faults, first, second).await;
        let queue = self.deliveries.clone();
        self.finish(&queue, &one, Some(first));
        self.finish(&queue, &two, Some(second));
        met
    }

    /// Two processes of email-sender look at the same order. False once the first has no such call.
    pub(crate) async fn race_senders(&mut self, index: usize, pause: Fault) -> bool {
        let (one, two) = (self.mail.receive(now(), 1), self.mail.receive(now(), 1));
        let other = ports::sender(&self.params, &self.tables, &self.ses, &self.mail, &self.faults);
        self.faults.plan(index, pause);
        let receipts = self.receipts(&self.mail);
        let first = email_sender::handle(&self.sender, &receipts, event(&one));
        let (met, first, second) =
            interleaved(&self.faults, first, email_sender::handle(&other, &receipts, event(&two))).await;
        let queue = self.mail.clone();
        self.finish(&queue, &one, Some(first));
        self.finish(&queue, &two, Some(second));
        met
    }

    /// A sender looks at an order while order-events takes in news. False once the sender has no such call.
    pub(crate) async fn race_sender_and_news(&mut self, index: usize, pause: Fault) -> bool {
        let (one, two) = (self.mail.receive(now(), 1), self.deliveries.receive(now(), 10));
        self.faults.plan(index, pause);
        let (mail, deliveries) = (self.receipts(&self.mail), self.receipts(&self.deliveries));
        let first = email_sender::handle(&self.sender, &mail, event(&one));
        let second = order_events::handle(&self.order_events, &deliveries, event(&two), now());
        let (met, first, second) = interleaved(&self.faults, first, second).await;
        let (mail, deliveries) = (self.mail.clone(), self.deliveries.clone());
        self.finish(&mail, &one, Some(first));
        self.finish(&deliveries, &two, Some(second));
        met
    }
}

/// Runs the first up to its pause, then all of the second, then the rest of the first.
async fn interleaved<A, B>(
    faults: &Faults,
    first: impl Future<Output = A>,
    second: impl Future<Output = B>,
) -> (bool, A, B) {
    let mut first = pin!(first);
    let begun = std::future::poll_fn(|context| match first.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(Some(answer)),
        Poll::Pending if faults.take_pause() => Poll::Ready(None),
        Poll::Pending => Poll::Pending,
    })
    .await;
    // A pause that the first never met is none of the second's.
    faults.mend();
    let other = second.await;
    match begun {
        Some(answer) => (false, answer, other),
        None => (true, first.await, other),
    }
}
