//! Whether a shop's texts can take the place of ours: the same keys, the same gaps, every plural.

use std::collections::{BTreeMap, BTreeSet};

use email::texts_of;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::{ParserError, parse};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

/// Gaps whose use is each language's own matter.
const COUNTS: [&str; 3] = ["count", "days", "shown"];
/// Two keys are alike from here on.
const ALIKE: f64 = 0.8;

/// What a text has: its gaps, and the cases of each that it distinguishes.
#[derive(Default)]
struct Said {
    gaps: BTreeSet<String>,
    cases: BTreeMap<String, BTreeSet<String>>,
}

/// The first line with something wrong, and what it is.
pub(crate) fn mistake(tag: &str, source: &str) -> Option<(usize, String)> {
    let line = |at: usize| source.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
    let resource = match parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => return errors.first().map(|error| (line(error.pos.start), unreadable(error))),
    };
    let ours = known(tag);
    let mut seen = BTreeSet::new();
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Term(term) => {
                let at = line(offset(source, term.id.name));
                return Some((at, format!("-{} is a term: write texts only, each as `key = words`", term.id.name)));
            }
            Entry::Junk { content } => return Some((line(offset(source, content)), "this cannot be read".to_owned())),
        };
        let key = message.id.name;
        let at = line(offset(source, key));
        let said = match (&message.value, message.attributes.is_empty()) {
            (Some(value), true) => Said::of(value),
            _ => Err(format!("{key} needs words of its own and has no attributes: write `{key} = words`")),
        };
        let wrong = match said {
            _ if !seen.insert(key) => Some(format!("{key} is there twice: keep one")),
            Ok(said) => ours.get(key).map_or_else(|| Some(unknown(key, &ours)), |our| differs(tag, key, &said, our)),
            Err(cause) => Some(cause),
        };
        if let Some(cause) = wrong {
            return Some((at, cause));
        }
    }
    None
}

fn unreadable(error: &ParserError) -> String {
    format!("this is not Fluent: {}; write `key = words`, and indent what goes on in the next line", error.kind)
}

/// Where a part of a text begins in it.
fn offset(source: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(source.as_ptr() as usize)
}

/// What our own texts have, by key.
fn known(tag: &str) -> BTreeMap<String, Said> {
    let (Ok(resource) | Err((resource, _))) = parse(texts_of(tag).unwrap_or_default());
    let message = |entry: Entry<&'static str>| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), Said::of(&message.value?).unwrap_or_default())),
        _ => None,
    };
    resource.body.into_iter().filter_map(message).collect()
}

fn unknown(key: &str, ours: &BTreeMap<String, Said>) -> String {
    let near = ours.keys().map(|known| (strsim::jaro_winkler(known, key), known));
    let near = near.filter(|(alike, _)| *alike >= ALIKE).max_by(|one, other| one.0.total_cmp(&other.0));
    match near {
        Some((_, near)) => format!("no text is called {key}: did you mean {near}?"),
        None => format!("no text is called {key}: shared/email/texts/en.ftl has all of them"),
    }
}

fn differs(tag: &str, key: &str, said: &Said, our: &Said) -> Option<String> {
    let shown = |gaps: &BTreeSet<String>| {
        let all: Vec<_> = gaps.iter().map(|gap| format!("{{ ${gap} }}")).collect();
        if all.is_empty() { "none".to_owned() } else { all.join(", ") }
    };
    let counts = |gap: &&String| !COUNTS.contains(&gap.as_str());
    if let Some(gap) = said.gaps.iter().find(|gap| !our.gaps.contains(*gap)) {
        return Some(format!("{key} has no gap {{ ${gap} }}: its gaps are {}", shown(&our.gaps)));
    }
    if let Some(gap) = our.gaps.iter().filter(counts).find(|gap| !said.gaps.contains(*gap)) {
        return Some(format!("{key} has to say {{ ${gap} }}: its gaps are {}", shown(&our.gaps)));
    }
    let plurals = plurals(tag);
    let counted = said.gaps.iter().any(|gap| COUNTS.contains(&gap.as_str()));
    // Words that are always the same need no cases; ours tell which do.
    let asked = our.cases.keys().filter(|_| counted).chain(said.cases.keys());
    for gap in asked {
        let cases = said.cases.get(gap);
        let missing: Vec<_> =
            plurals.iter().filter(|plural| !cases.is_some_and(|cases| cases.contains(**plural))).copied().collect();
        if !missing.is_empty() {
            let all: Vec<_> = plurals.iter().map(|plural| format!("[{plural}]")).collect();
            let missing = missing.join("], [");
            return Some(format!("{key} lacks the case [{missing}] of ${gap}: in {tag} it needs {}", all.join(", ")));
        }
    }
    None
}

