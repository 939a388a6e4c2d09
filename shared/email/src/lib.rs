//! Texts, templates, rendering and SES.
