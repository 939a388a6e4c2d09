//! The client that asks providers, against real servers on the loopback.

mod bounds;
mod providers;
pub(crate) mod server;
mod tls;
