//! The vector, the handshake, and words.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as S;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;

use super::{Usps, meaning, scanned};
use crate::meaning::Meaning;

const SECRET: &str = "test_usps_secret_32_chars_000000";
const TIME: &str = "2026-07-23T14:32:00Z";
const PAYLOAD: &str = r#"{"trackingNumber":"9400100000000000000000","status":"Delivered"}"#;
const GOOD: &str = "5LXxe0Dp/4JimazTTwPF3DQiOXRubnjDyuM3d4DYx8k=";

fn envelope(time: &str, payload: &str) -> String {
    json!({"subscriptionType": "TRACKING", "timestamp": time, "payload": payload}).to_string()
}

fn ask(headers: &[(&'static str, &str)], body: &str, hours: i64) -> Result<Proof, Rejection> {
    let delivery = Recorded::new("usps", headers, body.as_bytes());
    let now: Timestamp = TIME.parse().expect("a time");
    Usps.verify(delivery.delivery(), &with_secrets(&[SECRET]), now + SignedDuration::from_hours(hours))
}

#[test]
fn the_vector_is_genuine_under_both_names_however_the_envelope_is_written() {
    let body = envelope(TIME, PAYLOAD);
    let spaced = body.replace(':', " :").replace("T14 :32 :00", "T14:32:00").replace("\\\" :\\\"", "\\\":\\\"");
    assert!(serde_json::from_str::<Value>(&spaced).is_ok_and(|value| value["payload"] == json!(PAYLOAD)));
    for body in [&body, &spaced, &body.replace("TRACKING", "X"), &body.replace('9', "\\u0039")] {
        for header in ["x-hmac", "hmac-header"] {
            assert!(matches!(ask(&[(header, GOOD)], body, 0), Ok(Proof::Signed(_))), "{body}");
        }
    }
    let forged = |headers: &[(&'static str, &str)], body: &str| ask(headers, body, 0).err();
    assert_eq!(forged(&[("x-hmac", GOOD)], &envelope(TIME, &format!("{PAYLOAD} "))), Some(Rejection::Forged));
    assert_eq!(forged(&[("x-hmac", GOOD)], &envelope("2026-07-23T14:32:01Z", PAYLOAD)), Some(Rejection::Forged));
    assert_eq!(forged(&[("x-hmac", "")], &body), Some(Rejection::Forged));
    assert_eq!(forged(&[("x-hmac", "x"), ("hmac-header", GOOD)], &body), Some(Rejection::Forged));
    assert_eq!(forged(&[("x-hmac", GOOD), ("x-hmac", GOOD), ("hmac-header", GOOD)], &body), Some(Rejection::Missing));
    assert_eq!(forged(&[], &body), Some(Rejection::Missing));
    assert_eq!(ask(&[("x-hmac", GOOD)], &body, 24).err(), None);
    assert_eq!(ask(&[("x-hmac", GOOD)], &body, 25).err(), Some(Rejection::Stale));
}

#[test]
fn a_payload_that_stands_twice_is_refused() {
    let twice = format!(r#"{{"payload":"{{}}",{}"#, &envelope(TIME, PAYLOAD)[1..]);
    assert_eq!(ask(&[("x-hmac", GOOD)], &twice, 0).err(), Some(Rejection::Missing));
    for body in
        ["", "[]", "7", r#"{"timestamp":"x"}"#, r#"{"timestamp":7,"payload":"x"}"#, r#"{"timestamp":"x","payload":{}}"#]
    {
        assert_eq!(ask(&[("x-hmac", GOOD)], body, 0).err(), Some(Rejection::Missing), "{body}");
    }
}

#[test]
fn a_challenge_is_echoed_unless_its_signature_is_wrong() {
    let body = r#"{"challenge":"a-1"}"#;
    let echo = |answer: Result<Proof, Rejection>| match answer {
        Ok(Proof::Answer(reply)) => Ok(reply.body),
        Ok(other) => panic!("{other:?}"),
        Err(why) => Err(why),
    };
    let sign = |message: &str| BASE64_STANDARD.encode(signature::made_sha256(SECRET.as_bytes(), &[message.as_bytes()]));
    assert_eq!(echo(ask(&[], body, 0)).as_deref(), Ok(body));
    assert_eq!(echo(ask(&[("x-hmac", &sign(body))], body, 0)).as_deref(), Ok(body));
    assert_eq!(echo(ask(&[("x-hmac", GOOD)], body, 0)), Err(Rejection::Forged));
    let enveloped = format!(r#"{{"challenge":"a-1",{}"#, &envelope(TIME, PAYLOAD)[1..]);
    assert_eq!(echo(ask(&[("x-hmac", GOOD)], &enveloped, 0)).as_deref(), Ok(body));
    assert_eq!(echo(ask(&[("x-hmac", GOOD)], &enveloped, 25)), Err(Rejection::Stale));
    let long = json!({"challenge": "x".repeat(1025)}).to_string();
    assert_eq!(echo(ask(&[], &long, 0)), Err(Rejection::Missing));
}

#[test]
fn categories_mean_one_thing_and_alerts_what_their_words_say() {
    let check = |category: &str, words: &str| {
        let Meaning { state, reason, delayed: late, .. } = meaning(category, words, "or it will be returned to sender");
        (state, reason, late)
    };
    let plain = |state| (Some(state), None, None);
    let wrong = |state, reason| (Some(state), Some(reason), None);
    for (category, words, expected) in [
        ("Pre-Shipment", "", plain(S::PreTransit)),
        ("Accepted", "", plain(S::Accepted)),
        ("In Transit", "", plain(S::InTransit)),
        ("Out for Delivery", "", plain(S::OutForDelivery)),
        ("Available for Pickup", "", plain(S::AvailableForPickup)),
        ("Delivery Attempt", "Notice Left", wrong(S::DeliveryAttempted, Reason::RecipientAbsent)),
        ("Delivered", "Delivered, PO Box", plain(S::Delivered)),
        ("Delivered", "Delivered, To Agent", plain(S::Delivered)),
        ("Delivered", "Delivered, To Original Sender", plain(S::Returned)),
        ("Alert", "Return to Sender Processed", wrong(S::ReturnToSender, Reason::Other)),
        ("Alert", "Undeliverable as Addressed", wrong(S::Exception, Reason::Address)),
        ("Alert", "Insufficient Address", wrong(S::Exception, Reason::Address)),
        ("Alert", "No Such Number", wrong(S::Exception, Reason::Address)),
        ("Alert", "Forward Expired", wrong(S::Exception, Reason::Address)),
        ("Alert", "Refused", wrong(S::Exception, Reason::Refused)),
        ("Alert", "Refused, being returned", wrong(S::ReturnToSender, Reason::Refused)),
        ("Alert", "Unclaimed", wrong(S::ReturnToSender, Reason::PickupMissed)),
        ("Alert", "Weather Delay", (Some(S::InTransit), None, Some(DelayCause::Weather))),
        ("Alert", "Delayed", (Some(S::InTransit), None, Some(DelayCause::Carrier))),
        ("Alert", "Missent", wrong(S::Exception, Reason::Missorted)),
        ("Alert", "Dead Mail/Disposed", wrong(S::Lost, Reason::Lost)),
        ("Alert", "Reminder to pick up your item, or it is returned to sender", (None, None, None)),
        ("Alert", "Awaiting something", wrong(S::Exception, Reason::Other)),
        ("Teleported", "Delivered", (None, None, None)),
        ("", "Delivered", (None, None, None)),
    ] {
        assert_eq!(check(category, words), expected, "{category}: {words}");
    }
}

#[test]
fn a_summary_may_tell_who_got_it() {
    let Meaning { state, .. } =
        meaning("Delivered", "Delivered", "Your item was delivered to the original sender at 9:04 am");
    assert_eq!(state, Some(S::Returned));
}

#[test]
fn scans_are_known_by_code_or_by_how_they_begin() {
    for (code, words, state) in [
        ("01", "Delivered, Front Door/Porch", Some(S::Delivered)),
        ("01", "Delivered, To Original Sender", Some(S::Returned)),
        ("03", "", Some(S::Accepted)),
        ("07", "", Some(S::InTransit)),
        ("OF", "", Some(S::OutForDelivery)),
        ("GX", "", Some(S::PreTransit)),
        ("14", "Available for Pickup", Some(S::AvailableForPickup)),
        ("02", "Notice Left (No Authorized Recipient Available)", Some(S::DeliveryAttempted)),
        ("ZZ", "Expected to be delivered", None),
    ] {
        assert_eq!(scanned(code, words), state, "{code} {words}");
    }
}

fn read(name: &str, edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", name);
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    let mut payload: Value = serde_json::from_str(body["payload"].as_str().expect("a text")).expect("JSON");
    edit(&mut payload);
    body["payload"] = json!(payload.to_string());
    Usps.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(edit: impl FnOnce(&mut Value)) -> Tracking {
    read("usps.delivered", edit).expect("readable").swap_remove(0)
}

#[test]
fn times_are_gmt_and_dates_are_local() {
    let scan = |edit: &dyn Fn(&mut Value)| {
        let scan = tracking(|payload| edit(&mut payload["trackingEvents"][0])).scans.swap_remove(0);
        (scan.at.to_string(), scan.date)
    };
    let late = |event: &mut Value| {
        event["eventTimestamp"] = json!("2026-09-20T22:30:00");
        event["GMTTimestamp"] = json!("2026-09-21T05:30:00Z");
    };
    assert_eq!(scan(&late), ("2026-09-21T05:30:00Z".to_owned(), date(2026, 9, 20)));
    let without = |event: &mut Value| {
        late(event);
        event["GMTTimestamp"] = json!(null);
    };
    assert_eq!(scan(&without), ("2026-09-21T05:30:00Z".to_owned(), date(2026, 9, 20)));
    let naive = |event: &mut Value| {
        without(event);
        event["GMTOffset"] = json!("");
    };
    assert_eq!(scan(&naive).0, "2026-09-20T22:30:00Z");
}

#[test]
fn booleans_are_texts_and_a_parcel_that_arrived_is_not_late() {
    let late = |value: Value| {
        read("usps.alert.late", |payload| payload["onTime"] = value).expect("readable").swap_remove(0).delayed
    };
    assert_eq!([late(json!("false")), late(json!(false))], [Some(DelayCause::Carrier); 2]);
    assert_eq!([late(json!("true")), late(json!(null)), late(json!(""))], [None; 3]);
    assert_eq!(tracking(|payload| payload["onTime"] = json!("false")).delayed, None);
}

#[test]
fn every_field_of_the_payload_may_be_missing_or_strange_but_the_number() {
    let recorded = one("tracking-webhook", "usps.delivered");
    let body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    let payload: Value = serde_json::from_str(body["payload"].as_str().expect("a text")).expect("JSON");
    for key in payload.as_object().expect("an object").keys().filter(|key| *key != "trackingNumber") {
        for strange in [json!(null), json!([]), json!({}), json!(-1), json!("never seen"), json!([[1]])] {
            let read = tracking(|payload| payload[key] = strange.clone());
            assert_eq!(read.number.as_str(), "9400111206206406260787", "{key}");
        }
        drop(tracking(|payload| drop(payload.as_object_mut().expect("an object").remove(key))));
    }
    for key in payload["trackingEvents"][0].as_object().expect("an object").keys() {
        for strange in [json!(null), json!([]), json!({}), json!(-1), json!("never seen")] {
            drop(tracking(|payload| payload["trackingEvents"][0][key] = strange.clone()));
        }
    }
    let error = read("usps.delivered", |payload| payload["trackingNumber"] = json!(" ")).expect_err("no number");
    assert_eq!(error.to_string(), "`payload.trackingNumber` is missing or of another kind");
}
