//! An order in one word.

use crate::fact::{Needs, OrderStatus, PaymentStatus};
use crate::tracking::ParcelState;
use crate::view::View;

/// An order in one word, for the page's headline, lists and figures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Headline {
    /// In the storefront's bin.
    Withdrawn,
    /// Cancelled.
    Cancelled,
    /// All of the money went back.
    Refunded,
    /// The last try to pay did not succeed.
    PaymentFailed,
    /// Placed, not paid.
    AwaitingPayment,
    /// Accepted.
    Confirmed,
    /// Being picked or packed.
    Preparing,
    /// Some of it is on its way.
    PartlyShipped,
    /// On its way.
    Shipped,
    /// With the courier.
    OutForDelivery,
    /// The courier could not hand it over, or it waits to be fetched, or something is wrong.
    NeedsAttention,
    /// Some of it has arrived.
    PartlyDelivered,
    /// All of it has arrived.
    Delivered,
    /// On its way back to the shop.
    Returning,
    /// No order, but a basket.
    Basket,
}

impl Headline {
    /// The name in tables and messages: a wire format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
            Self::PaymentFailed => "payment-failed",
            Self::AwaitingPayment => "awaiting-payment",
            Self::Confirmed => "confirmed",
            Self::Preparing => "preparing",
            Self::PartlyShipped => "partly-shipped",
            Self::Shipped => "shipped",
            Self::OutForDelivery => "out-for-delivery",
            Self::NeedsAttention => "needs-attention",
            Self::PartlyDelivered => "partly-delivered",
            Self::Delivered => "delivered",
            Self::Returning => "returning",
            Self::Basket => "basket",
        }
    }
}

impl View<'_> {
    /// The order in one word.
    pub fn headline(&self) -> Headline {
        if self.basket().is_some() {
            return Headline::Basket;
        }
        match self.status() {
            Some(OrderStatus::Deleted) => return Headline::Withdrawn,
            Some(OrderStatus::Cancelled) => return Headline::Cancelled,
            _ => {}
        }
        if self.document.total > 0 && crate::refunds::current(self) >= self.document.total {
            return Headline::Refunded;
        }
        if let Some(underway) = self.underway() {
            return underway;
        }
        if self.accepted() {
            let preparing = self.parcels.iter().any(crate::parcel::Parcel::preparing);
            return if preparing { Headline::Preparing } else { Headline::Confirmed };
        }
        if self.last_attempt_failed() { Headline::PaymentFailed } else { Headline::AwaitingPayment }
    }

    /// The least advanced parcel speaks for the order.
    fn underway(&self) -> Option<Headline> {
        let left: Vec<ParcelState> = self.parcels.iter().filter(|p| p.shipped_at.is_some()).map(|p| p.state).collect();
        if left.is_empty() {
            return None;
        }
        if left.iter().any(|state| state.is_return()) {
            return Some(Headline::Returning);
        }
        if self.delivered() {
            return Some(Headline::Delivered);
        }
        let any = |wanted: &[ParcelState]| left.iter().any(|state| wanted.contains(state));
        if any(&[
            ParcelState::DeliveryAttempted,
            ParcelState::AvailableForPickup,
            ParcelState::Exception,
            ParcelState::Lost,
        ]) {
            return Some(Headline::NeedsAttention);
        }
        if any(&[ParcelState::OutForDelivery]) {
            return Some(Headline::OutForDelivery);
        }
        if any(&[ParcelState::Delivered]) {
            return Some(Headline::PartlyDelivered);
        }
        let needing = self.document.lines.iter().zip(self.progress()).filter(|(line, _)| line.needs == Needs::Shipping);
        let all = needing.into_iter().all(|(line, progress)| progress.shipped >= line.quantity);
        Some(if all { Headline::Shipped } else { Headline::PartlyShipped })
    }

    /// Whether the newest try to pay failed and nothing has been under way since.
    pub fn last_attempt_failed(&self) -> bool {
        let tries = self.payments.iter().flat_map(|payment| {
            let open = !payment.status.is_some_and(PaymentStatus::under_way);
            payment.registers.attempts.values().map(move |attempt| (&attempt.stamp, open && attempt.value.failed))
        });
        // Of two providers, the one that we heard of last: their clocks cannot be compared.
        tries.max_by_key(|(stamp, _)| (stamp.observed, stamp.at, &stamp.digest)).is_some_and(|(_, failed)| failed)
    }
}
