//! JSON as any reader might see it: of a key that stands twice, both values.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The values that a reader might see at a path; `*` is every member of a list. A text as its characters, anything else as
/// it is written, and what is not there as an empty text.
pub(crate) fn seen(json: &str, path: &[&str]) -> Vec<String> {
    let Some((key, rest)) = path.split_first() else { return vec![written(json)] };
    let inner: Vec<Box<RawValue>> = if *key == "*" {
        serde_json::from_str(json).unwrap_or_default()
    } else {
        let fields = serde_json::from_str::<Fields>(json).map(|fields| fields.0).unwrap_or_default();
        fields.into_iter().filter(|(name, _)| name == key).map(|(_, value)| value).collect()
    };
    if inner.is_empty() {
        return vec![String::new()];
    }
    inner.iter().flat_map(|value| seen(value.get(), rest)).collect()
}

/// The members of every list that a reader might see at a path, as they are written.
pub(crate) fn members(json: &str, path: &[&str]) -> Vec<String> {
    let Some((key, rest)) = path.split_first() else {
        let members: Vec<Box<RawValue>> = serde_json::from_str(json).unwrap_or_default();
        return members.iter().map(|member| member.get().to_owned()).collect();
    };
    let fields = serde_json::from_str::<Fields>(json).map(|fields| fields.0).unwrap_or_default();
    let inner = fields.into_iter().filter(|(name, _)| name == key);
    inner.flat_map(|(_, value)| members(value.get(), rest)).collect()
}

fn written(json: &str) -> String {
    match json.trim_start().as_bytes().first() {
        Some(b'"') => serde_json::from_str::<String>(json).unwrap_or_default().trim().to_owned(),
        Some(b'{' | b'[' | b'n') | None => String::new(),
        Some(_) => json.trim().to_owned(),
    }
}

/// An object's fields in order, doubled ones included.
struct Fields(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(All)
    }
}

#[test]
fn both_values_of_a_doubled_key_are_seen() {
    assert_eq!(seen(r#"{"a":{"b":1},"a":{"b":" x ","b":null}}"#, &["a", "b"]), ["1", "x", ""]);
    assert_eq!(seen(r#"{"a":[{"b":1},{"c":2}]}"#, &["a", "*", "b"]), ["1", ""]);
    assert_eq!(members(r#"{"a":[1,{}],"a":[2]}"#, &["a"]), ["1", "{}", "2"]);
}
