//! `tidings explain` and `tidings replay`.

use std::process::ExitCode;

use bootstrap::start;
use operator::cli;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    cli::main(start::now()).await
}
