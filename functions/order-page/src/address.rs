//! `/addresses/{confirmation}`: whoever reads a corrected address's mail confirms it, and learns nothing of the order.

use config::parameters::Parameters;
use domain::customer::same;
use domain::fact::{Correction, Says};
use domain::ports::Unavailable;
use lambda_http::http::StatusCode;

use crate::page::confirm::{self, Standing};
use crate::{Answer, Asked, ReadOrders, Words, World, say};

pub(crate) async fn answer<P: Parameters, O: ReadOrders, W: Words>(
    world: &World<P, O, W>,
    asked: &Asked<'_>,
) -> Result<Answer, Unavailable> {
    let now = asked.now;
    let opened = world.settings.links(now).await?.open_confirmation(asked.token, now);
    let Some((id, correction)) = opened else { return Ok(Answer::NotFound) };
    let Some(stored) = world.orders.order(&id).await? else { return Ok(Answer::NotFound) };
    let Some(shop) = world.settings.shop(&stored.shop, now).await? else { return Ok(Answer::NotFound) };
    let customer = &stored.order.customer;
    let storefront = stored.order.checkout().and_then(|checkout| checkout.document.value.customer.email.as_ref());
    let proved = customer.proved().find(|(one, _)| one.id == correction);
    let newest = storefront.and_then(|email| customer.newest(email)).map(|(newest, _)| &newest.id);
    let still = |of: &Correction| storefront.is_some_and(|email| same(email, &of.replaces));
    let standing = match proved.filter(|(_, of)| still(of)) {
        Some((one, _)) if customer.is_confirmed(one) => Standing::Confirmed,
        Some((one, _)) if newest == Some(&one.id) => Standing::Open,
        // It does not count any more: the storefront or the customer has another address.
        _ => Standing::Outdated,
    };
    if asked.form.is_some() {
        if standing == Standing::Open {
            say(world, asked, &id, &stored.shop, Says::Confirmed(correction)).await?;
        }
        return Ok(Answer::See("?done=confirmed".to_owned()));
    }
    let done = asked.query("done").as_deref() == Some("confirmed");
    let standing = if done && standing == Standing::Open { Standing::Confirmed } else { standing };
    let address = proved.map(|(_, correction)| &correction.with);
    let locale = stored.order.checkout().and_then(|checkout| checkout.document.value.locale.as_deref());
    let page = confirm::render(&shop, locale, standing, address);
    let form = standing == Standing::Open;
    Ok(if form { Answer::Form(StatusCode::OK, page) } else { Answer::Page(page) })
}
