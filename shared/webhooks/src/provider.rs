//! What there is to know about a sender of webhooks: does it prove itself, and what does it say.

use jiff::Timestamp;

use crate::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use crate::settings::Settings;

/// Anyone who sends us webhooks: what an intake asks.
///
/// Implementations do no I/O and read no clock, so a recorded delivery tests all of one.
pub trait Prover: Sync {
    /// The `{provider}` in the path, and the key of its settings.
    fn name(&self) -> &'static str;

    /// Proves that the provider sent this delivery, and sent it lately.
    ///
    /// No default: a provider that cannot be verified cannot be added.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection>;

    /// Answers a GET by which the provider asks whether somebody is there; nothing if it never asks, or asks otherwise.
    fn greet(&self, _delivery: Delivery<'_>, _settings: &Settings) -> Option<Reply> {
        None
    }

    /// What the provider wants to read when we have kept a delivery.
    fn receipt(&self) -> &'static str {
        "kept"
    }
}

/// Anyone who sends us webhooks, and the facts that they tell us.
pub trait Provider<Fact>: Prover {
    /// What the README says of it.
    fn about(&self) -> About;

    /// Says what a delivery means: no facts, if it is of a kind that we do not act on.
    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Fact>, Unreadable>;

    /// Which shop the proved bytes are of, in the provider's words, where one connection serves several.
    fn shop(&self, _delivery: &Verified) -> Option<String> {
        None
    }

    /// JSON keys whose values must not be kept with the raw delivery.
    fn blanked(&self) -> &'static [&'static str] {
        &[]
    }
}

/// A provider in a line of the README.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// As it writes itself: `WooCommerce`.
    pub title: &'static str,
    /// Where it documents its webhooks.
    pub docs: &'static str,
    /// The events that say something to us, in its words.
    pub events: &'static str,
    /// What proves a delivery, in a few words.
    pub proof: &'static str,
    /// How much of it was seen.
    pub checked: Checked,
}

/// How sure we are of a provider's wire format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Checked {
    /// Signatures made by the provider, or by its official library, are test vectors here.
    Vectors,
    /// From its official documentation or source; signatures are our own.
    Documented,
    /// In part from second hand: try it with the provider's test deliveries first.
    InPart,
}

impl Checked {
    /// As it stands in the README.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Vectors => "official vectors",
            Self::Documented => "documentation",
            Self::InPart => "in part: try it first",
        }
    }
}

/// Lists a family's providers, and apart from them those who prove: an intake links no `interpret`.
#[macro_export]
macro_rules! providers {
    ($fact:ty: $($provider:expr),+ $(,)?) => {
        /// Everyone who sends webhooks of this family.
        pub static PROVIDERS: &[&dyn $crate::provider::Provider<$fact>] = &[$(&$provider),+];
        /// The same, as far as an intake asks them.
        pub static PROVERS: &[&dyn $crate::provider::Prover] = &[$(&$provider),+];
    };
}

/// Finds a provider by the name in the path.
pub fn named<P: Prover + ?Sized>(providers: &'static [&'static P], name: &str) -> Option<&'static P> {
    providers.iter().copied().find(|provider| provider.name() == name)
}
