//! The reference: what a customer must have heard of a life by the end, what they may have heard, and how the page calls
//! the order. It knows nothing of `domain::situations`; where a race has several right answers, it takes all of them.

use domain::situations::Kind;

use super::lives::{Life, Packing, Paying, Say, Scan, Status, TOTAL, What};
use super::sim::{HOUR, Millis, SECOND};
use super::webhooks::promised;

/// So long something must have been true and known until somebody must have heard of it.
const SLACK: Millis = 6 * HOUR;
const TWO_DAYS: Millis = 48 * HOUR;
const WEEK: Millis = 7 * 24 * HOUR;
const NEVER: Millis = i64::MAX;

/// A mail that there may be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Expected {
    pub(super) kind: Kind,
    pub(super) subject: String,
    /// It must have been sent.
    pub(super) must: bool,
    /// Before this nobody could know of it.
    pub(super) from: Millis,
    /// From then on it was known to be no news.
    pub(super) gone: Millis,
}

/// What was said of an order, and when it came in and into the order.
pub(super) struct Heard<'a> {
    pub(super) life: &'a Life,
    /// When each saying was kept.
    pub(super) kept: &'a [Option<Millis>],
    /// When each saying was first written into its order.
    pub(super) known: &'a [Option<Millis>],
    /// Mails that were sent: kind, subject and time.
    pub(super) sent: &'a [(Kind, &'a str, Millis)],
}

/// One row: when it can be known and for how long it stays news.
struct News {
    kind: Kind,
    subject: String,
    /// First possible.
    from: Millis,
    /// All that it needs is there.
    sure: Millis,
    /// Something came in that may end it.
    until: Millis,
    /// It is too old by then.
    expires: Millis,
    gone: Millis,
    /// It can be a must at all.
    lasting: bool,
}

