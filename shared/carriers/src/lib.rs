//! Carriers and their aggregators: one file a provider.

mod easypost;
mod standard;

use domain::fact::Tracking;
use webhooks::provider::Provider;

/// Every carrier and aggregator. These are alphabetic.
pub static PROVIDERS: &[&dyn Provider<Tracking>] = &[&easypost::EasyPost, &standard::Standard];

#[cfg(test)]
mod tests;
