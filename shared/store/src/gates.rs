//! The gate before SES, and what harmed the account's reputation: one item, read with every look.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::gate::{Closed, Gate, State, Why};
use domain::ports::{Gates, Unavailable};
use domain::reputation::{Harm, Reputation};

use crate::calls::Item;
use crate::item::{VERSION, n, names, number, s, text, time};
use crate::mails::{MailsTable, met, pair};

/// The item's key.
pub(crate) const GATE: (&str, &str) = ("sending", "gate");

impl Gates for MailsTable {
    async fn turn(&self, to: &Gate, forgive: &Reputation) -> Result<bool, Unavailable> {
        let state = attributes(&to.state);
        let sets: Vec<String> = state.keys().map(|name| format!("#{name} = :{name}")).collect();
        let gone: Vec<&str> = ALL.into_iter().filter(|name| !state.contains_key(*name)).collect();
        let counts: Vec<String> = forgive.counts.keys().map(|(harm, hour)| attribute(*harm, *hour)).collect();
        let remove: Vec<String> =
            gone.iter().copied().chain(counts.iter().map(String::as_str)).map(|name| format!("#{name}")).collect();
        let mut expression = format!("SET #turn = :turn, #v = :v, {}", sets.join(", "));
        if !remove.is_empty() {
            expression = format!("{expression} REMOVE {}", remove.join(", "));
        }
        let named: Vec<&str> = ALL.into_iter().chain(["turn", "v"]).chain(counts.iter().map(String::as_str)).collect();
        let mut given: Item = state.into_iter().map(|(name, value)| (format!(":{name}"), value)).collect();
        given.insert(":turn".to_owned(), n(to.turn));
        given.insert(":was".to_owned(), n(to.turn.saturating_sub(1)));
        given.insert(":v".to_owned(), n(VERSION));
        let first = if to.turn <= 1 { "attribute_not_exists(#turn) OR " } else { "" };
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(pair(GATE)))
            .update_expression(expression)
            .condition_expression(format!("{first}#turn = :was"))
            .set_expression_attribute_names(names(&named))
            .set_expression_attribute_values(Some(given));
        met(update.send().await)
    }
}

/// Every attribute that a state may have.
const ALL: [&str; 6] = ["st", "why", "step", "since", "until", "probing"];

fn attributes(state: &State) -> BTreeMap<&'static str, AttributeValue> {
    match state {
        State::Open => BTreeMap::from([("st", s("open"))]),
        State::Closed(closed) => BTreeMap::from([
            ("st", s("closed")),
            ("why", s(closed.why.name())),
            ("step", n(closed.step)),
            ("since", n(closed.since.as_millisecond())),
            ("until", n(closed.until.as_millisecond())),
            ("probing", AttributeValue::Bool(closed.probing)),
        ]),
        State::Stopped { since, why } => {
            BTreeMap::from([("st", s("stopped")), ("why", s(why)), ("since", n(since.as_millisecond()))])
        }
    }
}

pub(crate) fn to_gate(item: &Item) -> Result<Gate, Unavailable> {
    if number::<u32>(item, "v").unwrap_or(VERSION) > VERSION {
        return Err(Unavailable::new("the gate", "newer code wrote it: deploy that here too"));
    }
    let since = time(item, "since").unwrap_or_default();
    let why = text(item, "why").unwrap_or_default();
    let state = match text(item, "st") {
        Some("closed") => State::Closed(Closed {
            why: Why::ALL.into_iter().find(|known| known.name() == why).unwrap_or(Why::Outage),
            step: number(item, "step").unwrap_or(0),
            since,
            until: time(item, "until").unwrap_or_default(),
            probing: item.get("probing").and_then(|value| value.as_bool().ok()).copied().unwrap_or(false),
        }),
        Some("stopped") => State::Stopped { since, why: why.to_owned() },
        _ => State::Open,
    };
    Ok(Gate { turn: number(item, "turn").unwrap_or(0), state })
}

pub(crate) fn to_reputation(item: &Item) -> Reputation {
    let count = |(name, _): (&String, &AttributeValue)| {
        let (harm, hour) = HARMS.iter().find_map(|(harm, prefix)| Some((*harm, name.strip_prefix(prefix)?)))?;
        Some(((harm, hour.parse().ok()?), number(item, name)?))
    };
    Reputation { counts: item.iter().filter_map(count).collect() }
}

const HARMS: [(Harm, &str); 2] = [(Harm::Bounce, "bounces_"), (Harm::Complaint, "complaints_")];

/// The attribute that counts one harm in one hour.
pub(crate) fn attribute(harm: Harm, hour: i64) -> String {
    let prefix = HARMS.iter().find(|(known, _)| *known == harm).map_or("bounces_", |(_, prefix)| prefix);
    format!("{prefix}{hour}")
}
