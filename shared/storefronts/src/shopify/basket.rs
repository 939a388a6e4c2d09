//! A checkout: a basket that is no order yet, or became one.

use domain::address::Customer;
use domain::fact::{Basket, Checkout, Document, Line, Needs};
use domain::link::Link;
use domain::personal::Email;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::lines::Item;
use super::person::Person;
use crate::plain::language_tag;

/// Of what somebody filled in who ordered nothing, only what a reminder needs is read.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Begun {
    token: Text,
    created_at: Text,
    updated_at: Text,
    completed_at: Text,
    abandoned_checkout_url: Text,
    email: Text,
    buyer_accepts_marketing: Text,
    currency: Text,
    customer_locale: Text,
    customer: Maybe<Person>,
    line_items: List<Item>,
}

impl Begun {
    pub(super) fn checkout(&self) -> Result<Checkout, Unreadable> {
        let token = self.token.required("token")?;
        let at = self.updated_at.utc().or_else(|| self.created_at.utc()).ok_or_else(|| missing("updated_at"))?;
        let currency = self.currency.currency("currency")?;
        if self.completed_at.get().is_some() {
            return Ok(Checkout::ordered(token, at, currency));
        }
        let email = self.email();
        let resume = self.abandoned_checkout_url.get().and_then(|url| Link::parse(url).ok());
        let basket = Basket { resume, consent: self.consent(), ordered: false };
        let person = self.customer.0.as_ref();
        let document = Document {
            lines: self.line_items.0.iter().enumerate().map(line).collect(),
            customer: Customer { email, name: person.and_then(Person::name), phone: None },
            locale: self.customer_locale.get().and_then(language_tag),
            ..Document::of_basket(self.created_at.utc().unwrap_or(at), currency, basket)
        };
        Ok(Checkout { id: Basket::id(token), at, test: false, status: None, document })
    }

    fn email(&self) -> Option<Email> {
        let person = self.customer.0.as_ref().and_then(|person| person.email.get());
        self.email.get().or(person).and_then(|email| Email::parse(email).ok())
    }

    /// What the customer's address is noted for counts before the checkout's own box, which may have been ticked for them; and
    /// only for that address. Who unsubscribed, or has not confirmed yet, did not agree.
    fn consent(&self) -> bool {
        let other = |person: &&Person| match (self.email.get(), person.email.get()) {
            (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
            (one, other) => one.is_none() || other.is_none(),
        };
        match self.customer.0.as_ref().filter(other).and_then(Person::consent) {
            Some("subscribed") => true,
            Some("not_subscribed") | None => self.buyer_accepts_marketing.yes(),
            Some(_) => false,
        }
    }
}

/// So many of a thing. What it costs may be another thing once it is ordered.
fn line((index, item): (usize, &Item)) -> Line {
    let needs = if item.travels() { Needs::Shipping } else { Needs::Nothing };
    Line { total: 0, needs, ..item.line((index + 1).to_string(), item.ordered()) }
}
