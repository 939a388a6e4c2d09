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

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date, time};

    use crate::shop::Shop;

    fn shop(more: &str) -> Result<Shop, serde_json::Error> {
        serde_json::from_str(&format!(
            r#"{{"name": "S", "sender": "a@s.example", "reply_to": "b@s.example", "url": "https://s.example",
                "live_since": "2026-01-01T00:00:00Z"{more}}}"#
        ))
    }

    #[test]
    fn a_shop_says_when_it_works_and_how_long_it_waits() {
        let policy = shop(
            r#", "business_days": {"weekdays": ["monday", "saturday"], "holidays": ["2026-12-26"]}, "country": "de",
                "quiet_hours": {"from": "20:00", "to": "09:30"}, "patience": {"to_ship": 5}, "ask_after_days": {"nps": 9}"#,
        );
        let shop = policy.expect("settings");
        let policy = shop.policy();
        assert_eq!(policy.business_days.weekdays, [Weekday::Monday, Weekday::Saturday]);
        assert!(policy.business_days.holidays.contains(&date(2026, 12, 26)));
        assert_eq!((policy.quiet.from, policy.quiet.to), (time(20, 0, 0, 0), time(9, 30, 0, 0)));
        assert_eq!((policy.patience.to_ship, policy.patience.to_hand_over), (5, 2));
        assert_eq!(policy.country.as_deref(), Some("DE"));
        assert_eq!(policy.ask_after.len(), 1);
    }

    #[test]
    fn a_mistake_in_them_is_named() {
        for wrong in [
            r#", "patience": {"to_shipp": 5}"#,
            r#", "business_days": {"weekdays": ["mon"]}"#,
            r#", "quiet_hours": {"from": "25:00", "to": "08:00"}"#,
            r#", "patience": {"to_ship": -1}"#,
            r#", "abandoned_after_hours": 0"#,
            r#", "abandoned_after_hours": 169"#,
        ] {
            assert!(shop(wrong).is_err(), "{wrong}");
        }
    }
}
