//! Tokens, every status, and messages of several parcels.

use domain::fact::{Reason, Tracking};
use domain::tracking::ParcelState as P;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{Ship24, meaning};
use crate::meaning::{Meaning, is, why};

fn proof(header: (&'static str, &str)) -> Option<Rejection> {
    let delivery = Recorded::new("ship24", &[header], b"{}");
    match Ship24.verify(delivery.delivery(), &with_secrets(&["s24_secret_1"]), signed_at()) {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

#[test]
fn the_token_is_genuine_in_its_own_header_only() {
    assert_eq!(proof(("authorization", "Bearer s24_secret_1")), None);
    for forged in ["Bearer s24_secret_1 ", "Bearer s24_secret_", "Bearer ", "Bearer S24_SECRET_1"] {
        assert_eq!(proof(("authorization", forged)), Some(Rejection::Forged), "{forged}");
    }
    for missing in ["s24_secret_1", "Basic s24_secret_1", ""] {
        assert_eq!(proof(("authorization", missing)), Some(Rejection::Missing), "{missing}");
    }
    assert_eq!(proof(("x-authorization", "Bearer s24_secret_1")), Some(Rejection::Missing));
}

#[test]
fn every_status_has_one_meaning() {
    for (milestone, code, expected) in [
        ("pending", "", Meaning::default()),
        ("teleported", "teleported", Meaning::default()),
        ("info_received", "data_order_created", is(P::PreTransit)),
        ("info_received", "data_order_cancelled", is(P::Cancelled)),
        ("in_transit", "data_delivery_proposed", is(P::InTransit)),
        ("in_transit", "transit_handover", is(P::Accepted)),
        ("in_transit", "destination_arrival", is(P::InTransit)),
        ("in_transit", "customs_cleared", is(P::InTransit)),
        ("exception", "customs_exception", why(P::Exception, Reason::Customs).asks()),
        ("exception", "customs_rejected", why(P::Exception, Reason::Customs)),
        ("available_for_pickup", "delivery_available_for_pickup", is(P::AvailableForPickup)),
        ("out_for_delivery", "delivery_out_for_delivery", is(P::OutForDelivery)),
        ("failed_attempt", "delivery_attempted", why(P::DeliveryAttempted, Reason::Other)),
        ("exception", "delivery_exception", why(P::Exception, Reason::Other)),
        ("exception", "delivery_refused", why(P::Exception, Reason::Refused)),
        ("delivered", "delivery_delivered", is(P::Delivered)),
        ("exception", "exception_return", is(P::ReturnToSender)),
        ("exception", "exception_lost", why(P::Lost, Reason::Lost)),
        ("exception", "exception_discarded", why(P::Lost, Reason::Other)),
        ("info_received", "", is(P::PreTransit)),
        ("in_transit", "", is(P::InTransit)),
        ("out_for_delivery", "", is(P::OutForDelivery)),
        ("failed_attempt", "", why(P::DeliveryAttempted, Reason::Other)),
        ("available_for_pickup", "", is(P::AvailableForPickup)),
        ("delivered", "", is(P::Delivered)),
        ("exception", "", why(P::Exception, Reason::Other)),
    ] {
        assert_eq!(meaning(milestone, code), expected, "{milestone} {code}");
    }
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "ship24.trackings.two");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    Ship24.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[test]
fn one_bad_parcel_costs_none_of_the_others() {
    let numbers = |edit: fn(&mut Value)| {
        let read = read(edit).expect("readable");
        read.into_iter().map(|tracking| tracking.number.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(|_| {}), ["RB123456785GB", "1Z5R89390357567127"]);
    assert_eq!(numbers(|body| body["trackings"][1]["tracker"] = json!(null)), ["RB123456785GB"]);
    assert_eq!(numbers(|body| body["trackings"][1] = json!(7)), ["RB123456785GB"]);
    assert_eq!(numbers(|body| body["trackings"][0] = json!({})), ["1Z5R89390357567127"]);
}

#[test]
fn a_message_of_nothing_that_can_be_read_is_kept() {
    let error = |edit: fn(&mut Value)| read(edit).expect_err("unreadable").to_string();
    assert_eq!(error(|body| body["trackings"] = json!([])), "`trackings` is missing or of another kind");
    let nameless = "`trackings.tracker` is missing or of another kind";
    assert_eq!(error(|body| body["trackings"] = json!([{"tracker": 1}, {}])), nameless);
}

#[test]
fn the_events_speak_where_the_shipment_is_silent() {
    let silent =
        read(|body| body["trackings"][0]["shipment"] = json!({"statusCode": null, "statusMilestone": "pending"}));
    let silent = silent.expect("readable").swap_remove(0);
    assert_eq!((silent.state, silent.promised, silent.whole), (Some(P::DeliveryAttempted), None, false));
}

#[test]
fn times_are_local_and_the_fake_one_is_not_read() {
    let scan = |occurred: &str, offset: Value| {
        let read = read(|body| {
            let event = &mut body["trackings"][0]["events"][0];
            event["occurrenceDatetime"] = json!(occurred);
            event["utcOffset"] = offset;
        });
        let scan = read.expect("readable").swap_remove(0).scans.first().map(|scan| (scan.at, scan.date));
        scan.map(|(at, date)| (at.to_string(), date.to_string()))
    };
    let said = |at: &str, day: &str| Some((at.to_owned(), day.to_owned()));
    assert_eq!(scan("2026-09-21T23:42:00", json!(null)), said("2026-09-21T23:42:00Z", "2026-09-21"));
    assert_eq!(scan("2026-09-21T23:42:00", json!("-07:00")), said("2026-09-22T06:42:00Z", "2026-09-21"));
    assert_eq!(scan("2026-09-21T23:42:00-07:00", json!("-07:00")), said("2026-09-22T06:42:00Z", "2026-09-21"));
    assert_eq!(scan("2026-09-21", json!(null)), said("2026-09-21T00:00:00Z", "2026-09-21"));
    assert_eq!(scan("", json!(null)), None);
}

#[test]
fn numbers_of_their_tests_are_tests() {
    let test = read(|body| body["trackings"][0]["tracker"]["trackingNumber"] = json!("S24DEMO456393"));
    assert_eq!(test.expect("readable").iter().map(|tracking| tracking.test).collect::<Vec<_>>(), [true, false]);
}
