//! The customer's page: whoever has its link sees one order, as it is, and can change nothing.

pub mod page;

use config::parameters::Parameters;
use config::settings::Settings;
use domain::ids::OrderId;
use domain::ports::{Stored, Unavailable};
use domain::view::View;
use jiff::Timestamp;
use lambda_http::http::{HeaderValue, Response, StatusCode};
use lambda_http::{Request, RequestExt};
use store::orders::OrdersTable;

/// Where orders are read.
pub trait ReadOrders: Sync {
    /// An order as it is stored.
    fn order(&self, id: &OrderId) -> impl Future<Output = Result<Option<Stored>, Unavailable>> + Send;
}

impl ReadOrders for OrdersTable {
    async fn order(&self, id: &OrderId) -> Result<Option<Stored>, Unavailable> {
        Self::order(self, id).await
    }
}

/// Answers one request. A wrong token, an expired one and an order that is gone get the same calm answer.
pub async fn handle(
    settings: &Settings<impl Parameters>,
    orders: &impl ReadOrders,
    request: &Request,
    now: Timestamp,
) -> Response<String> {
    let parameters = request.path_parameters();
    let token = parameters.first("token").unwrap_or_default();
    match render(settings, orders, token, now).await {
        Ok(Some(page)) => html(StatusCode::OK, page),
        Ok(None) => html(StatusCode::NOT_FOUND, page::not_found()),
        Err(error) => {
            tracing::error!(%error, "a page could not be shown");
            html(StatusCode::SERVICE_UNAVAILABLE, page::try_again())
        }
    }
}

async fn render(
    settings: &Settings<impl Parameters>,
    orders: &impl ReadOrders,
    token: &str,
    now: Timestamp,
) -> Result<Option<String>, Unavailable> {
    let Some(id) = settings.links(now).await?.open(token, now) else { return Ok(None) };
    let Some(stored) = orders.order(&id).await? else { return Ok(None) };
    let Some(shop) = settings.shop(&stored.shop, now).await? else {
        tracing::error!(shop = stored.shop, "a shop's settings are gone: put its parameter back");
        return Ok(None);
    };
    let view = View::new(&stored.order, &shop.policy());
    tracing::info!(order = %id, shop = stored.shop, "showed an order");
    Ok(view.map(|view| page::render(&shop, &id, &view, now)))
}

/// The page is nobody else's: not kept, not indexed, not told to the next site; it runs nothing and loads only pictures.
const HEADERS: [(&str, &str); 7] = [
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    ("referrer-policy", "no-referrer"),
    ("x-robots-tag", "noindex, nofollow"),
    ("x-content-type-options", "nosniff"),
    (
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
    ),
    ("strict-transport-security", "max-age=31536000"),
];

fn html(status: StatusCode, page: String) -> Response<String> {
    let mut response = Response::new(page);
    *response.status_mut() = status;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
