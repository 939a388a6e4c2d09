//! Payment providers: one file a provider.

mod standard;
mod stripe;

use domain::fact::Payment;
use webhooks::provider::Provider;

/// Every payment provider. These are alphabetic.
pub static PROVIDERS: &[&dyn Provider<Payment>] = &[&standard::Standard, &stripe::Stripe];

/// A payment of which nothing is known but what it is and when.
fn unknown(id: String, object: String, at: jiff::Timestamp, test: bool) -> Payment {
    Payment {
        id,
        object,
        at,
        test,
        references: Vec::new(),
        status: None,
        amount: None,
        captured: None,
        refunded: None,
        attempt: None,
        refund: None,
        method: None,
        transaction: None,
    }
}

#[cfg(test)]
mod tests;
