//! Mails about parcels that do not reach the customer: tried in vain, a wrong address, on their way back, lost.

use domain::fact::Reason;
use domain::parcel::Parcel;
use domain::tracking::ParcelState;
use serde::Serialize;

use super::parcel::{Carried, find, ship_to};
use super::{Letter, Telling};
use crate::compose::Unrenderable;
use crate::format;
use crate::frame::Words;
use crate::linked::Status;

/// A parcel that the courier could not hand over.
#[derive(Serialize)]
struct DeliveryAttempted {
    parcel: Carried,
    tried_on: String,
    /// Only one that the carrier gave.
    reason: Option<String>,
}

/// A parcel that the carrier cannot deliver to where it should go.
#[derive(Serialize)]
struct AddressProblem {
    parcel: Carried,
    /// As the label shows it; nothing where the storefront tells of none.
    address: Vec<String>,
}

/// A parcel that does not come any more: the customer chooses what happens next.
#[derive(Serialize)]
struct Stranded {
    parcel: Carried,
}

pub(super) fn delivery_attempted(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    let at = of.situation.arose_at;
    let tried =
        |event: &&domain::parcel::Event<'_>| event.at == at && event.state == Some(ParcelState::DeliveryAttempted);
    let day = parcel.events.iter().find(tried).map(|event| event.date);
    let day = day.unwrap_or_else(|| at.to_zoned(of.shop.time_zone.clone()).date());
    let tried_on = format::date(of.lang, day);
    let gaps = [("date", tried_on.as_str())];
    let words = Words {
        subject: of.say("subject", []),
        preheader: of.say("preheader", gaps),
        headline: of.say("headline", []),
        paragraphs: vec![of.say("lead", gaps), of.say("next", [])],
    };
    let reason = parcel.attempt_failed_for(day).and_then(why).map(|key| of.lang.say(key));
    let details = DeliveryAttempted { parcel: Carried::of(of, parcel, false), tried_on, reason };
    Ok(letter(of, words, Status::InTransit, &details))
}

pub(super) fn address_problem(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel: &Parcel<'_> = find(of)?;
    let address = ship_to(of);
    // Where there is no address to show, none is below.
    let lead = if address.is_empty() { "preheader" } else { "lead" };
    let words = of.words(vec![of.say(lead, []), of.say("else", [])]);
    Ok(letter(of, words, Status::Problem, &AddressProblem { parcel: Carried::of(of, parcel, false), address }))
}

pub(super) fn stranded(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    let words = of.words(vec![of.say("lead", []), of.say("choice", [])]);
    Ok(letter(of, words, Status::Problem, &Stranded { parcel: Carried::of(of, parcel, false) }))
}

/// A courier's reason in our words; of some there is nothing to say that would help.
const fn why(reason: Reason) -> Option<&'static str> {
    match reason {
        Reason::RecipientAbsent => Some("attempt-recipient_absent"),
        Reason::Address => Some("attempt-address"),
        Reason::Refused => Some("attempt-refused"),
        Reason::Weather => Some("cause-weather"),
        Reason::Customs => Some("cause-customs"),
        Reason::Other => Some("attempt-other"),
        Reason::Damaged | Reason::Missorted | Reason::HeldOnRequest | Reason::PickupMissed | Reason::Lost => None,
    }
}

/// The day that was promised for the parcel is over or in doubt, so that only its order is told to machines.
fn letter(of: &Telling<'_>, words: Words, status: Status, details: &impl Serialize) -> Letter {
    let mut letter = of.letter(words, details);
    letter.opening.linked = of.linked(status);
    letter
}
