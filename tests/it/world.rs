//! The real functions joined by queues in memory: what comes in, what leaves, and what the tables say then.

mod api;
mod books;
mod ports;
mod race;
mod run;
pub(crate) mod say;
mod ses;

use std::cell::Cell;

use config::settings::Settings;
use domain::ids::OrderId;
use jiff::{SignedDuration, Timestamp};
use lambda_http::RequestExt;
use lambda_http::http::{HeaderValue, Method, Request, Response};
use serde_json::{Value, json};
use testing::memory::{Faults, Queue, Tables};

pub(crate) use api::Api;
pub(crate) use ports::{BOMB, KILLER, Params, STACK};
pub(crate) use say::Webhook;
pub(crate) use ses::{Answer, Ses, event as ses_event};

thread_local! {
    static NOW: Cell<Timestamp> = const { Cell::new(Timestamp::UNIX_EPOCH) };
}

/// The time in this test's world.
pub(crate) fn now() -> Timestamp {
    NOW.get()
}

/// Moves the time.
pub(crate) fn set_now(at: Timestamp) {
    NOW.set(at);
}

/// A time after (or before) the start of every test's world, when the recorded deliveries were signed.
pub(crate) fn second(seconds: i64) -> Timestamp {
    testing::recorded::signed_at() + SignedDuration::from_secs(seconds)
}

pub(crate) fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

pub(crate) fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

type OrderEvents = order_events::World<Params, Tables, Tables, ports::Hints, ports::Dead>;
type EmailSender = email_sender::World<Params, Tables, Ses, ports::Hints>;

/// Processes of every function, and all that outlives them.
pub(crate) struct World {
    pub(crate) tables: Tables,
    pub(crate) faults: Faults,
    pub(crate) params: Params,
    pub(crate) deliveries: Queue,
    /// What has to be fetched.
    pub(crate) fetches: Queue,
    pub(crate) mail: Queue,
    pub(crate) feedback: Queue,
    pub(crate) ses: Ses,
    /// At most so many messages a batch.
    pub(crate) batch: usize,
    ticked: Timestamp,
    intake: Settings<Params>,
    order_events: OrderEvents,
    sender: EmailSender,
    feedback_settings: Settings<Params>,
}

impl World {
    /// The demo shop, before its first order.
    pub(crate) fn new() -> Self {
        set_now(second(0));
        let faults = Faults::default();
        let tables = Tables::with(faults.clone());
        let params = Params::demo(&faults);
        let queue = |name, seconds| Queue::new(name, SignedDuration::from_secs(seconds));
        let (deliveries, mail, feedback) = (queue("delivery", 180), queue("look", 180), queue("event", 180));
        let fetches = queue("fetch", 180);
        let ses = Ses::new(&faults, &feedback);
        let order_events = ports::order_events(&params, &tables, &mail, &deliveries, &faults);
        let sender = ports::sender(&params, &tables, &ses, &mail, &faults);
        let intake = Settings::for_strangers(params.clone(), ports::STACK.to_owned());
        let feedback_settings = Settings::new(params.clone(), ports::STACK.to_owned());
        Self {
            batch: 10,
            ticked: now(),
            tables,
            faults,
            params,
            deliveries,
            fetches,
            mail,
            feedback,
            ses,
            intake,
            order_events,
            sender,
            feedback_settings,
        }
    }

    /// New processes: they know nothing but what the tables and the queues say.
    pub(crate) fn restart(&mut self) {
        let intake = Settings::for_strangers(self.params.clone(), ports::STACK.to_owned());
        let feedback_settings = Settings::new(self.params.clone(), ports::STACK.to_owned());
        self.order_events = ports::order_events(&self.params, &self.tables, &self.mail, &self.deliveries, &self.faults);
        self.sender = ports::sender(&self.params, &self.tables, &self.ses, &self.mail, &self.faults);
        self.intake = intake;
        self.feedback_settings = feedback_settings;
    }

    /// Changes the demo shop's settings, before anything has read them.
    pub(crate) fn with_shop(self, change: impl FnOnce(&mut Value)) -> Self {
        self.params.change("shops/demo", change);
        self
    }

    /// A webhook's whole answer. Whoever gets none sends again.
    pub(crate) async fn answer(&self, webhook: &Webhook) -> Response<String> {
        loop {
            if let Some(answer) = run::survives(&self.faults, self.ask(webhook)).await {
                return answer;
            }
        }
    }

    async fn ask(&self, webhook: &Webhook) -> Response<String> {
        self.ask_with(webhook, None).await
    }

    /// The same to a URL with a query; its status.
    pub(crate) async fn post_with_query(&self, webhook: &Webhook, query: &str) -> u16 {
        self.ask_with(webhook, Some(query)).await.status().as_u16()
    }

