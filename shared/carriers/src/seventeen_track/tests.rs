//! Signature vectors of both versions, every sub-status, and several carriers on one way.

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as P;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{SeventeenTrack, meaning, stage};
use crate::meaning::{Meaning, is, late, why};

const DATA: &str = r#"{"number":"RR123456789CN","carrier":3011}"#;
const BODY: &str = r#"{"event":"TRACKING_UPDATED","data":{"number":"RR123456789CN","carrier":3011}}"#;
const GOOD: &str = "e03e50997cba18a744224786beedad9fa5df983701cd349a77733d01b167ca90";
const FIRST: &str = "cf5d3e076d04883b1e72fd39653bc989816a5398de9d9b630914a22154d39d4d";

fn proof(key: &str, header: Option<&str>, body: &str) -> Option<Rejection> {
    let headers: Vec<(&str, &str)> = header.into_iter().map(|header| ("sign", header)).collect();
    let delivery = Recorded::new("17track", &headers, body.as_bytes());
    match SeventeenTrack.verify(delivery.delivery(), &with_secrets(&["older", key]), signed_at()) {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

#[test]
fn the_vector_of_version_2_is_genuine_and_every_change_of_it_is_not() {
    assert_eq!(proof("17key_1", Some(GOOD), BODY), None);
    assert_eq!(proof("17key_2", Some(GOOD), BODY), Some(Rejection::Forged));
    assert_eq!(proof("17key_1", Some(GOOD), &format!("{BODY} ")), Some(Rejection::Forged));
    // What slides from the body into the key is another body.
    assert_eq!(proof("17key_1", Some(GOOD), &format!("{BODY}/17key_1")), Some(Rejection::Forged));
    for header in ["", &GOOD[1..], &format!("{GOOD}00"), &GOOD.replace('e', "f")] {
        assert_eq!(proof("17key_1", Some(header), BODY), Some(Rejection::Forged), "{header}");
    }
    assert_eq!(proof("17key_1", None, BODY), Some(Rejection::Missing));
}

#[test]
fn the_vector_of_version_1_is_genuine_and_every_change_of_it_is_not() {
    let body = |event: &str, data: &str, sign: &str| format!(r#"{{"sign":"{sign}","event":"{event}","data":{data}}}"#);
    assert_eq!(proof("17key_1", None, &body("TRACKING_UPDATED", DATA, FIRST)), None);
    assert_eq!(proof("17key_2", None, &body("TRACKING_UPDATED", DATA, FIRST)), Some(Rejection::Forged));
    assert_eq!(proof("17key_1", None, &body("TRACKING_STOPPED", DATA, FIRST)), Some(Rejection::Forged));
    let other = DATA.replace("89CN", "80CN");
    assert_eq!(proof("17key_1", None, &body("TRACKING_UPDATED", &other, FIRST)), Some(Rejection::Forged));
    let spaced = DATA.replace(',', ", ");
    assert_eq!(proof("17key_1", None, &body("TRACKING_UPDATED", &spaced, FIRST)), Some(Rejection::Forged));
    assert_eq!(proof("17key_1", None, &body("TRACKING_UPDATED", DATA, "")), Some(Rejection::Missing));
    let twice = body("TRACKING_UPDATED", DATA, FIRST).replace('}', r#"},"data":{}"#);
    assert_eq!(proof("17key_1", None, &twice), Some(Rejection::Missing));
    // A signature in the body proves nothing where the header has another one.
    let both = body("TRACKING_UPDATED", DATA, FIRST);
    assert_eq!(proof("17key_1", Some(GOOD), &both), Some(Rejection::Forged));
}

#[test]
fn every_status_has_one_meaning() {
    let attempt = |reason| why(P::DeliveryAttempted, reason);
    let wrong = |reason| why(P::Exception, reason);
    for (sub, expected) in [
        ("NotFound_Other", Meaning::default()),
        ("NotFound_InvalidCode", Meaning::default()),
        ("Teleported_Other", Meaning::default()),
        ("InfoReceived", is(P::PreTransit)),
        ("InTransit_PickedUp", is(P::Accepted)),
        ("InTransit_Other", is(P::InTransit)),
        ("InTransit_Departure", is(P::InTransit)),
        ("InTransit_Arrival", is(P::InTransit)),
        ("InTransit_CustomsProcessing", why(P::InTransit, Reason::Customs)),
        ("InTransit_CustomsReleased", is(P::InTransit)),
        ("InTransit_CustomsRequiringInformation", wrong(Reason::Customs).asks()),
        ("Expired_Other", is(P::InTransit)),
        ("AvailableForPickup_Other", is(P::AvailableForPickup)),
        ("OutForDelivery_Other", is(P::OutForDelivery)),
        ("DeliveryFailure_Other", attempt(Reason::Other)),
        ("DeliveryFailure_NoBody", attempt(Reason::RecipientAbsent)),
        ("DeliveryFailure_Security", attempt(Reason::Other)),
        ("DeliveryFailure_Rejected", wrong(Reason::Refused)),
        ("DeliveryFailure_InvalidAddress", attempt(Reason::Address).asks()),
        ("Delivered_Other", is(P::Delivered)),
        ("Exception_Returning", is(P::ReturnToSender)),
        ("Exception_Returned", is(P::Returned)),
        ("Exception_NoBody", attempt(Reason::RecipientAbsent)),
        ("Exception_Security", attempt(Reason::Other)),
        ("Exception_Damage", wrong(Reason::Damaged)),
        ("Exception_Lost", why(P::Lost, Reason::Lost)),
        ("Exception_Destroyed", why(P::Lost, Reason::Other)),
        ("Exception_Rejected", wrong(Reason::Refused)),
        ("Exception_Delayed", late(DelayCause::Carrier)),
        ("Exception_Cancel", is(P::Cancelled)),
        ("Exception_Other", wrong(Reason::Other)),
        ("Exception_NeverSeenBefore", wrong(Reason::Other)),
    ] {
        let status = sub.split('_').next().unwrap_or_default();
        assert_eq!(meaning(status, sub), expected, "{sub}");
    }
    assert_eq!(meaning("Delivered", ""), is(P::Delivered));
    let stages = ["InfoReceived", "PickedUp", "Departure", "Arrival", "OutForDelivery", "Delivered", "Returning", "?"];
    let known = stages.map(stage).into_iter().flatten().count();
    assert_eq!(known, stages.len() - 1);
}

fn read(name: &str, edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", &format!("17track.{name}"));
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    SeventeenTrack.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(name: &str, edit: impl FnOnce(&mut Value)) -> Tracking {
    read(name, edit).expect("readable").swap_remove(0)
}

#[test]
fn events_of_several_carriers_are_one_story_and_neither_is_the_carrier() {
    let both = tracking("TRACKING_UPDATED.two_carriers", |_| {});
    assert_eq!(both.carrier, None);
    assert!(both.scans.is_sorted() && both.scans.len() == 5);
    let one = tracking("TRACKING_UPDATED.customs", |_| {});
    assert_eq!(one.carrier.as_deref(), Some("China Post"));
}

#[test]
fn the_status_decides_and_not_the_newest_event() {
    let stuck = tracking("TRACKING_UPDATED.customs", |body| {
        body["data"]["track_info"]["latest_status"] = json!({"status": null, "sub_status": "Exception_Lost"});
    });
    assert_eq!((stuck.state, stuck.reason), (Some(P::Lost), Some(Reason::Lost)));
}

#[test]
fn a_number_that_was_never_seen_is_no_news_and_what_stopped_is_none_either() {
    let unseen = json!({"latest_status": {"status": "NotFound", "sub_status": "NotFound_Other"}, "latest_event": null,
        "tracking": {"providers": []}});
    assert_eq!(read("TRACKING_UPDATED.customs", |body| body["data"]["track_info"] = unseen), Ok(Vec::new()));
    assert_eq!(read("TRACKING_STOPPED", |_| {}), Ok(Vec::new()));
    let timeless = json!({"latest_status": {"status": "Delivered"}});
    assert!(read("TRACKING_UPDATED.customs", |body| body["data"]["track_info"] = timeless).is_err());
    let error = read("TRACKING_UPDATED.customs", |body| body["data"]["track_info"] = json!(null)).expect_err("nothing");
    assert_eq!(error.to_string(), "`data.track_info` is missing or of another kind");
}

#[test]
fn a_time_is_what_the_carrier_wrote_when_nobody_knows_better() {
    let scan = |utc: Value, iso: Value, raw: Value| {
        let edited = tracking("TRACKING_UPDATED.customs", |body| {
            let events = &mut body["data"]["track_info"]["tracking"]["providers"][0]["events"];
            *events = json!([{"time_utc": utc, "time_iso": iso, "time_raw": raw, "description": "x"}]);
            body["data"]["track_info"]["latest_event"] = json!(null);
        });
        edited.scans.first().map(|scan| (scan.at.to_string(), scan.date.to_string()))
    };
    let said = |at: &str, day: &str| Some((at.to_owned(), day.to_owned()));
    let raw = json!({"date": "2026-09-20", "time": "23:20:00", "timezone": null});
    let (iso, utc) = (json!("2026-09-20T23:20:00-05:00"), json!("2026-09-21T04:20:00Z"));
    assert_eq!(scan(utc, iso.clone(), raw.clone()), said("2026-09-21T04:20:00Z", "2026-09-20"));
    assert_eq!(scan(json!(null), iso, json!(null)), said("2026-09-21T04:20:00Z", "2026-09-20"));
    assert_eq!(scan(json!(null), json!(null), raw), said("2026-09-20T23:20:00Z", "2026-09-20"));
    let no_time = json!({"date": "2026-09-20", "time": null});
    assert_eq!(scan(json!(null), json!(null), no_time), said("2026-09-20T00:00:00Z", "2026-09-20"));
    assert_eq!(scan(json!(null), json!(null), json!(null)), None);
}
