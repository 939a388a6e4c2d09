//! Countries have the names that CLDR gives them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use domain::situations::Kind;
use email::LOCALES;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use icu_experimental::displaynames::{DisplayNamesOptions, Fallback, Style};
use icu_locale_core::Locale;
use testing::stories::Story;

use crate::telling::mail;

/// Codes of ISO 3166 that are no country's, though CLDR has a name for them.
const NONE: [&str; 9] = ["AC", "CP", "DG", "EA", "EU", "EZ", "IC", "TA", "UN"];
/// Places whose long names say whose they are, which no address does.
const SHORT: [&str; 3] = ["HK", "MO", "PS"];

fn named(tag: &str) -> String {
    let locale: Locale = tag.parse().expect("a locale");
    let names = |style| {
        let mut options = DisplayNamesOptions::default();
        (options.style, options.fallback) = (style, Fallback::None);
        RegionDisplayNames::try_new((&locale).into(), options).expect("names")
    };
    let (long, short) = (names(None), names(Some(Style::Short)));
    let mut out = String::new();
    for code in (b'A'..=b'Z').flat_map(|first| (b'A'..=b'Z').map(move |second| [first, second])) {
        let code = std::str::from_utf8(&code).expect("letters").to_owned();
        // From QM on, and from XA to XZ except Kosovo, codes are for private use.
        let own = ("QM".."R").contains(&code.as_str()) || (code.starts_with('X') && code != "XK") || code == "ZZ";
        let names = if SHORT.contains(&code.as_str()) { &short } else { &long };
        let name = names.of(code.parse().expect("a region"));
        if let Some(name) = name.filter(|_| !own && !NONE.contains(&code.as_str())) {
            let _ = writeln!(out, "{code} {name}");
        }
    }
    out
}

#[test]
fn countries_have_the_names_that_cldr_gives_them() {
    for tag in LOCALES {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("countries").join(tag).with_extension("txt");
        let names = named(tag);
        assert!(names.lines().count() > 240, "{tag}: {names}");
        if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
            fs::write(&file, &names).expect("a file");
        }
        let ours = fs::read_to_string(&file).unwrap_or_default();
        assert!(ours == names, "{tag}: INSTA_UPDATE=always takes over what CLDR says now");
    }
}

#[test]
fn an_address_names_its_country_in_the_language_of_its_mail() {
    for (locale, name) in
        [("en", "Germany"), ("de-AT", "Deutschland"), ("pt-PT", "Alemanha"), ("ja", "ドイツ"), ("ar", "ألمانيا")]
    {
        let mut story = Story::plain();
        story.document.locale = Some(locale.to_owned());
        let told = mail(&story, Kind::Confirmed);
        for part in [&told.text, &told.html] {
            assert!(
                part.contains(&format!("Berlin\n{name}\n")) || part.contains(&format!("Berlin<br>{name}<")),
                "{locale}: {part}"
            );
        }
    }
    let mut story = Story::plain();
    story.document.shipping.as_mut().expect("an address").country = "QQ".to_owned();
    assert!(mail(&story, Kind::Confirmed).text.contains("Berlin\nQQ\n"));
}
