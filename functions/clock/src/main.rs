//! Every minute → [deliveries]: wakes orders whose time has come.

use bootstrap::start;
use clock::handle;
use jiff::Timestamp;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use queue::sqs::Queue;
use serde_json::Value;
use store::mails::MailsTable;
use store::orders::OrdersTable;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let orders = &OrdersTable::new(aws, start::required("ORDERS_TABLE")?);
    // It keeps its cursor there and reads no orders through it.
    let mails = &MailsTable::new(aws, start::required("MAILS_TABLE")?, String::new());
    let deliveries = &Queue::new(aws, start::required("DELIVERIES_QUEUE_URL")?);

    run(service_fn(async |event: LambdaEvent<Value>| {
        let now = start::now();
        let deadline = i64::try_from(event.context.deadline).ok().and_then(|at| Timestamp::from_millisecond(at).ok());
        // The other half is for the last round, should AWS be slow, and for moving the cursor.
        let half = deadline.map(|deadline| now + deadline.duration_since(now) / 2);
        let late = || half.is_some_and(|half| start::now() >= half);
        handle(orders, mails, deliveries, now, late).await.map_err(Error::from)
    }))
    .await
}
