//! Where an order came from: campaign fields and click ids, out of the address that the customer first came to.

use std::collections::BTreeMap;

/// What advertisers add to a link to know a click again.
const CLICK_IDS: [&str; 14] = [
    "dclid",
    "epik",
    "fbclid",
    "gbraid",
    "gclid",
    "irclickid",
    "li_fat_id",
    "msclkid",
    "rdt_cid",
    "sccid",
    "ttclid",
    "twclid",
    "wbraid",
    "yclid",
];

/// The campaign fields and click ids in an address or a path: at most 20, of at most 200 characters.
pub(crate) fn of_address(address: &str) -> BTreeMap<String, String> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let fields = form_urlencoded::parse(query.as_bytes());
    fields.filter_map(|(name, value)| field(&name, &value)).take(20).collect()
}

/// A field by its name, if it is one of these and says something.
pub(crate) fn field(name: &str, value: &str) -> Option<(String, String)> {
    let name = name.to_ascii_lowercase();
    let utm = name.strip_prefix("utm_").is_some_and(|rest| {
        (1..=30).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    });
    let value: String = value.trim().chars().filter(|c| !c.is_control()).take(200).collect();
    ((utm || CLICK_IDS.contains(&name.as_str())) && !value.is_empty()).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::of_address;

    #[test]
    fn campaigns_and_clicks_are_read_and_nothing_else() {
        let read = |address: &str| of_address(address).into_iter().collect::<Vec<_>>();
        let address = "/tee?utm_source=news+letter&UTM_Campaign=spring%20&gclid=Cj0&q=secret&utm_=x&utm_id=#utm_term=y";
        let expected = [("gclid", "Cj0"), ("utm_campaign", "spring"), ("utm_source", "news letter")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(read(address), expected);
        assert_eq!(read("https://shop.example.com/"), []);
    }
}
