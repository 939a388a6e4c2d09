//! Every word that customers read, one Fluent file a locale, each text found and parsed when it is first needed: a mail needs
//! few of five hundred, and to parse them all was a quarter of the first mail's instructions.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use memchr::memmem;

/// Texts of one locale.
pub(crate) struct Texts {
    tag: &'static str,
    source: &'static str,
    /// A line a country: its code in ISO 3166 and its name in CLDR.
    countries: &'static str,
    /// Those that were needed so far.
    spoken: OnceLock<Mutex<FluentBundle<FluentResource>>>,
}

macro_rules! locales {
    ($($tag:literal),+; $($region:literal),+ $(,)?) => {
        /// Every language that mails are written in: BCP 47.
        pub const LOCALES: [&str; [$($tag),+].len()] = [$($tag),+];

        static TEXTS: [Texts; LOCALES.len()] = [$(
            Texts {
                tag: $tag,
                source: include_str!(concat!("../texts/", $tag, ".ftl")),
                countries: include_str!(concat!("../countries/", $tag, ".txt")),
                spoken: OnceLock::new(),
            }
        ),+];

        /// What a region says otherwise than its language.
        static REGIONAL: [Texts; [$($region),+].len()] = [$(
            Texts {
                tag: $region,
                source: include_str!(concat!("../texts/regions/", $region, ".ftl")),
                countries: "",
                spoken: OnceLock::new(),
            }
        ),+];
    };
}

// A locale is its files in `texts/` and `countries/`, and its line here. `de-AT` falls back to `de`, everything to `en`.
locales! {
    "en", "ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR";
    "de-AT", "pt-PT",
}

/// What a locale falls back to when it lacks a text.
pub(crate) const LAST_RESORT: &str = "en";

/// The texts of `tag`, most particular first, and the last resort; nothing if its language is not spoken here.
pub(crate) fn chain(tag: &str) -> Option<Vec<&'static Texts>> {
    let mut found: Vec<&'static Texts> = shorter(tag).filter_map(find).collect();
    if !found.iter().any(|texts| LOCALES.contains(&texts.tag)) {
        found.extend(cousin(tag));
    }
    let spoken = !found.is_empty();
    if found.iter().all(|texts| texts.tag != LAST_RESORT) {
        found.extend(find(LAST_RESORT));
    }
    spoken.then_some(found)
}

/// `de-Latn-AT`, `de-Latn`, `de`.
fn shorter(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(shorter, _)| shorter))
}

/// The same language as another country speaks it: `pt-BR` for `pt-PT`.
fn cousin(tag: &str) -> Option<&'static Texts> {
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let wanted = language(tag);
    TEXTS.iter().find(|texts| language(texts.tag) == wanted)
}

fn find(tag: &str) -> Option<&'static Texts> {
    TEXTS.iter().chain(&REGIONAL).find(|texts| texts.tag.eq_ignore_ascii_case(tag))
}

impl Texts {
    /// The text called `key`; nothing if this locale lacks it or it cannot be filled in.
    pub(crate) fn get(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let new = || Mutex::new(bundle(self.tag));
        let mut spoken = self.spoken.get_or_init(new).lock().unwrap_or_else(PoisonError::into_inner);
        if !spoken.has_message(key) {
            spoken.add_resource_overriding(parse(entry(self.source, key)?.to_owned()));
        }
        said(&spoken, key, args).and_then(Result::ok)
    }

    /// The name of the country with this code, in capital letters or not.
    pub(crate) fn country(&self, code: &str) -> Option<&'static str> {
        let named = |line: &'static str| {
            let (known, name) = line.split_once(' ')?;
            known.eq_ignore_ascii_case(code).then_some(name)
        };
        self.countries.lines().find_map(named)
    }
}

/// What a shop says in the place of the texts of a locale.
pub(crate) struct Overlay {
    tag: String,
    bundle: FluentBundle<FluentResource>,
}

/// A text that cannot be filled in.
pub(crate) struct Unsayable;

impl Overlay {
    /// What can be read of a file is used: what cannot is not overlaid.
    pub(crate) fn new(tag: &str, source: String) -> Self {
        let mut bundle = bundle(tag);
        bundle.add_resource_overriding(parse(source));
        Self { tag: tag.to_owned(), bundle }
    }

