//! The canary, the gate before SES, and what harmed the account's reputation.

use domain::gate::{Gate, Pace, State, Why};
use domain::ports::{Canary, Feedback, Mails};
use domain::reputation::{Harm, Reputation};

use super::{at, id};

pub(super) async fn check_canary(mails: &(impl Mails + Feedback)) {
    assert_eq!(mails.feedback_alive().await.expect("read"), Canary::default());
    assert!(mails.send_canary(at(0), at(-300)).await.expect("answered"));
    assert!(!mails.send_canary(at(10), at(-290)).await.expect("answered"), "one is on its way");
    assert_eq!(mails.feedback_alive().await.expect("read").sent_at, None, "nobody knows yet whether SES took it");
    mails.canary_sent(at(0), true).await.expect("noted");
    assert_eq!(mails.feedback_alive().await.expect("read").sent_at, Some(at(0)));
    assert!(!mails.send_canary(at(300), at(0)).await.expect("answered"), "sent just then is not before then");
    assert!(mails.send_canary(at(301), at(1)).await.expect("answered"));
    mails.canary_sent(at(300), false).await.expect("no harm");
    assert!(!mails.send_canary(at(302), at(2)).await.expect("answered"), "another one failed");
    mails.canary_sent(at(301), false).await.expect("noted");
    assert_eq!(mails.feedback_alive().await.expect("read").sent_at, Some(at(0)), "what failed was not sent");
    assert!(mails.send_canary(at(303), at(3)).await.expect("answered"), "what failed is tried again");
    mails.canary_sent(at(303), true).await.expect("noted");
    mails.canary_back(at(303)).await.expect("noted");
    mails.canary_back(at(0)).await.expect("noted");
    let canary = mails.feedback_alive().await.expect("read");
    assert_eq!(canary, Canary { sent_at: Some(at(303)), back_from: Some(at(303)) }, "the newest counts");
}

async fn looked(mails: &impl Mails) -> (Gate, Reputation) {
    let looked = mails.look(&id("gate"), &[], None).await.expect("read");
    (looked.gate, looked.reputation)
}

pub(super) async fn check_gate(mails: &impl Mails) {
    let pace = Pace::drained_within(jiff::SignedDuration::from_mins(5));
    let (first, forgive) = (Gate::default(), Reputation::default());
    assert_eq!(looked(mails).await, (first.clone(), forgive.clone()), "what nobody turned is open");
    let closed = first.closed(Why::Outage, pace, at(0));
    assert!(mails.turn(&closed, &forgive).await.expect("answered"));
    assert_eq!(looked(mails).await.0, closed);
    assert!(!mails.turn(&first.closed(Why::Rate, pace, at(1)), &forgive).await.expect("answered"), "one turns it");
    let probing = closed.probing(at(15)).expect("it is time");
    assert!(mails.turn(&probing, &forgive).await.expect("answered"));
    assert!(!mails.turn(&closed.probing(at(16)).expect("it is time"), &forgive).await.expect("answered"));
    assert_eq!(looked(mails).await.0, probing);
    for next in [Why::Rate, Why::Quota, Why::Paused, Why::Outage] {
        let before = looked(mails).await.0;
        let closed = before.closed(next, pace, at(20));
        assert!(mails.turn(&closed, &forgive).await.expect("answered"));
        assert_eq!(looked(mails).await.0, closed);
    }
    let stopped = looked(mails).await.0.stopped("too many bounces".to_owned(), at(30));
    assert!(mails.turn(&stopped, &forgive).await.expect("answered"));
    assert_eq!(looked(mails).await.0, stopped);
    assert!(mails.turn(&stopped.opened(), &forgive).await.expect("answered"));
    let open = looked(mails).await.0;
    assert_eq!((open.turn, open.state), (stopped.turn + 1, State::Open));
}

pub(super) async fn check_harms(mails: &(impl Mails + Feedback)) {
    let pace = Pace::drained_within(jiff::SignedDuration::from_mins(5));
    let (now, hour) = (at(0), 3_600);
    for (harm, time) in [(Harm::Bounce, now), (Harm::Bounce, now), (Harm::Complaint, now), (Harm::Bounce, at(hour))] {
        mails.harmed(harm, time).await.expect("counted");
    }
    let (gate, harms) = looked(mails).await;
    let count = |harm| harms.within_a_day(harm, at(hour));
    assert_eq!((count(Harm::Bounce), count(Harm::Complaint), harms.counts.len()), (3, 1, 3));
    mails.harmed(Harm::Complaint, at(100 * hour)).await.expect("counted");
    let (_, harms) = looked(mails).await;
    assert_eq!(harms.counts.len(), 1, "what is days old is forgotten");
    assert!(mails.turn(&gate.closed(Why::Rate, pace, now), &Reputation::default()).await.expect("answered"));
    let (gate, kept) = looked(mails).await;
    assert_eq!(kept, harms, "a turn forgets nothing by itself");
    assert!(mails.turn(&gate.opened(), &harms).await.expect("answered"));
    assert_eq!(looked(mails).await.1, Reputation::default(), "forgiven");
}
