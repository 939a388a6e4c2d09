//! An order that was changed after it was accepted: told once, with the newest truth, against what the customer knows.

use domain::address::Address;
use domain::content::{CONTENTS, Content};
use domain::edits::{Change, Edit};
use domain::fact::OrderStatus::{Cancelled, Completed, Pending, Processing};
use domain::fact::{Checkout, Line};
use domain::ids::IntentId;
use domain::order::{Erased, Moment, Order};
use domain::personal::Personal;
use domain::policy::Policy;
use domain::register::Join;
use domain::situations::Kind::{Confirmed, Edited, Receipt, Received, Refund};
use domain::situations::{About, Situation, Verdict, situations};
use domain::view::View;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use testing::facts::{Said, Saying, TOTAL, checkout, day, euros, fulfilment, minute, order, payment};

use crate::sender::{Life, id, live};

/// Paid at once, and since then.
fn paid(at: Timestamp) -> Saying<Checkout> {
    let paid_at = Some(minute(1));
    checkout().status(Processing).at(at).with(|fact| fact.document.paid_at = paid_at)
}

/// With so many mugs of the first line, and what they cost.
fn mugs(at: Timestamp, quantity: u32) -> Saying<Checkout> {
    paid(at).with(|fact| {
        fact.document.lines[0].quantity = quantity;
        fact.document.total = 2_500 * (i64::from(quantity) + 1);
    })
}

fn to(at: Timestamp, street: &str) -> Saying<Checkout> {
    let lines = vec![Personal::new(street.to_owned())];
    paid(at)
        .with(|fact| fact.document.shipping = Some(Address { lines, country: "DE".to_owned(), ..Address::default() }))
}

/// What the last mail about a change says that changed.
fn changes(life: &Life) -> Vec<Change> {
    let told = life.sender.ledger.clone();
    let all = situations(&id(), &life.order, &told, &life.policy, day(9));
    let last = all.iter().filter(|one| one.kind == Edited).max_by_key(|one| one.arose_at).expect("a change");
    changed(&life.order, last)
}

fn changed(order: &Order, situation: &Situation) -> Vec<Change> {
    let About::Edit(key) = &situation.about else { return Vec::new() };
    let view = View::new(order, &live()).expect("an order");
    Edit::since(&view, key).map(|edit| edit.changes().cloned().collect()).unwrap_or_default()
}

fn edited(facts: impl IntoIterator<Item = Said>, now: Timestamp) -> Vec<Situation> {
    let all = situations(&id(), &order(facts), &domain::ledger::Ledger::new(), &live(), now);
    all.into_iter().filter(|one| one.kind == Edited).collect()
}

#[test]
fn a_change_after_acceptance_is_told_once_and_redelivery_tells_nothing() {
    let mut life = Life::new();
    life.hear(paid(minute(1))).hear(mugs(minute(100), 3));
    life.told(&[Confirmed, Receipt, Edited]);
    for later in [100, 100, 200, 1, 300] {
        let said = if later == 1 { paid(minute(1)) } else { mugs(minute(later), 3) };
        life.hear(said.heard(minute(400)));
    }
    life.told(&[Confirmed, Receipt, Edited]);
}

