//! Klarna's Order Management: an order by its id.
//!
//! <https://docs.klarna.com/api/ordermanagement/#operation/getOrder>

use jiff::SignedDuration;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Open, Source, Step, Stuck, Talk};

use super::Klarna;
use super::managed::Order;

const API: &str = "https://api.klarna.com";

impl Source for Klarna {
    fn name(&self) -> &'static str {
        "klarna"
    }

    fn asks(&self, settings: &Settings) -> Option<SignedDuration> {
        settings.own("username").and(settings.own("password")).map(|_| SignedDuration::ZERO)
    }

    /// Only for an order of Order Management: what the newer webhooks call a payment request is none.
    fn asks_for(&self, open: &Open<'_>, settings: &Settings) -> Option<Hint> {
        self.asks(settings)?;
        match *open {
            Open::Payment { id } if !id.starts_with("krn:") => Hint::new("order", &[id]),
            _ => None,
        }
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let own = |name: &str| talk.settings.own(name).ok_or_else(|| Stuck::without(name));
        let Some(answer) = got.first() else {
            let base = Base::of(API, talk.settings)?;
            let ask = Ask::get(&base, &format!("/ordermanagement/v1/orders/{}", hint.id(0)));
            return Ok(Step::Ask(ask.basic(own("username")?, own("password")?)));
        };
        if !answer.is_there() {
            return Ok(Step::Gone);
        }
        let order: Order = answer.json("an order")?;
        let same = order.id.get() == Some(hint.id(0));
        same.then(|| Step::Done(vec![answer.body.reveal().clone()])).ok_or_else(|| Stuck::misread("an order"))
    }
}
