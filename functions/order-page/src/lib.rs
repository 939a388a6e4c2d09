//! The customer's page: whoever has its link sees one order, as it is. What the customer says there is put on [deliveries],
//! because only one function writes orders; opening a link never changes anything.
//!
//! There are no cookies: a request is allowed by the token in its path alone, so no other site can make a browser send one.

mod address;
mod form;
mod order;
pub mod page;
mod proof;
mod stop;
mod withdrawal;

use config::parameters::Parameters;
use config::settings::Settings;
use domain::fact::{Says, WORD_VERSION, Word};
use domain::ids::{OrderId, digest};
use domain::kept::{Body, CUSTOMERS, Kept};
use domain::ledger::Suppression;
use domain::ports::{AddressKey, Stored, Unavailable};
use email::Lang;
use jiff::Timestamp;
use lambda_http::http::{HeaderValue, Method, Response, StatusCode, header};
use lambda_http::request::RequestContext;
use lambda_http::{Request, RequestExt};
use queue::messages::{Incoming, VERSION, What};
use queue::sqs::Queue;
use store::mails::MailsTable;
use store::orders::OrdersTable;

use crate::form::Form;

/// Where orders and the suppression of addresses are read.
pub trait ReadOrders: Sync {
    /// An order as it is stored.
    fn order(&self, id: &OrderId) -> impl Future<Output = Result<Option<Stored>, Unavailable>> + Send;

    /// Why an address takes no mail of its shop, if it does not.
    fn suppression(
        &self,
        address: &AddressKey,
    ) -> impl Future<Output = Result<Option<Suppression>, Unavailable>> + Send;
}

/// Both tables, to read.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Orders.
    pub orders: OrdersTable,
    /// Beside the ledger: suppressed addresses.
    pub mails: MailsTable,
}

impl ReadOrders for Tables {
    async fn order(&self, id: &OrderId) -> Result<Option<Stored>, Unavailable> {
        self.orders.order(id).await
    }

    async fn suppression(&self, address: &AddressKey) -> Result<Option<Suppression>, Unavailable> {
        self.mails.suppression(address).await
    }
}

/// Where the customer's words go.
pub trait Words: Sync {
    /// `Ok` means durable.
    fn put(&self, incoming: &Incoming) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

impl Words for Queue {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        self.send(incoming).await
    }
}

/// All that the function may touch.
#[derive(Debug)]
pub struct World<P, O, W> {
    /// Shops and keys.
    pub settings: Settings<P>,
    /// What is read.
    pub orders: O,
    /// Where words go.
    pub words: W,
}

/// How a request is answered.
pub(crate) enum Answer {
    /// A page that asks nothing.
    Page(String),
    /// A page with a form.
    Form(StatusCode, String),
    /// After a form: the page again, by a GET, with what it shall say.
    See(String),
    /// A wrong token, an expired one and an order that is gone get the same calm answer.
    NotFound,
    /// Nobody types so much.
    TooLarge,
}

/// What a request asks for.
pub(crate) struct Asked<'a> {
    pub(crate) request: &'a Request,
    pub(crate) token: &'a str,
    /// What was sent; nothing if the page is only looked at.
    pub(crate) form: Option<Form>,
    pub(crate) now: Timestamp,
}

impl Asked<'_> {
    pub(crate) fn query(&self, name: &str) -> Option<String> {
        self.request.query_string_parameters().first(name).map(str::to_owned)
    }
}

/// Answers one request.
pub async fn handle<P: Parameters, O: ReadOrders, W: Words>(
    world: &World<P, O, W>,
    request: &Request,
    now: Timestamp,
) -> Response<String> {
    let parameters = request.path_parameters();
    let form = match *request.method() {
        Method::POST => Form::read(request.body()).map(Some),
        _ => Some(None),
    };
    // Of a link that leads nowhere only the browser's language is known.
    let wishes = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|wishes| wishes.to_str().ok());
    let wishes = wishes.unwrap_or_default();
    let Some(form) = form else { return respond(Answer::TooLarge, wishes) };
    let (confirmation, stop) = (parameters.first("confirmation"), parameters.first("stop"));
    let token = stop.or(confirmation).or(parameters.first("token")).unwrap_or_default();
    let asked = Asked { request, token, form, now };
    let answer = match (stop, confirmation) {
        (Some(_), _) => stop::answer(world, &asked).await,
        (None, Some(_)) => address::answer(world, &asked).await,
        (None, None) => order::answer(world, &asked).await,
    };
    match answer {
        Ok(answer) => respond(answer, wishes),
        Err(error) => {
            tracing::error!(%error, "a page could not be shown");
            html(StatusCode::SERVICE_UNAVAILABLE, page::try_again(&Lang::wished(wishes)), false)
        }
    }
}

/// Puts a word on [deliveries]: from there on it is durable, and folded into its order. Answers with its id.
pub(crate) async fn say<P, O, W: Words>(
    world: &World<P, O, W>,
    asked: &Asked<'_>,
    order: &OrderId,
    shop: &str,
    says: Says,
) -> Result<String, Unavailable> {
    let request = match asked.request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.request_id.clone().unwrap_or_default(),
        _ => String::new(),
    };
    let said = serde_json::to_vec(&says).unwrap_or_default();
    let at = asked.now.as_nanosecond().to_be_bytes();
    let mut id = digest(&[request.as_bytes(), &at, order.as_str().as_bytes(), &said]);
    id.truncate(20);
    let spoken = Word { v: WORD_VERSION, order: order.clone(), id: id.clone(), says };
    let body = serde_json::to_vec(&spoken).map_err(|error| Unavailable::new("a word", error.classify() as u8))?;
    let kept = Kept {
        id: if request.is_empty() { id.clone() } else { request },
        family: CUSTOMERS.to_owned(),
        provider: "page".to_owned(),
        connection: shop.to_owned(),
        received_at: asked.now,
        headers: Vec::new(),
        by: domain::kept::By::Webhook,
        body: Body(body),
    };
    let delivery = kept.id.clone();
    world.words.put(&Incoming { v: VERSION, what: What::Delivery(kept) }).await?;
    tracing::info!(%order, shop, delivery, "kept a customer's word");
    Ok(id)
}

/// The page is nobody else's: not kept, not indexed, not told to the next site; it runs nothing and loads only pictures.
const HEADERS: [(&str, &str); 6] = [
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    ("referrer-policy", "no-referrer"),
    ("x-robots-tag", "noindex, nofollow"),
    ("x-content-type-options", "nosniff"),
    ("strict-transport-security", "max-age=31536000"),
];

/// Forms go nowhere, or, where there is one, to the page itself.
const POLICIES: [&str; 2] = [
    "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
    "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'",
];

fn respond(answer: Answer, wishes: &str) -> Response<String> {
    match answer {
        Answer::Page(page) => html(StatusCode::OK, page, false),
        Answer::Form(status, page) => html(status, page, true),
        Answer::See(place) => {
            let mut response = html(StatusCode::SEE_OTHER, String::new(), false);
            if let Ok(place) = HeaderValue::from_str(&place) {
                response.headers_mut().insert(header::LOCATION, place);
            }
            response
        }
        Answer::NotFound => html(StatusCode::NOT_FOUND, page::not_found(&Lang::wished(wishes)), false),
        Answer::TooLarge => html(StatusCode::PAYLOAD_TOO_LARGE, page::not_found(&Lang::wished(wishes)), false),
    }
}

fn html(status: StatusCode, page: String, form: bool) -> Response<String> {
    let mut response = Response::new(page);
    *response.status_mut() = status;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let policy = HeaderValue::from_static(POLICIES[usize::from(form)]);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}
