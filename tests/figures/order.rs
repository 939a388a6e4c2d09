//! The AWS calls of a whole order: its webhooks, its mails, and SES's events about them.

use std::collections::BTreeMap;

use anyhow::Result;
use it::story::{Order, Webhook};
use it::{Call, Stack};
use jiff::SignedDuration;

use crate::line;

/// What an order caused.
pub(crate) struct Measured {
    /// Each step with its calls.
    pub(crate) steps: Vec<(&'static str, Vec<Call>)>,
    /// How many webhooks came in.
    pub(crate) webhooks: usize,
    /// How many mails went out.
    pub(crate) mails: usize,
}

/// Plays an order, step by step, each one to its end.
pub(crate) async fn measure(stack: &Stack) -> Result<Measured> {
    // The first order starts processes and opens connections; the second one is measured.
    play(stack, &Order::of("figures-cold@buyer.example")).await?;
    play(stack, &Order::of("figures-warm@buyer.example")).await
}

async fn play(stack: &Stack, order: &Order) -> Result<Measured> {
    let minute = |minutes: i64| it::now() - SignedDuration::from_mins(10 - minutes);
    stack.reset_calls();
    let webhooks: [(&str, Webhook); 6] = [
        ("order placed", order.checkout("pending", minute(0))),
        ("placed and paid", order.paid(minute(1))),
        ("order released", order.checkout("processing", minute(2))),
        ("shipped", order.shipped(minute(3))),
        ("out for delivery", order.scanned("out_for_delivery", minute(4))),
        ("delivered", order.scanned("delivered", minute(5))),
    ];
    let mut steps = Vec::new();
    for (name, webhook) in &webhooks {
        stack.send(webhook).await;
        if *name == "order placed" {
            // The payment comes before "not yet paid" has settled, as it does when somebody pays at the checkout.
            continue;
        }
        stack.settled().await;
        // The clock ticks whether or not there is an order.
        steps.push((*name, stack.calls().into_iter().filter(|call| call.function != "Clock").collect()));
        stack.reset_calls();
    }
    Ok(Measured { steps, webhooks: webhooks.len(), mails: stack.mails_to(&order.email).len() })
}

impl Measured {
    /// Every call.
    pub(crate) fn calls(&self) -> impl Iterator<Item = &Call> {
        self.steps.iter().flat_map(|(_, calls)| calls)
    }

    /// Prints the table.
    pub(crate) fn print(&self) {
        line(&format!(
            "AWS calls of an order of {} webhooks and {} mails, nothing batched:",
            self.webhooks, self.mails
        ));
        line("");
        line("| step | calls | which |");
        line("|---|---|---|");
        for (name, calls) in &self.steps {
            let mut counted: BTreeMap<String, usize> = BTreeMap::new();
            for call in calls {
                *counted.entry(format!("{} {}", call.function, call.action)).or_default() += 1;
            }
            let which: Vec<String> = counted.into_iter().map(|(call, count)| format!("{count} × {call}")).collect();
            line(&format!("| {name} | {} | {} |", calls.len(), which.join(", ")));
        }
        line(&format!("| **all** | **{}** | |", self.calls().count()));
        line("");
    }
}
