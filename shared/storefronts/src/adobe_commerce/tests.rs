//! Official vectors, keys that are not where they should be, and conversations.

use std::cell::RefCell;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::HeaderMap;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at};
use testing::talk;
use webhooks::delivery::{Delivery, Proof, Rejection};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Source, Step, Window};

use super::AdobeCommerce;

const KEY_1: &str = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzxbiCd7hyiKbksssNEupSBhnNRHaPFHUVbi44k82GlFrLBF2MbviEWPx\
    xJxRfqRkysHwMaE+3w74sR9oEunFUz3J2vGcXHT4UWfEuKxO/C8dSt7Hex5EoK2R4eld/P7j/p55jp8ODvTW/Yd9ej8qDk9dia8Z\
    bkOOuVht2NJlZW4+4p8OCp4MLnSjprvPLAIHU5pD8sIcS+LFYYA3kAz2pAo/La7W4PFd6f3fuOQrhlBKsL99W6ALyXUOsHHBk0Yr\
    cgoxVeDYWO0N3NZLYIZdaWMxNONoH9kH2mhguidf8MCWwIuYyqO+J+IzsshXVWGyMyn3q7fVZCra9ISEZqWEiwIDAQAB";
const SIGNATURE_1: &str = "IaHo9/8DYt2630pAtjIJeGtsHjB61zOSiAb3S4X1VdPooxikfk79H/t3rgaSbmQMOnjVPRpYVNsHn1fE+l80gjEqmljgNEHt+Btf\
    EH8EsEigwbjQS9opTx/GFnexw3h/sWOt4MGWt3TFK484Dsijijcs1gLwcxTyVUeU2G2XXECpH4dvvEXWQP+1HDFu9nrN+MU/aOR1\
    7cNF5em/D/jKjgTcaPx7jK+W5M57F3qqsmdcPxM1ltQxx1/iAXWaOffOC/nXSda5fLFZL75RKBIoveDjL9zthVkBVY9qKXYyK6S/\
    usc2bW3PpXuRTd5Xv2bFB2Mlzr0Gi6St/iiNYLEl3g==";
const KEY_2: &str = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuyszY9i34MeIfmmaFSUzR0Y4ORhTkwiUafGbRntE0u0wTAKhe9Mewnmr\
    xclh5OrX9jEjWY6lBkxxLYHAa+w2B4jDExTwiz/o1GKHYf0CGlVw0JqGQVfLlvEGFg5lQsVfOBdSdnxXBSH0FOw7ZQUb60MD7YKS\
    bk40PRHKzHEcxlHLiHreoqPAIDn3JZ9A7b6QjKOB4LTR6jb3rUtfxnzljku8atEfdo341WcHSHW2hf/Gx2mazhGg1of6wZVforXo\
    3R1HVqIVMlOk6GMcz4HHiLOuEOURFucux3jm4gF2DF1B627vCqaGDoduvyIjitXQS6KqSx3dzB2dGOBDPpsr8wIDAQAB";
const SIGNATURE_2: &str = "Xx8uVpZlKIOqAdVBr/6aNrASk6u7i/Bb9kWZttIFOu0Y2JGozZGG7WF9Z6056RdeeBUXLJsV4r8a3ZeEUrOZi3hvhV+Hw7vmK1NI\
    QJVIqdigF9mJ/2gSMGe7K4OPedh+fPNZmbOyNIc6FRmUtTdemNLJeCzM7Zf+niC7Tfsytsz4lW4ebv34TWHxzAA9pZRcJE4a1YYq\
    EYAqn3cHTvCzB/AQ6VdIcP8MsuTGatCk9Vc6dTPOVEcyYkVXTMGgsmzW8RB6mq0m1aqTz3KvnhEYlkspqtxi+jBkTjcYVf1dPa4o\
    fbosmD5rohIef/UwPX5n5ZHM7du86Gf+6S72ee8tbw==";
const BATCH_KEY: &str = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA32C7cnLjR0a7nAkPff9u2EaWMeSHepagN65lP5KT0g8crCGX2ZKnU3Q8\
    7GR/dJXXa8TO8Q/khVf64faO+mLdhFrpXu1fCPIaWmvKMVhwUdE8gh/jQKKiM7VP6o4K4SuhHrSJut7GFEfWemzl9MKP5ykhqKbx\
    11Hse4GwpN26F/oUp5tAfycrPOkQjyUo/WOhLNZ/zJpsl9FQRpYGfHPWhIRXHuPvb32O1A1F9kNNYISphxPq6+htotnFGuXS3j2G\
    928g0pX7SU2CYGkVBMVAMJqNqyVENaVON0sVA8u10aIPi9xIi9vR9rGpridIP+zMiwsv+H1zWoU5CX4eN5RN/QIDAQAB";
