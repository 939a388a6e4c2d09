//! What an order's document held at a time, in short: enough to say what changed since, and nothing of a person in clear.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::fact::Document;
use crate::ids::short_digest;
use crate::register::First;

/// So many different contents of an order are kept: which of more is as good as drawn by lot, and the same for whoever joins.
pub const CONTENTS: usize = 12;

/// The longest name that is kept, in characters.
const NAME: usize = 80;

/// Different contents of an order, each with its key.
pub type Contents = First<(String, Content), CONTENTS>;

/// What of a document customers care for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Content {
    /// What was ordered, each thing once.
    pub items: Vec<Item>,
    /// What the customer owes for all, in minor units.
    pub total: i64,
    /// The digest of where the goods go, however it is written; nothing if that is not known, or forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// One ordered thing: however many lines of the document it is in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Item {
    /// The digest of its name and its variant: storefronts give new ids to lines that are the same.
    pub what: String,
    /// The first id of its lines: storefronts give new names to lines that are the same.
    pub id: String,
    /// Its name. A variant may hold what the customer had written on it, so it is not kept.
    pub name: String,
    /// How many; never zero.
    pub quantity: u32,
}

impl Content {
    /// What a document holds. The order of its lines, and lines of nothing, do not count.
    pub fn of(document: &Document) -> Self {
        let mut items = BTreeMap::<String, Item>::new();
        for line in document.lines.iter().filter(|line| line.quantity > 0) {
            let what = short(&[line.name.as_bytes(), line.variant.as_bytes()]);
            let new = || Item {
                what: what.clone(),
                id: line.id.clone(),
                name: line.name.chars().take(NAME).collect(),
                quantity: 0,
            };
            let item = items.entry(what.clone()).or_insert_with(new);
            item.quantity = item.quantity.saturating_add(line.quantity);
            if line.id < item.id {
                item.id.clone_from(&line.id);
            }
        }
        let address = document.shipping.as_ref().and_then(place);
        Self { items: items.into_values().collect(), total: document.total, address }
    }

    /// What it is called in the timeline.
    pub fn key(&self) -> String {
        short(&[&serde_json::to_vec(self).unwrap_or_default()])
    }
}

/// The digest of a whole address: case, blanks and punctuation do not count, and neither does the region, which sources write
/// as a name or as a code.
fn place(address: &Address) -> Option<String> {
    let street = address.lines.iter().map(|line| line.reveal().as_str());
    let parts = street.chain([address.postcode.reveal().as_str(), address.city.reveal().as_str()]);
    let plain =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let text: String = parts.map(plain).collect();
    (!text.is_empty()).then(|| short(&[text.as_bytes(), plain(&address.country).as_bytes()]))
}

pub(crate) fn short(parts: &[&[u8]]) -> String {
    short_digest::<10>(parts).as_str().to_owned()
}
