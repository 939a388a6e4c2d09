//! Whose a number could be, by its shape and its check digit: a suggestion for people who look, and never a decision.
//!
//! The formats are those of <https://github.com/jkeen/tracking_number_data>. Of numbers that are digits only, one in ten
//! passes for another carrier's, and of some lengths each; parcels are told by the carrier that stands beside their number.

use super::TrackingNumber;

/// A carrier whose numbers look so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// As customers know it.
    pub carrier: &'static str,
    /// Few other numbers look so. Of those that do not, only the carriers that a shop uses are worth showing.
    pub distinct: bool,
}

/// Whose a number could be, likeliest first.
pub fn suggestions(number: &TrackingNumber) -> Vec<Suggestion> {
    let text = number.as_str();
    let mut all: Vec<Suggestion> = Vec::new();
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let post = || post(text).map(|carrier| Suggestion { carrier, distinct: true });
        let looks = FORMATS.iter().filter(|(.., looks)| looks(text));
        all.extend(
            post().into_iter().chain(looks.map(|(carrier, distinct, _)| Suggestion { carrier, distinct: *distinct })),
        );
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|suggestion| seen.insert(suggestion.carrier));
    }
    all
}

impl TrackingNumber {
    /// A number of the Universal Postal Union (S10), under which one post takes a parcel and another one brings it.
    pub fn is_postal(&self) -> bool {
        let text = self.as_str();
        let letters = |range: std::ops::Range<usize>| {
            text.get(range).is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_uppercase()))
        };
        let Some(digits) = text.get(2..11).filter(|digits| text.len() == 13 && is_digits(digits)) else { return false };
        let check = match sum(&digits[..8], &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
            0 => 5,
            1 => 0,
            rest => 11 - rest,
        };
        letters(0..2) && letters(11..13) && ends_in(digits, check)
    }
}

/// The post that a number of the Universal Postal Union was given by.
fn post(text: &str) -> Option<&'static str> {
    let country = text.get(11..).filter(|_| TrackingNumber(text.to_owned()).is_postal())?;
    Some(match country {
        "AT" => "Austrian Post",
        "AU" => "Australia Post",
        "BE" => "bpost",
        "CA" => "Canada Post",
        "CH" => "Swiss Post",
        "CN" => "China Post",
        "DE" => "DHL",
        "DK" | "SE" => "PostNord",
        "FI" => "Posti",
        "FR" => "La Poste",
        "GB" => "Royal Mail",
        "NL" => "PostNL",
        "NO" => "Posten",
        "NZ" => "NZ Post",
        "US" => "USPS",
        _ => return None,
    })
}

/// Whose, whether few others look so, and what it looks like.
type Format = (&'static str, bool, fn(&str) -> bool);

/// Likeliest first.
const FORMATS: &[Format] = &[
    ("UPS", true, |n| {
        let body = n.strip_prefix("1Z").filter(|body| body.len() == 16);
        body.is_some_and(|body| ends_in(body, tens(&body[..15], [1, 2])))
    }),
    ("UPS", true, |n| led(n, "AHJKTV").is_some_and(|rest| rest.len() == 10 && checked(rest, [1, 2]))),
    ("Amazon", true, |n| ["TBA", "TBC", "TBM"].iter().any(|p| digits_after(n, p, 12))),
    ("YunExpress", true, |n| digits_after(n, "YT", 16)),
    ("GOFO", true, |n| digits_after(n, "GFUS", 14)),
    ("SpeeDee", true, |n| digits_after(n, "SP", 18)),
    ("Landmark", true, |n| n.strip_suffix("N1").is_some_and(|rest| digits_after(rest, "LTN", 8))),
    ("Canpar", true, |n| led(n, "CDKLSUXZ").is_some_and(|rest| rest.len() == 21 && is_digits(rest))),
    ("OnTrac", true, |n| ["C4", "D5"].iter().any(|lead| ontrac(n, lead))),
    ("LaserShip", true, |n| digits_after(n, "1LSCX", 10)),
    ("LaserShip", true, |n| {
        let [b'L', kind, region, rest @ ..] = n.as_bytes() else { return false };
        b"AIEHNX".contains(kind) && b"123".contains(region) && rest.len() == 7 && rest.iter().all(u8::is_ascii_digit)
    }),
    ("Yodel", true, |n| digits_after(n, "JD", 16) || digits_after(n, "JJD", 16)),
    ("DHL", true, |n| {
        let letters = n.bytes().take_while(u8::is_ascii_uppercase).count();
        n.starts_with('J')
            && (3..=4).contains(&letters)
            && (9..=10).contains(&(n.len() - letters))
            && is_digits(&n[letters..])
    }),
    ("DHL", true, |n| {
        let known = ["GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"];
        let rest = known.iter().find_map(|prefix| n.strip_prefix(prefix));
        (10..=39).contains(&n.len()) && rest.is_some_and(|rest| rest.bytes().any(|byte| byte.is_ascii_digit()))
    }),
    ("DPD", true, |n| matches!(n.len(), 15 | 28) && is_digits(&n[..n.len() - 1]) && !is_digits(n) && thirty_seven(n)),
    ("Purolator", true, |n| n.len() == 12 && n.bytes().take(3).all(|b| b.is_ascii_uppercase()) && is_digits(&n[3..])),
    ("USPS", true, |n| {
        let label = |digits: usize| n.strip_prefix("420").and_then(|rest| rest.get(digits..));
        [label(5), label(9)].into_iter().flatten().any(|rest| rest.len() == 22 && impb(rest))
    }),
    ("USPS", false, |n| matches!(n.len(), 22 | 26 | 30) && impb(n)),
    ("FedEx", false, |n| n.len() == 34 && is_digits(n) && elevens(&n[20..], &[1, 7, 3])),
    ("FedEx", false, |n| n.len() == 22 && n.starts_with("96") && checked(&n[7..], [1, 3])),
    ("FedEx", false, |n| n.len() == 32 && is_digits(n) && elevens(&n[16..28], &[3, 1, 7])),
    ("USPS", false, |n| n.len() == 20 && checked(n, [3, 1])),
    ("FedEx", false, |n| n.len() == 18 && checked(&n[2..], [3, 1]) && is_digits(n)),
    ("FedEx", false, |n| n.len() == 15 && checked(n, [1, 3])),
    ("FedEx", false, |n| n.len() == 12 && is_digits(n) && elevens(n, &[3, 1, 7])),
    ("Canada Post", false, |n| n.len() == 16 && checked(n, [3, 1])),
    ("DPD", false, |n| matches!(n.len(), 15 | 28) && is_digits(n) && thirty_seven(n)),
    ("Purolator", false, |n| n.len() == 12 && n.as_bytes()[0] <= b'5' && luhn(n)),
    ("Old Dominion", false, |n| {
        n.len() == 11 && ["777", "778", "072", "780", "80"].iter().any(|lead| n.starts_with(lead)) && luhn(n)
    }),
    ("DHL", false, |n| matches!(n.len(), 10 | 11) && is_digits(n) && sevens(n)),
    ("DHL", false, |n| n.len() == 14 && is_digits(n)),
];

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits_after(text: &str, prefix: &str, count: usize) -> bool {
    text.strip_prefix(prefix).is_some_and(|rest| rest.len() == count && is_digits(rest))
}

/// What stands behind one of these letters.
fn led<'a>(text: &'a str, letters: &str) -> Option<&'a str> {
    text.strip_prefix(|first| letters.contains(first))
}