#[test]
fn several_changes_in_a_row_are_one_mail_with_the_newest_truth() {
    let mut life = Life::new();
    life.hear(paid(minute(1)));
    let newest = mugs(minute(102), 4).with(|fact| {
        fact.document.lines.remove(1);
        fact.document.lines.push(Line { id: "3".to_owned(), name: "Cup".to_owned(), ..fact.document.lines[0].clone() });
    });
    life.hear_all([mugs(minute(100), 2).said(), mugs(minute(101), 3).said(), newest.said()]);
    life.told(&[Confirmed, Receipt, Edited]);
    let all = edited_of(&life);
    let Some(Situation { about: About::Edit(_), .. }) = all.last() else { panic!("{all:?}") };
    let before = order([paid(minute(1)).said()]);
    let first = Content::of(&before.checkout().expect("one").document.value);
    let now = Content::of(&life.order.checkout().expect("one").document.value);
    let edit = Edit::between(&first, &now).expect("a change");
    assert_eq!(
        edit.changes().cloned().collect::<Vec<_>>(),
        [
            Change::Added { line: "3".to_owned(), name: "Cup".to_owned(), quantity: 4 },
            Change::Removed { name: "Mug 2".to_owned(), quantity: 1 },
            Change::Quantity { name: "Mug 1".to_owned(), before: 1, now: 4 },
            Change::Total { before: TOTAL, now: 12_500 },
        ]
    );
}

fn edited_of(life: &Life) -> Vec<Situation> {
    let all = situations(&id(), &life.order, &life.sender.ledger, &live(), day(1));
    all.into_iter().filter(|one| one.kind == Edited).collect()
}

#[test]
fn it_settles_for_ten_minutes_and_is_no_news_after_two_days() {
    let tells = |now| edited([paid(minute(1)).said(), mugs(minute(100), 3).said()], now)[0].verdict.clone();
    let heard = minute(100) + SignedDuration::from_secs(1);
    assert_eq!(tells(heard), Verdict::Tell { not_before: heard + SignedDuration::from_mins(10) });
    assert_eq!(tells(minute(100) + SignedDuration::from_hours(49)), Verdict::Off("too old to be news"));
}

#[test]
fn what_is_changed_back_is_told_if_the_change_was_and_not_if_it_was_not() {
    let mut life = Life::new();
    life.hear(paid(minute(1)));
    life.hear_all([mugs(minute(100), 3).said(), paid(minute(103)).said()]);
    life.told(&[Confirmed, Receipt]);
    life.hear(mugs(minute(200), 3));
    life.told(&[Confirmed, Receipt, Edited]);
    life.hear(paid(minute(300)));
    life.told(&[Confirmed, Receipt, Edited, Edited]);
    // Into the same once more: what the customer knows is what was told last.
    life.hear(mugs(minute(400), 3));
    life.told(&[Confirmed, Receipt, Edited, Edited, Edited]);
    assert_eq!(changes(&life), [], "and now the customer knows");
}

#[test]
fn each_mail_tells_what_changed_since_the_one_before() {
    let mut life = Life::new();
    life.hear(paid(minute(1))).hear(mugs(minute(100), 3));
    let before = life.sender.ledger.clone();
    life.hear(mugs(minute(200), 2));
    let all = situations(&id(), &life.order, &before, &live(), minute(260));
    let told = all.iter().rfind(|one| one.kind == Edited && matches!(one.verdict, Verdict::Tell { .. })).expect("told");
    let quantity = Change::Quantity { name: "Mug 1".to_owned(), before: 3, now: 2 };
    assert_eq!(changed(&life.order, told), [quantity, Change::Total { before: 10_000, now: 7_500 }]);
}

#[test]
fn what_is_changed_before_it_is_accepted_is_told_by_the_confirmation() {
    let mut life = Life::new();
    life.hear(checkout()).hear(checkout().total(7_000).at(minute(100)));
    life.hear(payment("pi_1").took(euros(7_000)).at(minute(200)));
    life.told(&[Received, Confirmed, Receipt]);
    let all = edited_of(&life);
    assert_eq!(all[0].verdict, Verdict::Idle("changed before it was accepted"));
}

#[test]
fn what_was_changed_when_it_was_confirmed_needs_no_mail_of_its_own() {
    let mut life = Life::new();
    life.hear_all([paid(minute(1)).said(), mugs(minute(3), 3).said()]);
    life.told(&[Confirmed, Receipt]);
}

