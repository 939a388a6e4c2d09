//! Which clock an event's time was read from. DHL writes it without a zone, so only countries with one clock can tell.

use jiff::{Timestamp, civil, tz::TimeZone};
use webhooks::wire::Text;

pub(super) const ONE_CLOCK: &[(&str, &str)] = &[
    ("AT", "Europe/Vienna"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    ("CH", "Europe/Zurich"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin"),
    ("DK", "Europe/Copenhagen"),
    ("EE", "Europe/Tallinn"),
    ("FI", "Europe/Helsinki"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London"),
    ("GR", "Europe/Athens"),
    ("HR", "Europe/Zagreb"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IT", "Europe/Rome"),
    ("LT", "Europe/Vilnius"),
    ("LU", "Europe/Luxembourg"),
    ("LV", "Europe/Riga"),
    ("NL", "Europe/Amsterdam"),
    ("NO", "Europe/Oslo"),
    ("PL", "Europe/Warsaw"),
    ("RO", "Europe/Bucharest"),
    ("SE", "Europe/Stockholm"),
    ("SI", "Europe/Ljubljana"),
    ("SK", "Europe/Bratislava"),
];

/// The clock of a country.
pub(super) fn of(country: &str) -> Option<TimeZone> {
    let (_, name) = ONE_CLOCK.iter().find(|(code, _)| code.eq_ignore_ascii_case(country))?;
    TimeZone::get(name).ok()
}

/// The country of a division, for events that name none.
pub(super) fn country(service: &str) -> Option<&'static str> {
    match service {
        "parcel-de" | "post-de" => Some("DE"),
        "parcel-nl" => Some("NL"),
        "parcel-pl" => Some("PL"),
        "parcel-uk" => Some("GB"),
        _ => None,
    }
}

/// A point in time: as it says, or else by this clock, or else as if by UTC.
pub(super) fn instant(time: &Text, clock: Option<TimeZone>) -> Option<Timestamp> {
    let text = time.get()?;
    let local = || text.parse::<civil::DateTime>().ok()?.to_zoned(clock.unwrap_or(TimeZone::UTC)).ok();
    text.parse().ok().or_else(|| local().map(|zoned| zoned.timestamp()))
}
