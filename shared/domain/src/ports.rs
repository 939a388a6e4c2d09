//! What functions need of the world, in the words of the domain.

mod designs;
mod sending;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::fact::Source;
use crate::gate::Gate;
use crate::ids::{IntentId, OrderId};
use crate::kept::Kept;
use crate::ledger::{Entry, History, Ledger, Said, Seen, State, Suppression};
use crate::order::{Key, Order};
use crate::reputation::{Harm, Reputation};
use crate::situations::Kind;

pub use designs::{Designs, Files, ReadDesigns};
pub use sending::{Canaries, Canary, Gates};

/// The other side cannot be asked now, or its answer is not known: try again later.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{what} is unavailable: {why}")]
pub struct Unavailable {
    /// Which store, queue or service.
    pub what: &'static str,
    /// Its error's code or kind; never a body or a value.
    pub why: String,
}

impl Unavailable {
    /// Names what could not be asked, and why.
    pub fn new(what: &'static str, why: impl std::fmt::Display) -> Self {
        Self { what, why: why.to_string() }
    }
}

/// An order as it is stored.
#[derive(Clone, PartialEq, Debug)]
pub struct Stored {
    /// The shop that it belongs to.
    pub shop: String,
    /// What is known; shared, because whoever compares or keeps it need not copy it.
    pub order: Arc<Order>,
    /// Digests of the raw deliveries that it was folded from; shared for the same reason.
    pub deliveries: Arc<BTreeSet<String>>,
    /// When to look at it again though nothing came in.
    pub wake_at: Option<Timestamp>,
    /// Rises by exactly one per change of facts; the condition of every write.
    pub v: u64,
}

/// A name of an order, in its shop.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LinkKey {
    /// The shop.
    pub shop: String,
    /// The name.
    pub key: Key,
}

/// Who claims a name, and what waits for somebody to claim it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Link {
    /// Orders that claim the name.
    pub orders: BTreeSet<OrderId>,
    /// Digests of raw deliveries with facts that name it.
    pub parked: BTreeSet<String>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Orders that exist.
    pub orders: BTreeMap<OrderId, Stored>,
    /// Links that exist.
    pub links: BTreeMap<LinkKey, Link>,
}

/// How a conditional write went.
#[derive(Clone, PartialEq, Debug)]
pub enum Written {
    /// It is stored.
    Done,
    /// Somebody else wrote since we read: this is there now.
    Conflict(Option<Box<Stored>>),
}

/// Why a raw delivery is kept, which decides for how long.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// An order was folded from it.
    Claimed,
    /// Only baskets were folded from it.
    Basket,
    /// It waits for its order.
    Parked,
    /// We cannot read it, and why.
    Unread(String),
}

/// Figures about an order beside its state, for lists and figures without reading the state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handles {
    /// The order in one word.
    pub headline: &'static str,
    /// When it was placed.
    pub placed_at: Option<Timestamp>,
    /// Its total.
    pub total: Option<crate::money::Money>,
    /// The keyed hash of its customer's address.
    pub customer: Option<String>,
    /// When it is forgotten; never, if nothing is said.
    pub expires: Option<Timestamp>,
}

/// Where orders, links and raw deliveries are. Reads are consistent.
pub trait Orders: Sync {
    /// Orders and links by their keys.
    fn find(&self, orders: &[OrderId], links: &[LinkKey]) -> impl Future<Output = Result<Found, Unavailable>> + Send;

    /// Writes an order if nobody did since version `read` was read; `None`: if there is none.
    fn write(
        &self,
        id: &OrderId,
        stored: &Stored,
        handles: &Handles,
        read: Option<u64>,
        now: Timestamp,
    ) -> impl Future<Output = Result<Written, Unavailable>> + Send;

    /// Adds an order to a name, and tells what is there then.
    fn claim(&self, link: &LinkKey, order: &OrderId) -> impl Future<Output = Result<Link, Unavailable>> + Send;

    /// Adds a kept delivery to a name, and tells what is there then.
    fn park(
        &self,
        link: &LinkKey,
        delivery: &str,
        now: Timestamp,
    ) -> impl Future<Output = Result<Link, Unavailable>> + Send;

    /// Takes deliveries off a name, after their order was written.
    fn unpark(
        &self,
        link: &LinkKey,
        deliveries: &BTreeSet<String>,
    ) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Keeps raw deliveries under their digests.
    fn keep(&self, kept: &[(&Kept, Keeping)], now: Timestamp) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Raw deliveries by their digests; those that are gone are left out.
    fn raw(&self, digests: &BTreeSet<String>) -> impl Future<Output = Result<Vec<Kept>, Unavailable>> + Send;

    /// Notes the hour in which a source was heard; at most once an hour and process.
    fn heard(&self, source: &Source, now: Timestamp) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// The hours in which a source was heard, of the last [`crate::silence::DAYS`].
    fn hours(&self, source: &Source, now: Timestamp)
    -> impl Future<Output = Result<BTreeSet<i64>, Unavailable>> + Send;
}

/// Reading the ledger.
pub trait ReadLedger: Sync {
    /// What is known of intents; those of which nothing is known are left out.
    fn entries(&self, intents: &[IntentId]) -> impl Future<Output = Result<Ledger, Unavailable>> + Send;
}

