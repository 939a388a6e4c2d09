//! A queue: delays, visibility, receive counts and a dead-letter queue.

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
    messages: Vec<Message>,
    dead: Vec<String>,
}

#[derive(Debug)]
struct Message {
    id: String,
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
        let mut state = self.state();
        state.sent += 1;
        let id = format!("{}-{}", self.name, state.sent);
        state.messages.push(Message { id, receives: 0, body: body.into(), visible_at });
    }

    /// At most `most` messages that are to be seen now, the longest waiting first.
    pub fn receive(&self, now: Timestamp, most: usize) -> Vec<Received> {
        let mut state = self.state();
        state.messages.sort_by_key(|message| message.visible_at);
        let (dead, alive): (Vec<_>, Vec<_>) = std::mem::take(&mut state.messages)
            .into_iter()
            .partition(|message| message.receives >= MOST_RECEIVES && message.visible_at <= now);
        state.messages = alive;
        state.dead.extend(dead.into_iter().map(|message| message.body));
        let seen = state.messages.iter_mut().filter(|message| message.visible_at <= now).take(most);
        let received = |message: &mut Message| {
            message.receives += 1;
            message.visible_at = now + self.visibility;
            Received { id: message.id.clone(), receives: message.receives, body: message.body.clone() }
        };
        seen.map(received).collect()
    }

    /// Deletes a message.
    pub fn delete(&self, id: &str) {
        self.state().messages.retain(|message| message.id != id);
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
        self.state().messages.iter().map(|message| (message.visible_at, message.body.clone())).collect()
    }

    /// When the next message is to be seen.
    pub fn next(&self) -> Option<Timestamp> {
        self.state().messages.iter().map(|message| message.visible_at).min()
    }

    /// Everything that waits is seen later than it should be.
    pub fn delay(&self, by: SignedDuration) {
        for message in &mut self.state().messages {
            message.visible_at += by;
        }
    }

    /// Loses everything that waits.
    pub fn lose_all(&self) {
        self.state().messages.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
