//! What happens in an order's life.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::story::{Order, Webhook};

/// One thing that happens, and what its customer hears of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The storefront tells of an order that is not paid.
    Placed,
    /// The payment provider tells that it is.
    Paid,
    /// The storefront releases it.
    Released,
    /// The warehouse tells that it left.
    Shipped,
    /// The carrier tells where it is.
    OutForDelivery,
    /// The carrier tells that it arrived.
    Delivered,
    /// The payment provider tells that all money went back.
    Refunded,
    /// The customer opens the order's page.
    Opened,
    /// The clock finds that it is time to look again.
    Woken,
}

impl Step {
    /// In the order in which they happen.
    pub const ALL: [Self; 9] = [
        Self::Placed,
        Self::Paid,
        Self::Released,
        Self::Shipped,
        Self::OutForDelivery,
        Self::Delivered,
        Self::Refunded,
        Self::Opened,
        Self::Woken,
    ];

    /// The kinds of the mails that it brings about.
    #[must_use]
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Placed => &["received"],
            Self::Paid => &["confirmed", "receipt"],
            Self::Shipped => &["shipped"],
            Self::OutForDelivery => &["out_for_delivery"],
            Self::Delivered => &["delivered"],
            Self::Refunded => &["refund"],
            Self::Released | Self::Opened | Self::Woken => &[],
        }
    }

    /// Whether it may happen as often as one likes.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self, Self::Opened | Self::Woken)
    }

    /// What tells of it. Each is two minutes after the one before, and the last is now.
    #[must_use]
    pub fn webhook(self, order: &Order, now: Timestamp) -> Option<Webhook> {
        let ago = |minutes| now - SignedDuration::from_mins(minutes);
        Some(match self {
            Self::Placed => order.checkout("pending", ago(9)),
            Self::Paid => order.paid(ago(8)),
            Self::Released => order.checkout("processing", ago(7)),
            Self::Shipped => order.shipped(ago(6)),
            Self::OutForDelivery => order.scanned("out_for_delivery", ago(0)),
            Self::Delivered => order.scanned("delivered", ago(0)),
            Self::Refunded => order.refunded(ago(0)),
            Self::Opened | Self::Woken => return None,
        })
    }
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Placed => "placed",
            Self::Paid => "paid",
            Self::Released => "released",
            Self::Shipped => "shipped",
            Self::OutForDelivery => "out for delivery",
            Self::Delivered => "delivered",
            Self::Refunded => "refunded",
            Self::Opened => "page opened",
            Self::Woken => "woken",
        })
    }
}
