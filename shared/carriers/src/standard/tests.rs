//! What the contract promises of defaults and strange words.

use domain::fact::Tracking;
use domain::tracking::ParcelState;
use serde_json::{Value, json};
use testing::recorded::Recorded;
use webhooks::delivery::Unreadable;
use webhooks::provider::Provider;
use webhooks::settings::Settings;

use super::Standard;

fn read(changes: &[(&str, Value)]) -> Result<Vec<Tracking>, Unreadable> {
    let mut data = json!({"number": "1z 9", "updated_at": "2026-05-03T08:10:00-07:00"});
    for (key, value) in changes {
        data[*key] = value.clone();
    }
    let body = json!({"type": "tracking.updated", "data": data}).to_string();
    Standard.interpret(&Recorded::new("standard", &[], b"").proved(body.as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(changes: &[(&str, Value)]) -> Tracking {
    read(changes).expect("readable").swap_remove(0)
}

#[test]
fn the_least_tracking_is_a_tracking() {
    let least = tracking(&[]);
    assert_eq!((least.tracker.as_str(), least.number.as_str(), least.state), ("1Z9", "1Z9", None));
    assert!(least.whole && !least.test && !least.is_return && !least.action_required && least.scans.is_empty());
    assert!(!tracking(&[("whole", json!(false))]).whole);
}

#[test]
fn the_newest_scan_speaks_for_the_parcel_that_says_nothing() {
    let scan = |at: &str, state: &str| json!({"at": at, "state": state});
    let scans = json!([scan("2026-05-03T23:30:00-07:00", "delivered"), scan("2026-05-03T08:00:00-07:00", "out_for_delivery"), {"text": "?"}]);
    let said = tracking(&[("scans", scans.clone())]);
    assert_eq!((said.state, said.scans.len()), (Some(ParcelState::Delivered), 2));
    // The date there, not in UTC.
    assert_eq!(said.scans[0].date, jiff::civil::date(2026, 5, 3));
    assert_eq!(tracking(&[("scans", scans), ("state", json!("teleported"))]).state, None);
}

#[test]
fn required_fields_are_named_when_they_are_missing() {
    for key in ["number", "updated_at"] {
        let error = read(&[(key, json!(" - "))]).expect_err("unreadable").to_string();
        assert_eq!(error, format!("`data.{key}` is missing or of another kind"));
    }
}
