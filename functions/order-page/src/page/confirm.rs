//! The page on which a corrected address is confirmed: whose shop it is, and nothing of the order.

use domain::personal::Email;
use domain::shop::Shop;
use email::{Lang, Look, data, line};
use serde::Serialize;

use super::banner::masked;
use super::{engine, try_again};

/// How a correction stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Standing {
    /// To be confirmed.
    Open,
    /// Confirmed.
    Confirmed,
    /// Another address took its place.
    Outdated,
}

/// A page that asks for one press of a button, or for nothing, as its template shows it.
#[derive(Serialize)]
pub(super) struct Confirm {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) title: String,
    pub(super) look: Look,
    pub(super) shop: String,
    pub(super) headline: String,
    pub(super) lead: String,
    pub(super) button: Option<String>,
    pub(super) note: Option<String>,
}

/// The page.
pub(crate) fn render(shop: &Shop, locale: Option<&str>, standing: Standing, address: Option<&Email>) -> String {
    let lang = Lang::of(locale, &shop.locale);
    let brand = line(&shop.name, 60);
    let address = address.map(masked).unwrap_or_default();
    let name = match standing {
        Standing::Open => "open",
        Standing::Confirmed => "done",
        Standing::Outdated => "outdated",
    };
    let say = |key: &str| {
        let gaps = [("shop", brand.as_str().into()), ("address", address.as_str().into())];
        lang.say_with(&format!("confirm-{name}-{key}"), gaps)
    };
    let open = standing == Standing::Open;
    let page = Confirm {
        lang: lang.tag().to_owned(),
        dir: lang.direction(),
        title: say("headline"),
        look: Look::new(&shop.theme),
        headline: say("headline"),
        lead: say("lead"),
        button: open.then(|| say("button")),
        note: open.then(|| say("note")),
        shop: brand.clone(),
    };
    page.laid_out(&lang)
}

impl Confirm {
    /// The whole page.
    pub(super) fn laid_out(&self, lang: &Lang) -> String {
        match (engine().render("confirm.html", lang, &data(self)), lang.missing()) {
            (Ok(html), None) => html,
            (html, missing) => {
                let error = html.err();
                tracing::error!(?error, ?missing, "a page could not be laid out");
                try_again(lang)
            }
        }
    }
}
