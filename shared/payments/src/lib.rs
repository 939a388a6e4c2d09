//! Payment providers: one file a provider.
