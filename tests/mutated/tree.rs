//! What can be done to a body as JSON: it stays JSON, and says something else, or the same otherwise, or two things at once.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::corpus::Corpus;
use crate::request::word;

/// Stands where JSON's own types cannot say what is to stand there.
const MARK: &str = "~mark~";

/// Changes a value somewhere in it, if it is JSON.
pub(crate) fn mutate(body: &mut Vec<u8>, corpus: &Corpus, rng: &mut Rng) {
    // Text that is JSON itself is changed inside, sometimes.
    let Some(mut whole) = parsed(body) else { return };
    let mut raw = None;
    for _ in 0..rng.usize(1..4) {
        raw = edit(&mut whole, corpus, rng).or(raw);
    }
    let mut text = if rng.u8(..8) == 0 { format!("{whole:#}") } else { whole.to_string() };
    if let Some(raw) = raw {
        text = text.replace(&format!("\"{MARK}\""), &raw);
    }
    *body = text.replace(MARK, "").into_bytes();
}

/// Large ones are left to the bytes' mutations: a tree of them takes too long.
fn parsed(body: &[u8]) -> Option<Value> {
    if body.len() > 64 << 10 { None } else { serde_json::from_slice(body).ok() }
}

/// Edits a value; what has to stand where it left a mark, if it did.
fn edit(whole: &mut Value, corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let place = somewhere(whole, rng);
    match rng.u8(..12) {
        0 => *place = strange(rng),
        1 => *place = word(corpus, rng).into(),
        2 => *place = swapped(place.take()),
        3 => {
            *place = MARK.into();
            return Some(raw(rng));
        }
        4 => {
            let object = place.as_object_mut()?;
            let key = some_key(object, rng)?;
            object.remove(&key);
        }
        // Twice, with two values: who reads the first sees another than who reads the last.
        5 | 6 => {
            let object = place.as_object_mut()?;
            let key = some_key(object, rng)?;
            let (genuine, other) = (object[&key].clone(), changed(&object[&key], rng));
            let (first, last) = if rng.bool() { (genuine, other) } else { (other, genuine) };
            object.insert(key.clone(), first);
            object.insert(format!("{key}{MARK}"), last);
        }
        7 => {
            let object = place.as_object_mut()?;
            let key = some_key(object, rng)?;
            let value = object.remove(&key)?;
            let key = if rng.bool() { key.to_uppercase() } else { format!("{key} ") };
            object.insert(key, value);
        }
        8 => {
            let list = place.as_array_mut()?;
            let again = list.get(rng.usize(..list.len().max(1)))?.clone();
            let times = if rng.u8(..16) == 0 { rng.usize(1..400) } else { 1 };
            list.extend(std::iter::repeat_n(again, times));
        }
        // A part of another's, in its place.
        9 => {
            let all = if rng.bool() { &corpus.sent } else { &corpus.fetched };
            let mut theirs = parsed(&rng.choice(all)?.one.body)?;
            *place = somewhere(&mut theirs, rng).take();
        }
        10 => {
            let inner: Value = serde_json::from_str(place.as_str()?).ok()?;
            let mut inner = inner;
            let raw = edit(&mut inner, corpus, rng);
            let inner = raw.map_or(inner.to_string(), |raw| inner.to_string().replace(&format!("\"{MARK}\""), &raw));
            *place = inner.into();
        }
        // What stands in one field stands in its neighbour.
        _ => {
            let object = place.as_object_mut()?;
            let (one, other) = (some_key(object, rng)?, some_key(object, rng)?);
            let value = object[&one].clone();
            let value = object.insert(other, value)?;
            object.insert(one, value);
        }
    }
    None
}

/// A value of the tree, each level as likely to be left as to be gone into.
fn somewhere<'a>(value: &'a mut Value, rng: &mut Rng) -> &'a mut Value {
    let inner = match value {
        Value::Object(object) => object.len(),
        Value::Array(list) => list.len(),
        _ => 0,
    };
    if inner == 0 || rng.u8(..4) == 0 {
        return value;
    }
    let place = rng.usize(..inner);
    let inner = match value {
        Value::Object(object) => object.values_mut().nth(place),
        Value::Array(list) => list.get_mut(place),
        _ => None,
    };
    somewhere(inner.expect("in range"), rng)
}

fn some_key(object: &Map<String, Value>, rng: &mut Rng) -> Option<String> {
    if object.is_empty() { None } else { object.keys().nth(rng.usize(..object.len())).cloned() }
}

fn changed(value: &Value, rng: &mut Rng) -> Value {
    match value {
        Value::String(text) => format!("{text}{}", rng.alphanumeric()).into(),
        Value::Number(number) => (number.as_i64().unwrap_or(7).wrapping_add(1)).into(),
        Value::Bool(yes) => (!yes).into(),
        _ => strange(rng),
    }
}

fn swapped(value: Value) -> Value {
    match value {
        Value::Number(number) => number.to_string().into(),
        Value::String(text) => text.parse::<i64>().map_or_else(|_| json!([text]), Into::into),
        other => json!([other]),
    }
}

fn strange(rng: &mut Rng) -> Value {
    let all = [
        json!(null),
        json!([]),
        json!({}),
        json!(true),
        json!(false),
        json!(-1),
        json!(0),
        json!(1e300),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(""),
        json!("-0.005"),
        json!("\u{0}é\u{202e}"),
        json!("9".repeat(400)),
        json!([[[]]]),
        json!("2026-02-30T25:61:61Z"),
        json!("-009999-01-01T00:00:00Z"),
        json!("9999-12-31T23:59:59Z"),
        json!("EUR"),
        json!("a".repeat(70_000)),
        json!("<!DOCTYPE x [<!ENTITY a \"b\">]>&a;"),
        json!("&amp;&#x41;&#0;"),
        json!("..:/?#@"),
    ];
    all[rng.usize(..all.len())].clone()
}

/// Texts that are JSON, or nearly, and which a tree cannot hold.
fn raw(rng: &mut Rng) -> String {
    let depth = [100, 130, 5_000][rng.usize(..3)];
    match rng.u8(..8) {
        0 => ["1e999", "-1e999", "1E-999", "0.1e1", "-0", "12345678901234567890123.00"][rng.usize(..6)].to_owned(),
        1 => ["00", "+1", "0x10", "NaN", ".5", "1.", "'a'", "tru", ""][rng.usize(..9)].to_owned(),
        2 => [r#""\ud800""#, r#""\ud83d\ude00""#, r#""\u0000""#, r#""\x""#, "\"\t\""][rng.usize(..5)].to_owned(),
        3 => format!("{}{}", "[".repeat(depth), "]".repeat(depth)),
        4 => format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)),
        5 => format!("[{}1]", "1,".repeat(rng.usize(1..3_000))),
        6 => format!("{{{}\"a\":1}}", "\"a\":1,".repeat(rng.usize(1..300))),
        _ => format!("{}.{}", "9".repeat(rng.usize(1..40)), "9".repeat(rng.usize(1..40))),
    }
}
