//! Random histories from a seed: many facts, several of each kind, late, missing, twice, by sources that disagree.

use std::collections::BTreeSet;

use domain::fact::{
    BackOrder, Declined, DelayCause, Fact, FulfilmentState, OrderStatus, PaymentStatus, Reason, ReturnStatus,
};
use domain::ids::IntentId;
use domain::ledger::Ledger;
use domain::order::Order;
use domain::policy::{KindPolicy, Policy};
use domain::situations::{Class, Kind, Verdict, situations};
use domain::tracking::ParcelState;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use testing::facts::{
    Said, TOTAL, checkout, confirmed, corrected, euros, fulfilment, minute, order, payment, placed, refused, sent_back,
    tracking, withdrew,
};

use crate::sender::{Sender, id, intents, live};

/// Numbers that look random and are the same every time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((bits ^ (bits >> 31)) >> 2).unwrap_or(0) % sides
    }

    pub(crate) fn one_in(&mut self, sides: i64) -> bool {
        self.roll(sides) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let sides = i64::try_from(from.len()).unwrap_or(1);
        from[usize::try_from(self.roll(sides)).unwrap_or(0)]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.roll(i64::try_from(last).unwrap_or(0) + 1);
            items.swap(last, usize::try_from(other).unwrap_or(0));
        }
    }

    /// A time in the order's first week, often the same as another.
    pub(crate) fn time(&mut self) -> Timestamp {
        minute(self.roll(100) * 100)
    }

    fn number(&mut self) -> &'static str {
        self.pick(&["1Z1", "1Z2", "1Z3"])
    }

    fn fact(&mut self) -> Said {
        let at = self.time();
        let heard = at + SignedDuration::from_secs(1 + self.roll(3) * 600);
        match self.roll(9) {
            8 if self.one_in(4) => self.returned(at, heard),
            0 | 1 => self.checkout(at, heard),
            2 | 3 => self.payment(at, heard),
            4 | 5 => self.fulfilment(at, heard),
            _ => self.tracking(at, heard),
        }
    }

    /// Somebody corrects the address, now or never proved, now or never confirmed.
    fn words(&mut self) -> Vec<Said> {
        let (first, second, third) = (self.time(), self.time(), self.time());
        let with = self.pick(&["ana@example.org", "ana@example.net"]);
        let mut words = vec![refused("t0", first), corrected("t1", "ana@example.com", with, second)];
        words.extend((!self.one_in(3)).then(|| confirmed("c1", "t1", third)));
        words.extend((!self.one_in(2)).then(|| withdrew("w1", &["1"], second)));
        words.extend((!self.one_in(2)).then(|| withdrew("w2", &[], third)));
        words
    }

    fn checkout(&mut self, at: Timestamp, heard: Timestamp) -> Said {
        let statuses = [
            OrderStatus::Pending,
            OrderStatus::Processing,
            OrderStatus::Processing,
            OrderStatus::OnHold,
            OrderStatus::OnHold,
            OrderStatus::Completed,
            OrderStatus::Cancelled,
            OrderStatus::Refunded,
        ];
        let (refunded, total) = (self.pick(&[0, 0, 1_000, 3_000]), self.pick(&[TOTAL, TOTAL, TOTAL, 7_000]));
        let said = checkout().at(at).heard(heard).status(self.pick(&statuses)).refunded(refunded).total(total);
        let known = !self.one_in(8);
        let said = said.with(|fact| fact.status = fact.status.filter(|_| known));
        let short = self.pick(&[0, 0, 0, 1, 2]);
        let expected = self.pick(&[None, None, Some(date(2026, 3, 20)), Some(date(2026, 4, 1))]);
        let said = said.with(|fact| fact.document.lines[0].back_order = BackOrder::of(short, expected));
        if self.one_in(2) { said.paid().said() } else { said.said() }
    }

    fn payment(&mut self, at: Timestamp, heard: Timestamp) -> Said {
        let id = self.pick(&["1", "1", "2"]);
        let said = payment(&format!("pi_{id}")).at(at).heard(heard);
        let said = if self.one_in(4) { said.by("demo", "mollie") } else { said };
        let said = if self.one_in(8) { said.test() } else { said };
        let amount = self.pick(&[TOTAL, TOTAL, 2_000]);
        match self.roll(6) {
            0 | 1 => said.took(euros(amount)).said(),
            2 => said.failed(self.pick(&["try1", "try2", "try3"])).said(),
            3 => said.status(self.pick(&[PaymentStatus::Open, PaymentStatus::Pending])).said(),
            4 => said.object("ch").took(euros(amount)).refunded(self.pick(&[0, 1_000, 3_000])).said(),
            _ => said.refund(self.pick(&["re1", "re2"]), self.pick(&[1_000, 2_000]), self.one_in(3)).said(),
        }
    }

    fn fulfilment(&mut self, at: Timestamp, heard: Timestamp) -> Said {
        let states = [FulfilmentState::Packed, FulfilmentState::Shipped, FulfilmentState::Shipped];
        let states = [&states[..], &[FulfilmentState::Delivered, FulfilmentState::Cancelled]].concat();
        let said = fulfilment(self.pick(&["f1", "f2"])).at(at).heard(heard).state(self.pick(&states));
        let said = said.number(if self.one_in(5) { "" } else { self.number() });
        if self.one_in(3) { said.by("demo", "woocommerce").said() } else { said.said() }
    }

    fn returned(&mut self, at: Timestamp, heard: Timestamp) -> Said {
        use ReturnStatus::{Approved, Closed, Received, Requested};
        let status = self.pick(&[Requested, Requested, Approved, ReturnStatus::Declined, Received, Closed]);
        let because = (status == ReturnStatus::Declined).then_some(Declined::FinalSale);
        let said = sent_back(self.pick(&["r1", "r2"]), status).at(at).heard(heard);
        said.with(|back| back.declined = because).said()
    }

    fn tracking(&mut self, at: Timestamp, heard: Timestamp) -> Said {
        let states = [
            ParcelState::PreTransit,
            ParcelState::InTransit,
            ParcelState::OutForDelivery,
            ParcelState::DeliveryAttempted,
            ParcelState::AvailableForPickup,
            ParcelState::Exception,
            ParcelState::Delivered,
            ParcelState::Delivered,
            ParcelState::Delivered,
            ParcelState::ReturnToSender,
            ParcelState::Lost,
            ParcelState::Expired,
        ];
        let state = self.pick(&states);
        let whole = self.one_in(2);
        let said = tracking(state).number(self.number()).at(at).heard(heard).scan(at, state);
        let said = said.with(|fact| fact.whole = whole);
        let said = if self.one_in(10) { said.test() } else { said };
        let date = at.to_zoned(jiff::tz::TimeZone::UTC).date();
        match self.roll(6) {
            0 => said.late(DelayCause::Carrier, Some(date)).said(),
            1 => said.late(DelayCause::Weather, None).said(),
            2 => said.because(self.pick(&[Reason::Address, Reason::Address, Reason::RecipientAbsent])).said(),
            _ => said.said(),
        }
    }
}

