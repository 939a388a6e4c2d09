//! Every language says everything: the same texts with the same gaps, and every plural that it has.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::situations::Kind;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use testing::stories::Story;

use crate::telling::mail;

/// What a text has: its gaps, and the cases of each gap that it distinguishes.
#[derive(Default)]
struct Said {
    gaps: BTreeSet<String>,
    cases: BTreeMap<String, BTreeSet<String>>,
    /// Its words, with `_` for each gap.
    literals: String,
}

type Texts = BTreeMap<String, Said>;

fn languages() -> BTreeMap<String, Texts> {
    texts_in("texts")
}

fn texts_in(folder: &str) -> BTreeMap<String, Texts> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let files = files.filter(|path| path.is_file());
    let language = |path: std::path::PathBuf| {
        let tag = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).expect("texts");
        let read = fluent_syntax::parser::parse(source.as_str());
        (tag.clone(), texts(read.unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}")).body, &tag))
    };
    files.map(language).collect()
}

fn texts(entries: Vec<Entry<&str>>, tag: &str) -> Texts {
    let mut texts = Texts::new();
    for entry in entries {
        match entry {
            Entry::Message(message) => {
                let mut said = Said::default();
                said.read(&message.value.expect("a text"));
                let before = texts.insert(message.id.name.to_owned(), said);
                assert!(before.is_none(), "{tag}: {} is there twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{tag}: neither a text nor a comment: {other:?}"),
        }
    }
    texts
}

impl Said {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.literals.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.gap(inline);
                    self.literals.push('_');
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let gap = self.gap(selector);
                    for variant in variants {
                        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                            variant.key;
                        self.cases.entry(gap.clone()).or_default().insert(key.to_owned());
                        self.read(&variant.value);
                    }
                }
            }
        }
    }

    fn gap(&mut self, inline: &InlineExpression<&str>) -> String {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.gaps.insert(id.name.to_owned());
                id.name.to_owned()
            }
            InlineExpression::StringLiteral { value } => (*value).to_owned(),
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                positional.iter().map(|inner| self.gap(inner)).collect()
            }
            other => panic!("texts use gaps only, not {other:?}"),
        }
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The plurals that a language has of whole numbers that are not millions.
fn plurals(tag: &str) -> BTreeSet<&'static str> {
    let locale: Locale = tag.parse().expect("a locale");
    let rules = PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).expect("rules");
    (0_u32..1_000).map(|count| name(rules.category_for(count))).collect()
}

#[test]
fn every_language_says_everything_with_the_same_gaps() {
    let languages = languages();
    let english = &languages["en"];
    for (tag, texts) in &languages {
        let known: BTreeSet<&String> = texts.keys().collect();
        let wanted: BTreeSet<&String> = english.keys().collect();
        let missing: Vec<_> = wanted.difference(&known).collect();
        let extra: Vec<_> = known.difference(&wanted).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{tag}: missing {missing:?}, not in English {extra:?}");
        for (key, said) in texts {
            assert!(!said.literals.trim().is_empty(), "{tag}: {key} says nothing");
            let (mut ours, mut theirs) = (said.gaps.clone(), english[key].gaps.clone());
            // Whether a count is shown or said, and whether it is asked at all, is each language's own matter.
            for gap in ["count", "days", "shown"] {
                ours.remove(gap);
                theirs.remove(gap);
            }
            assert_eq!(ours, theirs, "{tag}: {key}");
        }
    }
}

#[test]
fn regions_say_otherwise_only_what_their_language_says() {
    let languages = languages();
    let regions = texts_in("texts/regions");
    assert!(!regions.is_empty());
    for (tag, texts) in regions {
        let language = languages.iter().find(|(of, _)| of[..2] == tag[..2]).expect("a language").1;
        for (key, said) in texts {
            let whole = language.get(&key).unwrap_or_else(|| panic!("{tag}: nothing uses {key}"));
            assert_eq!(said.gaps, whole.gaps, "{tag}: {key}");
            assert_ne!(said.literals, whole.literals, "{tag}: {key}");
        }
    }
}

