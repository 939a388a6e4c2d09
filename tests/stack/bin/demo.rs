//! `cargo demo`: an order's life on the local stack, webhook by webhook and mail by mail.
#![expect(clippy::print_stdout, reason = "a program for a terminal")]

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use it::story::{Order, Webhook};
use it::{Options, Stack, now};
use jiff::{SignedDuration, Timestamp};

/// What a step of the story brings about.
struct Step {
    /// What happens.
    what: &'static str,
    /// How many minutes before it is told.
    ago: i64,
    /// What is posted then.
    webhook: fn(&Order, Timestamp) -> Webhook,
    /// How many mails the customer has then.
    mails: usize,
}

const STEPS: [Step; 5] = [
    Step {
        what: "Ana orders two shirts. WooCommerce posts the order, not paid yet.",
        ago: 9,
        webhook: |order, at| order.checkout("pending", at),
        mails: 1,
    },
    Step { what: "Stripe posts that her payment succeeded.", ago: 8, webhook: Order::paid, mails: 3 },
    Step { what: "The warehouse posts that the parcel has left.", ago: 6, webhook: Order::shipped, mails: 4 },
    Step {
        what: "EasyPost posts the courier's scan: out for delivery.",
        ago: 0,
        webhook: |order, at| order.scanned("out_for_delivery", at),
        mails: 5,
    },
    Step {
        what: "EasyPost posts the next scan: delivered.",
        ago: 0,
        webhook: |order, at| order.scanned("delivered", at),
        mails: 6,
    },
];

fn main() -> Result<()> {
    let stack = Stack::boot(&Options::new("demo"))?;
    println!("\nAn order's life\n");
    let page = stack.block_on(story(&stack))?;
    println!("\ninbox       {}/", stack.api());
    println!("order page  {page}");
    if std::env::args().any(|argument| argument == "--exit") {
        return Ok(());
    }
    println!("\nBoth stay up until Ctrl-C.");
    stack.stay()
}

/// Tells the whole story and returns the address of the order's page.
async fn story(stack: &Stack) -> Result<String> {
    let began = Instant::now();
    let order = Order::of("ana@customer.example");
    let mut told = 0;
    let mut last = None;
    for step in &STEPS {
        say(began, "→", step.what);
        let webhook = (step.webhook)(&order, now() - SignedDuration::from_mins(step.ago));
        let answer = stack.send(&webhook).await;
        ensure!(answer.status == 200, "{} was answered {}: {}", step.what, answer.status, answer.body);
        for mail in stack.wait_for_mails(&order.email, step.mails).await.iter().skip(told) {
            say(began, "  ✉", &mail.subject);
        }
        told = step.mails;
        last = Some(webhook);
    }
    say(began, "→", "EasyPost posts the last scan once more: nobody is told twice.");
    stack.send(&last.context("a story has steps")?).await;
    stack.settled().await;
    let mails = stack.mails_to(&order.email);
    ensure!(mails.len() == told, "{} mails instead of {told}", mails.len());
    page(stack, began, &mails.last().context("no mail")?.text).await
}

/// Opens the page that the mail links to.
async fn page(stack: &Stack, began: Instant, text: &str) -> Result<String> {
    let link = text.split_whitespace().find(|word| word.contains("/orders/")).context("the mail links to no page")?;
    let link = link.trim_matches(['<', '>', '(', ')', '.', ',']);
    let answer = stack.get(link).await;
    ensure!(answer.status == 200, "the page was answered {}", answer.status);
    let title = answer.body.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
    say(began, "→", &format!("Ana opens her order's page: {title}"));
    Ok(link.to_owned())
}

fn say(began: Instant, mark: &str, what: &str) {
    let seconds = Duration::as_secs_f32(&began.elapsed());
    println!("{seconds:>5.1} s  {mark} {what}");
}