impl Said {
    fn of(pattern: &Pattern<&str>) -> Result<Self, String> {
        let mut said = Self::default();
        said.read(pattern)?;
        Ok(said)
    }

    fn read(&mut self, pattern: &Pattern<&str>) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.gap(inline)?;
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let gap = self.gap(selector)?;
                    for variant in variants {
                        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                            variant.key;
                        self.cases.entry(gap.clone()).or_default().insert(key.to_owned());
                        self.read(&variant.value)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn gap(&mut self, inline: &InlineExpression<&str>) -> Result<String, String> {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.gaps.insert(id.name.to_owned());
                Ok(id.name.to_owned())
            }
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                Ok((*value).to_owned())
            }
            InlineExpression::FunctionReference { id, arguments: CallArguments { positional, .. } }
                if id.name == "NUMBER" =>
            {
                positional.iter().map(|inner| self.gap(inner)).collect()
            }
            InlineExpression::Placeable { expression } => match &**expression {
                Expression::Inline(inner) => self.gap(inner),
                Expression::Select { .. } => Err("a choice within a choice cannot be read: write it out".to_owned()),
            },
            _ => {
                Err("only gaps such as { $number } may stand between words: no other texts, terms or functions"
                    .to_owned())
            }
        }
    }
}

/// The plurals that a language has of whole numbers that are not millions.
fn plurals(tag: &str) -> BTreeSet<&'static str> {
    let rules = tag.parse::<Locale>().ok();
    let rules = rules.and_then(|locale| PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).ok());
    rules.map_or_else(BTreeSet::new, |rules| (0_u32..1_000).map(|count| name(rules.category_for(count))).collect())
}

const fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_texts_have_no_mistake() {
        for tag in email::LOCALES {
            assert_eq!(mistake(tag, texts_of(tag).expect("texts")), None, "{tag}");
        }
    }

    #[track_caller]
    fn check(source: &str, line: usize, cause: &str) {
        let found = mistake("en", source);
        assert!(found.as_ref().is_some_and(|(at, said)| *at == line && said.contains(cause)), "{source}\n{found:?}");
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_what_to_do() {
        check("item = Piece\n\nconfirmed-subject Order\n", 3, "not Fluent");
        check("# Ours\nitem = Piece\nconfirmed-subjet = Order { $number }\n", 3, "did you mean confirmed-subject?");
        check("zzz = Piece\n", 1, "en.ftl has all of them");
        check("item = Piece\nitem = Thing\n", 2, "item is there twice");
        check(
            "item = Piece\nconfirmed-subject = Order { $nummer }\n",
            2,
            "has no gap { $nummer }: its gaps are { $number }",
        );
        check("confirmed-subject = Thank you\n", 1, "has to say { $number }");
        check("items-caption = { $count ->\n   *[other] { $shown } pieces\n}\n", 1, "lacks the case [one] of $count");
        check("items-caption = { $shown } pieces\n", 1, "lacks the case [one], [other] of $count");
        check("-brand = Us\n", 1, "is a term");
        check("item = { other-text }\n", 1, "only gaps");
        check("item =\n    .title = x\n", 1, "no attributes");
        assert_eq!(mistake("en", "items-caption = What you ordered\nitem = Piece\n"), None);
    }
}
