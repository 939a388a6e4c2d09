//! Who ordered, and where to.

use domain::address::Address;
use domain::personal::Personal;
use serde::Deserialize;
use webhooks::wire::{Maybe, Text};

use crate::plain::{known, own_words};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Person {
    pub(super) email: Text,
    pub(super) phone: Text,
    first_name: Text,
    last_name: Text,
    email_marketing_consent: Maybe<Consent>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Consent {
    state: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Place {
    pub(super) phone: Text,
    name: Text,
    first_name: Text,
    last_name: Text,
    company: Text,
    address1: Text,
    address2: Text,
    city: Text,
    province: Text,
    province_code: Text,
    zip: Text,
    country_code: Text,
}

fn full(first: &Text, last: &Text) -> Option<Personal<String>> {
    let name: Vec<&str> = [first, last].into_iter().filter_map(Text::get).collect();
    own_words(Some(&name.join(" ")))
}

impl Person {
    pub(super) fn name(&self) -> Option<Personal<String>> {
        full(&self.first_name, &self.last_name)
    }

    /// Whether this person gets e-mails that are not about an order: `subscribed`, `not_subscribed`, `unsubscribed`, …
    pub(super) fn consent(&self) -> Option<&str> {
        self.email_marketing_consent.0.as_ref()?.state.get()
    }
}

impl Place {
    pub(super) fn name(&self) -> Option<Personal<String>> {
        full(&self.first_name, &self.last_name).or_else(|| own_words(self.name.get()))
    }

    pub(super) fn address(&self) -> Option<Address> {
        let part = |text: &Text| own_words(text.get()).unwrap_or_default();
        let lines = [&self.company, &self.address1, &self.address2].into_iter().map(|text| own_words(text.get()));
        // `TX` stands on labels; `JP-13` does not, and `ENG` neither.
        let british = self.country_code.get() == Some("GB");
        let letters = |code: &&Text| {
            !british && code.get().is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_alphabetic()))
        };
        known(Address {
            lines: std::iter::once(self.name()).chain(lines).flatten().collect(),
            postcode: part(&self.zip),
            city: part(&self.city),
            region: part(Some(&self.province_code).filter(letters).unwrap_or(&self.province)),
            country: self.country_code.get().map(str::to_uppercase).unwrap_or_default(),
        })
    }
}