/// Reading all that is kept of an order's mails, whether or not its situations are known.
pub trait ReadHistory: Sync {
    /// Every entry of an order.
    fn history(&self, order: &OrderId)
    -> impl Future<Output = Result<BTreeMap<IntentId, History>, Unavailable>> + Send;
}

/// What the sender reads at once.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// The order.
    pub stored: Option<Stored>,
    /// Its mails.
    pub ledger: Ledger,
    /// Whether the address is suppressed for this shop, and why.
    pub suppressed: Option<Suppression>,
    /// Whether mails go out now.
    pub gate: Gate,
    /// What harmed the account's reputation lately.
    pub reputation: Reputation,
}

/// A suppressed address's key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AddressKey {
    /// The shop.
    pub shop: String,
    /// The keyed hash of the address.
    pub hash: String,
}

/// A claim on an intent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// What is claimed.
    pub intent: IntentId,
    /// Of what kind.
    pub kind: Kind,
    /// Whose claim: `{message id}:{receive count}`.
    pub token: String,
    /// What the mail will say that later mails depend on.
    pub said: Said,
    /// The unsettled claim that it takes over, if any.
    pub over: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// How a claim went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Claimed {
    /// It is ours; this is the how-manieth try.
    Ours {
        /// From 1.
        attempt: u32,
    },
    /// It is somebody else's, or ended.
    Theirs(Entry),
}

/// The ledger as the sender needs it.
pub trait Mails: ReadLedger + Canaries + Gates + Asked + Suppress {
    /// One consistent read of the order, its ledger entries, the address's suppression, the gate and the reputation.
    fn look(
        &self,
        order: &OrderId,
        intents: &[IntentId],
        address: Option<&AddressKey>,
    ) -> impl Future<Output = Result<Looked, Unavailable>> + Send;

    /// Claims an intent, if it is untold, owed, or an unsettled claim that is taken over and nothing was seen of it.
    fn claim(&self, claim: &Claim) -> impl Future<Output = Result<Claimed, Unavailable>> + Send;

    /// Writes how our claim ended (or that it is owed); nothing if the claim is not ours any more.
    fn settle(
        &self,
        claim: &Claim,
        state: &State,
        now: Timestamp,
    ) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Notes why an intent that nobody claimed is not told.
    fn note(
        &self,
        intent: &IntentId,
        kind: Kind,
        state: &State,
        reason: &str,
        now: Timestamp,
    ) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// Who was asked for something.
pub trait Asked: Sync {
    /// Notes that a customer is asked by this mail; false if another mail asked since `since`. Of all orders of a shop.
    fn ask(
        &self,
        address: &AddressKey,
        intent: &IntentId,
        since: Timestamp,
        now: Timestamp,
    ) -> impl Future<Output = Result<bool, Unavailable>> + Send;
}

/// Which addresses do not get every mail.
pub trait Suppress: Sync {
    /// Suppresses an address for a shop. A stronger reason is never softened by a weaker one.
    fn suppress(
        &self,
        address: &AddressKey,
        why: Suppression,
        at: Timestamp,
    ) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// The ledger as feedback needs it.
pub trait Feedback: Suppress {
    /// Notes what SES tells of a mail: each thing with its time. Answers with what was not known before: SES's events may
    /// come twice.
    fn see(
        &self,
        intent: &IntentId,
        seen: &BTreeMap<Seen, Timestamp>,
        ses_id: &str,
    ) -> impl Future<Output = Result<BTreeSet<Seen>, Unavailable>> + Send;

    /// Counts what harms the account's reputation.
    fn harmed(&self, harm: Harm, now: Timestamp) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Notes that a canary came back.
    fn canary_back(&self, sent_at: Timestamp) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// Where hints go: "look at this order".
pub trait Hints: Sync {
    /// Queues looks, each with its delay; tells which were not taken.
    fn look(
        &self,
        looks: &[(LookAt, jiff::SignedDuration)],
    ) -> impl Future<Output = Vec<Result<(), Unavailable>>> + Send;
}

/// A hint. Only the order is needed; the rest saves the sender a read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LookAt {
    /// At which order.
    pub order: OrderId,
    /// The correlation id of the delivery that caused it.
    pub cause: String,
    /// Intents that may have something in the ledger.
    pub intents: Vec<IntentId>,
    /// The customer's address.
    pub address: Option<AddressKey>,
    /// Since when it is put back again and again: after a while that is left to the clock, which begins anew.
    pub since: Option<Timestamp>,
}

/// Where a message goes that no retry can help: a dead-letter queue, by code and at once.
pub trait DeadLetters: Sync {
    /// Hands over a message as it came, so that a redrive can complete it after a fix.
    fn bury(&self, message: &str) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// A queue as whoever receives its messages sees it. Nothing depends on these calls: what they did not do is done when the
/// batch is answered, or once more.
pub trait Receipts: Sync {
    /// Deletes messages, by the receipts of this receive.
    fn delete(&self, receipts: &[&str]) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Lets messages that are not deleted be seen again so much later than the queue's other ones.
    fn put_off(
        &self,
        receipts: &[(&str, jiff::SignedDuration)],
    ) -> impl Future<Output = Result<(), Unavailable>> + Send;
}
