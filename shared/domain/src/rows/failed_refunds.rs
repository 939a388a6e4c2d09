//! Rows about refunds that did not arrive, as the customer hears of them.

use super::{Facts, Row, obsolete, off};
use crate::fact::Refund;
use crate::refunds;
use crate::register::Register;
use crate::situations::{About, Kind, Verdict};
use crate::view::PaymentView;

impl Facts<'_> {
    /// Every refund, because any may fail or have failed.
    pub(super) fn failed_refunds(&self) -> Vec<Row> {
        let row = |(payment, (id, refund)): (&PaymentView<'_>, (&String, &Register<Refund>))| Row {
            subject: format!("{}/{id}", payment.source.as_str()).into(),
            about: About::Payment(payment.source.clone(), payment.id.to_owned()),
            observed: refund.stamp.observed,
            ..self.order_row(Kind::RefundFailed, refund.stamp.at, self.still_missing(payment, refund))
        };
        self.refund_objects().map(row).collect()
    }

    fn refund_objects(&self) -> impl Iterator<Item = (&PaymentView<'_>, (&String, &Register<Refund>))> {
        self.payments.iter().flat_map(|payment| payment.registers.refunds.iter().map(move |one| (payment, one)))
    }

    fn still_missing(&self, payment: &PaymentView<'_>, failed: &Register<Refund>) -> Result<(), Verdict> {
        if !failed.value.failed {
            return Err(Verdict::Idle("it did not fail"));
        }
        if !self.counts(payment) {
            return off("a test payment");
        }
        let wanted = failed.value.amount;
        let later = self.refund_objects().filter(|(other, (id, refund))| {
            let newer = if other.source.provider() == payment.source.provider() {
                (refund.stamp.at, id.as_str()) > (failed.stamp.at, failed.value.id.as_str())
            } else {
                refund.stamp.observed > failed.stamp.observed
            };
            newer && self.counts(other) && refund.value.amount.currency == wanted.currency
        });
        let later: Vec<&Refund> = later.map(|(_, (_, refund))| &refund.value).collect();
        let given = later.iter().filter(|refund| !refund.failed).map(|refund| refund.amount.minor);
        if given.fold(0, i64::saturating_add) >= wanted.minor {
            return obsolete("another refund covers it");
        }
        if later.iter().any(|refund| refund.failed && refund.amount.minor >= wanted.minor) {
            return obsolete("a newer refund failed");
        }
        let captured = self.view.captured();
        if captured > 0 && refunds::by_providers(self.view) >= captured {
            return obsolete("all of the money went back");
        }
        Ok(())
    }
}
