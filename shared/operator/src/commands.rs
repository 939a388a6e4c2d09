//! The commands, over whatever books they are given.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use config::parameters::Parameters;
use config::settings::Settings;
use domain::fact::Fact;
use domain::ids::OrderId;
use domain::kept::Kept;
use domain::policy::Policy;
use domain::ports::LinkKey;
use domain::shop::Shop;
use jiff::Timestamp;
use serde::Serialize;

use crate::explain::{Waiting, explain};
use crate::fresh::Fresh;
use crate::read::{Books, Delivery, File, deliveries, file, named, policy};
use crate::replay::{Replay, replay, replay_alone};
use crate::show;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What to do.
    pub command: Command,
    /// Settings of the shop to use instead of the stored ones.
    pub policy: Option<Shop>,
    /// As JSON.
    pub json: bool,
    /// With names and addresses.
    pub personal: bool,
}

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// Explain an order.
    Explain(Which),
    /// Replay an order; with a folder of further deliveries, as if they had come in too.
    Replay(Which, Option<PathBuf>),
    /// Replay the orders of a month, or all, at most so many.
    ReplayMany(Option<String>, usize),
    /// Replay a folder of raw deliveries.
    ReplayFolder(PathBuf),
    /// Write an order's raw deliveries into a folder.
    Export(Which, PathBuf),
}

/// Which order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Which {
    /// By its key.
    Key(OrderId),
    /// By its shop and number.
    Number(String, String),
}

/// What is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// For standard output.
    pub text: String,
    /// Whether a replay differs from what is stored.
    pub differs: bool,
}

/// Answers a command. Writes nothing but the files of an export.
pub async fn run<P: Parameters>(
    books: &impl Books,
    settings: &Settings<P>,
    asked: &Asked,
    now: Timestamp,
) -> anyhow::Result<Answer> {
    let desk = Desk { books, settings, asked, now };
    match &asked.command {
        Command::Explain(which) => desk.explain(which).await,
        Command::Replay(which, also) => desk.replay(which, also.as_deref()).await,
        Command::ReplayMany(month, most) => desk.replay_many(month.as_deref(), *most).await,
        Command::ReplayFolder(folder) => desk.replay_folder(folder).await,
        Command::Export(which, folder) => desk.export(which, folder).await,
    }
}

struct Desk<'a, B, P> {
    books: &'a B,
    settings: &'a Settings<P>,
    asked: &'a Asked,
    now: Timestamp,
}

