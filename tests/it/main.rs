//! Promises, a file each: on the local stack, and by the real functions joined by queues in memory.

mod ambiguous;
mod cash_on_delivery;
mod checkout_to_delivery;
mod corrected_number;
mod crashes;
mod forged_webhooks;
mod killed;
mod local_stack;
mod not_happened;
mod number_plugin;
mod old_shop;
mod out_of_order;
mod page_link;
mod parking;
mod poison_messages;
mod races;
mod redelivery;
mod shared_connection;
mod suppressed;
mod template;
mod test_mode;
mod throttled;
mod two_reports;
mod world;
mod zero_total;
