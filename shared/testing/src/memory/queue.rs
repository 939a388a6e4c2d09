//! A queue: delays, visibility, receive counts and a dead-letter queue.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

use jiff::{SignedDuration, Timestamp};

/// What a message is received as.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Received {
    /// Its id.
    pub id: String,
    /// How often, this time included.
    pub receives: u32,
    /// Its text.
    pub body: String,
}

/// A queue. A clone is the same queue.
#[derive(Clone, Debug)]
pub struct Queue {
    name: &'static str,
    visibility: SignedDuration,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    sent: usize,
    messages: BTreeMap<usize, Message>,
    /// When each is to be seen.
    times: BTreeSet<(Timestamp, usize)>,
    dead: Vec<String>,
}

#[derive(Debug)]
struct Message {
    receives: u32,
    body: String,
    visible_at: Timestamp,
}

/// As in the template: the net for messages that kill every process.
const MOST_RECEIVES: u32 = 50;

impl Queue {
    /// An empty one; a message that was not deleted is seen again after `visibility`.
    pub fn new(name: &'static str, visibility: SignedDuration) -> Self {
        Self { name, visibility, state: Arc::default() }
    }

    /// Sends a text.
    pub fn send(&self, body: impl Into<String>, visible_at: Timestamp) {
        self.send_received(body, visible_at, 0);
    }

    /// Puts in a text that was received before, so often.
    pub fn send_received(&self, body: impl Into<String>, visible_at: Timestamp, receives: u32) {
        let mut state = self.state();
        state.sent += 1;
        let number = state.sent;
        state.messages.insert(number, Message { receives, body: body.into(), visible_at });
        state.times.insert((visible_at, number));
    }

    /// How many messages were ever sent.
    pub fn sent(&self) -> usize {
        self.state().sent
    }

    /// At most `most` messages that are to be seen now, the longest waiting first.
    pub fn receive(&self, now: Timestamp, most: usize) -> Vec<Received> {
        let mut state = self.state();
        let mut received = Vec::new();
        while received.len() < most {
            let Some((_, number)) = state.times.first().copied().filter(|(at, _)| *at <= now) else { break };
            if state.messages.get(&number).is_some_and(|message| message.receives >= MOST_RECEIVES) {
                let dead = state.remove(number).map(|message| message.body);
                state.dead.extend(dead);
                continue;
            }
            state.show(number, now + self.visibility);
            let Some(message) = state.messages.get_mut(&number) else { continue };
            message.receives += 1;
            let id = format!("{}-{number}", self.name);
            received.push(Received { id, receives: message.receives, body: message.body.clone() });
        }
        received
    }

    /// Deletes a message.
    pub fn delete(&self, id: &str) {
        self.state().remove(number(id));
    }

    /// Lets a message that was received now be seen so much later than others that were.
    pub fn put_off(&self, id: &str, now: Timestamp, later: SignedDuration) {
        self.state().show(number(id), now + self.visibility + later);
    }

    /// Puts a text into the dead-letter queue.
    pub fn bury(&self, body: impl Into<String>) {
        self.state().dead.push(body.into());
    }

    /// What is in the dead-letter queue.
    pub fn dead(&self) -> Vec<String> {
        self.state().dead.clone()
    }

    /// Moves everything from the dead-letter queue back.
    pub fn redrive(&self, now: Timestamp) {
        let dead = std::mem::take(&mut self.state().dead);
        for body in dead {
            self.send(body, now);
        }
    }

    /// What waits in it, with the time from which it is to be seen.
    pub fn waiting(&self) -> Vec<(Timestamp, String)> {
        self.state().messages.values().map(|message| (message.visible_at, message.body.clone())).collect()
    }

    /// When the next message is to be seen.
    pub fn next(&self) -> Option<Timestamp> {
        self.state().times.first().map(|(at, _)| *at)
    }

    /// Everything that waits is seen later than it should be.
    pub fn delay(&self, by: SignedDuration) {
        let mut state = self.state();
        let all: Vec<(Timestamp, usize)> = state.times.iter().copied().collect();
        for (at, number) in all {
            state.show(number, at + by);
        }
    }

    /// Loses everything that waits.
    pub fn lose_all(&self) {
        let mut state = self.state();
        state.messages.clear();
        state.times.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl State {
    /// Lets a message be seen at another time, if it is there.
    fn show(&mut self, number: usize, at: Timestamp) {
        if let Some(message) = self.messages.get_mut(&number) {
            self.times.remove(&(message.visible_at, number));
            message.visible_at = at;
            self.times.insert((at, number));
        }
    }

    fn remove(&mut self, number: usize) -> Option<Message> {
        let message = self.messages.remove(&number)?;
        self.times.remove(&(message.visible_at, number));
        Some(message)
    }
}

/// The number at the end of an id.
fn number(id: &str) -> usize {
    id.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}
