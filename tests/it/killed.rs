//! Real processes get SIGKILL between any two of their AWS calls: after redelivery nothing is lost or told twice.

use std::time::{Duration, Instant};

use domain::ids::OrderId;
use it::story::Order;
use it::{Effect, Fault, Stack, now, shop};
use jiff::SignedDuration;

/// Each kill costs whoever was in the same process a visibility time-out, and a claim its ambiguous wait.
const PATIENCE: Duration = Duration::from_mins(12);

#[tokio::test]
async fn a_function_may_die_between_any_two_calls() {
    let stack = Stack::start().await;
    // One function after the other: each death already takes the other orders' messages with it.
    survive(stack, "OrderEvents", 0..5).await;
    survive(stack, "EmailSender", 0..6).await;
}

/// Paid orders of which each has its own moment to die: after so many calls of a function that name the order.
async fn survive(stack: &Stack, function: &str, moments: std::ops::Range<u32>) {
    let order = |skip| Order::of(&format!("killed-{}-{skip}@buyer.example", function.to_lowercase()));
    let orders: Vec<Order> = moments.clone().map(order).collect();
    for (skip, order) in moments.zip(&orders) {
        let id = OrderId::new(shop::DEMO, &order.id.to_string());
        let kill = Fault::after(function, "any", Effect::Kill).of_any_action().skipping(skip).containing(id.as_str());
        stack.fault(kill);
        let at = now() - SignedDuration::from_secs(30);
        assert_eq!(stack.send(&order.checkout("processing", at)).await.status, 200);
        assert_eq!(stack.send(&order.paid(at)).await.status, 200);
    }
    let told = |order: &Order, what: &str| stack.mails_to(&order.email).iter().any(|mail| mail.subject.contains(what));
    let both = |order: &Order| told(order, "is confirmed") && told(order, "Receipt");
    until(function, async || orders.iter().all(both)).await;
    // Whatever would be told twice comes from a message that comes again.
    until("the queues run empty", async || {
        let mut left = 0;
        for queue in ["DeliveriesQueue", "MailQueue", "FeedbackQueue"] {
            left += stack.depth(queue).await.map_or(1, |depth| depth.iter().sum::<u64>());
        }
        left == 0
    })
    .await;
    for order in &orders {
        let mut subjects: Vec<String> = stack.mails_to(&order.email).into_iter().map(|mail| mail.subject).collect();
        subjects.sort_unstable();
        let number = order.id;
        let mut expected = vec![format!("Order {number} is confirmed"), format!("Receipt for order {number}")];
        // The payment's message may have come back half a minute after the order's: then this was true, and is told once.
        let unpaid = format!("Order {number} received, payment open");
        if subjects.contains(&unpaid) {
            expected.insert(1, unpaid);
        }
        assert_eq!(subjects, expected, "{function}");
    }
}

async fn until(what: &str, mut reached: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !reached().await {
        assert!(began.elapsed() < PATIENCE, "waited for {PATIENCE:?}: {what}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