impl<B: Books, P: Parameters> Desk<'_, B, P> {
    async fn explain(&self, which: &Which) -> anyhow::Result<Answer> {
        let file = self.file(&self.find(which).await?).await?;
        let waiting = self.waiting(&file).await?;
        let policy = self.policy(&file.stored.shop).await?;
        let explanation = explain(&file, &waiting, &policy, self.now, self.asked.personal);
        self.answer(&explanation, show::explanation, false)
    }

    async fn replay(&self, which: &Which, also: Option<&Path>) -> anyhow::Result<Answer> {
        let also = also.map(from_folder).transpose()?.unwrap_or_default();
        let replay = self.replayed(&self.find(which).await?, also).await?;
        self.answer(&replay, show::replay, !replay.same())
    }

    async fn replay_many(&self, month: Option<&str>, most: usize) -> anyhow::Result<Answer> {
        let mut all = Vec::new();
        for id in self.books.list(month, most).await? {
            all.push(self.replayed(&id, Vec::new()).await.with_context(|| format!("replaying the order {id}"))?);
        }
        let differs = all.iter().any(|replay| !replay.same());
        self.answer(&all, |all| show::summary(all), differs)
    }

    async fn replayed(&self, id: &OrderId, also: Vec<Kept>) -> anyhow::Result<Replay> {
        let mut file = self.file(id).await?;
        file.deliveries.extend(deliveries(self.settings, also, self.now).await?);
        file.deliveries.sort_by(|a, b| (a.kept.received_at, &a.digest).cmp(&(b.kept.received_at, &b.digest)));
        let policy = self.policy(&file.stored.shop).await?;
        Ok(replay(&file, &policy, self.now, self.asked.personal))
    }

    /// Every order whose checkout is in the folder; beside what is stored of it, if anything is.
    async fn replay_folder(&self, folder: &Path) -> anyhow::Result<Answer> {
        let deliveries = deliveries(self.settings, from_folder(folder)?, self.now).await?;
        let mut all = Vec::new();
        for (id, shop) in orders_of(&deliveries) {
            let policy = self.policy(&shop).await?;
            let stored = file(self.books, self.settings, &id, self.now).await?;
            all.push(match stored {
                Some(stored) => {
                    let again = File { deliveries: deliveries.clone(), gone: Vec::new(), ..stored };
                    replay(&again, &policy, self.now, self.asked.personal)
                }
                None => replay_alone(&id, &deliveries, &policy, self.now),
            });
        }
        if all.is_empty() {
            bail!("no file in {} is an order's checkout that can be read: an order needs one", folder.display());
        }
        let differs = all.iter().any(|replay| !replay.same());
        let text = |all: &Vec<Replay>| all.iter().map(show::replay).collect::<Vec<_>>().join("\n");
        self.answer(&all, text, differs)
    }

    async fn export(&self, which: &Which, folder: &Path) -> anyhow::Result<Answer> {
        let file = self.file(&self.find(which).await?).await?;
        std::fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
        for delivery in &file.deliveries {
            let path = folder.join(format!("{}.json", delivery.digest));
            let text = serde_json::to_string_pretty(&delivery.kept)?;
            std::fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        }
        let text = format!("{} deliveries of {} in {}\n", file.deliveries.len(), file.id, folder.display());
        Ok(Answer { text, differs: false })
    }

    async fn find(&self, which: &Which) -> anyhow::Result<OrderId> {
        let (shop, number) = match which {
            Which::Key(id) => return Ok(id.clone()),
            Which::Number(shop, number) => (shop, number),
        };
        let found = named(self.books, shop, &format!("order:{}", number.trim_start_matches('#'))).await?;
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => bail!("the shop {shop} has no order {number}: nothing was heard of it, or it is another shop's"),
            several => bail!("several orders of {shop} are called {number}; say which: {several:?}"),
        }
    }

    async fn file(&self, id: &OrderId) -> anyhow::Result<File> {
        let file = file(self.books, self.settings, id, self.now).await?;
        file.with_context(|| format!("there is no order {id}: nothing was heard of it; a parked fact makes no order"))
    }

    async fn policy(&self, shop: &str) -> anyhow::Result<Policy> {
        match &self.asked.policy {
            Some(shop) => Ok(shop.policy().clone()),
            None => policy(self.settings, shop, self.now).await,
        }
    }

    /// What waits under the names that the order claims.
    async fn waiting(&self, file: &File) -> anyhow::Result<Vec<Waiting>> {
        let mut fresh = Fresh::new(&file.id);
        file.deliveries.iter().for_each(|delivery| fresh.hear(delivery));
        let key = |key: &domain::order::Key| LinkKey { shop: file.stored.shop.clone(), key: key.clone() };
        let keys: Vec<LinkKey> = fresh.claimed().iter().map(key).collect();
        let mut all = Vec::new();
        for (link, there) in self.books.links(&keys).await? {
            let raw = self.books.raw(&there.parked).await?;
            let waiting = deliveries(self.settings, raw, self.now).await?.into_iter();
            let shared = there.orders.len() > 1;
            all.extend(waiting.map(|delivery| Waiting { name: link.key.0.clone(), shared, delivery }));
        }
        Ok(all)
    }

    fn answer<T: Serialize>(&self, what: &T, text: impl Fn(&T) -> String, differs: bool) -> anyhow::Result<Answer> {
        let text = if self.asked.json { serde_json::to_string_pretty(what)? + "\n" } else { text(what) };
        Ok(Answer { text, differs })
    }
}

/// Every file of a folder that ends in `.json`: as `export` wrote it, or the body of a dead letter.
fn from_folder(folder: &Path) -> anyhow::Result<Vec<Kept>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading the folder {}", folder.display()))?;
    let mut all = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "json") {
            let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            // The error's text may quote a body.
            let kept = serde_json::from_str(&text).ok();
            all.push(kept.with_context(|| {
                format!("{} is neither written by `tidings export` nor the body of a dead letter", path.display())
            })?);
        }
    }
    Ok(all)
}

/// Orders whose checkouts are among the deliveries, with their shops.
fn orders_of(deliveries: &[Delivery]) -> std::collections::BTreeMap<OrderId, String> {
    let read = deliveries.iter().filter_map(|delivery| delivery.read.as_ref().ok());
    let checkouts = read.flat_map(|read| {
        read.facts.iter().filter_map(|fact| match fact {
            // That a basket became an order is no order of its own.
            Fact::Checkout(checkout) if !fact.basket().is_some_and(|basket| basket.ordered) => {
                let shop = read.shops.first()?;
                Some((OrderId::new(shop, &checkout.id), shop.clone()))
            }
            _ => None,
        })
    });
    checkouts.collect()
}
