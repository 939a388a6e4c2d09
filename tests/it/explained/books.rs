//! The books in memory, to read.

use std::collections::{BTreeMap, BTreeSet};

use config::settings::Settings;
use domain::ids::{IntentId, OrderId};
use domain::kept::Kept;
use domain::ledger::History;
use domain::policy::Policy;
use domain::ports::{Link, LinkKey, Orders, ReadHistory, Stored, Unavailable};
use domain::shop::Shop;
use operator::read::{Books, File};
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
    serde_json::from_value::<Shop>(world.params.read("shops/demo")).expect("a shop's settings").policy()
}

pub(crate) async fn file(world: &World, id: &OrderId) -> File {
    let file = operator::read::file(&books(world), &settings(world), id, now()).await.expect("read");
    file.expect("an order")
}
