//! What may be taken of a mutated request: nothing that its sender's proof does not cover.

use std::collections::{BTreeSet, HashMap, HashSet};

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use domain::hint::{Hint, Id};
use testing::recorded::{Covers, SIGNED_AT, signed_at};
use webhooks::delivery::{Proof, Rejection, Reply};

use crate::corpus::{Corpus, Genuine};
use crate::read::{members, seen};
use crate::request::Request;

/// Where public keys may be asked for.
const KEYS: [&str; 3] = [
    "https://api.paypal.com/v1/notifications/certs/",
    "https://api-m.paypal.com/v1/notifications/certs/",
    "https://static.adobeioevents.com/",
];

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What came of a request, in a word; or what is wrong with that.
pub(crate) fn judge(
    (corpus, recorded): (&Corpus, &Signed),
    one: &Genuine,
    request: &Request,
    proof: &Result<Proof, Rejection>,
) -> Result<&'static str, String> {
    let judge = Judge { corpus, recorded, one, request };
    match proof {
        Err(Rejection::Missing) => Ok("refused: missing"),
        Err(Rejection::Forged) => Ok("refused: forged"),
        Err(Rejection::Stale) => Ok("refused: stale"),
        Err(Rejection::Foreign) => Ok("refused: foreign"),
        Err(Rejection::NoSecret) => Ok("refused: no secret"),
        Ok(Proof::Wants(url)) if KEYS.iter().any(|keys| url.as_str().starts_with(keys)) => Ok("wants a key"),
        Ok(Proof::Wants(url)) => Err(format!("it asks {} for a key", url.as_str())),
        Ok(Proof::Answer(reply)) => judge.answer(reply).map(|()| "answered"),
        Ok(Proof::Hints(hints)) => judge.hints(hints),
        Ok(Proof::Signed(verified)) if verified.body() != request.body => Err("other bytes are proved".to_owned()),
        Ok(Proof::Signed(_)) => judge.vouched(),
    }
}

/// What was signed.
pub(crate) struct Signed {
    /// MACs by their bodies.
    macs: HashMap<Vec<u8>, HashSet<Vec<u8>>>,
    /// What the proofs of those who sign some fields cover, by the provider's name.
    fields: HashMap<String, HashSet<Vec<String>>>,
    /// Braintree's.
    payloads: BTreeSet<String>,
    /// Who signs some webhooks and not those that only name something.
    unsigned: BTreeSet<String>,
}

impl Signed {
    pub(crate) fn of(corpus: &Corpus) -> Self {
        let mut signed =
            Self { macs: HashMap::new(), fields: HashMap::new(), payloads: BTreeSet::new(), unsigned: BTreeSet::new() };
        for Genuine { party, one } in &corpus.sent {
            signed.macs.entry(one.body.clone()).or_default().extend(macs(&one.headers));
            let fields = signed.fields.entry(party.name.clone()).or_default();
            fields.extend(covered(&party.known.proof.fields, &one.body).unwrap_or_default());
            signed.payloads.extend(payloads(&one.body));
            let headers = &party.known.proof.headers;
            let proof = party.asked.prover().verify(one.delivery(), &party.settings, signed_at());
            let is_bare = !headers.is_empty() && !headers.iter().any(|header| one.headers.contains_key(header));
            if is_bare && matches!(proof, Ok(Proof::Hints(_))) {
                signed.unsigned.insert(party.name.clone());
            }
        }
        signed
    }
}

struct Judge<'a> {
    corpus: &'a Corpus,
    recorded: &'a Signed,
    one: &'a Genuine,
    request: &'a Request,
}

