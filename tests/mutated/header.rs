//! What can be done to a request's headers.

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use fastrand::Rng;
use http::{HeaderName, HeaderValue};

use crate::corpus::{Corpus, Genuine};
use crate::request::{Request, word};

/// A gateway lets no more through.
const LARGEST: usize = 10 << 10;

/// Changes a header: mostly one that proves something.
pub(crate) fn mutate(request: &mut Request, one: &Genuine, corpus: &Corpus, rng: &mut Rng) {
    let Some(name) = some_name(request, one, rng) else { return insert(request, corpus, rng) };
    match rng.u8(..10) {
        0 => drop(request.headers.remove(&name)),
        1 => {
            let value = request.headers.get(&name).cloned();
            let value = if rng.bool() { value } else { plain(word(corpus, rng)) };
            request.headers.try_append(name, value.expect("it is there")).expect("few enough");
        }
        2 => insert(request, corpus, rng),
        // The proof of another delivery of the same sender, or of anybody.
        3 | 4 => {
            let same = rng.bool();
            let others: Vec<&Genuine> =
                corpus.sent.iter().filter(|other| !same || other.party.name == one.party.name).collect();
            let other = rng.choice(others).expect("itself at least");
            for name in &other.party.known.proof.headers {
                if let Some(value) = other.one.headers.get(name) {
                    request.headers.insert(name.parse::<HeaderName>().expect("a name"), value.clone());
                }
            }
        }
        // A value under another name.
        5 => {
            let value = request.headers.remove(&name).expect("it is there");
            let (name, _) = rng.choice(&corpus.headers).expect("some");
            request.headers.insert(name, value);
        }
        _ => {
            let value = request.headers[&name].as_bytes().to_vec();
            let mut changed = change(value, corpus, rng);
            changed.truncate(LARGEST);
            if let Ok(value) = HeaderValue::from_bytes(&changed) {
                request.headers.insert(name, value);
            }
        }
    }
}

fn plain(text: String) -> Option<HeaderValue> {
    HeaderValue::try_from(text).ok()
}

fn some_name(request: &Request, one: &Genuine, rng: &mut Rng) -> Option<HeaderName> {
    let proof = &one.party.known.proof.headers;
    let of_proof = |name: &HeaderName| proof.iter().any(|proof| proof == name.as_str());
    let only_proof = rng.u8(..4) > 0;
    let names: Vec<&HeaderName> = request.headers.keys().filter(|name| !only_proof || of_proof(name)).collect();
    rng.choice(names).cloned()
}

fn insert(request: &mut Request, corpus: &Corpus, rng: &mut Rng) {
    let (name, value) = rng.choice(&corpus.headers).expect("some").clone();
    request.headers.try_append(name, value).expect("few enough");
}

/// Another value: bits, case, white space, other encodings of the same bytes, lists, nothing, a lot.
fn change(mut value: Vec<u8>, corpus: &Corpus, rng: &mut Rng) -> Vec<u8> {
    let text = String::from_utf8_lossy(&value).into_owned();
    match rng.u8(..14) {
        0 | 1 => {
            if let Some(place) = (!value.is_empty()).then(|| rng.usize(..value.len())) {
                value[place] ^= 1 << rng.u8(..7);
            }
            value
        }
        2 => text.to_ascii_uppercase().into_bytes(),
        3 => text.to_ascii_lowercase().into_bytes(),
        4 => [&b" "[..], &value, b"\t"].concat(),
        5 => value[..rng.usize(..=value.len())].to_vec(),
        6 => Vec::new(),
        7 => format!("{text},{text}").into_bytes(),
        8 => format!("v1,{} {text},v1={}", word(corpus, rng), word(corpus, rng)).into_bytes(),
        9 => ["sha256=", "hmac-sha256-hex=", "v1,", "v1=", "Bearer ", "Basic ", "t="][rng.usize(..7)]
            .bytes()
            .chain(value)
            .collect(),
        10 => encoded(&text, rng).into_bytes(),
        11 => value.repeat(rng.usize(1..400)),
        12 => (0..rng.usize(..80)).map(|_| rng.u8(128..)).collect(),
        _ => {
            // A time or an id that is another.
            let digit = text.bytes().position(|byte| byte.is_ascii_digit());
            if let Some(place) = digit {
                value[place] = b'0' + rng.u8(..10);
            }
            value
        }
    }
}

fn encoded(text: &str, rng: &mut Rng) -> String {
    let bytes = hex::decode(text).ok().or_else(|| BASE64_STANDARD.decode(text).ok());
    let bytes = bytes.unwrap_or_else(|| text.as_bytes().to_vec());
    match rng.u8(..4) {
        0 => hex::encode(bytes),
        1 => BASE64_STANDARD.encode(bytes),
        2 => BASE64_URL_SAFE_NO_PAD.encode(bytes),
        _ => text.trim_end_matches('=').to_owned(),
    }
}
