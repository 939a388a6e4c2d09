//! What customers get to read: every kind of mail over orders that are plain, large, odd and hostile.

mod bars;
mod countries;
mod data;
mod designs;
mod html;
mod injection;
mod languages;
mod looks;
mod money;
mod parity;
mod pseudo;
mod snapshots;
mod telling;
