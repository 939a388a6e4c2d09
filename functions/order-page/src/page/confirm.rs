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

#[derive(Serialize)]
struct Confirm {
    lang: String,
    dir: &'static str,
    title: String,
    look: Look,
    shop: String,
    headline: String,
    lead: String,
    button: Option<String>,
    note: Option<String>,
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
    match (engine().render("confirm.html", &lang, &data(&page)), lang.missing()) {
        (Ok(html), None) => html,
        (html, missing) => {
            let error = html.err();
            tracing::error!(?error, ?missing, "a page could not be laid out");
            try_again()
        }
    }
}
