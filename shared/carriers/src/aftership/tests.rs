//! The signature vector, every sub-status, and three ways to write a time.

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as P;
use jiff::civil::date;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{AfterShip, meaning};
use crate::meaning::{Meaning, is, late, why};

const BODY: &str = r#"{"event":"tracking_update","event_id":"94dadd60-ed26-46d0-aa52-3ced925a50ff","ts":1712741696}"#;
const GOOD: &str = "wFCIEzLVAYoYZwalSTKWnRRWh/JuSCn9kEKkZvg6q5Y=";

fn proof(secret: &str, header: &str, body: &str) -> Option<Rejection> {
    let delivery = Recorded::new("aftership", &[("aftership-hmac-sha256", header)], body.as_bytes());
    match AfterShip.verify(delivery.delivery(), &with_secrets(&[secret]), signed_at()) {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

#[test]
fn the_vector_is_genuine_and_hex_is_not() {
    assert_eq!(proof("as_secret_1", GOOD, BODY), None);
    assert_eq!(proof("as_secret_1\n", GOOD, BODY), None);
    assert_eq!(proof("as_secret_2", GOOD, BODY), Some(Rejection::Forged));
    assert_eq!(proof("as_secret_1", GOOD, &BODY.replace("94d", "95d")), Some(Rejection::Forged));
    let hex = "c050881332d5018a186706a54932969d145687f26e4829fd9042a466f83aab96";
    for header in [hex, "", GOOD.trim_end_matches('='), &GOOD.to_lowercase(), &format!("{GOOD}{GOOD}")] {
        assert_eq!(proof("as_secret_1", header, BODY), Some(Rejection::Forged), "{header}");
    }
}

#[test]
fn every_status_has_one_meaning() {
    let attempt = |reason| why(P::DeliveryAttempted, reason);
    let wrong = |reason| why(P::Exception, reason);
    for (tag, subtag, expected) in [
        ("Pending", "Pending_001", Meaning::default()),
        ("Teleported", "Teleported_001", Meaning::default()),
        ("InfoReceived", "InfoReceived_001", is(P::PreTransit)),
        ("InTransit", "InTransit_001", is(P::InTransit)),
        ("InTransit", "InTransit_002", is(P::Accepted)),
        ("InTransit", "InTransit_008", is(P::InTransit)),
        ("OutForDelivery", "OutForDelivery_001", is(P::OutForDelivery)),
        ("OutForDelivery", "OutForDelivery_002", is(P::AvailableForPickup)),
        ("OutForDelivery", "OutForDelivery_003", is(P::InTransit)),
        ("OutForDelivery", "OutForDelivery_004", is(P::InTransit)),
        ("AvailableForPickup", "AvailableForPickup_001", is(P::AvailableForPickup)),
        ("AttemptFail", "AttemptFail_001", attempt(Reason::Other)),
        ("AttemptFail", "AttemptFail_002", attempt(Reason::RecipientAbsent)),
        ("AttemptFail", "AttemptFail_003", attempt(Reason::RecipientAbsent)),
        ("Delivered", "Delivered_001", is(P::Delivered)),
        ("Delivered", "Delivered_005", is(P::Delivered)),
        ("Exception", "Exception_001", wrong(Reason::Other)),
        ("Exception", "Exception_002", wrong(Reason::Address).asks()),
        ("Exception", "Exception_003", wrong(Reason::Refused)),
        ("Exception", "Exception_004", wrong(Reason::Customs)),
        ("Exception", "Exception_005", late(DelayCause::Carrier)),
        ("Exception", "Exception_006", wrong(Reason::Other).asks()),
        ("Exception", "Exception_007", wrong(Reason::Address).asks()),
        ("Exception", "Exception_008", wrong(Reason::PickupMissed).asks()),
        ("Exception", "Exception_009", wrong(Reason::Other)),
        ("Exception", "Exception_010", is(P::ReturnToSender)),
        ("Exception", "Exception_011", is(P::Returned)),
        ("Exception", "Exception_012", wrong(Reason::Damaged)),
        ("Exception", "Exception_013", why(P::Lost, Reason::Lost)),
        ("Exception", "Exception_014", wrong(Reason::Other)),
        ("Exception", "Exception_016", late(DelayCause::Carrier)),
        ("Exception", "Exception_017", late(DelayCause::Weather)),
        ("Exception", "Exception_018", wrong(Reason::Customs).asks()),
        ("Exception", "Exception_019", late(DelayCause::Carrier)),
        ("Exception", "Exception_020", is(P::Cancelled)),
        ("Exception", "Exception_021", why(P::Lost, Reason::Other)),
        ("Exception", "", wrong(Reason::Other)),
        ("Expired", "Expired_001", is(P::Expired)),
    ] {
        assert_eq!(meaning(tag, subtag), expected, "{tag} {subtag}");
    }
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "aftership.tracking_update.available_for_pickup");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    AfterShip.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(edit: impl FnOnce(&mut Value)) -> Tracking {
    read(edit).expect("readable").swap_remove(0)
}

#[test]
fn a_time_may_be_a_date_or_local_or_exact() {
    for (written, at, day) in [
        ("2026-09-18", "2026-09-18T00:00:00Z", date(2026, 9, 18)),
        ("2026-09-18T23:11:00", "2026-09-18T23:11:00Z", date(2026, 9, 18)),
        ("2026-09-18T23:11:00-07:00", "2026-09-19T06:11:00Z", date(2026, 9, 18)),
    ] {
        let scan =
            tracking(|body| body["msg"]["checkpoints"][0]["checkpoint_time"] = json!(written)).scans.swap_remove(0);
        assert_eq!((scan.at.to_string(), scan.date), (at.to_owned(), day), "{written}");
    }
}

#[test]
fn only_the_carriers_word_is_a_promise() {
    let guessed = tracking(|body| {
        body["msg"]["courier_estimated_delivery_date"] = json!(null);
        body["msg"]["latest_estimated_delivery"]["source"] = json!("AfterShip");
    });
    assert_eq!((guessed.promised, guessed.delayed), (None, None));
    let range = tracking(|body| {
        body["msg"]["courier_estimated_delivery_date"] =
            json!({"estimated_delivery_date_min": "2026-09-22", "estimated_delivery_date_max": "2026-09-24T18:00:00"});
    });
    assert_eq!(range.promised, Some(date(2026, 9, 24)));
    let old = tracking(|body| {
        body["msg"] = json!({"tracking_number": "1", "updated_at": "2026-09-21T11:00:00+00:00", "expected_delivery": "2026-09-25"});
    });
    assert_eq!((old.promised, old.state, old.tracker.as_str()), (Some(date(2026, 9, 25)), None, "1"));
}

#[test]
fn what_went_back_is_on_its_way_back_whatever_is_delivered() {
    let back = tracking(|body| {
        body["msg"]["return_to_sender"] = json!(true);
        body["msg"]["tag"] = json!("Delivered");
        body["msg"]["subtag"] = json!("Delivered_001");
    });
    assert!(!back.is_return, "nobody sends it back: it could not be delivered");
    assert_eq!((back.state, back.delayed), (Some(P::Returned), None));
    assert!(back.scans.iter().all(|scan| scan.state != Some(P::Delivered)), "{:?}", back.scans);
}

#[test]
fn links_are_of_carriers_and_the_number_must_be_there() {
    assert_eq!(tracking(|body| body["msg"]["courier_tracking_link"] = json!("https://evil.example/x")).url, None);
    assert_eq!(read(|body| body["event"] = json!("returns_update")), Ok(Vec::new()));
    let error = read(|body| body["msg"]["tracking_number"] = json!("")).expect_err("no number").to_string();
    assert_eq!(error, "`msg.tracking_number` is missing or of another kind");
    let at = tracking(|body| body["msg"]["updated_at"] = json!(null)).at;
    assert_eq!(at, signed_at());
}
