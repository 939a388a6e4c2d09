//! SES: accepts mails, or does not, and tells of them later.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

use domain::gate::Why;
use domain::ids::IntentId;
use domain::personal::Email;
use domain::situations::Kind;
use email::Message;
use email::ses::{Account, Outcome, Sender, Tags};
use jiff::SignedDuration;
use serde_json::{Value, json};
use testing::memory::{Faults, Queue};

use super::now;

/// A mail that SES has.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) to: String,
    pub(crate) kind: Kind,
    pub(crate) intent: IntentId,
    pub(crate) attempt: u32,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) raw: Vec<u8>,
}

/// What SES does with a mail.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// Takes it.
    Accept,
    /// Takes it, but nobody learns of it.
    AcceptSilently,
    /// Nobody knows, and it does not have it.
    Lose,
    /// Not this one now.
    NotNow(SignedDuration),
    /// None now.
    Closed(Why),
    /// Never.
    Never,
}

/// SES.
#[derive(Clone, Debug)]
pub(crate) struct Ses {
    state: Arc<Mutex<State>>,
    feedback: Queue,
    faults: Faults,
}

#[derive(Debug)]
struct State {
    sent: Vec<Sent>,
    tries: usize,
    canaries: usize,
    script: VecDeque<Answer>,
    /// What it does with everything, canaries too, once the script is over.
    always: Option<Answer>,
    account: Option<Account>,
    account_sent: f64,
    events: bool,
}

impl Ses {
    pub(super) fn new(faults: &Faults, feedback: &Queue) -> Self {
        let state = State {
            sent: Vec::new(),
            tries: 0,
            canaries: 0,
            script: VecDeque::new(),
            always: None,
            account: None,
            account_sent: 0.0,
            events: true,
        };
        Self { state: Arc::new(Mutex::new(state)), feedback: feedback.clone(), faults: faults.clone() }
    }

    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.state().sent.clone()
    }

    /// How often somebody tried to send, canaries aside.
    pub(crate) fn tries(&self) -> usize {
        self.state().tries
    }

    pub(crate) fn canaries(&self) -> usize {
        self.state().canaries
    }

    /// What it does with the next mails; after them it takes everything.
    pub(crate) fn will(&self, answers: impl IntoIterator<Item = Answer>) {
        self.state().script.extend(answers);
    }

    /// What it does with every mail and every canary from now on; `None`: it takes them.
    pub(crate) fn always(&self, answer: Option<Answer>) {
        self.state().always = answer;
    }

    /// What it allows the account, which has sent so much besides.
    pub(crate) fn allows(&self, rate: f64, daily: f64, sent: f64) {
        let mut state = self.state();
        state.account = Some(Account { enabled: true, rate, daily: Some(daily), sent: 0.0 });
        state.account_sent = sent;
    }

    /// Whether its events come back.
    pub(crate) fn events(&self, come_back: bool) {
        self.state().events = come_back;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no test panicked with it")
    }

    fn accept(&self, message: &Message, tags: &Tags) -> String {
        let mut state = self.state();
        let ses_id = format!("ses-{}", state.sent.len() + 1);
        state.sent.push(Sent {
            to: message.to.reveal().to_owned(),
            kind: message.kind,
            intent: tags.intent.clone(),
            attempt: tags.attempt,
            subject: message.subject.clone(),
            text: message.text.clone(),
            raw: message.raw.clone(),
        });
        if state.events {
            let to = message.to.reveal();
            let tags = json!({"intent": [tags.intent.tag()], "shop": [tags.shop], "order": [tags.order.as_str()]});
            let end = if to.to_lowercase().starts_with("bounce") { "Bounce" } else { "Delivery" };
            let event = |kind| event(kind, &ses_id, to, &tags);
            self.feedback.send(event("Send"), now() + SignedDuration::from_secs(1));
            self.feedback.send(event(end), now() + SignedDuration::from_secs(3));
        }
        ses_id
    }

    fn answer(&self, message: &Message, tags: &Tags, answer: &Answer) -> Outcome {
        let why = || "a test's answer".to_owned();
        match answer {
            Answer::Accept => Outcome::Accepted { ses_id: self.accept(message, tags) },
            Answer::AcceptSilently => {
                self.accept(message, tags);
                Outcome::Unknown { why: why() }
            }
            Answer::Lose => Outcome::Unknown { why: why() },
            Answer::NotNow(retry_after) => Outcome::NotNow { why: why(), account: None, retry_after: *retry_after },
            Answer::Closed(account) => {
                Outcome::NotNow { why: why(), account: Some(*account), retry_after: SignedDuration::ZERO }
            }
            Answer::Never => Outcome::Never { why: why() },
        }
    }
}

impl Sender for Ses {
    async fn account(&self) -> Option<Account> {
        let called = self.faults.call("GetAccount", || {
            let state = self.state();
            let sent = state.account_sent + f64::from(u32::try_from(state.sent.len()).unwrap_or(u32::MAX));
            state.account.map(|account| Account { sent, ..account })
        });
        called.await.ok().flatten()
    }

    async fn send(&self, message: &Message, tags: &Tags) -> Outcome {
        let answer = {
            let mut state = self.state();
            state.tries += 1;
            let next = state.script.pop_front().or(state.always.clone());
            next.unwrap_or(Answer::Accept)
        };
        let called = self.faults.call("SendEmail", || self.answer(message, tags, &answer)).await;
        called.unwrap_or_else(|error| Outcome::Unknown { why: error.to_string() })
    }

    async fn canary(&self, _from: &Email, id: &str) -> Outcome {
        let send = || {
            let mut state = self.state();
            state.canaries += 1;
            let refused = match &state.always {
                None | Some(Answer::Accept) => None,
                Some(Answer::Closed(account)) => {
                    let (why, retry_after) = ("a test's answer".to_owned(), SignedDuration::ZERO);
                    Some(Outcome::NotNow { why, account: Some(*account), retry_after })
                }
                Some(_) => Some(Outcome::Unknown { why: "a test's answer".to_owned() }),
            };
            if let Some(refused) = refused.clone().filter(|_| !matches!(state.always, Some(Answer::AcceptSilently))) {
                return refused;
            }
            if state.events {
                let event = event("Send", "canary", "success@simulator.amazonses.com", &json!({"canary": [id]}));
                self.feedback.send(event, now() + SignedDuration::from_secs(2));
            }
            refused.unwrap_or(Outcome::Accepted { ses_id: "canary".to_owned() })
        };
        let called = self.faults.call("SendEmail canary", send).await;
        called.unwrap_or_else(|error| Outcome::Unknown { why: error.to_string() })
    }
}

/// One event as SES publishes it.
pub(crate) fn event(kind: &str, ses_id: &str, to: &str, tags: &Value) -> String {
    let mail = json!({"timestamp": now().to_string(), "messageId": ses_id, "tags": tags});
    let mut event = json!({"eventType": kind, "mail": mail});
    let recipient = json!([{ "emailAddress": to }]);
    match kind {
        "Bounce" => event["bounce"] = json!({"bounceType": "Permanent", "bouncedRecipients": recipient}),
        "Complaint" => event["complaint"] = json!({"complainedRecipients": recipient}),
        "Delivery" => event["delivery"] = json!({"timestamp": now().to_string()}),
        _ => {}
    }
    event.to_string()
}
