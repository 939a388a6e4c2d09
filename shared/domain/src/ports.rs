//! What functions need of the world, in the words of the domain.

/// The other side cannot be asked now, or its answer is not known: try again later.
#[derive(Debug, thiserror::Error)]
#[error("{what} is unavailable: {why}")]
pub struct Unavailable {
    /// Which store, queue or service.
    pub what: &'static str,
    /// Its error's code or kind; never a body or a value.
    pub why: String,
}

impl Unavailable {
    /// Names what could not be asked, and why.
    pub fn new(what: &'static str, why: impl std::fmt::Display) -> Self {
        Self { what, why: why.to_string() }
    }
}
