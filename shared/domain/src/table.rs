//! The table of situations of one order: what it is computed from, kept for whoever asks twice.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiff::Timestamp;

use crate::ids::{IntentId, Mark, OrderId};
use crate::ledger::Ledger;
use crate::order::Order;
use crate::parcel::{Parcel, all_parcels, former_parcels, live};
use crate::policy::Policy;
use crate::repair;
use crate::rows::{Facts, Row};
use crate::situations::{Kind, Situation, Trouble, Verdict};
use crate::view::{PaymentView, View, all_payments, distinct};

/// An order and its shop's policy at one time: all that situations follow from but for what was told.
#[derive(Debug)]
pub struct Table<'a> {
    pub(crate) id: &'a OrderId,
    pub(crate) policy: &'a Policy,
    pub(crate) now: Timestamp,
    view: View<'a>,
    /// Test payments too: which situations there are must not depend on policy.
    pub(crate) payments: Vec<PaymentView<'a>>,
    /// Twins and voided ones too, with test scans.
    pub(crate) parcels: Vec<Parcel<'a>>,
    /// What they were under numbers that they do not have any more.
    pub(crate) former: Vec<Parcel<'a>>,
    /// The same as now without test scans, where there are any that do not count.
    pub(crate) counted: Option<Vec<Parcel<'a>>>,
}

/// Situations as they are if nothing was told yet.
#[derive(Clone, Debug, Default)]
pub struct Untold {
    all: Vec<Situation>,
    /// Kinds of which the ledger decides more than it does of every kind.
    asked: BTreeSet<Kind>,
}

impl Untold {
    /// The situations, in the order in which mails are told.
    pub fn situations(&self) -> &[Situation] {
        &self.all
    }

    /// They themselves, where what was told changes nothing.
    pub fn into_situations(self) -> Vec<Situation> {
        self.all
    }
}

impl<'a> Table<'a> {
    /// The table of an order; nothing while no checkout has made it an order.
    pub fn new(id: &'a OrderId, order: &'a Order, policy: &'a Policy, now: Timestamp) -> Option<Self> {
        let mut trackers = order.trackings.values().flat_map(|trackers| trackers.values());
        let differ = !policy.test_shop && trackers.any(|tracker| tracker.test);
        let parcels: Vec<Parcel<'_>> = all_parcels(order, true).collect();
        let counted: Option<Vec<Parcel<'_>>> = differ.then(|| all_parcels(order, false).collect());
        let shown = live(counted.as_ref().unwrap_or(&parcels).iter().cloned());
        let view = View::with_parcels(order, policy, shown)?;
        let payments = distinct(all_payments(order));
        Some(Self { id, policy, now, view, payments, parcels, former: former_parcels(order).collect(), counted })
    }

    /// The order as the policy sees it.
    pub const fn view(&self) -> &View<'a> {
        &self.view
    }

    /// Every situation that the joined facts have ever made true, in the order in which mails are told.
    pub fn situations(&self, told: &Ledger) -> Vec<Situation> {
        self.complete(self.of_kinds(Kind::ALL, told).all, told)
    }

    /// The same if nothing was told, to go on from with [`Self::told`].
    pub fn untold(&self) -> Untold {
        let nothing = Ledger::new();
        let Untold { all, asked } = self.of_kinds(Kind::ALL, &nothing);
        Untold { all: self.complete(all, &nothing), asked }
    }

    /// The same as [`Self::situations`], from what they are if nothing was told.
    pub fn told(&self, untold: Untold, told: &Ledger) -> Vec<Situation> {
        if told.is_empty() {
            return untold.all;
        }
        let Untold { mut all, asked } = untold;
        all.retain(|one| !asked.contains(&one.kind) && !repair::follows(one));
        all.extend(self.of_kinds(asked, told).all);
        self.complete(all, told)
    }

    /// Of some kinds only, what is to be told if nothing was.
    pub fn tells(&self, kinds: impl IntoIterator<Item = Kind>) -> impl Iterator<Item = IntentId> {
        let all = self.of_kinds(kinds, &Ledger::new()).all.into_iter();
        all.filter(|one| matches!(one.verdict, Verdict::Tell { .. })).map(|one| one.intent)
    }

    /// Of a basket nothing is told that is true of orders, and of an order nothing that is true of baskets.
    fn may_have(&self, kind: Kind) -> bool {
        kind.of_baskets() == self.view.basket().is_some()
    }

    /// What follows from facts, before what follows from mails.
    fn of_kinds(&self, kinds: impl IntoIterator<Item = Kind>, told: &Ledger) -> Untold {
        let facts = Facts::new(self, told);
        let mut all: Vec<Situation> = Vec::with_capacity(32);
        let mut asked = BTreeSet::new();
        let mut rows = Vec::new();
        for kind in kinds.into_iter().filter(|kind| self.may_have(*kind)) {
            let first = all.len();
            facts.rows(kind, &mut rows);
            all.extend(rows.drain(..).map(|row| self.situation(row)));
            distinct_from(&mut all, first);
            if facts.take_asked() {
                asked.insert(kind);
            }
        }
        Untold { all, asked }
    }

    fn situation(&self, row: Row) -> Situation {
        Situation {
            intent: IntentId::marked(self.id, &mark(&row)),
            verdict: verdict(&self.view, &row, self.policy, self.now),
            kind: row.kind,
            subject: row.subject,
            about: row.about,
            trouble: row.trouble,
            arose_at: row.arose_at,
            due: row.due,
        }
    }

    fn complete(&self, mut all: Vec<Situation>, told: &Ledger) -> Vec<Situation> {
        if self.view.basket().is_some() {
            return all;
        }
        all.extend(repair::successors(&self.view, &all, told));
        all.extend(repair::troubles(&self.view, &all, told).map(|row| self.situation(row)));
        all.sort_by(|a, b| (a.kind, a.arose_at, &a.intent).cmp(&(b.kind, b.arose_at, &b.intent)));
        all
    }
}

