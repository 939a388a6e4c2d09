//! [deliveries] → orders: understand what came in, decide what customers should hear, and hint at it.

use aws_lambda_events::event::sqs::SqsEvent;
use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use order_events::{World, handle};
use queue::received::Received;
use queue::sqs::Queue;
use store::mails::MailsTable;
use store::orders::OrdersTable;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let world = &World {
        settings: Settings::new(Ssm::new(aws), start::required("STACK")?),
        orders: OrdersTable::new(aws, start::required("ORDERS_TABLE")?),
        ledger: MailsTable::new(aws, start::required("MAILS_TABLE")?, start::required("ORDERS_TABLE")?),
        hints: Queue::new(aws, start::required("MAIL_QUEUE_URL")?),
        dead: Queue::new(aws, start::required("DELIVERIES_DEAD_LETTERS_URL")?),
        pause: start::pause,
    };
    let queue =
        &Received::new(aws, start::required("DELIVERIES_QUEUE_URL")?, start::required("QUEUE_VISIBILITY")?.parse()?);
    start::warm_up(async {
        tokio::join!(world.orders.touch(), world.hints.touch(), world.settings.touch("shops"));
    })
    .await;

    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(handle(world, queue, event.payload, start::now()).await)
    }))
    .await
}
