//! Orders at the edges: what is largest, longest, oddest, hostile, and what is not there.

use domain::fact::{Amounts, Declined, DelayCause, ReturnCost};
use domain::personal::Personal;
use domain::situations::{Kind, Trouble};

use crate::stories::{Story, all, hostile, in_currency, line, link, special};

/// A story and what it is called.
pub struct Fixture {
    /// Unique.
    pub name: &'static str,
    /// What happened.
    pub story: Story,
    /// The one kind that is told of it; every kind if nothing is said.
    pub only: Option<Kind>,
    /// What is wrong in it, for kinds that tell of several troubles.
    pub trouble: Option<Trouble>,
}

/// Every fixture; the plain one is the first.
pub fn fixtures() -> Vec<Fixture> {
    let of_all = |(name, story)| Fixture { name, story, only: None, trouble: None };
    let mut fixtures: Vec<Fixture> = all().into_iter().chain(edges()).chain(lacking()).map(of_all).collect();
    let of_one = |(name, kind, story)| Fixture { name, story, only: Some(kind), trouble: None };
    fixtures.extend(special().into_iter().chain(late()).map(of_one));
    let silent = [Trouble::NoScan, Trouble::PromisePassed].map(|trouble| (Kind::Delayed, trouble));
    let troubles = Trouble::ALL.map(|trouble| (Kind::Attention, trouble));
    fixtures.extend(silent.into_iter().chain(troubles).map(|(kind, trouble)| Fixture {
        name: trouble.name(),
        story: Story::plain(),
        only: Some(kind),
        trouble: Some(trouble),
    }));
    fixtures
}

