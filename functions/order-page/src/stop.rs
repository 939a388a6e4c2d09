//! `/unsubscribe/{stop}`: whoever reads an address's mail wants no more questions of the shop.
//!
//! Opening it changes nothing, because scanners open links. A POST does, whoever sends it: our own button, or a mailbox
//! provider that follows RFC 8058, without cookies, in either encoding of forms. It is answered at once and never redirected.

use config::parameters::Parameters;
use domain::fact::Says;
use domain::ports::Unavailable;
use lambda_http::http::StatusCode;

use crate::page::stop;
use crate::{Answer, Asked, ReadOrders, Words, World, say};

pub(crate) async fn answer<P: Parameters, O: ReadOrders, W: Words>(
    world: &World<P, O, W>,
    asked: &Asked<'_>,
) -> Result<Answer, Unavailable> {
    let now = asked.now;
    let opened = world.settings.links(now).await?.open_stop(asked.token, now);
    let Some((id, address)) = opened else { return Ok(Answer::NotFound) };
    let Some(stored) = world.orders.order(&id).await? else { return Ok(Answer::NotFound) };
    let Some(shop) = world.settings.shop(&stored.shop, now).await? else { return Ok(Answer::NotFound) };
    let known = stored.order.customer.stopped.contains_key(&address);
    if asked.form.is_some() && !known {
        say(world, asked, &id, &stored.shop, Says::Stopped(address)).await?;
    }
    let document = stored.order.checkout().map(|checkout| &checkout.document.value);
    let locale = document.and_then(|document| document.locale.as_deref());
    let basket = document.is_some_and(|document| document.basket.is_some());
    let done = known || asked.form.is_some();
    let page = stop::render(&shop, locale, basket, done);
    Ok(if done { Answer::Page(page) } else { Answer::Form(StatusCode::OK, page) })
}