const BATCH_SIGNATURE: &str = "FHdNfD32TWCLbTUbnQykLWfyNfD+XpNroo0sqmVMhmdMGUqVQMkg7SVfIr8vt12EhGPzapqIbgFe2b6lU7isflzzJWQfpN+BB7br\
    MzfrxQVDkAZZP7hvm9FLqPVAV24/jLojyfNJbLNufEN8rg0+u90bGxZjzAOAWdHdkA3xbJudJc+mzpW0GSxKN7QszrIC0P0A2bTm\
    pvfVtyCbR3uM9JVwBPwR0yqq0EuFV2GeFhnJzDqH4qq8Q4kScOmgMK/9p/Ii2Km0KquYnBFC7GsPE2OVrZulmOZZpy1F2YNY2NEP\
    ehbtqtgVvbKCafzwi85LnOC/ZXbfOnN4HMoWwS6MSQ==";
/// Of Adobe's own library's tests.
const BODY: &str = r#"{"event_id":"eventId1","event":{"hello":"world"},"recipient_client_id":"client_id1"}"#;

const PATH_1: &str = "/prod/keys/pub-key-1.pem";
const PATH_2: &str = "/stage/keys/pub-key_2.pem";

/// Settings that have keys by their paths.
fn knowing(keys: &[(&str, &str)]) -> Settings {
    let pem = |key: &str| format!("-----BEGIN PUBLIC KEY-----\n{key}\n-----END PUBLIC KEY-----\n");
    let url = |path: &str| format!("https://static.adobeioevents.com{path}");
    let keys: serde_json::Map<String, Value> = keys.iter().map(|(path, key)| (url(path), pem(key).into())).collect();
    serde_json::from_value(json!({"client_id": "client_id1", "keys": keys})).expect("settings")
}

fn both() -> Settings {
    knowing(&[(PATH_1, KEY_1), (PATH_2, KEY_2)])
}

fn first<'a>(signature: &'a str, path: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![("x-adobe-digital-signature-1", signature), ("x-adobe-public-key1-path", path)]
}

fn second<'a>(signature: &'a str, path: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![("x-adobe-digital-signature-2", signature), ("x-adobe-public-key2-path", path)]
}

