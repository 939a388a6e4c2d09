//! Every minute → [deliveries]: wakes orders whose time has come.

use bootstrap::start;
use clock::handle;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use queue::sqs::Queue;
use serde_json::Value;
use store::orders::OrdersTable;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let orders = &OrdersTable::new(aws, start::required("ORDERS_TABLE")?);
    let deliveries = &Queue::new(aws, start::required("DELIVERIES_QUEUE_URL")?);

    run(service_fn(async |_: LambdaEvent<Value>| handle(orders, deliveries, start::now()).await.map_err(Error::from)))
        .await
}
