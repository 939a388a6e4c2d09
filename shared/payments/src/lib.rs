//! Payment providers: one file a provider.

mod adyen;
mod braintree;
mod klarna;
mod mollie;
mod parts;
mod paypal;
mod razorpay;
mod square;
mod standard;
mod stripe;

use domain::fact::Payment;

// One line a provider, by name.
webhooks::providers! {
    Payment:
    adyen::Adyen,
    braintree::Braintree,
    klarna::Klarna,
    mollie::Mollie,
    paypal::PayPal,
    razorpay::Razorpay,
    square::Square,
    standard::Standard,
    stripe::Stripe,
}

/// Those whose documents can be fetched.
pub static SOURCES: &[&dyn webhooks::source::Source] = &[
    &braintree::Braintree,
    &klarna::Klarna,
    &mollie::Mollie,
    &paypal::PayPal,
    &razorpay::Razorpay,
    &square::Square,
    &stripe::Stripe,
];

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
