//! Text for people out of text for browsers.

use domain::address::Address;
use domain::personal::Personal;

/// Tags dropped, entities decoded once, white space single, at most 300 characters.
pub(crate) fn plain(html: &str) -> String {
    let text = without_tags(html);
    let text = html_escape::decode_html_entities(&text);
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(300).collect()
}

/// Plain text about a person; nothing when it is blank.
pub(crate) fn personal(text: Option<&str>) -> Option<Personal<String>> {
    text.map(plain).filter(|text| !text.is_empty()).map(Personal::new)
}

/// An address, unless nothing of it is known.
pub(crate) fn known(address: Address) -> Option<Address> {
    let place = [&address.postcode, &address.city, &address.region];
    let blank = address.lines.is_empty() && place.iter().all(|part| part.reveal().is_empty());
    (!blank || !address.country.is_empty()).then_some(address)
}

/// A `<` that no tag name follows is only a `<`.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (before, from) = rest.split_at(start);
        text.push_str(before);
        let tag = from[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
        if let Some(end) = from.find('>').filter(|_| tag) {
            text.push(' ');
            rest = &from[end + 1..];
        } else {
            text.push('<');
            rest = &from[1..];
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_are_decoded_once_and_never_html() {
        for (html, text) in [
            ("T-Shirt &ndash; Blue", "T-Shirt – Blue"),
            ("Salt &amp; Pepper", "Salt & Pepper"),
            ("5 &lt; 6 &amp;amp; 7", "5 < 6 &amp; 7"),
            ("<span class=\"x\">Cup</span>\n <br/>large", "Cup large"),
            ("a < b > c <3", "a < b > c <3"),
            ("&lt;script&gt;", "<script>"),
            ("<", "<"),
        ] {
            assert_eq!(plain(html), text);
        }
    }
}
