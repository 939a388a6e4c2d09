//! UPS's codes in our words.
//!
//! The `descriptionCode` says what happened. Where it is missing, or only says that something is wrong, the type and the code
//! do: the same two letters mean other things with another type. **Type `D` is not delivered**: it also is "loaded on the
//! vehicle" and "out for delivery", and a delivery to an Access Point is a parcel to be fetched.

use domain::fact::{DelayCause, Reason};
use domain::tracking::ParcelState as S;

use crate::meaning::{Meaning, NOTHING, is, late, why};

/// Requests, confirmations, claims, photographs, new dates: the parcel stays where it was.
const NO_CHANGE: Meaning = NOTHING;

/// Stopped until the customer does something.
const fn act(reason: Reason) -> Meaning {
    why(S::Exception, reason).asks()
}

/// `descriptionCode`, without leading zeros. Their list goes from 0 to 169, with gaps; 0, 148 and 163 say nothing.
pub(super) const BY_DESCRIPTION: &[(Meaning, &[u16])] = &[
    // A label; 65, 131 and 135 are tries to collect it from the sender.
    (is(S::PreTransit), &[3, 44, 45, 65, 77, 79, 80, 131, 135, 157, 166]),
    (is(S::Cancelled), &[7]),
    // Picked up from the sender, or dropped off by him.
    (is(S::Accepted), &[38, 160, 167, 168, 169]),
    // On the way.
    (is(S::InTransit), &[5, 10, 25, 39, 47, 87, 158, 159, 164, 165]),
    // Through customs: 14, 84, 134 cleared; 12, 92 under way.
    (is(S::InTransit), &[12, 14, 84, 92, 134]),
    // In a warehouse, upgraded, on the way to an Access Point, being prepared; 72 is loaded, perhaps not for today.
    (is(S::InTransit), &[16, 42, 57, 70, 71, 72, 75, 93, 94, 138]),
    // With a partner; 143 is "delivered" to an agent.
    (is(S::InTransit), &[73, 74, 137, 143]),
    (is(S::OutForDelivery), &[6, 21, 37, 78, 89, 91, 146, 162]),
    // 144: "delivered" to a post office; 161: "delivered" to an Access Point.
    (is(S::AvailableForPickup), &[17, 40, 144, 161]),
    (why(S::DeliveryAttempted, Reason::RecipientAbsent), &[22, 23, 24, 60, 61, 66, 145]),
    // Money was asked for at the door.
    (why(S::DeliveryAttempted, Reason::Other), &[62]),
    // 26 is by the local post office; 156, inside, only with a date of delivery.
    (is(S::Delivered), &[11, 26, 156]),
    (late(DelayCause::Carrier), &[46, 48, 55, 76, 86, 90, 132]),
    (late(DelayCause::Weather), &[32, 51, 52, 53]),
    // Held.
    (Meaning { reason: Some(Reason::HeldOnRequest), ..late(DelayCause::Carrier) }, &[19, 83]),
    (Meaning { delayed: Some(DelayCause::Carrier), ..act(Reason::Other) }, &[29, 49]),
    (act(Reason::Address), &[50]),
    (act(Reason::Customs), &[58, 124, 125]),
    // 85: cash on delivery; 139: no way into the building.
    (act(Reason::Other), &[85, 139]),
    (why(S::Exception, Reason::Other), &[13, 30, 69]),
    (why(S::Exception, Reason::Damaged), &[59]),
    (why(S::Exception, Reason::Refused), &[64]),
    (why(S::Exception, Reason::Customs), &[123, 126]),
    (is(S::ReturnToSender), &[33, 35, 36, 118, 119]),
    (is(S::Returned), &[34, 67]),
    (why(S::Returned, Reason::Damaged), &[81]),
    (why(S::Lost, Reason::Lost), &[68]),
    // Seized, destroyed.
    (why(S::Lost, Reason::Other), &[147, 149]),
    // 43: a voided pickup; 153, 154: a new time or date; 155: a photograph; 88: a test; the rest is asked for or confirmed.
    (NO_CHANGE, &[18, 20, 27, 28, 41, 43, 54, 56, 63, 82, 88, 133, 136, 153, 154, 155]),
    (NO_CHANGE, &[95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113]),
    (NO_CHANGE, &[114, 115, 116, 117, 120, 121, 122, 127, 128, 129, 130, 140, 141, 142]),
    (NO_CHANGE, &[0, 148, 163]),
];

