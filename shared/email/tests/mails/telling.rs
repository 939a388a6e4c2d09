//! The mail of each moment of a story, and all the mails that every bar is held against.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use domain::shop::Shop;
use domain::situations::{Kind, Situation};
use domain::view::View;
use email::{LOCALES, Leads, Message, compose};
use testing::matrix::{Case, cases, sample};
use testing::stories::Story;

/// A kind's mail, written at the moment of its news.
pub(crate) fn mail(story: &Story, kind: Kind) -> Message {
    story.with(kind, |view, situation| write(&story.shop, view, situation))
}

fn write(of: &Shop, view: &View<'_>, situation: &Situation) -> Message {
    let token = "v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";
    let page = format!("https://t.example.com/orders/{token}");
    let stop = Some(format!("https://t.example.com/unsubscribe/{token}"));
    let mail = compose(of, &Story::id(), view, situation, &Leads { page, stop }, Story::now());
    mail.unwrap_or_else(|error| panic!("{:?}: {error}", situation.kind))
}

/// A mail of the matrix.
pub(crate) struct Told {
    pub(crate) case: Case,
    pub(crate) mail: Message,
}

impl Told {
    pub(crate) fn of(case: Case) -> Self {
        let mail = case.with(write);
        Self { case, mail }
    }

    /// The plain case of a kind.
    pub(crate) fn plain(kind: Kind) -> Self {
        let mut story = Story::plain();
        "en".clone_into(&mut story.shop.locale);
        Self::of(Case { kind, fixture: "plain", locale: "en", trouble: None, story: Arc::new(story) })
    }

    /// The same, broken.
    pub(crate) fn with(mut self, change: impl Fn(&mut Message)) -> Self {
        change(&mut self.mail);
        self
    }
}

/// So many mails of the matrix, or all of it with `WHOLE_MATRIX=1`.
const SAMPLE: usize = 1_500;

pub(crate) fn whole() -> bool {
    std::env::var_os("WHOLE_MATRIX").is_some()
}

/// The mails of the matrix, of which all kinds, fixtures and locales are seen.
pub(crate) fn told() -> &'static [Told] {
    static TOLD: LazyLock<Vec<Told>> = LazyLock::new(|| {
        let all = cases(&LOCALES);
        let most = if whole() { all.len() } else { SAMPLE };
        sample(all, most).into_iter().map(Told::of).collect()
    });
    &TOLD
}

/// Holds a bar against every mail: it says what is wrong with one.
#[track_caller]
pub(crate) fn hold(bar: impl Fn(&Told) -> Vec<String>) {
    let mut locales: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for told in told() {
        for what in bar(told) {
            *locales.entry(told.case.locale).or_default() += 1;
            wrong.push(format!("{}: {what}", told.case.name()));
        }
    }
    let count = wrong.len();
    wrong.dedup();
    wrong.truncate(40);
    assert!(wrong.is_empty(), "{count} faults in {} mails, {locales:?}:\n{}", told().len(), wrong.join("\n"));
}
