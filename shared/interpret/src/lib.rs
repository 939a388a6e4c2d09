//! What a kept delivery says: the one place that asks every provider, for whoever folds deliveries and whoever replays them.

pub mod customers;

use config::connection::Connection;
use domain::fact::{Fact, Source};
use domain::kept::Kept;
use webhooks::delivery::{Unreadable, Verified};
use webhooks::provider::{Provider, named};
use webhooks::settings::Settings;

/// What one delivery says.
#[derive(Clone, Debug)]
pub struct Read {
    /// The delivery's key, as it is kept: see [`blanked`].
    pub digest: String,
    /// Who says it.
    pub source: Source,
    /// The shops that it may be about.
    pub shops: Vec<String>,
    /// What it says; nothing, if it is genuine and of no use to us.
    pub facts: Vec<Fact>,
}

/// Reads a kept delivery with its connection's settings.
pub fn interpret(kept: &Kept, connection: &Connection) -> Result<Read, Unreadable> {
    let none = Settings::default();
    let settings = connection.providers.get(&kept.provider).unwrap_or(&none);
    let (facts, shop) = match kept.family.as_str() {
        "storefronts" => ask(storefronts::PROVIDERS, kept, settings),
        "payments" => ask(payments::PROVIDERS, kept, settings),
        "carriers" => ask(carriers::PROVIDERS, kept, settings),
        customers::FAMILY => customers::interpret(kept).map(|facts| (facts, None)),
        _ => Err(unknown()),
    }?;
    let shops = connection.shops(&kept.connection).into_iter().map(str::to_owned).collect();
    Ok(Read {
        digest: match blanked(kept) {
            [] => kept.digest(),
            keys => kept.clone().blanked(keys).digest(),
        },
        source: Source::new(&kept.connection, &kept.provider),
        shops: narrowed(shops, shop.as_deref(), settings)?,
        facts,
    })
}

/// The JSON keys whose values its provider forbids to keep.
pub fn blanked(kept: &Kept) -> &'static [&'static str] {
    fn of<F>(providers: &'static [&'static dyn Provider<F>], name: &str) -> &'static [&'static str] {
        named(providers, name).map_or(&[], |provider| provider.blanked())
    }
    match kept.family.as_str() {
        "storefronts" => of(storefronts::PROVIDERS, &kept.provider),
        "payments" => of(payments::PROVIDERS, &kept.provider),
        "carriers" => of(carriers::PROVIDERS, &kept.provider),
        _ => &[],
    }
}

fn ask<F: Into<Fact>>(
    providers: &'static [&'static dyn Provider<F>],
    kept: &Kept,
    settings: &Settings,
) -> Result<(Vec<Fact>, Option<String>), Unreadable> {
    let provider = named(providers, &kept.provider).ok_or_else(unknown)?;
    let proved = Verified::kept(kept);
    let facts = provider.interpret(&proved, settings)?;
    Ok((facts.into_iter().map(Into::into).collect(), provider.shop(&proved)))
}

/// The one shop that the bytes are of, where the connection says which of ours that is.
fn narrowed(shops: Vec<String>, theirs: Option<&str>, settings: &Settings) -> Result<Vec<String>, Unreadable> {
    let (Some(theirs), false) = (theirs, settings.shops.is_empty()) else { return Ok(shops) };
    let unknown = || {
        Unreadable(
            "of a shop that the connection does not know: add it to `shops` of its provider, then redrive".into(),
        )
    };
    let ours = settings.shops.get(theirs).ok_or_else(unknown)?;
    shops.contains(ours).then(|| vec![ours.clone()]).ok_or_else(|| {
        Unreadable("of a shop that the connection does not serve: add it to its `shops`, then redrive".into())
    })
}

/// Whom to ask for a provider's documents.
pub fn source(family: &str, provider: &str) -> Option<&'static dyn webhooks::source::Source> {
    let sources = match family {
        "storefronts" => storefronts::SOURCES,
        "payments" => payments::SOURCES,
        "carriers" => carriers::SOURCES,
        _ => &[],
    };
    sources.iter().copied().find(|source| source.name() == provider)
}

fn unknown() -> Unreadable {
    Unreadable("no code here knows its provider: deploy the version that does, then redrive".to_owned())
}
