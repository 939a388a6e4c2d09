//! Entries of the ledger as items.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::IntentId;
use domain::ledger::{Entry, Seen, State};
use domain::ports::Unavailable;

use crate::calls::Item;
use crate::item::{VERSION, names, number, text, time};

/// Nothing was heard of it from SES.
pub(crate) const UNSEEN: &str = "attribute_not_exists(#seen_send) AND attribute_not_exists(#seen_delay) AND \
     attribute_not_exists(#seen_reject) AND attribute_not_exists(#seen_delivery) AND \
     attribute_not_exists(#seen_bounce) AND attribute_not_exists(#seen_complaint)";

pub(crate) const SEEN: [(Seen, &str); 6] = [
    (Seen::Send, "seen_send"),
    (Seen::Delay, "seen_delay"),
    (Seen::Reject, "seen_reject"),
    (Seen::Delivery, "seen_delivery"),
    (Seen::Bounce, "seen_bounce"),
    (Seen::Complaint, "seen_complaint"),
];

/// The attribute that notes one thing seen, so that two things seen never overwrite one another.
pub(crate) fn seen_attribute(seen: Seen) -> &'static str {
    SEEN.iter().find(|(known, _)| *known == seen).map_or("seen_send", |(_, name)| name)
}

pub(crate) fn with_seen(others: &[&str]) -> Option<HashMap<String, String>> {
    let all: Vec<&str> = others.iter().copied().chain(SEEN.iter().map(|(_, name)| *name)).collect();
    names(&all)
}

/// A state's name and its one detail, as they are stored.
pub(crate) fn written(state: &State) -> (&'static str, String) {
    match state {
        State::Untold => ("untold", String::new()),
        State::Owed { not_before } => ("owed", not_before.to_string()),
        State::Claimed { .. } => ("claimed", String::new()),
        State::Sent { ses_id, .. } => ("sent", ses_id.clone()),
        State::Held { reason } => ("held", reason.clone()),
        State::GivenUp { reason } => ("given_up", reason.clone()),
    }
}

pub(crate) fn entry(item: &Item) -> Result<Option<(IntentId, Entry)>, Unavailable> {
    let Some(intent) = text(item, "sk").and_then(IntentId::parse) else { return Ok(None) };
    if number::<u32>(item, "v").unwrap_or(VERSION) > VERSION {
        return Err(Unavailable::new("the ledger", "newer code wrote it: deploy that here too"));
    }
    let detail = text(item, "detail").unwrap_or_default().to_owned();
    let at = time(item, "ended").unwrap_or_default();
    let state = match text(item, "st") {
        Some("owed") => State::Owed { not_before: detail.parse().unwrap_or_default() },
        Some("claimed") => State::Claimed {
            token: text(item, "token").unwrap_or_default().to_owned(),
            at: time(item, "at").unwrap_or_default(),
        },
        Some("sent") => State::Sent { ses_id: detail, at },
        Some("held") => State::Held { reason: detail },
        Some("given_up") => State::GivenUp { reason: detail },
        _ => State::Untold,
    };
    let entry = Entry {
        state,
        attempts: number(item, "attempts").unwrap_or(0),
        said: text(item, "said").and_then(|said| serde_json::from_str(said).ok()).unwrap_or_default(),
        seen: SEEN
            .iter()
            .rev()
            .find(|(_, name)| item.get(*name).is_some_and(AttributeValue::is_n))
            .map(|(seen, _)| *seen),
    };
    Ok(Some((intent, entry)))
}

#[cfg(test)]
mod tests {
    use domain::ids::OrderId;

    use super::*;
    use crate::item::{n, s};

    #[test]
    fn an_entry_of_newer_code_is_left_alone_and_one_of_older_code_is_read() {
        let intent = IntentId::new(&OrderId::new("demo", "1"), "received", "order");
        let item = |version: Option<u32>| {
            let mut item = Item::from([("sk".to_owned(), s(intent.as_str()))]);
            item.extend(version.map(|version| ("v".to_owned(), n(version))));
            item
        };
        for version in [None, Some(VERSION - 1), Some(VERSION)] {
            assert!(entry(&item(version)).is_ok_and(|read| read.is_some()), "{version:?}");
        }
        assert!(entry(&item(Some(VERSION + 1))).is_err_and(|error| error.to_string().contains("newer code")));
    }
}
