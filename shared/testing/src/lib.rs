//! In-memory ports and fixtures for tests; never in a release.
