//! email-feedback.
