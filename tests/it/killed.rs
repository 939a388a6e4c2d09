//! Real processes get SIGKILL between any two of their AWS calls: after redelivery nothing is lost or told twice.

use std::time::{Duration, Instant};

use domain::ids::OrderId;
use it::story::Order;
use it::{Effect, Fault, Stack, now, shop};
use jiff::SignedDuration;

/// Redelivery takes half a minute here, and an order may need several.
const PATIENCE: Duration = Duration::from_mins(5);

/// Paid orders of which each has its own moment to die: after so many calls of a function that name the order.
async fn survive(function: &str, moments: std::ops::Range<u32>) {
    let stack = Stack::start().await;
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
    let began = Instant::now();
    let told = |order: &Order| stack.mails_to(&order.email).len();
    while orders.iter().any(|order| told(order) < 2) {
        let left: Vec<usize> = orders.iter().map(told).collect();
        assert!(began.elapsed() < PATIENCE, "{function}: still only {left:?} mails");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    // Whatever would be told twice comes from a message that comes again.
    tokio::time::timeout(PATIENCE, stack.settled()).await.expect("the queues run empty");
    for order in &orders {
        let mut subjects: Vec<String> = stack.mails_to(&order.email).into_iter().map(|mail| mail.subject).collect();
        subjects.sort_unstable();
        let number = order.id;
        let expected = [format!("Order {number} is confirmed"), format!("Receipt for order {number}")];
        assert_eq!(subjects, expected, "{function}");
    }
}

#[tokio::test]
async fn order_events_may_die_between_any_two_calls() {
    survive("OrderEvents", 0..5).await;
}

#[tokio::test]
async fn email_sender_may_die_between_any_two_calls() {
    survive("EmailSender", 0..8).await;
}
