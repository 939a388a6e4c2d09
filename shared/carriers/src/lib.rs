//! Carriers and their aggregators: one file a provider.
