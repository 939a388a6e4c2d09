//! Orders as customers live them, told through facts up to the moment of each mail.
#![expect(clippy::missing_panics_doc, reason = "a story that cannot be told fails its test")]

mod facts;
mod returns;
mod variants;

use domain::address::{Address, Customer};
use domain::fact::{Amounts, DelayCause, Document, FulfilledLine, Line, Method, Needs, PaymentMethod, Source};
use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, Ledger, Said, State};
use domain::link::Link;
use domain::money::Currency;
use domain::order::Order;
use domain::personal::{Email, Personal};
use domain::policy::KindPolicy;
use domain::shop::Shop;
use domain::situations::{Class, Kind, Situation, situations};
use domain::view::View;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};

pub use returns::Returning;
pub use variants::{all, hostile, in_currency, special};

/// An order and the shop that it was placed at.
#[derive(Clone)]
pub struct Story {
    /// Where it was placed.
    pub shop: Shop,
    /// What was ordered.
    pub document: Document,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The number of the first parcel.
    pub number: &'static str,
    /// Where it is scanned.
    pub place: String,
    /// What the first of two parcels has in it; all of the order in one if empty.
    pub first: Vec<FulfilledLine>,
    /// What the second has in it; there is none if empty.
    pub second: Vec<FulfilledLine>,
    /// What the payment takes; the total if nothing is said, and there is none if it is zero.
    pub captured: Option<i64>,
    /// Reserved only, or paid twice.
    pub payment: Paying,
    /// How much goes back; all of it if nothing is said.
    pub refunded: Option<i64>,
    /// The promised day.
    pub promised: Option<jiff::civil::Date>,
    /// How it was paid.
    pub method: Option<Method>,
    /// Why the parcel of a delay is late.
    pub late: DelayCause,
    /// When what is not in stock is expected.
    pub restocked: Option<jiff::civil::Date>,
    /// What the returns desk says.
    pub returning: Returning,
}

/// A link that is one.
pub fn link(text: &str) -> Link {
    Link::parse(text).expect("a link")
}

/// A time that is one.
pub fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

/// One ordered thing.
pub fn line(id: &str, name: &str, quantity: u32, total: i64) -> Line {
    Line {
        id: id.to_owned(),
        name: name.to_owned(),
        variant: String::new(),
        quantity,
        total,
        sku: None,
        image: None,
        needs: Needs::Shipping,
        back_order: None,
    }
}

fn shop() -> Shop {
    let text = r##"{
        "name": "Harbor & Pine", "sender": "orders@harborandpine.example", "reply_to": "help@harborandpine.example",
        "url": "https://harborandpine.example/", "help_url": "https://harborandpine.example/help", "locale": "en-GB",
        "time_zone": "Europe/Berlin", "theme": {"accent": "#1f6f5c"},
        "postal_address": "Harbor & Pine GmbH, Kaistr. 5, 20457 Hamburg, Germany",
        "return_policy": {"days": 30, "url": "https://harborandpine.example/returns",
            "text": "Unused items in their packaging; we pay for the label that you find on the return page."},
        "live_since": "2026-01-01T00:00:00Z"
    }"##;
    serde_json::from_str(text).expect("a shop")
}

fn document() -> Document {
    let personal = |text: &str| Personal::new(text.to_owned());
    let mut throw = line("1", "Wool throw “Nordic”", 1, 8_900);
    "Grey, 130 × 170 cm".clone_into(&mut throw.variant);
    throw.sku = Some("WT-GR".to_owned());
    throw.image = Some(link("https://cdn.harborandpine.example/p/wt.jpg"));
    let (mut mug, mut board) = (line("2", "Ceramic mug", 4, 5_200), line("3", "Oak serving board", 1, 4_450));
    mug.image = Some(link("https://cdn.harborandpine.example/p/cm.jpg"));
    board.image = Some(link("https://cdn.harborandpine.example/p/board.jpg"));
    let address = Address {
        lines: vec![personal("Zoë Winter"), personal("Lindenstr. 12")],
        postcode: personal("10115"),
        city: personal("Berlin"),
        region: personal("Berlin"),
        country: "DE".to_owned(),
    };
    Document {
        number: "10427".to_owned(),
        placed_at: time("2026-11-21T22:30:00Z"),
        currency: Currency::parse("EUR").expect("a currency"),
        lines: vec![throw, mug, board],
        amounts: Amounts { discount: 1_855, shipping: 490, fees: 0, tax: 2_744, tax_included: true, rounding: 0 },
        total: 17_185,
        refunded: 0,
        payment_method: Some(PaymentMethod { code: "stripe".to_owned(), title: "Card".to_owned() }),
        transaction: None,
        paid_at: None,
        paid: false,
        customer: Customer {
            email: Email::parse("zoe@example.net").ok(),
            name: Some(personal("Zoë Winter")),
            phone: None,
        },
        billing: Some(address.clone()),
        shipping: Some(address),
        shipping_method: Some("Standard delivery".to_owned()),
        promised: None,
        pay_url: Some(link("https://harborandpine.example/pay/10427?key=wc_1&lang=en")),
        locale: None,
        note: None,
        attribution: std::collections::BTreeMap::new(),
        basket: None,
    }
}

