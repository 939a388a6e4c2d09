//! SES: accepts, refuses, or leaves one in doubt; and tells of it later, or never.

use std::collections::BTreeMap;

use domain::gate::Why;
use domain::ids::{IntentId, OrderId};
use domain::ledger::State;
use domain::personal::Email;
use domain::shop::Shop;
use domain::situations::{About, Kind, Situation};
use domain::view::View;
use email::ses::{Account, Outcome, Sender, Tags};
use email::{Leads, Message, Unrenderable};
use jiff::{SignedDuration, Timestamp};

use super::chaos::Fault;
use super::coverage::Call;
use super::ports::Port;
use super::queues::Queue;
use super::sim::{HOUR, MINUTE, Millis, SECOND, Sim, at, attempt, with};

/// One mail in so many is really written.
const WRITTEN: u64 = 100;
/// Mails a second that the account may send.
const RATE: f64 = 14.0;

/// A mail that SES took.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Sent {
    pub(super) order: OrderId,
    pub(super) intent: IntentId,
    pub(super) kind: Kind,
    /// The situation's subject.
    pub(super) subject: String,
    pub(super) at: Millis,
    /// The ledger was never told that it was sent, but by SES's events.
    pub(super) ambiguous: bool,
    /// When the ledger first heard an event of it.
    pub(super) seen_at: Option<Millis>,
    /// All of its events are lost.
    pub(super) lost: bool,
}

/// SES.
#[derive(Debug, Default)]
pub(super) struct Ses {
    pub(super) sent: Vec<Sent>,
    /// Tries of which nobody learnt the end, taken or not.
    pub(super) doubts: BTreeMap<IntentId, u32>,
    /// Refused for good.
    pub(super) refused: BTreeMap<IntentId, u32>,
    pub(super) written: u64,
    pub(super) composed: u64,
    pub(super) outage: Option<(Millis, Millis)>,
}

impl Ses {
    pub(super) fn settled(&mut self, intent: &IntentId, state: &State) {
        if let State::Sent { ses_id, .. } = state {
            let number = ses_id.strip_prefix("ses-").and_then(|number| number.parse::<usize>().ok());
            let sent = number.and_then(|number| self.sent.get_mut(number)).filter(|sent| sent.intent == *intent);
            if let Some(sent) = sent {
                sent.ambiguous = false;
            }
        }
    }

    pub(super) fn seen(&mut self, intent: &IntentId, now: Millis) {
        let unseen = self.sent.iter_mut().rev().filter(|sent| sent.intent == *intent);
        unseen.for_each(|sent| sent.seen_at = Some(sent.seen_at.map_or(now, |at| at.min(now))));
    }
}

impl Sim {
    fn accept(&mut self, message: &Message, tags: &Tags) -> String {
        let number = self.ses.sent.len();
        let id = format!("ses-{number}");
        let to = message.to.reveal();
        let tags_text = format!(
            r#"{{"intent":["{}"],"shop":["{}"],"order":["{}"],"attempt":["{}"]}}"#,
            tags.intent, tags.shop, tags.order, tags.attempt
        );
        let end = if to.starts_with("bounce") { "Bounce" } else { "Delivery" };
        let told =
            [("Send", SECOND), (end, 3 * SECOND)].map(|(kind, after)| self.tell(kind, &id, to, &tags_text, after));
        self.ses.sent.push(Sent {
            order: tags.order.clone(),
            intent: tags.intent.clone(),
            kind: message.kind,
            subject: message.subject.clone(),
            at: self.now,
            ambiguous: true,
            seen_at: None,
            lost: !told.contains(&true),
        });
        id
    }

