//! The page: an order as it is, for whoever has its link: no street, no phone, no address.

pub(crate) mod ask;
pub(crate) mod banner;
pub(crate) mod confirm;
mod money;
mod parcels;
mod returns;
pub(crate) mod stop;
mod timeline;
pub(crate) mod withdraw;

use std::sync::OnceLock;

use domain::ids::OrderId;
use domain::shop::Shop;
use domain::view::{Headline, View};
use email::{Engine, Items, Lang, Look, data, format, line, place, some_line};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use ask::Ask;
use banner::Banner;
use money::Payment;
use parcels::Parcel;
use timeline::Entry;
use withdraw::Withdraw;

/// A page about an order.
#[derive(Serialize)]
struct Page {
    lang: String,
    dir: &'static str,
    title: String,
    look: Look,
    shop: String,
    logo: Option<String>,
    number: String,
    headline: String,
    /// Whether it is good news, a wait or a problem: for the mark beside the headline.
    mood: &'static str,
    lead: Option<String>,
    payment: Payment,
    parcels_title: String,
    parcels: Vec<Parcel>,
    returned: Vec<returns::Return>,
    timeline: Vec<Entry>,
    items: Items,
    going_to: Option<String>,
    as_of: String,
    help: Help,
    banner: Option<banner::Words>,
    ask: Option<ask::Words>,
    withdraw: Option<withdraw::Words>,
}

/// Where help is, and how things go back.
#[derive(Serialize)]
struct Help {
    text: String,
    url: String,
    shop_url: String,
    shop_label: String,
    returns: Vec<String>,
    returns_url: Option<String>,
}

/// A page that says one thing.
#[derive(Serialize)]
struct Note {
    lang: String,
    dir: &'static str,
    title: String,
    look: Look,
    headline: String,
    lead: String,
}

/// What is shown if even a template fails.
const BARE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not available</title>\
    <h1>This page is not available right now</h1><p>Please try again in a few minutes.</p></html>";

/// What is said and asked beside the order.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    pub(crate) banner: Option<Banner>,
    pub(crate) ask: Option<Ask>,
    pub(crate) withdraw: Option<Withdraw>,
}

/// The page of an order.
pub fn render(shop: &Shop, id: &OrderId, view: &View<'_>, extras: &Extras, now: Timestamp) -> String {
    let lang = Lang::of(view.document.locale.as_deref(), &shop.locale);
    let page = page(shop, view, extras, &lang, now);
    let html = engine().render("page.html", &lang, &data(&page));
    match (html, lang.missing()) {
        (Ok(html), None) => html,
        (html, missing) => {
            let error = html.err();
            tracing::error!(order = %id, ?error, ?missing, "a page could not be laid out");
            try_again(&lang)
        }
    }
}

/// A calm answer to a link that is wrong, too old, or about nothing: it does not say which.
pub fn not_found(lang: &Lang) -> String {
    note(lang, "page-missing")
}

/// A calm answer when the order cannot be looked up right now.
pub fn try_again(lang: &Lang) -> String {
    note(lang, "page-later")
}

fn note(lang: &Lang, text: &str) -> String {
    let say = |part: &str| lang.say(&format!("{text}-{part}"));
    let note = Note {
        lang: lang.tag().to_owned(),
        dir: lang.direction(),
        title: say("title"),
        look: Look::new(&domain::theme::Theme::default()),
        headline: say("headline"),
        lead: say("lead"),
    };
    engine().render("note.html", lang, &data(&note)).unwrap_or_else(|_| BARE.to_owned())
}

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        Engine::new(&[
            ("page.html", include_str!("../templates/page.html")),
            ("ask.html", include_str!("../templates/ask.html")),
            ("banner.html", include_str!("../templates/banner.html")),
            ("confirm.html", include_str!("../templates/confirm.html")),
            ("note.html", include_str!("../templates/note.html")),
            ("withdraw.html", include_str!("../templates/withdraw.html")),
            ("style.html", include_str!("../templates/style.html")),
        ])
    })
}

fn page(shop: &Shop, view: &View<'_>, extras: &Extras, lang: &Lang, now: Timestamp) -> Page {
    let document = view.document;
    let headline = view.headline();
    let number = line(&document.number, 40);
    let brand = line(&shop.name, 60);
    let parcels = parcels::of(lang, view);
    let several = u32::try_from(parcels.len()).unwrap_or(u32::MAX).max(1);
    Page {
        lang: lang.tag().to_owned(),
        dir: lang.direction(),
        title: lang.say_with("page-title", [("number", number.clone().into()), ("shop", brand.clone().into())]),
        look: Look::new(&shop.theme),
        logo: shop.theme.logo.as_ref().map(|logo| logo.as_str().to_owned()),
        number: lang.say_with("order-number", [("number", number.into())]),
        headline: lang.say(&format!("page-headline-{}", headline.name())),
        mood: mood(headline),
        lead: lead(lang, view, headline),
        payment: Payment::of(lang, view),
        parcels_title: lang.say_with("page-parcels", [("count", several.into())]),
        parcels,
        returned: returns::of(lang, view),
        timeline: timeline::of(lang, view, &shop.time_zone),
        items: Items::of(lang, document).noting(lang, view),
        going_to: document.shipping.as_ref().and_then(|to| place(lang, to)),
        as_of: as_of(lang, now, &shop.time_zone),
        help: Help::of(lang, shop, &brand),
        banner: extras.banner.as_ref().map(|banner| banner.words(lang)),
        ask: extras.ask.as_ref().map(|ask| ask.words(lang, view)),
        withdraw: extras.withdraw.as_ref().map(|withdraw| withdraw.words(lang, shop, view)),
        shop: brand,
    }
}

fn as_of(lang: &Lang, now: Timestamp, zone: &TimeZone) -> String {
    let time = format::date_time(lang, now.to_zoned(zone.clone()).datetime());
    lang.say_with("page-as-of", [("time", time.into())])
}

const fn mood(headline: Headline) -> &'static str {
    match headline {
        Headline::Delivered | Headline::PartlyDelivered => "done",
        Headline::PaymentFailed | Headline::AwaitingPayment | Headline::NeedsAttention => "attention",
        Headline::Withdrawn | Headline::Cancelled | Headline::Refunded | Headline::Returning => "quiet",
        _ => "going",
    }
}

fn lead(lang: &Lang, view: &View<'_>, headline: Headline) -> Option<String> {
    let due = || format::money(lang, view.due());
    match headline {
        Headline::PaymentFailed => Some(lang.say("page-lead-failed")),
        Headline::AwaitingPayment => Some(lang.say_with("page-lead-due", [("amount", due().into())])),
        Headline::NeedsAttention => Some(lang.say("page-lead-attention")),
        _ => None,
    }
}

impl Help {
    fn of(lang: &Lang, shop: &Shop, brand: &str) -> Self {
        let returns = shop.return_policy.as_ref();
        let days =
            |days: u32| lang.say_with("returns-days", [("days", days.into()), ("shown", days.to_string().into())]);
        let text = returns.and_then(|policy| policy.text.as_deref()).and_then(|text| some_line(text, 600));
        Self {
            text: lang.say_with("page-help-text", [("shop", brand.into())]),
            url: shop.help_url.as_ref().unwrap_or(&shop.url).as_str().to_owned(),
            shop_url: shop.url.as_str().to_owned(),
            shop_label: lang.say_with("page-shop", [("shop", brand.into())]),
            returns: returns.map(|policy| days(policy.days)).into_iter().chain(text).collect(),
            returns_url: returns.and_then(|policy| policy.url.as_ref()).map(|url| url.as_str().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests;
