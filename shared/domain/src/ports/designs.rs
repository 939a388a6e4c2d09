//! Where shops' designs are.

use std::pin::Pin;

use super::Unavailable;
use crate::design::File;

/// Files, once they were read.
pub type Files<'a> = Pin<Box<dyn Future<Output = Result<Vec<File>, Unavailable>> + Send + 'a>>;

/// Reads designs. Seldom, so whoever reads need not know from where.
pub trait ReadDesigns: Send + Sync {
    /// All files of a shop's design, by name; none if it has no design.
    fn files<'a>(&'a self, shop: &'a str) -> Files<'a>;
}

/// Writes designs.
pub trait Designs: ReadDesigns {
    /// Puts a file, in the place of the one of its name.
    fn put(&self, shop: &str, file: &File) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Takes a file away; false if there is none of that name.
    fn remove(&self, shop: &str, name: &str) -> impl Future<Output = Result<bool, Unavailable>> + Send;
}
