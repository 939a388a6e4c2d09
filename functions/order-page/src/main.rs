//! `/orders/{token}` → the customer's page; `/addresses/{confirmation}` → a corrected address is confirmed;
//! `/unsubscribe/{stop}` → nothing more is asked.

use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use lambda_http::{Error, Request, service_fn};
use order_page::{Tables, World, handle};
use queue::sqs::Queue;
use store::mails::MailsTable;
use store::orders::OrdersTable;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let orders = OrdersTable::new(aws, start::required("ORDERS_TABLE")?);
    // It reads suppressed addresses beside the ledger.
    let mails = MailsTable::new(aws, start::required("MAILS_TABLE")?, String::new());
    let world = &World {
        settings: Settings::new(Ssm::new(aws), start::required("STACK")?),
        orders: Tables { orders, mails },
        // Words are few: their connection is made with the first one.
        words: Queue::new(aws, start::required("DELIVERIES_QUEUE_URL")?),
    };
    start::warm_up(async {
        tokio::join!(world.orders.orders.touch(), world.settings.touch("shops"));
    })
    .await;

    lambda_http::run(service_fn(async |request: Request| Ok::<_, Error>(handle(world, &request, start::now()).await)))
        .await
}
