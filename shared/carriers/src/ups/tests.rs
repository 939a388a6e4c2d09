//! Both ways to prove it, times, and what the codes mean.

use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as S;
use jiff::{SignedDuration, civil::date};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::Ups;
use super::codes::{Told, meaning};
use crate::meaning::Meaning;

fn ask(headers: &[(&'static str, &str)], body: &str, settings: &Settings, seconds: i64) -> Result<Proof, Rejection> {
    let delivery = Recorded::new("ups", headers, body.as_bytes());
    Ups.verify(delivery.delivery(), settings, signed_at() + SignedDuration::from_secs(seconds))
}

#[test]
fn version_1_shows_its_credential_and_nowhere_else() {
    let settings = with_secrets(&["old", " ups_cred_1\n"]);
    let refusal = |headers: &[(&'static str, &str)]| ask(headers, "{}", &settings, 0).err();
    assert_eq!(refusal(&[("credential", "ups_cred_1")]), None);
    assert_eq!(refusal(&[("credential", "old")]), None);
    assert_eq!(refusal(&[("credential", "ups_cred_1 ")]), Some(Rejection::Forged));
    assert_eq!(refusal(&[("credential", "ups_cred_")]), Some(Rejection::Forged));
    assert_eq!(refusal(&[("credential", "")]), Some(Rejection::Forged));
    assert_eq!(refusal(&[("authorization", "ups_cred_1")]), Some(Rejection::Missing));
    assert_eq!(refusal(&[("authorization", "Bearer ups_cred_1")]), Some(Rejection::Missing));
}

const FORM: &str = "grant_type=client_credentials";

/// `{client}:{secret}` in base64.
fn basic(login: &str) -> String {
    use base64::Engine;
    format!("Basic {}", base64::prelude::BASE64_STANDARD.encode(login))
}

fn token(settings: &Settings, login: &str) -> Result<String, Rejection> {
    match ask(&[("authorization", &basic(login))], FORM, settings, 0)? {
        Proof::Answer(reply) => {
            let reply: Value = serde_json::from_str(&reply.body).expect("JSON");
            assert_eq!((&reply["token_type"], &reply["expires_in"]), (&json!("Bearer"), &json!(3600)));
            Ok(reply["access_token"].as_str().expect("a token").to_owned())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn version_2_logs_in_and_shows_its_token_until_it_ends() {
    let settings = settings("ups");
    let token = token(&settings, "shop-client:ups-test-credential").expect("a token");
    let refusal = |token: &str, settings: &Settings, seconds: i64| {
        ask(&[("authorization", &format!("Bearer {token}")), ("x-api-key", "any")], "{}", settings, seconds).err()
    };
    assert_eq!([refusal(&token, &settings, 0), refusal(&token, &settings, 3600)], [None, None]);
    assert_eq!(refusal(&token, &settings, 3601), Some(Rejection::Stale));
    assert_eq!(refusal(&token.to_uppercase(), &settings, 0), None);
    let longer = token.replacen("179", "189", 1);
    for wrong in [longer.as_str(), "", ".", "1790003600", "1790003600.", &token[..token.len() - 2]] {
        assert_eq!(refusal(wrong, &settings, 0), Some(Rejection::Forged), "{wrong}");
    }
    let another =
        Settings { own: serde_json::from_value(json!({"client_id": "another"})).expect("own"), ..settings.clone() };
    assert_eq!(refusal(&token, &another, 0), Some(Rejection::Forged));
    let rotated = settings.clone().with_secrets(&["new", "ups-test-credential"]);
    assert_eq!(refusal(&token, &rotated, 0), None);
    assert_eq!(refusal(&token, &settings.clone().with_secrets(&["new"]), 0), Some(Rejection::Forged));
    assert_eq!(ask(&[("authorization", "Digest x")], "{}", &settings, 0).err(), Some(Rejection::Missing));
}

#[test]
fn only_the_client_gets_a_token() {
    let settings = settings("ups");
    for login in
        ["shop-client:wrong", "other:ups-test-credential", "shop-client:", "", "shop-client:ups-test-credential "]
    {
        assert_eq!(token(&settings, login).err(), Some(Rejection::Forged), "{login}");
    }
    assert_eq!(token(&settings.clone().with_secrets(&[""]), "shop-client:").err(), Some(Rejection::NoSecret));
    let odd = settings.clone().with_secrets(&["a b/c"]);
    assert!(token(&odd, "shop-client:a b/c").is_ok() && token(&odd, "shop-client:a+b%2Fc").is_ok());
    for body in ["", "grant_type=password", "{}"] {
        let asked = ask(&[("authorization", &basic("shop-client:ups-test-credential"))], body, &settings, 0);
        assert_eq!(asked.err(), Some(Rejection::Missing), "{body}");
    }
    assert_eq!(ask(&[("authorization", "Basic %")], FORM, &settings, 0).err(), Some(Rejection::Forged));
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "ups.i.out-for-delivery");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    Ups.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn tracking(edit: impl FnOnce(&mut Value)) -> Tracking {
    read(edit).expect("readable").swap_remove(0)
}

#[test]
fn a_description_code_is_text_or_a_number_and_its_zeros_mean_nothing() {
    for code in [json!("021"), json!("21"), json!(21), json!("0021")] {
        let read = tracking(|body| body["activityStatus"]["descriptionCode"] = code.clone());
        assert_eq!(read.state, Some(S::OutForDelivery), "{code}");
    }
    for code in [json!(null), json!(""), json!("x"), json!("999999"), json!({})] {
        let read = tracking(|body| body["activityStatus"]["descriptionCode"] = code.clone());
        assert_eq!(read.state, Some(S::OutForDelivery), "{code}: as type and code say");
    }
}

#[test]
fn times_are_gmt_and_dates_are_local() {
    let late = tracking(|body| {
        body["gmtActivityDate"] = json!("20260922");
        body["gmtActivityTime"] = json!("013000");
        body["localActivityTime"] = json!("213000");
    });
    assert_eq!((late.at.to_string().as_str(), late.scans[0].date), ("2026-09-22T01:30:00Z", date(2026, 9, 21)));
    let at = |edit: &dyn Fn(&mut Value)| tracking(edit).at.to_string();
    assert_eq!(at(&|body| body["gmtActivityTime"] = json!(11_519)), "2026-09-21T01:15:19Z");
    assert_eq!(at(&|body| body["gmtActivityTime"] = json!("")), "2026-09-21T00:00:00Z");
    for (offset, utc) in [("-04.00", "13:15"), ("-04:00", "13:15"), ("+05.30", "03:45"), ("", "09:15"), ("x", "09:15")]
    {
        let told = at(&|body| {
            body["gmtActivityDate"] = json!("");
            body["gmtOffset"] = json!(offset);
        });
        assert_eq!(told, format!("2026-09-21T{utc}:19Z"), "{offset}");
    }
    let unlocal = tracking(|body| {
        body["localActivityDate"] = json!(null);
        body["gmtActivityTime"] = json!("013000");
    });
    assert_eq!(unlocal.scans[0].date, date(2026, 9, 20));
    let error = read(|body| {
        body["gmtActivityDate"] = json!("2026-09");
        body["localActivityDate"] = json!("99999999");
    });
    assert_eq!(error.expect_err("no time").to_string(), "`gmtActivityDate` is missing or of another kind");
}

#[test]
fn number_and_status_must_be_there_and_the_rest_may_be_blank() {
    assert!(read(|body| body["trackingNumber"] = json!("")).is_err());
    assert!(read(|body| body["activityStatus"] = json!("D")).is_err());
    let bare = tracking(|body| {
        for field in ["activityLocation", "scheduledDeliveryDate", "gmtOffset", "localActivityDate"] {
            body[field] = json!("");
        }
    });
    assert_eq!((bare.promised, bare.scans[0].place.as_str(), bare.whole), (None, "", false));
    assert!(!bare.test && tracking(|body| body["trackingNumber"] = json!("1zcietst0111111114")).test);
}

#[test]
fn who_signed_and_what_it_looked_like_is_not_kept() {
    assert_eq!(Ups.blanked(), ["receivedBy", "deliveryPhoto"]);
    let recorded = one("tracking-webhook", "ups.d.delivered");
    let facts = Ups.interpret(&recorded.proved(&recorded.body), &Settings::default()).expect("readable");
    assert!(!serde_json::to_string(&facts).expect("JSON").contains("DOE"));
}

fn told(kind: &str, code: &str, description: Option<u16>, text: &str, delivered: bool) -> Meaning {
    meaning(&Told { kind: kind.to_owned(), code: code.to_owned(), description, text, delivered })
}

#[test]
fn description_codes_come_first() {
    for (code, state) in [
        (3, Some(S::PreTransit)),
        (7, Some(S::Cancelled)),
        (43, None),
        (38, Some(S::Accepted)),
        (72, Some(S::InTransit)),
        (143, Some(S::InTransit)),
        (78, Some(S::OutForDelivery)),
        (161, Some(S::AvailableForPickup)),
        (24, Some(S::DeliveryAttempted)),
        (11, Some(S::Delivered)),
        (46, Some(S::InTransit)),
        (50, Some(S::Exception)),
        (35, Some(S::ReturnToSender)),
        (34, Some(S::Returned)),
        (68, Some(S::Lost)),
        (154, None),
        (0, None),
        (148, None),
    ] {
        assert_eq!(told("I", "AR", Some(code), "", false).state, state, "{code}");
    }
    assert_eq!(told("X", "", Some(52), "", false).delayed, Some(DelayCause::Weather));
    assert!(told("X", "", Some(58), "", false).action_required);
    assert_eq!(told("D", "", Some(156), "", false).state, None);
    assert_eq!(told("D", "", Some(156), "", true).state, Some(S::Delivered));
    assert_eq!(told("X", "AM", Some(13), "", false).reason, Some(Reason::Refused));
    assert_eq!(told("X", "??", Some(13), "", false).state, Some(S::Exception));
    // One scan, as a post and as the Track API has it.
    assert_eq!([5, 160].map(|code| told("I", "OR", Some(code), "", false).state), [Some(S::Accepted); 2]);
    assert_eq!(told("I", "DP", Some(5), "", false).state, Some(S::InTransit));
}

#[test]
fn no_code_of_the_tables_stands_twice() {
    let mut described: Vec<u16> =
        super::codes::BY_DESCRIPTION.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
    let missing = [1, 2, 4, 8, 9, 15, 31, 150, 151, 152];
    described.sort_unstable();
    assert_eq!(described, (0..=169).filter(|code| !missing.contains(code)).collect::<Vec<u16>>());
    let mut coded: Vec<(&str, &str)> = super::codes::BY_CODE
        .iter()
        .flat_map(|(kind, _, codes)| codes.split(' ').map(move |code| (*kind, code)))
        .chain(super::codes::HANDED_OVER.iter().flat_map(|(_, codes)| codes.split(' ').map(|code| ("D", code))))
        .collect();
    let all = coded.len();
    coded.sort_unstable();
    coded.dedup();
    assert_eq!(coded.len(), all);
}

#[test]
fn letters_mean_what_they_mean_with_their_type() {
    let state = |kind: &str, code: &str| told(kind, code, None, "", false).state;
    assert_eq!([state("M", "DP"), state("I", "DP")], [Some(S::PreTransit), Some(S::InTransit)]);
    assert_eq!([state("MV", "VP"), state("I", "VP")], [Some(S::Cancelled), None]);
    assert_eq!([state("D", "PP"), state("X", "PP")], [None, Some(S::ReturnToSender)]);
    assert_eq!([state("X", "ZP"), state("D", "ZP")], [Some(S::AvailableForPickup); 2]);
    assert_eq!(
        [state("I", "YI"), state("I", "??"), state("", ""), state("Q", "FS")],
        [Some(S::OutForDelivery), None, None, None]
    );
}

#[test]
fn d_is_not_delivered() {
    let state = |code: &str, text: &str, delivered| told("D", code, None, text, delivered).state;
    assert_eq!(state("", "Delivery information", false), None);
    assert_eq!(state("OT", "Out For Delivery", true), Some(S::OutForDelivery));
    assert_eq!(state("", "Loaded on Delivery Vehicle", false), Some(S::InTransit));
    assert_eq!(state("FS", "DELIVERED", false), Some(S::Delivered));
    assert_eq!(state("M1", "", false), Some(S::Delivered));
    assert_eq!(state("??", "", true), Some(S::Delivered));
    for code in ["2Q", "1N", "ZP", "EP", "ZQ"] {
        assert_eq!(state(code, "Delivered", true), Some(S::AvailableForPickup), "{code}");
        assert_eq!(told("D", code, Some(11), "Delivered", true).state, Some(S::AvailableForPickup), "{code}");
    }
    assert_eq!(state("A0", "", false), Some(S::Delivered));
    assert_eq!([state("B0", "Delivered", true), told("D", "B0", Some(11), "", true).state], [Some(S::Returned); 2]);
    assert_eq!([state("50", "", true), state("53", "", true)], [Some(S::Exception); 2]);
    assert_eq!(state("CI", "Delivered", true), Some(S::DeliveryAttempted));
    for code in ["MV", "MY", "CO", "57", "KU"] {
        assert_eq!(state(code, "", true), None, "{code}");
    }
}

#[test]
fn exceptions_are_told_apart() {
    let check = |code: &str, text: &str| {
        let meaning = told("X", code, None, text, false);
        (meaning.state, meaning.reason, meaning.delayed)
    };
    for (code, expected) in [
        ("48", (Some(S::DeliveryAttempted), Some(Reason::RecipientAbsent), None)),
        ("A6", (Some(S::Exception), Some(Reason::Address), None)),
        ("AH", (Some(S::InTransit), None, Some(DelayCause::Carrier))),
        ("AM", (Some(S::Exception), Some(Reason::Refused), None)),
        ("3N", (Some(S::ReturnToSender), Some(Reason::PickupMissed), None)),
        ("4S", (Some(S::Returned), None, None)),
        ("89", (Some(S::InTransit), None, None)),
        ("ZS", (Some(S::OutForDelivery), None, None)),
        ("5G", (Some(S::AvailableForPickup), None, None)),
        ("F4", (Some(S::Delivered), None, None)),
        ("F7", (Some(S::InTransit), None, None)),
        ("C5", (Some(S::InTransit), None, Some(DelayCause::Weather))),
        ("HD", (None, None, None)),
        ("S9", (Some(S::Lost), Some(Reason::Lost), None)),
        ("1F", (Some(S::Lost), Some(Reason::Other), None)),
        ("30", (Some(S::Cancelled), None, None)),
        ("KY", (None, None, None)),
    ] {
        assert_eq!(check(code, "We're attempting to update the address"), expected, "{code}");
    }
    assert_eq!(check("??", "A mechanical failure has delayed it").2, Some(DelayCause::Carrier));
    assert_eq!(check("??", "Held by customs").1, Some(Reason::Customs));
    assert_eq!(check("??", "A clearance delay"), (Some(S::InTransit), None, Some(DelayCause::Customs)));
    assert_eq!(check("??", "The customer was attempting"), (Some(S::Exception), Some(Reason::Other), None));
}
