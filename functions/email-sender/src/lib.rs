//! email-sender.
