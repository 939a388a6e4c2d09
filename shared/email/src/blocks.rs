//! What mails and the page show of an order: its items with amounts that add up, and places.

use domain::address::Address;
use domain::back_orders::BackOrdered;
use domain::fact::{Document, Line, Needs};
use domain::money::Money;
use domain::view::View;
use serde::Serialize;

use crate::clean::{line, some_line};
use crate::format;
use crate::lang::Lang;

/// Rows of an item table that are shown in HTML. Gmail cuts a mail off at 102 KB; the text part has them all.
const ITEMS: usize = 40;
const NAME: usize = 100;
const VARIANT: usize = 60;
/// Longer addresses of pictures would, forty times, cost more than the mail.
const IMAGE: usize = 200;

/// One ordered thing.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Colour, size and the like.
    pub variant: Option<String>,
    /// How many.
    pub quantity: String,
    /// For all of them; nothing in the list of a parcel.
    pub total: Option<String>,
    /// A picture.
    pub image: Option<String>,
    /// What is not in stock of it, and when it is expected.
    pub note: Option<String>,
}

/// Rows of which only so many are shown where space is short.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    /// Shown everywhere.
    pub rows: Vec<Row>,
    /// Shown in text only.
    pub rest: Vec<Row>,
    /// Says that there are more.
    pub more: Option<String>,
}

/// An amount and what it is.
#[derive(Clone, Debug, Serialize)]
pub struct Amount {
    /// What it is.
    pub label: String,
    /// How much.
    pub amount: String,
}

/// An order's items, and amounts that add up to its total.
#[derive(Clone, Debug, Serialize)]
pub struct Items {
    /// How many items there are.
    pub caption: String,
    /// The items.
    pub list: List,
    /// What comes between the items and the total.
    pub amounts: Vec<Amount>,
    /// The total.
    pub total: Amount,
    /// The tax that prices already contain.
    pub tax_included: Option<String>,
}

impl Items {
    /// The items of an order.
    pub fn of(lang: &Lang, document: &Document) -> Self {
        let count = document.lines.iter().fold(0, |sum: u32, line| sum.saturating_add(line.quantity));
        let shown = format::count(lang, count);
        let rows = document.lines.iter().map(|line| Row {
            total: Some(format::money(lang, document.money(line.total))),
            ..Row::of(lang, line, line.quantity)
        });
        let tax = document.amounts.tax;
        let included = document.amounts.tax_included && tax > 0;
        Self {
            caption: lang.say_with("items-caption", [("count", count.into()), ("shown", shown.into())]),
            list: List::of(lang, rows.collect(), ITEMS),
            amounts: between(lang, document),
            total: amount(lang, "total", document.money(document.total)),
            tax_included: included
                .then(|| lang.say_with("tax-included", [("amount", format::money(lang, document.money(tax)).into())])),
        }
    }

    /// The same, with what is not in stock said at its line.
    #[must_use]
    pub fn noting(mut self, lang: &Lang, view: &View<'_>) -> Self {
        let short = view.back_ordered();
        let rows = self.list.rows.iter_mut().chain(&mut self.list.rest);
        for (line, row) in view.document.lines.iter().zip(rows) {
            row.note = short.iter().find(|short| short.line == line.id).map(|short| back_ordered(lang, line, short));
        }
        self
    }
}

/// How many of a line are not in stock, and when they are expected.
pub(crate) fn back_ordered(lang: &Lang, line: &Line, short: &BackOrdered) -> String {
    let all = short.quantity >= line.quantity;
    let date = short.expected.map(|day| format::date(lang, day));
    let key = match (all, &date) {
        (true, Some(_)) => "back-ordered",
        (true, None) => "back-ordered-unknown",
        (false, Some(_)) => "back-ordered-some",
        (false, None) => "back-ordered-some-unknown",
    };
    let quantity = format::count(lang, short.quantity);
    lang.say_with(key, [("date", date.unwrap_or_default().into()), ("shown", quantity.into())])
}

impl Row {
    /// So many of a line, without a price.
    pub fn of(lang: &Lang, line: &Line, quantity: u32) -> Self {
        let image = line.image.as_ref().map(|link| link.as_str().to_owned());
        Self {
            name: self::line(&line.name, NAME),
            variant: some_line(&line.variant, VARIANT),
            quantity: format::count(lang, quantity),
            total: None,
            image: image.filter(|image| image.len() <= IMAGE),
            note: None,
        }
    }
}

impl List {
    /// Shows `most` of the rows and says how many more there are.
    pub fn of(lang: &Lang, mut rows: Vec<Row>, most: usize) -> Self {
        let rest = rows.split_off(rows.len().min(most));
        let count = u32::try_from(rest.len()).unwrap_or(u32::MAX);
        let shown = format::count(lang, count);
        let more = (count > 0).then(|| lang.say_with("items-more", [("count", count.into()), ("shown", shown.into())]));
        Self { rows, rest, more }
    }
}

/// What stands between the lines and the total: the lines' sum, and everything that is added or taken off.
fn between(lang: &Lang, document: &Document) -> Vec<Amount> {
    let of = &document.amounts;
    let lines = document.lines.iter().fold(0, |sum: i64, line| sum.saturating_add(line.total));
    let tax = if of.tax_included { 0 } else { of.tax };
    let parts = [of.discount.saturating_neg(), of.shipping, of.fees, tax];
    let sum = parts.iter().fold(lines, |sum, part| sum.saturating_add(*part));
    // Whatever a storefront's numbers leave over is shown: what a customer adds up must come out right.
    let rounding = document.total.saturating_sub(sum);
    let ships = document.shipping_method.is_some() && document.lines.iter().any(|line| line.needs == Needs::Shipping);
    let labels = [
        ("discount", parts[0], false),
        ("shipping", of.shipping, ships),
        ("fees", of.fees, false),
        ("tax", tax, false),
        ("rounding", rounding, false),
    ];
    let shown = labels.into_iter().filter(|(_, minor, always)| *minor != 0 || *always);
    let mut amounts: Vec<Amount> = shown.map(|(label, minor, _)| amount(lang, label, document.money(minor))).collect();
    if !amounts.is_empty() {
        amounts.insert(0, amount(lang, "subtotal", document.money(lines)));
    }
    amounts
}

fn amount(lang: &Lang, label: &str, money: Money) -> Amount {
    Amount { label: lang.say(label), amount: format::money(lang, money) }
}

/// A whole address, as a label shows it; nothing once the person is forgotten.
pub(crate) fn address(lang: &Lang, address: &Address) -> Vec<String> {
    let (city, region) = (address.city.reveal(), address.region.reveal());
    let town = format!("{} {city}", address.postcode.reveal());
    // City states would be named twice.
    let region = if region == city { "" } else { region };
    let parts = address.lines.iter().map(|line| line.reveal().as_str());
    let mut lines: Vec<String> =
        parts.chain([town.as_str(), region]).filter_map(|part| some_line(part, 80)).take(8).collect();
    if !lines.is_empty() {
        lines.extend(country(lang, address));
    }
    lines
}

/// Town and country: all that may be shown to whoever has a link.
pub fn place(lang: &Lang, address: &Address) -> Option<String> {
    let town = some_line(address.city.reveal(), 60);
    match (town, country(lang, address)) {
        (Some(town), Some(country)) => {
            Some(lang.say_with("place", [("town", town.into()), ("country", country.into())]))
        }
        (town, country) => town.or(country),
    }
}

/// A country's name; its code, where that is no country's.
fn country(lang: &Lang, address: &Address) -> Option<String> {
    lang.country(&address.country).map(str::to_owned).or_else(|| some_line(&address.country, 2))
}
