//! What customers get to read: every kind of mail over orders that are plain, large, odd and hostile.

mod injection;
mod languages;
mod parity;
mod snapshots;
mod telling;
