//! From a delivery to a proof: the only crate that compares signatures.

pub mod certificate;
pub mod delivery;
pub mod hint;
pub mod oauth1;
pub mod provider;
pub mod settings;
pub mod signature;
pub mod source;
pub mod standard;
pub mod wire;
