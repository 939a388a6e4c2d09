//! A shop: a brand with its own sender, texts and policies, as its settings say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::Deserialize;

use crate::link::Link;
use crate::patience::{Hours, PatienceSettings, Week};
use crate::personal::Email;
use crate::policy::{KindPolicy, Policy};
use crate::situations::{Class, Kind};
use crate::theme::{Theme, Threading};

/// A shop's settings. Unknown fields are mistakes of whoever wrote them, so they are refused.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shop {
    /// As customers know it.
    pub name: String,
    /// Mail comes from here; the address or its domain is a verified SES identity.
    pub sender: Email,
    /// Mail that asks customers for something comes from here, so that the two kinds can be told apart; `sender` if there is
    /// no other.
    #[serde(default)]
    pub marketing_sender: Option<Email>,
    /// Answers go here: somebody reads them.
    pub reply_to: Email,
    /// The shop's front page.
    pub url: Link,
    /// Where customers find help; the shop's front page if there is none.
    #[serde(default)]
    pub help_url: Option<Link>,
    /// Language and region of mails and pages when the order has none: BCP 47.
    #[serde(default = "english")]
    pub locale: String,
    /// IANA name: where the shop's days begin and end.
    #[serde(default = "utc", deserialize_with = "time_zone")]
    pub time_zone: TimeZone,
    /// The shop's looks.
    #[serde(default)]
    pub theme: Theme,
    /// Whether mails of one order are one conversation.
    #[serde(default)]
    pub threading: Threading,
    /// Shown at the foot of every mail.
    #[serde(default)]
    pub postal_address: Option<String>,
    /// How things go back.
    #[serde(default)]
    pub return_policy: Option<ReturnPolicy>,
    /// What arose before is never mailed.
    pub live_since: Timestamp,
    /// Mail kinds that are not simply on.
    #[serde(default)]
    pub kinds: BTreeMap<Kind, KindSettings>,
    /// Seconds that a kind settles before it is told, where they differ from the default.
    #[serde(default)]
    pub settle: BTreeMap<Kind, u32>,
    /// Codes of payment methods that are paid on or after delivery.
    #[serde(default)]
    pub pay_later: BTreeSet<String>,
    /// A shop that mails about test-mode orders and payments.
    #[serde(default)]
    pub test_shop: bool,
    /// Who in the shop is told that an order needs attention; `reply_to` if nobody else.
    #[serde(default)]
    pub alerts_to: Option<Email>,
    /// ISO 3166 alpha-2: parcels that leave it may be silent for longer.
    #[serde(default)]
    pub country: Option<String>,
    /// On which days the shop works.
    #[serde(default)]
    pub business_days: Week,
    /// When customers are not written to about what may wait.
    #[serde(default)]
    pub quiet_hours: Hours,
    /// How long the shop waits for what should happen, where it differs from the default.
    #[serde(default)]
    pub patience: PatienceSettings,
    /// After how many days from proved delivery customers are asked what: `follow_up`, `csat`, `nps`, `review`.
    #[serde(default)]
    pub ask_after_days: BTreeMap<Kind, u32>,
    /// A customer is asked at most once in so many days.
    #[serde(default = "a_month")]
    pub ask_every_days: u32,
    /// Customers may withdraw from the contract on the order's page, where this is given.
    #[serde(default)]
    pub withdrawal: Option<WithdrawalSettings>,
    /// Who left a basket and agreed to e-mails is reminded of it once, so many hours after the last word on it: 1 to 168.
    /// Nobody is if there is no number.
    #[serde(default, deserialize_with = "up_to_a_week")]
    pub abandoned_after_hours: Option<u32>,
    /// What follows from all of these, once somebody asked.
    #[serde(skip)]
    policy: OnceLock<Policy>,
}

/// How things go back.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnPolicy {
    /// Days from delivery.
    pub days: u32,
    /// The whole policy.
    #[serde(default)]
    pub url: Option<Link>,
    /// In two sentences.
    #[serde(default)]
    pub text: Option<String>,
}

/// The withdrawal function that shops in the European Union must offer (Directive 2023/2673).
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalSettings {
    /// Days from delivery.
    #[serde(default = "a_fortnight")]
    pub days: u32,
}

/// One mail kind of a shop.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindSettings {
    /// Whether it is sent.
    #[serde(default = "yes")]
    pub on: bool,
    /// When it was switched on: what arose before is not mailed.
    #[serde(default)]
    pub on_since: Option<Timestamp>,
}

impl Shop {
    /// The decisions that verdicts depend on.
    pub fn policy(&self) -> &Policy {
        self.policy.get_or_init(|| self.decided())
    }

    fn decided(&self) -> Policy {
        let seconds = |seconds: u32| SignedDuration::from_secs(seconds.into());
        Policy {
            live_since: self.live_since,
            test_shop: self.test_shop,
            pay_later: self.pay_later.clone(),
            kinds: self.kinds.iter().map(|(k, s)| (*k, KindPolicy { on: s.on, on_since: s.on_since })).collect(),
            settle: self.settle.iter().map(|(kind, secs)| (*kind, seconds(*secs))).collect(),
            time_zone: self.time_zone.clone(),
            business_days: self.business_days.days(),
            quiet: self.quiet_hours.quiet(),
            patience: self.patience.patience(),
            ask_after: self.ask_after_days.clone(),
            ask_every: self.ask_every_days,
            withdrawal: self.withdrawal.map(|settings| settings.days),
            abandoned_after: self.abandoned_after_hours.map(|hours| SignedDuration::from_hours(hours.into())),
            country: self.country.as_deref().map(str::to_ascii_uppercase),
        }
    }

    /// Who sends mails of a kind.
    pub fn sender_of(&self, kind: Kind) -> &Email {
        match kind.class() {
            Class::Feedback => self.marketing_sender.as_ref().unwrap_or(&self.sender),
            Class::Transactional | Class::Merchant => &self.sender,
        }
    }

    /// Who is told that an order needs attention.
    pub const fn alerted(&self) -> &Email {
        match &self.alerts_to {
            Some(address) => address,
            None => &self.reply_to,
        }
    }
}

const fn a_fortnight() -> u32 {
    14
}

const fn a_month() -> u32 {
    30
}

fn up_to_a_week<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    let hours = Option::<u32>::deserialize(deserializer)?;
    let known = hours.is_none_or(|hours| (1..=7 * 24).contains(&hours));
    known.then_some(hours).ok_or_else(|| serde::de::Error::custom("abandoned_after_hours is a number from 1 to 168"))
}

fn english() -> String {
    "en".to_owned()
}

fn utc() -> TimeZone {
    TimeZone::UTC
}

const fn yes() -> bool {
    true
}

fn time_zone<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<TimeZone, D::Error> {
    let name = String::deserialize(deserializer)?;
    TimeZone::get(&name).map_err(|_| serde::de::Error::custom("time_zone is not an IANA name such as Europe/Berlin"))
}
