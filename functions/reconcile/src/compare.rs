//! One window of one source, compared with our orders.

use std::collections::BTreeSet;
use std::time::Duration;

use bootstrap::metrics::{self, Metric};
use config::connection::Connection;
use config::parameters::Parameters;
use domain::fact::Fact;
use domain::hint::Hint;
use domain::ids::OrderId;
use domain::kept::{Body, By, Kept};
use domain::lack::Lack;
use domain::ports::{Found, LinkKey, Orders, Stored, Unavailable};
use domain::reconciling::{Meter, Progress, Progresses};
use interpret::Read;
use jiff::{SignedDuration, Timestamp};
use queue::deliveries::Deliveries;
use queue::messages::{Incoming, LARGEST, ToFetch, VERSION, What};
use web::talk::{Pages, Trouble, Web, fetch};
use webhooks::source::{Found as Change, Source, Talk, Window};

use crate::World;

/// Windows overlap by so much, for shops whose clocks are behind.
const OVERLAP: SignedDuration = SignedDuration::from_mins(10);
/// A window that takes more questions is halved.
const PAGES: usize = 20;

/// Whose changes are compared.
pub(crate) struct Of<'a> {
    pub(crate) family: &'a str,
    pub(crate) name: &'a str,
    pub(crate) provider: &'a str,
    pub(crate) connection: &'a Connection,
}

/// How a window ended.
pub(crate) enum Compared {
    /// The source has no list, or no credentials for one.
    NoList,
    /// Compared to its end.
    Done,
    /// It holds more than is listed at once.
    TooMuch,
    /// Compared until then, and why no further, if that is not for want of time.
    Until(Timestamp, Option<Trouble>),
}

/// One source's comparison in one run.
pub(crate) struct Comparison<'a, P, W, O, C, D> {
    pub(crate) world: &'a World<P, W, O, C, D>,
    pub(crate) source: &'a dyn Source,
    pub(crate) talk: Talk<'a>,
    pub(crate) of: Of<'a>,
    /// What this run found that no webhook brought, by its digest: a window that is halved lists it again.
    pub(crate) found: BTreeSet<String>,
    /// How long this run waited between questions.
    pub(crate) rested: Duration,
}