#[test]
fn a_change_that_nobody_can_use_any_more_is_not_told() {
    let shipped = || fulfilment("f1").at(minute(120)).said();
    let after = [
        (vec![mugs(minute(110), 3).status(Cancelled).said()], "cancelled"),
        (vec![mugs(minute(110), 3).status(Completed).said()], "completed by the shop"),
        (vec![shipped()], "shipped"),
        (vec![paid(minute(110)).said()], "as the customer knows it"),
        (vec![mugs(minute(110), 4).said()], "changed again since"),
    ];
    for (more, why) in after {
        let facts = [paid(minute(1)).said(), mugs(minute(100), 3).said()].into_iter().chain(more);
        let all = edited(facts, minute(130));
        let verdict = if why == "as the customer knows it" { &all[1].verdict } else { &all[0].verdict };
        assert_eq!(*verdict, Verdict::Obsolete(why), "{all:?}");
    }
}

#[test]
fn only_some_of_it_on_its_way_is_no_reason_to_be_silent() {
    let some = fulfilment("f1").lines(&["2"]).at(minute(50)).said();
    let all = edited([paid(minute(1)).said(), some, mugs(minute(100), 3).said()], minute(130));
    assert!(matches!(all[0].verdict, Verdict::Tell { .. }), "{all:?}");
}

/// Another shape of the same document.
fn same(change: impl FnOnce(&mut Checkout)) {
    let mut life = Life::new();
    life.hear(to(minute(1), "Lindenstr. 12")).hear(to(minute(100), "Lindenstr. 12").with(change));
    let all = edited_of(&life);
    assert!(all.is_empty(), "{all:?}");
}

#[test]
fn another_shape_of_the_same_document_is_no_change() {
    same(|fact| fact.document.lines.reverse());
    same(|fact| fact.document.total += 2);
    same(|fact| fact.document.amounts.tax = 950);
    same(|fact| fact.document.refunded = 1_000);
    same(|fact| fact.document.lines.push(Line { id: "9".to_owned(), quantity: 0, ..fact.document.lines[0].clone() }));
    same(|fact| fact.document.lines.iter_mut().for_each(|line| line.total += 100));
    same(|fact| fact.document.lines.iter_mut().for_each(|line| line.id.push('7')));
    same(|fact| fact.document.lines.iter_mut().for_each(|line| line.name = format!("Becher {}", line.id)));
    same(|fact| "Size: XL".clone_into(&mut fact.document.lines[0].variant));
    same(|fact| fact.document.shipping = None);
    same(|fact| fact.document.billing = Some(Address::default()));
    same(|fact| {
        let address = fact.document.shipping.as_mut().expect("one");
        address.lines = vec![Personal::new("LINDENSTR.  12".to_owned())];
        address.region = Personal::new("Berlin".to_owned());
    });
    // One line of two is two lines of one, for example because one of them was sent back.
    let mut life = Life::new();
    let split = |fact: &mut Checkout| {
        fact.document.lines[0].quantity = 2;
        fact.document.lines.push(Line { id: "1/gone".to_owned(), ..fact.document.lines[0].clone() });
    };
    life.hear(mugs(minute(1), 4)).hear(mugs(minute(100), 2).with(split).total(12_500));
    assert!(edited_of(&life).is_empty());
}

#[test]
fn another_delivery_address_is_a_change_and_is_kept_without_saying_where() {
    let mut life = Life::new();
    life.hear(to(minute(1), "Lindenstr. 12")).hear(to(minute(100), "Kaistr. 5"));
    life.told(&[Confirmed, Receipt, Edited]);
    let text = serde_json::to_value(&life.order.checkout().expect("one").contents).expect("JSON").to_string();
    assert!(!text.to_lowercase().contains("str"), "{text}");
}

