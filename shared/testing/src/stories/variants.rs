//! The same order, plain, large, odd and hostile.

use domain::fact::{Amounts, BackOrder, Declined, FulfilledLine, Method, Needs, PaymentMethod, ReturnCost};
use domain::money::Currency;
use domain::personal::Personal;
use domain::situations::Kind;

use jiff::civil::date;

use super::{Paying, Returning, Story, line};

/// The stories that every kind is told of, by name.
pub fn all() -> Vec<(&'static str, Story)> {
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

/// Stories that only one kind of mail is told of.
pub fn special() -> Vec<(&'static str, Kind, Story)> {
    let plain = Story::plain;
    let mut later = Story { captured: Some(0), ..plain() };
    later.shop.pay_later.insert("cod".to_owned());
    later.document.payment_method =
        Some(PaymentMethod { code: "cod".to_owned(), title: "Cash on delivery".to_owned() });
    let mut digital = plain();
    digital.document.lines.iter_mut().for_each(|line| line.needs = Needs::Nothing);
    let late = Story { promised: None, ..plain() };
    vec![
        ("paid in part", Kind::Received, Story { captured: Some(5_000), ..plain() }),
        ("paid on delivery", Kind::Confirmed, later),
        ("nothing to ship", Kind::Confirmed, digital),
        ("with all that there can be", Kind::Confirmed, detailed()),
        ("with all that there can be", Kind::NewOrder, detailed()),
        ("without a new date", Kind::Delayed, late),
        ("paid twice", Kind::Receipt, Story { payment: Paying::Twice, ..plain() }),
        ("to be paid", Kind::Edited, Story { captured: Some(16_685), ..plain() }),
        ("paid too much", Kind::Edited, Story { captured: Some(20_000), ..plain() }),
        ("never charged", Kind::Cancelled, Story { captured: Some(0), ..plain() }),
        ("reserved only", Kind::Cancelled, Story { payment: Paying::Reserved, ..plain() }),
        ("on back-order", Kind::Confirmed, back_ordered(Some(date(2027, 1, 5)))),
        ("on back-order, no date", Kind::Confirmed, back_ordered(None)),
        ("to an address", Kind::ReturnApproved, returning(|back| back.label = None)),
        ("how is written", Kind::ReturnApproved, returning(|back| (back.label, back.address) = (None, None))),
        ("for free", Kind::ReturnApproved, returning(|back| back.cost = Some(ReturnCost::Free))),
        ("too late", Kind::ReturnDeclined, returning(|back| back.declined = Declined::Late)),
        ("never taken back", Kind::ReturnDeclined, returning(|back| back.declined = Declined::FinalSale)),
        ("not accepted", Kind::ReturnReceived, returning(|back| (back.accepted, back.refunds) = (Some(0), false))),
        ("not looked at", Kind::ReturnReceived, returning(|back| (back.accepted, back.refunds) = (None, false))),
        ("refunded", Kind::Cancelled, Story { refunded: Some(17_185), ..plain() }),
    ]
}

fn back_ordered(expected: Option<jiff::civil::Date>) -> Story {
    let mut story = Story::plain();
    story.document.lines[0].back_order = BackOrder::of(1, expected);
    story.document.lines[1].back_order = BackOrder::of(2, expected);
    story
}

fn returning(change: impl FnOnce(&mut Returning)) -> Story {
    let mut story = Story::plain();
    change(&mut story.returning);
    story
}

/// Everything that may be there is there.
fn detailed() -> Story {
    let mut story = Story::plain();
    let document = &mut story.document;
    document.promised = Some(date(2026, 11, 27));
    document.note = Some(Personal::new("Please leave it\r\nwith the neighbour at no. 14.".to_owned()));
    if let Some(address) = &mut document.billing {
        address.lines = vec![Personal::new("Winter GmbH".to_owned()), Personal::new("Postfach 12".to_owned())];
    }
    story
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
    story.restocked = None;
    story.returning = Returning::bare();
    story
}

fn long_word() -> Story {
    let mut story = Story::plain();
    let name = &mut story.document.lines[0].name;
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter".clone_into(name);
    story.document.number = "A".repeat(48);
    story
}

/// One text in the place of every text that strangers write.
pub fn hostile(text: &str) -> Story {
    let mut story = Story::plain();
    let personal = || Personal::new(text.to_owned());
    let (shop, document) = (&mut story.shop, &mut story.document);
    text.clone_into(&mut shop.name);
    shop.postal_address = Some(text.to_owned());
    if let Some(policy) = &mut shop.return_policy {
        policy.text = Some(text.to_owned());
    }
    text.clone_into(&mut document.number);
    document.customer.name = Some(personal());
    for line in &mut document.lines {
        (line.name, line.variant, line.sku) = (text.to_owned(), text.to_owned(), Some(text.to_owned()));
    }
    if let Some(address) = &mut document.shipping {
        address.lines = vec![personal(), personal()];
        (address.postcode, address.city, address.region) = (personal(), personal(), personal());
    }
    document.billing = document.shipping.clone();
    if let Some(address) = &mut document.billing {
        address.lines.push(personal());
    }
    document.note = Some(personal());
    document.promised = Some(date(2026, 11, 27));
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
    let returning = &mut story.returning;
    (returning.number, returning.reason) = (Some(text.to_owned()), Some(text.to_owned()));
    returning.cost = Some(ReturnCost::Words(text.to_owned()));
    returning.declined = Declined::Words(personal());
    if let Some(address) = &mut returning.address {
        (address.lines, address.city) = (vec![personal(), personal()], personal());
    }
    story
}

/// The same minor units in another currency.
pub fn in_currency(code: &str) -> Story {
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
