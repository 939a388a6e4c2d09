//! The customer's word about an order, as registers: tries to correct the address, confirmations, answers, that no more is to
//! be asked, and withdrawals from the contract.
//!
//! Whoever holds a page's link may be the wrong person. A try to correct the address counts only if it proved two facts that
//! we never show, and only among the first five of an order: whoever makes many at once gains nothing, because whichever way
//! they arrive, their order is the same. Times are those of our page's clock, which nobody outside can choose. A corrected
//! address is used only after whoever reads its mail confirmed it, and only while the storefront still has the replaced one.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::fact::{Answered, Correction, Question, Says, Word};
use crate::personal::Email;
use crate::register::{First, Join, Member, Newest};
use crate::withdrawal::{Statement, Withdrawals};

/// So many tries to correct the address an order has; from then on it is the merchant's.
pub const TRIES: usize = 5;
/// An answer may be changed, but not without end: at least so many answers of a question are kept, and no more are taken.
pub const ANSWERS: usize = 12;

/// What the customer said.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerRegisters {
    /// The first tries to correct the address, proved or not. Those after them have no effect.
    #[serde(skip_serializing_if = "First::is_empty")]
    pub tries: First<Try, TRIES>,
    /// Which tries were confirmed from the corrected address, and when first.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub confirmed: BTreeMap<String, Earliest>,
    /// Answers to what the shop asked.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<Question, Newest<Answer, ANSWERS>>,
    /// The addresses that want no more questions, by their keyed hashes, and since when; of a person who was forgotten, only
    /// since when. Our page takes only hashes that a mail of ours brought there, so they are as few as an order's addresses.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub stopped: BTreeMap<String, Earliest>,
    /// Statements that the customer withdraws from the contract.
    #[serde(skip_serializing_if = "Withdrawals::is_empty")]
    pub withdrawals: Withdrawals,
}

/// One try to correct the address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Try {
    /// When, by our page's clock.
    pub at: Timestamp,
    /// Its word's id, the name of its correction.
    pub id: String,
    /// What it corrects, if it was proved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// One answer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// When, by our page's clock.
    pub at: Timestamp,
    /// Its word's id.
    pub id: String,
    /// What was answered.
    #[serde(flatten)]
    pub answered: Answered,
}

/// One word has one id: without what it said, it is still that one.
impl Member for Try {
    fn same(&self) -> Option<impl Eq> {
        Some((self.at, &self.id))
    }
}

impl Member for Answer {
    fn same(&self) -> Option<impl Eq> {
        Some((self.at, &self.id))
    }
}

/// The first time that something was so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Earliest(pub Timestamp);

impl CustomerRegisters {
    /// Registers that know one word, said at `at`.
    pub(crate) fn knowing(at: Timestamp, word: Word) -> Self {
        let mut registers = Self::default();
        let id = word.id;
        match word.says {
            Says::Tried(correction) => registers.tries = [Try { at, id, correction }].into_iter().collect(),
            Says::Confirmed(correction) => {
                registers.confirmed.insert(correction, Earliest(at));
            }
            Says::Answered(answered) => {
                let question = answered.question;
                let answer = [Answer { at, id, answered }].into_iter().collect();
                registers.answers.insert(question, answer);
            }
            Says::Stopped(address) => {
                registers.stopped.insert(address, Earliest(at));
            }
            Says::Withdrew(said) => registers.withdrawals = Withdrawals::knowing(Statement { at, id, said }),
        }
        registers
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many more tries to correct the address count.
    pub fn tries_left(&self) -> usize {
        TRIES.saturating_sub(self.tries.iter().count())
    }

    /// Corrections that were proved, oldest first.
    pub fn proved(&self) -> impl DoubleEndedIterator<Item = (&Try, &Correction)> {
        self.tries.iter().filter_map(|one| one.correction.as_ref().map(|correction| (one, correction)))
    }

    /// Whether a proved correction was confirmed.
    pub fn is_confirmed(&self, one: &Try) -> bool {
        self.confirmed.contains_key(&one.id)
    }

    /// The newest proved correction of the storefront's address, confirmed or not.
    pub fn newest(&self, storefront: &Email) -> Option<(&Try, &Correction)> {
        self.proved().rev().find(|(_, correction)| same(&correction.replaces, storefront))
    }

    /// The correction in force: the newest confirmed one, while the storefront still has the replaced address.
    pub fn in_force(&self, storefront: &Email) -> Option<(&Try, &Correction)> {
        let of_it =
            |(one, correction): &(&Try, &Correction)| self.is_confirmed(one) && same(&correction.replaces, storefront);
        self.proved().rev().find(of_it)
    }

    /// The newest answer to a question.
    pub fn answer(&self, question: Question) -> Option<&Answer> {
        self.answers.get(&question)?.iter().next_back()
    }

    /// Since when somebody who gets this order's mail wants no more questions.
    pub fn stopped_at(&self) -> Option<Timestamp> {
        self.stopped.values().map(|at| at.0).min()
    }

    /// When the newest address was stopped.
    pub fn stopped_last(&self) -> Option<Timestamp> {
        self.stopped.values().map(|at| at.0).max()
    }

    /// Forgets the person; that something was tried, answered and stopped stays.
    pub(crate) fn scrub(&mut self) {
        let tries = self.tries.iter().map(|one| Try { correction: None, ..one.clone() });
        self.tries = tries.collect();
        self.withdrawals.scrub();
        for answers in self.answers.values_mut() {
            let plain = |answer: &Answer| Answered { text: None, ..answer.answered.clone() };
            *answers = answers.iter().map(|answer| Answer { answered: plain(answer), ..answer.clone() }).collect();
        }
        self.stopped = self.stopped_at().map(|at| (String::new(), Earliest(at))).into_iter().collect();
    }
}

impl Join for CustomerRegisters {
    fn join(&mut self, other: Self) {
        self.tries.join(other.tries);
        self.confirmed.join(other.confirmed);
        self.answers.join(other.answers);
        self.stopped.join(other.stopped);
        self.withdrawals.join(other.withdrawals);
    }
}

impl Join for Earliest {
    fn join(&mut self, other: Self) {
        self.0 = self.0.min(other.0);
    }
}

/// Whether two addresses are one: as suppression compares them.
pub fn same(one: &Email, other: &Email) -> bool {
    one.reveal().to_lowercase() == other.reveal().to_lowercase()
}