fn value(byte: u8) -> u32 {
    // Letters count as UPS has them: A is 2, H is 9, I is 0.
    u32::from(if byte.is_ascii_digit() { byte - b'0' } else { byte.wrapping_sub(3) % 10 })
}

/// The sum of products; weights begin anew when they end.
fn sum(text: &str, weights: &[u32]) -> u32 {
    text.bytes().zip(weights.iter().cycle()).map(|(byte, weight)| value(byte) * weight).sum()
}

fn ends_in(text: &str, check: u32) -> bool {
    text.bytes().last().is_some_and(|last| last.is_ascii_digit() && value(last) == check)
}

/// What is missing to the next ten, with weights from the left.
fn tens(serial: &str, weights: [u32; 2]) -> u32 {
    (10 - sum(serial, &weights) % 10) % 10
}

/// Digits of which the last one is the check of the others.
fn checked(text: &str, weights: [u32; 2]) -> bool {
    is_digits(text) && ends_in(text, tens(&text[..text.len() - 1], weights))
}

fn elevens(text: &str, weights: &[u32]) -> bool {
    ends_in(text, sum(&text[..text.len() - 1], weights) % 11 % 10)
}

fn sevens(text: &str) -> bool {
    let serial = text[..text.len() - 1].parse::<u64>().unwrap_or_default();
    u32::try_from(serial % 7).is_ok_and(|rest| ends_in(text, rest))
}

fn luhn(text: &str) -> bool {
    let twice = |digit: u32| digit * 2 - if digit > 4 { 9 } else { 0 };
    let digits = text.bytes().rev().map(value).enumerate();
    let sum: u32 = digits.map(|(place, digit)| if place % 2 == 1 { twice(digit) } else { digit }).sum();
    is_digits(text) && sum.is_multiple_of(10)
}

/// A label of USPS: 91 to 95, the check digit last, three times what stands next to it.
fn impb(text: &str) -> bool {
    let led = ["91", "92", "93", "94", "95"].iter().any(|lead| text.starts_with(lead));
    // Of 22, 26 and 30 digits 21, 25 and 29 are before the check: the first of them weighs as the last does.
    led && checked(text, [3, 1])
}

/// A letter that stands for a digit before thirteen others and the check.
fn ontrac(text: &str, lead: &str) -> bool {
    let (letter, digit) = lead.split_at(1);
    text.strip_prefix(letter).is_some_and(|rest| rest.len() == 14 && checked(&format!("{digit}{rest}"), [1, 2]))
}

/// ISO 7064, modulus 37, 36.
fn thirty_seven(text: &str) -> bool {
    let place = |byte: u8| char::from(byte).to_digit(36).unwrap_or_default();
    let folded = text.bytes().rev().skip(1).collect::<Vec<u8>>().into_iter().rev().fold(36, |carry, byte| {
        let carry = carry + place(byte);
        let carry = 2 * if carry > 36 { carry - 36 } else { carry };
        if carry > 36 { carry - 37 } else { carry }
    });
    text.bytes().last().is_some_and(|last| place(last) == (37 - folded) % 36)
}

#[cfg(test)]
mod tests;