/// The type and its codes.
pub(super) const BY_CODE: &[(&str, Meaning, &str)] = &[
    ("M", is(S::PreTransit), "DP MP RD"),
    ("MV", is(S::Cancelled), "VP"),
    // In progress.
    ("I", is(S::InTransit), "AR AG AT DL DP DS EP HU IP LC LM OD UL WH YP"),
    ("I", is(S::Accepted), "OR PC PT PU XD"),
    ("I", is(S::PreTransit), "OC PL SP"),
    ("I", is(S::OutForDelivery), "OF OT YF YI"),
    // With the post.
    ("I", is(S::InTransit), "XA XR YH YM YN"),
    ("I", NO_CHANGE, "CA CD CL UA UD VP"),
    // A new date or time, a photograph.
    ("U", NO_CHANGE, "PX UP UT"),
    // Nobody there, closed, no adult, no PIN, a notice left, an Access Point that could not take it.
    (
        "X",
        why(S::DeliveryAttempted, Reason::RecipientAbsent),
        "48 49 C4 GB OH VG 55 AY G3 L1 ZM G7 FM IQ IR KX YD 5Z 7L",
    ),
    // Not paid at the door.
    ("X", why(S::DeliveryAttempted, Reason::Other), "51 52 KZ"),
    // To an Access Point, and not there yet.
    ("X", is(S::InTransit), "89 2X 5R 6R 6H 6J 6K 5S 5V 5W 7C 7D ZD ZL RI 3J 3L"),
    ("X", is(S::OutForDelivery), "ZS"),
    // At the Access Point; 5G: not for long any more.
    ("X", is(S::AvailableForPickup), "I5 ZP 6B 8I 5G"),
    ("X", is(S::Delivered), "F4 KM"),
    // "Delivered" to an agent.
    ("X", is(S::InTransit), "F7"),
    ("X", act(Reason::Address), "A6 A7 A8 A9 AA AB AC AD AE AF AG AK AL AV AW CW DS E1 H1 H2 H3 H4 H5 5U 6T"),
    ("X", why(S::Exception, Reason::Address), "A5"),
    // The address was corrected.
    ("X", late(DelayCause::Carrier), "AH"),
    ("X", why(S::Exception, Reason::Refused), "AM AN AP AQ AS KI KQ KR KS KT YE"),
    // Nobody fetched it.
    ("X", why(S::ReturnToSender, Reason::PickupMissed), "3N 6C"),
    ("X", is(S::ReturnToSender), "8H A1 DL H8 I1 KP O0 O4 PP TU XU YU 7H 90 24 27 65"),
    ("X", is(S::Returned), "4S"),
    // Returned, or sent on: it does not say.
    ("X", why(S::Exception, Reason::Other), "4R"),
    ("X", late(DelayCause::Weather), "1E 2A 3D 6D 7V 7W 7X C5 DF DJ PZ"),
    ("X", late(DelayCause::Carrier), "8Y 8Z G1 GV"),
    ("X", why(S::Exception, Reason::Damaged), "13 25 26 45 64 66 67 A2 A3 A4 HR"),
    // Damage found after delivery, and claims; collections from the sender.
    ("X", NO_CHANGE, "HD HE LN LO LQ G4 G5 KY"),
    ("X", why(S::Lost, Reason::Lost), "S9 TJ AJ"),
    ("X", why(S::Lost, Reason::Other), "1F NI IY J0"),
    ("X", is(S::Cancelled), "30 5D"),
    // Of their table of deliveries, but none: wrong address, refused, nobody there …
    ("D", why(S::Exception, Reason::Address), "50"),
    ("D", why(S::Exception, Reason::Refused), "53"),
    ("D", why(S::DeliveryAttempted, Reason::RecipientAbsent), "CI"),
    ("D", NO_CHANGE, "57 BI BO CO DI DO EA KU MV MY"),
];

