//! Orders, told through facts, up to the moment of each mail.

use domain::address::{Address, Customer};
use domain::fact::{
    Amounts, Attempt, Checkout, DelayCause, Document, Fact, FulfilledLine, Fulfilment, FulfilmentState, Line, Method,
    Needs, OrderStatus, Payment, PaymentMethod, PaymentStatus, Reference, Scan, Source, Tracking,
};
use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, Ledger, Said, State};
use domain::link::Link;
use domain::money::{Currency, Money};
use domain::order::Order;
use domain::personal::{Email, Personal};
use domain::shop::Shop;
use domain::situations::{Kind, Situation, situations};
use domain::tracking::{ParcelState, TrackingNumber};
use domain::view::View;
use email::{Message, compose};
use jiff::Timestamp;
use jiff::civil::date;

/// An order and the shop that it was placed at.
#[derive(Clone)]
pub(crate) struct Story {
    pub(crate) shop: Shop,
    pub(crate) document: Document,
    pub(crate) carrier: Option<String>,
    pub(crate) number: &'static str,
    pub(crate) place: String,
    /// What the first of two parcels has in it; all of the order in one if empty.
    pub(crate) first: Vec<FulfilledLine>,
    pub(crate) second: Vec<FulfilledLine>,
    pub(crate) refunded: Option<i64>,
    pub(crate) promised: Option<jiff::civil::Date>,
    pub(crate) method: Option<Method>,
}

pub(crate) fn link(text: &str) -> Link {
    Link::parse(text).expect("a link")
}

pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

pub(crate) fn line(id: &str, name: &str, quantity: u32, total: i64) -> Line {
    Line {
        id: id.to_owned(),
        name: name.to_owned(),
        variant: String::new(),
        quantity,
        total,
        sku: None,
        image: None,
        needs: Needs::Shipping,
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
    throw.variant = "Grey, 130 × 170 cm".to_owned();
    throw.sku = Some("WT-GR".to_owned());
    throw.image = Some(link("https://cdn.harborandpine.example/p/wt.jpg"));
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
        lines: vec![throw, line("2", "Ceramic mug", 4, 5_200), line("3", "Oak serving board", 1, 4_450)],
        amounts: Amounts { discount: 1_855, shipping: 490, fees: 0, tax: 2_744, tax_included: true, rounding: 0 },
        total: 17_185,
        refunded: 0,
        payment_method: Some(PaymentMethod { code: "stripe".to_owned(), title: "Card".to_owned() }),
        transaction: None,
        paid_at: None,
        customer: Customer { email: Email::parse("zoe@example.net").ok(), name: Some(personal("Zoë Winter")) },
        billing: Some(address.clone()),
        shipping: Some(address),
        shipping_method: Some("Standard delivery".to_owned()),
        pay_url: Some(link("https://harborandpine.example/pay/10427?key=wc_1&lang=en")),
        locale: None,
        note: None,
        attribution: std::collections::BTreeMap::new(),
    }
}

impl Story {
    /// Three items, one parcel.
    pub(crate) fn plain() -> Self {
        Self {
            shop: shop(),
            document: document(),
            carrier: Some("DHL".to_owned()),
            number: "00340434161094015902",
            place: "Berlin, DE".to_owned(),
            first: Vec::new(),
            second: Vec::new(),
            refunded: None,
            promised: Some(date(2026, 11, 26)),
            method: Some(Method {
                kind: "card".to_owned(),
                brand: Some("visa".to_owned()),
                last4: Some(Personal::new("4242".to_owned())),
                wallet: Some("apple_pay".to_owned()),
            }),
        }
    }

    /// The order's key.
    pub(crate) fn id() -> OrderId {
        OrderId::new("demo", "10427")
    }

    /// The mail of a kind, written at the moment of its news.
    pub(crate) fn mail(&self, kind: Kind) -> Message {
        self.with(kind, |view, situation| {
            let page = "https://t.example.com/orders/v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";
            let now = time("2026-11-26T13:00:00Z");
            compose(&self.shop, &Self::id(), view, situation, page, now).expect("a mail")
        })
    }

