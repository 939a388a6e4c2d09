//! Mails about the order itself: received, confirmed, on hold, cancelled.

use domain::address::Address;
use domain::fact::{Needs, PaymentStatus};
use domain::refunds;
use serde::Serialize;

use super::{Letter, Telling};
use crate::blocks::{Items, address};
use crate::clean::some_line;
use crate::format;
use crate::frame::{Step, Words};
use crate::linked::Status;
use crate::method::method;

/// Of a customer's note that is shown: a word to the courier, not a novel.
pub(super) const NOTE: usize = 600;

/// Placed, not paid: what is due comes first.
#[derive(Serialize)]
struct Received {
    due: String,
    items: Items,
}

/// Accepted.
#[derive(Serialize)]
struct Confirmed {
    items: Items,
    ship_to: Vec<String>,
    /// Where it is another one than the parcel's.
    bill_to: Vec<String>,
    ship_how: Option<String>,
    /// The day that the checkout promised.
    promised: Option<String>,
    /// What the customer wrote.
    note: Option<String>,
    paid_with: Option<String>,
    /// Only of orders that are paid later.
    due: Option<String>,
}

/// Held by the shop.
#[derive(Serialize)]
struct OnHold {
    items: Items,
}

/// Cancelled: what became of the money comes first.
#[derive(Serialize)]
struct Cancelled {
    items: Items,
}

pub(super) fn received(of: &Telling<'_>) -> Letter {
    let due = format::money(of.lang, of.view.due());
    let total = of.amount(of.view.document.total);
    let paid = of.view.document.total - of.view.due().minor;
    let lead = if paid > 0 {
        of.say("lead-partly", [("amount", &due), ("paid", &of.amount(paid)), ("total", &total)])
    } else {
        of.say("lead", [("amount", &due)])
    };
    let title = of.view.document.payment_method.as_ref().and_then(|method| some_line(&method.title, 60));
    let words = Words {
        subject: of.say("subject", []),
        preheader: of.say("preheader", [("amount", &due)]),
        headline: of.say("headline", []),
        paragraphs: [lead].into_iter().chain(title.map(|title| of.say("method", [("method", &title)]))).collect(),
    };
    let mut letter = of.letter(words, &Received { due, items: items(of) });
    if let Some(pay) = of.pay("pay-now") {
        letter.opening.button = pay;
    }
    letter.opening.returns = of.returns();
    letter.opening.linked = of.linked(Status::PaymentDue);
    letter
}

pub(super) fn confirmed(of: &Telling<'_>) -> Letter {
    let document = of.view.document;
    let date = of.day(document.placed_at);
    let ships = document.lines.iter().any(|line| line.needs == Needs::Shipping);
    let lead = of.say(if ships { "lead" } else { "lead-plain" }, [("date", &date)]);
    let paid_with = method(of.lang, of.view.method(), document);
    let due = Some(of.view.due()).filter(|due| due.minor > 0).map(|due| format::money(of.lang, due));
    let later = due.as_ref().map(|due| match &paid_with {
        Some(method) => of.say("due", [("amount", due), ("method", method)]),
        None => of.say("due-plain", [("amount", due)]),
    });
    let short = (!of.view.back_ordered().is_empty()).then(|| of.say("back-ordered", []));
    let words = of.words([lead].into_iter().chain(short).chain(later).collect());
    let shown = |place: &Address| address(of.lang, place);
    let ship_to = document.shipping.as_ref().filter(|_| ships).map(shown).unwrap_or_default();
    let bill_to = document.billing.as_ref().map(shown).filter(|bill_to| *bill_to != ship_to);
    let details = Confirmed {
        items: items(of),
        ship_to,
        bill_to: bill_to.unwrap_or_default(),
        promised: document.promised.filter(|_| ships).map(|day| format::date(of.lang, day)),
        note: document.note.as_ref().and_then(|note| some_line(note.reveal(), NOTE)),
        ship_how: document.shipping_method.as_deref().and_then(|how| some_line(how, 60)).filter(|_| ships),
        paid_with,
        due,
    };
    let mut letter = of.letter(words, &details);
    letter.opening.returns = of.returns();
    letter.opening.linked = of.linked(of.standing());
    if ships && of.standing() == Status::Processing {
        letter.opening.steps = Step::way(of.lang, ["page-placed", "page-state-in_transit", "page-state-delivered"], 1);
    }
    letter
}

/// What was ordered, and what of it is not in stock.
pub(super) fn items(of: &Telling<'_>) -> Items {
    Items::of(of.lang, of.view.document).noting(of.lang, of.view)
}

pub(super) fn on_hold(of: &Telling<'_>) -> Letter {
    let date = of.day(of.view.document.placed_at);
    let words = of.words(vec![of.say("lead", [("date", &date)]), of.say("choice", [])]);
    let mut letter = of.letter(words, &OnHold { items: items(of) });
    letter.opening.linked = of.linked(of.standing());
    letter
}

pub(super) fn cancelled(of: &Telling<'_>) -> Letter {
    let (money, paid, back) = money_of_cancelled(of);
    let date = of.day(of.view.document.placed_at);
    let amounts = [("paid", paid.as_str()), ("refunded", back.as_str())];
    let words = Words {
        subject: of.say("subject", []),
        preheader: of.say(&format!("preheader-{money}"), amounts),
        headline: of.say("headline", []),
        paragraphs: vec![of.say("lead", [("date", &date)]), of.say(money, amounts), of.say("mistake", [])],
    };
    let mut letter = of.letter(words, &Cancelled { items: Items::of(of.lang, of.view.document) });
    letter.opening.linked = of.linked(Status::Cancelled);
    letter
}

/// What became of the money of a cancelled order, in the word that its texts are called by.
fn money_of_cancelled(of: &Telling<'_>) -> (&'static str, String, String) {
    let paid = super::money::paid(of.view);
    let back = refunds::current(of.view);
    let reserved = of.view.payments.iter().any(|payment| payment.status == Some(PaymentStatus::Authorised));
    let word = match (paid, back) {
        (0, _) if reserved => "reserved",
        (0, _) => "free",
        (_, 0) => "paid",
        (paid, back) if back >= paid => "refunded",
        _ => "partly",
    };
    (word, of.amount(paid), of.amount(back))
}
