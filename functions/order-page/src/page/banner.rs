//! What the page says when mail to the customer comes back, and the form to correct the address.

use domain::personal::Email;
use domain::typo;
use domain::view::View;
use email::Lang;
use serde::Serialize;

/// What was wrong with what was sent. Of the proof nobody learns which of its two facts it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mistake {
    /// No address, or the one that does not work.
    Address,
    /// Something was left empty.
    Missing,
    /// The two facts are not this order's.
    Proof,
}

/// Mail to the customer comes back.
#[derive(Clone, Debug)]
pub(crate) struct Banner {
    address: String,
    /// What the address was probably meant to be, as far as it may be shown.
    guess: Option<String>,
    /// Where a mail waits to be confirmed.
    waiting: Option<String>,
    /// A try fitted just now, and may not be known yet.
    sent: bool,
    tries: usize,
    mistake: Option<Mistake>,
}

impl Banner {
    /// Nothing if there is no address at all.
    pub(crate) fn of(view: &View<'_>, provable: bool, mistake: Option<Mistake>, sent: bool) -> Option<Self> {
        let email = view.email()?;
        let newest = view.document.customer.email.as_ref().and_then(|storefront| view.customer.newest(storefront));
        let waiting = newest.filter(|(one, _)| !view.customer.is_confirmed(one)).map(|(_, of)| masked(&of.with));
        let tries = if provable { view.customer.tries_left() } else { 0 };
        let guess = typo::guess(email).map(|guess| known_host(&guess));
        Some(Self { address: masked(email), guess, waiting, sent, tries, mistake })
    }

    /// Whether it asks for something.
    pub(crate) const fn has_form(&self) -> bool {
        self.tries > 0
    }

    /// Its words.
    pub(super) fn words(&self, lang: &Lang) -> Words {
        let form = self.has_form();
        let mistake = self.mistake.filter(|_| form).map(|mistake| match mistake {
            Mistake::Address => lang.say("repair-mistake-address"),
            Mistake::Missing => lang.say("repair-mistake-missing"),
            Mistake::Proof => lang.say("repair-mistake-proof"),
        });
        let address_is_wrong = form && self.mistake == Some(Mistake::Address);
        let waiting = |address: &String| lang.say_with("repair-waiting", [("address", address.as_str().into())]);
        Words {
            lead: lang.say_with("repair-lead", [("address", self.address.as_str().into())]),
            waiting: self.waiting.as_ref().map(waiting).or_else(|| self.sent.then(|| lang.say("repair-sent"))),
            guess: self.guess.clone(),
            form,
            address_is_wrong,
            proof_is_wrong: mistake.is_some() && !address_is_wrong,
            mistake,
        }
    }
}

/// What the template shows.
#[derive(Serialize)]
pub(super) struct Words {
    lead: String,
    waiting: Option<String>,
    guess: Option<String>,
    form: bool,
    mistake: Option<String>,
    address_is_wrong: bool,
    proof_is_wrong: bool,
}

/// `ana@gmail.com` is `a…@g….com`: enough for its owner to know it.
pub(super) fn masked(email: &Email) -> String {
    let (local, domain) = email.reveal().rsplit_once('@').unwrap_or_default();
    let (host, top) = domain.rsplit_once('.').unwrap_or_default();
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    format!("{}…@{}….{top}", first(local), first(host))
}

/// `a…@gmail.com`: that a domain is among the most frequent ones tells nobody whose address it is.
fn known_host(email: &Email) -> String {
    let (local, domain) = email.reveal().rsplit_once('@').unwrap_or_default();
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_as_far_as_its_owner_needs() {
        for (address, shown) in [("ana.k@gmail.com", "a…@g….com"), ("b@mail.x.co.uk", "b…@m….uk")] {
            assert_eq!(masked(&Email::parse(address).expect("an address")), shown);
        }
    }
}
