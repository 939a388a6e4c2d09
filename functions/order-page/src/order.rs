//! `/orders/{token}`: an order's page, its answers to what the shop asks, tries to correct the address, and withdrawals.

use config::parameters::Parameters;
use domain::customer::{ANSWERS, same};
use domain::fact::{Answered, Correction, Question, Says};
use domain::ids::OrderId;
use domain::ledger::Suppression;
use domain::personal::{Email, Personal};
use domain::ports::{AddressKey, Stored, Unavailable};
use domain::shop::Shop;
use domain::typo;
use domain::view::View;
use lambda_http::http::StatusCode;

use crate::form::Form;
use crate::page::ask::{self, Ask};
use crate::page::banner::{Banner, Mistake};
use crate::page::withdraw::{Filled, Withdraw};
use crate::page::{self, Extras};
use crate::proof::Proof;
use crate::{Answer, Asked, ReadOrders, Words, World, say, withdrawal};

/// The longest words that are kept of an answer, in characters.
const LONGEST: usize = 2_000;

/// One order, as the page sees it.
pub(crate) struct Seen<'a> {
    pub(crate) id: &'a OrderId,
    pub(crate) shop: &'a Shop,
    pub(crate) stored: &'a Stored,
    pub(crate) view: View<'a>,
    /// Mail to the customer comes back.
    unreachable: bool,
}

pub(crate) async fn answer<P: Parameters, O: ReadOrders, W: Words>(
    world: &World<P, O, W>,
    asked: &Asked<'_>,
) -> Result<Answer, Unavailable> {
    let now = asked.now;
    let Some(id) = world.settings.links(now).await?.open(asked.token, now) else { return Ok(Answer::NotFound) };
    let Some(stored) = world.orders.order(&id).await? else { return Ok(Answer::NotFound) };
    let Some(shop) = world.settings.shop(&stored.shop, now).await? else {
        tracing::error!(shop = stored.shop, "a shop's settings are gone: put its parameter back");
        return Ok(Answer::NotFound);
    };
    // A basket has no page: what leads there leads to the storefront.
    let Some(view) = View::new(&stored.order, shop.policy()).filter(|view| view.basket().is_none()) else {
        return Ok(Answer::NotFound);
    };
    let unreachable = match view.email() {
        None => false,
        Some(email) => {
            let hash = world.settings.people(now).await?.hash(&stored.shop, email);
            let address = AddressKey { shop: stored.shop.clone(), hash };
            world.orders.suppression(&address).await? == Some(Suppression::HardBounce)
        }
    };
    let seen = Seen { id: &id, shop: &shop, stored: &stored, view, unreachable };
    match &asked.form {
        None => {
            tracing::info!(order = %id, shop = stored.shop, "showed an order");
            Ok(show(&seen, asked, Wrong::Nothing, StatusCode::OK))
        }
        Some(form) if form.get("what") == "address" => correct(world, asked, &seen, form).await,
        Some(form) if form.get("what") == "answer" => take(world, asked, &seen, form).await,
        Some(form) if form.get("what") == "withdraw" => withdrawal::take(world, asked, &seen, form).await,
        Some(_) => Ok(Answer::See("?".to_owned())),
    }
}

/// What was wrong with what was sent.
pub(crate) enum Wrong {
    Nothing,
    Address(Mistake),
    /// It was not answered.
    Answer(Question),
    Withdrawal(Filled),
}

