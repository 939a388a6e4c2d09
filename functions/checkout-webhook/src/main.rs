//! `POST /webhooks/storefronts/{provider}/{connection}`: prove who sent it, keep it, answer.

use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use intake::Family;
use lambda_http::{Error, Request, service_fn};
use queue::sqs::Queue;

const FAMILY: Family<domain::fact::StorefrontFact> = Family { name: "storefronts", providers: storefronts::PROVIDERS };

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let settings = &Settings::for_strangers(Ssm::new(aws), start::required("STACK")?);
    let deliveries = &Queue::new(aws, start::required("DELIVERIES_QUEUE_URL")?);
    start::warm_up(async {
        tokio::join!(deliveries.touch(), settings.touch("connections/storefronts"));
    })
    .await;

    lambda_http::run(service_fn(async |request: Request| {
        Ok::<_, Error>(intake::handle(&FAMILY, settings, deliveries, request, start::now()).await)
    }))
    .await
}
