//! The ledger: claims, ends, events, suppressed addresses, the canary.

use std::collections::BTreeMap;

use domain::ids::IntentId;
use domain::ledger::{Entry, Said, Seen, State, Suppression};
use domain::ports::{AddressKey, Claim, Claimed, Feedback, Mails, Orders};
use domain::situations::Kind;

use super::{asked, at, handles, id, sending, stored};

/// Everything that [`Mails`] and [`Feedback`] promise. `orders` writes what `mails` reads.
pub async fn check_mails(orders: &impl Orders, mails: &(impl Mails + Feedback)) {
    check_claims(mails).await;
    check_own_claim_with_a_lost_answer(mails).await;
    check_taking_over(mails).await;
    check_ends(mails).await;
    check_notes(mails).await;
    check_seen(mails).await;
    check_look(orders, mails).await;
    sending::check_canary(mails).await;
    asked::check_asked(mails).await;
    sending::check_gate(mails).await;
    sending::check_harms(mails).await;
}

fn intent(name: &str) -> IntentId {
    IntentId::new(&id("mails"), name, "order")
}

fn claim(name: &str, token: &str, second: i64) -> Claim {
    claim_of(intent(name), token, second)
}

pub(super) fn claim_of(intent: IntentId, token: &str, second: i64) -> Claim {
    let (said, token) = (said_by(token), token.to_owned());
    Claim { intent, kind: Kind::Shipped, token, said, over: None, at: at(second) }
}

pub(super) fn said_by(token: &str) -> Said {
    let said = ["number", "content", "flaw", "back-order"].map(|what| Some(format!("{what} of {token}")));
    let [number, content, built_in, back_order] = said;
    Said { number, content, built_in, back_order }
}

async fn entry(mails: &impl Mails, name: &str) -> Option<Entry> {
    mails.entries(&[intent(name)]).await.expect("read").remove(&intent(name))
}

async fn claimed(mails: &impl Mails, claim: &Claim) -> Claimed {
    mails.claim(claim).await.expect("answered")
}

fn claimed_by(token: &str, second: i64, attempts: u32) -> Entry {
    let state = State::Claimed { token: token.to_owned(), at: at(second) };
    Entry { state, attempts, said: said_by(token), seen: None }
}

fn owed(second: i64) -> State {
    State::Owed { not_before: at(second) }
}

async fn check_claims(mails: &impl Mails) {
    assert_eq!(mails.entries(&[]).await.expect("read"), BTreeMap::new());
    assert_eq!(entry(mails, "claims").await, None, "of what nobody touched nothing is known");
    let first = claim("claims", "m1:1", 0);
    assert_eq!(claimed(mails, &first).await, Claimed::Ours { attempt: 1 });
    assert_eq!(entry(mails, "claims").await, Some(claimed_by("m1:1", 0, 1)));
    let theirs = Claimed::Theirs(claimed_by("m1:1", 0, 1));
    assert_eq!(claimed(mails, &claim("claims", "m2:1", 1)).await, theirs);
    assert_eq!(claimed(mails, &claim("claims", "m1:2", 1)).await, theirs, "a later receive is another claim");

    mails.settle(&first, &owed(60), at(2)).await.expect("settled");
    let entry = entry(mails, "claims").await.expect("there");
    assert_eq!((entry.state, entry.attempts), (owed(60), 1));
    assert_eq!(claimed(mails, &claim("claims", "m2:1", 60)).await, Claimed::Ours { attempt: 2 });
    mails.settle(&first, &State::Sent { ses_id: "x".to_owned(), at: at(61) }, at(61)).await.expect("no harm");
    let entry = self::entry(mails, "claims").await.expect("there");
    assert_eq!(entry, claimed_by("m2:1", 60, 2), "who lost its claim ends nothing");
}

async fn check_own_claim_with_a_lost_answer(mails: &impl Mails) {
    let own = claim("own", "m1:1", 0);
    assert_eq!(claimed(mails, &own).await, Claimed::Ours { attempt: 1 });
    assert_eq!(claimed(mails, &own).await, Claimed::Ours { attempt: 1 }, "the same call again is no other try");
    let over = Claim { over: Some("m1:1".to_owned()), ..claim("own", "m2:1", 400) };
    assert_eq!(claimed(mails, &over).await, Claimed::Ours { attempt: 2 });
    assert_eq!(claimed(mails, &over).await, Claimed::Ours { attempt: 2 });
    assert_eq!(claimed(mails, &own).await, Claimed::Theirs(claimed_by("m2:1", 400, 2)), "taken over meanwhile");
}

