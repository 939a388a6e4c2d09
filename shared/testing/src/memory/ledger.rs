//! The ledger of mails, suppressed addresses and the canary.

use std::collections::{BTreeMap, BTreeSet};

use domain::gate::Gate;
use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, History, Ledger, Seen, State, Suppression};
use domain::ports::{
    AddressKey, Asked, Canaries, Canary, Claim, Claimed, Feedback, Gates, Looked, Mails, ReadHistory, ReadLedger,
    Suppress, Unavailable,
};
use domain::reputation::{Harm, Reputation, hour};
use domain::situations::Kind;
use jiff::Timestamp;

use super::{Data, Mail, Tables};

impl ReadLedger for Tables {
    async fn entries(&self, intents: &[IntentId]) -> Result<Ledger, Unavailable> {
        if intents.is_empty() {
            return Ok(Ledger::new());
        }
        self.faults.call("BatchGetItem mails", || self.data().ledger(intents)).await
    }
}

impl ReadHistory for Tables {
    async fn history(&self, order: &OrderId) -> Result<BTreeMap<IntentId, History>, Unavailable> {
        let of = || {
            let data = self.data();
            let mails = data.mails.iter().filter(|(intent, _)| intent.order() == *order);
            mails.map(|(intent, mail)| (intent.clone(), mail.history())).collect()
        };
        self.faults.call("Query mails", of).await
    }
}

impl Mails for Tables {
    async fn look(
        &self,
        order: &OrderId,
        intents: &[IntentId],
        address: Option<&AddressKey>,
    ) -> Result<Looked, Unavailable> {
        let look = || {
            let data = self.data();
            Looked {
                stored: data.stored(order),
                ledger: data.ledger(intents),
                suppressed: address.and_then(|address| data.suppressed.get(address).copied()),
                gate: data.gate.clone(),
                reputation: data.reputation.clone(),
            }
        };
        self.faults.call("BatchGetItem look", look).await
    }

    async fn claim(&self, claim: &Claim) -> Result<Claimed, Unavailable> {
        self.faults.call("UpdateItem claim mail", || self.data().claim(claim)).await
    }

    async fn settle(&self, claim: &Claim, state: &State, now: Timestamp) -> Result<(), Unavailable> {
        let settle = || {
            let mut data = self.data();
            let Some(mail) = data.mails.get_mut(&claim.intent) else { return };
            if matches!(&mail.entry.state, State::Claimed { token, .. } if *token == claim.token) {
                mail.entry.state = ended(state, now);
                mail.ended_at = Some(now);
            }
        };
        self.faults.call("UpdateItem settle", settle).await
    }

    async fn note(
        &self,
        intent: &IntentId,
        kind: Kind,
        state: &State,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), Unavailable> {
        let note = || {
            let mut data = self.data();
            let mail = data.mails.entry(intent.clone()).or_default();
            if mail.free() {
                mail.entry.state = match state {
                    State::Held { .. } => State::Held { reason: reason.to_owned() },
                    state => ended(state, now),
                };
                mail.kind = Some(kind);
                mail.ended_at = Some(now);
                mail.reason = Some(reason.to_owned());
            }
        };
        self.faults.call("UpdateItem note", note).await
    }
}

impl Gates for Tables {
    async fn turn(&self, to: &Gate, forgive: &Reputation) -> Result<bool, Unavailable> {
        let turn = || {
            let mut data = self.data();
            let ours = data.gate.turn + 1 == to.turn;
            if ours {
                data.gate = to.clone();
                data.reputation.counts.retain(|key, _| !forgive.counts.contains_key(key));
            }
            ours
        };
        self.faults.call("UpdateItem gate", turn).await
    }
}

impl Asked for Tables {
    async fn ask(
        &self,
        address: &AddressKey,
        intent: &IntentId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<bool, Unavailable> {
        let ask = || {
            let asked = &mut self.data().asked;
            let free = asked.get(address).is_none_or(|(by, at)| by == intent || *at <= since);
            if free {
                asked.insert(address.clone(), (intent.clone(), now));
            }
            free
        };
        self.faults.call("UpdateItem ask", ask).await
    }
}

impl Canaries for Tables {
    async fn feedback_alive(&self) -> Result<Canary, Unavailable> {
        self.faults.call("GetItem canary", || self.data().canary).await
    }

    async fn send_canary(&self, now: Timestamp, since: Timestamp) -> Result<bool, Unavailable> {
        let send = || {
            let tried = &mut self.data().canary_tried;
            let due = tried.is_none_or(|tried| tried < since);
            if due {
                *tried = Some(now);
            }
            due
        };
        self.faults.call("UpdateItem canary", send).await
    }

