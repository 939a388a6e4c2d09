//! Storefronts: one file a provider.
