//! Whoever asks twice, before and after the ledger was read, is answered as if asked once.

use std::collections::BTreeSet;

use domain::ids::IntentId;
use domain::ledger::{Ledger, Seen, State};
use domain::policy::Policy;
use domain::situations::{Kind, Verdict, situations};
use domain::table::Table;
use jiff::SignedDuration;

use crate::histories::{Dice, asking, live_a};
use crate::sender::{id, live};

const HISTORIES: u64 = 120;

/// What SES told of some mails since, and some that are only about to be sent.
fn unlike(dice: &mut Dice, mut told: Ledger) -> Ledger {
    told.retain(|_, _| !dice.one_in(4));
    for entry in told.values_mut() {
        entry.seen = dice.pick(&[None, None, Some(Seen::Delivery), Some(Seen::Bounce), Some(Seen::Complaint)]);
        if dice.one_in(5) {
            entry.state = State::Owed { not_before: dice.time() };
        }
    }
    told
}

#[test]
fn what_was_told_changes_the_same_whenever_it_is_looked_up() {
    for seed in 0..HISTORIES {
        let mut dice = Dice(seed);
        let policy: Policy = if dice.one_in(2) { asking() } else { live() };
        let (order, sender, _) = live_a(&mut dice, &policy);
        let now = dice.time() + SignedDuration::from_hours(dice.pick(&[0, 40, 400]));
        let told = unlike(&mut dice, sender.ledger);
        let id = id();
        let Some(table) = Table::new(&id, &order, &policy, now) else { continue };
        let untold = table.untold();
        assert_eq!(untold.situations(), situations(&id, &order, &Ledger::new(), &policy, now), "history {seed}");
        assert_eq!(table.told(untold, &told), situations(&id, &order, &told, &policy, now), "history {seed}");
    }
}

#[test]
fn what_some_kinds_would_tell_is_what_all_of_them_would() {
    for seed in 0..HISTORIES {
        let mut dice = Dice(seed);
        let (order, ..) = live_a(&mut dice, &live());
        let (id, policy, now) = (id(), live(), dice.time());
        let Some(table) = Table::new(&id, &order, &policy, now) else { continue };
        let some: Vec<Kind> = Kind::ALL.into_iter().filter(|_| dice.one_in(2)).collect();
        let of_all = table.untold().into_situations().into_iter();
        let of_all = of_all.filter(|one| some.contains(&one.kind) && matches!(one.verdict, Verdict::Tell { .. }));
        let of_all: BTreeSet<IntentId> = of_all.map(|one| one.intent).collect();
        assert_eq!(table.tells(some.iter().copied()).collect::<BTreeSet<_>>(), of_all, "history {seed}");
    }
}
