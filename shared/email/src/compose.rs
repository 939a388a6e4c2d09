//! A situation becomes a message.

use domain::ids::OrderId;
use domain::ledger::Said;
use domain::personal::Email;
use domain::shop::Shop;
use domain::situations::{About, Class, Kind, Situation};
use domain::theme::Threading;
use domain::view::View;
use jiff::Timestamp;

use crate::clean::line;
use crate::design::{Design, Flaw};
use crate::engine::data;
use crate::frame::{Button, Frame};
use crate::lang::Lang;
use crate::mails::{self, Telling};
use crate::mime::{Envelope, message, sender};

/// A mail, ready to be handed over.
#[derive(Clone)]
pub struct Message {
    /// Who gets it.
    pub to: Email,
    /// Who sends it: name and address.
    pub from: String,
    /// What kind of mail it is.
    pub kind: Kind,
    /// Its subject.
    pub subject: String,
    /// Its text part.
    pub text: String,
    /// Its HTML part.
    pub html: String,
    /// All of it as it goes over the wire.
    pub raw: Vec<u8>,
    /// What later mails depend on.
    pub said: Said,
}

/// Prints what a log may hold.
impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Message").field("kind", &self.kind).field("bytes", &self.raw.len()).finish_non_exhaustive()
    }
}

/// Why a mail cannot be written. Reasons hold no personal data.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unrenderable {
    /// The order has no address that mail can be sent to.
    #[error("the order has no e-mail address")]
    NoAddress,
    /// SES takes only ASCII before the `@`, and domains as they stand in DNS.
    #[error("the e-mail address is not ASCII, which SES does not take")]
    ForeignAddress,
    /// What the situation is about is not there any more: a voided shipment, an ignored payment.
    #[error("the order has no such {0} any more")]
    Gone(&'static str),
    /// What asks for something says how to stop it.
    #[error("a mail that asks for something has no link to stop it")]
    NoWayOut,
    /// A mistake in a template.
    #[error("a template failed: {0}")]
    Template(String),
    /// A mistake in the texts.
    #[error("no text is called {0}, or it lacks a value")]
    Text(String),
    /// A mistake in the shop's own design: without it the mail can be written.
    #[error("the shop's design: {0}")]
    Design(Flaw),
}

/// Where a mail leads: URLs of our own pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leads {
    /// The page that the mail is about: the order's, or one that only confirms an address.
    pub page: String,
    /// Where questions are stopped. Mails that ask for something need it; no other mail has it.
    pub stop: Option<String>,
}

/// Who writes mails: [`compose`], or somebody who only looks at what is to be written.
pub type Compose = fn(&Shop, &OrderId, &View<'_>, &Situation, &Leads, Timestamp) -> Result<Message, Unrenderable>;

/// Writes the one mail of a situation, in the order's language, from the order as it is.
pub fn compose(
    shop: &Shop,
    id: &OrderId,
    view: &View<'_>,
    situation: &Situation,
    leads: &Leads,
    now: Timestamp,
) -> Result<Message, Unrenderable> {
    compose_in(None, shop, id, view, situation, leads, now)
}

/// The same in a shop's own design. What fails because of the design is told as [`Unrenderable::Design`].
pub(crate) fn compose_in(
    design: Option<&Design>,
    shop: &Shop,
    id: &OrderId,
    view: &View<'_>,
    situation: &Situation,
    leads: &Leads,
    now: Timestamp,
) -> Result<Message, Unrenderable> {
    let to = addressee(shop, view, situation)?;
    let way_out = match situation.kind.class() {
        Class::Feedback => Some(leads.stop.as_deref().ok_or(Unrenderable::NoWayOut)?),
        Class::Transactional | Class::Merchant => None,
    };
    let from = shop.sender_of(situation.kind);
    let known = !matches!((situation.kind, situation.kind.class()), (Kind::ConfirmAddress, _) | (_, Class::Merchant));
    let name = view.document.customer.name.as_ref().filter(|_| known).map(|name| name.reveal().as_str());
    let locale = view.document.locale.as_deref().filter(|_| situation.kind.class() != Class::Merchant);
    let lang = Lang::of(locale, &shop.locale);
    let lang = if let Some(design) = design { design.overlaid(lang) } else { lang };
    let (page_url, number) = (leads.page.as_str(), line(&view.document.number, 40));
    let telling = Telling { shop, view, situation, page_url, lang: &lang, number };

    let stop_label = if situation.kind.of_baskets() { "unsubscribe-basket" } else { "unsubscribe" };
    let mut letter = mails::write(&telling)?;
    letter.opening.stop = way_out.map(|url| Button { label: lang.say(stop_label), url: url.to_owned() });
    let threaded = threaded(shop, situation.kind);
    if threaded {
        letter.opening.words.subject = named(&telling);
    }
    let subject = line(&letter.opening.words.subject, 120);
    let frame = Frame::new(&lang, shop, situation.kind, name, &telling.number, letter.opening);
    let context = minijinja::context! { frame => data(&frame), mail => letter.details };
    let (html, text) = if let Some(design) = design {
        let needed = frame.needed(situation.kind, &telling.number);
        design.lay_out(situation.kind, &lang, &context, &needed).map_err(Unrenderable::Design)?
    } else {
        let render = |extension| mails::render(situation.kind, extension, &lang, &context);
        (render("html")?, render("txt")?)
    };
    if let Some(key) = lang.missing() {
        return Err(Unrenderable::Text(key));
    }
    let intent = &situation.intent;
    let envelope =
        Envelope { shop, from, to, to_name: name, order: id, intent, subject: &subject, stop: way_out, threaded, now };
    Ok(Message {
        to: to.clone(),
        from: sender(&shop.name, from),
        kind: situation.kind,
        raw: message(&envelope, &text, &html),
        subject,
        text,
        html,
        said: Said::of(view, situation),
    })
}

/// Whether a mail is part of its order's conversation. Whoever is asked to confirm an address is not told of an order, and
/// the shop's own mails say what is wrong.
fn threaded(shop: &Shop, kind: Kind) -> bool {
    let of_order = kind != Kind::ConfirmAddress && !kind.of_baskets() && kind.class() != Class::Merchant;
    shop.threading == Threading::ByOrder && of_order
}

/// The one subject of all mails of an order: mail programs put together what has the same.
fn named(telling: &Telling<'_>) -> String {
    let shop = line(&telling.shop.name, 60);
    telling.lang.say_with("page-title", [("number", telling.number.as_str().into()), ("shop", shop.into())])
}

/// Who gets a situation's mail: the shop, the customer at the address in force, or whoever reads a corrected address's mail.
pub fn addressee<'a>(shop: &'a Shop, view: &View<'a>, situation: &Situation) -> Result<&'a Email, Unrenderable> {
    let email = match (&situation.about, situation.kind.class()) {
        (_, Class::Merchant) => return Ok(shop.alerted()),
        (About::Correction(id), _) => {
            let mut proved = view.customer.proved();
            Some(&proved.find(|(one, _)| one.id == *id).ok_or(Unrenderable::Gone("correction"))?.1.with)
        }
        _ => view.email(),
    };
    match email {
        None => Err(Unrenderable::NoAddress),
        Some(to) if !to.reveal().is_ascii() => Err(Unrenderable::ForeignAddress),
        Some(to) => Ok(to),
    }
}
