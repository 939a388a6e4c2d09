//! The README says of every provider what its code and its recorded deliveries say.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use domain::fact::{Fact, Payment, StorefrontFact, Tracking};
use jiff::SignedDuration;
use testing::recorded::{Providers, recorded, settings, signed_at};
use webhooks::delivery::Proof;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Open, Source, Talk, Window};

const BEGIN: &str = "<!-- `cargo test -p it providers` compares what follows with the code; UPDATE=1 writes it -->\n";
const END: &str = "<!-- up to here -->";

#[test]
fn the_readme_says_who_is_heard() {
    let path = it::root().join("README.md");
    let readme = fs::read_to_string(&path).expect("a README");
    let (before, rest) = readme.split_once(BEGIN).expect("the README has a place for the table");
    let (there, after) = rest.split_once(END).expect("and its end");
    let table = table();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}")).expect("written");
    } else {
        assert!(there == table, "the README's table of providers is old: UPDATE=1 cargo test -p it providers\n{table}");
    }
}

fn table() -> String {
    let mut text = "\n| provider | in URLs | events | facts | proof | webhooks are | compared | known from |\n\
                    |---|---|---|---|---|---|---|---|\n"
        .to_owned();
    rows(&mut text, "checkout-webhook", storefronts::PROVIDERS, storefronts::SOURCES, |fact: StorefrontFact| {
        fact.into()
    });
    rows(&mut text, "payment-webhook", payments::PROVIDERS, payments::SOURCES, |fact: Payment| fact.into());
    rows(&mut text, "tracking-webhook", carriers::PROVIDERS, carriers::SOURCES, |fact: Tracking| fact.into());
    text.push('\n');
    text
}

fn rows<F: 'static>(
    text: &mut String,
    function: &str,
    providers: Providers<F>,
    sources: &[&'static dyn Source],
    fact: fn(F) -> Fact,
) {
    let family = match function {
        "checkout-webhook" => "storefronts",
        "payment-webhook" => "payments",
        _ => "carriers",
    };
    let mut all: Vec<&&dyn Provider<F>> = providers.iter().collect();
    // Our own format stands last: it is what everyone else uses.
    all.sort_by_key(|provider| provider.name() == "standard");
    for provider in all {
        let (about, name) = (provider.about(), provider.name());
        let source = sources.iter().find(|source| source.name() == name);
        let compared = source.map_or("no", |source| compared(*source, family));
        let _ = writeln!(
            text,
            "| [{}]({}) | `{family}/{name}` | {} | {} | {} | {} | {} | {} |",
            about.title,
            about.docs,
            about.events,
            facts(function, *provider, fact),
            about.proof,
            size(function, *provider),
            compared,
            about.checked.words(),
        );
    }
}

/// With the settings that are documented for it: by its list of changes, or thing by thing.
fn compared(source: &dyn Source, family: &str) -> &'static str {
    let settings = settings(source.name());
    let talk = Talk { settings: &settings, now: signed_at(), nonce: "table" };
    let window = Window { from: signed_at() - SignedDuration::from_hours(1), to: signed_at() };
    let lists = source.changed(window, &[], &talk).is_some();
    match (lists, source.asks(&settings).is_some(), family) {
        (true, false, _) => "yes",
        (false, true, "payments") => "each payment",
        (false, true, _) => "each parcel",
        (false, false, _) => "no",
        (true, true, _) => panic!("{} has a list: it need not be asked for each thing", source.name()),
    }
}

#[test]
fn whoever_can_be_asked_for_a_thing_says_so_and_only_with_credentials() {
    let all = [("payments", payments::SOURCES), ("carriers", carriers::SOURCES), ("storefronts", storefronts::SOURCES)];
    for source in all.into_iter().flat_map(|(_, sources)| sources) {
        let numbers = ["1Z999AA10123456784", "00340434292135100186", "9400111202555842332669", "449044304137821"];
        let parcels = numbers.map(|number| Open::Parcel { carrier: Some("usps"), number, known: true });
        let open = [&parcels[..], &[Open::Payment { id: "f3392f8b-6116-4073-ab96-e330819e2c07" }]].concat();
        let asked = |settings: &Settings| open.iter().any(|open| source.asks_for(open, settings).is_some());
        for settings in [settings(source.name()), Settings::default()] {
            assert_eq!(asked(&settings), source.asks(&settings).is_some(), "{}", source.name());
        }
        assert!(source.asks(&Settings::default()).is_none(), "{}", source.name());
    }
}

/// Whether its webhooks say all, or only name things.
fn size<F: 'static>(function: &str, provider: &dyn Provider<F>) -> &'static str {
    let settings = settings(provider.name());
    let own = recorded(function).into_iter().filter(|one| one.provider == provider.name() && !one.fetched);
    let proofs: Vec<Proof> =
        own.filter_map(|one| provider.verify(one.delivery(), &settings, signed_at()).ok()).collect();
    let any = |wanted: fn(&Proof) -> bool| proofs.iter().any(wanted);
    match (any(|proof| matches!(proof, Proof::Signed(_))), any(|proof| matches!(proof, Proof::Hints(_)))) {
        (true, true) => "whole, some thin",
        (true, false) => "whole",
        _ => "thin",
    }
}

/// The kinds of facts that its recorded deliveries say.
fn facts<F: 'static>(function: &str, provider: &dyn Provider<F>, fact: fn(F) -> Fact) -> String {
    let settings = settings(provider.name());
    let own = recorded(function).into_iter().filter(|one| one.provider == provider.name());
    let said = own.filter_map(|one| provider.interpret(&one.proved(&one.body), &settings).ok()).flatten();
    let kinds: BTreeSet<&str> = said
        .map(fact)
        .map(|fact| match &fact {
            Fact::Checkout(_) if fact.basket().is_some() => "baskets",
            Fact::Checkout(_) => "order",
            Fact::Fulfilment(_) => "parcels",
            Fact::Payment(payment) if payment.refund.is_some() || payment.refunded.is_some_and(|all| all.minor > 0) => {
                "refund"
            }
            Fact::Payment(_) => "payment",
            Fact::Tracking(_) => "scans",
            Fact::Return(_) => "returns",
            Fact::Customer(_) => "word",
        })
        .collect();
    kinds.into_iter().collect::<Vec<_>>().join(", ")
}
