//! Who ordered, and where to: the same fields for both.

use domain::address::Address;
use domain::personal::Personal;
use serde::Deserialize;
use webhooks::wire::Text;

use crate::plain::{known, own_words};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Person {
    name: Text,
    company_name: Text,
    street: Text,
    city: Text,
    country_code: Text,
    postal_code: Text,
    state_or_province_code: Text,
    state_or_province_name: Text,
    phone: Text,
}

impl Person {
    pub(super) fn name(&self) -> Option<Personal<String>> {
        own_words(self.name.get())
    }

    pub(super) fn phone(&self) -> Option<Personal<String>> {
        own_words(self.phone.get())
    }

    pub(super) fn address(&self) -> Option<Address> {
        let part = |text: &Text| own_words(text.get()).unwrap_or_default();
        // Its lines in one text.
        let street = self.street.get().unwrap_or_default().lines().filter_map(|line| own_words(Some(line)));
        let region = [&self.state_or_province_code, &self.state_or_province_name];
        let region = region.into_iter().find(|text| text.get().is_some());
        known(Address {
            lines: [self.name(), own_words(self.company_name.get())]
                .into_iter()
                .flatten()
                .chain(street)
                .take(8)
                .collect(),
            postcode: part(&self.postal_code),
            city: part(&self.city),
            region: region.map(part).unwrap_or_default(),
            country: self.country_code.get().map(str::to_uppercase).unwrap_or_default(),
        })
    }
}