    /// The text called `key`, if the shop has one of its own.
    pub(crate) fn get(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Result<String, Unsayable>> {
        said(&self.bundle, key, args)
    }

    /// Which of the shop's texts a locale is told in, most particular first.
    pub(crate) fn chain(all: &[Arc<Self>], tag: &str) -> Vec<Arc<Self>> {
        let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        // English words help nobody in the midst of German ones: the last resort is ours alone.
        let own = chain(tag).unwrap_or_default().into_iter().filter(|texts| language(texts.tag) == language(tag));
        own.filter_map(|texts| all.iter().find(|overlay| overlay.tag == texts.tag).cloned()).collect()
    }

    /// Whether the shop has a text of this key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The locale.
    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }
}

/// The texts of a locale, in Fluent.
pub fn texts_of(tag: &str) -> Option<&'static str> {
    find(tag).map(|texts| texts.source)
}

/// The message of a file of ours that has this key. No message of ours needs another one, and none stands in the first line.
fn entry(source: &'static str, key: &str) -> Option<&'static str> {
    let (_, message) = source.split_at(memmem::find(source.as_bytes(), format!("\n{key} =").as_bytes())? + 1);
    // It goes on until a line begins another one, or a comment.
    let begins =
        |at: &usize| message.as_bytes().get(*at).is_some_and(|first| first.is_ascii_alphabetic() || *first == b'#');
    let end = message.match_indices('\n').map(|(at, _)| at + 1).find(begins);
    Some(&message[..end.unwrap_or(message.len())])
}

/// What can be read of a file is used; a test reads all of ours without an error.
fn parse(source: String) -> FluentResource {
    match FluentResource::try_new(source) {
        Ok(resource) | Err((resource, _)) => resource,
    }
}

fn bundle(tag: &str) -> FluentBundle<FluentResource> {
    let locales = tag.parse().into_iter().collect();
    let mut bundle = FluentBundle::new_concurrent(locales);
    // Isolating marks would land in subjects.
    bundle.set_use_isolating(false);
    bundle
}

fn said(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<Result<String, Unsayable>> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    Some(if errors.is_empty() { Ok(text) } else { Err(Unsayable) })
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::Entry;

    use super::*;

    #[test]
    fn every_file_of_texts_can_be_read_to_its_end() {
        for texts in TEXTS.iter().chain(&REGIONAL) {
            let read = FluentResource::try_new(texts.source.to_owned());
            assert!(read.is_ok(), "{}: {:?}", texts.tag, read.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn each_text_by_itself_is_what_it_is_in_its_file() {
        for texts in TEXTS.iter().chain(&REGIONAL) {
            let whole = parse(texts.source.to_owned());
            let whole: Vec<_> = whole.entries().filter(|entry| matches!(entry, Entry::Message(_))).collect();
            for message in whole {
                let Entry::Message(mut alone) = message.clone() else { continue };
                alone.comment = None;
                let key = alone.id.name;
                let part = entry(texts.source, key).map(|entry| parse(entry.to_owned()));
                let part: Vec<_> = part.iter().flat_map(FluentResource::entries).collect();
                assert_eq!(part, [&Entry::Message(alone)], "{}: {key}", texts.tag);
            }
            let named = texts.source.split('{').skip(1).map(str::trim_start);
            let another = |gap: &&str| gap.starts_with(|first: char| first == '-' || first.is_ascii_lowercase());
            assert_eq!(named.filter(another).count(), 0, "{}: a text names another one", texts.tag);
        }
    }

    #[test]
    fn a_region_falls_back_to_its_language() {
        let tags = |tag| chain(tag).map(|texts| texts.iter().map(|texts| texts.tag).collect::<Vec<_>>());
        assert_eq!(tags("en-GB"), Some(vec!["en"]));
        assert_eq!(tags("EN"), Some(vec!["en"]));
        assert_eq!(tags("de-CH"), Some(vec!["de", "en"]));
        assert_eq!(tags("de-AT"), Some(vec!["de-AT", "de", "en"]), "what is called otherwise there");
        assert_eq!(tags("pt-PT"), Some(vec!["pt-PT", "pt-BR", "en"]));
        assert_eq!(tags("pt-AO"), Some(vec!["pt-BR", "en"]), "the same language is nearer than English");
        assert_eq!(tags("tlh"), None);
    }
}
