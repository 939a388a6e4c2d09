//! Texts, templates, rendering and SES: what a customer reads, and how it leaves.

mod blocks;
mod clean;
mod compose;
pub mod design;
mod engine;
pub mod format;
mod frame;
mod lang;
mod linked;
mod look;
mod mails;
mod method;
mod mime;
pub mod samples;
pub mod ses;
mod texts;

pub use blocks::{Amount, Items, Row, place};
pub use clean::{line, some_line};
pub use compose::{Compose, Leads, Message, Unrenderable, addressee, compose};
pub use engine::{Engine, data};
pub use lang::Lang;
pub use look::Look;
pub use texts::{LOCALES, texts_of};
