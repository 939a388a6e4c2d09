//! Whether somebody is who ordered: two facts that neither the page nor its link ever shows.

use domain::fact::Document;
use subtle::ConstantTimeEq;

/// How many of the phone number's last digits are asked for.
const DIGITS: usize = 4;

/// The two facts, as they are compared: only letters and digits count.
pub(crate) struct Proof {
    postcode: String,
    digits: String,
}

impl Proof {
    /// What would prove it; nothing if the storefront does not know both.
    pub(crate) fn of(document: &Document) -> Option<Self> {
        let postcode = plain(document.billing.as_ref()?.postcode.reveal());
        let phone = digits(document.customer.phone.as_ref()?.reveal());
        let last = phone.len().checked_sub(DIGITS).filter(|_| phone.len() >= DIGITS + 2)?;
        (postcode.len() >= 3).then(|| Self { postcode, digits: phone[last..].to_owned() })
    }

    /// Whether both fit. It takes the same time whichever does not, and nobody learns which.
    pub(crate) fn fits(&self, postcode: &str, last_digits: &str) -> bool {
        let (postcode, last_digits) = (plain(postcode), digits(last_digits));
        let same = |ours: &str, theirs: &str| ours.as_bytes().ct_eq(theirs.as_bytes());
        bool::from(same(&self.postcode, &postcode) & same(&self.digits, &last_digits))
    }
}

/// `SW1A 1AA` and `sw1a-1aa` are one postcode.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter_map(|c| c.to_digit(10)).filter_map(|digit| char::from_digit(digit, 10)).collect()
}

#[cfg(test)]
mod tests {
    use domain::address::Address;
    use domain::personal::Personal;
    use testing::stories::Story;

    use super::*;

    fn document(postcode: &str, phone: Option<&str>) -> Document {
        let mut document = Story::plain().document;
        let postcode = Personal::new(postcode.to_owned());
        document.billing = Some(Address { postcode, ..Address::default() });
        document.customer.phone = phone.map(|phone| Personal::new(phone.to_owned()));
        document
    }

    #[test]
    fn both_facts_must_fit_however_they_are_written() {
        let proof = Proof::of(&document("SW1A 1AA", Some("+44 20 7946-0958"))).expect("both are known");
        for (postcode, digits, fits) in [
            ("SW1A 1AA", "0958", true),
            ("sw1a1aa", " 09 58 ", true),
            ("SW1A 1AB", "0958", false),
            ("SW1A 1AA", "0959", false),
            ("SW1A 1AA", "958", false),
            ("SW1A 1AA", "60958", false),
            ("", "", false),
        ] {
            assert_eq!(proof.fits(postcode, digits), fits, "{postcode} {digits}");
        }
    }

    #[test]
    fn without_both_facts_nobody_can_prove_anything() {
        for (postcode, phone) in
            [("10115", None), ("", Some("+49301234567")), ("10115", Some("1234")), ("-", Some("n/a"))]
        {
            assert!(Proof::of(&document(postcode, phone)).is_none(), "{postcode} {phone:?}");
        }
        let mut nowhere = document("10115", Some("+49301234567"));
        nowhere.billing = None;
        assert!(Proof::of(&nowhere).is_none());
    }
}
