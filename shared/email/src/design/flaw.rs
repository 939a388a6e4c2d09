//! What is wrong with a design, and where.

use domain::personal::Personal;

/// What is wrong with a file of a design. What it prints holds nothing of an order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Flaw {
    /// `templates/confirmed.html`, `texts/de.ftl`, or a built-in template that a file of the design does not fit.
    pub file: String,
    /// In which line, if that can be said.
    pub line: Option<usize>,
    /// What is wrong.
    pub wrong: Wrong,
    /// The engine's own words; they may quote a value.
    pub words: Option<Personal<String>>,
}

/// What can be wrong.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Wrong {
    /// It takes more instructions than it may.
    #[error("it does not come to an end")]
    Endless,
    /// It writes more bytes than it may.
    #[error("it writes more than {} KB", .0 / 1_000)]
    TooLong(usize),
    /// It leaves out what a mail must have: what it is, and where templates find it.
    #[error("the mail lacks {0}: show {{{{ {1} }}}}")]
    Lacks(&'static str, &'static str),
    /// A text that cannot be filled in: its key.
    #[error("the text {0} cannot be filled in")]
    Text(String),
    /// A mistake in a template: of which kind.
    #[error("{0}")]
    Template(String),
}

impl Flaw {
    pub(crate) const fn at(file: String, line: Option<usize>, wrong: Wrong) -> Self {
        Self { file, line, wrong, words: None }
    }

    pub(crate) fn saying(self, words: Option<String>) -> Self {
        Self { words: words.map(Personal::new), ..self }
    }
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.wrong)
    }
}
