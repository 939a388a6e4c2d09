//! The rows of the table of situations: subject, time and reasons of each kind.

use jiff::{Timestamp, civil::Date};

use crate::fact::{OrderStatus, PaymentStatus};
use crate::ids::{IntentId, OrderId};
use crate::ledger::Ledger;
use crate::order::{Moment, Order};
use crate::parcel::{Parcel, all_parcels, twin};
use crate::policy::Policy;
use crate::refunds;
use crate::situations::{About, Kind, Row, Verdict};
use crate::tracking::ParcelState;
use crate::view::{PaymentView, View, all_payments, since, told_number};

/// All that rows are computed from.
pub(crate) struct Facts<'a> {
    pub(crate) id: &'a OrderId,
    pub(crate) order: &'a Order,
    pub(crate) view: &'a View<'a>,
    pub(crate) told: &'a Ledger,
    pub(crate) policy: &'a Policy,
    pub(crate) now: Timestamp,
}

const fn obsolete(why: &'static str) -> Result<(), Verdict> {
    Err(Verdict::Obsolete(why))
}

const fn off(why: &'static str) -> Result<(), Verdict> {
    Err(Verdict::Off(why))
}

impl Facts<'_> {
    /// The situations of one kind.
    pub(crate) fn rows(&self, kind: Kind) -> Vec<Row> {
        match kind {
            Kind::Received => vec![self.received()],
            Kind::Confirmed => self.confirmed().into_iter().collect(),
            Kind::Receipt => self.receipts(),
            Kind::PaymentFailed => self.failed_payments(),
            Kind::Shipped => self.each_parcel(Self::shipped),
            Kind::NumberChanged => self.each_parcel_many(Self::numbers),
            Kind::OutForDelivery => self.out_for_delivery(),
            Kind::Delivered => self.each_parcel(Self::delivered),
            Kind::Delayed => self.each_parcel_many(Self::delays),
            Kind::Cancelled => self.cancellations(),
            Kind::Refund => self.refunds(),
        }
    }

    fn order_row(&self, kind: Kind, arose_at: Timestamp, verdict: Result<(), Verdict>) -> Row {
        let observed = self.view.checkout.document.stamp.observed;
        Row { kind, subject: "order".to_owned(), about: About::Order, arose_at, observed, verdict }
    }

    fn received(&self) -> Row {
        let verdict = match self.view.called_off() {
            Some(why) => obsolete(why),
            None if self.view.accepted() => obsolete("accepted"),
            None => Ok(()),
        };
        self.order_row(Kind::Received, self.view.document.placed_at, verdict)
    }

    fn confirmed(&self) -> Option<Row> {
        let released = self.moments().find(|(_, status)| status.released()).map(|(moment, _)| self.since(moment));
        let free = (self.view.document.total == 0).then_some(self.view.document.placed_at);
        let arose_at = [released, free, self.covered_at()].into_iter().flatten().min()?;
        let verdict = match self.view.called_off() {
            Some(why) => obsolete(why),
            None if !self.view.accepted() => off("not accepted: not covered by money, and not paid later"),
            None => Ok(()),
        };
        Some(self.order_row(Kind::Confirmed, arose_at, verdict))
    }

    fn receipts(&self) -> Vec<Row> {
        if self.view.document.total == 0 {
            return Vec::new();
        }
        let Some(arose_at) = self.covered_at() else { return Vec::new() };
        let verdict = if self.view.covered() { Ok(()) } else { off("only test payments") };
        let mut rows = vec![self.order_row(Kind::Receipt, arose_at, verdict)];
        for payment in self.payments_by_time().into_iter().skip(self.covering().unwrap_or(usize::MAX)) {
            rows.push(Row {
                kind: Kind::Receipt,
                subject: format!("{:?}/{}", payment.source, payment.id),
                about: About::Payment(payment.source.clone(), payment.id.to_owned()),
                arose_at: payment.captured_at.unwrap_or(arose_at),
                observed: arose_at,
                verdict: self.test(&payment),
            });
        }
        rows
    }

    fn failed_payments(&self) -> Vec<Row> {
        let payments: Vec<PaymentView<'_>> = all_payments(self.order).collect();
        let mut rows = Vec::new();
        for payment in &payments {
            let newest_failure = payments
                .iter()
                .filter(|other| other.source == payment.source)
                .flat_map(|other| other.registers.attempts.values())
                .filter(|attempt| attempt.value.failed)
                .map(|attempt| (attempt.stamp.at, attempt.value.id.as_str()))
                .max();
            for attempt in payment.registers.attempts.values().filter(|attempt| attempt.value.failed) {
                let verdict = if Some((attempt.stamp.at, attempt.value.id.as_str())) != newest_failure {
                    obsolete("a newer try failed")
                } else {
                    self.still_failed(payment, attempt.stamp.at)
                };
                rows.push(Row {
                    kind: Kind::PaymentFailed,
                    subject: attempt.value.id.clone(),
                    about: About::Payment(payment.source.clone(), payment.id.to_owned()),
                    arose_at: attempt.stamp.at,
                    observed: attempt.stamp.observed,
                    verdict,
                });
            }
        }
        rows
    }

    fn still_failed(&self, payment: &PaymentView<'_>, failed_at: Timestamp) -> Result<(), Verdict> {
        let under_way =
            |status| matches!(status, PaymentStatus::Pending | PaymentStatus::Authorised | PaymentStatus::Paid);
        let other = self.view.payments.iter().filter(|other| (other.source, other.id) != (payment.source, payment.id));
        let other_under_way = other.filter_map(|other| other.status).any(under_way);
        let later = |object: &&crate::register::Register<crate::fact::Payment>| object.stamp.at > failed_at;
        let retried = payment.registers.objects.values().filter(later).filter_map(|o| o.value.status).any(under_way);
        let attempts = payment.registers.attempts.values();
        let retried = retried || attempts.filter(|a| !a.value.failed).any(|attempt| attempt.stamp.at >= failed_at);
        match self.view.called_off() {
            Some(why) => obsolete(why),
            None if self.view.accepted() => obsolete("accepted"),
            None if retried || other_under_way => obsolete("another try is under way or succeeded"),
            None => self.test(payment),
        }
    }

    fn shipped(&self, parcel: &Parcel<'_>) -> Option<Row> {
        let arose_at = parcel.shipped_at?;
        let verdict = match parcel.state {
            _ if parcel.voided() => obsolete("the shipment was voided"),
            ParcelState::Delivered => obsolete("delivered"),
            state if state.is_return() => obsolete("on its way back"),
            ParcelState::Lost => obsolete("lost"),
            _ => Ok(()),
        };
        Some(self.parcel_row(Kind::Shipped, parcel, parcel.id.to_owned(), arose_at, verdict))
    }

    /// A number that became known after the shipment was told of.
    fn numbers(&self, parcel: &Parcel<'_>) -> Vec<Row> {
        let Some(shipped_at) = parcel.registers.states.iter().map(|(at, _)| *at).min().or(parcel.shipped_at) else {
            return Vec::new();
        };
        let mut first = std::collections::BTreeMap::new();
        for (at, number) in parcel.registers.numbers.iter() {
            first.entry(number).or_insert(*at);
        }
        let later = first.into_iter().filter(|(_, at)| *at > shipped_at);
        let row = |(number, at): (&crate::tracking::TrackingNumber, Timestamp)| {
            let verdict = self.number_verdict(parcel, number);
            self.parcel_row(Kind::NumberChanged, parcel, format!("{}/{}", parcel.id, number.as_str()), at, verdict)
        };
        later.map(row).collect()
    }

    fn number_verdict(&self, parcel: &Parcel<'_>, number: &crate::tracking::TrackingNumber) -> Result<(), Verdict> {
        let intent = |kind: Kind, subject: &str| IntentId::new(self.id, kind.name(), subject);
        let mut mails = vec![intent(Kind::Shipped, parcel.id)];
        let numbers = parcel.registers.numbers.iter().map(|(_, known)| known);
        mails.extend(
            numbers
                .filter(|known| *known != number)
                .map(|known| intent(Kind::NumberChanged, &format!("{}/{}", parcel.id, known.as_str()))),
        );
        match told_number(self.told, &mails) {
            _ if parcel.voided() => obsolete("the shipment was voided"),
            _ if parcel.number() != Some(number) => obsolete("a newer number"),
            _ if parcel.state == ParcelState::Delivered => obsolete("delivered"),
            _ if parcel.state.is_return() => obsolete("on its way back"),
            None => obsolete("the shipment was not told of yet; its mail carries this number"),
            Some(Some(said)) if said == number.as_str() => obsolete("the customer has this number"),
            Some(_) => Ok(()),
        }
    }

    fn out_for_delivery(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = self.each_parcel_many(Self::days_out);
        rows.sort_by(|one, other| one.subject.cmp(&other.subject));
        rows.dedup_by(|one, other| one.subject == other.subject);
        rows
    }

    fn days_out(&self, parcel: &Parcel<'_>) -> Vec<Row> {
        let out = parcel.events.iter().filter(|event| event.state == Some(ParcelState::OutForDelivery));
        let days: std::collections::BTreeMap<Date, Timestamp> =
            out.clone().rev().map(|event| (event.date, event.at)).collect();
        let newest = out.map(|event| event.date).max();
        let name = parcel.number().map_or(parcel.id, |number| number.as_str());
        let row = |(date, at): (Date, Timestamp)| {
            let verdict = match parcel.state {
                ParcelState::OutForDelivery if Some(date) != newest => obsolete("out for delivery again"),
                ParcelState::OutForDelivery if self.today() > date => obsolete("its day is over"),
                ParcelState::OutForDelivery => Ok(()),
                ParcelState::Delivered => obsolete("delivered"),
                ParcelState::DeliveryAttempted => obsolete("attempted"),
                _ => obsolete("not with the courier any more"),
            };
            self.parcel_row(Kind::OutForDelivery, parcel, format!("{name}/{date}"), at, verdict)
        };
        days.into_iter().map(row).collect()
    }

    fn delivered(&self, parcel: &Parcel<'_>) -> Option<Row> {
        let arose_at = parcel.delivered_at?;
        let verdict = match parcel.state {
            _ if parcel.voided() => obsolete("the shipment was voided"),
            ParcelState::Delivered => Ok(()),
            state if state.is_return() => obsolete("on its way back"),
            _ => obsolete("withdrawn by the carrier"),
        };
        Some(self.parcel_row(Kind::Delivered, parcel, parcel.id.to_owned(), arose_at, verdict))
    }

    fn delays(&self, parcel: &Parcel<'_>) -> Vec<Row> {
        let mut first = std::collections::BTreeMap::new();
        for (at, cause, promised) in &parcel.delays {
            let subject =
                promised.map_or_else(|| format!("{}/unknown/{cause:?}", parcel.id), |d| format!("{}/{d}", parcel.id));
            let entry = first.entry(subject).or_insert((*at, *cause, *promised));
            entry.0 = entry.0.min(*at);
        }
        let row = |(subject, (at, _, promised)): (String, (Timestamp, crate::fact::DelayCause, Option<Date>))| {
            let verdict = match (parcel.state, parcel.delayed) {
                (ParcelState::OutForDelivery, _) => obsolete("out for delivery"),
                (ParcelState::Delivered, _) => obsolete("delivered"),
                (state, _) if state.is_return() => obsolete("on its way back"),
                (_, None) => obsolete("not late any more"),
                (_, Some((_, now_promised))) if now_promised != promised => obsolete("a newer date"),
                _ => Ok(()),
            };
            self.parcel_row(Kind::Delayed, parcel, subject, at, verdict)
        };
        first.into_iter().map(row).collect()
    }

    fn cancellations(&self) -> Vec<Row> {
        // A refunded or binned order is still a cancelled one.
        let mut moments = self.moments().filter(|(_, s)| !matches!(s, OrderStatus::Refunded | OrderStatus::Deleted));
        let mut starts = Vec::new();
        let mut running = false;
        for (moment, status) in moments.by_ref() {
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

    fn refunds(&self) -> Vec<Row> {
        let payments: Vec<PaymentView<'_>> = all_payments(self.order).collect();
        let now = refunds::current(self.view);
        let real = refunds::points(self.view.checkout, &self.view.payments);
        let row = |point: refunds::Point| {
            let newest = real.iter().filter(|p| p.total == now).map(|p| p.reversals).max();
            let verdict = match point.total.cmp(&now) {
                std::cmp::Ordering::Less => obsolete("more was refunded since"),
                std::cmp::Ordering::Greater => obsolete("the refund was taken back"),
                std::cmp::Ordering::Equal if Some(point.reversals) != newest => obsolete("refunded again since"),
                std::cmp::Ordering::Equal => Ok(()),
            };
            Row {
                subject: format!("{}/{}", point.total, point.reversals),
                about: About::Refund(point.total),
                ..self.order_row(Kind::Refund, point.at, verdict)
            }
        };
        refunds::points(self.view.checkout, &payments).into_iter().map(row).collect()
    }

    fn each_parcel(&self, row: impl Fn(&Self, &Parcel<'_>) -> Option<Row>) -> Vec<Row> {
        self.each_parcel_many(|facts, parcel| row(facts, parcel).into_iter().collect())
    }

    /// Rows of every fulfilment; of two sources that tell the same parcel, the one that was told first, or the first.
    fn each_parcel_many(&self, rows: impl Fn(&Self, &Parcel<'_>) -> Vec<Row>) -> Vec<Row> {
        let all: Vec<Parcel<'_>> = all_parcels(self.order, true).collect();
        let counted: Vec<Parcel<'_>> = all_parcels(self.order, self.policy.test_shop).collect();
        let mut found = Vec::new();
        for parcel in &all {
            let same = |other: &&Parcel<'_>| (other.source, other.id) == (parcel.source, parcel.id);
            let seen = counted.iter().find(same).unwrap_or(parcel);
            for mut row in rows(self, parcel) {
                let real = rows(self, seen).into_iter().find(|other| other.subject == row.subject);
                row.verdict = real.map_or(off("only test scans"), |real| real.verdict);
                if row.verdict.is_ok() && self.told_by_twin(&all, parcel, row.kind) {
                    row.verdict = obsolete("another source tells the same parcel");
                }
                found.push(row);
            }
        }
        found
    }

    fn told_by_twin(&self, all: &[Parcel<'_>], parcel: &Parcel<'_>, kind: Kind) -> bool {
        let Some(other) = twin(all, parcel) else { return false };
        let told = |parcel: &Parcel<'_>| {
            let intent = IntentId::new(self.id, kind.name(), parcel.id);
            self.told.get(&intent).is_some_and(crate::ledger::Entry::told)
        };
        let first = (other.source, other.id) < (parcel.source, parcel.id);
        if told(other) != told(parcel) { told(other) } else { first }
    }

    fn parcel_row(
        &self,
        kind: Kind,
        parcel: &Parcel<'_>,
        subject: String,
        arose_at: Timestamp,
        verdict: Result<(), Verdict>,
    ) -> Row {
        let called_off = self.view.called_off().filter(|_| kind != Kind::Delivered && parcel.shipped_at.is_none());
        let about = About::Fulfilment(parcel.source.clone(), parcel.id.to_owned());
        let verdict = verdict.and_then(|()| called_off.map_or(Ok(()), obsolete));
        Row { kind, subject, about, arose_at, observed: parcel.observed, verdict }
    }

    fn moments(&self) -> impl Iterator<Item = (&Moment, OrderStatus)> {
        self.view.checkout.moments.iter().filter_map(|moment| moment.status.map(|status| (moment, status)))
    }

    fn since(&self, moment: &Moment) -> Timestamp {
        since(self.view.checkout, moment)
    }

    fn today(&self) -> Date {
        self.now.to_zoned(self.policy.time_zone.clone()).date()
    }

    fn test(&self, payment: &PaymentView<'_>) -> Result<(), Verdict> {
        if payment.test && !self.policy.test_shop { off("a test payment") } else { Ok(()) }
    }

    /// Payments that took money in the order's currency, in the order of their time; test payments too.
    fn payments_by_time(&self) -> Vec<PaymentView<'_>> {
        let currency = self.view.document.currency;
        let mut payments: Vec<PaymentView<'_>> = all_payments(self.order)
            .filter(|payment| payment.captured.is_some_and(|money| money.currency == currency && money.minor > 0))
            .collect();
        payments.sort_by(|a, b| (a.captured_at, a.source, a.id).cmp(&(b.captured_at, b.source, b.id)));
        payments
    }

    /// How many payments it took to cover the smallest total that the order ever had.
    fn covering(&self) -> Option<usize> {
        let needed = self.view.checkout.moments.iter().map(|moment| moment.total).min()?;
        let mut sum = 0;
        self.payments_by_time()
            .iter()
            .position(|payment| {
                sum += payment.captured.map_or(0, |money| money.minor);
                sum >= needed
            })
            .map(|index| index + 1)
    }

    /// When money first covered the order, as payments or the storefront say.
    fn covered_at(&self) -> Option<Timestamp> {
        let covering =
            self.covering().and_then(|count| self.payments_by_time().get(count - 1).and_then(|p| p.captured_at));
        [covering, self.view.document.paid_at].into_iter().flatten().min()
    }
}
