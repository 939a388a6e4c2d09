//! [fetch] → [deliveries]: gets what a thin webhook only names.

use aws_lambda_events::event::sqs::SqsEvent;
use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use fetcher::{Queues, World, handle};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use queue::received::Received;
use queue::sqs::Queue;
use web::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let fetch = start::required("FETCH_QUEUE_URL")?;
    let receipts = &Received::new(aws, fetch.clone(), start::required("QUEUE_VISIBILITY")?.parse()?);
    let world = &World {
        settings: Settings::new(Ssm::new(aws), start::required("STACK")?),
        web: Client::default(),
        queues: Queues {
            deliveries: Queue::new(aws, start::required("DELIVERIES_QUEUE_URL")?),
            fetch: Queue::new(aws, fetch),
            dead: Queue::new(aws, start::required("FETCH_DEAD_LETTERS_URL")?),
        },
    };
    start::warm_up(world.queues.deliveries.touch()).await;

    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        let nonce = &event.context.request_id;
        Ok::<_, Error>(handle(world, receipts, event.payload, nonce, start::now()).await)
    }))
    .await
}
