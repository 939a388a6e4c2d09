//! What a status means, for status tables that can be read as tables.

use domain::fact::{DelayCause, Reason};
use domain::link::Link;
use domain::tracking::{ParcelState, known_page};
use webhooks::wire::Text;

/// What a status means: where the parcel is, what is wrong, why it is late, and whether the customer has to act. Nothing is
/// what a status means that we do not know: what was before it stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Meaning {
    pub(crate) state: Option<ParcelState>,
    pub(crate) reason: Option<Reason>,
    pub(crate) delayed: Option<DelayCause>,
    pub(crate) action_required: bool,
}

/// What says nothing of where a parcel is.
pub(crate) const NOTHING: Meaning = Meaning { state: None, reason: None, delayed: None, action_required: false };

/// It is there, and nothing is wrong.
pub(crate) const fn is(state: ParcelState) -> Meaning {
    Meaning { state: Some(state), ..NOTHING }
}

/// It is there, for a reason.
pub(crate) const fn why(state: ParcelState, reason: Reason) -> Meaning {
    Meaning { reason: Some(reason), ..is(state) }
}

/// It is on its way and late.
pub(crate) const fn late(cause: DelayCause) -> Meaning {
    Meaning { delayed: Some(cause), ..is(ParcelState::InTransit) }
}

impl Meaning {
    /// And the customer has to act.
    pub(crate) const fn asks(self) -> Self {
        Self { action_required: true, ..self }
    }
}

/// Town, region, country: as much as there is, what stands twice once.
pub(crate) fn place(parts: &[&Text]) -> String {
    let mut said: Vec<&str> = Vec::new();
    for part in parts.iter().filter_map(|part| part.get()) {
        if !said.contains(&part) {
            said.push(part);
        }
    }
    said.join(", ")
}

/// A link to a page of a carrier that we know; a stranger's is none.
pub(crate) fn page(url: &Text) -> Option<Link> {
    url.get().and_then(known_page)
}