    /// Publishes an event, unless it gets lost.
    fn tell(&mut self, kind: &str, id: &str, to: &str, tags: &str, after: Millis) -> bool {
        if self.chance(self.chaos.dropped) {
            return false;
        }
        let recipients = format!(r#"Recipients":[{{"emailAddress":"{to}"}}]"#);
        let more = match kind {
            "Bounce" => format!(r#","bounce":{{"bounceType":"Permanent","bounced{recipients}}}"#),
            "Delivery" => format!(r#","delivery":{{"timestamp":"{}"}}"#, at(self.now + after)),
            _ => String::new(),
        };
        let time = at(self.now);
        let event = format!(
            r#"{{"eventType":"{kind}","mail":{{"timestamp":"{time}","messageId":"{id}","tags":{tags}}}{more}}}"#
        );
        let wild = self.chaos.wild_events;
        if self.chance(wild) {
            let delay = after + self.rng.i64(0..3 * MINUTE);
            self.send(Queue::Feedback, event.clone(), delay);
            if self.chance(500_000) {
                return true;
            }
        }
        let delay = after + self.rng.i64(0..4 * SECOND);
        self.send(Queue::Feedback, event, delay);
        true
    }

    /// Whether SES would refuse every other mail as well, and why.
    fn refuses(&mut self) -> Option<Why> {
        // What SES refuses for an outage has no answer.
        let all = [None, Some(Why::Rate), Some(Why::Quota), Some(Why::Paused)];
        all[self.rng.usize(0..all.len())]
    }

    fn away(&self) -> bool {
        self.ses.outage.is_some_and(|(from, until)| (from..until).contains(&self.now))
    }
}

fn doubt(intent: &IntentId) -> Outcome {
    with(|sim| *sim.ses.doubts.entry(intent.clone()).or_default() += 1);
    Outcome::Unknown { why: "nobody knows".to_owned() }
}

impl Sender for Port {
    async fn account(&self) -> Option<Account> {
        let asked = attempt(Call::AskAccount, |sim| {
            let day = sim.now - 24 * HOUR;
            let sent = sim.ses.sent.iter().rev().take_while(|sent| sent.at > day).count();
            let sent = f64::from(u32::try_from(sent).unwrap_or(u32::MAX));
            let enabled = !sim.chance(10_000);
            (!sim.away()).then_some(Account { enabled, rate: RATE, daily: Some(50_000.0), sent })
        });
        asked.await.ok().flatten()
    }

    async fn send(&self, message: &Message, tags: &Tags) -> Outcome {
        let answer =
            attempt(Call::SendMail, |sim| if sim.away() { None } else { Some(sim.accept(message, tags)) }).await;
        match answer {
            Ok(Some(ses_id)) => Outcome::Accepted { ses_id },
            Err(Fault::Throttled) => {
                let (seconds, account) = with(|sim| (if sim.rng.bool() { 30 } else { 900 }, sim.refuses()));
                Outcome::NotNow {
                    why: "throttled".to_owned(),
                    account,
                    retry_after: SignedDuration::from_secs(seconds),
                }
            }
            Err(Fault::Refused) if with(|sim| sim.chance(50_000)) => {
                with(|sim| *sim.ses.refused.entry(tags.intent.clone()).or_default() += 1);
                Outcome::Never { why: "refused for good".to_owned() }
            }
            Ok(None) | Err(_) => doubt(&tags.intent),
        }
    }

    async fn canary(&self, _from: &Email, id: &str) -> Outcome {
        let sent = attempt(Call::SendCanary, |sim| {
            if !sim.away() {
                let tags = format!(r#"{{"canary":["{id}"]}}"#);
                sim.tell("Send", "canary", "success@simulator.amazonses.com", &tags, 2 * SECOND);
            }
            !sim.away()
        })
        .await;
        match sent {
            Ok(true) => Outcome::Accepted { ses_id: "canary".to_owned() },
            Ok(false) => Outcome::Unknown { why: "away".to_owned() },
            Err(Fault::Throttled) => {
                let account = with(Sim::refuses);
                let retry_after = SignedDuration::from_secs(30);
                Outcome::NotNow { why: "throttled".to_owned(), account, retry_after }
            }
            Err(fault) => Outcome::Unknown { why: fault.name().to_owned() },
        }
    }
}

/// Writes one mail in a hundred; of the others it only notes what they are.
pub(super) fn compose(
    shop: &Shop,
    id: &OrderId,
    view: &View<'_>,
    situation: &Situation,
    leads: &Leads,
    now: Timestamp,
) -> Result<Message, Unrenderable> {
    let really = with(|sim| {
        sim.ses.composed += 1;
        sim.ses.composed.is_multiple_of(WRITTEN)
    });
    let noted = note(shop, view, situation);
    if !really {
        return noted;
    }
    let written = email::compose(shop, id, view, situation, leads, now);
    with(|sim| sim.ses.written += 1);
    match (written, noted) {
        (Ok(written), Ok(noted)) => {
            let same = written.said == noted.said && written.to == noted.to && written.kind == noted.kind;
            assert!(same, "the simulator notes of a mail what the mail says");
            Ok(Message { subject: noted.subject, ..written })
        }
        (written, _) => written,
    }
}

/// A mail's data without its words.
fn note(shop: &Shop, view: &View<'_>, situation: &Situation) -> Result<Message, Unrenderable> {
    if let About::Fulfilment(source, id) = &situation.about {
        let mut parcels = view.parcels.iter();
        parcels.find(|parcel| parcel.source == source && parcel.id == id).ok_or(Unrenderable::Gone("parcel"))?;
    }
    Ok(Message {
        to: email::addressee(shop, view, situation)?.clone(),
        from: String::new(),
        kind: situation.kind,
        subject: situation.subject.to_string(),
        text: String::new(),
        html: String::new(),
        raw: Vec::new(),
        said: domain::ledger::Said::of(view, situation),
    })
}
