//! Signature vectors, and every status.

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as P;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{EasyPost, meaning};
use crate::meaning::Meaning;

const BODY: &str = r#"{"id":"evt_1","description":"tracker.updated","result":{"tracking_code":"EZ4000000004","status":"delivered","weight":17.6}}"#;
const GOOD: &str = "hmac-sha256-hex=228789a54362ff692665a0a484d9dc446eb1f2cb3bd0ee43258b0779f57988f8";

fn proof(secret: &str, header: &str, body: &str) -> Option<Rejection> {
    let delivery = Recorded::new("easypost", &[("x-hmac-signature", header)], body.as_bytes());
    match EasyPost.verify(delivery.delivery(), &with_secrets(&[secret]), signed_at()) {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

#[test]
fn the_vector_is_genuine_however_the_secret_is_composed() {
    assert_eq!(proof("s\u{e9}cret", GOOD, BODY), None);
    assert_eq!(proof("se\u{301}cret", GOOD, BODY), None);
    assert_eq!(proof("secret", GOOD, BODY), Some(Rejection::Forged));
    assert_eq!(proof("s\u{e9}cret", GOOD, &format!("{BODY}\n")), Some(Rejection::Forged));
    let bare = GOOD.strip_prefix("hmac-sha256-hex=").expect("a prefix");
    assert_eq!(proof("s\u{e9}cret", bare, BODY), Some(Rejection::Missing));
    assert_eq!(proof("s\u{e9}cret", "hmac-sha256-hex=", BODY), Some(Rejection::Forged));
    assert_eq!(proof("s\u{e9}cret", &format!("{GOOD}00"), BODY), Some(Rejection::Forged));
    assert_eq!(proof("", GOOD, BODY), Some(Rejection::NoSecret));
}

#[test]
fn a_key_of_the_composed_text_is_not_theirs() {
    // HMAC-SHA256 of `BODY`, keyed with the NFC bytes of `sécret`.
    let composed = "hmac-sha256-hex=afada02605a748bf6e8e892d10c6d286df65bcccf3aa1ee94f255dd26f3fb956";
    assert_eq!(proof("s\u{e9}cret", composed, BODY), Some(Rejection::Forged));
}

#[test]
fn every_status_has_one_meaning() {
    let check = |status: &str, detail: &str, words: &str| {
        let Meaning { state, reason, delayed, .. } = meaning(status, detail, words);
        (state, reason, delayed)
    };
    let plain = |state| (Some(state), None, None);
    let wrong = |state, reason| (Some(state), Some(reason), None);
    for (status, detail, expected) in [
        ("unknown", "unknown", (None, None, None)),
        ("error", "whatever", (None, None, None)),
        ("teleported", "", (None, None, None)),
        ("pre_transit", "label_created", plain(P::PreTransit)),
        ("in_transit", "received_at_origin_facility", plain(P::Accepted)),
        ("in_transit", "arrived_at_facility", plain(P::InTransit)),
        ("in_transit", "arrived_at_pickup_location", plain(P::InTransit)),
        ("in_transit", "delayed", (Some(P::InTransit), None, Some(DelayCause::Carrier))),
        ("in_transit", "weather_delay", (Some(P::InTransit), None, Some(DelayCause::Weather))),
        ("in_transit", "address_correction", wrong(P::Exception, Reason::Address)),
        ("in_transit", "missorted", wrong(P::Exception, Reason::Missorted)),
        ("in_transit", "transit_exception", wrong(P::Exception, Reason::Other)),
        ("in_transit", "delivery_exception", wrong(P::Exception, Reason::Other)),
        ("in_transit", "held", wrong(P::Exception, Reason::HeldOnRequest)),
        ("in_transit", "refused", wrong(P::Exception, Reason::Refused)),
        ("out_for_delivery", "out_for_delivery", plain(P::OutForDelivery)),
        ("available_for_pickup", "arrived_at_destination", plain(P::AvailableForPickup)),
        ("delivered", "arrived_at_destination", plain(P::Delivered)),
        ("return_to_sender", "return", plain(P::ReturnToSender)),
        ("return_to_sender", "refused", wrong(P::ReturnToSender, Reason::Refused)),
        ("failure", "refused", wrong(P::ReturnToSender, Reason::Refused)),
        ("failure", "lost", wrong(P::Lost, Reason::Lost)),
        ("failure", "damaged", wrong(P::Exception, Reason::Damaged)),
        ("failure", "expired", plain(P::Expired)),
        ("failure", "delayed", wrong(P::Exception, Reason::Other)),
        ("failure", "transit_exception", wrong(P::Exception, Reason::Other)),
        ("failure", "failure", wrong(P::Exception, Reason::Other)),
        ("cancelled", "cancelled", plain(P::Cancelled)),
    ] {
        assert_eq!(check(status, detail, "Arrived"), expected, "{status} {detail}");
    }
    let attempt = wrong(P::DeliveryAttempted, Reason::RecipientAbsent);
    assert_eq!(check("in_transit", "delivery_exception", "Delivery Attempted - No Access"), attempt);
    assert_eq!(check("out_for_delivery", "delivery_exception", "Notice Left"), attempt);
    // As FedEx words it, and they pass it on.
    let nobody = "Delivery exception (Customer not available or business closed)";
    assert_eq!(check("failure", "delayed", nobody), attempt);
    assert_eq!(check("failure", "delivery_exception", nobody), attempt);
    assert_eq!(check("in_transit", "address_correction", "Address corrected"), plain(P::InTransit));
    assert!(meaning("failure", "awaiting_information", "Awaiting information from recipient").action_required);
}

#[test]
fn a_depot_on_the_way_is_not_where_it_was_handed_over() {
    let step = |status: &str, detail: &str, hour: u8| json!({"status": status, "status_detail": detail, "datetime": format!("2026-09-21T{hour:02}:00:00Z")});
    let depot = |hour| step("in_transit", "received_at_origin_facility", hour);
    let states = |steps: Vec<Value>| {
        let read = tracking(|body| {
            body["result"]["status"] = json!("in_transit");
            body["result"]["status_detail"] = json!("received_at_origin_facility");
            body["result"]["tracking_details"] = json!(steps);
        });
        (read.state, read.scans.iter().map(|scan| scan.state).collect::<Vec<_>>())
    };
    let label = || step("pre_transit", "label_created", 1);
    let unknown = || step("unknown", "status_update", 3);
    let first = [Some(P::PreTransit), Some(P::Accepted), None, Some(P::Accepted)];
    assert_eq!(states(vec![label(), depot(2), unknown(), depot(4)]), (Some(P::Accepted), first.to_vec()));
    let out = step("out_for_delivery", "out_for_delivery", 3);
    let then = [Some(P::Accepted), Some(P::OutForDelivery), Some(P::InTransit)];
    assert_eq!(states(vec![depot(2), out, depot(4)]), (Some(P::InTransit), then.to_vec()));
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "easypost.tracker.updated.out_for_delivery");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    EasyPost.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(edit: impl FnOnce(&mut Value)) -> Tracking {
    read(edit).expect("readable").swap_remove(0)
}

#[test]
fn dates_are_local_and_links_are_theirs() {
    assert_eq!(tracking(|_| {}).promised, Some(jiff::civil::date(2026, 9, 21)));
    let unsaid = tracking(|body| body["result"]["carrier_detail"] = json!(null));
    assert_eq!(unsaid.promised, Some(jiff::civil::date(2026, 9, 22)));
    for url in ["https://evil.example/x", "https://track.easypost.com.evil.example/x", "http://track.easypost.com/x"] {
        assert_eq!(tracking(|body| body["result"]["public_url"] = json!(url)).url, None);
    }
}

#[test]
fn scans_without_a_time_are_no_scans_and_nulls_no_places() {
    let edited = tracking(|body| {
        body["result"]["tracking_details"][0]["datetime"] = json!(null);
        body["result"]["tracking_details"][1]["tracking_location"] = json!({"city": null, "state": null});
    });
    assert_eq!(edited.scans.len(), 3);
    assert_eq!(edited.scans[0].place, "");
    assert!(tracking(|body| body["result"]["tracking_details"] = json!(null)).scans.is_empty());
}

#[test]
fn only_trackers_are_read_and_the_number_must_be_there() {
    assert_eq!(read(|body| body["description"] = json!("payment.created")), Ok(Vec::new()));
    assert!(tracking(|body| body["mode"] = json!("test")).test);
    let error = read(|body| body["result"]["tracking_code"] = json!("")).expect_err("no number").to_string();
    assert_eq!(error, "`result.tracking_code` is missing or of another kind");
    assert!(read(|body| body["result"]["object"] = json!("Batch")).is_err());
}
