//! From a delivery to a proof: the only crate that compares signatures.

pub mod delivery;
pub mod provider;
pub mod settings;
pub mod signature;
pub mod standard;
pub mod wire;
