//! A shop's design: texts and templates of its own, in files by name.

/// One file of a design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// `texts/de.ftl`, `templates/confirmed.html`.
    pub name: String,
    /// All of it.
    pub content: String,
}
