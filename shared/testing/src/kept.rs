//! What is kept of recorded deliveries.

use std::fmt::Debug;

use domain::kept::{Body, By, Kept};

use crate::recorded::{Providers, provider, recorded, settings, signed_at};

/// Every delivery of a function says the same without what its provider forbids to keep.
///
/// # Panics
/// If one does not.
#[track_caller]
pub fn check<F: PartialEq + Debug + 'static>(function: &str, providers: Providers<F>) {
    for one in recorded(function) {
        let (provider, settings) = (provider(providers, &one.provider), settings(&one.provider));
        let kept = Kept {
            id: String::new(),
            family: String::new(),
            provider: one.provider.clone(),
            connection: String::new(),
            received_at: signed_at(),
            headers: Vec::new(),
            by: By::Webhook,
            body: Body(one.body.clone()),
        };
        let kept = kept.blanked(provider.blanked());
        let read = |body: &[u8]| provider.interpret(&one.proved(body), &settings);
        assert_eq!(read(&kept.body.0), read(&one.body), "{}", one.name);
    }
}
