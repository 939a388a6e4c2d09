//! The mails of the matrix, written when somebody looks at them.

use anyhow::{Context, Result, ensure};
use email::{LOCALES, Leads, Message};
use testing::matrix::{Case, cases};
use testing::stories::Story;

use super::workshop::Workshop;

/// The order page that buttons lead to.
const TOKEN: &str = "v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";

/// Every mail there is.
pub struct Gallery {
    cases: Vec<Case>,
    workshop: Workshop,
}

impl Gallery {
    /// The mails of one locale or of all, with templates and texts as they are on disk.
    pub fn open(locale: Option<&str>) -> Result<Self> {
        let wanted = |known: &&str| locale.is_none_or(|locale| *known == locale);
        let locales: Vec<&str> = LOCALES.into_iter().filter(wanted).collect();
        ensure!(!locales.is_empty(), "no texts in {}; there are {}", locale.unwrap_or_default(), LOCALES.join(", "));
        Ok(Self { cases: cases(&locales), workshop: Workshop::default() })
    }

    /// How many there are.
    #[expect(clippy::len_without_is_empty, reason = "there are always some")]
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    pub(super) fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// The case of this name, and those that it stands between.
    pub(super) fn named(&self, name: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.name() == name)
    }

    /// The mail of a kind in a locale.
    pub(super) fn mail(&self, kind: &str, locale: &str, fixture: &str) -> Result<Message> {
        let fits = |case: &&Case| case.kind.name() == kind && case.locale == locale && case.fixture == fixture;
        let case = self.cases.iter().find(fits).with_context(|| format!("no mail {kind}.{locale}.{fixture}"))?;
        self.write(case).with_context(|| case.name())
    }

    /// Writes a mail with what is on disk at this moment; what is wrong there is an [`email::Unrenderable`].
    pub(super) fn write(&self, case: &Case) -> Result<Message> {
        let [page, stop] = ["orders", "unsubscribe"].map(|path| format!("https://t.example.com/{path}/{TOKEN}"));
        let leads = Leads { page, stop: Some(stop) };
        let design = self.workshop.design()?;
        let told = case
            .with(|shop, view, situation| design.compose(shop, &Story::id(), view, situation, &leads, Story::now()));
        Ok(told?)
    }
}
