//! Who goes first, and who may be told at all: decided by the kind of a mail, here and nowhere else.

use domain::gate::Rank;
use domain::ledger::Suppression;
use domain::situations::{Class, Kind};

/// Who goes first when not all can go.
pub(crate) const fn rank(kind: Kind) -> Rank {
    match kind.class() {
        Class::Transactional => Rank::First,
        Class::Merchant => Rank::Second,
        Class::Feedback => Rank::Last,
    }
}

/// Whether what is known of the customer's address forbids a mail: no mail reaches nobody, but who wants no questions, or
/// called one mail unwanted, still waits for the parcel. A merchant's mail does not go to the customer.
pub(crate) const fn forbidden(why: Suppression, rank: Rank) -> bool {
    match (why, rank) {
        (_, Rank::Second) | (Suppression::OptedOut | Suppression::Complaint, Rank::First) => false,
        (Suppression::HardBounce, _) | (_, Rank::Last) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_or_a_wish_holds_what_nobody_waits_for_and_a_hard_bounce_everything_that_goes_there() {
        let held = |why| [Rank::First, Rank::Second, Rank::Last].map(|rank| forbidden(why, rank));
        assert_eq!(held(Suppression::OptedOut), [false, false, true]);
        assert_eq!(held(Suppression::Complaint), [false, false, true]);
        assert_eq!(held(Suppression::HardBounce), [true, false, true]);
    }
}
