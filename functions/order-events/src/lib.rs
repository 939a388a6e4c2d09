//! order-events.
