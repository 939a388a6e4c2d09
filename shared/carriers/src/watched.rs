//! Lists of parcels that say when each was registered, and not when it changed.

use jiff::Timestamp;
use webhooks::settings::Settings;
use webhooks::source::Window;

/// Since when parcels were registered that may have changed in a time.
pub(crate) fn since(window: Window, settings: &Settings) -> Timestamp {
    window.from.saturating_sub(settings.patience()).unwrap_or(window.from)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn hour() -> Window {
        let from = Timestamp::from_second(1_790_000_000).expect("in range");
        Window { from, to: from + SignedDuration::from_hours(1) }
    }

    #[test]
    fn the_merchant_says_how_long_parcels_take() {
        let days = |json: serde_json::Value| {
            let settings: Settings = serde_json::from_value(json).expect("settings");
            hour().from.duration_since(since(hour(), &settings)).as_hours() / 24
        };
        assert_eq!(days(serde_json::json!({})), 30);
        assert_eq!(days(serde_json::json!({"days": "10"})), 10);
        assert_eq!(days(serde_json::json!({"days": 60})), 60);
        assert_eq!(days(serde_json::json!({"days": "0"})), 1);
        assert_eq!(days(serde_json::json!({"days": "soon"})), 30);
    }
}
