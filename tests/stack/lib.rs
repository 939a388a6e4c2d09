//! The local stack: the real template, deployed by the real `sam deploy` to a local AWS, with our proxy in between.
//!
//! Tests share one: [`Stack::start`]. `cargo local` and `cargo demo` are thin programs around it.

mod aws;
mod binaries;
mod client;
pub mod crashes;
mod deploy;
#[path = "../gallery/mod.rs"]
pub mod gallery;
mod mend;
mod proxy;
mod server;
pub mod shop;
pub mod sign;
#[path = "../simulator/mod.rs"]
pub mod simulator;
pub mod story;
mod tools;
mod watch;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

pub use aws::Aws;
pub use binaries::pascal;
pub use client::{Answer, eventually};
pub use deploy::Resources;
pub use proxy::{Call, Effect, Fault, Mail, When};
pub use watch::Told;

use aws::Credentials;
use proxy::{Deployed, Front, Proxy};
use server::Server;

/// The name of the deployed stack.
pub const STACK: &str = "tidings-local";

/// Every function of the template: a folder of `functions/` each.
pub const FUNCTIONS: [&str; 11] = [
    "checkout-webhook",
    "payment-webhook",
    "tracking-webhook",
    "order-events",
    "email-sender",
    "email-feedback",
    "clock",
    "order-page",
    "fetcher",
    "reconcile",
    "designs",
];

/// How a stack differs from another.
pub struct Options {
    /// Where its files are: logs, binaries as deployed.
    pub folder: PathBuf,
    /// Seconds for a batch. A message is seen again after six times as many.
    pub queue_timeout: u32,
    /// Seconds until an ambiguous send may be settled: more than six times `queue_timeout`, as the template says.
    pub ambiguous_seconds: u32,
}

impl Options {
    /// A stack with its files in this folder of `target/local`.
    pub fn new(folder: impl AsRef<Path>) -> Self {
        Self { folder: root().join("target/local").join(folder), queue_timeout: 8, ambiguous_seconds: 60 }
    }
}

/// A running stack. It ends with our process, or when it is dropped.
pub struct Stack {
    api: String,
    proxy_url: String,
    proxy: Arc<Proxy>,
    resources: Resources,
    template: Value,
    client: reqwest::Client,
    folder: PathBuf,
    /// Held while the folder is in use.
    lock: Option<File>,
    // In this order: the server goes before the runtime on which its calls are forwarded.
    server: Server,
    runtime: Runtime,
}

impl Stack {
    /// Builds, starts and deploys a stack, and sets up the demo shop.
    pub fn boot(options: &Options) -> Result<Self> {
        let folder = &options.folder;
        fs::create_dir_all(folder)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let (aws_door, proxy_url) = runtime.block_on(open_door())?;
        let (api_door, api) = runtime.block_on(open_door())?;
        let (laid_out, mut server) = prepare(options, &proxy_url)?;
        let proxy = Proxy::new(Aws::new(&server.endpoint));
        runtime.spawn(Arc::clone(&proxy).serve(aws_door, Front::Aws));
        runtime.spawn(Arc::clone(&proxy).serve(api_door, Front::Api));
        runtime.block_on(server.ready())?;
        deploy::deploy(&laid_out, &proxy.aws, &api, options)?;
        let (resources, template) = runtime.block_on(finish(&proxy))?;
        let (client, folder) = (aws::client(), folder.clone());
        progress(&format!("ready: {api}"));
        Ok(Self { api, proxy_url, proxy, resources, template, client, folder, lock: None, server, runtime })
    }

    /// What `target/local/stack.json` says: all that a client outside needs.
    pub fn description(&self) -> Value {
        json!({
            "api": self.api,
            "mails": format!("{}/_tidings/mails", self.api),
            "aws": self.server.endpoint,
            "proxy": self.proxy_url,
            "stack": STACK,
            "shop": shop::DEMO,
            "connection": shop::DEMO,
            "secrets": shop::secrets(),
        })
    }

    /// Runs until Ctrl-C, with `stack.json` there for as long.
    pub fn stay(&self) -> Result<()> {
        let path = self.folder.join("stack.json");
        fs::write(&path, serde_json::to_string_pretty(&self.description())?)?;
        self.runtime.block_on(tokio::signal::ctrl_c())?;
        Ok(fs::remove_file(path)?)
    }

    /// Runs a story on the stack's own threads.
    pub fn block_on<T>(&self, story: impl Future<Output = T>) -> T {
        self.runtime.block_on(story)
    }
}

/// Installs, builds and starts, all at the same time.
fn prepare(options: &Options, proxy_url: &str) -> Result<(PathBuf, Server)> {
    let folder = &options.folder;
    thread::scope(|scope| {
        let template = scope.spawn(|| binaries::lay_out(&folder.join("build")));
        let sam = scope.spawn(|| tools::SAM.bin());
        let server = Server::start(folder, proxy_url);
        let template = template.join().map_err(|_| anyhow!("laying out the functions panicked"))??;
        sam.join().map_err(|_| anyhow!("installing sam panicked"))??;
        Ok((template, server?))
    })
}

/// What comes after the deploy: routes, the shop, and telling the proxy who is who.
async fn finish(proxy: &Proxy) -> Result<(Resources, Value)> {
    let resources = deploy::resources(&proxy.aws).await?;
    let template = deploy::template(&proxy.aws).await?;
    mend::mend(&proxy.aws, &resources, &template).await?;
    let mut functions = HashMap::new();
    for name in FUNCTIONS {
        let id = pascal(name);
        let (function, role) = deploy::arn(&proxy.aws, resources.id(&id)).await?;
        functions.insert(Credentials::session(&function, &role).key().to_owned(), id);
    }
    let deployed = Deployed {
        functions,
        api: resources.id("Api").to_owned(),
        configuration_sets: ["ConfigurationSet", "MarketingConfigurationSet"].map(|id| resources.id(id).to_owned()),
        topic: resources.id("FeedbackTopic").to_owned(),
    };
    proxy.deployed.set(deployed).map_err(|_| anyhow!("deployed twice"))?;
    shop::set_up(&proxy.aws).await.context("setting up the demo shop")?;
    Ok((resources, template))
}

async fn open_door() -> Result<(TcpListener, String)> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let url = format!("http://{}", listener.local_addr()?);
    Ok((listener, url))
}

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    // Cargo says it when it runs a program; a program that is started by itself knows where it was built.
    let package = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&package).parent().unwrap_or_else(|| Path::new(".")).to_owned()
}

/// The time, as the real world has it.
#[expect(clippy::disallowed_methods, reason = "signatures and logs of the local stack are of this moment")]
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// One line about something that takes its time.
fn progress(what: &str) {
    // Not `eprintln!`: the test harness would keep it to itself.
    let _ = writeln!(std::io::stderr(), "[tidings] {what}");
}
