//! SQS: at least once, in any order, sometimes late, sometimes while it is still being handled.

use super::sim::{Event, MINUTE, Millis, SECOND, Sim};

/// A queue with its dead-letter queue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Queue {
    Deliveries,
    Mail,
    Feedback,
}

impl Queue {
    pub(super) const ALL: [Self; 3] = [Self::Deliveries, Self::Mail, Self::Feedback];
}

/// As in the template: until a received message is seen again.
const VISIBILITY: Millis = 180 * SECOND;
/// As in the template: the net for messages that kill every process.
const MOST_RECEIVES: u32 = 50;

/// All queues.
#[derive(Debug, Default)]
pub(super) struct Queues([State; 3]);

#[derive(Debug, Default)]
struct State {
    messages: Vec<Option<Message>>,
    /// Messages that are to be seen.
    ready: Vec<usize>,
    /// Somebody will ask.
    asked: bool,
    dead: Vec<String>,
}

#[derive(Debug)]
struct Message {
    body: String,
    receives: u32,
    /// Only the newest time to be seen counts.
    visible_at: Millis,
}

/// A message as it is received.
#[derive(Clone, Debug)]
pub(super) struct Received {
    pub(super) message: usize,
    pub(super) receives: u32,
    pub(super) body: String,
}

impl Queues {
    /// Texts of dead letters.
    pub(super) fn dead(&self, queue: Queue) -> &[String] {
        &self.0[queue as usize].dead
    }

    /// Takes all dead letters out.
    pub(super) fn take_dead(&mut self, queue: Queue) -> Vec<String> {
        std::mem::take(&mut self.0[queue as usize].dead)
    }

    /// Texts of messages that wait or are being handled.
    pub(super) fn waiting(&self, queue: Queue) -> impl Iterator<Item = &str> {
        self.0[queue as usize].messages.iter().flatten().map(|message| message.body.as_str())
    }

    /// Deletes what waits and fits.
    pub(super) fn remove(&mut self, queue: Queue, fits: impl Fn(&str) -> bool) -> usize {
        let mut removed = 0;
        for message in &mut self.0[queue as usize].messages {
            if message.as_ref().is_some_and(|message| fits(&message.body)) {
                *message = None;
                removed += 1;
            }
        }
        removed
    }
}

impl Sim {
    fn queue(&mut self, queue: Queue) -> &mut State {
        &mut self.queues.0[queue as usize]
    }

    /// Sends a text, to be seen after a delay.
    pub(super) fn send(&mut self, queue: Queue, body: String, delay: Millis) {
        let late = if self.chance(self.chaos.late) { self.rng.i64(0..10 * MINUTE) } else { 0 };
        let visible_at = self.now + delay + late;
        let state = self.queue(queue);
        let message = state.messages.len();
        state.messages.push(Some(Message { body, receives: 0, visible_at }));
        self.schedule(visible_at, Event::Visible { queue, message });
    }

    /// Puts a text into the dead-letter queue.
    pub(super) fn bury(&mut self, queue: Queue, body: String) {
        self.queue(queue).dead.push(body);
    }

    /// A message is to be seen from now on.
    pub(super) fn appears(&mut self, queue: Queue, message: usize) {
        let now = self.now;
        let state = self.queue(queue);
        let Some(there) = &mut state.messages[message] else { return };
        if there.visible_at > now || state.ready.contains(&message) {
            return;
        }
        if there.receives >= MOST_RECEIVES {
            let body = std::mem::take(&mut there.body);
            state.messages[message] = None;
            state.dead.push(body);
            return;
        }
        state.ready.push(message);
        self.ask_soon(queue);
    }

    /// Somebody will ask the queue, if it has something.
    pub(super) fn ask_soon(&mut self, queue: Queue) {
        let state = self.queue(queue);
        if state.asked || state.ready.is_empty() {
            return;
        }
        state.asked = true;
        // Feedback waits for up to five seconds until its batch is full.
        let most = if queue == Queue::Feedback { 5 * SECOND } else { 150 };
        let at = self.now + self.rng.i64(0..most);
        self.schedule(at, Event::Ask(queue));
    }

    /// Whoever wanted to ask is busy.
    pub(super) fn nobody_asks(&mut self, queue: Queue) {
        self.queue(queue).asked = false;
    }

    /// A batch, any messages in any order.
    pub(super) fn receive(&mut self, queue: Queue) -> Vec<Received> {
        self.queue(queue).asked = false;
        let most = if self.chance(300_000) { self.rng.usize(1..=10) } else { 10 };
        let mut batch = Vec::new();
        while batch.len() < most && !self.queue(queue).ready.is_empty() {
            let waiting = self.queue(queue).ready.len();
            let any = self.rng.usize(0..waiting);
            let message = self.queue(queue).ready.swap_remove(any);
            // It is seen again by mistake while it is handled.
            let hidden = if self.chance(self.chaos.duplicates) { self.rng.i64(0..30 * SECOND) } else { VISIBILITY };
            let visible_at = self.now + hidden;
            let Some(there) = &mut self.queue(queue).messages[message] else { continue };
            there.receives += 1;
            there.visible_at = visible_at;
            batch.push(Received { message, receives: there.receives, body: there.body.clone() });
            self.schedule(visible_at, Event::Visible { queue, message });
        }
        self.ask_soon(queue);
        batch
    }

    /// A message is seen again so much later.
    pub(super) fn put_off(&mut self, queue: Queue, message: usize, later: Millis) {
        let visible_at = self.now + later;
        let state = self.queue(queue);
        state.ready.retain(|ready| *ready != message);
        if let Some(there) = &mut state.messages[message] {
            there.visible_at = visible_at;
            self.schedule(visible_at, Event::Visible { queue, message });
        }
    }

    /// Deletes a message, unless SQS forgets that it did.
    pub(super) fn delete(&mut self, queue: Queue, message: usize) {
        if self.chance(self.chaos.duplicates / 4) {
            return;
        }
        let state = self.queue(queue);
        state.messages[message] = None;
        state.ready.retain(|ready| *ready != message);
    }
}
