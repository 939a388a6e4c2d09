//! Who ordered, and where to: the same fields for both.

use domain::address::{Address, Customer};
use domain::personal::{Email, Personal};
use serde::Deserialize;
use webhooks::wire::{List, Text};

use crate::plain::{known, own_words};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Person {
    first_name: Text,
    last_name: Text,
    company: Text,
    street_1: Text,
    street_2: Text,
    city: Text,
    state: Text,
    zip: Text,
    country_iso2: Text,
    phone: Text,
    email: Text,
    form_fields: List<Field>,
    pub(super) shipping_method: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Field {
    name: Text,
    value: Text,
}

impl Person {
    fn name(&self) -> Option<Personal<String>> {
        let name: Vec<&str> = [&self.first_name, &self.last_name].into_iter().filter_map(Text::get).collect();
        own_words(Some(&name.join(" ")))
    }

    pub(super) fn customer(&self) -> Customer {
        let email = self.email.get().and_then(|email| Email::parse(email).ok());
        Customer { email, name: self.name(), phone: own_words(self.phone.get()) }
    }

    pub(super) fn address(&self) -> Option<Address> {
        let part = |text: &Text| own_words(text.get()).unwrap_or_default();
        let lines = [&self.company, &self.street_1, &self.street_2].into_iter().map(|text| own_words(text.get()));
        known(Address {
            lines: std::iter::once(self.name()).chain(lines).flatten().collect(),
            postcode: part(&self.zip),
            city: part(&self.city),
            region: part(&self.state),
            country: self.country_iso2.get().map(str::to_uppercase).unwrap_or_default(),
        })
    }

    /// What the customer wrote into a field that the shop added.
    pub(super) fn field(&self, wanted: &str) -> Option<&str> {
        self.form_fields.0.iter().filter(|field| field.name.get() == Some(wanted)).find_map(|field| field.value.get())
    }
}
