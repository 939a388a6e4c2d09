//! Storefronts: one file a provider.

mod plain;
mod standard;
mod total;
mod woocommerce;

use domain::fact::StorefrontFact;

// One line a provider, by name.
webhooks::providers! {
    StorefrontFact:
    standard::Standard,
    woocommerce::WooCommerce,
}

/// Those whose documents can be fetched.
pub static SOURCES: &[&dyn webhooks::source::Source] = &[];

#[cfg(test)]
mod tests;
