//! Who ordered, and where to: the same fields for both.

use domain::address::{Address, Customer};
use domain::personal::{Email, Personal};
use serde::Deserialize;
use webhooks::wire::Text;

use crate::plain::{known, personal};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Person {
    first_name: Text,
    last_name: Text,
    company: Text,
    address_1: Text,
    address_2: Text,
    city: Text,
    state: Text,
    postcode: Text,
    country: Text,
    email: Text,
    phone: Text,
}

impl Person {
    fn name(&self) -> Option<Personal<String>> {
        let name: Vec<&str> = [&self.first_name, &self.last_name].into_iter().filter_map(Text::get).collect();
        personal(Some(&name.join(" ")))
    }

    /// Who pays; what is not known of them, the one who gets the goods may tell.
    pub(super) fn customer(billing: Option<&Self>, shipping: Option<&Self>) -> Customer {
        let email = billing.and_then(|person| Email::parse(person.email.get()?).ok());
        let mut people = [billing, shipping].into_iter().flatten();
        let phone = people.clone().find_map(|person| personal(person.phone.get()));
        Customer { email, name: people.find_map(Self::name), phone }
    }

    pub(super) fn has_place(&self) -> bool {
        [&self.address_1, &self.postcode, &self.city].into_iter().any(|part| part.get().is_some())
    }

    pub(super) fn address(&self) -> Option<Address> {
        let part = |text: &Text| personal(text.get()).unwrap_or_default();
        let lines = [&self.company, &self.address_1, &self.address_2].into_iter().map(|text| personal(text.get()));
        let address = Address {
            lines: std::iter::once(self.name()).chain(lines).flatten().collect(),
            postcode: part(&self.postcode),
            city: part(&self.city),
            region: part(&self.state),
            country: self.country.get().map(str::to_uppercase).unwrap_or_default(),
        };
        known(address)
    }
}
