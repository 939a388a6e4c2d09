//! Parcels: numbers and carriers as they can be compared, and the states of a parcel in our words.

mod carriers;
mod formats;

use serde::{Deserialize, Serialize};

pub use carriers::{Carrier, carrier, known_page, page_anywhere, same_carrier};
pub use formats::{Suggestion, suggestions};

/// A tracking number as every source can be made to write it: no blanks, upper case, leading zeros kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TrackingNumber(String);

impl TrackingNumber {
    /// Normalises; a text without a letter or digit is no number.
    pub fn parse(text: &str) -> Option<Self> {
        let number: String =
            text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).take(60).collect();
        number.chars().any(char::is_alphanumeric).then_some(Self(number))
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a parcel is. Being late is an attribute, not a state: a late parcel is still in transit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParcelState {
    /// A label exists; nobody has the parcel yet.
    PreTransit,
    /// The carrier has it.
    Accepted,
    /// On its way.
    InTransit,
    /// Something is wrong on its way.
    Exception,
    /// With the courier, today.
    OutForDelivery,
    /// The courier did not get rid of it.
    DeliveryAttempted,
    /// Waiting where the customer can fetch it.
    AvailableForPickup,
    /// With the customer.
    Delivered,
    /// On its way back to the shop.
    ReturnToSender,
    /// Back at the shop.
    Returned,
    /// The carrier gave up looking.
    Lost,
    /// The source stopped watching: says nothing of the parcel.
    Expired,
    /// The label was voided.
    Cancelled,
}

impl ParcelState {
    /// Decides between two states of one second, and which state of a day's scans counts.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Expired => 0,
            Self::PreTransit => 1,
            Self::Cancelled | Self::Accepted => 2,
            Self::InTransit | Self::Exception => 3,
            Self::OutForDelivery => 4,
            Self::DeliveryAttempted | Self::AvailableForPickup => 5,
            Self::ReturnToSender => 6,
            Self::Lost => 7,
            Self::Returned => 8,
            Self::Delivered => 9,
        }
    }

    /// On its way back, or back: a later "delivered" means delivered to the shop.
    pub const fn is_return(self) -> bool {
        matches!(self, Self::ReturnToSender | Self::Returned)
    }

    /// The carrier has or had it.
    pub const fn has_left(self) -> bool {
        !matches!(self, Self::PreTransit | Self::Expired | Self::Cancelled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_without_blanks_and_case() {
        assert_eq!(TrackingNumber::parse(" 9400 1112 a "), TrackingNumber::parse("94001112A"));
        assert_eq!(TrackingNumber::parse(" - "), None);
    }
}
