//! The functions' processes: each handles one event at a time and keeps what it has read.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Wake;
use std::time::Duration;

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use config::settings::Settings;
use email_sender::Timing;
use email_sender::designs::Designs;
use email_sender::sending::Sending;
use intake::Family;
use lambda_http::Request;

use super::coverage::Function;
use super::ports::{Port, Receives};
use super::queues::{Queue, Received};
use super::ses::compose;
use super::sim::{now, wait};

/// The name of the simulated stack.
pub(super) const STACK: &str = "simulated";

type OrderEvents = order_events::World<Port, Port, Port, Port, Port>;
type Sender = email_sender::World<Port, Port, Port, Port>;

/// As in the template: so many senders share the account's rate.
pub(super) const SENDERS: u32 = 2;

fn pause(time: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(wait(i64::try_from(time.as_millis()).unwrap_or(i64::MAX)))
}

/// A process of a function.
#[derive(Clone)]
pub(super) enum Process {
    Webhooks(Function, Arc<Settings<Port>>),
    OrderEvents(Arc<OrderEvents>),
    Sender(Arc<Sender>),
    Feedback(Arc<Settings<Port>>),
    Clock,
}

/// What a function is called with.
pub(super) enum Work {
    Request(Box<Request>),
    Batch(Vec<Received>),
    Tick,
}

/// How it answers.
pub(super) enum Done {
    Status(u16),
    Batch(SqsBatchResponse),
    Ticked,
}

/// An invocation at work.
pub(super) type Running = Pin<Box<dyn Future<Output = Done>>>;

impl Process {
    pub(super) fn new(function: Function) -> Self {
        let settings = || Settings::new(Port, STACK.to_owned());
        match function {
            Function::OrderEvents => Self::OrderEvents(Arc::new(order_events::World {
                settings: settings(),
                orders: Port,
                ledger: Port,
                hints: Port,
                dead: Port,
                pause,
            })),
            Function::Sender => Self::Sender(Arc::new(email_sender::World {
                settings: settings(),
                mails: Port,
                compose,
                designs: Designs::new(Port),
                ses: Port,
                hints: Port,
                pages: "https://pages.example.com".to_owned(),
                sending: Sending::new(SENDERS, pause),
                timing: Timing::ambiguous_after(300),
                clock: now,
            })),
            Function::Feedback => Self::Feedback(Arc::new(settings())),
            Function::Clock => Self::Clock,
            webhooks => Self::Webhooks(webhooks, Arc::new(Settings::for_strangers(Port, STACK.to_owned()))),
        }
    }

    /// Calls the function.
    pub(super) fn call(&self, work: Work) -> Running {
        match (self.clone(), work) {
            (Self::Webhooks(function, settings), Work::Request(request)) => {
                Box::pin(async move { Done::Status(webhook(function, &settings, *request).await) })
            }
            (Self::OrderEvents(world), Work::Batch(batch)) => Box::pin(async move {
                Done::Batch(order_events::handle(&world, &Receives(Queue::Deliveries), event(batch), now()).await)
            }),
            (Self::Sender(world), Work::Batch(batch)) => Box::pin(async move {
                Done::Batch(email_sender::handle(&world, &Receives(Queue::Mail), event(batch)).await)
            }),
            (Self::Feedback(settings), Work::Batch(batch)) => Box::pin(async move {
                let receipts = Receives(Queue::Feedback);
                Done::Batch(email_feedback::handle(&settings, &Port, &Port, &receipts, event(batch), now()).await)
            }),
            _ => Box::pin(async {
                // It logs its failure; the next tick asks again.
                let _ = clock::handle(&Port, &Port, &Port, now(), || false).await;
                Done::Ticked
            }),
        }
    }
}

async fn webhook(function: Function, settings: &Settings<Port>, request: Request) -> u16 {
    let family = match function {
        Function::Checkout => Family { name: "storefronts", provers: storefronts::PROVERS },
        Function::Payment => Family { name: "payments", provers: payments::PROVERS },
        _ => Family { name: "carriers", provers: carriers::PROVERS },
    };
    let world = intake::World { family, settings, deliveries: &Port, keys: &intake::NoKeys };
    intake::handle(&world, request, now()).await.status().as_u16()
}

/// A batch as Lambda hands it over.
fn event(batch: Vec<Received>) -> SqsEvent {
    let record = |received: Received| {
        let mut record = SqsMessage::default();
        record.message_id = Some(received.message.to_string());
        record.receipt_handle = Some(received.message.to_string());
        record.body = Some(received.body);
        record.attributes.insert("ApproximateReceiveCount".to_owned(), received.receives.to_string());
        record
    };
    let mut event = SqsEvent::default();
    event.records = batch.into_iter().map(record).collect();
    event
}

/// Whether somebody inside of an invocation can go on.
#[derive(Default)]
pub(super) struct Woken(AtomicBool);

impl Woken {
    pub(super) fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}