impl Judge<'_> {
    fn hints(&self, hints: &[Hint]) -> Result<&'static str, String> {
        let ids = |hint: &Hint| !hint.ids.is_empty() && hint.ids.iter().all(|id| Id::parse(id.as_str()).is_some());
        if hints.is_empty() || !hints.iter().all(ids) || hints.len() > 1 + self.request.body.len() / 20 {
            return Err(format!("hints are wrong, or too many: {}", hints.len()));
        }
        let name = self.one.party.name.as_str();
        if name == "ecwid" && hints.iter().any(|hint| hint.id(0) != "1003") {
            return Err("it hints at a store that we do not know".to_owned());
        }
        let signs = |header: &String| self.request.headers.contains_key(header);
        if self.recorded.unsigned.contains(name) && !self.one.party.known.proof.headers.iter().any(signs) {
            return Ok("hinted, by nobody");
        }
        self.vouched().map(|_| "hinted")
    }

    /// Answers are for everybody: nothing is kept. None tells a secret, and a token is for who shows one.
    fn answer(&self, reply: &Reply) -> Result<(), String> {
        let tells = |text: &str| text.len() >= 6 && reply.body.contains(text);
        if self.one.party.settings.trimmed().any(tells) || reply.body.len() > 8_192 {
            return Err("its answer tells a secret, or is too long".to_owned());
        }
        let token = reply.body.contains("access_token");
        if token && (self.request.wrong.is_some() || !self.shows_secret()) {
            return Err("it gives a token to somebody who shows no secret".to_owned());
        }
        Ok(())
    }

    /// Somebody vouches for all that the proof covers, and lately.
    fn vouched(&self) -> Result<&'static str, String> {
        let known = &self.one.party.known.proof;
        if self.request.wrong.is_some() {
            return Err("it is taken with the secrets of another connection".to_owned());
        }
        // These two may also show a secret in a header.
        let shown = matches!(self.one.party.name.as_str(), "bigcommerce" | "magento") && self.shows_secret();
        if shown || known.covers == Covers::Nothing {
            return if self.shows_secret() {
                Ok("taken: shows a secret")
            } else {
                Err("no secret is shown".to_owned())
            };
        }
        let age = self.request.now.as_second() - SIGNED_AT;
        if known.past.is_some_and(|past| age > past || age < -120) {
            return Err("it is taken though it is old or new".to_owned());
        }
        let genuine = match known.covers {
            Covers::Body => self.has_genuine_mac(),
            _ if self.one.party.name == "braintree" => self.is_genuine_payload(),
            _ => self.are_genuine_fields(),
        };
        if genuine {
            Ok("taken: as it was signed")
        } else {
            Err("it is taken though its proof does not cover it".to_owned())
        }
    }

    /// Whether its headers have the bytes of a MAC that was recorded with this body.
    fn has_genuine_mac(&self) -> bool {
        let recorded = self.recorded.macs.get(&self.request.body);
        recorded.is_some_and(|recorded| macs(&self.request.headers).iter().any(|mac| recorded.contains(mac)))
    }

    fn is_genuine_payload(&self) -> bool {
        let ours = payloads(&self.request.body);
        ours.len() == 1 && ours.is_subset(&self.recorded.payloads)
    }

    fn are_genuine_fields(&self) -> bool {
        let ours = covered(&self.one.party.known.proof.fields, &self.request.body);
        let recorded = &self.recorded.fields[&self.one.party.name];
        ours.is_some_and(|ours| !ours.is_empty() && ours.iter().all(|one| recorded.contains(one)))
    }

    /// Whether a header shows what a recorded one of the same sender shows, however it is wrapped.
    fn shows_secret(&self) -> bool {
        let party = &self.one.party;
        let shown = |value: &str| {
            let last = value.rsplit(' ').next().unwrap_or_default();
            let login = BASE64.decode(last).ok().and_then(|login| String::from_utf8(login).ok()).unwrap_or_default();
            let password = login.split_once(':').map_or("", |(_, password)| password);
            let secrets = |text: &str| party.settings.trimmed().any(|secret| !secret.is_empty() && secret == text);
            secrets(value) || secrets(last) || secrets(password) || self.is_live_token(last)
        };
        self.request.headers.values().filter_map(|value| value.to_str().ok()).any(shown)
    }

    /// A token of the recorded ones, before its end.
    fn is_live_token(&self, token: &str) -> bool {
        let ends = token.split_once('.').and_then(|(end, _)| end.parse().ok());
        let lives = ends.is_some_and(|end: i64| end >= self.request.now.as_second());
        let recorded = |value: &http::HeaderValue| {
            value.to_str().is_ok_and(|value| value.to_lowercase() == format!("bearer {}", token.to_lowercase()))
        };
        let same = self.corpus.sent.iter().filter(|other| other.party.name == self.one.party.name);
        lives && same.flat_map(|other| other.one.headers.get_all("authorization")).any(recorded)
    }
}

/// All that headers have that can be a MAC or a signature, in hex or base64.
fn macs(headers: &http::HeaderMap) -> Vec<Vec<u8>> {
    let mac = |byte: char| byte.is_ascii_alphanumeric() || byte == '+' || byte == '/';
    let texts =
        headers.values().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(move |c| !mac(c)));
    let texts = texts.filter(|text| text.len() >= 24);
    texts.flat_map(|text| hex::decode(text).ok().into_iter().chain(BASE64.decode(text).ok())).collect()
}

/// What Braintree's proof covers; both, if two readers could see two.
fn payloads(body: &[u8]) -> BTreeSet<String> {
    let fields = form_urlencoded::parse(body).filter(|(name, _)| name == "bt_payload");
    fields.map(|(_, payload)| payload.trim_end_matches('\n').to_owned()).collect()
}

/// What a proof covers of a body: of each item, its fields; nothing if two readers could see two values in one.
fn covered(pointers: &[String], body: &[u8]) -> Option<Vec<Vec<String>>> {
    let json = String::from_utf8_lossy(body).into_owned();
    let parts: Vec<Vec<&str>> = pointers.iter().map(|pointer| pointer.split('/').skip(1).collect()).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let list = parts.iter().find_map(|parts| Some(&parts[..parts.iter().position(is_number)?]));
    let items = list.map_or_else(|| vec![json.clone()], |list| members(&json, list));
    let skip = list.map_or(0, |list| list.len() + 1);
    let fields: BTreeSet<&[&str]> = parts.iter().map(|parts| &parts[skip..]).collect();
    let value = |item: &str, field: &[&str]| {
        let mut all = seen(item, field);
        all.dedup();
        if all.len() == 1 { all.pop() } else { None }
    };
    items.iter().map(|item| fields.iter().map(|field| value(item, field)).collect()).collect()
}