    async fn canary_sent(&self, at: Timestamp, accepted: bool) -> Result<(), Unavailable> {
        let sent = || {
            let mut data = self.data();
            if data.canary_tried != Some(at) {
                return;
            }
            if accepted {
                data.canary.sent_at = Some(at);
            } else {
                data.canary_tried = None;
            }
        };
        self.faults.call("UpdateItem canary sent", sent).await
    }
}

impl Suppress for Tables {
    async fn suppress(&self, address: &AddressKey, why: Suppression, _at: Timestamp) -> Result<(), Unavailable> {
        let suppress = || {
            let mut data = self.data();
            let known = data.suppressed.entry(address.clone()).or_insert(why);
            *known = why.max(*known);
        };
        self.faults.call("UpdateItem suppress", suppress).await
    }
}

impl Feedback for Tables {
    async fn see(
        &self,
        intent: &IntentId,
        seen: &BTreeMap<Seen, Timestamp>,
        ses_id: &str,
    ) -> Result<BTreeSet<Seen>, Unavailable> {
        let see = || {
            let mut data = self.data();
            let mail = data.mails.entry(intent.clone()).or_default();
            let new = seen.keys().filter(|seen| !mail.seen.contains_key(seen)).copied().collect();
            mail.seen.extend(seen);
            mail.ses_id = Some(ses_id.to_owned());
            mail.entry.seen = mail.seen.keys().next_back().copied();
            new
        };
        self.faults.call("UpdateItem see", see).await
    }

    async fn harmed(&self, harm: Harm, now: Timestamp) -> Result<(), Unavailable> {
        let count = || {
            let reputation = &mut self.data().reputation;
            *reputation.counts.entry((harm, hour(now))).or_insert(0) += 1;
            let old: Vec<_> = reputation.outdated(now).collect();
            reputation.counts.retain(|key, _| !old.contains(key));
        };
        self.faults.call("UpdateItem harm", count).await
    }

    async fn canary_back(&self, sent_at: Timestamp) -> Result<(), Unavailable> {
        let back = || {
            let canary = &mut self.data().canary;
            canary.back_from = canary.back_from.max(Some(sent_at));
        };
        self.faults.call("UpdateItem canary back", back).await
    }
}

impl Mail {
    /// All that is kept of it.
    pub fn history(&self) -> History {
        let entry = self.entry.clone();
        let open = matches!(entry.state, State::Claimed { .. });
        let (ses_id, reason) = match &entry.state {
            State::Sent { ses_id, .. } => (Some(ses_id.clone()), None),
            State::Held { reason } | State::GivenUp { reason } => (None, Some(reason.clone())),
            State::Untold => (None, self.reason.clone()),
            State::Owed { .. } | State::Claimed { .. } => (None, None),
        };
        let (token, claimed_at) = self.claimed.clone().unzip();
        History {
            kind: self.kind,
            token,
            claimed_at,
            ended_at: self.ended_at.filter(|_| !open),
            reason,
            ses_id: ses_id.or_else(|| self.ses_id.clone()),
            seen: self.seen.clone(),
            entry,
        }
    }

    /// Nobody claimed it, it has not ended, and SES was not heard of it.
    fn free(&self) -> bool {
        self.entry.seen.is_none() && matches!(self.entry.state, State::Untold | State::Owed { .. })
    }
}

impl Data {
    fn ledger(&self, intents: &[IntentId]) -> Ledger {
        let mut wanted: Vec<&IntentId> = intents.iter().collect();
        wanted.sort_unstable();
        let (Some(first), Some(last)) = (wanted.first(), wanted.last()) else { return Ledger::new() };
        // Mostly they are one order's, whose mails lie together; those of several are looked up one by one.
        if first.as_str().get(..26) != last.as_str().get(..26) {
            return wanted.into_iter().filter_map(|intent| self.entry(intent)).collect();
        }
        let there = self.mails.range::<IntentId, _>(*first..=*last);
        let there = there.filter(|(intent, _)| wanted.binary_search(intent).is_ok());
        there.map(|(intent, mail)| (intent.clone(), mail.entry.clone())).collect()
    }

    fn entry(&self, intent: &IntentId) -> Option<(IntentId, Entry)> {
        Some((intent.clone(), self.mails.get(intent)?.entry.clone()))
    }

    fn claim(&mut self, claim: &Claim) -> Claimed {
        let mail = self.mails.entry(claim.intent.clone()).or_default();
        let token = match &mail.entry.state {
            State::Claimed { token, .. } if mail.entry.seen.is_none() => Some(token.clone()),
            _ => None,
        };
        if mail.free() || (token.is_some() && token == claim.over) {
            mail.entry = Entry {
                state: State::Claimed { token: claim.token.clone(), at: claim.at },
                attempts: mail.entry.attempts + 1,
                said: claim.said.clone(),
                seen: None,
            };
            mail.kind = Some(claim.kind);
            mail.claimed = Some((claim.token.clone(), claim.at));
            return Claimed::Ours { attempt: mail.entry.attempts };
        }
        // An own claim whose answer was lost.
        match token {
            Some(token) if token == claim.token => Claimed::Ours { attempt: mail.entry.attempts },
            _ => Claimed::Theirs(mail.entry.clone()),
        }
    }
}

/// A table notes when a mail was sent at the time of the note.
fn ended(state: &State, now: Timestamp) -> State {
    match state {
        State::Sent { ses_id, .. } => State::Sent { ses_id: ses_id.clone(), at: now },
        state => state.clone(),
    }
}