    async fn ask_with(&self, webhook: &Webhook, query: Option<&str>) -> Response<String> {
        let mut request = Request::new(lambda_http::Body::from(webhook.body.clone()));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = format!("/?{}", query.unwrap_or_default()).parse().expect("a URL");
        for (name, value) in &webhook.headers {
            let name: lambda_http::http::HeaderName = name.parse().expect("a header's name");
            request.headers_mut().append(name, HeaderValue::from_bytes(value.as_bytes()).expect("a header's value"));
        }
        let named = |name: &str, value: &str| (name.to_owned(), vec![value.to_owned()]);
        let parameters = [named("provider", &webhook.provider), named("connection", &webhook.connection)];
        let parameters: std::collections::HashMap<String, Vec<String>> = parameters.into_iter().collect();
        let request = request.with_path_parameters(parameters);
        ports::intake(&self.intake, &self.deliveries, &self.fetches, &self.faults, &webhook.family, request).await
    }

    /// A webhook comes in; its status.
    pub(crate) async fn post(&self, webhook: &Webhook) -> u16 {
        self.answer(webhook).await.status().as_u16()
    }

    /// Genuine webhooks come in, and all that follows of them at once happens.
    pub(crate) async fn hear(&mut self, webhooks: impl IntoIterator<Item = Webhook>) {
        for webhook in webhooks {
            assert_eq!(self.post(&webhook).await, 200, "{webhook:?}");
        }
        self.drain().await;
    }

    /// What the customer's page answers to a token.
    pub(crate) async fn page(&self, token: &str) -> Response<String> {
        self.visit(&format!("orders/{token}"), None).await
    }

    /// What a page answers to a browser: `orders/{token}?ask=csat`, `addresses/{confirmation}` or `unsubscribe/{stop}`; with a
    /// form's fields, if one was sent.
    pub(crate) async fn visit(&self, path: &str, form: Option<&[(&str, &str)]>) -> Response<String> {
        let fields = form.map(|form| form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish());
        self.knock(path, fields.map(lambda_http::Body::from)).await
    }

    /// What a page answers to whoever gets it, or posts any body to it.
    pub(crate) async fn knock(&self, path: &str, posted: Option<lambda_http::Body>) -> Response<String> {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let (place, token) = path.split_once('/').expect("a place and a token");
        let name = match place {
            "orders" => "token",
            "addresses" => "confirmation",
            _ => "stop",
        };
        let many = |(name, value): (String, String)| (name, vec![value]);
        let parameters = std::collections::HashMap::from([many((name.to_owned(), token.to_owned()))]);
        let query: std::collections::HashMap<String, Vec<String>> =
            form_urlencoded::parse(query.as_bytes()).into_owned().map(many).collect();
        let method = if posted.is_some() { Method::POST } else { Method::GET };
        let body = posted.unwrap_or(lambda_http::Body::Empty);
        let mut request = Request::new(body).with_path_parameters(parameters).with_query_string_parameters(query);
        *request.method_mut() = method;
        order_page::handle(&ports::page(&self.params, &self.tables, &self.deliveries, &self.faults), &request, now())
            .await
    }

    /// Sends a form, and all that follows of it at once happens; where the browser goes then.
    pub(crate) async fn send(&mut self, path: &str, form: &[(&str, &str)]) -> String {
        // Nobody presses a button twice in one moment.
        set_now(now() + SignedDuration::from_millis(1));
        let answer = self.visit(path, Some(form)).await;
        self.drain().await;
        assert_eq!(answer.status(), 303, "{}", answer.body());
        answer.headers()["location"].to_str().expect("plain").to_owned()
    }

    /// The token of the newest link to a place in what an address was sent.
    pub(crate) fn link(&self, place: &str, to: &str) -> Option<String> {
        let start = format!("https://pages.example.com/{place}/");
        let of = |sent: &ses::Sent| {
            let (_, rest) = sent.text.split_once(&start)?;
            rest.split(|c: char| c.is_whitespace() || c == '?').next().map(str::to_owned)
        };
        self.ses.sent().iter().rev().filter(|sent| sent.to == to).find_map(of)
    }

    /// The kinds of the mails that SES has, in order.
    pub(crate) fn mails(&self) -> Vec<&'static str> {
        self.ses.sent().iter().map(|sent| sent.kind.name()).collect()
    }

    /// An order's headline, by its storefront's id.
    pub(crate) fn headline(&self, order: &str) -> &'static str {
        let id = OrderId::new("demo", order);
        self.tables.data().handles(&id).map_or("none", |handles| handles.headline)
    }
}

/// A JSON text as the parameter store keeps it.
pub(crate) fn text(value: &Value) -> String {
    json!(value).to_string()
}
