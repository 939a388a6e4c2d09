//! What is said, as its sender writes and signs it.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use jiff::Timestamp;
use lambda_http::http::HeaderValue;
use lambda_http::http::header::HeaderName;
use lambda_http::{Body, Request, RequestExt};

use super::coverage::Function;
use super::lives::{Life, Packing, Paying, Say, Scan, Status, TOTAL, What};
use crate::sign::{self, Headers};

static SECRETS: LazyLock<BTreeMap<String, String>> = LazyLock::new(crate::shop::secrets);

/// A webhook request before it is signed.
pub(super) struct Webhook {
    pub(super) function: Function,
    pub(super) provider: &'static str,
    pub(super) body: String,
}

impl Webhook {
    /// Whose words a saying is in.
    pub(super) fn of(life: &Life, say: &Say) -> Self {
        let (function, provider, body) = match say.what {
            What::Checkout { status, paid_at, refunded } if life.woo => {
                (Function::Checkout, "woocommerce", woocommerce(life, say.at, status, paid_at, refunded))
            }
            What::Checkout { status, paid_at, refunded } => {
                (Function::Checkout, "standard", order(life, say.at, status, paid_at, refunded))
            }
            What::Payment { attempt, stage } if life.stripe => {
                (Function::Payment, "stripe", stripe(life, say.at, attempt, stage))
            }
            What::Payment { attempt, stage } => (Function::Payment, "standard", payment(life, say.at, attempt, stage)),
            What::Parcel { parcel, number, state } => {
                (Function::Checkout, "standard", fulfilment(life, say.at, parcel, number, state))
            }
            What::Carrier { parcel, number, .. } if life.easypost => {
                (Function::Tracking, "easypost", easypost(life, say.at, parcel, number))
            }
            What::Carrier { parcel, number, scan } => {
                (Function::Tracking, "standard", tracking(life, say.at, parcel, number, scan))
            }
            What::Forged => (Function::Payment, "stripe", stripe(life, say.at, 9, Paying::Paid)),
            What::Garbage => {
                (Function::Payment, "standard", format!(r#"{{"type":"payment","data":{{"id":{}}}}}"#, life.id))
            }
            What::Stranger => {
                let nobody = Life { id: life.id + 1_000_000, ..life.clone() };
                (Function::Payment, "stripe", stripe(&nobody, say.at, 1, Paying::Paid))
            }
        };
        Self { function, provider, body }
    }

    /// The request, signed now.
    pub(super) fn request(self, now: Timestamp, forged: bool) -> Request {
        let secret = if forged { "somebody else's" } else { SECRETS[self.provider].as_str() };
        let body = self.body.into_bytes();
        let headers = match self.provider {
            "woocommerce" => sign::woocommerce(secret, "order.updated", &body),
            "stripe" => sign::stripe(secret, now, &body),
            "easypost" => sign::easypost(secret, &body),
            _ => sign::standard(secret, "msg", now, &body),
        };
        let mut request = Request::new(Body::from(body));
        *request.method_mut() = lambda_http::http::Method::POST;
        put(&mut request, headers);
        let named = |name: &str, value: &str| (name.to_owned(), vec![value.to_owned()]);
        let parameters = HashMap::from([named("provider", self.provider), named("connection", "demo")]);
        request.with_path_parameters(parameters)
    }
}

fn put(request: &mut Request, headers: Headers) {
    for (name, value) in headers {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a header's name");
        request.headers_mut().append(name, HeaderValue::from_str(&value).expect("a header's value"));
    }
}

fn time(at: i64) -> Timestamp {
    Timestamp::from_second(at).expect("a time of the simulation")
}

fn decimal(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

fn address(life: &Life) -> String {
    format!("{}-{}@example.com", if life.bounces { "bounce" } else { "ana" }, life.id)
}

fn placed_at(life: &Life) -> i64 {
    life.says.first().map_or(0, |say| say.at)
}

fn woocommerce(life: &Life, at: i64, status: Status, paid_at: Option<i64>, refunded: i64) -> String {
    let gmt = |at: i64| time(at).to_string().trim_end_matches('Z').to_owned();
    let slug = match status {
        Status::Pending => "pending",
        Status::Processing => "processing",
        Status::Completed => "completed",
        Status::Cancelled => "cancelled",
        Status::Refunded => "refunded",
    };
    let (id, total) = (life.id, decimal(life.total()));
    let method = if life.later { "cod" } else { "stripe" };
    let paid = paid_at.map_or("null".to_owned(), |at| format!("\"{}\"", gmt(at)));
    let refunds = if refunded > 0 { format!(r#"{{"id":1,"total":"-{}"}}"#, decimal(refunded)) } else { String::new() };
    let address = r#""first_name":"Ana","last_name":"Muster","address_1":"Hauptstr. 1","city":"Berlin","postcode":"10115","country":"DE""#;
    format!(
        r#"{{"id":{id},"number":"{id}","status":"{slug}","created_via":"checkout","currency":"EUR","date_created_gmt":"{created}","date_modified_gmt":"{modified}","date_paid_gmt":{paid},"total":"{total}","total_tax":"0.00","prices_include_tax":false,"billing":{{{address},"email":"{email}"}},"shipping":{{{address}}},"payment_method":"{method}","payment_method_title":"Card","transaction_id":"","payment_url":"https://demo.example/pay/{id}/","needs_payment":{needs},"line_items":[{{"id":315,"name":"T-Shirt","quantity":2,"subtotal":"{total}","subtotal_tax":"0.00","sku":"TS","meta_data":[]}}],"shipping_lines":[{{"id":317,"method_title":"Flat rate","method_id":"flat_rate","total":"0.00"}}],"fee_lines":[],"refunds":[{refunds}],"meta_data":[]}}"#,
        created = gmt(placed_at(life)),
        modified = gmt(at),
        email = self::address(life),
        needs = status == Status::Pending,
    )
}

fn order(life: &Life, at: i64, status: Status, paid_at: Option<i64>, refunded: i64) -> String {
    let word = match status {
        Status::Pending => "pending",
        Status::Processing => "processing",
        Status::Completed => "completed",
        Status::Cancelled => "cancelled",
        Status::Refunded => "refunded",
    };
    let (id, total, method) = (life.id, decimal(life.total()), if life.later { "cod" } else { "card" });
    let paid = paid_at.map_or(String::new(), |at| format!(r#","paid_at":"{}""#, time(at)));
    format!(
        r#"{{"type":"order","data":{{"id":"{id}","updated_at":"{updated}","placed_at":"{placed}","currency":"EUR","total":"{total}","status":"{word}","test":{test},"refunded":"{refunded}","lines":[{{"id":"315","name":"T-Shirt","quantity":2,"total":"{total}"}}],"payment_method":{{"code":"{method}","title":"Card"}},"customer":{{"email":"{email}","name":"Ana Muster"}},"shipping":{{"lines":["Hauptstr. 1"],"postcode":"10115","city":"Berlin","country":"DE"}}{paid}}}}}"#,
        updated = time(at),
        placed = time(placed_at(life)),
        test = life.test,
        refunded = decimal(refunded),
        email = address(life),
    )
}

fn stripe(life: &Life, at: i64, attempt: u8, stage: Paying) -> String {
    let (id, charge, real) = (life.id, life.attempt(attempt), !life.test);
    let metadata = format!(r#""metadata":{{"order_id":"{id}"}}"#);
    let intent = |status: &str, received: i64, error: &str| {
        format!(
            r#"{{"id":"pi_{id}","object":"payment_intent","amount":{TOTAL},"amount_received":{received},"currency":"eur","status":"{status}","latest_charge":"{charge}","last_payment_error":{error},{metadata}}}"#
        )
    };
    let (kind, object) = match stage {
        Paying::Pending => ("payment_intent.processing", intent("processing", 0, "null")),
        Paying::Failed => {
            let error = format!(r#"{{"code":"card_declined","charge":"{charge}"}}"#);
            ("payment_intent.payment_failed", intent("requires_payment_method", 0, &error))
        }
        Paying::Paid => ("payment_intent.succeeded", intent("succeeded", TOTAL, "null")),
        Paying::Refunded(total) => (
            "charge.refunded",
            format!(
                r#"{{"id":"{charge}","object":"charge","payment_intent":"pi_{id}","amount":{TOTAL},"amount_captured":{TOTAL},"amount_refunded":{total},"captured":true,"refunded":{all},"currency":"eur","status":"succeeded",{metadata}}}"#,
                all = total == TOTAL
            ),
        ),
        Paying::RefundFailed(amount, _) => (
            "refund.failed",
            format!(
                r#"{{"id":"re_{id}","object":"refund","payment_intent":"pi_{id}","charge":"{charge}","amount":{amount},"currency":"eur","status":"failed",{metadata}}}"#
            ),
        ),
    };
    format!(
        r#"{{"id":"evt_{id}_{at}","object":"event","created":{at},"livemode":{real},"type":"{kind}","data":{{"object":{object}}}}}"#
    )
}

fn payment(life: &Life, at: i64, attempt: u8, stage: Paying) -> String {
    let (id, name, total) = (life.id, life.attempt(attempt), decimal(TOTAL));
    let try_of = |failed: bool| format!(r#","attempt":{{"id":"{name}","failed":{failed}}}"#);
    let (status, more) = match stage {
        Paying::Pending => ("pending", String::new()),
        Paying::Failed => ("failed", try_of(true)),
        Paying::Paid => ("paid", try_of(false)),
        Paying::Refunded(total) => ("paid", format!(r#"{},"refunded":"{}""#, try_of(false), decimal(total))),
        Paying::RefundFailed(_, left) => ("paid", format!(r#"{},"refunded":"{}""#, try_of(false), decimal(left))),
    };
    format!(
        r#"{{"type":"payment","data":{{"id":"pay_{id}","updated_at":"{updated}","currency":"EUR","order":"{id}","status":"{status}","amount":"{total}","test":{test}{more}}}}}"#,
        updated = time(at),
        test = life.test,
    )
}

fn fulfilment(life: &Life, at: i64, parcel: u8, number: u8, state: Packing) -> String {
    let word = match state {
        Packing::Packed => "packed",
        Packing::Shipped => "shipped",
        Packing::Voided => "cancelled",
    };
    let lines = if life.parcels > 1 { r#","lines":[{"line":"315","quantity":1}]"# } else { "" };
    format!(
        r#"{{"type":"fulfilment","data":{{"id":"{id}","order":"{order}","updated_at":"{updated}","state":"{word}","carrier":"USPS","number":"{number}"{lines}}}}}"#,
        id = life.fulfilment(parcel),
        order = life.id,
        updated = time(at),
        number = life.number(parcel, number),
    )
}

/// The day that a carrier promises.
pub(super) fn promised(at: i64, days: i64) -> String {
    time(at + days * 86_400).to_string()[..10].to_owned()
}

fn tracking(life: &Life, at: i64, parcel: u8, number: u8, scan: Scan) -> String {
    let (word, more) = match scan {
        Scan::Moving => ("in_transit", String::new()),
        Scan::Late(days) => ("in_transit", format!(r#","delayed":"carrier","promised":"{}""#, promised(at, days))),
        Scan::Out => ("out_for_delivery", String::new()),
        Scan::Attempted => ("delivery_attempted", String::new()),
        Scan::Delivered | Scan::Back => ("delivered", String::new()),
        Scan::Returning => ("return_to_sender", String::new()),
    };
    let (number, time) = (life.number(parcel, number), time(at));
    format!(
        r#"{{"type":"tracking","data":{{"number":"{number}","updated_at":"{time}","carrier":"USPS","state":"{word}","scans":[{{"at":"{time}","state":"{word}","text":"{word}","place":"Berlin"}}],"whole":false{more}}}}}"#
    )
}

fn easypost(life: &Life, at: i64, parcel: u8, number: u8) -> String {
    let words = |scan: Scan| match scan {
        Scan::Moving => ("in_transit", "arrived_at_facility", "Arrived"),
        Scan::Late(_) => ("in_transit", "delayed", "Delayed"),
        Scan::Out => ("out_for_delivery", "out_for_delivery", "Out for delivery"),
        Scan::Attempted => ("in_transit", "delivery_exception", "Delivery attempted, no access"),
        Scan::Delivered | Scan::Back => ("delivered", "arrived_at_destination", "Delivered"),
        Scan::Returning => ("return_to_sender", "return", "Returned to sender"),
    };
    let scans: Vec<(i64, Scan)> = life.scans((parcel, number), at).collect();
    let last = scans.last().map_or(Scan::Moving, |(_, scan)| *scan);
    let (status, detail, _) = words(last);
    let late = scans.iter().rev().find_map(|(at, scan)| match scan {
        Scan::Late(days) => Some(format!("\"{}T20:00:00Z\"", promised(*at, *days))),
        _ => None,
    });
    let steps: Vec<String> = scans
        .iter()
        .map(|(at, scan)| {
            let (status, detail, message) = words(*scan);
            let time = time(*at);
            format!(
                r#"{{"object":"TrackingDetail","message":"{message}","status":"{status}","status_detail":"{detail}","datetime":"{time}"}}"#
            )
        })
        .collect();
    let (number, time) = (life.number(parcel, number), time(at));
    format!(
        r#"{{"id":"evt_{number}_{at}","object":"Event","description":"tracker.updated","mode":"production","created_at":"{time}","result":{{"id":"trk_{number}","object":"Tracker","mode":"production","tracking_code":"{number}","carrier":"USPS","status":"{status}","status_detail":"{detail}","updated_at":"{time}","est_delivery_date":{late},"tracking_details":[{steps}]}}}}"#,
        late = late.unwrap_or_else(|| "null".to_owned()),
        steps = steps.join(","),
    )
}