type Named = (&'static str, Story);

fn edges() -> Vec<Named> {
    let quotes = "\"'><img src=x onerror=alert(1)>' onmouseover=\"&amp;&#x3c;";
    vec![
        ("one", changed(|story| items(story, 1))),
        ("ten", changed(|story| items(story, 10))),
        ("forty", changed(|story| items(story, 40))),
        ("quotes", hostile(quotes)),
        ("words_of_sixty", changed(sixty)),
        ("long_links", changed(long_links)),
        ("free", changed(free)),
        ("half_price", changed(half_price)),
        ("dear", changed(dear)),
        ("ariary", in_currency("MGA")),
        ("logo", changed(|story| story.shop.theme.logo = Some(link("https://cdn.harborandpine.example/logo@2x.png")))),
        ("company", changed(company)),
    ]
}

/// What may be missing, one thing at a time.
fn lacking() -> Vec<Named> {
    vec![
        ("no_name", changed(|story| story.document.customer.name = None)),
        ("no_address_of_mail", changed(|story| story.document.customer.email = None)),
        ("no_billing_address", changed(|story| story.document.billing = None)),
        ("no_address", changed(|story| story.document.shipping = None)),
        ("no_region", changed(no_region)),
        ("no_shipping_method", changed(|story| story.document.shipping_method = None)),
        ("no_payment_method", changed(|story| story.document.payment_method = None)),
        ("no_card", changed(|story| story.method = None)),
        ("no_pay_link", changed(|story| story.document.pay_url = None)),
        ("no_picture", changed(|story| story.document.lines.iter_mut().for_each(|line| line.image = None))),
        ("no_carrier", changed(|story| story.carrier = None)),
        ("unknown_carrier", changed(|story| story.carrier = Some("Kurier Nowak".to_owned()))),
        ("no_number", changed(|story| story.number = "")),
        ("no_day", changed(|story| story.promised = None)),
        ("no_place", changed(|story| story.place = String::new())),
        ("no_return_policy", changed(|story| story.shop.return_policy = None)),
        ("no_return_link", changed(|story| story.shop.return_policy.iter_mut().for_each(|policy| policy.url = None))),
        ("no_return_text", changed(|story| story.shop.return_policy.iter_mut().for_each(|policy| policy.text = None))),
        ("no_help_page", changed(|story| story.shop.help_url = None)),
        ("no_imprint", changed(|story| story.shop.postal_address = None)),
        ("no_accent", changed(|story| story.shop.theme.accent = None)),
    ]
}

fn late() -> Vec<(&'static str, Kind, Story)> {
    let because = |late, promised: bool| {
        changed(|story| {
            story.late = late;
            story.promised = story.promised.filter(|_| promised);
        })
    };
    vec![
        ("late at the carrier", Kind::Delayed, because(DelayCause::Carrier, true)),
        ("late at the carrier, no date", Kind::Delayed, because(DelayCause::Carrier, false)),
        ("at customs", Kind::Delayed, because(DelayCause::Customs, true)),
        ("at customs, no date", Kind::Delayed, because(DelayCause::Customs, false)),
    ]
}

fn changed(change: impl Fn(&mut Story)) -> Story {
    let mut story = Story::plain();
    change(&mut story);
    story
}

/// As many different things at prices of every length.
fn items(story: &mut Story, count: usize) {
    let names = ["Linen tea towel", "Enamel bowl", "Beeswax candle", "Wool socks", "Stoneware plate, hand thrown"];
    let item = |n: usize| {
        let total = [250, 1_999, 12_050, 990, 149_900][n % 5];
        let mut item = line(&n.to_string(), names[n % 5], u32::try_from(n % 3 + 1).unwrap_or(1), total);
        ["", "Blue", "Size 38–41, undyed"][n % 3].clone_into(&mut item.variant);
        item.image = Some(link(&format!("https://cdn.harborandpine.example/p/{n}.jpg")));
        item
    };
    let document = &mut story.document;
    document.lines = (1..=count).map(item).collect();
    document.amounts = Amounts { shipping: 490, ..Amounts::default() };
    document.total = document.lines.iter().map(|line| line.total).sum::<i64>() + 490;
}

fn sixty(story: &mut Story) {
    let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    let personal = || Personal::new(word.to_owned());
    let document = &mut story.document;
    document.customer.name = Some(personal());
    for line in &mut document.lines {
        (line.name, line.variant) = (word.to_owned(), word.to_owned());
    }
    for address in document.shipping.iter_mut().chain(&mut document.billing) {
        address.lines = vec![personal(), personal()];
        (address.city, address.region) = (personal(), personal());
    }
    document.shipping_method = Some(word.to_owned());
    (story.carrier, story.place) = (Some(word.to_owned()), word.to_owned());
    word.clone_into(&mut story.shop.name);
    let returning = &mut story.returning;
    (returning.number, returning.reason) = (Some(word.to_owned()), Some(word.to_owned()));
    (returning.declined, returning.cost) = (Declined::Words(personal()), Some(ReturnCost::Words(word.to_owned())));
}

fn long_links(story: &mut Story) {
    let long =
        |path: &str| link(&format!("https://harborandpine.example/{path}?{}", "utm_source=mail&amp=1&".repeat(80)));
    story.document.pay_url = Some(long("pay"));
    (story.shop.url, story.shop.help_url) = (long("shop"), Some(long("help")));
    story.shop.theme.logo = Some(long("logo"));
    story.returning.label = Some(long("label"));
    story.shop.return_policy.iter_mut().for_each(|policy| policy.url = Some(long("returns")));
    story.document.lines.iter_mut().for_each(|line| line.image = Some(long("picture")));
}

fn free(story: &mut Story) {
    let document = &mut story.document;
    document.lines.iter_mut().for_each(|line| line.total = 0);
    (document.amounts, document.total) = (Amounts::default(), 0);
    (document.pay_url, story.captured) = (None, Some(0));
}

fn half_price(story: &mut Story) {
    let sum = story.document.lines.iter().map(|line| line.total).sum::<i64>();
    story.document.amounts = Amounts { discount: sum / 2, fees: 250, tax: 1_900, ..Amounts::default() };
    story.document.total = sum - sum / 2 + 250 + 1_900;
}

/// Amounts as long as they get.
fn dear(story: &mut Story) {
    let document = &mut story.document;
    document.lines.iter_mut().for_each(|line| line.total = 1_234_567_890);
    document.amounts = Amounts { shipping: 98_765_432, ..Amounts::default() };
    document.total = 3 * 1_234_567_890 + 98_765_432;
}

fn company(story: &mut Story) {
    let personal = |text: &str| Personal::new(text.to_owned());
    for address in story.document.shipping.iter_mut().chain(&mut story.document.billing) {
        address.lines = [
            "Bürgel & Söhne Maschinenbau GmbH & Co. KG",
            "Abt. Einkauf, z. Hd. Zoë Winter",
            "Halle 7, Tor 12–14, c/o Logistikzentrum Nord",
            "Industriestraße 118–124",
            "VAT ID DE123456789",
        ]
        .map(personal)
        .to_vec();
        (address.postcode, address.city) = (personal("40599"), personal("Düsseldorf"));
        address.region = personal("Nordrhein-Westfalen");
    }
}

fn no_region(story: &mut Story) {
    for address in story.document.shipping.iter_mut().chain(&mut story.document.billing) {
        address.region = Personal::new(String::new());
    }
}
