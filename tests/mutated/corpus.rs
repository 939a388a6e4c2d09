//! Every recorded delivery of every provider, and what is known of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::fact::Fact;
use http::{HeaderName, HeaderValue};
use testing::recorded::{Known, Recorded, known, recorded, settings, signed_at};
use webhooks::delivery::{Proof, Unreadable, Verified};
use webhooks::provider::{Prover, Provider, named};
use webhooks::settings::Settings;

/// The functions and their families.
pub(crate) const FAMILIES: [(&str, &str); 3] =
    [("checkout-webhook", "storefronts"), ("payment-webhook", "payments"), ("tracking-webhook", "carriers")];

/// A provider of whatever family.
pub(crate) trait Asked: Sync + Send {
    fn prover(&self) -> &'static dyn Prover;
    fn facts(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Fact>, Unreadable>;
    fn shop(&self, delivery: &Verified) -> Option<String>;
}

struct Of<F: 'static>(&'static dyn Provider<F>);

impl<F: Into<Fact>> Asked for Of<F> {
    fn prover(&self) -> &'static dyn Prover {
        self.0
    }

    fn facts(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Fact>, Unreadable> {
        Ok(self.0.interpret(delivery, settings)?.into_iter().map(Into::into).collect())
    }

    fn shop(&self, delivery: &Verified) -> Option<String> {
        self.0.shop(delivery)
    }
}

/// What is known of a provider.
pub(crate) struct Party {
    pub(crate) name: String,
    pub(crate) family: &'static str,
    pub(crate) asked: Box<dyn Asked>,
    pub(crate) settings: Settings,
    pub(crate) known: Known,
}

/// A recorded delivery.
pub(crate) struct Genuine {
    pub(crate) party: Arc<Party>,
    pub(crate) one: Recorded,
}

/// All of them.
pub(crate) struct Corpus {
    pub(crate) parties: Vec<Arc<Party>>,
    /// Those that were sent.
    pub(crate) sent: Vec<Genuine>,
    /// Those that we fetched.
    pub(crate) fetched: Vec<Genuine>,
    /// All headers that any of them has.
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
}

impl Corpus {
    pub(crate) fn recorded() -> Self {
        let mut parties: BTreeMap<(&str, String), Arc<Party>> = BTreeMap::new();
        let (mut sent, mut fetched) = (Vec::new(), Vec::new());
        for (function, family) in FAMILIES {
            for one in recorded(function) {
                let party = parties.entry((family, one.provider.clone()));
                let party = Arc::clone(party.or_insert_with(|| Arc::new(Party::of(family, &one.provider))));
                let list = if one.fetched { &mut fetched } else { &mut sent };
                list.push(Genuine { party, one });
            }
        }
        let headers =
            |one: &Genuine| one.one.headers.clone().into_iter().filter_map(|(name, value)| Some((name?, value)));
        let headers = sent.iter().flat_map(headers).collect();
        Self { parties: parties.into_values().collect(), sent, fetched, headers }
    }

    /// Whoever is recorded, of each of our providers, is taken as it is: else refusing all of them would prove nothing.
    pub(crate) fn check_controls(&self) {
        let provers = [storefronts::PROVERS, payments::PROVERS, carriers::PROVERS];
        assert_eq!(self.parties.len(), provers.iter().map(|family| family.len()).sum::<usize>(), "all are recorded");
        for Genuine { party, one } in &self.sent {
            let proof = party.asked.prover().verify(one.delivery(), &party.settings, signed_at());
            assert!(
                matches!(proof, Ok(Proof::Signed(_) | Proof::Hints(_) | Proof::Answer(_))),
                "{}: {proof:?}",
                one.name
            );
        }
    }
}

impl Party {
    fn of(family: &'static str, name: &str) -> Self {
        fn find<F: Into<Fact>>(all: &'static [&'static dyn Provider<F>], name: &str) -> Box<dyn Asked> {
            Box::new(Of(named(all, name).expect("a provider for every recorded delivery")))
        }
        let asked = match family {
            "storefronts" => find(storefronts::PROVIDERS, name),
            "payments" => find(payments::PROVIDERS, name),
            _ => find(carriers::PROVIDERS, name),
        };
        let (settings, known) = (settings(name), known(name));
        Self { name: name.to_owned(), family, asked, settings, known }
    }
}