async fn check_taking_over(mails: &(impl Mails + Feedback)) {
    claimed(mails, &claim("over", "m1:1", 0)).await;
    let wrong = Claim { over: Some("m9:9".to_owned()), ..claim("over", "m2:1", 400) };
    assert_eq!(claimed(mails, &wrong).await, Claimed::Theirs(claimed_by("m1:1", 0, 1)));
    let right = Claim { over: Some("m1:1".to_owned()), ..claim("over", "m2:1", 400) };
    let late = Claim { over: Some("m1:1".to_owned()), ..claim("over", "m3:1", 400) };
    assert_eq!(claimed(mails, &right).await, Claimed::Ours { attempt: 2 });
    assert_eq!(claimed(mails, &late).await, Claimed::Theirs(claimed_by("m2:1", 400, 2)), "one takes it over");
    mails.see(&intent("over"), &BTreeMap::from([(Seen::Send, at(401))]), "ses").await.expect("noted");
    let after = Claim { over: Some("m2:1".to_owned()), ..claim("over", "m3:1", 800) };
    let seen = Entry { seen: Some(Seen::Send), ..claimed_by("m2:1", 400, 2) };
    assert_eq!(claimed(mails, &after).await, Claimed::Theirs(seen), "what SES was heard of is never claimed");
    // Freed meanwhile: it may be taken all the same.
    claimed(mails, &claim("freed", "m1:1", 0)).await;
    mails.settle(&claim("freed", "m1:1", 0), &owed(10), at(1)).await.expect("settled");
    let over = Claim { over: Some("m1:1".to_owned()), ..claim("freed", "m2:1", 400) };
    assert_eq!(claimed(mails, &over).await, Claimed::Ours { attempt: 2 });
}

async fn check_ends(mails: &impl Mails) {
    let ends = [
        ("sent", State::Sent { ses_id: "ses-1".to_owned(), at: at(5) }),
        ("held", State::Held { reason: "no address".to_owned() }),
        ("given-up", State::GivenUp { reason: "silence".to_owned() }),
    ];
    for (name, end) in ends {
        let claim = claim(name, "m1:1", 0);
        mails.settle(&claim, &end, at(5)).await.expect("no harm");
        assert_eq!(entry(mails, name).await, None, "nothing was claimed, nothing ends");
        claimed(mails, &claim).await;
        mails.settle(&claim, &end, at(5)).await.expect("settled");
        let ended = entry(mails, name).await.expect("there");
        assert_eq!((&ended.state, ended.ended()), (&end, true));
        assert_eq!(ended.said, claim.said);
        mails.settle(&claim, &owed(9), at(9)).await.expect("no harm");
        mails.note(&intent(name), Kind::Shipped, &State::Untold, "too late", at(9)).await.expect("no harm");
        let again = Claim { over: Some("m1:1".to_owned()), ..self::claim(name, "m2:1", 400) };
        assert_eq!(claimed(mails, &again).await, Claimed::Theirs(ended.clone()), "an end is an end");
        assert_eq!(entry(mails, name).await, Some(ended));
    }
}

async fn check_notes(mails: &impl Mails) {
    let note = async |name: &str, state: State, reason: &str| {
        mails.note(&intent(name), Kind::Shipped, &state, reason, at(1)).await.expect("noted");
    };
    note("noted", State::Untold, "obsolete").await;
    assert_eq!(entry(mails, "noted").await, Some(Entry::default()), "it may still be told");
    assert_eq!(claimed(mails, &claim("noted", "m1:1", 2)).await, Claimed::Ours { attempt: 1 });
    note("noted", State::Untold, "obsolete").await;
    note("noted", State::Held { reason: "x".to_owned() }, "x").await;
    assert_eq!(entry(mails, "noted").await, Some(claimed_by("m1:1", 2, 1)), "a claim is not written over");

    note("noted-waits", owed(60), "sending is closed").await;
    let waits = self::entry(mails, "noted-waits").await.expect("there");
    assert_eq!((waits.state, waits.attempts), (owed(60), 0), "it waits until then");

    note("noted-held", State::Held { reason: "no address".to_owned() }, "no address").await;
    let held = entry(mails, "noted-held").await.expect("there");
    assert_eq!(held.state, State::Held { reason: "no address".to_owned() });
    assert_eq!(claimed(mails, &claim("noted-held", "m1:1", 2)).await, Claimed::Theirs(held));

    let owing = claim("noted-owed", "m1:1", 0);
    claimed(mails, &owing).await;
    mails.settle(&owing, &owed(60), at(1)).await.expect("settled");
    note("noted-owed", State::Untold, "cancelled").await;
    let entry = entry(mails, "noted-owed").await.expect("there");
    assert_eq!((entry.state, entry.attempts), (State::Untold, 1), "what is owed may become obsolete");
}

