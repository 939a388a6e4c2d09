//! Withdrawal from the contract, on an order's page: the form, and what it sends.

use config::parameters::Parameters;
use domain::fact::{Says, Scope, Withdrawal};
use domain::personal::Personal;
use domain::ports::Unavailable;
use domain::withdrawal::{Period, period};
use lambda_http::http::StatusCode;

use crate::form::Form;
use crate::order::{Seen, Wrong, show};
use crate::page::ask;
use crate::page::withdraw::{self, Filled, Withdraw};
use crate::{Answer, Asked, ReadOrders, Words, World, say};

/// The longest words, in characters: the mail that proves it shows all of them.
const LONGEST: usize = 1_000;
/// The longest name, in characters.
const LONGEST_NAME: usize = 100;

/// What the page says of withdrawal: nothing where the shop does not offer it and nobody stated anything.
pub(crate) fn shown(seen: &Seen<'_>, asked: &Asked<'_>, filled: Option<Filled>) -> Option<Withdraw> {
    let period = period(&seen.view, seen.shop.policy(), asked.now);
    let withdrawals = &seen.view.customer.withdrawals;
    let place = asked.query("withdraw").unwrap_or_default();
    // What was sent a moment ago may not be known yet.
    let sent = (place == "done" && period.is_some()).then_some(asked.now);
    let stated_at = withdrawals.iter().last().map(|statement| statement.at).or(sent);
    let form = filled.or_else(|| (place == "open").then(Filled::default));
    let known = sent.is_none() || !withdrawals.is_empty();
    let more = known && withdrawals.takes(&Scope::Whole) && withdraw::left(&seen.view).next().is_some();
    (period.is_some() || stated_at.is_some()).then_some(Withdraw { period, stated_at, form, more })
}

/// A statement that the customer withdraws from the contract. What is missing is no statement; what was stated before is not
/// stated again.
pub(crate) async fn take<P: Parameters, O: ReadOrders, W: Words>(
    world: &World<P, O, W>,
    asked: &Asked<'_>,
    seen: &Seen<'_>,
    form: &Form,
) -> Result<Answer, Unavailable> {
    let period = period(&seen.view, seen.shop.policy(), asked.now);
    if !matches!(period, Some(Period::Early | Period::Until(_))) {
        return Ok(Answer::See("?".to_owned()));
    }
    let withdrawals = &seen.view.customer.withdrawals;
    let chosen: Vec<&str> = form.all("line").collect();
    let lines = || seen.view.document.lines.iter().filter(|line| line.quantity > 0);
    // Whoever has stated so much of some lines can only state the whole order.
    let room = withdrawals.takes(&Scope::Lines(Vec::new()));
    let of_order: Vec<_> = lines().filter(|line| room && chosen.contains(&line.id.as_str())).collect();
    let whole = form.get("all") == "yes" || (!of_order.is_empty() && of_order.len() == lines().count());
    let scope =
        if whole { Scope::Whole } else { Scope::Lines(of_order.into_iter().map(withdraw::withdrawn).collect()) };
    let name = email::some_line(form.get("name"), LONGEST_NAME);
    let nothing = scope == Scope::Lines(Vec::new());
    let Some(name) = name.filter(|_| !nothing) else {
        let filled = Filled {
            missing: true,
            whole: form.get("all") == "yes",
            lines: chosen.into_iter().map(str::to_owned).collect(),
            name: email::line(form.get("name"), LONGEST_NAME),
            text: ask::words(form.get("text"), LONGEST).unwrap_or_default(),
        };
        return Ok(show(seen, asked, Wrong::Withdrawal(filled), StatusCode::UNPROCESSABLE_ENTITY));
    };
    if !withdrawals.cover(&scope) && withdrawals.takes(&scope) {
        let text = ask::words(form.get("text"), LONGEST).map(Personal::new);
        let statement = Withdrawal { of: scope, name: Some(Personal::new(name)), text };
        say(world, asked, seen.id, &seen.stored.shop, Says::Withdrew(statement)).await?;
    }
    Ok(Answer::See("?withdraw=done".to_owned()))
}
