//! In-memory ports and fixtures for tests; never in a release.

pub mod recorded;