#[test]
fn a_withdrawal_is_called_and_treated_as_the_law_of_the_region_does() {
    let told = |locale: &str| {
        let mut story = Story::plain();
        story.document.locale = Some(locale.to_owned());
        mail(&story, Kind::Withdrawal).text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(told("de-DE").contains("widerrufen") && !told("de-DE").contains("zurücktreten"));
    assert!(
        told("de-AT").contains("zurücktreten") && !told("de-AT").to_lowercase().contains("widerr"),
        "{}",
        told("de-AT")
    );
    assert!(told("pt-BR").contains("de imediato") && !told("pt-BR").contains("14 dias"), "{}", told("pt-BR"));
    assert!(told("pt-PT").contains("14 dias"), "{}", told("pt-PT"));
}

#[test]
fn every_language_has_all_its_plurals() {
    for (tag, texts) in languages() {
        for (key, said) in texts {
            for (gap, cases) in said.cases {
                let cases: BTreeSet<&str> = cases.iter().map(String::as_str).collect();
                assert_eq!(cases, plurals(&tag), "{tag}: {key}, by {gap}");
            }
        }
    }
}

#[test]
fn no_text_carries_marks_that_are_not_seen() {
    for (tag, texts) in languages() {
        for (key, Said { literals, .. }) in texts {
            let seen =
                |c: char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
            assert!(literals.chars().all(seen), "{tag}: {key}");
            assert!(!literals.contains("  ") && literals.trim_end() == literals, "{tag}: {key} has blanks too many");
        }
    }
}

/// Sides that are the same from right to left: `12px 16px 3px`, not `8px 8px 8px 0`.
fn even(style: &str) -> bool {
    let sides = style.split(';').filter_map(|rule| rule.strip_prefix("padding:").or(rule.strip_prefix("margin:")));
    sides.map(|sides| sides.split(' ').collect::<Vec<_>>()).all(|sides| sides.len() < 4 || sides[1] == sides[3])
}

/// All templates of an extension, with their sources.
fn templates(extension: &str) -> Vec<(PathBuf, String)> {
    let of_folder = |folder: &Path| -> Vec<_> {
        fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect()
    };
    let all = of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));
    let files = all.into_iter().flat_map(|path| if path.is_dir() { of_folder(&path) } else { vec![path] });
    let of_extension = files.filter(|path| path.extension().is_some_and(|found| found == extension));
    let read: Vec<_> = of_extension
        .map(|path| {
            let source = fs::read_to_string(&path).expect("a template");
            (path, source)
        })
        .collect();
    assert!(read.len() > 20, "{read:?}");
    read
}

/// What a template writes by itself: no tags, no styles, nothing that is filled in.
fn written(template: &str) -> String {
    let mut rest = template.to_owned();
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("<!--", "-->"), ("<style", "</style"), ("<", ">")] {
        let mut parts = rest.split(open);
        let first = parts.next().unwrap_or_default().to_owned();
        rest = parts.fold(first, |all, part| all + part.split_once(close).map_or("", |(_, after)| after));
    }
    rest
}

#[test]
fn no_template_writes_what_languages_write_differently() {
    assert_eq!(written("<a style=\"b:c\">{{ \"d:\" }}{% if e %}f: </a>"), "f: ");
    // French has a blank before a colon, Japanese a colon of its own, Arabic another comma.
    let differs = |c: char| ":：;؛,،、?؟!".contains(c);
    for (path, source) in
        ["html", "txt"].into_iter().flat_map(templates).filter(|(path, _)| !path.ends_with("data.txt"))
    {
        let own = written(&source).replace("&middot;", "").replace("&nbsp;", "").replace("&#8199;&#847;", "");
        assert!(!own.contains(differs), "{}: {}", path.display(), own.trim());
    }
}

#[test]
fn french_has_a_blank_before_its_double_signs() {
    for (key, Said { literals, .. }) in &languages()["fr"] {
        let signs = literals.char_indices().filter(|(_, c)| ":;?!»".contains(*c));
        for (at, sign) in signs {
            let before = literals[..at].chars().next_back();
            assert!(matches!(before, None | Some('\u{a0}' | '\u{202f}')), "{key}: {before:?} before {sign}");
        }
    }
}

#[test]
fn no_template_names_a_side() {
    for (path, source) in templates("html") {
        let sides =
            ["=\"left", "=\"right", "-align:left", "-align:right", "-left:", "-right:", "float:", "border-left"];
        let named: Vec<_> = sides.iter().filter(|side| source.contains(**side)).collect();
        let uneven: Vec<_> = source.split("style=\"").skip(1).filter_map(|style| style.split('"').next()).collect();
        let uneven: Vec<_> = uneven.into_iter().filter(|style| !even(style)).collect();
        assert!(named.is_empty() && uneven.is_empty(), "{}: {named:?} {uneven:?}", path.display());
    }
    assert!(!even("margin:0;padding:8px 8px 8px 0") && even("padding:8px 4px 0 4px;color:#fff"));
}
