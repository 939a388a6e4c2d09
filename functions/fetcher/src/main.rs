//! [fetch] → [deliveries]: gets what a thin webhook only names.

use std::time::Duration;

use aws_lambda_events::event::sqs::SqsEvent;
use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use fetcher::{Queues, Turn, World, handle};
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
        let (nonce, now) = (&*event.context.request_id, start::now());
        let left = event.context.deadline.saturating_sub(u64::try_from(now.as_millisecond()).unwrap_or_default());
        // A third of the time is left for passing on what came, or for putting it off.
        let longest = Duration::from_millis(left / 3 * 2);
        Ok::<_, Error>(handle(world, receipts, event.payload, Turn { nonce, now, longest }).await)
    }))
    .await
}
