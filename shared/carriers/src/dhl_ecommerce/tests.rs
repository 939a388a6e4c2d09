//! Both ways to prove it, words, zones, and where the names stand.

use domain::fact::{Reason, Tracking};
use domain::tracking::ParcelState as S;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at};
use webhooks::delivery::{Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{DhlEcommerce, meaning};
use crate::meaning::Meaning;

fn refusal(headers: &[(&'static str, &str)], own: &Value) -> Option<Rejection> {
    let own = serde_json::from_value(own.clone()).expect("own");
    let settings = Settings { own, ..Settings::default() }.with_secrets(&["old", "pass"]);
    let delivery = Recorded::new("dhl-ecommerce", headers, b"{}");
    DhlEcommerce.verify(delivery.delivery(), &settings, signed_at()).err()
}

#[test]
fn it_is_known_by_name_and_password_or_by_a_token_and_by_nothing_else() {
    let login = json!({"username": "me"});
    assert_eq!(refusal(&[("authorization", "Basic bWU6cGFzcw==")], &login), None);
    assert_eq!(refusal(&[("authorization", "basic bWU6b2xk")], &login), None);
    for wrong in ["Basic bWU6cGFzcw", "Basic eW91OnBhc3M=", "Basic bWU6", "Basic ", "Basic bWU6cGFzcwo="] {
        assert_eq!(refusal(&[("authorization", wrong)], &login), Some(Rejection::Forged), "{wrong}");
    }
    for other in ["Bearer pass", "pass", ""] {
        assert_eq!(refusal(&[("authorization", other)], &login), Some(Rejection::Missing), "{other}");
    }
    let token = json!({"header": "x-shop-token", "username": "me"});
    assert_eq!(refusal(&[("x-shop-token", "pass")], &token), None);
    assert_eq!(refusal(&[("x-shop-token", "Pass")], &token), Some(Rejection::Forged));
    assert_eq!(refusal(&[("authorization", "Basic bWU6cGFzcw==")], &token), Some(Rejection::Missing));
    assert_eq!(refusal(&[("authorization", "Basic OnBhc3M=")], &json!({})), Some(Rejection::NoSecret));
}

#[test]
fn words_mean_one_thing_and_numbers_stand_in_for_words_that_we_do_not_know() {
    let check = |number: &str, words: &str| {
        let Meaning { state, reason, .. } = meaning(number, words);
        (state, reason)
    };
    for (words, state, reason) in [
        ("ELECTRONIC NOTIFICATION RECEIVED", S::PreTransit, None),
        ("LABEL CREATED", S::PreTransit, None),
        ("PICKED UP BY DHL", S::Accepted, None),
        ("ARRIVAL DHL ECOMMERCE FACILITY", S::InTransit, None),
        ("EN ROUTE", S::InTransit, None),
        ("TENDERED TO DELIVERY SERVICE PROVIDER", S::InTransit, None),
        ("OUT FOR DELIVERY", S::OutForDelivery, None),
        ("AVAILABLE FOR PICKUP", S::AvailableForPickup, None),
        ("DELIVERY ATTEMPTED", S::DeliveryAttempted, Some(Reason::RecipientAbsent)),
        ("DELIVERED - DELIVERED, IN/AT MAILBOX", S::Delivered, None),
        ("DELIVERED, TO ORIGINAL SENDER", S::Returned, None),
        ("Undelivered - Processes for Local Disposal", S::Exception, Some(Reason::Other)),
        ("UNDELIVERABLE - NO SUCH NUMBER", S::Exception, Some(Reason::Address)),
        ("REFUSED", S::Exception, Some(Reason::Refused)),
        ("RETURN TO SENDER", S::ReturnToSender, None),
    ] {
        assert_eq!(check("", words), (Some(state), reason), "{words}");
    }
    assert_eq!(check("600", "ZUGESTELLT").0, Some(S::Delivered));
    assert_eq!(check("600", "OUT FOR DELIVERY").0, Some(S::OutForDelivery));
    assert_eq!([check("599", "ZUGESTELLT"), check("", "")], [(None, None); 2]);
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "dhl-ecommerce.delivered");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    DhlEcommerce.interpret(&recorded.proved(body.to_string().as_bytes()), &settings("dhl-ecommerce"))
}

#[track_caller]
fn parcel(edit: impl FnOnce(&mut Value)) -> Tracking {
    read(|body| edit(&mut body["packages"][0])).expect("readable").swap_remove(0)
}

#[test]
fn names_stand_in_the_package_or_beside_it_and_a_parcel_may_come_alone() {
    let whole = parcel(|_| {});
    assert_eq!(whole.number.as_str(), "9361269903505749570437");
    let flat = parcel(|parcel| {
        let package = parcel["package"].take();
        for (key, value) in package.as_object().expect("an object") {
            parcel[key] = value.clone();
        }
    });
    assert_eq!(flat, whole);
    assert_eq!(read(|body| *body = body["packages"][0].take()), Ok(vec![whole]));
    let unnamed = parcel(|parcel| parcel["package"]["trackingId"] = json!(null));
    assert_eq!(unnamed.number.as_str(), "420972049361269903505749570437");
    assert_eq!(read(|body| body["packages"] = json!([])), Ok(Vec::new()));
    let error = read(|body| body["packages"][0]["package"] = json!({})).expect_err("no number");
    assert_eq!(error.to_string(), "`packages.package.trackingId` is missing or of another kind");
    assert!(read(|body| body["packages"][0]["events"] = json!([])).is_err());
}

#[test]
fn times_are_local_with_american_zones() {
    let at = |zone: &str, time: &str| {
        let read = parcel(|parcel| {
            parcel["events"][0]["timeZone"] = json!(zone);
            parcel["events"][0]["time"] = json!(time);
        });
        read.scans[0].at.to_string()
    };
    for (zone, time, utc) in [
        ("ET", "07:04:00", "11:04:00"),
        ("PDT", "07:04:00", "14:04:00"),
        ("LT", "07:04:00", "07:04:00"),
        ("", "07:04:00", "07:04:00"),
        ("ET", "07:04:00-05:00", "12:04:00"),
        ("ET", "", "04:00:00"),
    ] {
        assert_eq!(at(zone, time), format!("2026-09-21T{utc}Z"), "{zone} {time}");
    }
}

#[test]
fn an_echo_of_the_status_is_no_scan_and_of_one_moment_the_first_counts() {
    let echoed = parcel(|parcel| {
        let echo =
            json!({"date": "2026-09-22", "time": "01:00:00", "timeZone": "ET", "primaryEventDescription": "EN ROUTE"});
        parcel["events"].as_array_mut().expect("events").insert(0, echo);
    });
    assert_eq!((echoed.state, echoed.scans.len()), (Some(S::Delivered), 5));
    let together = parcel(|parcel| parcel["events"][1]["time"] = json!("07:04:00"));
    assert_eq!(together.state, Some(S::Delivered));
    let later = parcel(|parcel| parcel["events"][0]["primaryEventDescription"] = json!("SOMETHING NEW"));
    assert_eq!(later.at.to_string(), "2026-09-21T14:04:00Z");
}
