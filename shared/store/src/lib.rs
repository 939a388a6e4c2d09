//! DynamoDB: orders, raw deliveries, links and the ledger of mails.
