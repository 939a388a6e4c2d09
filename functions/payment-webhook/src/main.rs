//! `POST /webhooks/payments/{provider}/{connection}`: prove who sent it, keep it, answer.

use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use intake::{Family, World};
use lambda_http::{Error, Request, service_fn};
use queue::deliveries::Queues;
use queue::sqs::Queue;
use web::WebKeys;

const FAMILY: Family = Family { name: "payments", provers: payments::PROVERS };

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let settings = &Settings::for_strangers(Ssm::new(aws), start::required("STACK")?);
    let deliveries = &Queues {
        deliveries: Queue::new(aws, start::required("DELIVERIES_QUEUE_URL")?),
        fetch: Queue::new(aws, start::required("FETCH_QUEUE_URL")?),
    };
    let world = &World { family: FAMILY, settings, deliveries, keys: &WebKeys::default() };
    start::warm_up(async {
        tokio::join!(deliveries.deliveries.touch(), settings.touch("connections/payments"));
    })
    .await;

    lambda_http::run(service_fn(async |request: Request| {
        Ok::<_, Error>(intake::handle(world, request, start::now()).await)
    }))
    .await
}
