//! How a shop's settings say when it works, when it is quiet, and how long it waits.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};
use serde::Deserialize;

use crate::calendar::{BusinessDays, Quiet};
use crate::policy::Patience;

/// The days on which a shop works: Monday to Friday, if it does not say.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    #[serde(default)]
    weekdays: Option<Vec<Day>>,
    #[serde(default)]
    holidays: BTreeSet<Date>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<Day> for Weekday {
    fn from(day: Day) -> Self {
        match day {
            Day::Monday => Self::Monday,
            Day::Tuesday => Self::Tuesday,
            Day::Wednesday => Self::Wednesday,
            Day::Thursday => Self::Thursday,
            Day::Friday => Self::Friday,
            Day::Saturday => Self::Saturday,
            Day::Sunday => Self::Sunday,
        }
    }
}

impl Week {
    pub(crate) fn days(&self) -> BusinessDays {
        let weekdays = self.weekdays.as_ref().map(|days| days.iter().copied().map(Into::into).collect());
        BusinessDays {
            weekdays: weekdays.unwrap_or_else(|| BusinessDays::default().weekdays),
            holidays: self.holidays.clone(),
        }
    }
}

/// From when to when a shop is quiet, on its own clock: `21:00` to `08:00`, if it does not say.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    from: Time,
    to: Time,
}

impl Default for Hours {
    fn default() -> Self {
        let Quiet { from, to } = Quiet::default();
        Self { from, to }
    }
}

impl Hours {
    pub(crate) const fn quiet(self) -> Quiet {
        Quiet { from: self.from, to: self.to }
    }
}

macro_rules! settings {
    ($($field:ident),+ $(,)?) => {
        /// How long a shop waits for what should happen, where it differs from the default.
        #[derive(Clone, Copy, Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "as in Patience")]
        pub struct PatienceSettings {
            $(#[serde(default)] pub $field: Option<u32>),+
        }

        impl PatienceSettings {
            pub(crate) fn patience(self) -> Patience {
                let default = Patience::default();
                Patience { $($field: self.$field.unwrap_or(default.$field)),+ }
            }
        }
    };
}

settings! {
    to_ship,
    to_hand_over,
    between_scans,
    between_scans_eu,
    between_scans_abroad,
    payment_reminder_hours,
    payment_expires_days,
    pickup_days,
    refund,
    between_scans_back,
}
