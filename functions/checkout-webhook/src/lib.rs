//! checkout-webhook.
