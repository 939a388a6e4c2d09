//! Signature vectors, the codes, and which of several documents counts.

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as S;
use jiff::civil::date;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, signed_at, with_secrets};
use webhooks::delivery::{Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{FedEx, meaning};
use crate::meaning::Meaning;

const BODY: &str = r#"{"transactionId":"t-1","output":{"completeTrackResults":[]}}"#;
const BASE64: &str = "2JfcXjAMdGKT3Reg3fCk0TFbwFZzQ/GKdhFsdrwIoCc=";
const HEX: &str = "d897dc5e300c746293dd17a0ddf0a4d1315bc0567343f18a76116c76bc08a027";

fn refusal(secret: &str, header: &str, body: &str) -> Option<Rejection> {
    let delivery = Recorded::new("fedex", &[("fdx-signature", header)], body.as_bytes());
    FedEx.verify(delivery.delivery(), &with_secrets(&[secret]), signed_at()).err()
}

#[test]
fn the_vector_is_genuine_in_base64_and_in_hex_and_no_change_of_it_is() {
    for good in [BASE64, HEX, &HEX.to_uppercase()] {
        assert_eq!(refusal("fdx_token_1", good, BODY), None);
        assert_eq!(refusal("fdx_token_2", good, BODY), Some(Rejection::Forged));
        assert_eq!(refusal("fdx_token_1", good, &BODY.replace("t-1", "t-2")), Some(Rejection::Forged));
        assert_eq!(refusal("fdx_token_1", &good[1..], BODY), Some(Rejection::Forged));
    }
    for wrong in ["", "=", " ", &format!("{BASE64}\u{20}x"), &BASE64.replace("Cc=", "Cd=")] {
        assert_eq!(refusal("fdx_token_1", wrong, BODY), Some(Rejection::Forged), "{wrong}");
    }
}

#[test]
fn codes_mean_one_thing_and_words_decide_about_exceptions() {
    let check = |code: &str, words: &str| {
        meaning(code, words).map(|Meaning { state, reason, delayed: late, .. }| (state, reason, late))
    };
    for (state, codes) in [
        (S::PreTransit, "OC OX EP AP"),
        (S::Accepted, "PU PX"),
        (S::InTransit, "AA AC AF AR AX CH CC CP DP DS DR EA EO FD IT IX LO OF PF PL PM SF SP TR OW AO AE"),
        (S::OutForDelivery, "OD ED AD"),
        (S::AvailableForPickup, "HP HL"),
        (S::Delivered, "DL"),
        (S::ReturnToSender, "RS"),
    ] {
        for code in codes.split(' ') {
            assert_eq!(check(code, "Refused"), Some((Some(state), None, None)), "{code}");
        }
    }
    for code in "RR RM RC RP LP RG RD SH CU BR TP".split(' ') {
        assert_eq!(check(code, ""), Some((None, None, None)), "{code}");
    }
    for (code, words, expected) in [
        (
            "DE",
            "Customer not available or business closed",
            (S::DeliveryAttempted, Some(Reason::RecipientAbsent), None),
        ),
        ("DE", "Recipient not in", (S::DeliveryAttempted, Some(Reason::RecipientAbsent), None)),
        ("DE", "FedEx redirected your package to a nearby FedEx location", (S::InTransit, None, None)),
        ("DE", "Package at station, arrived after courier dispatch", (S::InTransit, None, Some(DelayCause::Carrier))),
        ("DE", "Shipment refused by recipient", (S::Exception, Some(Reason::Refused), None)),
        ("DE", "Incorrect address", (S::Exception, Some(Reason::Address), None)),
        ("DE", "Package damaged", (S::Exception, Some(Reason::Damaged), None)),
        ("SE", "Something", (S::Exception, Some(Reason::Other), None)),
        ("CD", "", (S::Exception, Some(Reason::Customs), None)),
        ("DY", "Severe weather", (S::InTransit, None, Some(DelayCause::Weather))),
        ("DD", "", (S::InTransit, None, Some(DelayCause::Carrier))),
    ] {
        assert_eq!(check(code, words), Some((Some(expected.0), expected.1, expected.2)), "{code} {words}");
    }
    assert_eq!(check("PD", ""), Some((None, None, Some(DelayCause::Carrier))));
    assert_eq!([check("", ""), check("ZZ", ""), check("CA", "")], [None; 3]);
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "fedex.delay");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    FedEx.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

/// Edits the one parcel.
#[track_caller]
fn parcel(edit: impl FnOnce(&mut Value)) -> Tracking {
    let edited = read(|body| edit(&mut body["output"]["completeTrackResults"][0]["trackResults"][0]));
    edited.expect("readable").swap_remove(0)
}

#[test]
fn the_expected_day_is_the_windows_or_the_estimate_or_the_services() {
    assert_eq!(parcel(|_| {}).promised, Some(date(2026, 9, 22)));
    let dated = parcel(|it| it["estimatedDeliveryTimeWindow"]["window"] = json!(null));
    assert_eq!(dated.promised, Some(date(2026, 9, 22)));
    let standard = parcel(|it| {
        it["estimatedDeliveryTimeWindow"] = json!(null);
        it["dateAndTimes"] = json!([{"type": "SHIP", "dateTime": "2026-09-18T00:00:00"}]);
    });
    assert_eq!(standard.promised, Some(date(2026, 9, 21)));
}

#[test]
fn a_delay_beside_any_code_is_a_delay_until_it_is_over() {
    let with = |code: &str, delay: Value| {
        parcel(|it| {
            it["latestStatusDetail"]["code"] = json!(code);
            it["latestStatusDetail"]["delayDetail"] = delay;
        })
    };
    assert_eq!(with("IT", json!({"type": "OPERATIONAL"})).delayed, Some(DelayCause::Carrier));
    assert_eq!(with("OD", json!({"type": "CUSTOMS"})).delayed, Some(DelayCause::Customs));
    assert_eq!(with("IT", json!({"type": "", "status": "DELAYED"})).delayed, None);
    assert_eq!(with("IT", json!({"type": "WEATHER", "status": "ON_TIME"})).delayed, None);
    assert_eq!(with("DL", json!({"type": "WEATHER"})).delayed, None);
    assert_eq!(with("DY", json!(null)).delayed, Some(DelayCause::Weather));
}

#[test]
fn unknown_codes_fall_back_on_the_derived_one_and_a_cancelled_label_is_one() {
    let with = |code: &str, derived: &str| {
        let edited = parcel(|it| {
            it["latestStatusDetail"]["code"] = json!(code);
            it["latestStatusDetail"]["derivedCode"] = json!(derived);
        });
        edited.state
    };
    assert_eq!(with("ZZ", "OD"), Some(S::OutForDelivery));
    assert_eq!(with("ZZ", "YY"), None);
    assert_eq!(with("CA", "IN"), Some(S::Cancelled));
    let possession = parcel(|it| it["scanEvents"][0]["eventType"] = json!("CA"));
    assert_eq!(possession.scans.last().and_then(|scan| scan.state), Some(S::InTransit));
}

#[test]
fn a_delivery_of_a_return_is_none() {
    let delivered = |detail: Value| {
        parcel(|it| {
            it["latestStatusDetail"]["code"] = json!("DL");
            it["returnDetail"] = detail;
        })
    };
    assert_eq!(delivered(json!(null)).state, Some(S::Delivered));
    assert_eq!(delivered(json!({})).state, Some(S::Delivered));
    assert_eq!(delivered(json!({"authorizationName": null, "reasonDetail": []})).state, Some(S::Returned));
    assert!(delivered(json!({"authorizationName": "x"})).is_return);
}

#[test]
fn customers_are_asked_only_where_they_can_help() {
    let with = |code: &str, action: &str| {
        parcel(|it| {
            it["latestStatusDetail"]["code"] = json!(code);
            it["latestStatusDetail"]["delayDetail"] = json!(null);
            it["latestStatusDetail"]["ancillaryDetails"][0]["actionDescription"] = json!(action);
        })
        .action_required
    };
    assert!(with("SE", "Contact us with the correct address."));
    assert!(!with("SE", "No action is required.") && !with("DY", "Contact us."));
}

#[test]
fn each_number_of_a_document_is_read_by_itself() {
    let several = |bad: Value| {
        read(|body| {
            let list = &mut body["output"]["completeTrackResults"];
            let mut other = list[0].clone();
            other["trackResults"][0]["trackingNumberInfo"] = json!({"trackingNumber": "477179081230"});
            *list = json!([bad, list[0], other]);
        })
    };
    for bad in
        [json!({}), json!(7), json!({"trackResults": [{"scanEvents": [{}]}]}), json!({"trackResults": [{"error": {}}]})]
    {
        let read = several(bad).expect("readable");
        let numbers: Vec<&str> = read.iter().map(|tracking| tracking.number.as_str()).collect();
        assert_eq!(numbers, ["986578788855", "477179081230"]);
        assert_eq!(read[1].tracker, "477179081230");
    }
    let nameless = read(|body| {
        body["output"]["completeTrackResults"][0]["trackingNumber"] = json!(null);
        body["output"]["completeTrackResults"][0]["trackResults"][0]["trackingNumberInfo"] = json!(null);
    });
    assert_eq!(nameless.expect_err("no number").to_string(), "`trackingNumber` is missing or of another kind");
    assert!(read(|body| body["output"] = json!(null)).is_err());
}

#[test]
fn a_parcel_without_scans_is_as_old_as_its_post() {
    let unscanned = parcel(|it| it["scanEvents"] = json!([]));
    assert_eq!(unscanned.at.to_string(), "2026-09-21T14:03:10Z");
    assert_eq!(parcel(|_| {}).at.to_string(), "2026-09-21T13:58:00Z");
}