async fn check_seen(mails: &(impl Mails + Feedback)) {
    let see = async |name: &str, seen: Seen| {
        let new = mails.see(&intent(name), &BTreeMap::from([(seen, at(9))]), "ses-2").await.expect("noted");
        assert_eq!(new.into_iter().collect::<Vec<_>>(), [seen]);
        let again = mails.see(&intent(name), &BTreeMap::from([(seen, at(9))]), "ses-2").await.expect("noted");
        assert!(again.is_empty(), "events come twice");
    };
    claimed(mails, &claim("seen", "m1:1", 0)).await;
    // Events come in any order; the weightiest counts.
    for (seen, newest) in [
        (Seen::Delivery, Seen::Delivery),
        (Seen::Send, Seen::Delivery),
        (Seen::Complaint, Seen::Complaint),
        (Seen::Delay, Seen::Complaint),
    ] {
        see("seen", seen).await;
        let entry = entry(mails, "seen").await.expect("there");
        assert_eq!((entry.seen, entry.ended(), entry.told()), (Some(newest), true, true));
    }
    // The answer that was lost comes after the event.
    let sent = State::Sent { ses_id: "ses-2".to_owned(), at: at(10) };
    mails.settle(&claim("seen", "m1:1", 0), &sent, at(10)).await.expect("settled");
    let settled = entry(mails, "seen").await.expect("there");
    assert_eq!((settled.state, settled.seen), (sent, Some(Seen::Complaint)));

    see("seen-only", Seen::Send).await;
    let only = entry(mails, "seen-only").await.expect("there");
    assert_eq!((&only.state, only.seen), (&State::Untold, Some(Seen::Send)));
    assert_eq!(claimed(mails, &claim("seen-only", "m1:1", 0)).await, Claimed::Theirs(only.clone()));
    mails.note(&intent("seen-only"), Kind::Shipped, &owed(60), "x", at(1)).await.expect("no harm");
    assert_eq!(entry(mails, "seen-only").await, Some(only));
}

async fn check_look(orders: &impl Orders, mails: &(impl Mails + Feedback)) {
    let order = id("look");
    let address = |shop: &str| AddressKey { shop: shop.to_owned(), hash: "hash".to_owned() };
    let nothing = mails.look(&order, &[], None).await.expect("read");
    assert!(nothing.stored.is_none() && nothing.ledger.is_empty() && nothing.suppressed.is_none());

    orders.write(&order, &stored(1), &handles(), None, at(0)).await.expect("written");
    for why in [Suppression::HardBounce, Suppression::Complaint] {
        mails.suppress(&address("demo"), why, at(0)).await.expect("suppressed");
    }
    claimed(mails, &claim("look", "m1:1", 0)).await;
    let intents = [intent("look"), intent("never-touched"), intent("look")];
    let looked = mails.look(&order, &intents, Some(&address("demo"))).await.expect("read");
    assert_eq!(looked.stored, Some(stored(1)));
    assert_eq!(looked.ledger, BTreeMap::from([(intent("look"), claimed_by("m1:1", 0, 1))]));
    assert_eq!(looked.suppressed, Some(Suppression::HardBounce), "the harder reason stays");
    let steps = [
        (Suppression::OptedOut, Suppression::OptedOut),
        (Suppression::Complaint, Suppression::Complaint),
        (Suppression::OptedOut, Suppression::Complaint),
        (Suppression::HardBounce, Suppression::HardBounce),
        (Suppression::OptedOut, Suppression::HardBounce),
    ];
    for (why, then) in steps {
        mails.suppress(&address("steps"), why, at(0)).await.expect("suppressed");
        let looked = mails.look(&order, &[], Some(&address("steps"))).await.expect("read");
        assert_eq!(looked.suppressed, Some(then), "after {why:?}");
    }
    let elsewhere = mails.look(&order, &[], Some(&address("other"))).await.expect("read");
    assert_eq!(elsewhere.suppressed, None, "suppressed for one shop only");
}