/// The page, with what is to be said and asked beside the order.
pub(crate) fn show(seen: &Seen<'_>, asked: &Asked<'_>, wrong: Wrong, status: StatusCode) -> Answer {
    let (mistake, unanswered, filled) = match wrong {
        Wrong::Nothing => (None, None, None),
        Wrong::Address(mistake) => (Some(mistake), None, None),
        Wrong::Answer(question) => (None, Some(question), None),
        Wrong::Withdrawal(filled) => (None, None, Some(filled)),
    };
    let done = asked.query("done").unwrap_or_default();
    let id = asked.query("try").unwrap_or_default();
    let refused = seen.view.customer.tries.iter().any(|one| one.id == id && one.correction.is_none());
    let mistake = mistake.or_else(|| refused.then_some(Mistake::Proof));
    let provable = Proof::of(seen.view.document).is_some();
    let banner =
        seen.unreachable.then(|| Banner::of(&seen.view, provable, mistake, done == "sent" && !refused)).flatten();
    let question = unanswered.or_else(|| asked.query("ask").as_deref().and_then(Question::parse));
    let question = question.filter(|question| seen.shop.ask_after_days.contains_key(&question.kind()));
    let chosen = asked.query("value").and_then(|value| value.parse().ok());
    let ask =
        question.map(|question| Ask { question, chosen, missing: unanswered.is_some(), saved: done == "answered" });
    let withdraw = withdrawal::shown(seen, asked, filled);
    let form = ask.is_some()
        || banner.as_ref().is_some_and(Banner::has_form)
        || withdraw.as_ref().is_some_and(Withdraw::has_form);
    let page = page::render(seen.shop, seen.id, &seen.view, &Extras { banner, ask, withdraw }, asked.now);
    if form { Answer::Form(status, page) } else { Answer::Page(page) }
}

/// A try to correct the address. What is missing is no try; what was sent whole is one, whether it fits or not.
async fn correct<P: Parameters, O: ReadOrders, W: Words>(
    world: &World<P, O, W>,
    asked: &Asked<'_>,
    seen: &Seen<'_>,
    form: &Form,
) -> Result<Answer, Unavailable> {
    let storefront = seen.view.document.customer.email.as_ref();
    let (Some(proof), Some(storefront), true) = (Proof::of(seen.view.document), storefront, seen.unreachable) else {
        return Ok(Answer::See("?".to_owned()));
    };
    if seen.view.customer.tries_left() == 0 {
        return Ok(Answer::See("?".to_owned()));
    }
    let guess = seen.view.email().and_then(typo::guess).filter(|_| form.get("use") == "guess");
    let with = guess.or_else(|| Email::parse(form.get("email")).ok().filter(|email| email.reveal().is_ascii()));
    let unchanged = |with: &Email| same(with, storefront) || seen.view.email().is_some_and(|email| same(with, email));
    let Some(with) = with.filter(|with| !unchanged(with)) else {
        return Ok(show(seen, asked, Wrong::Address(Mistake::Address), StatusCode::UNPROCESSABLE_ENTITY));
    };
    if form.get("postcode").is_empty() || form.get("digits").is_empty() {
        return Ok(show(seen, asked, Wrong::Address(Mistake::Missing), StatusCode::UNPROCESSABLE_ENTITY));
    }
    let fits = proof.fits(form.get("postcode"), form.get("digits"));
    let correction = fits.then(|| Correction { replaces: storefront.clone(), with });
    // Whether it fits is said by the order alone, once the try is among those that count: whoever makes many at once must
    // not learn more from our answers than from five.
    let id = say(world, asked, seen.id, &seen.stored.shop, Says::Tried(correction)).await?;
    Ok(Answer::See(format!("?done=sent&try={id}")))
}

/// An answer to what the shop asks.
async fn take<P: Parameters, O: ReadOrders, W: Words>(
    world: &World<P, O, W>,
    asked: &Asked<'_>,
    seen: &Seen<'_>,
    form: &Form,
) -> Result<Answer, Unavailable> {
    let asks = |question: &Question| seen.shop.ask_after_days.contains_key(&question.kind());
    let Some(question) = Question::parse(form.get("question")).filter(asks) else {
        return Ok(Answer::See("?".to_owned()));
    };
    let on_scale = |value: &u8| question.scale().is_some_and(|(lowest, highest)| (lowest..=highest).contains(value));
    let value = form.get("value").parse::<u8>().ok().filter(on_scale);
    let text = ask::words(form.get("text"), LONGEST);
    if value.is_none() && (question.scale().is_some() || text.is_none()) {
        return Ok(show(seen, asked, Wrong::Answer(question), StatusCode::UNPROCESSABLE_ENTITY));
    }
    let known = seen.view.customer.answers.get(&question).map_or(0, |answers| answers.iter().count());
    if known < ANSWERS {
        let answered = Answered { question, value, text: text.map(Personal::new) };
        say(world, asked, seen.id, &seen.stored.shop, Says::Answered(answered)).await?;
    }
    let value = value.map(|value| format!("&value={value}")).unwrap_or_default();
    Ok(Answer::See(format!("?ask={}&done=answered{value}", question.name())))
}
