//! Shops, connections and keys: settings that a merchant changes with the AWS CLI, without a deploy.

pub mod connection;
pub mod keys;
pub mod links;
pub mod parameters;
pub mod settings;
