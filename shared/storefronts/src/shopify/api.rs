//! The REST API: an order by its id, and those that changed.
//!
//! <https://shopify.dev/docs/api/admin-rest/latest/resources/order#get-orders>,
//! <https://shopify.dev/docs/api/admin-rest/usage/pagination>

use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};

use super::Shopify;
use crate::pages::whole_seconds;

/// An order is some 10 KB, and many fields of it may be long.
const PAGE: &str = "50";

impl Source for Shopify {
    fn name(&self) -> &'static str {
        "shopify"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        match got.first() {
            _ if hint.what != "order" => Ok(Step::Gone),
            None => ask(talk.settings, &format!("orders/{}.json", hint.id(0))).map(Step::Ask),
            Some(answer) if !answer.is_there() => Ok(Step::Gone),
            Some(answer) => {
                answer.json::<One<'_>>("order")?;
                Ok(Step::Done(vec![answer.body.reveal().clone()]))
            }
        }
    }

    /// Without `status=any` closed and cancelled orders are left out. The cursor of the next page is in the `Link` header;
    /// of the address there nothing else is used.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        talk.settings.own("access_token")?;
        talk.settings.own("shop_domain")?;
        Some(list(whole_seconds(window), got, talk.settings))
    }
}

fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let page = || Ok::<Ask, Stuck>(ask(settings, "orders.json")?.query([("limit", PAGE)]));
    let Some((newest, before)) = got.split_last() else {
        let (from, to) = (window.from.to_string(), window.to.to_string());
        let filter = [("updated_at_min", &*from), ("updated_at_max", &*to), ("order", "updated_at asc")];
        let next = page()?.query([("status", "any")]).query(filter);
        return Ok(Listing { found: Vec::new(), next: Some(next) });
    };
    if !newest.is_there() {
        return Err(Stuck::misread("orders.json"));
    }
    let many: Many<'_> = newest.json("orders")?;
    let found = many.orders.iter().map(|order| Found::Delivery(order.get().as_bytes().to_vec())).collect();
    let next = match cursor(newest) {
        Some(again) if before.iter().any(|page| cursor(page).as_ref() == Some(&again)) => {
            return Err(Stuck::misread("page_info"));
        }
        // They refuse any other filter beside a cursor: it has them all.
        Some(cursor) => Some(page()?.query([("page_info", &*cursor)])),
        None => None,
    };
    Ok(Listing { found, next })
}

fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let base = Base::host(settings, "shop_domain")?;
    let token = settings.own("access_token").ok_or_else(|| Stuck::without("access_token"))?;
    let version = settings.own("api_version").unwrap_or("2026-07");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !version.bytes().all(plain) {
        return Err(Stuck("the setting `api_version` is none: write it like `2026-07`".to_owned()));
    }
    Ok(Ask::get(&base, &format!("/admin/api/{version}/{path}")).header("x-shopify-access-token", token))
}

/// `<https://…?limit=50&page_info=…>; rel="next"`, perhaps behind one for the page before.
fn cursor(answer: &Answered) -> Option<String> {
    let link = answer.headers.get("link")?.to_str().ok()?;
    let next = link.split(',').find(|one| one.contains("rel=\"next\""))?;
    let (_, query) = next.split_once('<')?.1.split_once('>')?.0.split_once('?')?;
    let mut fields = form_urlencoded::parse(query.as_bytes());
    fields.find(|(name, _)| name == "page_info").map(|(_, value)| value.into_owned()).filter(|value| !value.is_empty())
}

#[derive(Deserialize)]
struct One<'a> {
    #[serde(borrow)]
    #[expect(dead_code, reason = "asked only whether it is there")]
    order: &'a RawValue,
}

#[derive(Deserialize)]
struct Many<'a> {
    #[serde(borrow)]
    orders: Vec<&'a RawValue>,
}