/// What is odd about a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paying {
    /// Nothing.
    Once,
    /// It is reserved, not taken.
    Reserved,
    /// A second one came in.
    Twice,
}

impl Story {
    /// Three items, one parcel.
    pub fn plain() -> Self {
        Self {
            shop: shop(),
            document: document(),
            carrier: Some("DHL".to_owned()),
            number: "00340434161094015902",
            place: "Berlin, DE".to_owned(),
            first: Vec::new(),
            second: Vec::new(),
            captured: None,
            payment: Paying::Once,
            refunded: None,
            promised: Some(date(2026, 11, 26)),
            method: Some(Method {
                kind: "card".to_owned(),
                brand: Some("visa".to_owned()),
                last4: Some(Personal::new("4242".to_owned())),
                wallet: Some("apple_pay".to_owned()),
            }),
            late: DelayCause::Weather,
            restocked: Some(date(2027, 1, 5)),
            returning: Returning::plain(),
        }
    }

    /// The order's key.
    pub fn id() -> OrderId {
        OrderId::new("demo", "10427")
    }

    /// When its news are told.
    pub fn now() -> Timestamp {
        time("2026-11-26T13:00:00Z")
    }

    /// Shows the order and the situation of a kind at the moment of its news.
    pub fn with<T>(&self, kind: Kind, look: impl Fn(&View<'_>, &Situation) -> T) -> T {
        self.look(kind, look).unwrap_or_else(|| panic!("no {kind:?}"))
    }

    /// Whether anybody is told of it: a free order has no payment that fails, and who left no address gets no mail.
    pub fn can_tell(&self, kind: Kind) -> bool {
        let reached = |view: &View<'_>| kind.class() == Class::Merchant || view.email().is_some();
        self.look(kind, |view, _| reached(view)).unwrap_or_default()
    }

    fn look<T>(&self, kind: Kind, look: impl Fn(&View<'_>, &Situation) -> T) -> Option<T> {
        let mut order = Order::default();
        for (source, fact) in self.facts(kind) {
            order.fold(&Source::new("demo", source), time("2026-11-26T12:30:00Z"), fact);
        }
        let mut policy = self.shop.policy().clone();
        policy.ask_after = [(Kind::FollowUp, 2), (Kind::Csat, 5), (Kind::Nps, 8), (Kind::Review, 15)].into();
        policy.abandoned_after = Some(SignedDuration::from_hours(4));
        policy.kinds.insert(Kind::NewOrder, KindPolicy { on: true, on_since: None });
        let situations = situations(&Self::id(), &order, &Self::told(), &policy, Self::now());
        let view = View::new(&order, &policy).expect("an order");
        let situation = situations.iter().rev().find(|situation| situation.kind == kind)?;
        Some(look(&view, situation))
    }

    fn told() -> Ledger {
        let entry = Entry {
            state: State::Sent { ses_id: "1".to_owned(), at: time("2026-11-24T10:01:00Z") },
            said: Said { number: Some("OLD-1".to_owned()), ..Said::default() },
            ..Entry::default()
        };
        let confirmed = State::Sent { ses_id: "0".to_owned(), at: time("2026-11-21T22:33:00Z") };
        let confirmed = Entry { state: confirmed, ..Entry::default() };
        let intent = |kind, subject| IntentId::new(&Self::id(), kind, subject);
        Ledger::from([(intent("shipped", "f1"), entry), (intent("confirmed", "order"), confirmed)])
    }
}