#[test]
fn what_comes_with_a_refund_is_told_by_the_refund() {
    let mut life = Life::new();
    life.hear(mugs(minute(1), 3));
    // Some storefronts take what was given back off the total, some off the lines, and some put it back.
    life.hear(mugs(minute(100), 2).refunded(2_500)).hear(mugs(minute(200), 3).refunded(2_600));
    life.told(&[Confirmed, Receipt, Refund, Refund]);
    life.hear(mugs(minute(300), 4).refunded(2_600));
    life.told(&[Confirmed, Receipt, Refund, Refund, Edited]);
    let mut life = Life::new();
    life.hear(mugs(minute(1), 3)).hear(mugs(minute(100), 2)).hear(mugs(minute(200), 3).refunded(2_500));
    life.told(&[Confirmed, Receipt, Edited, Refund]);
    let before = life.sender.ledger.clone();
    life.hear(mugs(minute(300), 4).refunded(2_500));
    let all = situations(&id(), &life.order, &before, &live(), minute(360));
    let told = all.iter().rfind(|one| one.kind == Edited && matches!(one.verdict, Verdict::Tell { .. })).expect("told");
    let quantity = Change::Quantity { name: "Mug 1".to_owned(), before: 3, now: 4 };
    assert_eq!(changed(&life.order, told), [quantity, Change::Total { before: 10_000, now: 12_500 }]);
}

#[test]
fn an_order_that_grew_is_told_although_the_money_does_not_cover_it_any_more() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(TOTAL)));
    life.hear(checkout().total(7_000).at(minute(100)));
    assert_eq!(life.sender.count(Edited), 1);
    // Nobody accepted this one.
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(2_000)));
    life.hear(checkout().total(7_000).at(minute(100)));
    assert_eq!(life.sender.count(Edited), 0);
}

#[test]
fn an_old_shops_orders_tell_nothing_when_they_are_first_heard_of_and_then_only_what_is_new() {
    let connected = day(180);
    let at = |hours| connected + SignedDuration::from_hours(hours);
    let mut life = Life::of(Policy::since(connected));
    life.hear(paid(at(2))).hear(paid(at(3)));
    life.told(&[]);
    life.hear(mugs(at(4), 3));
    life.told(&[Edited]);
    let mut life = Life::of(Policy::since(connected));
    life.hear(paid(day(3))).hear(mugs(day(4), 3).heard(at(1)));
    life.told(&[]);
}

/// A state that was written by code that did not note contents.
fn older(facts: impl IntoIterator<Item = Said>) -> Order {
    let mut value = serde_json::to_value(order(facts)).expect("JSON");
    for checkout in value["checkouts"].as_object_mut().expect("sources").values_mut() {
        checkout.as_object_mut().expect("registers").remove("contents");
        for moment in checkout["moments"].as_array_mut().expect("moments") {
            moment.as_object_mut().expect("a moment").remove("content");
        }
    }
    serde_json::from_value(value).expect("an old state is a state")
}

#[test]
fn a_state_of_older_code_makes_no_news() {
    let fold = |order: &mut Order, said: Said| order.fold(&said.source, said.observed, said.fact);
    let tells = |order: &Order| {
        let all = situations(&id(), order, &domain::ledger::Ledger::new(), &live(), minute(260));
        all.into_iter().filter(|one| one.kind == Edited).collect::<Vec<_>>()
    };
    let mut order = older([paid(minute(1)).said(), paid(minute(50)).said()]);
    assert!(order.checkout().expect("one").contents.is_empty());
    for said in [mugs(minute(1), 7), paid(minute(100)), paid(minute(100))] {
        fold(&mut order, said.said());
        assert!(tells(&order).is_empty(), "{order:#?}");
    }
    assert_eq!(order.lacks(&paid(minute(1)).source, &paid(minute(1)).said().fact), domain::lack::Lack::Nothing);
    fold(&mut order, mugs(minute(200), 3).said());
    assert_eq!(tells(&order).len(), 1, "from then on changes are seen");
    let mut order = older([paid(minute(1)).said()]);
    fold(&mut order, mugs(minute(200), 3).said());
    assert!(tells(&order).is_empty(), "nobody knows what it was before");
}

