//! Every mail as a picture, as a page and as a file, from templates and texts as they are on disk.

mod browser;
mod dump;
mod look;
mod mails;
mod mistakes;
mod pages;
mod pictures;
mod serve;
mod sheet;
mod workshop;

pub use dump::{dump, kinds};
pub use mails::Gallery;
pub use pages::Page;
pub use serve::serve;
pub use sheet::{sheet, shots};