/// What reaches us, when: each fact once or more, after it was heard.
fn arrivals(dice: &mut Dice, facts: &[Said]) -> Vec<(Timestamp, Said)> {
    let mut arrivals = Vec::new();
    for fact in facts {
        for _ in 0..=i64::from(dice.one_in(4)) {
            let waits = dice.pick(&[0, 0, 0, 5, 600]) * dice.roll(60);
            arrivals.push((fact.observed + SignedDuration::from_secs(waits * 10), fact.clone()));
        }
    }
    arrivals.sort_by_key(|(at, _)| *at);
    arrivals
}

pub(crate) fn facts(dice: &mut Dice) -> Vec<Said> {
    let many = 4 + dice.roll(24);
    let mut facts: Vec<Said> = (0..many).map(|_| dice.fact()).collect();
    // Sometimes the order itself is never heard of.
    if !dice.one_in(10) {
        facts.push(checkout().said());
    }
    if dice.one_in(3) {
        facts.extend(dice.words());
    }
    facts
}

/// What must have been heard before a mail of a kind can be true, said without the code that is tested.
fn has_a_reason(kind: Kind, heard: &[Said]) -> bool {
    let any = |is: &dyn Fn(&Fact) -> bool| heard.iter().any(|said| is(&said.fact));
    let status = |wanted| any(&|fact| matches!(fact, Fact::Checkout(c) if c.status == Some(wanted)));
    let scanned = |wanted| any(&|fact| matches!(fact, Fact::Tracking(t) if !t.test && t.state == Some(wanted)));
    let returned = |wanted| any(&|fact| matches!(fact, Fact::Return(r) if r.status == Some(wanted)));
    let short = |checkout: &domain::fact::Checkout| checkout.document.lines.iter().any(|l| l.back_order.is_some());
    let paid = any(&|fact| match fact {
        Fact::Checkout(checkout) => checkout.document.paid_at.is_some(),
        Fact::Payment(payment) => !payment.test && payment.captured.is_some(),
        _ => false,
    });
    any(&|fact| matches!(fact, Fact::Checkout(_)))
        && match kind {
            Kind::Received | Kind::PaymentReminder | Kind::PaymentExpired | Kind::Attention => true,
            Kind::Confirmed | Kind::Receipt | Kind::LateToShip | Kind::NewOrder => paid,
            Kind::BackOrdered => paid && any(&|fact| matches!(fact, Fact::Checkout(c) if short(c))),
            Kind::OnHold => paid && status(OrderStatus::OnHold),
            Kind::Edited => paid && heard.iter().filter(|said| matches!(said.fact, Fact::Checkout(_))).count() > 1,
            Kind::ConfirmAddress | Kind::Withdrawal => any(&|fact| matches!(fact, Fact::Customer(_))),
            Kind::PaymentFailed => {
                any(&|fact| matches!(fact, Fact::Payment(p) if !p.test && p.attempt.as_ref().is_some_and(|a| a.failed)))
            }
            Kind::Shipped | Kind::NumberChanged => any(&|fact| matches!(fact, Fact::Fulfilment(_))),
            Kind::OutForDelivery => scanned(ParcelState::OutForDelivery),
            Kind::DeliveryAttempted => scanned(ParcelState::DeliveryAttempted),
            Kind::AddressProblem => {
                any(&|fact| matches!(fact, Fact::Tracking(t) if !t.test && t.reason == Some(Reason::Address)))
            }
            Kind::Delivered => {
                let handed = Some(FulfilmentState::Delivered);
                scanned(ParcelState::Delivered) || any(&|f| matches!(f, Fact::Fulfilment(f) if f.state == handed))
            }
            // Late because nothing was heard, too.
            Kind::Delayed => any(&|fact| matches!(fact, Fact::Tracking(_))),
            Kind::ReadyForPickup | Kind::PickupWaiting => scanned(ParcelState::AvailableForPickup),
            Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => scanned(ParcelState::Delivered),
            Kind::Abandoned => false,
            Kind::Returning => scanned(ParcelState::ReturnToSender),
            Kind::Lost => scanned(ParcelState::Lost),
            Kind::ReturnRequested => returned(ReturnStatus::Requested),
            Kind::ReturnApproved => returned(ReturnStatus::Approved),
            Kind::ReturnDeclined => returned(ReturnStatus::Declined),
            Kind::ReturnReceived => returned(ReturnStatus::Received),
            Kind::Cancelled => status(OrderStatus::Cancelled),
            Kind::RefundFailed => {
                any(&|fact| matches!(fact, Fact::Payment(p) if !p.test && p.refund.as_ref().is_some_and(|r| r.failed)))
            }
            Kind::Refund => any(&|fact| match fact {
                Fact::Checkout(checkout) => checkout.document.refunded > 0,
                Fact::Payment(payment) => payment.refund.is_some() || payment.refunded.is_some(),
                _ => false,
            }),
        }
}

