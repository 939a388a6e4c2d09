//! What recorded deliveries say, as text for snapshots. Personal values are shown, since they are nobody's.

use webhooks::delivery::Proof;
use webhooks::hint::{Hint, Id};

use crate::recorded::{Providers, Recorded, provider, recorded, settings, signed_at};

/// The name and the meaning of each delivery of a function.
pub fn texts<F: 'static>(function: &str, providers: Providers<F>, shown: fn(&F) -> String) -> Vec<(String, String)> {
    recorded(function).into_iter().map(|one| (one.name.clone(), text(&one, providers, shown))).collect()
}

fn text<F: 'static>(one: &Recorded, providers: Providers<F>, shown: fn(&F) -> String) -> String {
    let (provider, settings) = (provider(providers, &one.provider), settings(&one.provider));
    match provider.verify(one.delivery(), &settings, signed_at()) {
        Ok(Proof::Hints(hints)) if !one.fetched => {
            let named = |hint: &Hint| {
                let ids: Vec<&str> = hint.ids.iter().map(Id::as_str).collect();
                format!("fetch {} {}", hint.what, ids.join(" "))
            };
            return hints.iter().map(named).collect::<Vec<_>>().join("\n");
        }
        Ok(Proof::Answer(reply)) => return format!("answer {:?}", reply.body),
        _ => {}
    }
    match provider.interpret(&one.proved(&one.body), &settings) {
        Ok(facts) if facts.is_empty() => "no facts".to_owned(),
        Ok(facts) => facts.iter().map(shown).collect::<Vec<_>>().join("\n"),
        Err(unreadable) => format!("unreadable: {unreadable}"),
    }
}
