//! The language of one mail or page: its texts, and how it writes amounts and dates.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use icu_locale_core::Locale;
use minijinja::value::Value;
use minijinja::{Error, ErrorKind};

use crate::format::Formats;
use crate::texts::{LAST_RESORT, Overlay, Texts, chain};

/// A language with its region.
pub struct Lang {
    tag: String,
    texts: Vec<&'static Texts>,
    /// What the shop says instead.
    overlays: Vec<Arc<Overlay>>,
    missing: RefCell<Option<String>>,
    pub(crate) locale: Locale,
    pub(crate) formats: OnceCell<Formats>,
}

impl Lang {
    /// The order's language if we speak it, else the shop's, else English.
    ///
    /// Texts, amounts and dates always come from one language: French dates in English sentences help nobody.
    pub fn of(order: Option<&str>, shop: &str) -> Self {
        let wanted = order.into_iter().chain([shop]).filter_map(|tag| {
            let locale = parse(tag)?;
            Some((chain(&locale.id.to_string())?, locale))
        });
        let (texts, locale) = wanted
            .into_iter()
            .next()
            .unwrap_or_else(|| (chain("en").unwrap_or_default(), parse("en").unwrap_or(Locale::UNKNOWN)));
        let tag = locale.id.to_string();
        Self { tag, texts, overlays: Vec::new(), missing: RefCell::default(), locale, formats: OnceCell::new() }
    }

    /// The same language, with what a shop says in the place of some of its texts.
    pub(crate) fn overlaid(self, all: &[Arc<Overlay>]) -> Self {
        Self { overlays: Overlay::chain(all, &self.tag), ..self }
    }

    /// The first language of a browser's wishes (`Accept-Language`) that we speak, else English.
    pub fn wished(wishes: &str) -> Self {
        let tags = wishes.split(',').filter_map(|wish| wish.split(';').next()).map(str::trim);
        let spoken = |tag: &&str| parse(tag).is_some_and(|locale| chain(&locale.id.to_string()).is_some());
        Self::of(tags.into_iter().find(spoken), LAST_RESORT)
    }

    /// BCP 47, for `lang` attributes.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// `rtl` for scripts that run from right to left, else `ltr`.
    pub fn direction(&self) -> &'static str {
        let rtl = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
        if rtl.contains(&self.locale.id.language.as_str()) { "rtl" } else { "ltr" }
    }

    /// The text called `key`. What is missing is remembered: see [`Lang::missing`].
    pub fn say(&self, key: &str) -> String {
        self.fill(key, None)
    }

    /// The text called `key` with its gaps filled in.
    pub fn say_with<const N: usize>(&self, key: &str, gaps: [(&'static str, FluentValue<'_>); N]) -> String {
        let args: FluentArgs<'_> = gaps.into_iter().collect();
        self.fill(key, Some(&args))
    }

    /// The name of the country with this code of ISO 3166.
    pub(crate) fn country(&self, code: &str) -> Option<&'static str> {
        self.texts.iter().find_map(|texts| texts.country(code))
    }

    /// The key of a text that could not be said: a reason not to send what lacks it.
    pub fn missing(&self) -> Option<String> {
        self.missing.borrow().clone()
    }

    /// `t("key")` for templates.
    pub(crate) fn teller(&self) -> Value {
        let (texts, overlays) = (self.texts.clone(), self.overlays.clone());
        Value::from_function(move |key: &str| {
            let found = find(&overlays, &texts, key, None);
            found.ok_or_else(|| Error::new(ErrorKind::UndefinedError, format!("no text is called {key}")))
        })
    }

    fn fill(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        find(&self.overlays, &self.texts, key, args).unwrap_or_else(|| {
            self.missing.replace(Some(key.to_owned()));
            String::new()
        })
    }
}

/// A text of the shop's that cannot be filled in is not passed over: whoever wrote it has to be told.
fn find(
    overlays: &[Arc<Overlay>],
    texts: &[&'static Texts],
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    match overlays.iter().find_map(|overlay| overlay.get(key, args)) {
        Some(said) => said.ok(),
        None => texts.iter().find_map(|texts| texts.get(key, args)),
    }
}

/// Reads BCP 47, and what storefronts write instead: `de_DE_formal`.
fn parse(tag: &str) -> Option<Locale> {
    let tag = tag.trim().replace('_', "-");
    tag.parse().ok().or_else(|| tag.rsplit_once('-').and_then(|(shorter, _)| parse(shorter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(order: Option<&str>, shop: &str, expected: &str) {
        assert_eq!(Lang::of(order, shop).tag(), expected);
    }

    #[test]
    fn the_orders_language_comes_first_if_we_speak_it() {
        check(Some("en-GB"), "en", "en-GB");
        check(Some("en_US"), "en", "en-US");
        check(Some("tlh"), "en-AU", "en-AU");
        check(Some(""), "\0", "en");
        check(None, "en_GB_formal_!", "en-GB-formal");
    }

    #[test]
    fn a_browsers_first_language_that_we_speak_is_taken() {
        let tag = |wishes| Lang::wished(wishes).tag().to_owned();
        assert_eq!(tag("tlh,de-AT;q=0.9,en;q=0.8"), "de-AT");
        assert_eq!(["", "*", "\0,;"].map(tag), ["en", "en", "en"].map(str::to_owned));
    }

    #[test]
    fn a_text_that_is_missing_is_remembered() {
        let lang = Lang::of(None, "en");
        assert!(!lang.say("item").is_empty() && lang.missing().is_none());
        assert!(lang.say("no-such-text").is_empty());
        assert_eq!(lang.missing().as_deref(), Some("no-such-text"));
    }
}
