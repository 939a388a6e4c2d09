//! Amounts of an order: in the shop's currency, and in the one that the customer saw.

use domain::money::Currency;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{Maybe, Text};

/// An amount in both currencies.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Set {
    presentment_money: Maybe<Amount>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Amount {
    amount: Text,
    currency_code: Text,
}

impl Set {
    /// The customer's currency, if there is an amount in it.
    pub(super) fn currency(&self) -> Option<Currency> {
        let amount = self.presentment_money.0.as_ref().filter(|money| money.amount.get().is_some())?;
        Currency::parse(amount.currency_code.get()?).ok()
    }
}

/// Which of the two is read.
#[derive(Clone, Copy)]
pub(super) struct Purse {
    pub(super) currency: Currency,
    /// The customer's, where it is not the shop's.
    pub(super) customers: bool,
}

impl Purse {
    /// An amount that is written both ways; nothing when it is not in this currency.
    pub(super) fn amount(self, plain: &Text, set: &Maybe<Set>, name: &str) -> Result<Option<i64>, Unreadable> {
        if !self.customers {
            return plain.amount(self.currency, name);
        }
        let money = set.0.as_ref().filter(|set| set.currency() == Some(self.currency));
        let money = money.and_then(|set| set.presentment_money.0.as_ref());
        money.map_or(Ok(None), |money| money.amount.amount(self.currency, name))
    }
}