impl<P: Parameters, W: Web, O: Orders, C: Progresses, D: Deliveries> Comparison<'_, P, W, O, C, D> {
    /// Compares one window, to its end or as far as `PAGES` reach, unless it has to be `whole`. However it ends, `meter` counts
    /// what was found.
    pub(crate) async fn window(
        &mut self,
        (from, to): (Timestamp, Timestamp),
        whole: bool,
        late: &impl Fn() -> bool,
        meter: &mut Meter,
    ) -> Result<Compared, Trouble> {
        let window = Window { from: from - OVERLAP, to };
        let Some(pages) = Pages::begin(&self.world.web, self.source, window, self.talk) else {
            return Ok(Compared::NoList);
        };
        let mut pages = pages?;
        while let Some(found) = pages.next().await? {
            let Some(bodies) = self.bodies(found, late).await? else { return Ok(Compared::TooMuch) };
            let (now, heard) = (self.talk.now, self.source.is_heard());
            let count = |at: Timestamp, lack: Lack| match lack {
                _ if !(from..to).contains(&at) => {}
                Lack::News if heard => meter.miss(now.duration_since(at)),
                Lack::News | Lack::Detail | Lack::Nothing => meter.heard += 1,
            };
            self.page(bodies, count).await?;
            if !whole && (pages.asked() >= PAGES || late()) {
                return Ok(Compared::TooMuch);
            }
        }
        Ok(Compared::Done)
    }

    /// The bodies of changes; those that are only named are fetched. Nothing if that takes too long.
    async fn bodies(&self, found: Vec<Change>, late: &impl Fn() -> bool) -> Result<Option<Vec<Vec<u8>>>, Trouble> {
        let mut bodies = Vec::new();
        for change in found {
            match change {
                Change::Delivery(body) => bodies.push(body),
                Change::Hint(_) if late() => return Ok(None),
                Change::Hint(hint) => match fetch(&self.world.web, self.source, &hint, &self.talk).await {
                    Ok(fetched) => bodies.extend(fetched),
                    // One that cannot be fetched must not keep back all that come after it.
                    Err(trouble @ (Trouble::Refused(_) | Trouble::Hopeless(_))) => self.leave(hint, &trouble).await?,
                    Err(trouble) => return Err(trouble),
                },
            }
        }
        Ok(Some(bodies))
    }

    /// Leaves one to the fetcher.
    pub(crate) async fn leave(&self, hint: Hint, why: &Trouble) -> Result<(), Trouble> {
        let hint = self.of.to_fetch(hint, self.talk.now);
        tracing::warn!(
            family = hint.family,
            provider = hint.provider,
            connection = hint.connection,
            %why,
            "one change cannot be fetched now: it is left to the fetcher"
        );
        self.world.queues.fetch(&hint).await.map_err(|error| later(&error))
    }

    /// Queues those of a page that say something new; `count` is told when each change happened, and what we lacked of it.
    pub(crate) async fn page(
        &mut self,
        bodies: Vec<Vec<u8>>,
        mut count: impl FnMut(Timestamp, Lack),
    ) -> Result<(), Trouble> {
        let kept = bodies.into_iter().map(|body| self.kept(body)).map(|kept| (kept.digest(), kept));
        let kept: Vec<(String, Kept)> = kept.filter(|(digest, _)| !self.found.contains(digest)).collect();
        let read = |kept: &Kept| interpret::interpret(kept, self.of.connection).ok();
        let reads: Vec<Option<Read>> = kept.iter().map(|(_, kept)| read(kept)).collect();
        let orders = self.orders(reads.iter().flatten()).await?;
        for ((digest, kept), read) in kept.into_iter().zip(reads) {
            // What cannot be read goes on, too: it is kept and dead-lettered with its reason like any delivery.
            let lack = match &read {
                Some(read) if read.facts.is_empty() => continue,
                Some(read) => read.facts.iter().map(|fact| orders.lack(read, fact)).max().unwrap_or(Lack::News),
                None => Lack::News,
            };
            let at = read.iter().flat_map(|read| &read.facts).filter_map(Fact::at).max().unwrap_or(self.talk.now);
            if kept.body.0.len() > LARGEST {
                tracing::error!(
                    family = self.of.family,
                    provider = self.of.provider,
                    "a change is larger than 700 KB and is left out: report it with the provider's name"
                );
            } else if lack != Lack::Nothing {
                let incoming = Incoming { v: VERSION, what: What::Delivery(kept) };
                let sent = self.world.queues.put(&incoming).await;
                sent.map_err(|error| later(&error))?;
            }
            count(at, lack);
            if lack == Lack::News {
                self.found.insert(digest);
            }
        }
        Ok(())
    }

    fn kept(&self, body: Vec<u8>) -> Kept {
        let text = |text: &str| text.to_owned();
        let Of { family, name, provider, .. } = self.of;
        let digest = domain::ids::digest(&[&body]);
        Kept {
            id: format!("reconcile-{}", digest.get(..12).unwrap_or_default()),
            family: text(family),
            provider: text(provider),
            connection: text(name),
            received_at: self.talk.now,
            headers: Vec::new(),
            by: By::Reconcile,
            body: Body(body),
        }
    }

    /// Every order that a page may be about: by a checkout's id, and by the names that other facts seek.
    async fn orders(&self, reads: impl Iterator<Item = &Read>) -> Result<Known, Trouble> {
        let unavailable = |error: Unavailable| later(&error);
        let (mut ids, mut links) = (Vec::new(), Vec::new());
        for read in reads {
            for (shop, fact) in read.shops.iter().flat_map(|shop| read.facts.iter().map(move |fact| (shop, fact))) {
                if let Fact::Checkout(checkout) = fact {
                    ids.push(OrderId::new(shop, &checkout.id));
                }
                links.extend(fact.sought().into_iter().map(|key| LinkKey { shop: shop.clone(), key }));
            }
        }
        ids.sort();
        ids.dedup();
        links.sort();
        links.dedup();
        let mut found = self.world.orders.find(&ids, &links).await.map_err(unavailable)?;
        let linked = found.links.values().flat_map(|link| &link.orders).filter(|id| !found.orders.contains_key(*id));
        let mut linked: Vec<OrderId> = linked.cloned().collect();
        linked.sort();
        linked.dedup();
        if !linked.is_empty() {
            let more = self.world.orders.find(&linked, &[]).await.map_err(unavailable)?;
            found.orders.extend(more.orders);
        }
        Ok(Known(found))
    }
}

