//! `GET /orders/{token}` → the customer's page: the order as it is.

use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use lambda_http::{Error, Request, service_fn};
use order_page::handle;
use store::orders::OrdersTable;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let settings = &Settings::new(Ssm::new(aws), start::required("STACK")?);
    let orders = &OrdersTable::new(aws, start::required("ORDERS_TABLE")?);
    start::warm_up(async {
        tokio::join!(orders.touch(), settings.touch("shops"));
    })
    .await;

    lambda_http::run(service_fn(async |request: Request| {
        Ok::<_, Error>(handle(settings, orders, &request, start::now()).await)
    }))
    .await
}
