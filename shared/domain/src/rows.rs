//! The rows of the table of situations: subject, time and reasons of each kind.

mod asking;
mod attempts;
mod back_orders;
mod baskets;
mod customer;
mod edits;
mod failed_refunds;
mod holds;
mod money;
mod parcels;
mod returns;
mod stranded;
mod troubles;
mod waiting;
mod withdrawals;

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::sync::LazyLock;

use jiff::Timestamp;

use crate::fact::OrderStatus;
use crate::ids::{IntentId, OrderId};
use crate::ledger::Ledger;
use crate::order::Moment;
use crate::parcel::Parcel;
use crate::policy::Policy;
use crate::refunds::{self, Standing};
use crate::situations::{About, Kind, Trouble, Verdict};
use crate::table::Table;
use crate::view::{PaymentView, View, first_heard, since};

/// A situation before the general rules looked at it.
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) subject: Cow<'static, str>,
    pub(crate) about: About,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) arose_at: Timestamp,
    /// Of what did not happen: when it should have.
    pub(crate) due: Option<Timestamp>,
    /// When the newest word on it reached us: it settles from then.
    pub(crate) observed: Timestamp,
    pub(crate) verdict: Result<(), Verdict>,
}

/// All that rows are computed from.
pub(crate) struct Facts<'a> {
    id: &'a OrderId,
    view: &'a View<'a>,
    policy: &'a Policy,
    now: Timestamp,
    payments: &'a [PaymentView<'a>],
    parcels: &'a [Parcel<'a>],
    former: &'a [Parcel<'a>],
    counted: Option<&'a [Parcel<'a>]>,
    told: &'a Ledger,
    /// Whether a row looked at what was told.
    asked: Cell<bool>,
    covered_at: OnceCell<Option<Timestamp>>,
    accepted_at: OnceCell<Option<Timestamp>>,
    standing: OnceCell<Standing>,
}

const fn obsolete(why: &'static str) -> Result<(), Verdict> {
    Err(Verdict::Obsolete(why))
}

const fn off(why: &'static str) -> Result<(), Verdict> {
    Err(Verdict::Off(why))
}

/// What a trouble of a whole order is called.
pub(crate) fn of_order(trouble: Trouble) -> &'static str {
    static ALL: LazyLock<[String; Trouble::ALL.len()]> =
        LazyLock::new(|| Trouble::ALL.map(|trouble| format!("order/{}", trouble.name())));
    &ALL[trouble as usize]
}

impl<'a> Facts<'a> {
    pub(crate) fn new(table: &'a Table<'a>, told: &'a Ledger) -> Self {
        Self {
            id: table.id,
            view: table.view(),
            policy: table.policy,
            now: table.now,
            payments: &table.payments,
            parcels: &table.parcels,
            former: &table.former,
            counted: table.counted.as_deref(),
            told,
            asked: Cell::new(false),
            covered_at: OnceCell::new(),
            accepted_at: OnceCell::new(),
            standing: OnceCell::new(),
        }
    }

    /// What was told: whatever asks for it is asked again when more was.
    fn ledger(&self) -> &'a Ledger {
        self.asked.set(true);
        self.told
    }

    /// Whether a row looked at what was told since this was last asked.
    pub(crate) fn take_asked(&self) -> bool {
        self.asked.take()
    }

    /// What was given back as of now.
    fn standing(&self) -> Standing {
        *self.standing.get_or_init(|| refunds::standing(self.view))
    }

    /// Adds the situations of one kind.
    pub(crate) fn rows(&self, kind: Kind, to: &mut Vec<Row>) {
        match kind {
            Kind::ConfirmAddress => to.extend(self.corrections()),
            Kind::Withdrawal => to.extend(self.withdrawals()),
            Kind::Received => to.push(self.received()),
            Kind::Confirmed => to.extend(self.confirmed()),
            Kind::Edited => to.extend(self.edits()),
            Kind::Receipt => to.extend(self.receipts()),
            Kind::PaymentFailed => to.extend(self.failed_payments()),
            Kind::PaymentReminder | Kind::PaymentExpired => to.extend(self.unpaid(kind, None)),
            Kind::OnHold => to.extend(self.holds()),
            Kind::BackOrdered => to.extend(self.back_orders()),
            Kind::LateToShip => to.extend(self.late_to_ship(kind)),
            Kind::Shipped => self.of_parcels(kind, Self::departures, to),
            Kind::NumberChanged => self.of_parcels(kind, Self::numbers, to),
            Kind::OutForDelivery => self.of_parcels(kind, Self::days_out, to),
            Kind::DeliveryAttempted => self.of_parcels(kind, Self::attempts, to),
            Kind::AddressProblem => self.of_parcels(kind, |_, parcel| attempts::address_problems(parcel), to),
            Kind::Delivered => self.of_parcels(kind, |_, parcel| parcels::delivered(parcel), to),
            Kind::ReadyForPickup => self.of_parcels(kind, |_, parcel| troubles::ready_for_pickup(parcel), to),
            Kind::PickupWaiting => self.of_parcels(kind, Self::pickup_reminders, to),
            Kind::Delayed => self.of_parcels(kind, Self::delays, to),
            Kind::Returning => self.of_parcels(kind, Self::returning, to),
            Kind::Lost => self.of_parcels(kind, Self::lost, to),
            Kind::ReturnRequested | Kind::ReturnApproved | Kind::ReturnDeclined | Kind::ReturnReceived => {
                to.extend(self.returns(kind));
            }
            Kind::Cancelled => to.extend(self.cancellations()),
            Kind::Refund => to.extend(self.refunds()),
            Kind::RefundFailed => to.extend(self.failed_refunds()),
            Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => to.extend(self.asked(kind)),
            Kind::Abandoned => to.extend(self.abandoned()),
            Kind::NewOrder => to.extend(self.confirmed().map(|row| Row { kind, ..row })),
            Kind::Attention => {
                self.order_troubles(to);
                self.of_parcels(kind, Self::troubles, to);
                to.extend(self.customer_troubles());
                to.extend(self.withdrawal_troubles());
                to.extend(self.return_troubles());
            }
        }
    }

    fn order_row(&self, kind: Kind, arose_at: Timestamp, verdict: Result<(), Verdict>) -> Row {
        let observed = self.view.checkout.document.stamp.observed;
        let (subject, about) = ("order".into(), About::Order);
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
        *self.accepted_at.get_or_init(|| {
            let free = self.view.free().then_some(self.view.placed_at());
            let released = self.view.pay_later().then(|| self.released_at()).flatten();
            [free, self.covered_at(), released].into_iter().flatten().min()
        })
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
            Row { subject: (index + 1).to_string().into(), ..self.order_row(Kind::Cancelled, arose_at, verdict) }
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
        self.view.paid_since().map(|at| since(checkout, first_heard(checkout), at))
    }

    fn told(&self, kind: Kind, subject: &str) -> bool {
        self.ledger().get(&IntentId::new(self.id, kind.name(), subject)).is_some_and(crate::ledger::Entry::told)
    }
}
