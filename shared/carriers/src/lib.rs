//! Carriers and their aggregators: one file a provider.

mod aftership;
mod asked;
mod dhl;
mod dhl_ecommerce;
mod easypost;
mod fedex;
mod karrio;
mod login;
mod meaning;
mod returned;
mod seventeen_track;
mod several;
mod ship24;
mod shippo;
mod standard;
mod ups;
mod usps;
mod watched;

use domain::fact::Tracking;

// One line a provider, by name.
webhooks::providers! {
    Tracking:
    aftership::AfterShip,
    dhl::Dhl,
    dhl_ecommerce::DhlEcommerce,
    easypost::EasyPost,
    fedex::FedEx,
    karrio::Karrio,
    seventeen_track::SeventeenTrack,
    ship24::Ship24,
    shippo::Shippo,
    standard::Standard,
    ups::Ups,
    usps::Usps,
}

/// Those whose documents can be fetched.
pub static SOURCES: &[&dyn webhooks::source::Source] = &[
    &aftership::AfterShip,
    &dhl::Dhl,
    &easypost::EasyPost,
    &fedex::FedEx,
    &karrio::Karrio,
    &seventeen_track::SeventeenTrack,
    &ship24::Ship24,
    &shippo::Shippo,
    &ups::Ups,
    &usps::Usps,
];

#[cfg(test)]
mod joined;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
