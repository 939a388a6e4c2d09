//! The rows of the table of situations: subject, time and reasons of each kind.

mod asking;
mod customer;
mod money;
mod parcels;
mod troubles;
mod waiting;

use jiff::Timestamp;

use crate::fact::OrderStatus;
use crate::ids::{IntentId, OrderId};
use crate::ledger::Ledger;
use crate::order::{Moment, Order};
use crate::parcel::{Parcel, all_parcels, former_parcels};
use crate::policy::Policy;
use crate::situations::{About, Kind, Row, Verdict};
use crate::view::{PaymentView, View, all_payments, distinct, first_heard, since};

/// All that rows are computed from.
pub(crate) struct Facts<'a> {
    id: &'a OrderId,
    view: &'a View<'a>,
    told: &'a Ledger,
    policy: &'a Policy,
    now: Timestamp,
    /// Test payments too: which situations there are must not depend on policy.
    payments: Vec<PaymentView<'a>>,
    /// Twins and voided ones too, with test scans.
    parcels: Vec<Parcel<'a>>,
    /// What they were under numbers that they do not have any more.
    former: Vec<Parcel<'a>>,
    /// The same as now without test scans, where there are any that do not count.
    counted: Option<Vec<Parcel<'a>>>,
}

const fn obsolete(why: &'static str) -> Result<(), Verdict> {
    Err(Verdict::Obsolete(why))
}

const fn off(why: &'static str) -> Result<(), Verdict> {
    Err(Verdict::Off(why))
}

impl<'a> Facts<'a> {
    pub(crate) fn new(
        id: &'a OrderId,
        order: &'a Order,
        view: &'a View<'a>,
        told: &'a Ledger,
        policy: &'a Policy,
        now: Timestamp,
    ) -> Self {
        let mut trackers = order.trackings.values().flat_map(|trackers| trackers.values());
        let differ = !policy.test_shop && trackers.any(|tracker| tracker.test);
        Self {
            id,
            view,
            told,
            policy,
            now,
            payments: distinct(all_payments(order)),
            parcels: all_parcels(order, true).collect(),
            former: former_parcels(order).collect(),
            counted: differ.then(|| all_parcels(order, false).collect()),
        }
    }

    /// The situations of one kind.
    pub(crate) fn rows(&self, kind: Kind) -> Vec<Row> {
        match kind {
            Kind::ConfirmAddress => self.corrections(),
            Kind::Received => vec![self.received()],
            Kind::Confirmed => self.confirmed().into_iter().collect(),
            Kind::Receipt => self.receipts(),
            Kind::PaymentFailed => self.failed_payments(),
            Kind::PaymentReminder | Kind::PaymentExpired => self.unpaid(kind, None).into_iter().collect(),
            Kind::LateToShip => self.late_to_ship(kind).into_iter().collect(),
            Kind::Shipped => self.of_parcels(kind, Self::departures),
            Kind::NumberChanged => self.of_parcels(kind, Self::numbers),
            Kind::OutForDelivery => self.of_parcels(kind, Self::days_out),
            Kind::Delivered => self.of_parcels(kind, |_, parcel| parcels::delivered(parcel)),
            Kind::ReadyForPickup => self.of_parcels(kind, |_, parcel| troubles::ready_for_pickup(parcel)),
            Kind::PickupWaiting => self.of_parcels(kind, Self::pickup_reminders),
            Kind::Delayed => self.of_parcels(kind, Self::delays),
            Kind::Cancelled => self.cancellations(),
            Kind::Refund => self.refunds(),
            Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => self.asked(kind).into_iter().collect(),
            Kind::Attention => {
                let mut rows = self.order_troubles();
                rows.extend(self.of_parcels(kind, Self::troubles));
                rows.extend(self.customer_troubles());
                rows
            }
        }
    }

    fn order_row(&self, kind: Kind, arose_at: Timestamp, verdict: Result<(), Verdict>) -> Row {
        let observed = self.view.checkout.document.stamp.observed;
        let (subject, about) = ("order".to_owned(), About::Order);
        Row { kind, subject, about, trouble: None, arose_at, due: None, observed, verdict }
    }

    fn received(&self) -> Row {
        let verdict = match self.view.called_off() {
            Some(why) => obsolete(why),
            None if self.view.accepted() => obsolete("accepted"),
            None => Ok(()),
        };
        self.order_row(Kind::Received, self.view.placed_at(), verdict)
    }

    fn released_at(&self) -> Option<Timestamp> {
        self.moments().find(|(_, status)| status.released()).map(|(moment, _)| self.since(moment))
    }

    /// When it was accepted.
    fn accepted_at(&self) -> Option<Timestamp> {
        let free = self.view.free().then_some(self.view.placed_at());
        let accepted = [free, self.covered_at(), self.released_at().filter(|_| self.view.pay_later())];
        accepted.into_iter().flatten().min()
    }

    fn confirmed(&self) -> Option<Row> {
        let arose_at = self.accepted_at().or_else(|| self.released_at())?;
        let verdict = match self.view.called_off() {
            Some(why) => obsolete(why),
            None if !self.view.accepted() => off("not accepted: not covered by money, and not paid later"),
            None => Ok(()),
        };
        Some(self.order_row(Kind::Confirmed, arose_at, verdict))
    }

    fn cancellations(&self) -> Vec<Row> {
        // A refunded or binned order is still a cancelled one.
        let moments = self.moments().filter(|(_, s)| !matches!(s, OrderStatus::Refunded | OrderStatus::Deleted));
        let mut starts = Vec::new();
        let mut running = false;
        for (moment, status) in moments {
            if status == OrderStatus::Cancelled && !running {
                starts.push(self.since(moment));
            }
            running = status == OrderStatus::Cancelled;
        }
        let last = starts.len();
        let row = |(index, arose_at): (usize, Timestamp)| {
            let verdict = if index + 1 == last && running { Ok(()) } else { obsolete("not cancelled any more") };
            Row { subject: format!("{}", index + 1), ..self.order_row(Kind::Cancelled, arose_at, verdict) }
        };
        starts.into_iter().enumerate().map(row).collect()
    }

    fn moments(&self) -> impl Iterator<Item = (&Moment, OrderStatus)> {
        self.view.checkout.moments.iter().filter_map(|moment| moment.status.map(|status| (moment, status)))
    }

    /// Since when an order has had the status of a moment.
    fn since(&self, moment: &Moment) -> Timestamp {
        let first = self.moments().next().map(|(first, _)| first.at);
        since(self.view.checkout, first, moment.at)
    }

    /// Since when the storefront calls it paid.
    fn stated_paid_at(&self) -> Option<Timestamp> {
        let checkout = self.view.checkout;
        self.view.document.paid_at.map(|at| since(checkout, first_heard(checkout), at))
    }

    fn told(&self, kind: Kind, subject: &str) -> bool {
        self.told.get(&IntentId::new(self.id, kind.name(), subject)).is_some_and(crate::ledger::Entry::told)
    }
}
