//! Instructions, memory and size of the functions as they are deployed, each fed with events of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use config::links::{LIFE, Links};
use domain::ids::OrderId;
use domain::kept::{Body, Kept};
use it::story::{Order, Webhook};
use it::{STACK, Stack, root};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::lambda::Runtime;
use crate::line;
use crate::profile::Counted;

/// What can be measured.
pub(crate) const MEASURED: [&str; 4] = ["checkout-webhook", "order-events", "email-sender", "order-page"];
/// Warm events of one run.
const WARM: usize = 10;

/// Builds what is deployed, with names. Fat LTO: minutes for each function, the first time.
pub(crate) fn build() -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--profile", "figures"]).current_dir(root());
    for function in it::FUNCTIONS {
        cargo.args(["--package", function]);
    }
    ensure!(cargo.status().context("cargo")?.success(), "the build failed");
    Ok(root().join("target/figures"))
}

/// Prints how large all are that are deployed.
pub(crate) fn sizes(binaries: &Path) -> Result<()> {
    line("| function | binary, MB | deflated, MB |");
    line("|---|---|---|");
    for function in it::FUNCTIONS {
        let (bytes, deflated) = size(&binaries.join(function))?;
        line(&format!("| {function} | {:.2} | {:.2} |", megabytes(bytes), megabytes(deflated)));
    }
    line("");
    Ok(())
}

/// How large a function is as it is deployed, without names, and in its archive.
fn size(binary: &Path) -> Result<(usize, usize)> {
    let bare = tempfile::NamedTempFile::new()?;
    let stripped =
        Command::new("strip").arg("-o").args([bare.path(), binary]).status().context("strip, of binutils")?;
    ensure!(stripped.success(), "{} cannot be stripped", binary.display());
    let bytes = std::fs::read(bare.path())?;
    Ok((bytes.len(), miniz_oxide::deflate::compress_to_vec(&bytes, 9).len()))
}

/// Prints the table.
pub(crate) async fn print(stack: &Stack, binaries: &Path, measured: &[String]) -> Result<()> {
    line("| function | init + first event | of which hashing | warm event | of which hashing | RSS, MB |");
    line("|---|---|---|---|---|---|");
    let bench = Bench::new(stack).await?;
    for function in measured {
        let binary = binaries.join(function);
        let one = bench.count(&binary, function, 1).await?;
        let more = bench.count(&binary, function, 1 + WARM).await?;
        let resident = bench.resident(&binary, function).await?;
        let warm = |of: fn(&Counted) -> u64| millions((of(&more) - of(&one)) / WARM as u64);
        line(&format!(
            "| {function} | {:.2} | {:.2} | {:.2} | {:.2} | {resident:.1} |",
            millions(one.all),
            millions(one.hashing),
            warm(|count| count.all),
            warm(|count| count.hashing),
        ));
    }
    line("");
    line(
        "In M instructions, counted by callgrind over plain HTTP to the local AWS: a TLS handshake (some 3 M, at start) is not in it.",
    );
    line("Hashing is SHA-256 in software: valgrind's processor has no instructions for it, Lambda's have.");
    line("");
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "printed with two decimals")]
fn millions(count: u64) -> f64 {
    count as f64 / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "printed with two decimals")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

struct Bench<'s> {
    stack: &'s Stack,
    environment: BTreeMap<String, String>,
}

