//! The token, the activation, the codes, and ids that lost their zeros.

use domain::fact::{Reason, Tracking};
use domain::personal::Personal;
use domain::tracking::ParcelState as S;
use http::{HeaderMap, Method};
use jiff::civil::date;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Source, Step, Stuck, Talk};

use super::{Dhl, meaning};
use crate::meaning::Meaning;

fn ask(headers: &[(&'static str, &str)], body: &Value, settings: &Settings) -> Result<Proof, Rejection> {
    let delivery = Recorded::new("dhl", headers, body.to_string().as_bytes());
    Dhl.verify(delivery.delivery(), settings, signed_at())
}

#[test]
fn the_token_stands_in_the_header_of_the_subscription() {
    let chosen = settings("dhl").with_secrets(&["dhl_tok_1\n"]);
    let refusal = |headers: &[(&'static str, &str)], settings: &Settings| ask(headers, &json!({}), settings).err();
    assert_eq!(refusal(&[("x-shop-token", "dhl_tok_1")], &chosen), None);
    assert_eq!(refusal(&[("x-shop-token", "dhl_tok_1 ")], &chosen), Some(Rejection::Forged));
    assert_eq!(refusal(&[("x-shop-token", "dhl_tok_")], &chosen), Some(Rejection::Forged));
    assert_eq!(refusal(&[("x-tidings-token", "dhl_tok_1")], &chosen), Some(Rejection::Missing));
    let default = with_secrets(&["dhl_tok_1"]);
    assert_eq!(refusal(&[("x-tidings-token", "dhl_tok_1")], &default), None);
    for name in ["X-Shop-Token", "no header", "żółć"] {
        let own = serde_json::from_value(json!({ "header": name })).expect("own");
        let named = Settings { own, ..default.clone() };
        let expected = (name != "X-Shop-Token").then_some(Rejection::Missing);
        assert_eq!(refusal(&[("x-shop-token", "dhl_tok_1")], &named), expected, "{name}");
    }
}

fn validation(link: &str, secret: &Value) -> Value {
    json!({"scope": "subscription.validate", "self": link, "secret": secret})
}

#[test]
fn only_a_subscription_at_dhl_is_activated() {
    let settings = settings("dhl");
    let token = [("x-shop-token", "dhl-test-token")];
    let hints = |body: &Value| matches!(ask(&token, body, &settings), Ok(Proof::Hints(_)));
    let there = "https://api-eu.dhl.com/tracking/push/v1/subscription/7c2a";
    assert!(hints(&validation(there, &json!("9b1d-activation-secret"))));
    for link in [
        "https://api-eu.dhl.com.evil.example/tracking/push/v1/subscription/7c2a",
        "https://evil.example/tracking/push/v1/subscription/7c2a",
        "http://api-eu.dhl.com/tracking/push/v1/subscription/7c2a",
        "https://api-eu.dhl.com/tracking/push/v1/subscription/7c2a/x",
        "https://api-eu.dhl.com/tracking/push/v1/subscription/../7c2a",
        "https://api-eu.dhl.com/tracking/push/v1/subscription/7c2a?x",
        "https://api-eu.dhl.com/tracking/push/v1/subscription/",
        "https://api-eu.dhl.com/7c2a",
        "https://api-eu.dhl.com:444/tracking/push/v1/subscription/7c2a",
        "",
    ] {
        assert!(!hints(&validation(link, &json!("9b1d"))), "{link}");
    }
    for secret in [json!(null), json!(""), json!("a\r\nb: c"), json!("a b"), json!({}), json!("x".repeat(129))] {
        let body = validation(there, &secret);
        assert!(!hints(&body), "{secret}");
        let recorded = Recorded::new("dhl", &[], body.to_string().as_bytes());
        let unread = Dhl.interpret(&recorded.proved(&recorded.body), &settings).expect_err("kept, and told of");
        assert_eq!(unread.to_string(), "`self` or `secret` is missing or of another kind");
    }
    assert_eq!(ask(&[], &validation(there, &json!("9b1d")), &settings).err(), Some(Rejection::Missing));
}

fn fetch(hint: &Hint, settings: &Settings, answers: &[u16]) -> Result<Step, Stuck> {
    let answered =
        |status: &u16| Answered { status: *status, headers: HeaderMap::new(), body: Personal::new(Vec::new()) };
    let got: Vec<Answered> = answers.iter().map(answered).collect();
    Dhl.fetch(hint, &got, &Talk { settings, now: signed_at(), nonce: "n" })
}

#[test]
fn an_activation_is_one_question_that_brings_nothing() {
    let settings = settings("dhl");
    let recorded = one("tracking-webhook", "dhl.subscription.validate");
    let Ok(Proof::Hints(hints)) = Dhl.verify(recorded.delivery(), &settings, signed_at()) else { panic!("no hint") };
    let Ok(Step::Ask(Ask { method, url, headers, body })) = fetch(&hints[0], &settings, &[]) else { panic!("no ask") };
    assert_eq!(method, Method::POST);
    assert_eq!(url, "https://api-eu.dhl.com/tracking/push/v1/subscription/7c2a");
    assert!(body.reveal().is_empty());
    let header =
        |name: &str| headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.reveal().as_str());
    assert_eq!(header("dhl-api-key"), Some("dhl-test-key"));
    assert_eq!(header("dhl-api-hook-secret"), Some("i5b65gX4CC3j6E8OO6NuQJoQuQelx6c9"));
    for status in [200, 202, 204] {
        assert_eq!(fetch(&hints[0], &settings, &[status]), Ok(Step::Done(Vec::new())), "{status}");
    }
    assert_eq!(fetch(&hints[0], &settings, &[404]), Ok(Step::Gone));
    let stuck = fetch(&hints[0], &with_secrets(&["x"]), &[]).expect_err("no key");
    assert!(stuck.to_string().contains("`api_key`"));
    assert_eq!(fetch(&Hint::new("order", &["1"]).expect("a hint"), &settings, &[]), Ok(Step::Gone));
}

#[test]
fn status_codes_are_right_and_words_only_refine_them() {
    let check = |code: &str, words: &str| {
        let Meaning { state, reason, .. } = meaning(code, words);
        (state, reason)
    };
    for (code, words, expected) in [
        ("pre-transit", "DELIVERED", (Some(S::PreTransit), None)),
        ("transit", "DLVRD", (Some(S::InTransit), None)),
        ("transit", "LDTMV", (Some(S::OutForDelivery), None)),
        ("transit", "Die Sendung wurde in das Zustellfahrzeug geladen.", (Some(S::OutForDelivery), None)),
        ("transit", "Shipment is out with courier for delivery", (Some(S::OutForDelivery), None)),
        ("transit", "With delivery courier", (Some(S::OutForDelivery), None)),
        ("transit", "Die Sendung liegt in der Filiale zur Abholung bereit.", (Some(S::AvailableForPickup), None)),
        ("Delivered", "", (Some(S::Delivered), None)),
        ("failure", "NDELV", (Some(S::DeliveryAttempted), Some(Reason::RecipientAbsent))),
        ("failure", "No name on the doorbell", (Some(S::Exception), Some(Reason::Address))),
        ("failure", "Annahme verweigert", (Some(S::Exception), Some(Reason::Refused))),
        ("failure", "The shipment will be returned if it is not fetched", (Some(S::Exception), Some(Reason::Other))),
        ("failure", "The shipment is being returned to the sender", (Some(S::ReturnToSender), None)),
        ("failure", "", (Some(S::Exception), Some(Reason::Other))),
        ("unknown", "DELIVERED", (None, None)),
        ("teleported", "", (None, None)),
        ("", "DELIVERED", (None, None)),
    ] {
        assert_eq!(check(code, words), expected, "{code}: {words}");
    }
}

fn read(edit: impl FnOnce(&mut Value)) -> Result<Vec<Tracking>, Unreadable> {
    let recorded = one("tracking-webhook", "dhl.subscription.push.loaded");
    let mut body: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    edit(&mut body);
    Dhl.interpret(&recorded.proved(body.to_string().as_bytes()), &Settings::default())
}

#[track_caller]
fn shipment(edit: impl FnOnce(&mut Value)) -> Tracking {
    read(|body| edit(&mut body["shipments"][0])).expect("readable").swap_remove(0)
}

#[test]
fn an_id_that_lost_its_zeros_finds_them() {
    let number = |edit: &dyn Fn(&mut Value)| {
        let read = shipment(|it| {
            it["id"] = json!(340_434_292_135_100_186_u64);
            edit(it);
        });
        read.number.as_str().to_owned()
    };
    assert_eq!(number(&|_| {}), "00340434292135100186");
    assert_eq!(number(&|it| it["details"] = json!(null)), "00340434292135100186");
    let alone = |it: &mut Value| {
        it["details"]["pieceIds"] = json!(["00340434292135100999", null]);
        it["serviceUrl"] = json!("https://www.dhl.de/?piececode=00340434292135100999&x=1");
    };
    assert_eq!(number(&alone), "00340434292135100186");
    let elsewhere = |it: &mut Value| {
        alone(it);
        it["service"] = json!("express");
    };
    assert_eq!(number(&elsewhere), "340434292135100186");
    assert_eq!(shipment(|it| it["id"] = json!(" jjd 0099 999999 ")).number.as_str(), "JJD0099999999");
}

#[test]
fn the_day_is_the_windows_and_the_link_is_theirs() {
    assert_eq!(shipment(|_| {}).promised, Some(date(2026, 9, 21)));
    let later = shipment(|it| it["estimatedDeliveryTimeFrame"]["estimatedThrough"] = json!("2026-09-22T02:00:00"));
    assert_eq!(later.promised, Some(date(2026, 9, 22)));
    let plain = shipment(|it| it["estimatedDeliveryTimeFrame"] = json!(null));
    assert_eq!(plain.promised, Some(date(2026, 9, 21)));
    assert!(shipment(|_| {}).url.is_some());
    for url in ["https://evil.example/", "https://www.dhl.de.evil.example/", "http://www.dhl.de/", ""] {
        assert_eq!(shipment(|it| it["serviceUrl"] = json!(url)).url, None, "{url}");
    }
}

#[test]
fn times_are_read_by_the_one_clock_of_a_country() {
    let at = |edit: &dyn Fn(&mut Value)| shipment(edit).scans.last().map(|scan| (scan.at.to_string(), scan.date));
    let told = |utc: &str| Some((format!("2026-09-21T{utc}:00Z"), date(2026, 9, 21)));
    assert_eq!(at(&|_| {}), told("09:12"));
    assert_eq!(at(&|it| it["events"][0]["location"]["address"]["countryCode"] = json!("gb")), told("10:12"));
    assert_eq!(at(&|it| it["events"][0]["location"]["address"]["countryCode"] = json!("US")), told("11:12"));
    assert_eq!(at(&|it| it["destination"]["address"]["countryCode"] = json!("PL")), told("09:12"), "by the division");
    let abroad = |it: &mut Value| {
        it["service"] = json!("express");
        it["destination"] = json!(null);
    };
    assert_eq!(at(&abroad), told("11:12"));
    assert_eq!(at(&|it| it["events"][0]["timestamp"] = json!("2026-09-21T11:12:00-04:00")), told("15:12"));
    for (_, name) in super::zone::ONE_CLOCK {
        assert!(jiff::tz::TimeZone::get(name).is_ok(), "{name}");
    }
}

#[test]
fn a_delivery_of_a_return_is_none() {
    let back = shipment(|it| {
        it["returnFlag"] = json!(true);
        for part in ["/status/statusCode", "/events/0/statusCode"] {
            *it.pointer_mut(part).expect("a part") = json!("delivered");
        }
    });
    assert_eq!((back.state, back.is_return), (Some(S::Returned), true));
    assert_eq!(back.scans.last().and_then(|scan| scan.state), Some(S::Returned));
}

#[test]
fn a_status_without_events_is_one_scan_and_an_event_without_a_code_is_known_by_its_own() {
    let bare = shipment(|it| it["events"] = json!([]));
    assert_eq!((bare.scans.len(), bare.scans[0].state), (1, Some(S::OutForDelivery)));
    let native = shipment(|it| {
        for event in it["events"].as_array_mut().expect("events") {
            event["statusCode"] = json!(null);
        }
    });
    let states: Vec<Option<S>> = native.scans.iter().map(|scan| scan.state).collect();
    assert_eq!(states, [None, Some(S::InTransit), Some(S::OutForDelivery)]);
    let coded = shipment(|it| {
        it["status"]["status"] = json!("Unterwegs");
        it["status"]["description"] = json!("Unterwegs");
    });
    assert_eq!(coded.state, Some(S::OutForDelivery), "by the newest event");
}

#[test]
fn a_broken_shipment_takes_nothing_from_the_others() {
    let read_with = |broken: Value| {
        read(|body| {
            let whole = body["shipments"][0].clone();
            body["shipments"] = json!([broken, whole]);
        })
    };
    for broken in [json!({}), json!(7), json!({"id": "1234567890"}), json!({"status": {}})] {
        assert_eq!(read_with(broken).expect("readable").len(), 1);
    }
    assert!(read(|body| body["shipments"] = json!([{}])).is_err());
    assert_eq!(read(|body| body["shipments"] = json!([])), Ok(Vec::new()));
    for scope in ["subscription.ready", "subscription.failure", "subscription.renamed"] {
        assert_eq!(read(|body| body["scope"] = json!(scope)), Ok(Vec::new()), "{scope}");
    }
    assert_eq!(read(|body| body["scope"] = json!(null)).map(|read| read.len()), Ok(1));
}
