//! order-page.
