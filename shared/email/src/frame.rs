//! What every mail has, whatever it tells: who writes, why, where answers go, how things go back.

use domain::shop::Shop;
use domain::situations::{Class, Kind};
use domain::theme::Place;
use fluent_bundle::FluentValue;
use jiff::civil::Date;
use serde::Serialize;

use crate::clean::{line, some_line};
use crate::format;
use crate::lang::Lang;
use crate::look::Look;

/// The words that a mail opens with.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Words {
    pub(crate) subject: String,
    /// What inboxes show beside the subject.
    pub(crate) preheader: String,
    pub(crate) headline: String,
    pub(crate) paragraphs: Vec<String>,
}

/// The one thing to do, or another place to go.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Button {
    pub(crate) label: String,
    pub(crate) url: String,
}

/// How things go back: process, deadline and conditions.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Returns {
    sentences: Vec<String>,
    url: Option<String>,
}

/// Everything around the details of a mail.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Frame {
    lang: String,
    dir: &'static str,
    /// The sides where lines begin and end: `left` and `right`, or the reverse.
    start: &'static str,
    end: &'static str,
    words: Words,
    steps: Vec<Step>,
    page: String,
    greeting: String,
    number: Option<String>,
    button: Button,
    returns: Option<Returns>,
    shop: String,
    shop_url: String,
    logo: Option<String>,
    help_url: String,
    questions: String,
    why: String,
    stop: Option<Button>,
    imprint: String,
    /// What the shop has to say at the foot of every mail.
    footer: Vec<String>,
    /// Other places of the shop.
    places: Vec<Button>,
    look: Look,
    linked: Option<String>,
}

/// What differs between the frames of two mails of one order.
pub(crate) struct Opening {
    pub(crate) words: Words,
    pub(crate) button: Button,
    pub(crate) returns: Option<Returns>,
    pub(crate) linked: Option<String>,
    /// Where to stop mails like this one.
    pub(crate) stop: Option<Button>,
    pub(crate) steps: Vec<Step>,
    /// The page that the mail is about, wherever the button leads.
    pub(crate) page: String,
}

/// A part of an order's way.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Step {
    label: String,
    reached: bool,
    /// The last one that is reached.
    current: bool,
}

impl Step {
    /// A way with its labels, of which so many are reached.
    pub(crate) fn way<const N: usize>(lang: &Lang, labels: [&str; N], reached: usize) -> Vec<Self> {
        let step = |(at, label)| Self { label: lang.say(label), reached: at < reached, current: at + 1 == reached };
        labels.into_iter().enumerate().map(step).collect()
    }
}

impl Frame {
    pub(crate) fn new(
        lang: &Lang,
        shop: &Shop,
        kind: Kind,
        name: Option<&str>,
        number: &str,
        opening: Opening,
    ) -> Self {
        let why = match (kind, kind.class()) {
            (Kind::ConfirmAddress, _) => "why-confirm",
            (Kind::Abandoned, _) => "why-abandoned",
            (_, Class::Transactional) => "why",
            (_, Class::Feedback) => "why-unsubscribe",
            (_, Class::Merchant) => "why-alert",
        };
        let order = || lang.say_with("order-number", [("number", number.into())]);
        let brand = line(&shop.name, 60);
        let (start, end) = if lang.direction() == "rtl" { ("right", "left") } else { ("left", "right") };
        let hello = |name: String| lang.say_with("hello", [("name", name.into())]);
        Self {
            lang: lang.tag().to_owned(),
            dir: lang.direction(),
            start,
            end,
            steps: opening.steps,
            page: opening.page,
            words: opening.words,
            greeting: name.and_then(|name| some_line(name, 60)).map_or_else(|| lang.say("hello-nobody"), hello),
            // Whoever is asked to confirm an address is not told of an order, and a basket is none.
            number: (!matches!(kind, Kind::ConfirmAddress | Kind::Abandoned)).then(order),
            button: opening.button,
            returns: opening.returns,
            shop_url: shop.url.as_str().to_owned(),
            logo: shop.theme.logo.as_ref().map(|logo| logo.as_str().to_owned()),
            help_url: shop.help_url.as_ref().unwrap_or(&shop.url).as_str().to_owned(),
            questions: lang.say_with("questions", [("address", shop.reply_to.reveal().into())]),
            why: lang.say_with(why, [("shop", FluentValue::from(brand.as_str()))]),
            stop: opening.stop,
            imprint: imprint(&brand, shop.postal_address.as_deref()),
            footer: shop.theme.footer.lines().filter_map(|text| some_line(text, 200)).collect(),
            places: places(shop),
            shop: brand,
            look: Look::new(&shop.theme),
            linked: opening.linked,
        }
    }

    /// What every layout of this mail has to show.
    pub(crate) fn needed(&self, kind: Kind, number: &str) -> Vec<Needed> {
        let needed = |what, variable, text: &str| Needed { what, variable, text: text.to_owned() };
        let mut all = vec![needed("the link of its button", "frame.button.url", &self.button.url)];
        if self.number.is_some() {
            all.push(needed("the order's number", "frame.number", number));
        }
        if kind.class() == Class::Feedback {
            all.push(needed("the line that says why the customer is asked", "frame.why", &self.why));
        }
        if let Some(stop) = &self.stop {
            all.push(needed("the link to be asked no more", "frame.stop.url", &stop.url));
        }
        all
    }
}

fn places(shop: &Shop) -> Vec<Button> {
    let shown =
        |place: &Place| Some(Button { label: some_line(&place.label, 40)?, url: place.url.as_str().to_owned() });
    shop.theme.links.iter().filter_map(shown).collect()
}

/// What a mail may not lack, whoever lays it out.
pub(crate) struct Needed {
    /// In words.
    pub(crate) what: &'static str,
    /// Where a template finds it.
    pub(crate) variable: &'static str,
    /// As it is shown.
    pub(crate) text: String,
}

/// The shop and where it is, on one line.
fn imprint(brand: &str, address: Option<&str>) -> String {
    let lines = address.unwrap_or_default().lines().filter_map(|part| some_line(part, 100));
    let named = lines.clone().next().is_some_and(|first| first.starts_with(brand));
    let brand = (!named).then(|| brand.to_owned());
    line(&brand.into_iter().chain(lines).collect::<Vec<_>>().join(", "), 240)
}

impl Returns {
    /// The shop's policy; with the last day if the delivery is known.
    pub(crate) fn of(lang: &Lang, shop: &Shop, delivered: Option<Date>) -> Option<Self> {
        let policy = shop.return_policy.as_ref()?;
        let until = delivered.and_then(|day| day.checked_add(jiff::Span::new().try_days(policy.days).ok()?).ok());
        let days = format::count(lang, policy.days);
        let deadline = match until {
            Some(day) => lang.say_with("returns-until", [("date", format::date(lang, day).into())]),
            None => lang.say_with("returns-days", [("days", policy.days.into()), ("shown", days.into())]),
        };
        let text = policy.text.as_deref().and_then(|text| some_line(text, 600));
        let url = policy.url.as_ref().map(|url| url.as_str().to_owned());
        Some(Self { sentences: [deadline].into_iter().chain(text).collect(), url })
    }
}
