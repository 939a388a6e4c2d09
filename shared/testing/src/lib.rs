//! In-memory ports and fixtures for tests; never in a release.

pub mod facts;
pub mod kept;
pub mod leniency;
pub mod matrix;
pub mod meaning;
pub mod memory;
pub mod proofs;
pub mod recorded;
pub mod stories;
pub mod talk;