impl<'s> Bench<'s> {
    /// Queues that nobody else reads, so that nothing but the measured function does its work.
    async fn new(stack: &'s Stack) -> Result<Self> {
        let id = |name: &str| stack.resources().id(name).to_owned();
        let mut environment = BTreeMap::from([
            ("ORDERS_TABLE".to_owned(), id("OrdersTable")),
            ("MAILS_TABLE".to_owned(), id("MailsTable")),
            ("DESIGNS_TABLE".to_owned(), id("DesignsTable")),
            ("CONFIGURATION_SET".to_owned(), id("ConfigurationSet")),
            ("MARKETING_CONFIGURATION_SET".to_owned(), id("MarketingConfigurationSet")),
        ]);
        for (variable, queue) in [
            ("DELIVERIES_QUEUE_URL", "figures-deliveries"),
            ("MAIL_QUEUE_URL", "figures-mail"),
            ("FETCH_QUEUE_URL", "figures-fetch"),
            ("DELIVERIES_DEAD_LETTERS_URL", "figures-dead"),
        ] {
            let made = stack.aws().json("AmazonSQS.CreateQueue", &json!({"QueueName": queue})).await?;
            environment.insert(variable.to_owned(), made["QueueUrl"].as_str().unwrap_or_default().to_owned());
        }
        for (name, value) in [
            ("STACK", STACK),
            ("PAGES_URL", stack.api()),
            ("AMBIGUOUS_SECONDS", "300"),
            ("QUEUE_VISIBILITY", "180"),
            ("SENDER_CONCURRENCY", "2"),
            ("AWS_ENDPOINT_URL", stack.aws().endpoint()),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_SECRET_ACCESS_KEY", "test"),
            ("AWS_LAMBDA_FUNCTION_NAME", "figures"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "1"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
            ("RUST_LOG", "info"),
        ] {
            environment.insert(name.to_owned(), value.to_owned());
        }
        Ok(Self { stack, environment })
    }

    fn command(&self, program: &Path, runtime: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(&self.environment).env("AWS_LAMBDA_RUNTIME_API", runtime);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Instructions from the start of the process until so many events are answered.
    async fn count(&self, binary: &Path, function: &str, events: usize) -> Result<Counted> {
        let (runtime, address) = Runtime::start(self.events(function, binary, events).await?).await?;
        let out = root().join(format!("target/local/figures/callgrind.{function}.{events}"));
        let mut command = self.command(Path::new("/usr/bin/valgrind"), &address);
        command.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", out.display())).arg(binary);
        let child = command.spawn().context("valgrind is not installed")?;
        runtime.idle.notified().await;
        stop(child)?;
        ensure!(runtime.errors().is_empty(), "{function} failed: {:?}", runtime.errors());
        Counted::read(&out)
    }

    /// Resident memory after the events, in MB.
    async fn resident(&self, binary: &Path, function: &str) -> Result<f64> {
        let (runtime, address) = Runtime::start(self.events(function, binary, 1 + WARM).await?).await?;
        let child = self.command(binary, &address).spawn()?;
        runtime.idle.notified().await;
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()))?;
        stop(child)?;
        let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let kilobytes: f64 = kilobytes.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes / 1e3)
    }

    /// Events for a function, each about an order of its own.
    async fn events(&self, function: &str, binary: &Path, count: usize) -> Result<Vec<Value>> {
        let orders: Vec<Order> = (0..count).map(|_| Order::of("success@simulator.amazonses.com")).collect();
        let webhooks: Vec<Webhook> = orders.iter().map(|order| order.checkout("processing", it::now())).collect();
        let deliveries = |webhooks: &[Webhook]| webhooks.iter().map(|one| sqs(&delivery(one))).collect::<Vec<_>>();
        let id = |order: &Order| OrderId::new("demo", &order.id.to_string());
        let look = |order: &Order| sqs(&json!({"v": 1, "order": id(order), "cause": "figures"}));
        let looks: Vec<Value> = orders.iter().map(look).collect();
        let order_events = binary.with_file_name("order-events");
        if matches!(function, "email-sender" | "order-page") {
            self.handle(&order_events, deliveries(&webhooks)).await?;
        }
        if function == "email-sender" {
            // Its customers know all but the last word, and that is due at once.
            let of = |say: fn(&Order, Timestamp) -> Webhook| orders.iter().map(|order| say(order, it::now())).collect();
            let (paid, shipped): (Vec<_>, Vec<_>) = (of(Order::paid), of(Order::shipped));
            self.handle(&order_events, deliveries(&paid)).await?;
            self.handle(binary, looks.clone()).await?;
            self.handle(&order_events, deliveries(&shipped)).await?;
        }
        Ok(match function {
            "checkout-webhook" => webhooks.iter().map(request).collect(),
            "order-events" => deliveries(&webhooks),
            "email-sender" => looks,
            _ => {
                let links = self.links().await?;
                let token = |order: &Order| links.token(&id(order), it::now() + LIFE);
                orders.iter().map(|order| page(&token(order))).collect()
            }
        })
    }

    async fn links(&self) -> Result<Links> {
        let asked = json!({"Name": format!("/tidings/{STACK}/keys/links"), "WithDecryption": true});
        let answer = self.stack.aws().json("AmazonSSM.GetParameter", &asked).await?;
        Ok(serde_json::from_str(answer["Parameter"]["Value"].as_str().unwrap_or_default())?)
    }

    /// Has a function handle events that are not measured.
    async fn handle(&self, binary: &Path, events: Vec<Value>) -> Result<()> {
        let (runtime, address) = Runtime::start(events).await?;
        let child = self.command(binary, &address).spawn()?;
        runtime.idle.notified().await;
        ensure!(runtime.errors().is_empty(), "{} failed: {:?}", binary.display(), runtime.errors());
        stop(child)
    }
}

/// Ends a process in the way that lets callgrind write what it counted.
fn stop(mut child: Child) -> Result<()> {
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status()?;
    child.wait()?;
    Ok(())
}

fn delivery(webhook: &Webhook) -> Value {
    let kept = Kept {
        id: "figures".to_owned(),
        family: webhook.family.to_owned(),
        provider: webhook.provider.to_owned(),
        connection: "demo".to_owned(),
        received_at: it::now(),
        headers: webhook.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
        by: domain::kept::By::Webhook,
        body: Body(webhook.body.clone()),
    };
    let mut message = json!(kept);
    message["v"] = json!(1);
    message["what"] = json!("delivery");
    message
}

fn sqs(message: &Value) -> Value {
    json!({"Records": [{
        "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d", "receiptHandle": "x", "body": message.to_string(),
        "attributes": {"ApproximateReceiveCount": "1"}, "messageAttributes": {}, "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:figures", "awsRegion": "us-east-1",
    }]})
}

fn request(webhook: &Webhook) -> Value {
    let path = format!("/webhooks/{}/{}/demo", webhook.family, webhook.provider);
    let headers: BTreeMap<String, String> =
        webhook.headers.iter().map(|(name, value)| (name.to_lowercase(), value.clone())).collect();
    let mut event = http("POST", &path, &json!({"provider": webhook.provider, "connection": "demo"}));
    event["headers"] = json!(headers);
    event["body"] = json!(String::from_utf8_lossy(&webhook.body));
    event
}

fn page(token: &str) -> Value {
    http("GET", &format!("/orders/{token}"), &json!({"token": token}))
}

fn http(method: &str, path: &str, parameters: &Value) -> Value {
    json!({
        "version": "2.0", "routeKey": "figures", "rawPath": path, "rawQueryString": "", "headers": {"host": "figures.example"},
        "pathParameters": parameters, "isBase64Encoded": false,
        "requestContext": {
            "accountId": "1", "apiId": "figures", "domainName": "figures.example", "domainPrefix": "figures",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7", "userAgent": "x"},
            "requestId": "figures", "routeKey": "figures", "stage": "$default",
            "time": "12/Mar/2020:19:03:58 +0000", "timeEpoch": 1_583_348_638_390_u64,
        },
    })
}