    /// Shows the order and the situation of a kind at the moment of its news.
    pub(crate) fn with<T>(&self, kind: Kind, look: impl Fn(&View<'_>, &Situation) -> T) -> T {
        let mut order = Order::default();
        for (source, fact) in self.facts(kind) {
            order.fold(&Source::new("demo", source), time("2026-11-26T12:30:00Z"), fact);
        }
        let now = time("2026-11-26T13:00:00Z");
        let policy = self.shop.policy();
        let situations = situations(&Self::id(), &order, &self.told(), &policy, now);
        let view = View::new(&order, &policy).expect("an order");
        let situation = situations.iter().rev().find(|situation| situation.kind == kind).expect("a situation");
        look(&view, situation)
    }

    fn told(&self) -> Ledger {
        let entry = Entry {
            state: State::Sent { ses_id: "1".to_owned(), at: time("2026-11-24T10:01:00Z") },
            said: Said { number: Some("OLD-1".to_owned()) },
            ..Entry::default()
        };
        Ledger::from([(IntentId::new(&Self::id(), "shipped", "f1"), entry)])
    }

    fn facts(&self, kind: Kind) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![("shopfront", self.checkout("2026-11-21T22:30:05Z", OrderStatus::Pending))];
        match kind {
            Kind::Received => return facts,
            Kind::PaymentFailed => {
                facts.push(("pay", self.failed()));
                return facts;
            }
            _ => {}
        }
        facts.push(("pay", self.payment("2026-11-21T22:31:00Z", None)));
        facts.push(("shopfront", self.checkout("2026-11-21T22:31:05Z", OrderStatus::Processing)));
        match kind {
            Kind::Confirmed | Kind::Receipt => return facts,
            Kind::Cancelled => {
                facts.push(("shopfront", self.checkout("2026-11-22T09:00:00Z", OrderStatus::Cancelled)));
                facts.extend(self.refunded.map(|back| ("pay", self.payment("2026-11-22T09:05:00Z", Some(back)))));
                return facts;
            }
            Kind::Refund => {
                let back = self.refunded.unwrap_or(self.document.total);
                facts.push(("pay", self.payment("2026-11-25T09:05:00Z", Some(back))));
                return facts;
            }
            _ => {}
        }
        if kind == Kind::NumberChanged {
            facts.push(("shopfront", self.fulfilment("f1", "2026-11-24T10:00:00Z", "OLD-1", &self.first)));
        }
        let at = if kind == Kind::NumberChanged { "2026-11-24T15:00:00Z" } else { "2026-11-24T10:00:00Z" };
        facts.push(("shopfront", self.fulfilment("f1", at, self.number, &self.first)));
        if !self.second.is_empty() {
            facts
                .push(("shopfront", self.fulfilment("f2", "2026-11-25T10:00:00Z", "1Z999AA10123456784", &self.second)));
        }
        facts.extend(self.tracking(kind).map(|fact| ("track", fact)));
        facts
    }

    fn checkout(&self, at: &str, status: OrderStatus) -> Fact {
        Fact::Checkout(Box::new(Checkout {
            id: "10427".to_owned(),
            at: time(at),
            test: false,
            status: Some(status),
            document: self.document.clone(),
        }))
    }

    fn failed(&self) -> Fact {
        let attempt = Some(Attempt { id: "a1".to_owned(), failed: true });
        let mut payment = self.bare_payment("2026-11-26T12:00:00Z", PaymentStatus::Failed);
        payment.attempt = attempt;
        payment.into()
    }

    fn payment(&self, at: &str, refunded: Option<i64>) -> Fact {
        let money = |minor| Money::new(minor, self.document.currency);
        let mut payment = self.bare_payment(at, PaymentStatus::Paid);
        payment.captured = Some(money(self.document.total));
        payment.refunded = refunded.map(money);
        payment.method.clone_from(&self.method);
        payment.transaction = Some("ch_3QKd2nLkdIwHu7ix0Xy1aBcD".to_owned());
        payment.into()
    }

    fn bare_payment(&self, at: &str, status: PaymentStatus) -> Payment {
        Payment {
            id: "pi_1".to_owned(),
            object: "pi_1".to_owned(),
            at: time(at),
            test: false,
            references: vec![Reference::Order("10427".to_owned())],
            status: Some(status),
            amount: Some(Money::new(self.document.total, self.document.currency)),
            captured: None,
            refunded: None,
            attempt: None,
            refund: None,
            method: None,
            transaction: None,
        }
    }

    fn fulfilment(&self, id: &str, at: &str, number: &str, lines: &[FulfilledLine]) -> Fact {
        Fact::Fulfilment(Box::new(Fulfilment {
            id: id.to_owned(),
            at: time(at),
            references: vec![Reference::Order("10427".to_owned())],
            state: Some(FulfilmentState::Shipped),
            lines: lines.to_vec(),
            carrier: self.carrier.clone(),
            number: TrackingNumber::parse(number),
            url: None,
            promised: self.promised,
        }))
    }

