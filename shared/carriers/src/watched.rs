//! Lists of parcels that say when each was registered, and not when it changed.

use jiff::{SignedDuration, Timestamp};
use webhooks::settings::Settings;
use webhooks::source::Window;

/// How long a parcel is asked for, in days, unless the settings' `days` say otherwise.
const DAYS: u32 = 30;
const MINUTES_OF_A_DAY: i64 = 24 * 60;

/// Since when parcels were registered that may have changed in a time.
pub(crate) fn since(window: Window, settings: &Settings) -> Timestamp {
    let number = || settings.own.get("days")?.reveal().as_u64()?.try_into().ok();
    let days = settings.own("days").and_then(|days| days.parse().ok()).or_else(number);
    let days: u32 = days.unwrap_or(DAYS).clamp(1, 366);
    window.from.saturating_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(window.from)
}

/// Whether it is a parcel's turn, where each has to be asked for by itself: each once a day, at a minute of its own, so that
/// a time half as long asks for half as many.
pub(crate) fn has_turn(id: &str, window: Window) -> bool {
    // FNV-1a: the minute has to be the same tomorrow.
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let minute = i64::from(hash) % MINUTES_OF_A_DAY;
    let begins = window.from.as_second().div_euclid(60);
    let first = begins + (minute - begins).rem_euclid(MINUTES_OF_A_DAY);
    first * 60 < window.to.as_second()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from: i64, minutes: i64) -> Window {
        let at = |second| Timestamp::from_second(second).expect("in range");
        Window { from: at(from), to: at(from + minutes * 60) }
    }

    #[test]
    fn each_has_one_turn_a_day_however_the_day_is_cut() {
        let ids: Vec<String> = (0..200).map(|id| format!("tracker-{id}")).collect();
        let day = 1_789_948_800;
        for length in [1, 7, 60, 720, 1440] {
            let starts = (0..1440).step_by(length);
            for id in &ids {
                let turns = starts.clone().filter(|start| {
                    let left = (1440 - start).min(length);
                    let minutes = i64::try_from(left).expect("small");
                    has_turn(id, window(day + i64::try_from(*start).expect("small") * 60, minutes))
                });
                assert_eq!(turns.count(), 1, "{id} in windows of {length}");
            }
        }
        let hour = ids.iter().filter(|id| has_turn(id, window(day, 60))).count();
        assert!((1..30).contains(&hour), "{hour} of 200 in an hour");
    }

    #[test]
    fn the_merchant_says_how_long_parcels_take() {
        let days = |json: serde_json::Value| {
            let settings: Settings = serde_json::from_value(json).expect("settings");
            let day = window(1_790_000_000, 60);
            day.from.duration_since(since(day, &settings)).as_hours() / 24
        };
        assert_eq!(days(serde_json::json!({})), 30);
        assert_eq!(days(serde_json::json!({"days": "10"})), 10);
        assert_eq!(days(serde_json::json!({"days": 60})), 60);
        assert_eq!(days(serde_json::json!({"days": "0"})), 1);
        assert_eq!(days(serde_json::json!({"days": "soon"})), 30);
    }
}
