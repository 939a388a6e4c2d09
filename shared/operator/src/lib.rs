//! For whoever runs Tidings: `explain` says why a mail went or did not, `replay` what today's code makes of what came in.
//!
//! Both only read. What an explanation or a replay is, is computed from what was read; text and JSON are two ways to show it.

pub mod aws;
pub mod cli;
pub mod commands;
mod diff;
pub mod explain;
pub mod fresh;
pub mod read;
pub mod replay;
pub mod show;
pub mod telling;
