//! The domain's promises, each a file: what is told of an order depends on what is true of it, never on the order in
//! which we heard.

mod algebra;
mod asked_twice;
mod back_orders;
mod baskets;
mod customer;
mod edits;
mod exhaustive;
mod explain;
mod golden;
mod histories;
mod holds;
mod numbers;
mod old_news;
mod open;
mod orders;
mod parcels;
mod payments;
mod reasons;
mod refunds;
mod returns;
mod rules;
mod sender;
mod shows;
mod sleeping;
mod table;
mod test_mode;
mod two_sources;
mod waiting;
mod withdrawals;
