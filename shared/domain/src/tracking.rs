//! Parcels: numbers and carriers as they can be compared, and the states of a parcel in our words.

use serde::{Deserialize, Serialize};

/// A tracking number as every source can be made to write it: no blanks, upper case, leading zeros kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TrackingNumber(String);

impl TrackingNumber {
    /// Normalises; a text without a letter or digit is no number.
    pub fn parse(text: &str) -> Option<Self> {
        let number: String =
            text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).take(60).collect();
        number.chars().any(char::is_alphanumeric).then_some(Self(number))
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a parcel is. Being late is an attribute, not a state: a late parcel is still in transit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParcelState {
    /// A label exists; nobody has the parcel yet.
    PreTransit,
    /// The carrier has it.
    Accepted,
    /// On its way.
    InTransit,
    /// Something is wrong on its way.
    Exception,
    /// With the courier, today.
    OutForDelivery,
    /// The courier did not get rid of it.
    DeliveryAttempted,
    /// Waiting where the customer can fetch it.
    AvailableForPickup,
    /// With the customer.
    Delivered,
    /// On its way back to the shop.
    ReturnToSender,
    /// Back at the shop.
    Returned,
    /// The carrier gave up looking.
    Lost,
    /// The source stopped watching: says nothing of the parcel.
    Expired,
    /// The label was voided.
    Cancelled,
}

impl ParcelState {
    /// Decides between two states of one second, and which state of a day's scans counts.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Expired => 0,
            Self::PreTransit => 1,
            Self::Cancelled | Self::Accepted => 2,
            Self::InTransit | Self::Exception => 3,
            Self::OutForDelivery => 4,
            Self::DeliveryAttempted | Self::AvailableForPickup => 5,
            Self::ReturnToSender => 6,
            Self::Lost => 7,
            Self::Returned => 8,
            Self::Delivered => 9,
        }
    }

    /// On its way back, or back: a later "delivered" means delivered to the shop.
    pub const fn is_return(self) -> bool {
        matches!(self, Self::ReturnToSender | Self::Returned)
    }

    /// The carrier has or had it.
    pub const fn has_left(self) -> bool {
        !matches!(self, Self::PreTransit | Self::Expired | Self::Cancelled)
    }
}

/// Whether two names can mean one carrier: unequal only when both are known and different.
pub fn same_carrier(one: Option<&str>, other: Option<&str>) -> bool {
    match (one.and_then(carrier), other.and_then(carrier)) {
        (Some(one), Some(other)) => one.slug == other.slug,
        _ => true,
    }
}

/// A carrier that we know by name.
#[derive(Clone, Copy, Debug)]
pub struct Carrier {
    slug: &'static str,
    /// As customers know it.
    pub name: &'static str,
    prefixes: &'static [&'static str],
    page: &'static str,
}

/// Finds a carrier by any name that storefronts and aggregators use for it.
pub fn carrier(name: &str) -> Option<&'static Carrier> {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    // The longest alias wins, so that `dpduk` is not read as `dpd`.
    let alias = |c: &&'static Carrier| c.prefixes.iter().filter(|p| plain.starts_with(**p)).map(|p| p.len()).max();
    CARRIERS.iter().filter(|c| alias(c).is_some()).max_by_key(|c| alias(c))
}

