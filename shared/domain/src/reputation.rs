//! What SES's reputation of an account hangs on: hard bounces and complaints of a day, against what was sent in it.
//!
//! SES reviews an account at 5 % bounces or 0.1 % complaints and pauses it at 10 % or 0.5 %. We stop before; and at half of
//! that, what nobody waits for waits. SES judges the account, by whatever configuration set its mails went, so both count all.
//! <https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html>

use std::collections::BTreeMap;

use jiff::Timestamp;

/// The window, in hours.
const WINDOW: i64 = 24;
/// Fewer say nothing: one mistyped address of ten mails is no bad list.
const FEWEST_BOUNCES: u32 = 10;
const FEWEST_COMPLAINTS: u32 = 3;
/// Of 10,000 mails sent.
const MOST_BOUNCES: f64 = 400.0;
const MOST_COMPLAINTS: f64 = 8.0;

/// One thing that harms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Harm {
    /// Refused for good.
    Bounce,
    /// Called unwanted.
    Complaint,
}

/// How many, by the hour since the epoch in which they were noted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reputation {
    /// Counts, by hour.
    pub counts: BTreeMap<(Harm, i64), u32>,
}

/// The hour of a time.
pub fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3_600)
}

impl Reputation {
    /// How many within the last day.
    pub fn within_a_day(&self, harm: Harm, now: Timestamp) -> u32 {
        let counted = self.counts.iter().filter(|((of, at), _)| *of == harm && *at > hour(now) - WINDOW);
        counted.map(|(_, count)| count).sum()
    }

    /// Hours that no window will ever see again.
    pub fn outdated(&self, now: Timestamp) -> impl Iterator<Item = (Harm, i64)> {
        self.counts.keys().copied().filter(move |(_, at)| *at < hour(now) - 2 * WINDOW)
    }

    /// Whether nothing has harmed.
    pub fn spotless(&self, now: Timestamp) -> bool {
        [Harm::Bounce, Harm::Complaint].into_iter().all(|harm| self.within_a_day(harm, now) == 0)
    }

    /// Whether so much harm was done that only what somebody waits for is sent.
    pub fn strained(&self, sent: f64, now: Timestamp) -> bool {
        self.reaches(0.5, sent, now)
    }

    /// Why to stop sending, if it is time to.
    pub fn ruinous(&self, sent: f64, now: Timestamp) -> Option<String> {
        let (bounces, complaints) = (self.within_a_day(Harm::Bounce, now), self.within_a_day(Harm::Complaint, now));
        let sent = sent.max(1.0);
        self.reaches(1.0, sent, now).then(|| {
            format!("{bounces} hard bounces and {complaints} complaints within 24 hours, of {sent:.0} mails sent")
        })
    }

    /// Whether this part of the limits is reached.
    fn reaches(&self, part: f64, sent: f64, now: Timestamp) -> bool {
        let limits =
            [(Harm::Bounce, FEWEST_BOUNCES, MOST_BOUNCES), (Harm::Complaint, FEWEST_COMPLAINTS, MOST_COMPLAINTS)];
        limits.into_iter().any(|(harm, fewest, most)| {
            let count = f64::from(self.within_a_day(harm, now));
            count >= f64::from(fewest) * part && count * 10_000.0 / sent.max(1.0) >= most * part
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_second((500_000 + hours) * 3_600).expect("in range")
    }

    fn noted(harm: Harm, count: u32, hours: i64) -> Reputation {
        Reputation { counts: BTreeMap::from([((harm, hour(at(hours))), count)]) }
    }

    #[test]
    fn sending_stops_at_four_percent_bounces_and_eight_in_ten_thousand_complaints() {
        for (harm, count, sent, stops) in [
            (Harm::Bounce, 40, 1_000.0, true),
            (Harm::Bounce, 39, 1_000.0, false),
            (Harm::Bounce, 10, 250.0, true),
            (Harm::Bounce, 9, 50.0, false),
            (Harm::Complaint, 8, 10_000.0, true),
            (Harm::Complaint, 7, 10_000.0, false),
            (Harm::Complaint, 3, 3_750.0, true),
            (Harm::Complaint, 2, 50.0, false),
            (Harm::Bounce, 10, 0.0, true),
        ] {
            assert_eq!(noted(harm, count, 0).ruinous(sent, at(0)).is_some(), stops, "{count} {harm:?} of {sent}");
        }
    }

    #[test]
    fn what_nobody_waits_for_waits_at_half_of_that() {
        for (harm, count, sent, strains) in [
            (Harm::Bounce, 20, 1_000.0, true),
            (Harm::Bounce, 19, 1_000.0, false),
            (Harm::Bounce, 4, 10.0, false),
            (Harm::Complaint, 4, 10_000.0, true),
            (Harm::Complaint, 3, 10_000.0, false),
            (Harm::Complaint, 1, 10.0, false),
        ] {
            let noted = noted(harm, count, 0);
            assert_eq!(noted.strained(sent, at(0)), strains, "{count} {harm:?} of {sent}");
            assert!(!strains || noted.ruinous(sent, at(0)).is_none());
        }
    }

    #[test]
    fn what_is_a_day_old_does_not_count() {
        let noted = noted(Harm::Bounce, 100, 0);
        assert!(noted.ruinous(100.0, at(23)).is_some());
        assert!(noted.ruinous(100.0, at(24)).is_none() && noted.spotless(at(24)));
        assert_eq!((noted.outdated(at(48)).count(), noted.outdated(at(49)).count()), (0, 1));
    }
}