pub(crate) fn live_a(dice: &mut Dice, policy: &Policy) -> (Order, Sender, Vec<Said>) {
    let facts = facts(dice);
    let (mut order, mut sender, mut heard) = (Order::default(), Sender::default(), Vec::new());
    let mut now = placed();
    for (at, said) in arrivals(dice, &facts) {
        now = at;
        order.fold(&said.source, said.observed, said.fact.clone());
        heard.push(said);
        let before = sender.mails.len();
        sender.look(&order, policy, now);
        for (kind, subject) in &sender.mails[before..] {
            assert!(has_a_reason(*kind, &heard), "{} {subject}: {heard:#?}", kind.name());
        }
    }
    let before = sender.mails.len();
    // And then nothing more is heard.
    for hours in [1, 24, 50, 76, 6 * 24, 9 * 24, 16 * 24, 31 * 24] {
        sender.look(&order, policy, now + SignedDuration::from_hours(hours));
    }
    for (kind, subject) in &sender.mails[before..] {
        assert!(has_a_reason(*kind, &heard), "{} {subject}: {heard:#?}", kind.name());
    }
    now += SignedDuration::from_hours(31 * 24);
    for situation in situations(&id(), &order, &sender.ledger, policy, now) {
        let due = matches!(situation.verdict, Verdict::Tell { not_before } if not_before <= now);
        assert!(!due || sender.ledger.contains_key(&situation.intent), "{situation:?} is true and was not told");
    }
    (order, sender, facts)
}

