//! tracking-webhook.
