//! How UPS writes times.

use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use webhooks::wire::Text;

/// Dates and times, in GMT and on the clock where it happened, and what lies between the two.
#[derive(Clone, Copy)]
pub(super) struct Clocks<'a> {
    pub(super) gmt: [&'a Text; 2],
    pub(super) local: [&'a Text; 2],
    pub(super) offset: &'a Text,
}

impl Clocks<'_> {
    /// Without GMT and an offset nobody knows when it was: to guess would make two scans of one.
    pub(super) fn has_zone(self) -> bool {
        self.gmt[0].get().is_some() || self.offset.get().is_some()
    }

    /// When it happened, and the date there: by GMT, or else by the local clock and its offset from GMT.
    pub(super) fn when(self) -> Option<(Timestamp, civil::Date)> {
        let offset = self.offset.get().and_then(offset_of);
        let [gmt, local] = [self.gmt, self.local].map(|[date, time]| clock(date, time));
        let at = gmt.map(|gmt| (gmt, Offset::UTC)).or_else(|| Some((local?, offset.unwrap_or(Offset::UTC))));
        let at = at.and_then(|(clock, offset)| offset.to_timestamp(clock).ok())?;
        let there = || offset.unwrap_or(Offset::UTC).to_datetime(at);
        Some((at, local.unwrap_or_else(there).date()))
    }
}

/// `20260504`, or `2026-05-04`.
pub(super) fn date_of(text: &str) -> Option<civil::Date> {
    let text = text.replace('-', "");
    let plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain {
        return None;
    }
    civil::Date::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?).ok()
}

/// `20260504` and `091519`, or `09:15:19`; as a number it has lost its first digit. A day without a time begins at midnight.
fn clock(date: &Text, time: &Text) -> Option<civil::DateTime> {
    let date = date.get().and_then(date_of)?;
    let digits = time.get().map(|time| time.replace(':', ""));
    let digits = digits.filter(|time| time.len() <= 6 && time.bytes().all(|byte| byte.is_ascii_digit()));
    let time: i32 = digits.as_deref().unwrap_or("0").parse().ok()?;
    let part = |divisor: i32| i8::try_from(time / divisor % 100).ok();
    let time = civil::Time::new(part(10_000)?, part(100)?, part(1)?, 0).ok()?;
    Some(date.to_datetime(time))
}

/// `-04.00`: a colon's place is a dot's.
fn offset_of(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    let (hours, minutes) = rest.split_once(['.', ':']).unwrap_or((rest, "0"));
    let part = |text: &str| text.parse::<u16>().ok().map(i32::from);
    Offset::from_seconds(sign * (part(hours)? * 3600 + part(minutes)? * 60)).ok()
}
