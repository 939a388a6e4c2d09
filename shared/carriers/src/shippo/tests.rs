//! Signature vectors, tokens, and every status.

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as P;
use jiff::Timestamp;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{Shippo, meaning};
use crate::meaning::{Meaning, is, late, why};

const BODY: &str =
    r#"{"event":"track_updated","test":true,"data":{"carrier":"shippo","tracking_number":"SHIPPO_DELIVERED"}}"#;
const MAC: &str = "574436413212a67ef5b288b93663a9e26f3eee3666c541f21a29bd46c7e5315e";

fn rejection(settings: &Settings, header: Option<&str>, query: &str, body: &str, seconds: i64) -> Option<Rejection> {
    let headers: Vec<(&str, &str)> = header.into_iter().map(|header| ("shippo-auth-signature", header)).collect();
    let mut delivery = Recorded::new("shippo", &headers, body.as_bytes());
    query.clone_into(&mut delivery.query);
    let now = Timestamp::from_second(1_688_493_073 + seconds).expect("in range");
    match Shippo.verify(delivery.delivery(), settings, now) {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

#[test]
fn the_vector_is_genuine_and_every_change_of_it_is_not() {
    let check = |header: &str, body: &str, seconds: i64| {
        rejection(&with_secrets(&["shippo_secret_1"]), Some(header), "", body, seconds)
    };
    let good = format!("t=1688493073,v1={MAC}");
    assert_eq!(check(&good, BODY, 0), None);
    assert_eq!(check(&good, BODY, 300), None);
    assert_eq!(check(&good, BODY, 301), Some(Rejection::Stale));
    assert_eq!(check(&format!("v0=x, t=1688493073, v1=00, v1={MAC}"), BODY, 0), None);
    assert_eq!(check(&good, &BODY.replace("true", "tru3"), 0), Some(Rejection::Forged));
    assert_eq!(check(&good.replace("073,", "074,"), BODY, 0), Some(Rejection::Forged));
    assert_eq!(check(&good[..good.len() - 2], BODY, 0), Some(Rejection::Forged));
    for header in ["", "t=1688493073", &format!("v1={MAC}"), &format!("t=x,v1={MAC}"), &format!("t=1,{good}")] {
        assert_eq!(check(header, BODY, 0), Some(Rejection::Missing), "{header}");
    }
}

#[test]
fn a_token_is_enough_unless_a_signature_is_demanded() {
    let token = with_secrets(&["old-token", "t0ken/+ 1"]);
    let check = |settings: &Settings, query: &str| rejection(settings, None, query, BODY, 0);
    assert_eq!(check(&token, "token=t0ken%2F%2B%201"), None);
    assert_eq!(check(&token, "a=b&token=old-token"), None);
    assert_eq!(check(&token, "token=old-toke"), Some(Rejection::Forged));
    assert_eq!(check(&token, "token="), Some(Rejection::Forged));
    assert_eq!(check(&token, "token=old-token&token=old-token"), Some(Rejection::Missing));
    assert_eq!(check(&token, "key=old-token"), Some(Rejection::Missing));
    assert_eq!(check(&with_secrets(&[""]), "token="), Some(Rejection::NoSecret));

    let with_proof = |proof: &str| -> Settings {
        serde_json::from_value(json!({"secrets": ["shippo_secret_1"], "proof": proof})).expect("settings")
    };
    assert_eq!(check(&with_proof("token"), "token=shippo_secret_1"), None);
    for demanding in ["signature", "signed"] {
        let demanding = with_proof(demanding);
        assert_eq!(check(&demanding, "token=shippo_secret_1"), Some(Rejection::Missing));
        let header = format!("t=1688493073,v1={MAC}");
        assert_eq!(rejection(&demanding, Some(&header), "token=wrong", BODY, 0), None);
    }
}

#[test]
fn every_status_has_one_meaning() {
    for (status, substatus, expected) in [
        ("UNKNOWN", "other", Meaning::default()),
        ("TELEPORTED", "", Meaning::default()),
        ("PRE_TRANSIT", "information_received", is(P::PreTransit)),
        ("TRANSIT", "package_accepted", is(P::Accepted)),
        ("TRANSIT", "package_arrived", is(P::InTransit)),
        ("TRANSIT", "delivery_scheduled", is(P::InTransit)),
        ("TRANSIT", "delivery_rescheduled", is(P::InTransit)),
        ("TRANSIT", "never seen before", is(P::InTransit)),
        ("TRANSIT", "out_for_delivery", is(P::OutForDelivery)),
        ("TRANSIT", "pickup_available", is(P::AvailableForPickup)),
        ("TRANSIT", "delivery_attempted", why(P::DeliveryAttempted, Reason::RecipientAbsent)),
        ("TRANSIT", "notice_left", why(P::DeliveryAttempted, Reason::RecipientAbsent)),
        ("TRANSIT", "location_inaccessible", why(P::DeliveryAttempted, Reason::Other)),
        ("TRANSIT", "delayed", late(DelayCause::Carrier)),
        ("TRANSIT", "address_issue", why(P::Exception, Reason::Address)),
        ("TRANSIT", "contact_carrier", why(P::Exception, Reason::Other)),
        ("TRANSIT", "reschedule_delivery", why(P::Exception, Reason::Other)),
        ("TRANSIT", "package_held", why(P::Exception, Reason::HeldOnRequest)),
        ("TRANSIT", "package_damaged", why(P::Exception, Reason::Damaged)),
        ("DELIVERED", "delivered", is(P::Delivered)),
        ("DELIVERED", "", is(P::Delivered)),
        ("RETURNED", "return_to_sender", is(P::ReturnToSender)),
        ("RETURNED", "package_unclaimed", why(P::ReturnToSender, Reason::PickupMissed)),
        ("FAILURE", "package_undeliverable", why(P::Exception, Reason::Other)),
        ("FAILURE", "package_disposed", why(P::Lost, Reason::Other)),
        ("FAILURE", "package_lost", why(P::Lost, Reason::Lost)),
    ] {
        assert_eq!(meaning(status, substatus), expected, "{status} {substatus}");
    }
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "shippo.track_updated.attempted");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    Shippo.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(edit: impl FnOnce(&mut Value)) -> Tracking {
    read(edit).expect("readable").swap_remove(0)
}

#[test]
fn only_tracks_are_read_and_the_number_must_be_there() {
    assert_eq!(read(|body| body["event"] = json!("transaction_created")), Ok(Vec::new()));
    assert_eq!(read(|body| body["data"]["object_state"] = json!("VALID")), Ok(Vec::new()));
    let error = read(|body| body["data"]["tracking_number"] = json!("")).expect_err("no number").to_string();
    assert_eq!(error, "`data.tracking_number` is missing or of another kind");
    assert!(read(|body| body["data"] = json!([])).is_err());
}

#[test]
fn the_history_speaks_where_the_status_is_missing() {
    let unsaid = tracking(|body| body["data"]["tracking_status"] = json!(null));
    assert_eq!(unsaid.state, Some(P::DeliveryAttempted));
    let unknown = tracking(|body| body["data"]["tracking_status"]["status"] = json!("UNKNOWN"));
    assert_eq!((unknown.state, unknown.action_required, unknown.scans.len()), (None, false, 5));
}

#[test]
fn a_date_that_moved_is_a_delay_until_it_arrives() {
    assert_eq!(tracking(|_| {}).delayed, Some(DelayCause::Carrier));
    assert_eq!(tracking(|body| body["data"]["original_eta"] = json!("2026-09-22T00:00:00Z")).delayed, None);
    assert_eq!(tracking(|body| body["data"]["original_eta"] = json!(null)).delayed, None);
    assert_eq!(tracking(|body| body["data"]["tracking_status"]["status"] = json!("DELIVERED")).delayed, None);
}
