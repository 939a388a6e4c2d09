//! What travels in the queues. Every message says its version; code that meets a newer one returns the message.

use domain::hint::Hint;
use domain::ids::{IntentId, OrderId};
use domain::kept::{Body, By, Kept};
use domain::ports::{AddressKey, LookAt};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The version that this code writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// Larger bodies do not fit into a message once they are base64.
pub const LARGEST: usize = 700 * 1024;

/// Why a message's text is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotRead {
    /// Written by newer code: deploy it here too.
    #[error("the message is of a newer version")]
    Newer,
    /// No message of ours.
    #[error("not a message of this queue")]
    Foreign,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// A message that says its version.
pub trait Versioned {
    /// Its version.
    fn version(&self) -> u32;
}

/// Reads a message's text.
pub fn read<'a, T: Deserialize<'a> + Versioned>(text: &'a str) -> Result<T, NotRead> {
    let message: Option<T> = serde_json::from_str(text).ok();
    // Only of what cannot be read, or may mean something else by now, the version is asked by itself.
    if let Some(message) = message.filter(|message| message.version() <= VERSION) {
        return Ok(message);
    }
    match serde_json::from_str(text) {
        Ok(Version { v }) if v > VERSION => Err(NotRead::Newer),
        _ => Err(NotRead::Foreign),
    }
}

/// What [deliveries] carries.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Flat")]
pub struct Incoming {
    /// The message's version.
    pub v: u32,
    /// What it is.
    #[serde(flatten)]
    pub what: What,
}

/// What there is to look at.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// A proved webhook request.
    Delivery(Kept),
    /// An order whose time has come.
    Wake {
        /// Which.
        order: OrderId,
    },
}

/// What [fetch] carries: a thin webhook's hint, or a listing's.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ToFetch {
    /// The message's version.
    pub v: u32,
    /// The correlation id of the request that hinted.
    pub id: String,
    /// `storefronts`, `payments` or `carriers`.
    pub family: String,
    /// Whom to ask.
    pub provider: String,
    /// With whose credentials.
    pub connection: String,
    /// For what.
    pub hint: Hint,
    /// When it came.
    pub hinted_at: Timestamp,
    /// How often the provider was asked in vain.
    #[serde(default)]
    pub tries: u32,
}

impl Versioned for ToFetch {
    fn version(&self) -> u32 {
        self.v
    }
}

/// An [`Incoming`] as it is written: read field by field, so that a large body is not copied to find out what it is.
#[derive(Deserialize)]
struct Flat {
    v: u32,
    what: Name,
    id: Option<String>,
    family: Option<String>,
    provider: Option<String>,
    connection: Option<String>,
    received_at: Option<Timestamp>,
    headers: Option<Vec<(String, String)>>,
    #[serde(default)]
    by: By,
    body: Option<Body>,
    order: Option<OrderId>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Name {
    Delivery,
    Wake,
}

impl TryFrom<Flat> for Incoming {
    type Error = &'static str;

    fn try_from(flat: Flat) -> Result<Self, Self::Error> {
        let delivery = || {
            Some(Kept {
                id: flat.id?,
                family: flat.family?,
                provider: flat.provider?,
                connection: flat.connection?,
                received_at: flat.received_at?,
                headers: flat.headers?,
                by: flat.by,
                body: flat.body?,
            })
        };
        let what = match flat.what {
            Name::Delivery => delivery().map(What::Delivery),
            Name::Wake => flat.order.map(|order| What::Wake { order }),
        };
        Ok(Self { v: flat.v, what: what.ok_or("a field is missing")? })
    }
}

impl Versioned for Incoming {
    fn version(&self) -> u32 {
        self.v
    }
}

impl Versioned for Look {
    fn version(&self) -> u32 {
        self.v
    }
}

impl<'a> From<&'a LookAt> for WrittenLook<'a> {
    fn from(look: &'a LookAt) -> Self {
        let address = look.address.as_ref().map(|address| (address.shop.as_str(), address.hash.as_str()));
        let LookAt { order, cause, intents, since, .. } = look;
        Self { v: VERSION, order, cause, intents, address, since: *since }
    }
}

impl From<Look> for LookAt {
    fn from(look: Look) -> Self {
        let address = look.address.map(|(shop, hash)| AddressKey { shop, hash });
        Self { order: look.order, cause: look.cause, intents: look.intents, address, since: look.since }
    }
}

/// What [mail] carries: "look at this order". Only `order` is needed; the rest saves the sender a read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Look {
    /// The message's version.
    pub v: u32,
    /// At which order.
    pub order: OrderId,
    /// The correlation id of the delivery that caused it.
    pub cause: String,
    /// Intents that may have something in the ledger.
    #[serde(default)]
    pub intents: Vec<IntentId>,
    /// The shop and the keyed hash of the customer's address.
    #[serde(default)]
    pub address: Option<(String, String)>,
    /// Since when it is put back again and again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

/// A [`Look`] that is written from where it lies.
#[derive(Clone, Debug, Serialize)]
pub struct WrittenLook<'a> {
    v: u32,
    order: &'a OrderId,
    cause: &'a str,
    intents: &'a [IntentId],
    address: Option<(&'a str, &'a str)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_out_of_the_queue_as_it_went_in() {
        let what = What::Delivery(Kept {
            id: "1".into(),
            family: "payments".into(),
            provider: "stripe".into(),
            connection: "demo".into(),
            received_at: Timestamp::UNIX_EPOCH,
            headers: vec![("content-type".into(), "application/json".into())],
            by: domain::kept::By::Webhook,
            body: Body(vec![0, 159, 255]),
        });
        let message = Incoming { v: VERSION, what };
        let text = serde_json::to_string(&message).expect("serialises");
        assert_eq!(read::<Incoming>(&text), Ok(message));
    }

    #[test]
    fn a_look_comes_out_of_the_queue_as_it_went_in() {
        let order = OrderId::new("demo", "1");
        let intents = vec![IntentId::new(&order, "received", "order")];
        let address = Some(AddressKey { shop: "demo".into(), hash: "h".into() });
        let look = LookAt { intents, order, cause: "1".into(), address, since: Some(Timestamp::UNIX_EPOCH) };
        for look in [LookAt { address: None, since: None, ..look.clone() }, look] {
            let text = serde_json::to_string(&WrittenLook::from(&look)).expect("serialises");
            assert_eq!(read::<Look>(&text).map(LookAt::from), Ok(look));
        }
    }

    #[test]
    fn newer_and_foreign_messages_are_told_apart() {
        assert_eq!(read::<Incoming>(r#"{"v":2,"what":"teleport"}"#), Err(NotRead::Newer));
        assert_eq!(read::<Incoming>("hello"), Err(NotRead::Foreign));
        assert_eq!(read::<Incoming>(r#"{"v":1}"#), Err(NotRead::Foreign));
        assert_eq!(read::<Incoming>(r#"{"v":1,"what":"wake"}"#), Err(NotRead::Foreign));
        let order = OrderId::new("demo", "1");
        let wake = |v: u32| format!(r#"{{"v":{v},"what":"wake","order":"{order}","later":[1]}}"#);
        assert_eq!(read(&wake(1)), Ok(Incoming { v: 1, what: What::Wake { order: order.clone() } }));
        assert_eq!(read::<Incoming>(&wake(2)), Err(NotRead::Newer));
    }
}
