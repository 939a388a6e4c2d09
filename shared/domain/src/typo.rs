//! A guess at what an address was meant to be, when mail to it does not arrive. Only ever offered, never applied.

use crate::personal::Email;

/// Where most people have their mail, most people first: of two that are as near, the first is meant.
const DOMAINS: &[&str] = &[
    "gmail.com",
    "hotmail.com",
    "yahoo.com",
    "outlook.com",
    "icloud.com",
    "aol.com",
    "live.com",
    "msn.com",
    "me.com",
    "mac.com",
    "mail.com",
    "email.com",
    "ymail.com",
    "rocketmail.com",
    "googlemail.com",
    "protonmail.com",
    "proton.me",
    "pm.me",
    "hey.com",
    "fastmail.com",
    "zoho.com",
    "comcast.net",
    "verizon.net",
    "att.net",
    "sbcglobal.net",
    "bellsouth.net",
    "cox.net",
    "charter.net",
    "gmx.de",
    "web.de",
    "t-online.de",
    "gmx.net",
    "freenet.de",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "arcor.de",
    "posteo.de",
    "mailbox.org",
    "yahoo.de",
    "hotmail.de",
    "outlook.de",
    "live.de",
    "1und1.de",
    "vodafone.de",
    "aon.at",
    "chello.at",
    "a1.net",
    "bluewin.ch",
    "hispeed.ch",
    "sunrise.ch",
    "yahoo.co.uk",
    "hotmail.co.uk",
    "outlook.co.uk",
    "live.co.uk",
    "btinternet.com",
    "sky.com",
    "virginmedia.com",
    "talktalk.net",
    "ntlworld.com",
    "eircom.net",
    "orange.fr",
    "laposte.net",
    "free.fr",
    "wanadoo.fr",
    "sfr.fr",
    "yahoo.fr",
    "hotmail.fr",
    "outlook.fr",
    "live.fr",
    "neuf.fr",
    "bbox.fr",
    "libero.it",
    "yahoo.it",
    "hotmail.it",
    "outlook.it",
    "live.it",
    "alice.it",
    "tiscali.it",
    "virgilio.it",
    "tin.it",
    "yahoo.es",
    "hotmail.es",
    "outlook.es",
    "telefonica.net",
    "sapo.pt",
    "ziggo.nl",
    "kpnmail.nl",
    "hotmail.nl",
    "live.nl",
    "outlook.nl",
    "planet.nl",
    "home.nl",
    "xs4all.nl",
    "telenet.be",
    "skynet.be",
    "hotmail.be",
    "live.be",
    "seznam.cz",
    "email.cz",
    "centrum.cz",
    "post.cz",
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "interia.pl",
    "gmail.pl",
    "azet.sk",
    "zoznam.sk",
    "freemail.hu",
    "citromail.hu",
    "indamail.hu",
    "mail.ru",
    "yandex.ru",
    "abv.bg",
    "hotmail.se",
    "live.se",
    "telia.com",
    "hotmail.dk",
    "live.dk",
    "online.no",
    "hotmail.no",
    "live.no",
    "yahoo.ca",
    "hotmail.ca",
    "rogers.com",
    "shaw.ca",
    "bigpond.com",
    "optusnet.com.au",
    "yahoo.com.au",
    "yahoo.com.br",
    "uol.com.br",
    "bol.com.br",
    "terra.com.br",
    "yahoo.co.in",
    "rediffmail.com",
    "qq.com",
    "163.com",
    "naver.com",
    "yahoo.co.jp",
];

/// The address that was probably meant, if its domain is one or two slips from one that most people have.
pub fn guess(address: &Email) -> Option<Email> {
    let (local, domain) = address.reveal().rsplit_once('@')?;
    if DOMAINS.contains(&domain) {
        return None;
    }
    // In a short name two slips leave nothing of it.
    let most = if domain.len() < 9 { 1 } else { 2 };
    let near = DOMAINS.iter().map(|known| (strsim::osa_distance(domain, known), known));
    let (_, meant) = near.filter(|(slips, _)| *slips <= most).min_by_key(|(slips, _)| *slips)?;
    Email::parse(&format!("{local}@{meant}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(domain: &str) -> Option<String> {
        let address = Email::parse(&format!("Ana.K@{domain}")).expect("an address");
        guess(&address).map(|guess| guess.reveal().to_owned())
    }

    #[test]
    fn slips_of_frequent_domains_are_guessed() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmal.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("hotmil.co", "hotmail.com"),
            ("outlok.com", "outlook.com"),
            ("yaho.de", "yahoo.de"),
            ("wep.de", "web.de"),
            ("gmx.dw", "gmx.de"),
            ("t-onlin.de", "t-online.de"),
            ("icloud.co", "icloud.com"),
            ("orage.fr", "orange.fr"),
            ("laposte.ner", "laposte.net"),
            ("liberto.it", "libero.it"),
            ("seznma.cz", "seznam.cz"),
        ] {
            assert_eq!(guessed(typed), Some(format!("Ana.K@{meant}")), "{typed}");
        }
    }

    #[test]
    fn what_is_right_or_somebodys_own_is_left_alone() {
        for domain in
            ["gmail.com", "mail.com", "gmx.at", "me.com", "example.com", "harborandpine.example", "uni-jena.de"]
        {
            assert_eq!(guessed(domain), None, "{domain}");
        }
    }
}