pub(crate) fn later(error: &Unavailable) -> Trouble {
    Trouble::Later { why: error.to_string(), wait: None }
}

struct Known(Found);

impl Known {
    /// What all the orders that a fact may belong to lack of it: one that knows it is enough.
    fn lack(&self, read: &Read, fact: &Fact) -> Lack {
        // Not every shop keeps what is known of baskets, and what an order says of its own comes with its next change.
        if fact.basket().is_some() {
            return Lack::Nothing;
        }
        let lacks = |stored: &Stored| stored.order.lacks(&read.source, fact);
        let orders = read.shops.iter().flat_map(|shop| self.of(shop, fact));
        orders.map(lacks).min().unwrap_or(Lack::News)
    }

    fn of(&self, shop: &str, fact: &Fact) -> Vec<&Stored> {
        let own = match fact {
            Fact::Checkout(checkout) => Some(OrderId::new(shop, &checkout.id)),
            _ => None,
        };
        let links = fact.sought().into_iter().map(|key| LinkKey { shop: shop.to_owned(), key });
        let linked = links.filter_map(|key| self.0.links.get(&key)).flat_map(|link| link.orders.iter().cloned());
        own.into_iter().chain(linked).filter_map(|id| self.0.orders.get(&id)).collect()
    }
}

impl Of<'_> {
    /// The name of its progress.
    pub(crate) fn key(&self) -> String {
        format!("{}/{}/{}", self.family, self.name, self.provider)
    }

    /// A change that the fetcher tries again.
    fn to_fetch(&self, hint: Hint, now: Timestamp) -> ToFetch {
        let text = |text: &str| text.to_owned();
        ToFetch {
            v: VERSION,
            id: format!("reconcile-{}", hint.ids.iter().map(domain::hint::Id::as_str).collect::<Vec<_>>().join("-")),
            family: text(self.family),
            provider: text(self.provider),
            connection: text(self.name),
            hint,
            hinted_at: now,
            tries: 0,
        }
    }

    /// A window's figures, if there was anything.
    pub(crate) fn log(&self, meter: Meter, now: Timestamp) {
        let (family, connection, provider) = (self.family, self.name, self.provider);
        let Meter { heard, missed, worst } = meter;
        if missed > 0 {
            tracing::warn!(
                family,
                provider,
                connection,
                heard,
                missed,
                worst,
                "no webhook brought some changes: they were found by comparing"
            );
            metrics::count(Metric::ChangesMissed, usize::try_from(missed).unwrap_or(usize::MAX), now);
        } else if heard > 0 {
            tracing::info!(family, provider, connection, heard, missed, "compared: webhooks brought every change");
        }
    }

    /// A day's figures.
    pub(crate) fn log_day(&self, progress: &Progress) {
        let (family, connection, provider, day) = (self.family, self.name, self.provider, progress.day.to_string());
        let Meter { heard, missed, worst } = progress.meter;
        tracing::info!(family, provider, connection, day, heard, missed, worst, "a day's loss meter");
    }

    /// A source that cannot be compared until somebody corrects something.
    pub(crate) fn log_hopeless(&self, why: &str, now: Timestamp) {
        let (family, connection, provider) = (self.family, self.name, self.provider);
        tracing::error!(
            family,
            provider,
            connection,
            why,
            "a source cannot be compared: what its webhooks lose stays lost until this is put right"
        );
        metrics::count(Metric::ChangesMissed, 1, now);
    }
}
