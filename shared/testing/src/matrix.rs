//! Every mail that there is: each kind over each fixture in each language.

mod fixtures;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::shop::Shop;
use domain::situations::{Kind, Situation, Trouble};
use domain::view::View;

use crate::stories::Story;

pub use fixtures::{Fixture, fixtures};

/// One mail: what it tells of whom, in which language.
#[derive(Clone)]
pub struct Case {
    /// What it tells.
    pub kind: Kind,
    /// The name of its fixture.
    pub fixture: &'static str,
    /// BCP 47.
    pub locale: &'static str,
    /// What is wrong, where a kind tells of several troubles.
    pub trouble: Option<Trouble>,
    /// The order and its shop.
    pub story: Arc<Story>,
}

/// All of them, by locale, fixture and kind. A mail that a fixture cannot have is not among them.
pub fn cases(locales: &[&'static str]) -> Vec<Case> {
    let kinds = |fixture: &Fixture| -> Vec<Kind> {
        let told = |kind: &Kind| fixture.only.is_none_or(|only| only == *kind) && fixture.story.can_tell(*kind);
        Kind::ALL.into_iter().filter(told).collect()
    };
    let told = fixtures().into_iter().map(|fixture| {
        let kinds = kinds(&fixture);
        (fixture, kinds)
    });
    let fixtures: Vec<(Fixture, Vec<Kind>)> = told.collect();
    let mut cases = Vec::new();
    for locale in locales {
        for (fixture, kinds) in &fixtures {
            let mut story = fixture.story.clone();
            story.document.locale = Some((*locale).to_owned());
            // Mails to the shop are in the shop's language.
            (*locale).clone_into(&mut story.shop.locale);
            let (story, trouble) = (Arc::new(story), fixture.trouble);
            let case = |kind| Case { kind, trouble, locale, fixture: fixture.name, story: Arc::clone(&story) };
            cases.extend(kinds.iter().map(|kind| case(*kind)));
        }
    }
    cases
}

/// About so many of them, and one of each fixture at least: multiples of the golden ratio fall evenly on kinds, fixtures
/// and locales, however many there are.
pub fn sample(cases: Vec<Case>, about: usize) -> Vec<Case> {
    let all = cases.len() as u64;
    let share = |at: u64| at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    let mut taken: BTreeSet<u64> = (0..all).filter(|at| share(*at) * all < (about as u64) << 32).collect();
    let mut rows: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for (at, case) in (0..).zip(&cases) {
        rows.entry(case.fixture).or_default().push(at);
    }
    for row in rows.into_values().filter(|row| row.iter().all(|at| !taken.contains(at))).collect::<Vec<_>>() {
        taken.extend(row.iter().min_by_key(|at| share(**at)));
    }
    (0..).zip(cases).filter(|(at, _)| taken.contains(at)).map(|(_, case)| case).collect()
}

impl Case {
    /// `confirmed.en.plain`: fit for a file.
    pub fn name(&self) -> String {
        let fixture = self.fixture.replace([' ', ','], "_");
        format!("{}.{}.{fixture}", self.kind.name(), self.locale)
    }

    /// Shows what the mail is written from.
    pub fn with<T>(&self, look: impl Fn(&Shop, &View<'_>, &Situation) -> T) -> T {
        self.story.with(self.kind, |view, situation| match self.trouble {
            None => look(&self.story.shop, view, situation),
            trouble => look(&self.story.shop, view, &Situation { trouble, ..situation.clone() }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fixtures that nearly all kinds are told of; what the others cannot have is their point.
    const LACKING: [&str; 3] = ["free", "no_address_of_mail", "no_number"];

    #[test]
    fn every_kind_is_told_of_every_fixture() {
        let told: BTreeSet<_> = cases(&["en"]).into_iter().map(|case| (case.fixture, case.kind)).collect();
        for fixture in fixtures().iter().filter(|fixture| !LACKING.contains(&fixture.name)) {
            let kinds = Kind::ALL.into_iter().filter(|kind| fixture.only.is_none_or(|only| only == *kind));
            let missing: Vec<_> = kinds.filter(|kind| !told.contains(&(fixture.name, *kind))).collect();
            assert!(missing.is_empty(), "stories/facts.rs tells nothing of {missing:?} in {}", fixture.name);
        }
    }

    #[test]
    fn no_two_mails_have_one_name() {
        let cases = cases(&["en", "de"]);
        let names: BTreeSet<_> = cases.iter().map(Case::name).collect();
        assert_eq!(names.len(), cases.len());
        assert!(names.iter().all(|name| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))));
    }

    #[test]
    fn a_sample_meets_every_kind_fixture_and_locale() {
        let locales = ["en", "de", "fr", "ja"];
        let all = cases(&locales);
        let of = |cases: &[Case]| {
            let kinds: BTreeSet<_> = cases.iter().map(|case| case.kind).collect();
            let fixtures: BTreeSet<_> = cases.iter().map(|case| case.fixture).collect();
            let locales: BTreeSet<_> = cases.iter().map(|case| case.locale).collect();
            (kinds, fixtures, locales)
        };
        let some = sample(all.clone(), all.len() / 3);
        assert!((all.len() / 3 - 9..all.len() / 3 + 30).contains(&some.len()), "{}", some.len());
        assert_eq!(of(&some), of(&all));
        assert_eq!(sample(all.clone(), all.len()).len(), all.len());
    }
}