const HISTORIES: u64 = 400;

/// A shop that wants everything told and asked.
pub(crate) fn asking() -> Policy {
    let mut policy = live();
    policy.ask_after = [(Kind::FollowUp, 2), (Kind::Csat, 5), (Kind::Nps, 8), (Kind::Review, 15)].into();
    policy.abandoned_after = Some(SignedDuration::from_hours(1));
    for kind in [Kind::PaymentExpired, Kind::NewOrder] {
        policy.kinds.insert(kind, KindPolicy { on: true, on_since: None });
    }
    policy
}

#[test]
fn every_history_tells_only_what_is_true_and_each_thing_once() {
    let mut kinds = BTreeSet::new();
    for seed in 0..HISTORIES {
        let (_, sender, facts) = live_a(&mut Dice(seed), &asking());
        kinds.extend(sender.mails.iter().map(|(kind, _)| *kind));
        for once in [Kind::Received, Kind::Confirmed, Kind::NewOrder] {
            assert!(sender.count(once) <= 1, "history {seed}: {:?}", sender.mails);
        }
        let cancelled =
            |said: &&Said| matches!(&said.fact, Fact::Checkout(c) if c.status == Some(OrderStatus::Cancelled));
        assert!(sender.count(Kind::Cancelled) <= facts.iter().filter(cancelled).count(), "history {seed}");
    }
    let of_orders = Kind::ALL.into_iter().filter(|kind| !kind.of_baskets());
    let never: Vec<Kind> = of_orders.filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(never, [], "every kind is told by some history");
}

#[test]
fn every_history_ends_the_same_in_whatever_order_it_is_heard() {
    for seed in 0..HISTORIES {
        let mut dice = Dice(seed);
        let (lived, _, mut facts) = live_a(&mut dice, &live());
        let again: Vec<Said> = facts.iter().filter(|_| dice.one_in(3)).cloned().collect();
        facts.extend(again);
        dice.shuffle(&mut facts);
        let other = order(facts);
        assert_eq!(other, lived, "history {seed}");
        assert_eq!(intents(&other), intents(&lived), "history {seed}");
    }
}

#[test]
fn no_situation_has_two_rows() {
    for seed in 0..HISTORIES {
        let order = order(facts(&mut Dice(seed)));
        let all = situations(&id(), &order, &Ledger::new(), &live(), minute(10_000));
        let ids: BTreeSet<&IntentId> = all.iter().map(|situation| &situation.intent).collect();
        assert_eq!(ids.len(), all.len(), "history {seed}: {all:#?}");
    }
}

#[test]
fn which_situations_there_are_depends_neither_on_policy_nor_on_what_was_told_nor_on_the_time() {
    let test_shop = Policy { test_shop: true, ..Policy::since(minute(5_000)) };
    for seed in 0..HISTORIES {
        let (order, sender, _) = live_a(&mut Dice(seed), &live());
        let other = situations(&id(), &order, &sender.ledger, &test_shop, minute(99_999));
        let other = other.into_iter().filter(|one| one.kind.class() != Class::Feedback);
        let other: BTreeSet<IntentId> = other.map(|situation| situation.intent).collect();
        assert_eq!(other, intents(&order), "history {seed}");
    }
}

#[test]
fn no_history_from_before_the_shop_went_live_tells_anything() {
    for seed in 0..HISTORIES {
        let (_, sender, _) = live_a(&mut Dice(seed), &Policy::since(minute(20_000)));
        assert!(sender.mails.is_empty(), "history {seed}: {:?}", sender.mails);
    }
}