fn verify(settings: &Settings, headers: &[Vec<(&'static str, &str)>], body: &str) -> Result<Proof, Rejection> {
    let delivery = Recorded::new("adobe-commerce", &headers.concat(), body.as_bytes());
    AdobeCommerce.verify(delivery.delivery(), settings, signed_at())
}

/// Genuine; and Adobe's examples name no order.
#[track_caller]
fn genuine(settings: &Settings, headers: &[Vec<(&'static str, &str)>], body: &str) {
    let proof = verify(settings, headers, body);
    assert!(matches!(proof, Ok(Proof::Answer(_))), "{proof:?}");
}

#[test]
fn official_vectors_are_genuine() {
    genuine(&both(), &[first(SIGNATURE_1, PATH_1)], BODY);
    genuine(&both(), &[second(SIGNATURE_2, PATH_2)], BODY);
    genuine(&both(), &[first(SIGNATURE_1, PATH_1), second(SIGNATURE_2, PATH_2)], BODY);
    let batch = knowing(&[(PATH_1, BATCH_KEY)]);
    genuine(&batch, &[first(BATCH_SIGNATURE, PATH_1)], &format!("[{BODY}]"));
    for body in [BODY, &format!("[{BODY}] "), &format!("[{BODY},{BODY}]")] {
        assert_eq!(verify(&batch, &[first(BATCH_SIGNATURE, PATH_1)], body).err(), Some(Rejection::Forged));
    }
}

#[test]
fn either_of_two_signatures_is_enough() {
    let bad = BASE64_STANDARD.encode([7; 256]);
    genuine(&both(), &[first(&bad, PATH_1), second(SIGNATURE_2, PATH_2)], BODY);
    genuine(&both(), &[first(SIGNATURE_1, PATH_1), second(&bad, PATH_2)], BODY);
    genuine(&both(), &[first("not base64!", "/nowhere"), second(SIGNATURE_2, PATH_2)], BODY);
    // Known by one key, it needs no other.
    genuine(&knowing(&[(PATH_2, KEY_2)]), &[first(&bad, PATH_1), second(SIGNATURE_2, PATH_2)], BODY);
    let refused = |headers: &[Vec<(&'static str, &str)>]| verify(&both(), headers, BODY).err();
    assert_eq!(refused(&[first(&bad, PATH_1), second(&bad, PATH_2)]), Some(Rejection::Forged));
    assert_eq!(refused(&[first(SIGNATURE_1, PATH_2), second(SIGNATURE_2, PATH_1)]), Some(Rejection::Forged));
    assert_eq!(refused(&[]), Some(Rejection::Missing));
    assert_eq!(refused(&[vec![("x-adobe-digital-signature-1", SIGNATURE_1)]]), Some(Rejection::Missing));
    let twice = [first(SIGNATURE_1, PATH_1), second(SIGNATURE_2, PATH_2), second(SIGNATURE_2, PATH_2)];
    assert_eq!(refused(&twice), Some(Rejection::Missing));
}

#[test]
fn a_key_that_is_not_known_is_asked_for_at_adobe_only() {
    let none = knowing(&[]);
    let wants = |path: &str| verify(&none, &[first(SIGNATURE_1, path)], BODY);
    let Ok(Proof::Wants(url)) = wants(PATH_1) else { panic!("a key") };
    assert_eq!(url.as_str(), "https://static.adobeioevents.com/prod/keys/pub-key-1.pem");
    for path in [
        "@evil.example/prod/keys/x.pem",
        "/@evil.example/keys/x.pem",
        "//evil.example/keys/x.pem",
        ".evil.com/prod/keys/x.pem",
        ":444/prod/keys/x.pem",
        "/prod/keys/../x.pem",
        "/prod/keys/a/x.pem",
        "/prod/../keys/x.pem",
        "/prod/keys/x.pem?y",
        "/prod/keys/x.pem#y",
        "/prod/keys/%2e.pem",
        "/prod/keys/.pem",
        "/prod/keys/x",
        "/prod/x.pem",
        "/keys/x.pem",
        "prod/keys/x.pem",
        "https://evil.example/prod/keys/x.pem",
        "",
    ] {
        assert_eq!(wants(path).err(), Some(Rejection::Forged), "{path}");
    }
}

#[test]
fn every_event_of_a_batch_must_be_ours() {
    let recorded = one("checkout-webhook", "adobe-commerce.batch");
    let ask = |client: Option<&str>| {
        let mut settings = settings("adobe-commerce");
        settings.own.remove("client_id");
        let own: Settings = serde_json::from_value(json!({"client_id": client})).expect("settings");
        settings.own.extend(own.own);
        AdobeCommerce.verify(recorded.delivery(), &settings, signed_at()).err()
    };
    assert_eq!(ask(Some("client_id1")), None);
    assert_eq!([ask(Some("client_id2")), ask(Some("")), ask(None)], [Some(Rejection::Foreign); 3]);

    // Who does not know whose it should be makes us ask for no key.
    let unknown = |body: &str| verify(&knowing(&[]), &[first(SIGNATURE_1, PATH_1)], body).err();
    for body in [
        r#"[{"recipient_client_id":"client_id1"},{"recipient_client_id":"client_id2"}]"#,
        r#"[{"recipient_client_id":"client_id1"},{}]"#,
        r#"[{"recipient_client_id":"client_id1"},7]"#,
        r#"{"recipient_client_id":"client_id1","recipientclientid":"client_id2"}"#,
        r#"{"recipient_client_id":["client_id1"]}"#,
        "{}",
        "7",
        "",
    ] {
        assert_eq!(unknown(body), Some(Rejection::Foreign), "{body}");
    }
    assert_eq!(unknown(r#"[{"recipientclientid":"client_id1"}]"#), None);
}

#[test]
fn an_event_without_its_order_is_kept_and_says_so() {
    let event = |value: Value| {
        let kind = "com.adobe.commerce.observer.sales_order_save_commit_after";
        let event = json!({"type": kind, "recipient_client_id": "client_id1", "data": {"value": value}});
        let events = super::events(event.to_string().as_bytes(), &both()).expect("ours");
        events.iter().map(super::Event::named).next().expect("one")
    };
    assert_eq!(event(json!({"increment_id": "000000042"})), super::Named::Lacking);
    assert_eq!(event(json!([])), super::Named::Lacking);
    assert!(matches!(event(json!({"entity_id": "42"})), super::Named::Hint(_)));
    let kept = Recorded::new("adobe-commerce", &[], b"").proved(br#"{"type":"x","data":{"value":{}}}"#);
    let error = AdobeCommerce.interpret(&kept, &Settings::default()).expect_err("no order").to_string();
    assert!(error.contains("`entity_id`"), "{error}");
}

#[test]
fn a_challenge_is_answered_with_itself() {
    let greet = |query: &str| {
        let headers = HeaderMap::new();
        let delivery = Delivery { headers: &headers, query, body: b"", received_at: signed_at() };
        AdobeCommerce.greet(delivery, &both()).map(|reply| (reply.body, reply.json))
    };
    let challenge = "8ec8d794-e0ab-42df-9017-e3dada8e84f7";
    assert_eq!(greet(&format!("challenge={challenge}")), Some((challenge.to_owned(), false)));
    for query in ["", "challenge=", "other=1", "challenge=a&challenge=b", "challenge=%3Cscript%3E", "challenge=a%0Ab"] {
        assert_eq!(greet(query), None, "{query}");
    }
    assert_eq!(greet(&format!("challenge={}", "a".repeat(129))), None);
}

#[test]
fn the_cloud_service_is_asked_with_a_token_of_its_identity_service() {
    let whole: Value =
        serde_json::from_slice(&one("checkout-webhook", "adobe-commerce.order.fetched").body).expect("JSON");
    let asked = RefCell::new(Vec::new());
    let api = |ask: &Ask| {
        let header = |name: &str| ask.headers.iter().find(|(known, _)| *known == name).map(|(_, v)| v.reveal().clone());
        asked.borrow_mut().push((ask.url.clone(), header("authorization"), header("x-api-key")));
        let path = ask.url.split('?').next().unwrap_or_default().to_owned();
        match path.as_str() {
            "https://ims-na1.adobelogin.com/ims/token/v3" => {
                let form = String::from_utf8(ask.body.reveal().clone()).expect("a form");
                assert!(form.starts_with(
                    "grant_type=client_credentials&client_id=client_id1&client_secret=p8e-test-secret&scope="
                ));
                (200, r#"{"access_token":"eyJ.a-b_c","token_type":"bearer","expires_in":86399}"#.to_owned())
            }
            "https://na1.api.commerce.adobe.com/AbCdEf123/V1/orders/42" => (200, whole["order"].to_string()),
            _ => (200, r#"{"items":[],"total_count":0}"#.to_owned()),
        }
    };
    let hint = Hint::new("order", &["42"]).expect("a hint");
    let settings = settings("adobe-commerce");
    let Ok(Step::Done(bodies)) = talk::fetched(&AdobeCommerce, &hint, &settings, api) else { panic!("done") };
    let facts = AdobeCommerce.interpret(&Recorded::new("adobe-commerce", &[], b"").proved(&bodies[0]), &settings);
    assert_eq!(facts.map(|facts| facts.len()), Ok(1));
    let asked = asked.take();
    assert_eq!((asked.len(), asked[0].1.as_deref()), (5, None));
    let proved = |(_, bearer, client): &(String, Option<String>, Option<String>)| {
        bearer.as_deref() == Some("Bearer eyJ.a-b_c") && client.as_deref() == Some("client_id1")
    };
    assert!(asked[1..].iter().all(proved));

    let window = Window { from: signed_at(), to: signed_at() };
    let found = talk::listed(&AdobeCommerce, window, &settings, api).expect("a list").expect("no failure");
    assert!(found.is_empty());
    for token in [r#"{"access_token":"a b"}"#, r#"{"access_token":""}"#, "{}", "[]", "x"] {
        let stuck = talk::fetched(&AdobeCommerce, &hint, &settings, |_: &Ask| (200, token)).expect_err("no token");
        assert!(stuck.to_string().contains("`access_token`"));
    }
    assert_eq!(Source::name(&AdobeCommerce), Prover::name(&AdobeCommerce));
}
