//! A merchant invokes it: puts a text or a template of a shop, once it has proved itself on every sample order.

use bootstrap::start;
use config::parameters::Ssm;
use config::settings::Settings;
use designs::checker::Checker;
use designs::{World, child, handle};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use serde_json::Value;
use store::designs::DesignsTable;

fn main() -> Result<(), Error> {
    // The same binary, started by itself: what a stranger wrote is run where it can do no harm.
    if std::env::args().nth(1).as_deref() == Some(child::ARGUMENT) {
        return child::main().map_err(Error::from);
    }
    serve()
}

#[tokio::main(flavor = "current_thread")]
async fn serve() -> Result<(), Error> {
    start::tracing();
    let aws = &bootstrap::aws::config();
    let world = &World {
        settings: Settings::new(Ssm::new(aws), start::required("STACK")?),
        designs: DesignsTable::new(aws, start::required("DESIGNS_TABLE")?),
        checker: Checker::new(std::env::current_exe()?, vec![child::ARGUMENT.to_owned()]),
    };
    run(service_fn(async |event: LambdaEvent<Value>| {
        handle(world, event.payload, start::now()).await.map_err(Error::from)
    }))
    .await
}
