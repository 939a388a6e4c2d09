//! `cargo demo`: an order's life on the local stack, webhook by webhook and mail by mail.
#![expect(clippy::print_stdout, reason = "a program for a terminal")]

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use it::story::{Order, Webhook};
use it::{Options, Stack, now};
use jiff::SignedDuration;

/// What a step of the story brings about.
struct Step {
    /// What happens.
    what: &'static str,
    /// What is posted.
    webhook: Webhook,
    /// How many mails the customer has then.
    mails: usize,
}

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
    for step in steps(&order) {
        say(began, "→", step.what);
        let answer = stack.send(&step.webhook).await;
        ensure!(answer.status == 200, "{} was answered {}: {}", step.what, answer.status, answer.body);
        for mail in stack.wait_for_mails(&order.email, step.mails).await.iter().skip(told) {
            say(began, "  ✉", &mail.subject);
        }
        told = step.mails;
    }
    say(began, "→", "The parcel's last scan comes once more: nobody is told twice.");
    stack.send(&order.scanned("delivered", now() - SignedDuration::from_mins(1))).await;
    stack.settled().await;
    let mails = stack.mails_to(&order.email);
    ensure!(mails.len() == told, "{} mails instead of {told}", mails.len());
    page(stack, began, &mails.last().context("no mail")?.text).await
}

fn steps(order: &Order) -> Vec<Step> {
    let ago = |minutes: i64| now() - SignedDuration::from_mins(minutes);
    let step = |what, webhook, mails| Step { what, webhook, mails };
    vec![
        step("Ana orders two shirts. WooCommerce posts the order, not paid yet.", order.checkout("pending", ago(9)), 1),
        step("Stripe posts that her payment succeeded.", order.paid(ago(8)), 3),
        step("The warehouse posts that the parcel has left.", order.shipped(ago(6)), 4),
        step("EasyPost posts the courier's scan: out for delivery.", order.scanned("out_for_delivery", ago(3)), 5),
        step("EasyPost posts the next scan: delivered.", order.scanned("delivered", ago(1)), 6),
    ]
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
