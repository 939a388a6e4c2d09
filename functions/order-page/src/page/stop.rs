//! The page on which a customer stops all questions: whose shop it is, and nothing of the order.

use domain::shop::Shop;
use email::{Lang, Look, line};

use super::confirm::Confirm;

/// The page: with its button, or after it was pressed; the mail that led there reminded of a basket, or asked.
pub(crate) fn render(shop: &Shop, locale: Option<&str>, basket: bool, done: bool) -> String {
    let lang = Lang::of(locale, &shop.locale);
    let brand = line(&shop.name, 60);
    let about = if basket { "stop-basket" } else { "stop" };
    let say = |key: &str| lang.say_with(&format!("{about}-{key}"), [("shop", brand.as_str().into())]);
    let headline = say(if done { "done-headline" } else { "title" });
    let page = Confirm {
        lang: lang.tag().to_owned(),
        dir: lang.direction(),
        title: headline.clone(),
        look: Look::new(&shop.theme),
        headline,
        lead: say(if done { "done-lead" } else { "lead" }),
        button: (!done).then(|| say("button")),
        note: None,
        shop: brand.clone(),
    };
    page.laid_out(&lang)
}
