//! What must be true of the books whenever the world is at rest.

use std::collections::{BTreeMap, BTreeSet};

use domain::ledger::{Ledger, State};
use domain::policy::Policy;
use domain::shop::Shop;
use domain::situations::{Situation, Verdict, situations};

use super::{World, now, text};

impl World {
    /// The demo shop's decisions.
    pub(crate) fn policy(&self, shop: &str) -> Policy {
        let settings = self.params.read(&format!("shops/{shop}"));
        serde_json::from_str::<Shop>(&text(&settings)).expect("a shop's settings").policy().clone()
    }

    /// Every situation of every order, by what the tables say.
    pub(crate) fn situations(&self) -> Vec<Situation> {
        let data = self.tables.data();
        let ledger: Ledger = data.mails.iter().map(|(intent, mail)| (intent.clone(), mail.entry.clone())).collect();
        let of = |id: &domain::ids::OrderId| {
            let stored = data.stored(id).expect("an order");
            situations(id, &stored.order, &ledger, &self.policy(&stored.shop), now())
        };
        data.orders().iter().flat_map(of).collect()
    }

    /// Nothing waits, nothing is dead, nothing due is untold, nothing was told twice, nothing ended silently.
    #[track_caller]
    pub(crate) fn check_books(&self) {
        for queue in [&self.deliveries, &self.mail, &self.feedback] {
            assert_eq!(queue.waiting(), [], "something waits");
            assert_eq!(queue.dead(), [] as [String; 0], "something is in a dead-letter queue");
        }
        let mut times = BTreeMap::new();
        for sent in self.ses.sent() {
            *times.entry(sent.intent).or_insert(0) += 1;
        }
        assert!(times.values().all(|times| *times == 1), "told twice: {times:?}");
        let all = self.situations();
        let data = self.tables.data();
        for situation in &all {
            let entry = data.mails.get(&situation.intent).map(|mail| &mail.entry);
            if matches!(situation.verdict, Verdict::Tell { not_before } if not_before <= now()) {
                assert!(entry.is_some_and(domain::ledger::Entry::ended), "due and not ended: {situation:?} {entry:?}");
            }
        }
        let known: BTreeSet<_> = all.iter().map(|situation| &situation.intent).collect();
        for (intent, mail) in &data.mails {
            assert!(known.contains(intent), "a mail of no situation: {intent} {mail:?}");
            assert!(!matches!(mail.entry.state, State::Claimed { .. }) || mail.entry.seen.is_some(), "{mail:?}");
            let told = times.contains_key(intent);
            assert_eq!(mail.entry.told(), told, "the ledger says so, SES otherwise: {mail:?}");
        }
        assert!(times.keys().all(|intent| data.mails.contains_key(intent)), "sent, and not in the ledger");
        drop(data);
        self.check_explanations();
    }

    /// Every situation is in the ledger with its end or its reason.
    #[track_caller]
    pub(crate) fn check_reasons(&self) {
        let data_of = |situation: &Situation| self.tables.data().mails.get(&situation.intent).cloned();
        for situation in self.situations() {
            let mail = data_of(&situation);
            let explained = mail.is_some_and(|mail| mail.entry.ended() || mail.reason.is_some());
            let waited_for = !situation.came(now()) || matches!(situation.verdict, Verdict::Idle(_));
            assert!(explained || waited_for, "a silent end: {situation:?}");
        }
    }
}