#[test]
fn what_older_code_did_not_note_is_not_lacking() {
    let order = older([paid(minute(1)).said()]);
    let said = paid(minute(1)).said();
    assert_eq!(order.lacks(&said.source, &said.fact), domain::lack::Lack::Nothing);
    let changed = mugs(minute(2), 3).said();
    assert_eq!(order.lacks(&changed.source, &changed.fact), domain::lack::Lack::News);
}

#[test]
fn an_erased_order_keeps_no_address_and_is_not_changed_by_it() {
    let erase = |order: &mut Order| order.join(Order { erased: Some(Erased(minute(9))), ..Order::default() });
    let (first, second) = (to(minute(1), "Lindenstr. 12").said(), to(minute(5), "Lindenstr. 12").said());
    let mut early = order([first.clone()]);
    erase(&mut early);
    early.fold(&second.source, second.observed, second.fact.clone());
    let mut late = order([first, second]);
    erase(&mut late);
    assert_eq!(early, late);
    let contents = &late.checkout().expect("one").contents;
    assert!(contents.iter().all(|(_, content)| content.address.is_none()));
    assert!(
        situations(&id(), &late, &domain::ledger::Ledger::new(), &live(), minute(9))
            .iter()
            .all(|one| one.kind != Edited)
    );
}

#[test]
fn more_changes_than_are_kept_break_nothing() {
    let facts = (0..40_u32).map(|turn| mugs(minute(100 + i64::from(turn)), turn + 1).said());
    let facts: Vec<Said> = [paid(minute(1)).said()].into_iter().chain(facts).collect();
    let order = order(facts.clone());
    assert_eq!(order.checkout().expect("one").contents.iter().count(), CONTENTS);
    let mut turned = facts;
    turned.reverse();
    assert_eq!(testing::facts::order(turned), order);
    for one in situations(&id(), &order, &domain::ledger::Ledger::new(), &live(), minute(200)) {
        assert!(
            one.kind != Edited || !changed(&order, &one).is_empty() || !matches!(one.verdict, Verdict::Tell { .. })
        );
    }
}

#[test]
fn of_two_versions_of_one_second_the_document_in_force_is_the_newest() {
    for (first, second) in [(2, 3), (3, 2)] {
        let facts = [
            paid(minute(1)).said(),
            mugs(minute(100), first).heard(minute(101)).said(),
            mugs(minute(100), second).heard(minute(102)).said(),
        ];
        let all = edited(facts.clone(), minute(130));
        let told: Vec<_> = all.iter().filter(|one| matches!(one.verdict, Verdict::Tell { .. })).collect();
        let quantity = Change::Quantity { name: "Mug 1".to_owned(), before: 1, now: second };
        assert_eq!(changed(&order(facts), told[0])[0], quantity);
        assert_eq!(told.len(), 1);
    }
}

#[test]
fn intent_ids_of_changes_are_pinned() {
    let facts =
        [paid(minute(1)), mugs(minute(100), 3), paid(minute(200)), mugs(minute(300), 3), to(minute(400), "Kaistr. 5")];
    let all = edited(facts.map(testing::facts::Saying::<domain::fact::Checkout>::said), day(1));
    let subjects: Vec<&str> = all.iter().map(|one| &*one.subject).collect();
    assert_eq!(subjects, PINNED);
    for one in &all {
        assert_eq!(one.intent, IntentId::new(&id(), "edited", &one.subject));
    }
}

const PINNED: [&str; 4] = ["etrmnoaw2q", "nbaqztcxjg", "etrmnoaw2q/2", "tabqfmrdf5"];

