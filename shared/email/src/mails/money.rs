//! Mails about money: receipts, payments that failed, refunds and those that failed.

use domain::fact::Method;
use domain::refunds;
use domain::situations::About;
use domain::view::{PaymentView, View};
use serde::Serialize;

use super::{Letter, Telling};
use crate::blocks::Items;
use crate::clean::some_line;
use crate::compose::Unrenderable;
use crate::format;
use crate::frame::Words;
use crate::linked::Status;
use crate::method::method;

/// Proof of a payment.
#[derive(Serialize)]
struct Receipt {
    amount: String,
    paid_on: String,
    paid_with: Option<String>,
    transaction: Option<String>,
    items: Items,
}

/// A try to pay that failed.
#[derive(Serialize)]
struct PaymentFailed {
    due: String,
    items: Items,
}

/// Money that went back.
#[derive(Serialize)]
struct Refund {
    refunded: String,
    paid_with: Option<String>,
    /// What of the payment stays with the shop; nothing if all went back.
    kept: Option<String>,
    total: String,
}

/// Money that should have gone back and did not.
#[derive(Serialize)]
struct RefundFailed {
    amount: String,
    paid_with: Option<String>,
    number: Option<String>,
}

/// What is paid of a receipt, how, and under which transaction.
struct Paid<'a> {
    amount: String,
    method: Option<&'a Method>,
    transaction: Option<&'a str>,
}

pub(super) fn receipt(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let (prefix, paid) = match &of.situation.about {
        About::Payment(source, id) => {
            let mut payments = of.view.payments.iter();
            let payment = payments.find(|payment| payment.source == source && payment.id == id);
            ("extra-", one_payment(of, payment.ok_or(Unrenderable::Gone("payment"))?))
        }
        _ => ("", whole_payment(of)),
    };
    let paid_on = of.day(of.situation.arose_at);
    let amount = paid.amount;
    let say = |key: &str| of.say(&format!("{prefix}{key}"), [("amount", &amount)]);
    let words = Words {
        subject: say("subject"),
        preheader: say("preheader"),
        headline: say("headline"),
        paragraphs: vec![say("lead")],
    };
    let details = Receipt {
        amount: amount.clone(),
        paid_on,
        paid_with: method(of.lang, paid.method, of.view.document),
        transaction: paid.transaction.and_then(|transaction| some_line(transaction, 80)),
        items: Items::of(of.lang, of.view.document),
    };
    let mut letter = of.letter(words, &details);
    letter.opening.linked = of.linked(of.standing());
    Ok(letter)
}

pub(super) fn payment_failed(of: &Telling<'_>) -> Letter {
    let due = format::money(of.lang, of.view.due());
    let pay = of.pay("pay-again");
    let lead = if pay.is_some() { "lead" } else { "lead-no-link" };
    let words = of.words(vec![of.say(lead, [("amount", &due)])]);
    let mut letter = of.letter(words, &PaymentFailed { due, items: Items::of(of.lang, of.view.document) });
    if let Some(pay) = pay {
        letter.opening.button = pay;
    }
    letter.opening.linked = of.linked(Status::PaymentDue);
    letter
}

pub(super) fn refund(of: &Telling<'_>) -> Letter {
    let back = match of.situation.about {
        About::Refund(total) => total,
        _ => refunds::current(of.view),
    };
    let paid = paid(of.view);
    let kept = paid.saturating_sub(back);
    let refunded = of.amount(back);
    let lead = if kept > 0 { "part-lead" } else { "lead" };
    let words = Words {
        subject: of.say("subject", []),
        preheader: of.say("preheader", [("amount", &refunded)]),
        headline: of.say("headline", []),
        paragraphs: vec![of.say(lead, [("amount", &refunded)])],
    };
    let details = Refund {
        refunded,
        paid_with: method(of.lang, of.view.method(), of.view.document),
        kept: (kept > 0).then(|| of.amount(kept)),
        total: of.amount(of.view.document.total),
    };
    let mut letter = of.letter(words, &details);
    letter.opening.linked = of.linked(of.standing());
    letter
}

pub(super) fn refund_failed(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let About::Payment(source, id) = &of.situation.about else { return Err(Unrenderable::Gone("payment")) };
    let mut payments = of.view.payments.iter();
    let payment = payments.find(|payment| payment.source == source && payment.id == id);
    let payment = payment.ok_or(Unrenderable::Gone("payment"))?;
    let is_it = |name: &&String| of.situation.subject == format!("{}/{name}", source.as_str());
    let refund = payment.registers.refunds.iter().find(|(name, _)| is_it(name));
    let (number, refund) = refund.ok_or(Unrenderable::Gone("refund"))?;
    let amount = format::money(of.lang, refund.value.amount);
    let gaps = [("amount", amount.as_str())];
    let words = Words {
        subject: of.say("subject", []),
        preheader: of.say("preheader", gaps),
        headline: of.say("headline", []),
        paragraphs: vec![of.say("lead", gaps), of.say("next", [])],
    };
    let details = RefundFailed {
        paid_with: method(of.lang, one_payment(of, payment).method, of.view.document),
        number: some_line(number, 80),
        amount,
    };
    let mut letter = of.letter(words, &details);
    letter.opening.linked = of.linked(of.standing());
    Ok(letter)
}

/// All that was paid: what payments took, else what the storefront says.
pub(super) fn paid(view: &View<'_>) -> i64 {
    match view.captured() {
        0 if view.document.is_paid() => view.document.total,
        captured => captured,
    }
}

fn one_payment<'a>(of: &Telling<'a>, payment: &PaymentView<'a>) -> Paid<'a> {
    let objects = payment.registers.objects.values();
    let captured = payment.captured.unwrap_or_else(|| of.view.document.money(0));
    Paid {
        amount: format::money(of.lang, captured),
        method: objects.clone().find_map(|object| object.value.method.as_ref()),
        transaction: objects.clone().find_map(|object| object.value.transaction.as_deref()).or(Some(payment.id)),
    }
}

/// What first covered the order; payments that came on top have receipts of their own.
fn whole_payment<'a>(of: &Telling<'a>) -> Paid<'a> {
    let view = of.view;
    let ours = |payment: &&PaymentView<'_>| {
        payment.captured.is_some_and(|money| money.currency == view.document.currency && money.minor > 0)
    };
    let mut payments: Vec<&PaymentView<'_>> = view.payments.iter().filter(ours).collect();
    payments.sort_by(|a, b| (a.captured_at, a.source, a.id).cmp(&(b.captured_at, b.source, b.id)));
    let needed = view.checkout.moments.iter().map(|moment| moment.total).min().unwrap_or(view.document.total);
    let mut sum = 0;
    for payment in &payments {
        if sum < needed {
            sum += payment.captured.map_or(0, |money| money.minor);
        }
    }
    let amount = of.amount(if sum >= needed { sum } else { view.document.total });
    match payments.as_slice() {
        [only] => Paid { amount, ..one_payment(of, only) },
        _ => Paid { amount, method: view.method(), transaction: view.transaction() },
    }
}
