//! [mail] → SES: look at an order and tell what is due, once.

use aws_lambda_events::event::sqs::SqsEvent;
use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use email::ses::{Ses, Sets};
use email_sender::designs::Designs;
use email_sender::sending::Sending;
use email_sender::{Timing, World, handle};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use queue::received::Received;
use queue::sqs::Queue;
use store::designs::DesignsTable;
use store::mails::MailsTable;

/// A mail is a thousand small pieces of memory.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let world = &World {
        settings: Settings::new(Ssm::new(aws), start::required("STACK")?),
        mails: MailsTable::new(aws, start::required("MAILS_TABLE")?, start::required("ORDERS_TABLE")?),
        compose: email::compose,
        designs: Designs::new(DesignsTable::new(aws, start::required("DESIGNS_TABLE")?)),
        ses: Ses::new(
            aws,
            Sets {
                telling: start::required("CONFIGURATION_SET")?,
                asking: start::required("MARKETING_CONFIGURATION_SET")?,
            },
        ),
        hints: Queue::new(aws, start::required("MAIL_QUEUE_URL")?),
        pages: start::required("PAGES_URL")?,
        sending: Sending::new(start::required("SENDER_CONCURRENCY")?.parse()?, start::pause),
        timing: Timing::ambiguous_after(start::required("AMBIGUOUS_SECONDS")?.parse()?),
        clock: start::now,
    };
    let queue = &Received::new(aws, start::required("MAIL_QUEUE_URL")?, start::required("QUEUE_VISIBILITY")?.parse()?);
    start::warm_up(async {
        tokio::join!(world.mails.touch(), world.sending.learn(&world.ses, start::now()), world.settings.touch("shops"));
    })
    .await;

    run(service_fn(async |event: LambdaEvent<SqsEvent>| Ok::<_, Error>(handle(world, queue, event.payload).await)))
        .await
}
