//! Carriers by all the names that storefronts and aggregators have for them, and the pages on which customers follow a number.

use super::TrackingNumber;
use crate::link::Link;

/// Whether two names can mean who carries one parcel: not only when both are known, different, and neither hands its parcels
/// over to another.
pub fn same_carrier(one: Option<&str>, other: Option<&str>) -> bool {
    match (one.and_then(carrier), other.and_then(carrier)) {
        (Some(one), Some(other)) => one.slug == other.slug || one.hands_over() || other.hands_over(),
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
    let alias = |c: &'static Carrier| c.prefixes.iter().filter(|p| plain.starts_with(**p)).map(|p| p.len()).max();
    CARRIERS.iter().filter_map(|c| Some((alias(c)?, c))).max_by_key(|(length, _)| *length).map(|(_, c)| c)
}

/// Those whose parcels another carrier brings to the door, under the same number.
const HAND_OVER: &[&str] = &["asendia", "cainiao", "chinapost", "fourpx", "yanwen", "yunexpress"];

impl Carrier {
    fn hands_over(&self) -> bool {
        HAND_OVER.contains(&self.slug)
    }

    /// The carrier's public page for a number; none for numbers that are not plain.
    pub fn page(&self, number: &TrackingNumber) -> Option<Link> {
        let text = number.as_str();
        filled(self.page, if self.slug == "usps" { without_postcode(text) } else { text })
    }
}

/// A public page that knows the numbers of most carriers, for parcels of which nobody says who carries them.
pub fn page_anywhere(number: &TrackingNumber) -> Option<Link> {
    filled(ANYWHERE, number.as_str())
}

/// A page's address for a number in which nothing has to be encoded, neither in a path nor in a query nor behind a `#`.
fn filled(page: &str, number: &str) -> Option<Link> {
    let plain = (6..=40).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if plain && !page.is_empty() { Link::parse(&page.replace("{n}", number)).ok() } else { None }
}

/// What a scanner reads of a label of USPS begins with the postcode that it goes to; their page knows the rest only.
fn without_postcode(number: &str) -> &str {
    let label = |digits: usize| {
        let rest = number.strip_prefix("420")?.get(digits..)?;
        (matches!(rest.len(), 22 | 26 | 30) && rest.starts_with('9')).then_some(rest)
    };
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    label(5).or_else(|| label(9)).filter(|_| digits).unwrap_or(number)
}

/// A link that a stranger gave, if it leads to a host of a carrier that we know.
pub fn known_page(text: &str) -> Option<Link> {
    let host = |url: &'static str| url.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    let given = Link::parse(text).ok()?;
    let pages = CARRIERS.iter().map(|carrier| carrier.page).chain(MORE_PAGES.iter().copied());
    let known = pages.filter_map(host).any(|host| {
        let rest = given.as_str().strip_prefix("https://").and_then(|rest| rest.strip_prefix(host));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    });
    known.then_some(given)
}

/// Where carriers have pages beside those that we make links to.
const MORE_PAGES: &[&str] = &[
    "https://jouw.postnl.nl/",
    "https://www.dhl.de/",
    "https://www.dpdgroup.com/",
    "https://www.postnord.dk/",
    "https://www.postnord.fi/",
    "https://www.postnord.no/",
];

/// Where numbers of carriers can be followed whose own page is of no use to customers elsewhere.
const ANYWHERE: &str = "https://t.17track.net/en#nums={n}";

macro_rules! carriers {
    ($($slug:literal $name:literal [$($prefix:literal),+] $page:expr;)+) => {
        /// Aliases are prefixes of the name's lower-case letters and digits.
        const CARRIERS: &[Carrier] =
            &[$(Carrier { slug: $slug, name: $name, prefixes: &[$($prefix),+], page: $page }),+];
    };
}

carriers! {
    "asendia" "Asendia" ["asendia"] "https://tracking.asendia.com/tracking/{n}";
    "australiapost" "Australia Post" ["australiapost", "auspost", "aupost"] "https://auspost.com.au/mypost/track/details/{n}";
    "austrianpost" "Austrian Post" ["austrianpost", "postat", "atpost"] "https://www.post.at/s/sendungsdetails?snr={n}";
    "bpost" "bpost" ["bpost", "bepost"] "https://track.bpost.cloud/btr/web/#/search?itemCode={n}&lang=en";
    "cainiao" "Cainiao" ["cainiao"] ANYWHERE;
    "canadapost" "Canada Post" ["canadapost", "capost"] "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={n}";
    "chinapost" "China Post" ["chinapost", "chinaems", "cnpost"] ANYWHERE;
    "chronopost" "Chronopost" ["chronopost"] "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={n}";
    "dhl" "DHL" ["dhl", "deutschepost", "depost"] "https://www.dhl.com/global-en/home/tracking.html?tracking-id={n}";
    "dpd" "DPD" ["dpd"] "https://tracking.dpd.de/status/en_US/parcel/{n}";
    "dpduk" "DPD UK" ["dpduk", "dpdlocal"] "https://track.dpd.co.uk/parcels/{n}";
    "evri" "Evri" ["evri", "hermesuk"] "https://www.evri.com/track/parcel/{n}";
    "fedex" "FedEx" ["fedex"] "https://www.fedex.com/fedextrack/?trknbr={n}";
    "fourpx" "4PX" ["4px", "fourpx"] ANYWHERE;
    "gls" "GLS" ["gls"] "https://gls-group.com/track/{n}";
    "laposte" "La Poste" ["laposte", "colissimo", "frpost"] "https://www.laposte.fr/outils/suivre-vos-envois?code={n}";
    "nzpost" "NZ Post" ["nzpost", "newzealandpost"] "https://www.nzpost.co.nz/tools/tracking?trackid={n}";
    "ontrac" "OnTrac" ["ontrac"] "https://www.ontrac.com/tracking/?number={n}";
    "parcelforce" "Parcelforce" ["parcelforce"] "https://www.parcelforce.com/track-trace?trackNumber={n}";
    "posten" "Posten" ["posten", "bring", "nopost"] "https://sporing.posten.no/sporing/{n}";
    "posti" "Posti" ["posti", "fipost"] "https://www.posti.fi/fi/seuranta#/lahetys/{n}";
    // Theirs asks for the address too, which is nobody's business.
    "postnl" "PostNL" ["postnl", "nlpost"] "";
    "postnord" "PostNord" ["postnord"] "https://www.postnord.se/en/our-tools/track-and-trace?shipmentId={n}";
    "purolator" "Purolator" ["purolator"] "https://www.purolator.com/en/shipping/tracker?searchValue={n}";
    "royalmail" "Royal Mail" ["royalmail", "gbpost"] "https://www.royalmail.com/track-your-item#/tracking-results/{n}";
    "swisspost" "Swiss Post" ["swisspost", "chpost"] "https://service.post.ch/ekp-web/ui/entry/search/{n}";
    "ups" "UPS" ["ups"] "https://www.ups.com/track?tracknum={n}";
    "usps" "USPS" ["usps", "uspost"] "https://tools.usps.com/go/TrackConfirmAction?tLabels={n}";
    "yanwen" "Yanwen" ["yanwen"] ANYWHERE;
    "yodel" "Yodel" ["yodel"] "https://www.yodel.co.uk/tracking/{n}";
    "yunexpress" "YunExpress" ["yunexpress", "yuntrack"] "https://www.yuntrack.com/parcelTracking?id={n}";
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
        assert!(same_carrier(Some("USPS"), Some("us-post")));
        assert!(!same_carrier(Some("DPD UK"), Some("DPD")));
        assert!(same_carrier(Some("China Post"), Some("La Poste")));
    }

    #[test]
    fn only_plain_numbers_get_a_link() {
        let ups = carrier("UPS").expect("a known carrier");
        let page = |text| TrackingNumber::parse(text).and_then(|n| ups.page(&n)).map(|l| l.as_str().to_owned());
        assert_eq!(page("1Z999AA10123456784"), Some("https://www.ups.com/track?tracknum=1Z999AA10123456784".into()));
        assert_eq!(page("1Z&x=\"y"), None);
        assert_eq!([page("1Z9"), page(&"1".repeat(41))], [None, None]);
    }

    #[test]
    fn pages_are_https_and_name_the_number_once() {
        let number = TrackingNumber::parse("AB-1234567").expect("a number");
        for carrier in CARRIERS.iter().filter(|carrier| !carrier.page.is_empty()) {
            assert_eq!(carrier.page.matches("{n}").count(), 1, "{}", carrier.name);
            let page = carrier.page(&number).unwrap_or_else(|| panic!("{} has no page", carrier.name));
            assert!(page.as_str().contains("AB-1234567") && !page.as_str().contains(['{', '}']), "{}", carrier.name);
        }
    }

    #[test]
    fn aliases_are_plain_and_find_their_own_carrier() {
        for known in CARRIERS {
            for alias in known.prefixes.iter().copied().chain([known.name]) {
                assert_eq!(carrier(alias).map(|found| found.slug), Some(known.slug), "{alias}");
            }
            let plain = |alias: &&str| alias.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            assert!(known.prefixes.iter().all(plain), "{}", known.name);
        }
    }

    #[test]
    fn the_page_of_usps_gets_no_postcode() {
        let usps = carrier("usps").expect("a known carrier");
        let page = |text| TrackingNumber::parse(text).and_then(|n| usps.page(&n)).map(|l| l.as_str().to_owned());
        let short = page("9400111206206406260787");
        assert_eq!(page("420787459400111206206406260787"), short);
        assert_eq!(page("4207874512349400111206206406260787"), short);
        assert_ne!(page("4209400111206206406260787"), short);
    }

    #[test]
    fn only_pages_of_carriers_are_taken_from_strangers() {
        for known in ["https://www.dhl.de/de/privatkunden.html?piececode=00340434292135100186", "https://www.ups.com"] {
            assert!(known_page(known).is_some(), "{known}");
        }
        for strange in [
            "https://evil.example/www.dhl.de",
            "https://www.dhl.de.evil.example/",
            "https://www.dhl.de:444/",
            "https://dhl.de@evil.example/",
            "http://www.dhl.de/",
        ] {
            assert!(known_page(strange).is_none(), "{strange}");
        }
    }
}
