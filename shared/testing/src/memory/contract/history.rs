//! What is kept of each mail, for whoever asks.

use std::collections::BTreeMap;

use domain::ids::IntentId;
use domain::ledger::{Entry, History, Seen, State};
use domain::ports::{Feedback, Mails, ReadHistory};
use domain::situations::Kind;

use super::mails::{claim_of, said_by};
use super::{at, id};

/// Everything that [`ReadHistory`] promises.
pub async fn check_history(mails: &(impl Mails + Feedback + ReadHistory)) {
    let order = id("history");
    assert_eq!(mails.history(&order).await.expect("read"), BTreeMap::new(), "nothing is kept yet");
    let intent = |name: &str| IntentId::new(&order, name, "order");

    // Sent, then heard of twice.
    let sent = claim_of(intent("sent"), "m1:1", 0);
    mails.claim(&sent).await.expect("answered");
    let open = mails.history(&order).await.expect("read");
    let open = &open[&intent("sent")];
    assert_eq!((open.token.as_deref(), open.claimed_at, open.ended_at), (Some("m1:1"), Some(at(0)), None));
    let state = State::Sent { ses_id: "ses-1".to_owned(), at: at(1) };
    mails.settle(&sent, &state, at(1)).await.expect("settled");
    let seen = BTreeMap::from([(Seen::Send, at(2)), (Seen::Delivery, at(3))]);
    mails.see(&intent("sent"), &seen, "ses-1").await.expect("seen");

    // Of this one only an event tells.
    mails.see(&intent("seen"), &BTreeMap::from([(Seen::Bounce, at(4))]), "ses-2").await.expect("seen");

    // Held and never told, each with its reason.
    let held = State::Held { reason: "no address".to_owned() };
    mails.note(&intent("held"), Kind::Receipt, &held, "no address", at(5)).await.expect("noted");
    mails.note(&intent("untold"), Kind::Received, &State::Untold, "accepted", at(6)).await.expect("noted");
    // Another order's.
    mails.note(&IntentId::new(&id("other"), "x", "order"), Kind::Receipt, &held, "x", at(7)).await.expect("noted");

    let all = mails.history(&order).await.expect("read");
    assert_eq!(all.len(), 4);
    let entry = Entry { state, attempts: 1, said: said_by("m1:1"), seen: Some(Seen::Delivery) };
    let told = History {
        entry,
        kind: Some(Kind::Shipped),
        token: Some("m1:1".to_owned()),
        claimed_at: Some(at(0)),
        ended_at: Some(at(1)),
        reason: None,
        ses_id: Some("ses-1".to_owned()),
        seen,
    };
    assert_eq!(all[&intent("sent")], told);
    let seen = &all[&intent("seen")];
    assert_eq!((seen.kind, seen.ses_id.as_deref(), seen.seen.len()), (None, Some("ses-2"), 1));
    let reasons = ["held", "untold"].map(|name| {
        let one = &all[&intent(name)];
        (one.reason.as_deref(), one.ended_at, one.kind)
    });
    assert_eq!(reasons[0], (Some("no address"), Some(at(5)), Some(Kind::Receipt)));
    assert_eq!(reasons[1], (Some("accepted"), Some(at(6)), Some(Kind::Received)));
}
