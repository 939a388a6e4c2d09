//! The tables and parameters of a deployed stack, to read.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail};
use aws_types::SdkConfig;
use config::parameters::{Parameters, Ssm};
use domain::ids::{IntentId, OrderId};
use domain::kept::Kept;
use domain::ledger::History;
use domain::ports::{Link, LinkKey, Orders, ReadHistory, Stored, Unavailable};
use serde::Deserialize;
use store::mails::MailsTable;
use store::orders::OrdersTable;

use crate::read::Books;

/// Both tables of a stack.
#[derive(Clone, Debug)]
pub struct Tables {
    orders: OrdersTable,
    mails: MailsTable,
}

#[derive(Deserialize)]
struct Names {
    orders: String,
    mails: String,
}

impl Tables {
    /// Finds the tables of a stack in its parameter `tables`, which its template writes.
    pub async fn of(aws: &SdkConfig, stack: &str) -> anyhow::Result<Self> {
        if std::env::var_os("AWS_ACCESS_KEY_ID").is_none_or(|key| key.is_empty()) {
            bail!(
                "there are no AWS credentials: run `eval \"$(aws configure export-credentials --format env)\"` first"
            );
        }
        let name = format!("/tidings/{stack}/tables");
        let text = Ssm::new(aws).get(&name).await.with_context(|| {
            format!("reading {name}: check AWS_REGION, the credentials and the right ssm:GetParameter")
        })?;
        let Some(text) = text else {
            bail!(
                "the parameter {name} is not there: is the stack's name right (--stack), and the region (AWS_REGION)?"
            );
        };
        let names: Names = serde_json::from_str(&text).with_context(|| format!("reading {name}: deploy again"))?;
        let orders = OrdersTable::new(aws, names.orders.clone());
        Ok(Self { orders, mails: MailsTable::new(aws, names.mails, names.orders) })
    }
}

impl Books for Tables {
    async fn order(&self, id: &OrderId) -> Result<Option<Stored>, Unavailable> {
        self.orders.order(id).await
    }

    async fn links(&self, keys: &[LinkKey]) -> Result<BTreeMap<LinkKey, Link>, Unavailable> {
        Ok(self.orders.find(&[], keys).await?.links)
    }

    async fn raw(&self, digests: &BTreeSet<String>) -> Result<Vec<Kept>, Unavailable> {
        Orders::raw(&self.orders, digests).await
    }

    async fn history(&self, order: &OrderId) -> Result<BTreeMap<IntentId, History>, Unavailable> {
        self.mails.history(order).await
    }

    async fn list(&self, month: Option<&str>, most: usize) -> Result<Vec<OrderId>, Unavailable> {
        self.orders.list(month, most).await
    }
}
