//! Six facts of one order in all 720 orders of arrival, and all 64 ways to hear some of them twice.

use std::collections::BTreeMap;

use domain::fact::OrderStatus::Processing;
use domain::ledger::{Entry, Ledger, Said, State};
use domain::order::Order;
use domain::register::Join;
use domain::situations::{Kind, Situation, Verdict, situations};
use domain::tracking::ParcelState::{Delivered, OutForDelivery};
use jiff::{SignedDuration, Timestamp};
use testing::facts::{NUMBER, TOTAL, checkout, euros, fulfilment, minute, order, payment, tracking};

use crate::sender::{happened, id, live};

/// Everything happens in one morning, so that nothing is too old to be told whenever it is heard.
fn six() -> [Order; 6] {
    [
        checkout().said(),
        checkout().status(Processing).at(minute(2)).paid().said(),
        payment("pi_1").at(minute(2)).took(euros(TOTAL)).said(),
        fulfilment("f1").at(minute(60)).said(),
        tracking(OutForDelivery).at(minute(90)).scan(minute(90), OutForDelivery).said(),
        tracking(Delivered).at(minute(120)).scan(minute(90), OutForDelivery).scan(minute(120), Delivered).said(),
    ]
    .map(|said| order([said]))
}

const CHECKOUTS: u8 = 0b00_0011;
const MONEY: u8 = 0b00_0110;
const SHIPPED: u8 = 0b00_1000;
const OUT: u8 = 0b01_0000;
const DELIVERED: u8 = 0b10_0000;

/// What may be told when these facts are known, said without the code that is tested.
fn true_of(known: u8, kind: Kind) -> bool {
    let any = |facts: u8| known & facts != 0;
    any(CHECKOUTS)
        && match kind {
            Kind::Received => !any(MONEY),
            Kind::Confirmed | Kind::Receipt => any(MONEY),
            Kind::Shipped => any(SHIPPED) && !any(DELIVERED),
            Kind::OutForDelivery => any(SHIPPED) && any(OUT) && !any(DELIVERED),
            Kind::Delivered => any(SHIPPED) && any(DELIVERED),
            _ => false,
        }
}

/// The kinds told so far, a bit each: in this story a kind has one intent.
type Told = u64;

/// The simplest sender, which remembers its answers: they depend on what is known, what was told and the time alone.
struct Sender {
    orders: Vec<Order>,
    due: BTreeMap<(u8, Told, Timestamp), Vec<Situation>>,
}

impl Sender {
    /// What is due and not yet told.
    fn due(&mut self, known: u8, told: Told, now: Timestamp) -> &[Situation] {
        let Self { orders, due } = self;
        due.entry((known, told, now)).or_insert_with(|| {
            let order = &orders[usize::from(known)];
            let mut all = situations(&id(), order, &ledger(order, told), &live(), now);
            all.retain(|one| matches!(one.verdict, Verdict::Tell { not_before } if not_before <= now));
            all.retain(|one| told & bit(one.kind) == 0);
            all
        })
    }

    /// Tells what is due, one mail after the other.
    fn look(&mut self, known: u8, mut told: Told, now: Timestamp) -> Told {
        while let Some(next) = self.due(known, told, now).first() {
            assert!(true_of(known, next.kind), "{:?} is not true when only {known:06b} is known", next.kind);
            told |= bit(next.kind);
        }
        told
    }
}

fn bit(kind: Kind) -> Told {
    1 << kind as u8
}

fn ledger(order: &Order, told: Told) -> Ledger {
    let all = situations(&id(), order, &Ledger::new(), &live(), minute(121));
    let state = |at| State::Sent { ses_id: "ses".to_owned(), at };
    let entry = |one: &Situation| Entry { state: state(minute(121)), attempts: 1, ..said(one) };
    all.iter().filter(|one| told & bit(one.kind) != 0).map(|one| (one.intent.clone(), entry(one))).collect()
}

fn said(situation: &Situation) -> Entry {
    let number = (situation.kind == Kind::Shipped).then(|| NUMBER.to_owned());
    Entry { said: Said { number, ..Said::default() }, ..Entry::default() }
}

fn joined(facts: impl IntoIterator<Item = Order>) -> Order {
    let mut all = Order::default();
    facts.into_iter().for_each(|fact| all.join(fact));
    all
}

#[test]
fn every_order_of_arrival_and_every_duplicate_tells_the_same_story() {
    let facts = six();
    let subset = |known: u8| joined((0..6).filter(|fact| known & (1 << fact) != 0).map(|fact| facts[fact].clone()));
    let orders: Vec<Order> = (0..64).map(subset).collect();
    assert_eq!(happened(&orders[63]).len(), 6, "one of each kind");
    let mut sender = Sender { orders: orders.clone(), due: BTreeMap::new() };
    let mut ends = BTreeMap::<Told, usize>::new();
    for arrival in permutations() {
        for mask in 0..64_u8 {
            let (mut state, mut known, mut told, mut now) = (Order::default(), 0_u8, 0, minute(121));
            for fact in with_duplicates(arrival, mask) {
                state.join(facts[fact].clone());
                known |= 1 << fact;
                assert_eq!(state, orders[usize::from(known)], "what is known, not when it came, makes the order");
                told = sender.look(known, told, now);
                now += SignedDuration::from_secs(40);
            }
            told = sender.look(known, told, minute(180));
            *ends.entry(told).or_default() += 1;
        }
    }
    assert_eq!(ends.values().sum::<usize>(), 720 * 64);
    let always = bit(Kind::Confirmed) | bit(Kind::Receipt) | bit(Kind::Delivered);
    assert!(ends.keys().all(|told| told & always == always), "nothing true is left untold");
    assert!(ends.contains_key(&always), "and if all is heard at once, nothing stale is told");
}

/// Facts as they are folded are facts as they are joined: what the proof above stands on.
#[test]
fn folding_is_joining() {
    let known = order([checkout().said(), payment("pi_1").took(euros(TOTAL)).said()]);
    assert_eq!(known, joined([order([checkout().said()]), order([payment("pi_1").took(euros(TOTAL)).said()])]));
}

/// Each fact of the mask comes a second time: soon after, a little later, or last.
fn with_duplicates(arrival: [usize; 6], mask: u8) -> Vec<usize> {
    let mut sequence = arrival.to_vec();
    for (place, fact) in arrival.into_iter().enumerate().filter(|(_, fact)| mask & (1 << fact) != 0) {
        let first = sequence.iter().position(|other| *other == fact).unwrap_or(0);
        let again = match (place + usize::from(mask)) % 3 {
            2 => sequence.len(),
            gap => (first + 1 + gap).min(sequence.len()),
        };
        sequence.insert(again, fact);
    }
    sequence
}

fn permutations() -> Vec<[usize; 6]> {
    let mut all = Vec::new();
    permute([0, 1, 2, 3, 4, 5], 0, &mut all);
    assert_eq!(all.len(), 720);
    all
}

fn permute(mut items: [usize; 6], from: usize, all: &mut Vec<[usize; 6]>) {
    if from == items.len() {
        all.push(items);
    }
    for other in from..items.len() {
        items.swap(from, other);
        permute(items, from + 1, all);
        items.swap(from, other);
    }
}