/// Most subjects are the same in every order: their digests are worked out once.
fn mark(row: &Row) -> Mark {
    static OF_ORDERS: [OnceLock<Mark>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
    static OF_TROUBLES: [OnceLock<Mark>; Trouble::ALL.len()] = [const { OnceLock::new() }; Trouble::ALL.len()];
    let known = match (row.kind, row.trouble, row.subject.strip_prefix("order")) {
        (kind, _, Some("")) => OF_ORDERS.get(kind as usize),
        (Kind::Attention, Some(trouble), Some(rest)) if rest.strip_prefix('/') == Some(trouble.name()) => {
            OF_TROUBLES.get(trouble as usize)
        }
        _ => None,
    };
    let new = || Mark::new(row.kind.name(), &row.subject);
    known.map_or_else(new, |known| *known.get_or_init(new))
}

/// Several sources or fulfilments may have one situation: if any of them makes it true, it is true.
fn distinct_from(all: &mut Vec<Situation>, first: usize) {
    if all.len() - first < 2 {
        return;
    }
    let not_told = |one: &Situation| !matches!(one.verdict, Verdict::Tell { .. });
    all[first..].sort_by(|a, b| (&a.intent, not_told(a), a.arose_at).cmp(&(&b.intent, not_told(b), b.arose_at)));
    // Those before are of other kinds, so no two of them are one.
    all.dedup_by(|one, other| one.intent == other.intent);
}

/// The rules that hold for every row: old news is not news, and a row's own reasons.
pub(crate) fn verdict(view: &View<'_>, row: &Row, policy: &Policy, now: Timestamp) -> Verdict {
    if let Err(Verdict::Idle(why)) = row.verdict {
        return Verdict::Idle(why);
    }
    if view.checkout.test && !policy.test_shop {
        return Verdict::Off("a test order");
    }
    if row.arose_at < policy.live_since {
        return Verdict::Off("arose before the shop went live");
    }
    if !row.kind.on_by_default() && !policy.kinds.contains_key(&row.kind) {
        // Nobody ever asked for it, so nobody misses it in the ledger.
        return Verdict::Idle("this kind of mail is off unless it is switched on");
    }
    if !policy.on(row.kind) {
        return Verdict::Off("this kind of mail is switched off");
    }
    let since = policy.kinds.get(&row.kind).and_then(|decided| decided.on_since);
    if since.is_some_and(|since| row.arose_at < since) {
        return Verdict::Off("arose before this kind of mail was switched on");
    }
    if let Err(verdict) = &row.verdict {
        return verdict.clone();
    }
    if now.duration_since(row.due.unwrap_or(row.arose_at)) > row.kind.longest_age() {
        return Verdict::Off("too old to be news");
    }
    Verdict::Tell { not_before: not_before(row, policy, now) }
}

/// What happened settles from when we heard of it, because a source's clock may be ahead of ours; what did not happen is
/// due when it should have. What may wait does not wake anybody.
fn not_before(row: &Row, policy: &Policy, now: Timestamp) -> Timestamp {
    let settle = policy.settle(row.kind);
    let settled = row.observed.saturating_add(settle).unwrap_or(Timestamp::MAX);
    let settled = match row.due {
        Some(due) => due,
        None if settle.is_zero() => settled.min(now),
        None => settled,
    };
    if row.kind.may_wait() { policy.quiet.over(settled.max(now), &policy.time_zone) } else { settled }
}