impl Carrier {
    /// The carrier's public page for a number; none for numbers that are not plain.
    pub fn page(&self, number: &TrackingNumber) -> Option<crate::link::Link> {
        let text = number.as_str();
        let plain = (6..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if plain && !self.page.is_empty() {
            crate::link::Link::parse(&self.page.replace("{n}", text)).ok()
        } else {
            None
        }
    }
}

macro_rules! carriers {
    ($($slug:literal $name:literal [$($prefix:literal),+] $page:literal;)+) => {
        /// Aliases are prefixes of the name's lower-case letters and digits.
        const CARRIERS: &[Carrier] =
            &[$(Carrier { slug: $slug, name: $name, prefixes: &[$($prefix),+], page: $page }),+];
    };
}

carriers! {
    "australiapost" "Australia Post" ["australiapost", "auspost"] "https://auspost.com.au/mypost/track/details/{n}";
    "austrianpost" "Austrian Post" ["austrianpost", "postat"] "https://www.post.at/s/sendungsdetails?snr={n}";
    "bpost" "bpost" ["bpost"] "https://track.bpost.cloud/btr/web/#/search?itemCode={n}&lang=en";
    "canadapost" "Canada Post" ["canadapost"] "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={n}";
    "chronopost" "Chronopost" ["chronopost"] "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={n}";
    "dhl" "DHL" ["dhl", "deutschepost"] "https://www.dhl.com/global-en/home/tracking.html?tracking-id={n}";
    "dpd" "DPD" ["dpd"] "https://tracking.dpd.de/status/en_US/parcel/{n}";
    "dpduk" "DPD UK" ["dpduk", "dpdlocal"] "https://track.dpd.co.uk/parcels/{n}";
    "evri" "Evri" ["evri", "hermesuk"] "https://www.evri.com/track/parcel/{n}";
    "fedex" "FedEx" ["fedex"] "https://www.fedex.com/fedextrack/?trknbr={n}";
    "gls" "GLS" ["gls"] "https://gls-group.com/track/{n}";
    "laposte" "La Poste" ["laposte", "colissimo"] "https://www.laposte.fr/outils/suivre-vos-envois?code={n}";
    "nzpost" "NZ Post" ["nzpost", "newzealandpost"] "https://www.nzpost.co.nz/tools/tracking?trackid={n}";
    "ontrac" "OnTrac" ["ontrac"] "https://www.ontrac.com/tracking/?number={n}";
    "parcelforce" "Parcelforce" ["parcelforce"] "https://www.parcelforce.com/track-trace?trackNumber={n}";
    "postnl" "PostNL" ["postnl"] "";
    "postnord" "PostNord" ["postnord"] "https://www.postnord.se/en/our-tools/track-and-trace?shipmentId={n}";
    "purolator" "Purolator" ["purolator"] "https://www.purolator.com/en/shipping/tracker?searchValue={n}";
    "royalmail" "Royal Mail" ["royalmail"] "https://www.royalmail.com/track-your-item#/tracking-results/{n}";
    "swisspost" "Swiss Post" ["swisspost"] "https://service.post.ch/ekp-web/ui/entry/search/{n}";
    "ups" "UPS" ["ups"] "https://www.ups.com/track?tracknum={n}";
    "usps" "USPS" ["usps"] "https://tools.usps.com/go/TrackConfirmAction?tLabels={n}";
    "yodel" "Yodel" ["yodel"] "https://www.yodel.co.uk/tracking/{n}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carriers_veto_only_when_both_are_known_and_different() {
        assert!(same_carrier(Some("DHLExpress"), Some("dhl-germany")));
        assert!(same_carrier(None, Some("UPS")));
        assert!(same_carrier(Some("Bob's bikes"), Some("UPS")));
        assert!(!same_carrier(Some("USPS"), Some("UPS")));
        assert!(!same_carrier(Some("DPD UK"), Some("DPD")));
    }

    #[test]
    fn numbers_are_compared_without_blanks_and_case() {
        assert_eq!(TrackingNumber::parse(" 9400 1112 a "), TrackingNumber::parse("94001112A"));
        assert_eq!(TrackingNumber::parse(" - "), None);
    }

    #[test]
    fn only_plain_numbers_get_a_link() {
        let ups = carrier("UPS").expect("a known carrier");
        let page = |text| TrackingNumber::parse(text).and_then(|n| ups.page(&n)).map(|l| l.as_str().to_owned());
        assert_eq!(page("1Z999AA10123456784"), Some("https://www.ups.com/track?tracknum=1Z999AA10123456784".into()));
        assert_eq!(page("1Z&x=\"y"), None);
    }
}
