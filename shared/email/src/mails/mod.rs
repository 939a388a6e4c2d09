//! The mails: one function a kind writes its words and details, one folder a kind lays them out.

mod back_orders;
mod basket;
mod customer;
mod edited;
mod money;
mod new_order;
mod notice;
mod order;
mod parcel;
mod returns;
mod stuck;
mod withdrawal;

use std::sync::LazyLock;

use domain::shop::Shop;
use domain::situations::{Kind, Situation};
use domain::view::View;
use fluent_bundle::FluentValue;
use jiff::Timestamp;
use minijinja::value::Value;
use serde::Serialize;

use crate::clean::line;
use crate::compose::Unrenderable;
use crate::engine::{Engine, data};
use crate::format;
use crate::frame::{Button, Opening, Returns, Words};
use crate::lang::Lang;
use crate::linked::{self, Status};

/// All that a mail is written from.
pub(crate) struct Telling<'a> {
    pub(crate) shop: &'a Shop,
    pub(crate) view: &'a View<'a>,
    pub(crate) situation: &'a Situation,
    pub(crate) page_url: &'a str,
    pub(crate) lang: &'a Lang,
    /// The order's number, fit to be shown.
    pub(crate) number: String,
}

/// A mail before it is laid out.
pub(crate) struct Letter {
    pub(crate) opening: Opening,
    /// What the kind's templates show, as one struct a kind.
    pub(crate) details: Value,
}

/// Writes the mail of a situation.
pub(crate) fn write(telling: &Telling<'_>) -> Result<Letter, Unrenderable> {
    match telling.situation.kind {
        Kind::ConfirmAddress => Ok(customer::confirm_address(telling)),
        Kind::Withdrawal => withdrawal::withdrawal(telling),
        Kind::Received => Ok(order::received(telling)),
        Kind::Confirmed => Ok(order::confirmed(telling)),
        Kind::Edited => edited::edited(telling),
        Kind::Receipt => money::receipt(telling),
        Kind::PaymentFailed => Ok(money::payment_failed(telling)),
        Kind::PaymentReminder | Kind::PaymentExpired => Ok(notice::unpaid(telling)),
        Kind::OnHold => Ok(order::on_hold(telling)),
        Kind::BackOrdered => back_orders::back_orders(telling),
        Kind::LateToShip => Ok(notice::late_to_ship(telling)),
        Kind::ReadyForPickup | Kind::PickupWaiting => notice::pickup(telling),
        Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => Ok(customer::asked(telling)),
        Kind::Attention => notice::attention(telling),
        Kind::Shipped => parcel::shipped(telling),
        Kind::NumberChanged => parcel::number_changed(telling),
        Kind::OutForDelivery => parcel::out_for_delivery(telling),
        Kind::DeliveryAttempted => stuck::delivery_attempted(telling),
        Kind::AddressProblem => stuck::address_problem(telling),
        Kind::Delivered => parcel::delivered(telling),
        Kind::Delayed => parcel::delayed(telling),
        Kind::Returning | Kind::Lost => stuck::stranded(telling),
        Kind::ReturnRequested => returns::requested(telling),
        Kind::ReturnApproved => returns::approved(telling),
        Kind::ReturnDeclined => returns::declined(telling),
        Kind::ReturnReceived => returns::received(telling),
        Kind::Cancelled => Ok(order::cancelled(telling)),
        Kind::Refund => Ok(money::refund(telling)),
        Kind::RefundFailed => money::refund_failed(telling),
        Kind::Abandoned => basket::abandoned(telling),
        Kind::NewOrder => Ok(new_order::new_order(telling)),
    }
}

/// Lays a mail out, as `html` or as `txt`.
pub(crate) fn render(kind: Kind, extension: &str, lang: &Lang, context: &Value) -> Result<String, Unrenderable> {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(TEMPLATES));
    let name = format!("{}/body.{extension}", folder(kind));
    ENGINE.render(&name, lang, context).map_err(Unrenderable::Template)
}