    fn tracking(&self, kind: Kind) -> Option<Fact> {
        let (state, delayed) = match kind {
            Kind::OutForDelivery => (ParcelState::OutForDelivery, None),
            Kind::Delivered => (ParcelState::Delivered, None),
            Kind::Delayed => (ParcelState::InTransit, Some(DelayCause::Weather)),
            _ => return None,
        };
        let at = time(if kind == Kind::Delivered { "2026-11-26T12:00:00Z" } else { "2026-11-26T07:00:00Z" });
        Some(Fact::Tracking(Box::new(Tracking {
            tracker: "t1".to_owned(),
            at,
            test: false,
            number: TrackingNumber::parse(self.number)?,
            carrier: None,
            state: Some(state),
            is_return: false,
            delayed,
            action_required: false,
            reason: None,
            scans: vec![Scan {
                at,
                date: date(2026, 11, 26),
                state: Some(state),
                text: "A scan".to_owned(),
                place: self.place.clone(),
            }],
            whole: false,
            promised: self.promised.map(|day| day.saturating_add(jiff::Span::new().days(2))),
            url: None,
        })))
    }
}

/// The stories that every kind is told of, by name.
pub(crate) fn all() -> Vec<(&'static str, Story)> {
    vec![
        ("plain", Story::plain()),
        ("two_parcels", two_parcels()),
        ("more_to_come", Story { second: Vec::new(), ..two_parcels() }),
        ("part_refunded", Story { refunded: Some(4_450), ..Story::plain() }),
        ("bare", bare()),
        ("long_word", long_word()),
        (
            "hostile",
            hostile("<script>alert(1)</script>\"'&{{7*7}}{% raw %}\r\nBcc: eve@example.com\r\n\r\n<b>\u{202E}"),
        ),
        ("right_to_left", hostile("🧶 شال من الصوف")),
        ("yen", in_currency("JPY")),
        ("dinar", in_currency("KWD")),
        ("forint", in_currency("HUF")),
        ("large", large()),
    ]
}

fn two_parcels() -> Story {
    let some = |line: &str, quantity| FulfilledLine { line: line.to_owned(), quantity };
    Story { first: vec![some("1", 1), some("2", 2)], second: vec![some("2", 2), some("3", 1)], ..Story::plain() }
}

/// Everything that may be missing is missing.
fn bare() -> Story {
    let mut story = Story::plain();
    story.shop = serde_json::from_str(
        r#"{"name": "Bare", "sender": "a@bare.example", "reply_to": "b@bare.example", "url": "https://bare.example",
            "live_since": "2026-01-01T00:00:00Z"}"#,
    )
    .expect("a shop");
    let document = &mut story.document;
    document.lines = vec![line("1", "A thing", 1, 1_000)];
    document.amounts = Amounts::default();
    document.total = 1_000;
    document.payment_method = None;
    document.customer.name = None;
    (document.billing, document.shipping, document.shipping_method) = (None, None, None);
    document.pay_url = None;
    (story.carrier, story.promised, story.method) = (None, None, None);
    story.place = String::new();
    story
}

fn long_word() -> Story {
    let mut story = Story::plain();
    story.document.lines[0].name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter".to_owned();
    story.document.number = "A".repeat(48);
    story
}

/// One text in the place of every text that strangers write.
pub(crate) fn hostile(text: &str) -> Story {
    let mut story = Story::plain();
    let personal = || Personal::new(text.to_owned());
    let (shop, document) = (&mut story.shop, &mut story.document);
    shop.name = text.to_owned();
    shop.postal_address = Some(text.to_owned());
    if let Some(policy) = &mut shop.return_policy {
        policy.text = Some(text.to_owned());
    }
    document.number = text.to_owned();
    document.customer.name = Some(personal());
    for line in &mut document.lines {
        (line.name, line.variant, line.sku) = (text.to_owned(), text.to_owned(), Some(text.to_owned()));
    }
    if let Some(address) = &mut document.shipping {
        address.lines = vec![personal(), personal()];
        (address.postcode, address.city, address.region) = (personal(), personal(), personal());
    }
    document.shipping_method = Some(text.to_owned());
    document.payment_method = Some(PaymentMethod { code: text.to_owned(), title: text.to_owned() });
    story.method = Some(Method {
        kind: text.to_owned(),
        brand: Some(text.to_owned()),
        last4: Some(personal()),
        wallet: Some(text.to_owned()),
    });
    story.carrier = Some(text.to_owned());
    text.clone_into(&mut story.place);
    story
}

fn in_currency(code: &str) -> Story {
    let mut story = Story::plain();
    story.document.currency = Currency::parse(code).expect("a currency");
    story
}

fn large() -> Story {
    let mut story = Story::plain();
    story.document.lines = (1..=250).map(|n| line(&n.to_string(), &format!("Bead number {n}"), n, 100)).collect();
    story.document.amounts = Amounts { discount: 5_000, shipping: 500, tax: 3_900, ..Amounts::default() };
    story.document.total = 250 * 100 - 5_000 + 500 + 3_900;
    story
}
