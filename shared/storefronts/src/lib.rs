//! Storefronts: one file a provider.

mod adobe_commerce;
mod attribution;
mod bigcommerce;
mod ecwid;
mod magento;
mod opencart;
mod pages;
mod plain;
mod shopify;
mod standard;
mod total;
mod woocommerce;

use domain::fact::StorefrontFact;

// One line a provider, by name.
webhooks::providers! {
    StorefrontFact:
    adobe_commerce::AdobeCommerce,
    bigcommerce::BigCommerce,
    ecwid::Ecwid,
    magento::Magento,
    opencart::OpenCart,
    shopify::Shopify,
    standard::Standard,
    woocommerce::WooCommerce,
}

/// Those whose documents can be fetched.
pub static SOURCES: &[&dyn webhooks::source::Source] = &[
    &adobe_commerce::AdobeCommerce,
    &bigcommerce::BigCommerce,
    &ecwid::Ecwid,
    &magento::Magento,
    &opencart::OpenCart,
    &shopify::Shopify,
    &woocommerce::WooCommerce,
];

#[cfg(test)]
mod tests;
