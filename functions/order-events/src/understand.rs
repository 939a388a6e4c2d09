//! One message's delivery becomes facts, or is kept raw, unread and dead-lettered at once.

use std::sync::Arc;

use bootstrap::batch::Message;
use bootstrap::metrics::{self, Metric};
use config::parameters::{self, Parameters};
use domain::fact::{Fact, Source};
use domain::kept::Kept;
use domain::ports::{DeadLetters, Hints, Keeping, Orders, ReadLedger};
use interpret::{Read, customers};
use jiff::Timestamp;
use webhooks::delivery::Unreadable;

use crate::{Taken, World};

/// What one delivery says.
#[derive(Clone, Debug)]
pub(crate) struct Understood {
    /// The message that carried it.
    pub(crate) message: String,
    /// How often it was received.
    pub(crate) receives: u32,
    /// The raw delivery, without what may not be kept.
    pub(crate) kept: Kept,
    /// Its key.
    pub(crate) digest: String,
    /// Who says it.
    pub(crate) source: Source,
    /// The shops that it may be about.
    pub(crate) shops: Vec<String>,
    /// What it says; shared with every order that it is about.
    pub(crate) facts: Vec<Arc<Fact>>,
}

/// Reads a message's delivery.
pub(crate) async fn understand<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    message: &Message,
    kept: Kept,
    now: Timestamp,
) -> Taken {
    let span =
        tracing::info_span!("delivery", delivery = kept.id, provider = kept.provider, connection = kept.connection);
    let connection = match kept.family.as_str() {
        // What customers say on our own page has no settings: its connection is the shop.
        customers::FAMILY => Ok(Some(customers::connection())),
        family => world.settings.connection(family, &kept.connection, parameters::Read::Cached, now).await,
    };
    let Ok(connection) = connection else { return Taken::Returned };
    let read = match connection.as_deref() {
        Some(connection) => interpret::interpret(&kept, connection),
        None => Err(Unreadable("its connection's parameter is gone: put it back, then redrive".to_owned())),
    };
    let understood = match read {
        Ok(read) => Understood::new(kept, read),
        Err(why) => return unread(world, message, kept, &why, now).await,
    };
    if understood.facts.is_empty() {
        let _in = span.enter();
        tracing::info!("a genuine delivery of no use to us");
        return Taken::Nothing;
    }
    Taken::Facts(Box::new(Understood { message: message.id.clone(), receives: message.receives, ..understood }))
}

impl Understood {
    /// What a delivery says, as if it came with no message.
    pub(crate) fn new(kept: Kept, read: Read) -> Self {
        let Read { digest, source, shops, facts } = read;
        let blanked = interpret::blanked(&kept);
        let facts = facts.into_iter().map(Arc::new).collect();
        Self { message: String::new(), receives: 1, kept: kept.blanked(blanked), digest, source, shops, facts }
    }
}

/// Kept raw with its reason, then dead-lettered by code at once; after a fix a redrive completes it.
async fn unread<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    message: &Message,
    kept: Kept,
    why: &Unreadable,
    now: Timestamp,
) -> Taken {
    let (delivery, provider, connection) = (kept.id.clone(), kept.provider.clone(), kept.connection.clone());
    // The same key as it will have once it is read, so that a redrive leaves nothing behind that is called unread.
    let blanked = interpret::blanked(&kept);
    let kept = kept.blanked(blanked);
    if world.orders.keep(&[(&kept, Keeping::Unread(why.to_string()))], now).await.is_err() {
        return Taken::Returned;
    }
    if world.dead.bury(&message.body).await.is_err() {
        return Taken::Returned;
    }
    tracing::error!(delivery, provider, connection, %why, "a genuine delivery cannot be read: it waits in the dead-letter queue; after the fix, redrive it");
    metrics::count(Metric::DeliveriesUnread, 1, now);
    Taken::Nothing
}