impl Heard<'_> {
    fn first(&self, is: impl Fn(&Say) -> bool) -> Millis {
        self.min(self.kept, is)
    }

    fn first_known(&self, is: impl Fn(&Say) -> bool) -> Millis {
        self.min(self.known, is)
    }

    fn min(&self, times: &[Option<Millis>], is: impl Fn(&Say) -> bool) -> Millis {
        let says = self.life.says.iter().zip(times).filter(|(say, _)| is(say));
        says.filter_map(|(_, time)| *time).min().unwrap_or(NEVER)
    }

    /// Everything that may be told.
    pub(super) fn expected(&self) -> Vec<Expected> {
        let placed = self.first(checkout);
        if self.life.test || placed == NEVER {
            return Vec::new();
        }
        let mut all = self.of_order();
        all.extend(self.of_payments());
        for parcel in 0..self.life.parcels {
            all.extend(self.of_parcel(parcel));
        }
        let expected = |news: News| {
            let (from, sure) = (news.from.max(placed), news.sure.max(placed));
            let long = |end: Millis| end.saturating_sub(sure) > SLACK;
            let must = news.lasting && sure < NEVER && long(news.until) && long(news.expires);
            Expected { kind: news.kind, subject: news.subject, must, from, gone: news.gone }
        };
        all.into_iter().filter(|news| news.from < NEVER).map(expected).collect()
    }

    fn week(&self) -> Millis {
        self.life.says[0].at * SECOND + WEEK
    }

    fn accepts(&self, say: &Say) -> bool {
        self.covers(say)
            || match say.what {
                What::Checkout { status, .. } => {
                    self.life.free || (self.life.later && matches!(status, Status::Processing | Status::Completed))
                }
                _ => false,
            }
    }

    fn covers(&self, say: &Say) -> bool {
        match say.what {
            What::Payment { stage: Paying::Paid | Paying::Refunded(_) | Paying::RefundFailed(..), .. } => {
                // A failed refund alone says nothing of money that came in, where it is an object of its own.
                !(self.life.stripe && matches!(say.what, What::Payment { stage: Paying::RefundFailed(..), .. }))
            }
            What::Checkout { paid_at: Some(_), .. } => true,
            _ => false,
        }
    }

    /// When each run of cancelled states began and ended, by the storefront.
    fn runs(&self) -> Vec<(i64, Option<i64>)> {
        let mut runs: Vec<(i64, Option<i64>)> = Vec::new();
        for say in &self.life.says {
            let What::Checkout { status, .. } = say.what else { continue };
            let open = runs.last().is_some_and(|(_, end)| end.is_none());
            match (status, open) {
                (Status::Cancelled, false) => runs.push((say.at, None)),
                (Status::Pending | Status::Processing | Status::Completed, true) => {
                    runs.last_mut().expect("there is one").1 = Some(say.at);
                }
                _ => {}
            }
        }
        runs
    }

    fn of_order(&self) -> Vec<News> {
        let accepted = self.first(|say| self.accepts(say));
        let known = self.first_known(|say| self.accepts(say)).max(self.first_known(checkout));
        let cancelled = self.first(called_off);
        let runs = self.runs();
        let for_good = matches!(runs.as_slice(), [(_, None)]);
        let called_off = if for_good { self.first_known(called_off) } else { NEVER };
        let covered = if self.life.free { NEVER } else { self.first(|say| self.covers(say)) };
        let order = |kind, from, until, gone| News {
            kind,
            subject: "order".to_owned(),
            from,
            sure: from,
            until,
            expires: self.week(),
            gone,
            lasting: true,
        };
        let mut all = vec![
            order(Kind::Received, 0, accepted.min(cancelled), known.min(called_off)),
            order(Kind::Confirmed, accepted, cancelled, called_off),
            order(Kind::Receipt, covered, NEVER, NEVER),
        ];
        let last = runs.len();
        for (index, (start, end)) in runs.into_iter().enumerate() {
            let ended = |say: &Say| end == Some(say.at);
            // Whatever is said in the meantime tells of it too: a refund perhaps, that comes in before it.
            let during = |say: &Say| self::called_off(say) && say.at >= start && end.is_none_or(|end| say.at < end);
            // A run that nobody knows to have ended swallows the next one.
            let alone = last == 1;
            let all_said = self.life.says.iter().zip(self.kept).filter(|(say, _)| checkout(say));
            let all_said = all_said.map(|(_, kept)| kept.unwrap_or(NEVER)).max().unwrap_or(NEVER);
            all.push(News {
                subject: (index + 1).to_string(),
                lasting: index + 1 == last && end.is_none(),
                sure: if alone { self.first(|say| say.at == start) } else { all_said },
                ..order(
                    Kind::Cancelled,
                    if index == 0 { cancelled } else { self.first(during) },
                    NEVER,
                    self.first_known(ended).max(self.first_known(|say| say.at == start)),
                )
            });
        }
        all
    }

    fn of_payments(&self) -> Vec<News> {
        let ends = |say: &Say| self.accepts(say) || called_off(say);
        let mut all = Vec::new();
        for say in &self.life.says {
            let at = say.at;
            match say.what {
                What::Payment { attempt, stage: Paying::Failed } => {
                    let newer = |other: &Say| {
                        let again = matches!(other.what, What::Payment { stage: Paying::Failed | Paying::Pending, .. });
                        again && other.at > at
                    };
                    let from = self.first(|other| other.at == at);
                    let accepted = self.first_known(|say| self.accepts(say)).max(self.first_known(checkout));
                    all.push(News {
                        kind: Kind::PaymentFailed,
                        subject: self.life.attempt(attempt),
                        from,
                        sure: from,
                        until: self.first(|other| newer(other) || ends(other)),
                        expires: at * SECOND + TWO_DAYS,
                        gone: self.first_known(newer).min(accepted),
                        lasting: true,
                    });
                }
                // Where a refund is an object of its own.
                What::Payment { stage: Paying::RefundFailed(..), .. } if self.life.stripe => {
                    let from = self.first(|other| other.at == at);
                    all.push(News {
                        kind: Kind::RefundFailed,
                        subject: format!("demo/stripe/re_{}", self.life.id),
                        from,
                        sure: from,
                        until: NEVER,
                        expires: at * SECOND + WEEK,
                        gone: NEVER,
                        lasting: true,
                    });
                }
                What::Payment { stage: Paying::Refunded(total), .. } => {
                    let more = |other: &Say| match other.what {
                        What::Payment { stage: Paying::Refunded(more), .. } => more > total,
                        What::Payment { stage: Paying::RefundFailed(..), .. } => true,
                        What::Checkout { refunded, .. } => refunded > total,
                        _ => false,
                    };
                    let same = |other: &Say| match other.what {
                        What::Payment { stage: Paying::Refunded(same), .. } => same == total,
                        What::Checkout { refunded, .. } => refunded == total,
                        _ => false,
                    };
                    all.push(News {
                        kind: Kind::Refund,
                        subject: format!("{total}/0"),
                        from: self.first(same),
                        sure: self.first(|other| other.at == at),
                        until: self.first(more),
                        expires: self.week(),
                        gone: self.first_known(more),
                        lasting: true,
                    });
                }
                _ => {}
            }
        }
        all
    }

    fn of_parcel(&self, parcel: u8) -> Vec<News> {
        let packing = |say: &Say, state: Packing| matches!(say.what, What::Parcel { parcel: p, state: s, .. } if p == parcel && s == state);
        let scanned = |say: &Say| matches!(say.what, What::Carrier { parcel: p, .. } if p == parcel);
        let over = |say: &Say| {
            packing(say, Packing::Voided)
                || (scanned(say)
                    && matches!(say.what, What::Carrier { scan: Scan::Delivered | Scan::Returning | Scan::Back, .. }))
        };
        let shipped = self.first(|say| packing(say, Packing::Shipped));
        let subject = self.life.fulfilment(parcel);
        let mut all = vec![News {
            kind: Kind::Shipped,
            subject: subject.clone(),
            from: shipped.min(self.first(scanned)),
            sure: shipped,
            until: self.first(over),
            expires: self.week(),
            gone: self.known_over(over),
            lasting: true,
        }];
        let corrected = |say: &Say| matches!(say.what, What::Parcel { parcel: p, number: 1, state: Packing::Shipped } if p == parcel);
        if let Some(say) = self.life.says.iter().find(|say| corrected(say)) {
            let from = self.first(corrected);
            let told = |(kind, of, at): &(Kind, &str, Millis)| *kind == Kind::Shipped && *of == subject && *at < from;
            all.push(News {
                kind: Kind::NumberChanged,
                subject: format!("{subject}/{}", self.life.number(parcel, 1)),
                from,
                sure: from,
                until: self.first(over),
                expires: say.at * SECOND + TWO_DAYS,
                gone: self.known_over(over),
                lasting: self.sent.iter().any(told),
            });
        }
        for say in self
            .life
            .says
            .iter()
            .filter(|say| matches!(say.what, What::Carrier { scan: Scan::Late(_), .. }) && scanned(say))
            .take(1)
        {
            let What::Carrier { scan: Scan::Late(days), .. } = say.what else { continue };
            all.push(self.found_out(&format!("{subject}/{}/promise_passed", promised(say.at, days)), scanned, over));
        }
        all.push(self.found_out(&format!("{subject}/no_scan"), scanned, over));
        for say in self.life.says.iter().filter(|say| scanned(say)) {
            all.extend(self.of_scan(say, &subject));
        }
        all
    }

    /// When it was first known that a parcel's way is over: what a carrier says of a number is of no parcel until it is
    /// written whose the number is.
    fn known_over(&self, over: impl Fn(&Say) -> bool) -> Millis {
        let named = |of: (u8, u8)| {
            self.first_known(|say| matches!(say.what, What::Parcel { parcel, number, .. } if (parcel, number) == of))
        };
        let known = |(say, known): (&Say, &Option<Millis>)| match say.what {
            What::Carrier { parcel, number, .. } => known.map(|known| known.max(named((parcel, number)))),
            _ => *known,
        };
        let all = self.life.says.iter().zip(self.known).filter(|(say, _)| over(say));
        all.filter_map(known).min().unwrap_or(NEVER)
    }

    /// A delay that nobody declared: it may be told while nothing is heard.
    fn found_out(&self, subject: &str, begun: impl Fn(&Say) -> bool, over: impl Fn(&Say) -> bool) -> News {
        News {
            kind: Kind::Delayed,
            subject: subject.to_owned(),
            from: self.first(begun),
            sure: NEVER,
            until: NEVER,
            expires: NEVER,
            gone: self.known_over(over),
            lasting: false,
        }
    }

    fn of_scan(&self, say: &Say, fulfilment: &str) -> Option<News> {
        let What::Carrier { parcel, number, scan } = say.what else { return None };
        let at = say.at;
        let same = |other: &Say| matches!(other.what, What::Carrier { parcel: p, number: n, .. } if (p, n) == (parcel, number));
        let later = |other: &Say| same(other) && other.at > at;
        // Who tells the whole story each time tells this later too.
        let from = self.first(|other| other.at == at || (self.life.easypost && later(other)));
        let named = self
            .first(|say| matches!(say.what, What::Parcel { parcel: p, number: n, .. } if (p, n) == (parcel, number)));
        let day = |at: i64| promised(at, 0);
        let out = |other: &Say| matches!(other.what, What::Carrier { scan: Scan::Out, .. }) && same(other);
        let last_of_day = !self.life.says.iter().any(|other| later(other) && out(other) && day(other.at) == day(at));
        let number = self.life.number(parcel, number);
        let returning = |other: &Say| same(other) && matches!(other.what, What::Carrier { scan: Scan::Returning, .. });
        let (kind, subject, age, gone) = match scan {
            Scan::Late(days) => {
                (Kind::Delayed, format!("{fulfilment}/{}", promised(at, days)), TWO_DAYS, self.first_known(later))
            }
            Scan::Out => {
                let gone = if last_of_day { self.first_known(later) } else { NEVER };
                (Kind::OutForDelivery, format!("{number}/{}", day(at)), 12 * HOUR, gone)
            }
            Scan::Attempted => {
                (Kind::DeliveryAttempted, format!("{number}/{}", day(at)), 12 * HOUR, self.first_known(later))
            }
            Scan::Delivered => (Kind::Delivered, fulfilment.to_owned(), TWO_DAYS, NEVER),
            Scan::Returning => (Kind::Returning, fulfilment.to_owned(), WEEK, self.refunded_for_good()),
            // A carrier that has not yet told of the return tells of a delivery.
            Scan::Back if !self.life.easypost => {
                (Kind::Delivered, fulfilment.to_owned(), TWO_DAYS, self.first_known(returning))
            }
            _ => return None,
        };
        Some(News {
            kind,
            subject,
            from,
            sure: self.first(|other| other.at == at).max(named),
            until: match scan {
                Scan::Delivered => NEVER,
                Scan::Returning => self.first(|say| called_off(say) || gives_all_back(say)),
                _ => self.first(later),
            },
            expires: at * SECOND + age,
            gone,
            lasting: scan != Scan::Back && last_of_day,
        })
    }

    /// When it was first known that all of the money went back, if nothing of it ever failed.
    fn refunded_for_good(&self) -> Millis {
        let failed = |say: &Say| matches!(say.what, What::Payment { stage: Paying::RefundFailed(..), .. });
        if self.life.says.iter().any(failed) { NEVER } else { self.first_known(gives_all_back) }
    }

    /// The order in one word, once all of it is known.
    pub(super) fn headline(&self) -> &'static str {
        let life = self.life;
        let mut statuses = life.says.iter().filter_map(|say| match say.what {
            What::Checkout { status, .. } => Some(status),
            _ => None,
        });
        if statuses.next_back() == Some(Status::Cancelled) {
            return "cancelled";
        }
        let refunded = life.says.iter().rev().find_map(|say| match say.what {
            What::Payment { stage: Paying::Refunded(total), .. } => Some(total),
            What::Payment { stage: Paying::RefundFailed(_, left), .. } => Some(left),
            _ => None,
        });
        if !life.free && refunded.is_some_and(|refunded| refunded >= life.total()) {
            return "refunded";
        }
        let ends: Vec<Option<Scan>> = (0..life.parcels).filter_map(|parcel| self.end(parcel)).collect();
        let any = |wanted: &[Scan]| ends.iter().flatten().any(|scan| wanted.contains(scan));
        let delivered = ends.iter().filter(|scan| **scan == Some(Scan::Delivered)).count();
        let all = usize::from(life.parcels);
        match () {
            () if ends.is_empty() => self.before_it_leaves(),
            () if any(&[Scan::Returning, Scan::Back]) => "returning",
            () if delivered == all => "delivered",
            () if any(&[Scan::Attempted]) => "needs-attention",
            () if any(&[Scan::Out]) => "out-for-delivery",
            () if delivered > 0 => "partly-delivered",
            () if ends.len() == all => "shipped",
            () => "partly-shipped",
        }
    }

    fn before_it_leaves(&self) -> &'static str {
        let life = self.life;
        let real = |say: &&Say| !life.test || !matches!(say.what, What::Payment { .. });
        if life.says.iter().filter(real).any(|say| self.accepts(say)) {
            let packed = (0..life.parcels).any(|parcel| {
                let states: Vec<Packing> = self.packing(parcel).collect();
                !states.is_empty() && !states.contains(&Packing::Voided)
            });
            return if packed { "preparing" } else { "confirmed" };
        }
        let mut stages = life.says.iter().filter(real).filter_map(|say| match say.what {
            What::Payment { stage, .. } => Some(stage),
            _ => None,
        });
        if stages.next_back() == Some(Paying::Failed) { "payment-failed" } else { "awaiting-payment" }
    }

    fn packing(&self, parcel: u8) -> impl Iterator<Item = Packing> {
        self.life.says.iter().filter_map(move |say| match say.what {
            What::Parcel { parcel: p, state, .. } if p == parcel => Some(state),
            _ => None,
        })
    }

    /// What the carrier said last of a parcel that left and was not voided.
    #[expect(clippy::option_option, reason = "one that did not leave, and one that nobody scanned")]
    fn end(&self, parcel: u8) -> Option<Option<Scan>> {
        let mut left = self.packing(parcel);
        if !left.any(|state| state == Packing::Shipped) || left.any(|state| state == Packing::Voided) {
            return None;
        }
        Some(self.life.says.iter().rev().find_map(|say| match say.what {
            What::Carrier { parcel: p, scan, .. } if p == parcel => Some(scan),
            _ => None,
        }))
    }
}

fn checkout(say: &Say) -> bool {
    matches!(say.what, What::Checkout { .. })
}

fn gives_all_back(say: &Say) -> bool {
    match say.what {
        What::Payment { stage: Paying::Refunded(total), .. } => total >= TOTAL,
        What::Checkout { refunded, .. } => refunded >= TOTAL,
        _ => false,
    }
}

fn called_off(say: &Say) -> bool {
    matches!(say.what, What::Checkout { status: Status::Cancelled, .. })
}
