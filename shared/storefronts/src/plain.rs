//! Text for people out of text for browsers, and out of plain text that strangers wrote.

use domain::address::Address;
use domain::personal::Personal;
use jiff::civil::Date;

/// Tags dropped, entities decoded once, white space single, at most 300 characters.
pub(crate) fn plain(html: &str) -> String {
    let text = without_tags(html);
    clean(&html_escape::decode_html_entities(&text))
}

/// What is plain text already: white space single, at most 300 characters.
pub(crate) fn clean(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(300).collect()
}

/// Plain text about a person; nothing when it is blank.
pub(crate) fn personal(text: Option<&str>) -> Option<Personal<String>> {
    text.map(plain).filter(|text| !text.is_empty()).map(Personal::new)
}

/// The same of what is plain text already.
pub(crate) fn own_words(text: Option<&str>) -> Option<Personal<String>> {
    text.map(clean).filter(|text| !text.is_empty()).map(Personal::new)
}

/// A language, plain enough to be looked up; whether we have its texts is not ours to know here.
pub(crate) fn language_tag(text: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    ((2..=35).contains(&text.len()) && text.bytes().all(plain)).then(|| text.replace('_', "-"))
}

/// The date that a delivery-date plug-in wrote, as `2026-03-22`, `2026/03/22` or `20260322`, whatever stands behind it.
/// Other spellings could be read in two ways.
pub(crate) fn promised(text: &str) -> Option<Date> {
    let digits = |from: usize, to: usize| text.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let separated = matches!(text.as_bytes(), [_, _, _, _, b'-' | b'/', _, _, b'-' | b'/', ..]);
    let ends = |at: usize| !text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let (month, day, end) = if separated { ((5, 7), (8, 10), 10) } else { ((4, 6), (6, 8), 8) };
    let number = |from: usize, to: usize| digits(from, to)?.parse::<i8>().ok();
    let year = digits(0, 4)?.parse::<i16>().ok()?;
    let date = Date::new(year, number(month.0, month.1)?, number(day.0, day.1)?).ok()?;
    (ends(end) && (2000..2200).contains(&year)).then_some(date)
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
    use super::{plain, promised};

    #[test]
    fn promised_days_are_read_where_they_can_be_read_in_one_way_only() {
        let day = jiff::civil::date(2026, 3, 22);
        for text in ["2026-03-22", "2026/03/22", "20260322", "2026-03-22T10:00:00+02:00", "2026-03-22 (10-12)"] {
            assert_eq!(promised(text), Some(day), "{text}");
        }
        for text in
            ["", "22.03.2026", "03/22/2026", "2026-13-01", "1774180800", "2026", "202603221", "2026-3-2", "ż26-03-22"]
        {
            assert_eq!(promised(text), None, "{text}");
        }
    }

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
