//! The books in memory, to read.

use std::collections::{BTreeMap, BTreeSet};

use config::settings::Settings;
use domain::ids::{IntentId, OrderId};
use domain::kept::Kept;
use domain::ledger::History;
use domain::policy::Policy;
use domain::ports::{Link, LinkKey, Orders, ReadHistory, Stored, Unavailable};
use domain::shop::Shop;
use operator::explain::explain;
use operator::read::{Books, Delivery, File};
use operator::replay::replay;
use testing::memory::Tables;

use crate::world::{Params, World, now};

/// The tables, and nothing that writes.
pub(crate) struct Reading(pub(crate) Tables);

impl Books for Reading {
    async fn order(&self, id: &OrderId) -> Result<Option<Stored>, Unavailable> {
        self.0.order(id).await
    }

    async fn links(&self, keys: &[LinkKey]) -> Result<BTreeMap<LinkKey, Link>, Unavailable> {
        Ok(self.0.find(&[], keys).await?.links)
    }

    async fn raw(&self, digests: &BTreeSet<String>) -> Result<Vec<Kept>, Unavailable> {
        Orders::raw(&self.0, digests).await
    }

    async fn history(&self, order: &OrderId) -> Result<BTreeMap<IntentId, History>, Unavailable> {
        ReadHistory::history(&self.0, order).await
    }

    async fn list(&self, _month: Option<&str>, most: usize) -> Result<Vec<OrderId>, Unavailable> {
        Ok(self.0.data().orders().into_iter().take(most).collect())
    }
}

pub(crate) fn books(world: &World) -> Reading {
    Reading(world.tables.clone())
}

pub(crate) fn settings(world: &World) -> Settings<Params> {
    Settings::new(world.params.clone(), crate::world::STACK.to_owned())
}

pub(crate) fn policy(world: &World) -> Policy {
    serde_json::from_value::<Shop>(world.params.read("shops/demo")).expect("a shop's settings").policy().clone()
}

pub(crate) async fn file(world: &World, id: &OrderId) -> File {
    let file = operator::read::file(&books(world), &settings(world), id, now()).await.expect("read");
    file.expect("an order")
}

/// Every order's file, without a call.
fn files(world: &World) -> Vec<File> {
    let data = world.tables.data();
    let read = |digest: &String, kept: &Kept| {
        let connection = world.params.find(&format!("connections/{}/{}", kept.family, kept.connection));
        let connection = connection.and_then(|value| serde_json::from_value(value).ok());
        let read = connection.ok_or("gone".to_owned());
        let read = read.and_then(|connection| interpret::interpret(kept, &connection).map_err(|why| why.to_string()));
        Delivery { kept: kept.clone(), digest: digest.clone(), read }
    };
    let file = |id: OrderId| {
        let stored = data.stored(&id).expect("an order");
        let raw = stored.deliveries.iter().filter_map(|digest| Some((digest, data.raw.get(digest)?)));
        let mut deliveries: Vec<Delivery> = raw.map(|(digest, (kept, _))| read(digest, kept)).collect();
        deliveries.sort_by_key(|delivery| (delivery.kept.received_at, delivery.digest.clone()));
        let mails = data.mails.iter().filter(|(intent, _)| intent.order() == id);
        let history = mails.map(|(intent, mail)| (intent.clone(), mail.history())).collect();
        File { id, stored, deliveries, gone: Vec::new(), history }
    };
    data.orders().into_iter().map(file).collect()
}

impl World {
    /// For every order: what is explained as sent is what SES has, what is not, has a reason, and nothing is left out.
    #[track_caller]
    pub(crate) fn check_explanations(&self) {
        let sent: BTreeSet<IntentId> = self.ses.sent().into_iter().map(|mail| mail.intent).collect();
        let mut explained = BTreeSet::new();
        for file in files(self) {
            let explanation = explain(&file, &[], &self.policy(&file.stored.shop), now(), false);
            assert_eq!(explanation.unknown, [], "every entry of the ledger has its situation");
            for kind in &explanation.kinds {
                assert_eq!(kind.never.is_some(), kind.situations.is_empty(), "{kind:?}");
                for one in &kind.situations {
                    let got = sent.contains(&one.intent);
                    assert_eq!(one.outcome.reached_ses(), got, "SES has it, or not: {one:#?}");
                    assert!(!one.because.is_empty(), "no facts are behind it: {one:#?}");
                    assert!(!one.why.is_empty() && !one.why.contains("no reason"), "{one:#?}");
                    explained.extend(got.then(|| one.intent.clone()));
                }
            }
        }
        assert_eq!(explained.len(), sent.len(), "SES has a mail that nobody explains");
    }

    /// Every order comes out of its raw deliveries as it is stored; its mails, too, if nothing kept one back.
    #[track_caller]
    pub(crate) fn check_replays(&self) {
        for file in files(self) {
            let replay = replay(&file, &self.policy(&file.stored.shop), now(), false);
            assert!(replay.same(), "{}{:#?}", operator::show::replay(&replay), self.ses.sent());
        }
    }
}
