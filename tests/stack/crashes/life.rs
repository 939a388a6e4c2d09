//! An order's life, with a blow in some of its steps.

use std::time::{Duration, Instant};

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::ids::OrderId;
use domain::kept::{Body, Kept};
use jiff::Timestamp;

use super::{Cell, Step, books};
use crate::story::{Order, Webhook};
use crate::{Call, Stack, now, shop};

/// How long a step may take: a death costs a visibility time-out, an ambiguous send its wait, and others die beside it.
const PATIENCE: Duration = Duration::from_mins(6);

/// A step, and what befalls it.
pub(super) struct Beat {
    pub(super) step: Step,
    pub(super) cell: Option<Cell>,
    /// Whether the blow fell.
    pub(super) hit: bool,
    /// Whether the step came to its end in time.
    pub(super) ended: bool,
    /// The calls that came meanwhile, if they were asked for.
    pub(super) calls: Vec<Call>,
}

/// An order that lived.
pub(super) struct Life {
    pub(super) order: OrderId,
    pub(super) beats: Vec<Beat>,
}

/// How a life is lived.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Among others.
    Among,
    /// Alone on the stack; every step waits until nothing is going on, and its calls are kept.
    Alone,
    /// Alone, and every step begins with no process running.
    Cold,
}

/// Lives through these steps.
pub(super) async fn live(stack: &Stack, steps: Vec<(Step, Option<Cell>)>, manner: Manner) -> Life {
    let order = Order::of("buyer@customer.example");
    let id = OrderId::new(shop::DEMO, &order.id.to_string());
    let number = order.id;
    let names = ["", "pi_", "ch_", "F"].map(|kind| format!("{kind}{number}"));
    stack.watch(id.as_str(), names.into_iter().chain([id.to_string(), order.tracking.clone()]));
    let mut beats = Vec::new();
    for (step, cell) in steps {
        let mut beat = Beat { step, cell, hit: false, ended: false, calls: Vec::new() };
        one(stack, &order, &id, &mut beat, manner).await;
        beats.push(beat);
    }
    stack.unwatch(id.as_str());
    Life { order: id, beats }
}

async fn one(stack: &Stack, order: &Order, id: &OrderId, beat: &mut Beat, manner: Manner) {
    if manner != Manner::Among {
        rest(stack, PATIENCE).await;
        if manner == Manner::Cold {
            stack.end_processes();
        }
        stack.reset_calls();
    }
    let armed = beat.cell.as_ref().map(|cell| {
        let fault = cell.blow.fault(&cell.spot);
        if cell.spot.shared { fault } else { fault.about(id.as_str()) }
    });
    if let Some(fault) = &armed {
        stack.fault(fault.clone());
    }
    beat.ended = happen(stack, order, id, beat.step).await;
    if manner != Manner::Among {
        rest(stack, PATIENCE).await;
        beat.calls = stack.calls();
    }
    beat.hit = armed.is_some_and(|fault| stack.withdraw(&fault));
}

/// Makes a step happen and waits for all that it brings about; false if it does not come in time.
async fn happen(stack: &Stack, order: &Order, id: &OrderId, step: Step) -> bool {
    let began = Instant::now();
    match step {
        Step::Opened => opened(stack, order, id, began).await,
        Step::Woken => woken(stack, id, began).await,
        _ => {
            let Some(webhook) = step.webhook(order, now()) else { return true };
            let version = books::version(stack, id).await;
            watch(stack, id, &webhook);
            while stack.send(&webhook).await.status != 200 {
                if !again(began).await {
                    return false;
                }
            }
            if step.kinds().is_empty() {
                written(stack, id, version, began).await
            } else {
                told(stack, id, step, began).await
            }
        }
    }
}

/// A delivery is known by its text in the queue, and by its digest in the table.
fn watch(stack: &Stack, id: &OrderId, webhook: &Webhook) {
    let kept = Kept {
        id: String::new(),
        family: webhook.family.to_owned(),
        provider: webhook.provider.to_owned(),
        connection: shop::DEMO.to_owned(),
        received_at: Timestamp::UNIX_EPOCH,
        headers: Vec::new(),
        by: domain::kept::By::Webhook,
        body: Body(webhook.body.clone()),
    };
    stack.watch(id.as_str(), [STANDARD.encode(&webhook.body), kept.digest()]);
}

async fn told(stack: &Stack, id: &OrderId, step: Step, began: Instant) -> bool {
    let mut looked = Instant::now();
    loop {
        let told = stack.told(id);
        let all = step.kinds().iter().all(|kind| told.iter().any(|mail| mail.kind == *kind));
        // The ledger costs a call: it is asked when it is likely to know.
        if (all || looked.elapsed() > Duration::from_secs(10)) && books::ended(stack, id, step).await {
            return true;
        }
        if looked.elapsed() > Duration::from_secs(10) {
            looked = Instant::now();
        }
        if all {
            tokio::time::sleep(Duration::from_millis(800)).await;
        }
        if !again(began).await {
            return false;
        }
    }
}

async fn written(stack: &Stack, id: &OrderId, version: u64, began: Instant) -> bool {
    while books::version(stack, id).await <= version {
        tokio::time::sleep(Duration::from_millis(800)).await;
        if !again(began).await {
            return false;
        }
    }
    true
}

async fn opened(stack: &Stack, order: &Order, id: &OrderId, began: Instant) -> bool {
    let text = stack.last_mail_of(id).unwrap_or_default();
    let Some(link) = text.split_whitespace().find(|word| word.contains("/orders/")) else { return false };
    let link = link.trim_matches(['<', '>', '(', ')', '.', ',']);
    let number = order.id.to_string();
    loop {
        let page = stack.get(link).await;
        if page.status == 200 && page.body.contains(&number) {
            return true;
        }
        if !again(began).await {
            return false;
        }
    }
}

async fn woken(stack: &Stack, id: &OrderId, began: Instant) -> bool {
    while books::make_due(stack, id).await.is_err() {
        if !again(began).await {
            return false;
        }
    }
    loop {
        // A tick that fails is followed by another one.
        let _ = stack.invoke("Clock", &serde_json::json!({})).await;
        for _ in 0..5 {
            tokio::time::sleep(Duration::from_millis(800)).await;
            if !books::due(stack, id).await {
                return true;
            }
        }
        if !again(began).await {
            return false;
        }
    }
}

/// Waits until nothing waits in any queue and nothing is being handled; false if that does not come in time.
pub(super) async fn rest(stack: &Stack, patience: Duration) -> bool {
    let began = Instant::now();
    let mut quiet = 0;
    while quiet < 6 {
        let mut left = 0;
        for queue in ["DeliveriesQueue", "MailQueue", "FeedbackQueue"] {
            left += stack.depth(queue).await.map_or(1, |depth| depth.iter().sum::<u64>());
        }
        // Between a mail and its events nothing is in a queue for a moment: look several times.
        quiet = if left == 0 { quiet + 1 } else { 0 };
        if began.elapsed() > patience {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    true
}

/// A moment of rest before the next try; false when there was time enough.
async fn again(began: Instant) -> bool {
    tokio::time::sleep(Duration::from_millis(200)).await;
    began.elapsed() < PATIENCE
}
