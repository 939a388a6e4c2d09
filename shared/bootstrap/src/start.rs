//! The first lines of every `main`: logs, environment, warm connections, time.

use std::pin::Pin;
use std::time::Duration;

use jiff::Timestamp;
use tracing::level_filters::LevelFilter;

/// Logs are JSON lines with one object of fields and the span's fields, so that one query follows a correlation id.
///
/// The level is one word in `RUST_LOG`: a filter language would bring regular expressions along.
pub fn tracing() {
    let level = std::env::var("RUST_LOG").ok().and_then(|word| word.parse().ok()).unwrap_or(LevelFilter::INFO);
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(true)
        .with_span_list(false)
        .with_target(false)
        .without_time()
        .with_max_level(level)
        .init();
}

/// An environment variable that `template.yaml` must set.
#[derive(Debug, thiserror::Error)]
#[error("the environment variable {0} is missing: deploy the function with the project's template.yaml")]
pub struct Missing(&'static str);

/// Reads a variable that the function cannot do without.
pub fn required(name: &'static str) -> Result<String, Missing> {
    std::env::var(name).ok().filter(|value| !value.is_empty()).ok_or(Missing(name))
}

/// Makes first connections while INIT runs at full speed, and never fails: what does not answer in two seconds is left
/// to the first event, which runs at a fraction of a processor.
pub async fn warm_up(connections: impl Future<Output = ()>) {
    let _ = tokio::time::timeout(Duration::from_secs(2), connections).await;
}

/// A wait.
pub type Pause = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Waits: functions are given it, so that where time is an argument, waiting is one too.
pub fn pause(time: Duration) -> Pause {
    Box::pin(tokio::time::sleep(time))
}

/// The one reading of the clock: functions pass it on as an argument.
#[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
pub fn now() -> Timestamp {
    Timestamp::now()
}
