//! Tokens, every status, and times that cannot be.

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as P;
use jiff::civil::time;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::objects::clock;
use super::{Karrio, because, meaning};
use crate::meaning::{Meaning, is, late, why};

const SECRET: &str = "whsec_0123456789abcdef";

fn proof(settings: &Settings, header: (&'static str, &str), body: &str) -> Option<Rejection> {
    let delivery = Recorded::new("karrio", &[header], body.as_bytes());
    match Karrio.verify(delivery.delivery(), settings, signed_at()) {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

#[test]
fn the_secret_is_genuine_in_its_own_header_only() {
    let settings = with_secrets(&[SECRET]);
    assert_eq!(proof(&settings, ("x-event-id", SECRET), "{}"), None);
    for forged in ["whsec_0123456789abcdef ", "whsec_0123456789abcde", "", "evt_1"] {
        assert_eq!(proof(&settings, ("x-event-id", forged), "{}"), Some(Rejection::Forged), "{forged}");
    }
    assert_eq!(proof(&settings, ("authorization", SECRET), "{}"), Some(Rejection::Missing));
}

#[test]
fn where_a_signature_is_demanded_the_secret_is_not_enough() {
    let settings: Settings =
        serde_json::from_value(json!({"secrets": [SECRET], "proof": "signature"})).expect("settings");
    let signature = "sha256=e81fd93502e93b1c784f672d95299df283f070ff8d03937c65f4b921bbd00822";
    assert_eq!(proof(&settings, ("x-karrio-signature", signature), "{}"), None);
    assert_eq!(proof(&settings, ("x-karrio-signature", signature), "{ }"), Some(Rejection::Forged));
    assert_eq!(proof(&settings, ("x-karrio-signature", &signature[7..]), "{}"), Some(Rejection::Forged));
    assert_eq!(proof(&settings, ("x-event-id", SECRET), "{}"), Some(Rejection::Missing));
}

#[test]
fn every_status_has_one_meaning() {
    let wrong = |reason| why(P::Exception, reason);
    let attempt = |reason| why(P::DeliveryAttempted, reason);
    for (status, reason, expected) in [
        ("unknown", "", Meaning::default()),
        ("teleported", "", Meaning::default()),
        ("pending", "", is(P::PreTransit)),
        ("picked_up", "", is(P::Accepted)),
        ("in_transit", "", is(P::InTransit)),
        ("on_hold", "", wrong(Reason::HeldOnRequest)),
        ("on_hold", "customs_inspection", wrong(Reason::Customs)),
        ("delivery_delayed", "", late(DelayCause::Carrier)),
        ("delivery_delayed", "weather_delay", late(DelayCause::Weather)),
        ("delivery_delayed", "customs_delay", late(DelayCause::Customs)),
        ("out_for_delivery", "", is(P::OutForDelivery)),
        ("ready_for_pickup", "", is(P::AvailableForPickup)),
        ("delivery_failed", "", wrong(Reason::Other)),
        ("delivery_failed", "consignee_not_home", attempt(Reason::RecipientAbsent)),
        ("delivery_failed", "consignee_not_available", attempt(Reason::RecipientAbsent)),
        ("delivery_failed", "consignee_business_closed", attempt(Reason::RecipientAbsent)),
        ("delivery_failed", "consignee_access_restricted", attempt(Reason::Other)),
        ("delivery_failed", "consignee_refused", wrong(Reason::Refused)),
        ("delivery_failed", "carrier_damaged_parcel", wrong(Reason::Damaged)),
        ("delivered", "", is(P::Delivered)),
        ("return_to_sender", "", is(P::ReturnToSender)),
        ("cancelled", "", is(P::Cancelled)),
    ] {
        assert_eq!(meaning("fedex", status, reason), expected, "{status} {reason}");
    }
    for dhl in ["dhl_universal", "dhl_parcel_de"] {
        assert_eq!(meaning(dhl, "delivery_delayed", ""), Meaning::default());
        assert_eq!(meaning(dhl, "delivered", ""), is(P::Delivered));
    }
}

#[test]
fn every_reason_has_one_meaning() {
    for (reason, expected) in [
        ("carrier_sorting_error", Reason::Missorted),
        ("carrier_address_not_found", Reason::Address),
        ("consignee_incorrect_address", Reason::Address),
        ("carrier_parcel_lost", Reason::Lost),
        ("consignee_cancelled", Reason::Refused),
        ("natural_disaster", Reason::Weather),
        ("customs_duties_unpaid", Reason::Customs),
        ("parcel_being_researched", Reason::Other),
        ("never seen before", Reason::Other),
    ] {
        assert_eq!(because(reason), Some(expected), "{reason}");
    }
    assert_eq!(because(""), None);
}

#[test]
fn times_that_cannot_be_are_what_they_were_meant_to_be() {
    for (text, expected) in [
        ("07:58 AM", Some(time(7, 58, 0, 0))),
        ("6:07 PM", Some(time(18, 7, 0, 0))),
        ("18:07 PM", Some(time(18, 7, 0, 0))),
        ("12:05 am", Some(time(0, 5, 0, 0))),
        ("12:05 PM", Some(time(12, 5, 0, 0))),
        ("00:05 AM", Some(time(0, 5, 0, 0))),
        ("18:07", Some(time(18, 7, 0, 0))),
        ("18:07:33", Some(time(18, 7, 33, 0))),
        ("25:00", None),
        ("-1:00", None),
        ("PM", None),
        ("", None),
        ("noon", None),
    ] {
        assert_eq!(clock(text), expected, "{text}");
    }
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "karrio.tracker_updated.out_for_delivery");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    Karrio.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(edit: impl FnOnce(&mut Value)) -> Tracking {
    read(edit).expect("readable").swap_remove(0)
}

#[test]
fn an_event_without_a_timestamp_has_a_date_and_a_clock() {
    let edited = tracking(|body| {
        for event in body["data"]["events"].as_array_mut().expect("events") {
            event["timestamp"] = json!(null);
        }
    });
    assert_eq!(edited.scans, tracking(|_| {}).scans);
    let timeless = tracking(|body| {
        body["data"]["events"][0]["timestamp"] = json!(null);
        body["data"]["events"][0]["time"] = json!("soon");
    });
    assert_eq!(timeless.scans[0].at.to_string(), "2026-09-21T00:00:00Z");
}

#[test]
fn only_trackers_that_saw_something_are_news() {
    assert_eq!(read(|body| body["event"] = json!("shipment_purchased")), Ok(Vec::new()));
    let blank = |body: &mut Value| {
        body["data"]["events"] = json!([]);
        body["data"]["info"] = json!({});
    };
    assert_eq!(read(blank), Ok(Vec::new()));
    let begun = tracking(|body| body["data"]["events"] = json!([]));
    assert_eq!(begun.at.to_string(), "2026-09-18T00:00:00Z");
    let error = read(|body| body["data"]["tracking_number"] = json!("")).expect_err("no number").to_string();
    assert_eq!(error, "`data.tracking_number` is missing or of another kind");
}

#[test]
fn links_are_of_carriers() {
    assert!(tracking(|_| {}).url.is_some());
    let strange = tracking(|body| body["data"]["info"]["carrier_tracking_link"] = json!("https://evil.example/x"));
    assert_eq!(strange.url, None);
}
