//! [feedback] → mails: what SES tells of mails, into the ledger and the list of suppressed addresses.

use aws_lambda_events::event::sqs::SqsEvent;
use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use email_feedback::handle;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use queue::received::Received;
use queue::sqs::Queue;
use store::mails::MailsTable;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let settings = &Settings::new(Ssm::new(aws), start::required("STACK")?);
    // It writes the ledger and reads no orders.
    let mails = &MailsTable::new(aws, start::required("MAILS_TABLE")?, String::new());
    let queue =
        &Received::new(aws, start::required("FEEDBACK_QUEUE_URL")?, start::required("QUEUE_VISIBILITY")?.parse()?);
    // Hints are few: their connection is made with the first one.
    let hints = &Queue::new(aws, start::required("MAIL_QUEUE_URL")?);
    start::warm_up(mails.touch()).await;

    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(handle(settings, mails, hints, queue, event.payload, start::now()).await)
    }))
    .await
}
