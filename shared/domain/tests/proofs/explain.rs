//! Whatever happened: each situation has facts behind it, and each kind without one says why.

use std::collections::BTreeSet;

use domain::explain::{behind, evidence, never, says};
use domain::ledger::Ledger;
use domain::order::Order;
use domain::policy::Policy;
use domain::situations::{Kind, situations};
use testing::facts::{checkout, euros, fulfilment, minute, order, payment};

use crate::histories::{Dice, facts};
use crate::sender::{id, live};

#[test]
fn every_situation_of_every_history_has_facts_behind_it() {
    for seed in 0..500 {
        let order = order(facts(&mut Dice(seed)));
        for situation in situations(&id(), &order, &Ledger::new(), &live(), minute(10_000)) {
            let found = behind(&order, &situation);
            assert!(!found.is_empty(), "history {seed}: nothing is behind {situation:?}: {:#?}", evidence(&order));
        }
    }
}

#[test]
fn every_thing_that_is_known_was_said_by_a_fact_of_its_source() {
    for seed in 0..500 {
        let said = facts(&mut Dice(seed));
        for one in evidence(&order(said.clone())) {
            let is_in = said.iter().any(|said| one.is_of(&said.source) && one.is_in(&said.fact));
            assert!(is_in, "history {seed}: nobody said {one:?}");
        }
    }
}

#[test]
fn a_kind_that_never_arose_says_why_and_the_reasons_differ() {
    let paid_in_part = [checkout().said(), payment("pi_1").took(euros(1)).said()];
    let packed = [checkout().said(), fulfilment("f1").state(domain::fact::FulfilmentState::Packed).said()];
    let orders = [Order::default(), order([checkout().said()]), order(paid_in_part), order(packed)];
    for kind in Kind::ALL {
        assert!(orders.iter().all(|order| !never(kind, order, &live()).is_empty()), "{}", kind.name());
    }
    let receipts: BTreeSet<String> = orders.iter().map(|order| never(Kind::Receipt, order, &live())).collect();
    assert_eq!(receipts.len(), 3, "no order, no money, too little: {receipts:?}");
    let mut policy: Policy = live();
    policy.ask_after.insert(Kind::Review, 7);
    let review = never(Kind::Review, &orders[1], &policy);
    assert_eq!(review, "not all of it has arrived");
    assert!(never(Kind::Csat, &orders[1], &policy).contains("does not ask"));
}

#[test]
fn no_fact_in_words_names_a_person() {
    let named = checkout().said();
    let words = says(&named.fact);
    assert!(!words.contains('@') && words.contains("EUR"), "{words}");
}
