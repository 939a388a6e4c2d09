//! A request, and all that can be done to it.

use fastrand::Rng;
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use testing::recorded::signed_at;
use webhooks::delivery::Delivery;
use webhooks::settings::{Secret, Settings};

use crate::corpus::{Corpus, Genuine};
use crate::{body, header};

/// A request, and whom it meets when.
pub(crate) struct Request {
    pub(crate) headers: HeaderMap,
    pub(crate) query: String,
    pub(crate) body: Vec<u8>,
    pub(crate) now: Timestamp,
    /// A connection's that does not have this account's secrets, if it is not the right one.
    pub(crate) wrong: Option<Settings>,
}

impl Request {
    /// As it was recorded.
    pub(crate) fn genuine(one: &Genuine) -> Self {
        let Genuine { one, .. } = one;
        let (headers, query, body) = (one.headers.clone(), one.query.clone(), one.body.clone());
        Self { headers, query, body, now: signed_at(), wrong: None }
    }

    pub(crate) fn delivery(&self) -> Delivery<'_> {
        Delivery { headers: &self.headers, query: &self.query, body: &self.body, received_at: self.now }
    }

    /// Changes something, or several things; now and then nothing at all.
    pub(crate) fn mutate(&mut self, one: &Genuine, corpus: &Corpus, rng: &mut Rng) {
        let times = [0, 1, 1, 1, 1, 2, 2, 3, 5][rng.usize(..9)];
        for _ in 0..times {
            match rng.u8(..20) {
                0..9 => body::mutate(&mut self.body, corpus, rng),
                9..15 => header::mutate(self, one, corpus, rng),
                15 => self.change_query(corpus, rng),
                16 | 17 => self.now = another_time(one.party.known.proof.past, rng),
                18 => self.wrong = wrong(one, corpus, rng),
                // Another's body with our signature.
                _ => self.body.clone_from(&rng.choice(&corpus.sent).expect("some").one.body),
            }
        }
    }

    fn change_query(&mut self, corpus: &Corpus, rng: &mut Rng) {
        const FIELDS: [&str; 6] = ["token", "challenge", "bt_challenge", "validationToken", "id", "eventtype"];
        match rng.u8(..5) {
            0 => self.query.clear(),
            1 => self.query.clone_from(&rng.choice(&corpus.sent).expect("some").one.query),
            2 => {
                let (one, value) = (rng.choice(FIELDS).expect("some"), word(corpus, rng));
                self.query = format!("{}&{one}={value}", self.query);
            }
            3 => self.query = format!("{0}&{0}", self.query),
            _ => self.query = (0..rng.usize(..40)).map(|_| char::from(rng.u8(33..127))).collect(),
        }
    }
}

/// A text that means something somewhere, though never a secret.
pub(crate) fn word(corpus: &Corpus, rng: &mut Rng) -> String {
    match rng.u8(..4) {
        0 => rng.choice(&corpus.parties).expect("some").name.clone(),
        1 => (0..rng.usize(..64)).map(|_| rng.alphanumeric()).collect(),
        2 => (0..rng.usize(16..36)).map(|_| char::from(b"0123456789abcdef"[rng.usize(..16)])).collect(),
        _ => rng.i64(..).to_string(),
    }
}

fn another_time(past: Option<i64>, rng: &mut Rng) -> Timestamp {
    let past = past.unwrap_or(300);
    let seconds = match rng.u8(..8) {
        0 => past + 1,
        1 => -121,
        2 => rng.i64(past + 1..past * 3 + 10),
        3 => -rng.i64(121..100_000),
        4 => rng.i64(-40..40) * 31_557_600,
        5 => rng.i64(-120..=past),
        6 => return Timestamp::MAX,
        _ => return [Timestamp::MIN, Timestamp::UNIX_EPOCH][rng.usize(..2)],
    };
    signed_at() + SignedDuration::from_secs(seconds)
}

/// Settings of the same kind with nothing that proves: another's secrets, other keys, another account.
fn wrong(one: &Genuine, corpus: &Corpus, rng: &mut Rng) -> Option<Settings> {
    let ours = &one.party.settings;
    let other = rng.choice(&corpus.parties).filter(|other| {
        other.settings.secrets.iter().all(|secret| !ours.secrets.contains(secret)) && other.name != one.party.name
    })?;
    let mut wrong = if rng.bool() { other.settings.clone() } else { ours.clone() };
    wrong.secrets = match rng.u8(..5) {
        0 => Vec::new(),
        1 => vec![Secret::new(""), Secret::new("whsec_"), Secret::new(" ")],
        2 => vec![Secret::new(word(corpus, rng))],
        _ => other.settings.secrets.clone(),
    };
    // Who proves by public keys has no secrets: here they are others'.
    let others: Vec<String> = corpus.parties.iter().flat_map(|party| party.settings.keys.values()).cloned().collect();
    for (url, key) in &mut wrong.keys {
        let right = ours.keys.get(url);
        key.clone_from(others.iter().find(|other| Some(*other) != right).expect("several"));
    }
    wrong.own.remove("root");
    Some(wrong)
}
