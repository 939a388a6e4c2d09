//! What there is to know about a sender of webhooks: two questions, no defaults.

use jiff::Timestamp;

use crate::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use crate::settings::Settings;

/// Anyone who sends us webhooks, and the facts that they tell us.
///
/// Implementations do no I/O and read no clock, so a recorded delivery tests all of one.
pub trait Provider<Fact>: Sync {
    /// The `{provider}` in the path, and the key of its settings.
    fn name(&self) -> &'static str;

    /// Proves that the provider sent this delivery, and sent it lately.
    ///
    /// No default: a provider that cannot be verified cannot be added.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection>;

    /// Says what a delivery means: no facts, if it is of a kind that we do not act on.
    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Fact>, Unreadable>;

    /// JSON keys whose values must not be kept with the raw delivery.
    fn blanked(&self) -> &'static [&'static str] {
        &[]
    }
}

/// Finds a provider by the name in the path.
pub fn named<Fact: 'static>(
    providers: &'static [&'static dyn Provider<Fact>],
    name: &str,
) -> Option<&'static dyn Provider<Fact>> {
    providers.iter().copied().find(|provider| provider.name() == name)
}
