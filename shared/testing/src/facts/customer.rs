//! What customers say on the pages that mails lead to.

use domain::fact::{
    Answered, Correction, Fact, Question, Says, Scope, Source, WORD_VERSION, Withdrawal, WithdrawnLine, Word,
};
use domain::ids::OrderId;
use domain::personal::{Email, Personal};
use jiff::Timestamp;

use super::Said;

/// A customer said something of the order of every fact here.
pub fn word(id: &str, at: Timestamp, says: Says) -> Said {
    let word = Word { v: WORD_VERSION, order: OrderId::new("demo", "727"), id: id.to_owned(), says };
    Said { source: Source::new("demo", "page"), observed: at, fact: Fact::Customer(Box::new(word)) }
}

/// A try that did not prove anything.
pub fn refused(id: &str, at: Timestamp) -> Said {
    word(id, at, Says::Tried(None))
}

/// A proved correction.
pub fn corrected(id: &str, replaces: &str, with: &str, at: Timestamp) -> Said {
    let address = |text: &str| Email::parse(text).expect("an address");
    word(id, at, Says::Tried(Some(Correction { replaces: address(replaces), with: address(with) })))
}

/// The corrected address's reader confirmed it.
pub fn confirmed(id: &str, correction: &str, at: Timestamp) -> Said {
    word(id, at, Says::Confirmed(correction.to_owned()))
}

/// Whoever reads the mail of an address, by its hash, wants no more questions.
pub fn stopped(id: &str, address: &str, at: Timestamp) -> Said {
    word(id, at, Says::Stopped(address.to_owned()))
}

/// An answer.
pub fn answered(id: &str, question: Question, value: Option<u8>, at: Timestamp) -> Said {
    let text = value.is_none().then(|| Personal::new("Fine mugs, Ana".to_owned()));
    word(id, at, Says::Answered(Answered { question, value, text }))
}

/// The customer withdrew from some lines, or, of none, from all of the order.
pub fn withdrew(id: &str, lines: &[&str], at: Timestamp) -> Said {
    let line = |line: &&str| WithdrawnLine { line: (*line).to_owned(), name: format!("Mug {line}"), quantity: 1 };
    let of = if lines.is_empty() { Scope::Whole } else { Scope::Lines(lines.iter().map(line).collect()) };
    let (name, text) = ("Ana".to_owned(), "They are too small, says Ana".to_owned());
    word(id, at, Says::Withdrew(Withdrawal { of, name: Some(Personal::new(name)), text: Some(Personal::new(text)) }))
}
