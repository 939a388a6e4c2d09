//! What tests do with a stack: post, look, wait, break.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::aws::Credentials;
use crate::proxy::lock;
use crate::sign::Headers;
use crate::story::Webhook;
use crate::{Aws, Call, Fault, Mail, Options, Resources, STACK, Stack, deploy, pascal, shop};

/// How long [`eventually`] waits.
const PATIENCE: Duration = Duration::from_mins(1);

/// What came back for a request.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers, with names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

/// Looks again and again, until there is something.
///
/// # Panics
/// After a minute, with `what` it waited for.
pub async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "waited for {PATIENCE:?}: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

impl Stack {
    /// The one stack that all tests of this process share. Use addresses and order numbers of your own.
    ///
    /// # Panics
    /// If it does not come up.
    pub async fn start() -> &'static Self {
        static STACK: OnceCell<Result<Stack, String>> = OnceCell::const_new();
        let boot = || async {
            // Shorter than elsewhere: tests kill functions and wait until their messages are seen again.
            let short = |folder: &str| Options { queue_timeout: 5, ..Options::new(folder) };
            Self::of_one("test", short).await.map_err(|error| format!("{error:?}"))
        };
        // What failed once fails again: the others need not try.
        STACK.get_or_init(boot).await.as_ref().unwrap_or_else(|error| panic!("the local stack: {error}"))
    }

    /// A stack that nobody else uses, in a free folder of this name.
    ///
    /// # Errors
    /// If it does not come up.
    pub async fn of_one(name: &'static str, options: fn(&str) -> Options) -> Result<Self> {
        let booted = tokio::task::spawn_blocking(move || {
            let (options, lock) = free_folder(name, options)?;
            let mut stack = Self::boot(&options)?;
            stack.lock = Some(lock);
            Ok(stack)
        });
        booted.await?
    }

    /// Posts a webhook to the demo connection. The family is `storefronts`, `payments` or `carriers`.
    ///
    /// # Panics
    /// If the API cannot be reached.
    pub async fn post_webhook(&self, family: &str, provider: &str, headers: Headers, body: &[u8]) -> Answer {
        let path = format!("/webhooks/{family}/{provider}/{}", shop::DEMO);
        self.post(&path, headers, body).await
    }

    /// Posts a webhook to the demo connection.
    ///
    /// # Panics
    /// If the API cannot be reached.
    pub async fn send(&self, webhook: &Webhook) -> Answer {
        self.post_webhook(webhook.family, webhook.provider, webhook.headers.clone(), &webhook.body).await
    }

    /// Posts to any path of the API.
    ///
    /// # Panics
    /// If the API cannot be reached.
    pub async fn post(&self, path: &str, headers: Headers, body: &[u8]) -> Answer {
        let mut request = self.client.post(format!("{}{path}", self.api)).body(body.to_vec());
        for (name, value) in headers {
            request = request.header(name, value);
        }
        answer(request).await
    }

    /// Gets a path or a whole URL of the API, such as an order page's.
    ///
    /// # Panics
    /// If the API cannot be reached.
    pub async fn get(&self, path: &str) -> Answer {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.api) };
        answer(self.client.get(url)).await
    }

    /// Every mail that was accepted, newest last.
    pub fn mails(&self) -> Vec<Mail> {
        lock(&self.proxy.mails).clone()
    }

    /// Those to one address.
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.mails().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// Waits until so many mails went to an address and returns them.
    ///
    /// # Panics
    /// If there are fewer after a minute.
    pub async fn wait_for_mails(&self, address: &str, count: usize) -> Vec<Mail> {
        let what = format!("{count} mails to {address}");
        eventually(&what, async || Some(self.mails_to(address)).filter(|mails| mails.len() >= count)).await
    }

    /// Every AWS call of a function so far.
    pub fn calls(&self) -> Vec<Call> {
        lock(&self.proxy.calls).clone()
    }

    /// Forgets the calls so far.
    pub fn reset_calls(&self) {
        lock(&self.proxy.calls).clear();
    }

    /// The rights that each function has really used: actions and resources.
    pub fn rights(&self) -> BTreeMap<String, BTreeSet<(String, String)>> {
        let mut rights: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for call in self.calls().into_iter().filter(|call| call.served) {
            // On AWS the right to send also allows to send a batch.
            let action = call.action.replace("MessageBatch", "Message").replace("VisibilityBatch", "Visibility");
            rights.entry(call.function).or_default().insert((action, call.resource));
        }
        rights
    }

    /// Breaks calls from now on, as the fault says.
    pub fn fault(&self, fault: Fault) {
        lock(&self.proxy.faults).push(fault);
    }

    /// The faults that have not hit yet.
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.proxy.faults).clone()
    }

    /// Withdraws all faults.
    pub fn reset_faults(&self) {
        lock(&self.proxy.faults).clear();
    }

    /// Switches the publishing of SES events off or on: the feedback path is then dead or alive.
    pub fn ses_events(&self, on: bool) {
        self.proxy.events.store(on, Ordering::Relaxed);
    }

    /// Publishes an SES event of your own to the stack's topic.
    pub async fn publish_ses_event(&self, event: &Value) -> Result<()> {
        self.proxy.publish_event(event).await
    }

    /// The local AWS, as its root user.
    pub fn aws(&self) -> &Aws {
        &self.proxy.aws
    }

    /// The local AWS, called with a function's own rights. The function must have run before.
    pub async fn aws_as(&self, function: &str) -> Result<Aws> {
        let (function, role) = deploy::arn(self.aws(), self.resources.id(function)).await?;
        Ok(self.aws().with(Credentials::session(&function, &role)))
    }

    /// The local AWS through the proxy, as its root user: metered and breakable like a function's calls.
    #[must_use]
    pub fn aws_through_proxy(&self) -> Aws {
        self.aws().through(&self.proxy_url)
    }

    /// The base URL of webhooks and pages; in a browser, the inbox.
    pub fn api(&self) -> &str {
        &self.api
    }

    /// What the deploy made.
    pub fn resources(&self) -> &Resources {
        &self.resources
    }

    /// The template as SAM transformed it.
    #[must_use]
    pub fn template(&self) -> &Value {
        &self.template
    }

    /// Runs a function at once, such as `Clock` without waiting for its minute.
    pub async fn invoke(&self, function: &str, event: &Value) -> Result<Value> {
        let path = format!("/2015-03-31/functions/{}/invocations", self.resources.id(function));
        self.aws().rest("lambda", "POST", &path, Some(event)).await
    }

    /// Writes a parameter below the stack's prefix, such as `shops/demo`.
    pub async fn put_parameter(&self, name: &str, value: &Value) -> Result<()> {
        shop::put(self.aws(), name, "SecureString", value).await
    }

    /// Every line that a function such as `order-events` has logged.
    pub async fn logs(&self, function: &str) -> Result<Vec<String>> {
        let group = json!({"logGroupName": format!("/tidings/{STACK}/{function}")});
        let events = self.aws().json("Logs_20140328.FilterLogEvents", &group).await?;
        let text = |event: &Value| event["message"].as_str().map(|text| text.trim_end().to_owned());
        Ok(events["events"].as_array().into_iter().flatten().filter_map(text).collect())
    }

    /// How many messages a queue such as `MailQueue` holds: visible, in flight, delayed.
    pub async fn depth(&self, queue: &str) -> Result<[u64; 3]> {
        let url = self.resources.id(queue);
        let body = json!({"QueueUrl": url, "AttributeNames": ["All"]});
        let attributes = self.aws().json("AmazonSQS.GetQueueAttributes", &body).await?["Attributes"].take();
        let names = ["", "NotVisible", "Delayed"].map(|part| format!("ApproximateNumberOfMessages{part}"));
        Ok(names.map(|name| attributes[name.as_str()].as_str().and_then(|text| text.parse().ok()).unwrap_or_default()))
    }

    /// Waits until nothing waits in any queue and nothing is being handled, delayed messages included.
    ///
    /// # Panics
    /// If something is left after a minute.
    pub async fn settled(&self) {
        let mut quiet = 0;
        eventually("every queue is empty", async || {
            let mut left = 0;
            for queue in ["DeliveriesQueue", "FetchQueue", "MailQueue", "FeedbackQueue"] {
                left += self.depth(queue).await.ok()?.iter().sum::<u64>();
            }
            // Between a mail and its events nothing is in a queue for a moment: look several times.
            quiet = if left == 0 { quiet + 1 } else { 0 };
            (quiet > 5).then_some(())
        })
        .await;
    }

    /// How many messages the dead-letter queues hold together.
    pub async fn dead_letters(&self) -> Result<u64> {
        let mut count = 0;
        for queue in ["DeliveriesDeadLetters", "FetchDeadLetters", "MailDeadLetters", "FeedbackDeadLetters"] {
            count += self.depth(queue).await?.iter().sum::<u64>();
        }
        Ok(count)
    }

    /// The physical name of a function's folder name.
    pub fn function(&self, kebab: &str) -> &str {
        self.resources.id(&pascal(kebab))
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Answer {
    let answer = request.send().await.expect("the API is reachable");
    let status = answer.status().as_u16();
    let text = |value: &reqwest::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = answer.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    Answer { status, headers, body: answer.text().await.expect("the API finishes its answer") }
}

/// A folder that no other running test process uses.
fn free_folder(name: &str, options: fn(&str) -> Options) -> Result<(Options, File)> {
    let mut number = 1;
    loop {
        let options = options(&format!("{name}-{number}"));
        fs::create_dir_all(&options.folder)?;
        let lock = File::create(options.folder.with_extension("lock"))?;
        match lock.try_lock() {
            Ok(()) => return Ok((options, lock)),
            Err(fs::TryLockError::WouldBlock) => number += 1,
            Err(fs::TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}
