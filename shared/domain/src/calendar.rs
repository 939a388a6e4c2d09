//! Days on which people work, and hours in which they sleep.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

/// The days on which a shop and its carriers work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BusinessDays {
    /// Days of the week.
    pub weekdays: Vec<Weekday>,
    /// Days on which nobody works all the same.
    pub holidays: BTreeSet<Date>,
}

impl Default for BusinessDays {
    fn default() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        Self { weekdays: vec![Monday, Tuesday, Wednesday, Thursday, Friday], holidays: BTreeSet::new() }
    }
}

/// No calendar has so many days in a row on which nobody works: who says so has made a mistake.
const LONGEST_PAUSE: u32 = 60;

impl BusinessDays {
    fn works(&self, day: Date) -> bool {
        self.weekdays.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The end of the `count`-th business day after the day of `from`, where the clock is that of `zone`.
    pub fn after(&self, from: Timestamp, count: u32, zone: &TimeZone) -> Timestamp {
        let mut day = from.to_zoned(zone.clone()).date();
        for _ in 0..count {
            for _ in 0..LONGEST_PAUSE {
                day = next(day);
                if self.works(day) {
                    break;
                }
            }
        }
        end(day, zone)
    }
}

/// The first moment after a day.
pub fn end(day: Date, zone: &TimeZone) -> Timestamp {
    at(next(day), Time::midnight(), zone)
}

/// A time on a day's clock.
pub fn at(day: Date, time: Time, zone: &TimeZone) -> Timestamp {
    zone.to_ambiguous_zoned(day.to_datetime(time)).compatible().map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// The same time of day, so many days later.
pub fn days_after(from: Timestamp, days: u32, zone: &TimeZone) -> Timestamp {
    let span: Span = i64::from(days).days();
    from.to_zoned(zone.clone()).checked_add(span).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

/// The part of the night in which customers are not written to about what may wait; none if it ends as it begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quiet {
    /// From this time of day.
    pub from: Time,
    /// To this one, of the next day if it is earlier.
    pub to: Time,
}

impl Default for Quiet {
    fn default() -> Self {
        Self { from: Time::constant(21, 0, 0, 0), to: Time::constant(8, 0, 0, 0) }
    }
}

impl Quiet {
    /// When the night is over in which something falls; its own time by day.
    pub fn over(self, time: Timestamp, zone: &TimeZone) -> Timestamp {
        let local = time.to_zoned(zone.clone());
        let (day, clock) = (local.date(), local.time());
        let over_night = self.from > self.to;
        let inside =
            if over_night { clock >= self.from || clock < self.to } else { clock >= self.from && clock < self.to };
        match inside {
            false => time,
            true if over_night && clock >= self.from => at(next(day), self.to, zone),
            true => at(day, self.to, zone),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").expect("a zone")
    }

    fn local(text: &str) -> Timestamp {
        at(text[..10].parse().expect("a day"), text[11..].parse().expect("a time"), &berlin())
    }

    #[test]
    fn business_days_leave_out_weekends_and_holidays() {
        let days = BusinessDays { holidays: [date(2026, 4, 3), date(2026, 4, 6)].into(), ..BusinessDays::default() };
        // Thursday before Easter: Friday and Monday are holidays.
        assert_eq!(days.after(local("2026-04-02T15:00"), 1, &berlin()), local("2026-04-08T00:00"));
        assert_eq!(days.after(local("2026-04-02T15:00"), 2, &berlin()), local("2026-04-09T00:00"));
        // What begins on a Saturday begins on Monday.
        assert_eq!(days.after(local("2026-05-02T09:00"), 1, &berlin()), local("2026-05-05T00:00"));
        assert_eq!(days.after(local("2026-05-04T23:59"), 0, &berlin()), local("2026-05-05T00:00"));
    }

    #[test]
    fn a_shop_that_never_works_still_gets_an_answer() {
        let never = BusinessDays { weekdays: Vec::new(), holidays: BTreeSet::new() };
        assert!(never.after(local("2026-05-02T09:00"), 3, &berlin()) > local("2026-05-02T09:00"));
    }

    #[test]
    fn days_have_the_length_that_the_clock_gives_them() {
        let spring = end(date(2026, 3, 29), &berlin()).duration_since(local("2026-03-29T00:00"));
        assert_eq!(spring, jiff::SignedDuration::from_hours(23));
        assert_eq!(days_after(local("2026-03-28T09:00"), 1, &berlin()), local("2026-03-29T09:00"));
    }

    #[test]
    fn nobody_is_woken() {
        let quiet = Quiet::default();
        let over = |text| quiet.over(local(text), &berlin());
        assert_eq!(over("2026-05-04T20:59"), local("2026-05-04T20:59"));
        assert_eq!(over("2026-05-04T21:00"), local("2026-05-05T08:00"));
        assert_eq!(over("2026-05-05T07:59"), local("2026-05-05T08:00"));
        assert_eq!(over("2026-05-05T08:00"), local("2026-05-05T08:00"));
        let noon = Quiet { from: time(12, 0, 0, 0), to: time(14, 0, 0, 0) };
        let over = |text| noon.over(local(text), &berlin());
        assert_eq!(over("2026-05-04T11:59"), local("2026-05-04T11:59"));
        assert_eq!(over("2026-05-04T12:00"), local("2026-05-04T14:00"));
        assert_eq!(over("2026-05-04T14:01"), local("2026-05-04T14:01"));
        let never = Quiet { from: time(8, 0, 0, 0), to: time(8, 0, 0, 0) };
        assert_eq!(never.over(local("2026-05-04T08:00"), &berlin()), local("2026-05-04T08:00"));
    }
}