/// Of type `D`, and stronger than any text: fetch it there; it went back; it was fetched.
pub(super) const HANDED_OVER: &[(Meaning, &str)] =
    &[(is(S::AvailableForPickup), "2Q 1N ZP EP ZQ"), (is(S::Returned), "B0"), (is(S::Delivered), "2W A0")];

/// Of type `D`: where it was left.
const LEFT_AT: &str = "M1 M2 M3 M4 M5 M6 M7 M8 M9 MA MB MC MD ME MG MH MJ MK ML MM MN MP MQ MR MS MU MW MX \
                       ZF ZG ZH ZI P5 3F 3G 3H NL NT OZ OO PF UC FV FS YC";

/// What UPS said of an activity.
#[derive(Clone, Debug)]
pub(super) struct Told<'a> {
    /// The type, in upper case.
    pub kind: String,
    /// The code, in upper case.
    pub code: String,
    /// The `descriptionCode`.
    pub description: Option<u16>,
    /// The description.
    pub text: &'a str,
    /// Whether it names a day of delivery.
    pub delivered: bool,
}

/// What an activity means.
pub(super) fn meaning(told: &Told<'_>) -> Meaning {
    let described = told.description.and_then(|code| {
        BY_DESCRIPTION.iter().find(|(_, codes)| codes.contains(&code)).map(|(meaning, _)| (code, *meaning))
    });
    match described {
        Some((156, _)) if !told.delivered => NO_CHANGE,
        Some((_, Meaning { state: Some(S::Delivered), .. })) => handed_over(told).unwrap_or(is(S::Delivered)),
        // "Exception": the code may say which.
        Some((13, _)) if told.kind == "X" => by_code(told),
        // "On the Way", as a post says of the origin scan; the Track API says 160.
        Some((5, _)) if told.kind == "I" && told.code == "OR" => by_code(told),
        Some((_, meaning)) => meaning,
        None => by_code(told),
    }
}

fn by_code(told: &Told<'_>) -> Meaning {
    let found = BY_CODE.iter().find(|(kind, _, codes)| told.kind == *kind && has(codes, &told.code));
    let known = handed_over(told).or(found.map(|(_, meaning, _)| *meaning));
    known.unwrap_or_else(|| match told.kind.as_str() {
        "D" => by_text(told),
        "X" => {
            let text = told.text.to_lowercase();
            let says = |signs: &[&str]| signs.iter().any(|sign| text.contains(sign));
            match (says(&["customs", "clearance", "duty", "broker"]), says(&["delay"])) {
                (true, true) => late(DelayCause::Customs),
                (true, false) => why(S::Exception, Reason::Customs),
                (false, true) => late(DelayCause::Carrier),
                (false, false) => why(S::Exception, Reason::Other),
            }
        }
        _ => NO_CHANGE,
    })
}

/// A `D` is a delivery if it has a day, a place or says so, and does not say that it is under way.
fn by_text(told: &Told<'_>) -> Meaning {
    let text = told.text.to_uppercase();
    if text.contains("OUT FOR DELIVERY") {
        is(S::OutForDelivery)
    } else if text.starts_with("LOADED") {
        is(S::InTransit)
    } else if told.delivered || text.starts_with("DELIVERED") || has(LEFT_AT, &told.code) {
        is(S::Delivered)
    } else {
        NO_CHANGE
    }
}

fn handed_over(told: &Told<'_>) -> Option<Meaning> {
    let found = HANDED_OVER.iter().find(|(_, codes)| told.kind == "D" && has(codes, &told.code));
    found.map(|(meaning, _)| *meaning)
}

fn has(codes: &str, code: &str) -> bool {
    !code.is_empty() && codes.split(' ').any(|one| one == code)
}