#[test]
fn a_moment_is_read_whether_its_content_was_noted_or_not() {
    let moment = Moment {
        at: minute(1),
        status: Some(Pending),
        total: 1,
        refunded: 0,
        paid: false,
        content: None,
        back_order: None,
    };
    let text = serde_json::to_string(&moment).expect("JSON");
    assert!(!text.contains("content"), "{text}");
    assert_eq!(serde_json::from_str::<Moment>(&text).expect("read"), moment);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    /// However documents arrive, each change has one name, and what is told of the newest is the truth.
    #[test]
    fn changes_have_the_same_names_in_any_order_of_arrival(
        versions in prop::collection::vec((0..30_i64, 1..5_u32, 0..2_i64), 1..12), seed in any::<usize>(),
    ) {
        let said = |(at, quantity, refunded): &(i64, u32, i64)| mugs(minute(100 + at), *quantity).refunded(*refunded * 500).said();
        let facts: Vec<Said> = [paid(minute(1)).said()].into_iter().chain(versions.iter().map(said)).collect();
        let mut turned = facts.clone();
        turned.extend(facts.iter().take(seed % 4).cloned());
        let turns = seed % turned.len();
        turned.rotate_left(turns);
        turned.reverse();
        let one = edited(facts.clone(), minute(200));
        prop_assert_eq!(&one, &edited(turned.clone(), minute(200)));
        let told: Vec<&Situation> = one.iter().filter(|one| matches!(one.verdict, Verdict::Tell { .. })).collect();
        prop_assert!(told.len() <= 1);
        let order = order(facts);
        for told in told {
            prop_assert!(!changed(&order, told).is_empty());
        }
    }
}

#[test]
fn each_change_before_it_was_accepted_was_told_by_the_confirmation() {
    let unpaid = |at, quantity| mugs(minute(at), quantity).status(Pending).with(|fact| fact.document.paid_at = None);
    let accepted = mugs(minute(40), 4).with(|fact| fact.document.paid_at = Some(minute(40)));
    let facts = [unpaid(0, 1), unpaid(10, 2), unpaid(20, 3), unpaid(30, 4), accepted].map(Saying::<Checkout>::said);
    let verdicts: Vec<Verdict> = edited(facts, minute(60)).into_iter().map(|one| one.verdict).collect();
    assert_eq!(verdicts, vec![Verdict::Idle("changed before it was accepted"); 3]);
}

#[test]
fn what_goes_elsewhere_is_told_although_it_comes_with_a_refund() {
    let mut life = Life::new();
    life.hear(to(minute(1), "Old street 1")).hear(to(minute(100), "New street 2").refunded(100));
    assert_eq!(life.sender.count(Edited), 1);
}

#[test]
fn a_total_that_only_rounding_moved_is_no_change_and_one_cent_more_is() {
    let before = Content::of(&checkout().fact.document);
    let dearer = |minor| Edit::between(&before, &Content { total: before.total + minor, ..before.clone() });
    assert_eq!(dearer(5), None);
    let changes: Vec<Change> = dearer(6).iter().flat_map(Edit::changes).cloned().collect();
    assert_eq!(changes, [Change::Total { before: TOTAL, now: TOTAL + 6 }]);
}

#[test]
fn lines_of_one_thing_are_one_item_under_their_first_id_and_lines_of_none_are_nothing() {
    let content = |ids: &[(&str, u32)]| {
        let mut document = checkout().fact.document;
        let line = |(id, quantity): &(&str, u32)| Line {
            id: (*id).to_owned(),
            name: "Mug".to_owned(),
            quantity: *quantity,
            ..document.lines[0].clone()
        };
        document.lines = ids.iter().map(line).collect();
        Content::of(&document).items.into_iter().map(|item| (item.id, item.quantity)).collect::<Vec<_>>()
    };
    for ids in [[("7", 1), ("3", 2), ("5", 1)], [("3", 2), ("5", 1), ("7", 1)]] {
        assert_eq!(content(&ids), [("3".to_owned(), 4)]);
    }
    assert_eq!(content(&[("1", 0)]), []);
}
