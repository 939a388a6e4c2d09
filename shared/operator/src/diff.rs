//! How two JSON documents differ, by path.

use serde::Serialize;
use serde_json::Value;

/// One place at which they differ.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Difference {
    /// From the root, with dots.
    pub path: String,
    /// What is stored there, if anything.
    pub stored: Option<Value>,
    /// What today's code puts there, if anything.
    pub fresh: Option<Value>,
}

/// Keys below which there are people, places or a sender's own words.
const PERSONAL: [&str; 11] =
    ["customer", "billing", "shipping", "note", "last4", "attribution", "pay_url", "url", "text", "place", "scans"];

/// Every place at which two documents differ; what is about people is only said to differ, unless `personal`.
pub(crate) fn differences(stored: &Value, fresh: &Value, personal: bool) -> Vec<Difference> {
    let mut all = Vec::new();
    compare(&mut all, String::new(), Some(stored), Some(fresh));
    for difference in all.iter_mut().filter(|_| !personal) {
        if difference.path.split('.').any(|key| PERSONAL.contains(&key)) {
            for value in [&mut difference.stored, &mut difference.fresh] {
                *value = value.take().map(|_| Value::from("(personal)"));
            }
        } else {
            difference.stored.iter_mut().chain(&mut difference.fresh).for_each(hide);
        }
    }
    all
}

fn compare(all: &mut Vec<Difference>, path: String, stored: Option<&Value>, fresh: Option<&Value>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match (stored, fresh) {
        (stored, fresh) if stored == fresh => {}
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
            let keys = ours.keys().chain(theirs.keys().filter(|key| !ours.contains_key(*key)));
            keys.for_each(|key| compare(all, below(key), ours.get(key), theirs.get(key)));
        }
        (Some(Value::Array(ours)), Some(Value::Array(theirs))) => {
            let index = 0..ours.len().max(theirs.len());
            index.for_each(|index| compare(all, below(&index.to_string()), ours.get(index), theirs.get(index)));
        }
        (stored, fresh) => all.push(Difference { path, stored: stored.cloned(), fresh: fresh.cloned() }),
    }
}

/// Takes people out of a whole document that is only on one side.
fn hide(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if PERSONAL.contains(&key.as_str()) {
                    *value = Value::from("(personal)");
                } else {
                    hide(value);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(hide),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_differs_is_named_and_what_is_equal_is_not() {
        let stored = json!({"a": {"b": 1, "c": [1, 2]}, "d": true});
        let fresh = json!({"a": {"b": 1, "c": [1, 3, 4]}, "e": null});
        let paths: Vec<_> = differences(&stored, &fresh, false).into_iter().map(|one| one.path).collect();
        assert_eq!(paths, ["a.c.1", "a.c.2", "d", "e"]);
        assert_eq!(differences(&stored, &stored, false), []);
    }

    #[test]
    fn people_are_shown_only_when_asked_for() {
        let (stored, fresh) = (json!({"customer": {"email": "a@x.de"}}), json!({"customer": {"email": "b@x.de"}}));
        let whole = json!({"checkout": {"note": "for Ana", "total": 1}});
        let hidden = format!("{:?}", [differences(&stored, &fresh, false), differences(&json!({}), &whole, false)]);
        assert!(!hidden.contains("x.de") && !hidden.contains("Ana"), "{hidden}");
        assert_eq!(differences(&stored, &fresh, true)[0].fresh, Some(json!("b@x.de")));
    }
}
