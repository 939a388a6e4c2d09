//! Why a situation is there, and why another one is not: for whoever asks, never for a decision.

mod behind;
mod evidence;
mod never;

pub use behind::behind;
pub use evidence::{Evidence, Object, What, evidence};
pub use never::never;

use jiff::civil::Date;

use crate::fact::Fact;
use crate::money::Money;
use crate::tracking::suggestions;

/// A fact in a few words. Names no person, no place and none of the sender's own words.
pub fn says(fact: &Fact) -> String {
    let mut words = Words::default();
    match fact {
        Fact::Checkout(checkout) if let Some(basket) = &checkout.document.basket => words.say(evidence::basket(basket)),
        Fact::Checkout(checkout) => {
            let document = &checkout.document;
            words.say(format!("order {}", document.number));
            words.say(checkout.status.map_or_else(|| "a status that we do not know".to_owned(), evidence::status));
            words.say(amount(document.money(document.total)));
            words.say_if(document.is_paid(), "paid");
            words.say_if(document.refunded > 0, &format!("{} given back", amount(document.money(document.refunded))));
            words.say_date("promised for", document.promised);
            words.say_if(checkout.test, "test mode");
        }
        Fact::Payment(payment) => {
            words.say(format!("payment {}", payment.id));
            words.say(payment.status.map_or_else(String::new, evidence::payment_status));
            words.say_money("taken", payment.captured);
            words.say_money("given back", payment.refunded);
            words.say_if(payment.attempt.as_ref().is_some_and(|attempt| attempt.failed), "a try failed");
            if let Some(refund) = &payment.refund {
                words.say(evidence::refund(refund));
            }
            words.say_if(payment.test, "test mode");
        }
        Fact::Fulfilment(fulfilment) => {
            words.say(format!("fulfilment {}", fulfilment.id));
            words.say(fulfilment.state.map_or_else(String::new, evidence::fulfilment_state));
            words.say(
                fulfilment.number.as_ref().map_or_else(String::new, |number| format!("number {}", number.as_str())),
            );
            if let (Some(number), None) = (&fulfilment.number, &fulfilment.carrier) {
                let could_be: Vec<&str> =
                    suggestions(number).into_iter().filter(|one| one.distinct).map(|one| one.carrier).collect();
                words.say_if(!could_be.is_empty(), &format!("of {}, by its looks", could_be.join(" or ")));
            }
            words.say_date("promised for", fulfilment.promised);
        }
        Fact::Tracking(tracking) => {
            words.say(format!("parcel {}", tracking.number.as_str()));
            words.say(tracking.state.map_or_else(String::new, evidence::parcel_state));
            words.say(tracking.delayed.map_or_else(String::new, |cause| format!("late ({})", cause.name())));
            words.say_date("promised for", tracking.promised);
            words.say_if(tracking.scans.len() > 1, &format!("{} scans", tracking.scans.len()));
            words.say_if(tracking.test, "test mode");
        }
        Fact::Return(back) => {
            words.say(format!("return {}", back.id));
            words.say(back.status.map_or_else(String::new, evidence::return_status));
            words.say_date("to be sent by", back.send_by);
            words.say_money("to be given back", back.refund);
        }
        Fact::Customer(word) => words.say(evidence::word(&word.says)),
    }
    words.0.join(", ")
}

/// Money as people write it: `28.70 EUR`.
pub fn amount(money: Money) -> String {
    format!("{} {}", money.decimal(), money.currency.code())
}

#[derive(Default)]
struct Words(Vec<String>);

impl Words {
    fn say(&mut self, word: String) {
        self.0.extend((!word.is_empty()).then_some(word));
    }

    fn say_if(&mut self, so: bool, word: &str) {
        self.0.extend(so.then(|| word.to_owned()));
    }

    fn say_date(&mut self, word: &str, date: Option<Date>) {
        self.0.extend(date.map(|date| format!("{word} {date}")));
    }

    fn say_money(&mut self, word: &str, money: Option<Money>) {
        self.0.extend(money.filter(|money| money.minor != 0).map(|money| format!("{} {word}", amount(money))));
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::says;
    use crate::fact::{Fact, Fulfilment};
    use crate::tracking::TrackingNumber;

    #[test]
    fn whose_a_number_is_that_nobody_says_is_only_suggested() {
        let fulfilment = |carrier: Option<&str>| Fulfilment {
            id: "F1".to_owned(),
            at: Timestamp::UNIX_EPOCH,
            references: Vec::new(),
            state: None,
            lines: Vec::new(),
            carrier: carrier.map(str::to_owned),
            number: TrackingNumber::parse("1Z999AA10123456784"),
            url: None,
            promised: None,
        };
        let words = |carrier| says(&Fact::Fulfilment(Box::new(fulfilment(carrier))));
        assert_eq!(words(None), "fulfilment F1, number 1Z999AA10123456784, of UPS, by its looks");
        assert_eq!(words(Some("acme")), "fulfilment F1, number 1Z999AA10123456784");
    }
}
