//! Names of a design's files, and the version that templates say they were written for.

use std::collections::BTreeSet;

use domain::situations::Kind;

use crate::mails::{TEMPLATES, folder};
use crate::texts::LOCALES;

/// What a file of a design is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Name {
    /// Texts of a locale.
    Texts(&'static str),
    /// A template, as templates call each other: `confirmed.html`, `base.txt`.
    Template(String),
}

impl Name {
    /// Reads a name, or says which there are.
    pub fn parse(name: &str) -> Result<Self, String> {
        if let Some(tag) = name.strip_prefix("texts/").and_then(|file| file.strip_suffix(".ftl")) {
            let found = LOCALES.into_iter().find(|known| *known == tag);
            let known = || LOCALES.join(", ");
            return found.map(Self::Texts).ok_or_else(|| format!("there are no texts in {tag}: there are {}", known()));
        }
        let template = name.strip_prefix("templates/").filter(|file| {
            let stem = file.strip_suffix(".html").or_else(|| file.strip_suffix(".txt"));
            stem.is_some_and(|stem| stems().contains(stem))
        });
        template.map(|file| Self::Template(file.to_owned())).ok_or_else(|| {
            let stems = stems().into_iter().collect::<Vec<_>>().join(", ");
            format!(
                "no file of a design is called {name}: it is texts/<language>.ftl, or templates/<name>.html or .txt with one \
                 of these names: {stems}"
            )
        })
    }

    /// The kinds whose mails the file takes part in.
    pub fn kinds(&self) -> Vec<Kind> {
        let stem = match self {
            Self::Texts(_) => return Kind::ALL.to_vec(),
            Self::Template(file) => file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem),
        };
        let of: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.name() == stem || folder(*kind) == stem).collect();
        // What is no kind's own is a part that any of them may use.
        if of.is_empty() { Kind::ALL.to_vec() } else { of }
    }
}

/// Every name of a template, without its ending: kinds, layouts that several kinds share, and parts.
fn stems() -> BTreeSet<&'static str> {
    let built_in = TEMPLATES.iter().filter_map(|(name, _)| name.strip_suffix(".html"));
    let built_in = built_in.map(|name| name.strip_suffix("/body").unwrap_or(name));
    built_in.chain(Kind::ALL.iter().map(|kind| kind.name())).collect()
}

/// The version in a template's first line: `{# base-version: 1 #}`.
pub fn base_version(content: &str) -> Option<u32> {
    let head = content.lines().next()?.trim().strip_prefix("{#")?.strip_suffix("#}")?;
    head.trim().strip_prefix("base-version:")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_texts_or_of_a_template_that_there_is() {
        assert_eq!(Name::parse("texts/en.ftl"), Ok(Name::Texts("en")));
        assert_eq!(Name::parse("templates/base.txt"), Ok(Name::Template("base.txt".to_owned())));
        assert_eq!(Name::parse("templates/csat.html").map(|name| name.kinds()), Ok(vec![Kind::Csat]));
        assert!(Name::parse("templates/notice.html").is_ok_and(|name| name.kinds().contains(&Kind::Csat)));
        assert_eq!(Name::parse("templates/macros.html").map(|name| name.kinds().len()), Ok(Kind::ALL.len()));
        for bad in ["texts/tlh.ftl", "texts/../en.ftl", "templates/confirmed", "templates/base.js", "base.html", ""] {
            assert!(Name::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_template_says_in_its_first_line_what_it_was_written_for() {
        assert_eq!(base_version("{# base-version: 12 #}\n<p>"), Some(12));
        for none in ["", "<p>{# base-version: 1 #}", "\n{# base-version: 1 #}", "{# base-version: x #}"] {
            assert_eq!(base_version(none), None, "{none}");
        }
    }
}
