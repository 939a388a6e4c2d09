//! Storefronts: one file a provider.

mod plain;
mod standard;
mod total;
mod woocommerce;

use domain::fact::StorefrontFact;
use webhooks::provider::Provider;

/// Every storefront. These are alphabetic.
pub static PROVIDERS: &[&dyn Provider<StorefrontFact>] = &[&standard::Standard, &woocommerce::WooCommerce];

#[cfg(test)]
mod tests;