/// Where a kind's templates are: short mails share theirs.
pub(crate) const fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::ConfirmAddress
        | Kind::PaymentReminder
        | Kind::PaymentExpired
        | Kind::LateToShip
        | Kind::ReadyForPickup
        | Kind::PickupWaiting
        | Kind::FollowUp
        | Kind::Csat
        | Kind::Nps
        | Kind::Review
        | Kind::Attention => "notice",
        Kind::Returning | Kind::Lost => "stranded",
        other => other.name(),
    }
}

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        pub(crate) const TEMPLATES: &[(&str, &str)] = &[$(
            (concat!($name, ".html"), include_str!(concat!("../../templates/", $name, ".html"))),
            (concat!($name, ".txt"), include_str!(concat!("../../templates/", $name, ".txt"))),
        )+];
    };
}

templates! {
    "base",
    "macros",
    "items",
    "follow",
    "parcel",
    "returned",
    "returns",
    "steps",
    "withdrawal/body",
    "received/body",
    "confirmed/body",
    "edited/body",
    "receipt/body",
    "payment_failed/body",
    "shipped/body",
    "number_changed/body",
    "out_for_delivery/body",
    "delivery_attempted/body",
    "address_problem/body",
    "delivered/body",
    "delayed/body",
    "stranded/body",
    "return_requested/body",
    "return_approved/body",
    "return_declined/body",
    "return_received/body",
    "cancelled/body",
    "refund/body",
    "refund_failed/body",
    "on_hold/body",
    "back_ordered/body",
    "new_order/body",
    "abandoned/body",
    "notice/body",
}

impl Telling<'_> {
    /// Words of which only the paragraphs have gaps.
    fn words(&self, paragraphs: Vec<String>) -> Words {
        Words {
            subject: self.say("subject", []),
            preheader: self.say("preheader", []),
            headline: self.say("headline", []),
            paragraphs,
        }
    }

    /// A letter whose button leads to the order's page.
    fn letter(&self, words: Words, details: &impl Serialize) -> Letter {
        let button = Button { label: self.lang.say("view-order"), url: self.page_url.to_owned() };
        let page = self.page_url.to_owned();
        let opening = Opening { words, button, returns: None, linked: None, stop: None, steps: Vec::new(), page };
        Letter { opening, details: data(details) }
    }

    /// Where to pay what is open, if the storefront says.
    fn pay(&self, label: &str) -> Option<Button> {
        let open = self.view.due().minor > 0;
        let url = self.view.document.pay_url.as_ref().filter(|_| open)?;
        Some(Button { label: self.lang.say(label), url: url.as_str().to_owned() })
    }

    fn returns(&self) -> Option<Returns> {
        Returns::of(self.lang, self.shop, None)
    }

    fn linked(&self, status: Status) -> Option<String> {
        let shop = line(&self.shop.name, 60);
        linked::order(&shop, self.view.document, &self.number, self.page_url, status)
    }

    /// How far the order is.
    fn standing(&self) -> Status {
        let left = self.view.parcels.iter().any(|parcel| parcel.shipped_at.is_some());
        match self.view.called_off() {
            Some(_) => Status::Cancelled,
            None if self.view.delivered() => Status::Delivered,
            None if left => Status::InTransit,
            None if self.view.accepted() => Status::Processing,
            None => Status::PaymentDue,
        }
    }

    /// An amount in the order's currency.
    fn amount(&self, minor: i64) -> String {
        format::money(self.lang, self.view.document.money(minor))
    }

    fn day(&self, at: Timestamp) -> String {
        format::day(self.lang, at, &self.shop.time_zone)
    }

    /// A text of this mail's kind, about this order.
    fn say<const N: usize>(&self, key: &str, gaps: [(&'static str, &str); N]) -> String {
        let key = format!("{}-{key}", self.situation.kind.name());
        let number = ("number", self.number.as_str());
        let mut all = [number; 5];
        all[1..=N].copy_from_slice(&gaps);
        self.lang.say_with(&key, all.map(|(name, value)| (name, FluentValue::from(value))))
    }
}
