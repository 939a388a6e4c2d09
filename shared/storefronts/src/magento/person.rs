//! Who ordered, and where to: the same fields for both.

use domain::address::{Address, Customer};
use domain::personal::{Email, Personal};
use serde::Deserialize;
use webhooks::wire::{List, Text};

use crate::plain::{known, personal};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Person {
    firstname: Text,
    middlename: Text,
    lastname: Text,
    company: Text,
    street: List<Text>,
    city: Text,
    region: Text,
    region_code: Text,
    postcode: Text,
    country_id: Text,
    telephone: Text,
    email: Text,
}

/// A name of its parts.
pub(super) fn full_name(parts: [&Text; 3]) -> Option<Personal<String>> {
    let parts: Vec<&str> = parts.into_iter().filter_map(Text::get).collect();
    personal(Some(&parts.join(" ")))
}

impl Person {
    fn name(&self) -> Option<Personal<String>> {
        full_name([&self.firstname, &self.middlename, &self.lastname])
    }

    /// As whoever pays.
    pub(super) fn customer(&self) -> Customer {
        let email = self.email.get().and_then(|email| Email::parse(email).ok());
        Customer { email, name: self.name(), phone: personal(self.telephone.get()) }
    }

    pub(super) fn address(&self) -> Option<Address> {
        let part = |text: &Text| personal(text.get()).unwrap_or_default();
        let region = if self.region.get().is_some() { &self.region } else { &self.region_code };
        let lines = std::iter::once(&self.company).chain(&self.street.0).map(|text| personal(text.get()));
        known(Address {
            lines: std::iter::once(self.name()).chain(lines).flatten().take(8).collect(),
            postcode: part(&self.postcode),
            city: part(&self.city),
            region: part(region),
            country: self.country_id.get().map(str::to_uppercase).unwrap_or_default(),
        })
    }
}
