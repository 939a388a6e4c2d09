//! Every hour → [deliveries]: what sources have and no webhook brought.

use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use jiff::{SignedDuration, Timestamp};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use queue::deliveries::Queues;
use queue::sqs::Queue;
use reconcile::{World, handle};
use serde_json::Value;
use store::mails::MailsTable;
use store::orders::OrdersTable;
use web::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let world = &World {
        settings: Settings::new(Ssm::new(aws), start::required("STACK")?),
        web: Client::default(),
        orders: OrdersTable::new(aws, start::required("ORDERS_TABLE")?),
        // It keeps its progress there and reads no orders through it.
        progress: MailsTable::new(aws, start::required("MAILS_TABLE")?, String::new()),
        queues: Queues {
            deliveries: Queue::new(aws, start::required("DELIVERIES_QUEUE_URL")?),
            fetch: Queue::new(aws, start::required("FETCH_QUEUE_URL")?),
        },
        grace: SignedDuration::from_secs(start::required("RECONCILE_GRACE")?.parse()?),
        pause: start::pause,
    };

    run(service_fn(async |event: LambdaEvent<Value>| {
        let now = start::now();
        let deadline = i64::try_from(event.context.deadline).ok().and_then(|at| Timestamp::from_millisecond(at).ok());
        // A third of the time is left for the page that is being compared, and for noting how far it came.
        let enough = deadline.map(|deadline| now + deadline.duration_since(now) * 2 / 3);
        let late = || enough.is_some_and(|enough| start::now() >= enough);
        handle(world, &event.context.request_id, now, late).await.map_err(Error::from)
    }))
    .await
}
