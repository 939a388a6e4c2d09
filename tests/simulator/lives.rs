//! Lives of orders, as storefronts, payment providers, warehouses and carriers tell them: who says what, when it was so,
//! and when it is sent. All of it follows from the seed alone.

use fastrand::Rng;

use super::chaos::Chaos;
use super::sim::{HOUR, MINUTE, Millis, SECOND};

/// When every history starts: a Monday.
pub(super) const START: Millis = 1_772_438_400_000;
/// What every order costs that is not free, in minor units.
pub(super) const TOTAL: i64 = 2_870;

/// Where a storefront says an order is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Status {
    Pending,
    Processing,
    Completed,
    Cancelled,
    Refunded,
}

/// What a payment provider says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Paying {
    Pending,
    Failed,
    Paid,
    /// So much was given back in all.
    Refunded(i64),
    /// A refund of so much failed; so much is still given back.
    RefundFailed(i64, i64),
}

/// What a warehouse says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Packing {
    Packed,
    Shipped,
    Voided,
}

/// What a carrier says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scan {
    Moving,
    /// It comes so many days after it was so.
    Late(i64),
    Out,
    Attempted,
    Delivered,
    Returning,
    /// "Delivered", to the shop.
    Back,
}

/// One thing that somebody says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    Checkout {
        status: Status,
        paid_at: Option<i64>,
        refunded: i64,
    },
    Payment {
        attempt: u8,
        stage: Paying,
    },
    Parcel {
        parcel: u8,
        number: u8,
        state: Packing,
    },
    Carrier {
        parcel: u8,
        number: u8,
        scan: Scan,
    },
    /// Nobody's signature.
    Forged,
    /// Genuine, and not to be read.
    Garbage,
    /// A payment of an order that there is not.
    Stranger,
}

/// One thing, said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Say {
    /// Seconds since 1970, by whose who says it clock.
    pub(super) at: i64,
    /// When it is sent; more than once if its sender repeats itself.
    pub(super) posts: Vec<Millis>,
    pub(super) what: What,
}

/// One order's life.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
pub(super) struct Life {
    /// The storefront's id.
    pub(super) id: u64,
    /// `WooCommerce`, or our own format.
    pub(super) woo: bool,
    /// Stripe, or our own format.
    pub(super) stripe: bool,
    /// `EasyPost`, which sends the whole story each time, or our own format, which sends what is new.
    pub(super) easypost: bool,
    /// Paid on delivery.
    pub(super) later: bool,
    pub(super) free: bool,
    pub(super) test: bool,
    /// Its address does not exist.
    pub(super) bounces: bool,
    pub(super) parcels: u8,
    pub(super) says: Vec<Say>,
}

impl Life {
    pub(super) const fn total(&self) -> i64 {
        if self.free { 0 } else { TOTAL }
    }

    /// A parcel's number.
    pub(super) fn number(&self, parcel: u8, number: u8) -> String {
        format!("1Z{}P{parcel}N{number}", self.id)
    }

    /// A fulfilment's id.
    pub(super) fn fulfilment(&self, parcel: u8) -> String {
        format!("F{}-{parcel}", self.id)
    }

    /// A try to pay, as its provider calls it.
    pub(super) fn attempt(&self, attempt: u8) -> String {
        format!("ch_{}_{attempt}", self.id)
    }

    /// A carrier's words on a parcel's number up to a time, oldest first.
    pub(super) fn scans(&self, of: (u8, u8), until: i64) -> impl Iterator<Item = (i64, Scan)> + '_ {
        self.says.iter().filter(move |say| say.at <= until).filter_map(move |say| match say.what {
            What::Carrier { parcel, number, scan } if (parcel, number) == of => Some((say.at, scan)),
            _ => None,
        })
    }
}

/// The life of an order of a seed.
pub(super) fn life(seed: u64, index: u64, chaos: &Chaos) -> Life {
    let mut rng = Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ index.wrapping_mul(0xD1B5_4A32_D192_ED03));
    let one_in = |rng: &mut Rng, many: u32| rng.u32(0..many) == 0;
    let woo = rng.bool();
    let life = Life {
        id: 1_000 + index,
        woo,
        stripe: woo || rng.bool(),
        easypost: rng.bool(),
        later: one_in(&mut rng, 16),
        free: one_in(&mut rng, 40),
        test: !woo && one_in(&mut rng, 30),
        bounces: rng.u32(0..1_000_000) < chaos.bounces,
        parcels: if one_in(&mut rng, 5) { 2 } else { 1 },
        says: Vec::new(),
    };
    let start = START / SECOND + rng.i64(0..900);
    let sending = rng.fork();
    let repeats = chaos.repeats;
    let mut teller = Teller { life, rng, sending, repeats, t: start, paid_at: None, refunded: 0, cancelled: false };
    teller.tell();
    teller.life
}

struct Teller {
    life: Life,
    rng: Rng,
    /// When it is sent is no part of the life.
    sending: Rng,
    repeats: u32,
    /// Seconds since 1970.
    t: i64,
    paid_at: Option<i64>,
    refunded: i64,
    cancelled: bool,
}

impl Teller {
    fn one_in(&mut self, many: u32) -> bool {
        self.rng.u32(0..many) == 0
    }

    /// Time passes: mostly little.
    fn pass(&mut self) {
        self.t += match self.rng.u32(0..20) {
            0..=9 => self.rng.i64(1..90),
            10..=15 => self.rng.i64(60..3_600),
            16..=18 => self.rng.i64(3_600..12 * 3_600),
            _ => self.rng.i64(12 * 3_600..40 * 3_600),
        };
    }

    fn delay(&mut self) -> Millis {
        match self.sending.u32(0..100) {
            0..=79 => self.sending.i64(0..3 * SECOND),
            80..=94 => self.sending.i64(0..5 * MINUTE),
            95..=98 => self.sending.i64(0..3 * HOUR),
            _ => self.sending.i64(0..50 * HOUR),
        }
    }

    fn say(&mut self, what: What) {
        self.t += 1;
        let mut posts = vec![self.t * SECOND + self.delay()];
        while self.sending.u32(0..1_000_000) < self.repeats {
            posts.push(posts[0] + self.delay() + self.sending.i64(0..HOUR));
        }
        self.life.says.push(Say { at: self.t, posts, what });
    }

    fn checkout(&mut self, status: Status) {
        self.say(What::Checkout { status, paid_at: self.paid_at, refunded: self.refunded });
    }

    fn payment(&mut self, attempt: u8, stage: Paying) {
        self.say(What::Payment { attempt, stage });
    }

    fn tell(&mut self) {
        let plain = !self.life.later && !self.life.free && !self.life.test;
        let direct = plain && self.one_in(12);
        if direct {
            self.paid_at = Some(self.t);
        }
        let released = self.life.free || direct;
        self.checkout(if released { Status::Processing } else { Status::Pending });
        if self.one_in(60) {
            let noise = [What::Forged, What::Garbage, What::Stranger][self.rng.usize(0..3)];
            self.say(noise);
        }
        if self.one_in(20) {
            return self.cancel();
        }
        if self.life.later {
            self.checkout(Status::Processing);
        } else if !released && !self.pay() {
            return;
        }
        if self.one_in(15) {
            self.cancel();
            if self.cancelled {
                return self.refund();
            }
        }
        if !self.one_in(3) {
            for parcel in 0..self.life.parcels {
                self.ship(parcel);
            }
            if self.one_in(3) {
                self.checkout(Status::Completed);
            }
        }
        if self.life.later && self.one_in(2) {
            self.payment(1, Paying::Paid);
        }
        if self.one_in(10) {
            self.refund();
        }
    }

    /// Whether it is paid in the end.
    fn pay(&mut self) -> bool {
        let mut attempt = 1;
        if self.one_in(4) {
            self.pass();
        }
        while self.one_in(8) {
            self.payment(attempt, Paying::Failed);
            self.pass();
            attempt += 1;
        }
        if self.one_in(12) {
            return false;
        }
        if self.one_in(20) {
            self.payment(attempt, Paying::Pending);
            self.pass();
        }
        self.payment(attempt, Paying::Paid);
        if !self.one_in(10) {
            self.paid_at = Some(self.t);
            self.checkout(Status::Processing);
        }
        true
    }

    fn cancel(&mut self) {
        self.pass();
        self.checkout(Status::Cancelled);
        self.cancelled = true;
        if self.one_in(4) {
            self.pass();
            self.checkout(Status::Processing);
            self.cancelled = false;
            if self.one_in(4) {
                self.pass();
                self.checkout(Status::Cancelled);
                self.cancelled = true;
            }
        }
    }

    fn refund(&mut self) {
        let paid = self.life.says.iter().rev().find_map(|say| match say.what {
            What::Payment { attempt, stage: Paying::Paid } => Some(attempt),
            _ => None,
        });
        let Some(attempt) = paid.filter(|_| !self.life.test) else { return };
        self.pass();
        let all = self.cancelled || self.one_in(2);
        self.refunded = if all { TOTAL } else { 500 };
        self.payment(attempt, Paying::Refunded(self.refunded));
        if self.one_in(12) {
            self.pass();
            self.payment(attempt, Paying::RefundFailed(self.refunded, 0));
            self.refunded = 0;
            return;
        }
        if !all && self.one_in(3) {
            self.pass();
            self.refunded = TOTAL;
            self.payment(attempt, Paying::Refunded(TOTAL));
        }
        if self.life.woo && self.one_in(2) {
            let status = match (self.cancelled, self.refunded) {
                (true, _) => Status::Cancelled,
                (false, TOTAL) => Status::Refunded,
                _ => Status::Processing,
            };
            self.checkout(status);
        }
    }

    fn ship(&mut self, parcel: u8) {
        self.pass();
        let mut number = 0;
        if self.one_in(4) {
            self.say(What::Parcel { parcel, number, state: Packing::Packed });
            self.pass();
        }
        self.say(What::Parcel { parcel, number, state: Packing::Shipped });
        if self.one_in(12) {
            self.pass();
            number = 1;
            self.say(What::Parcel { parcel, number, state: Packing::Shipped });
        }
        if self.one_in(30) {
            self.pass();
            return self.say(What::Parcel { parcel, number, state: Packing::Voided });
        }
        if self.one_in(3) {
            return;
        }
        let first = self.life.says.len();
        self.scans(parcel, number);
        if self.one_in(8) {
            // A bunch of scans is sent late and at once.
            let last = self.life.says.last().map_or(0, |say| say.at) * SECOND + self.delay();
            for say in &mut self.life.says[first..] {
                say.posts[0] = say.posts[0].max(last + self.sending.i64(0..2 * SECOND));
            }
        }
    }

    fn scans(&mut self, parcel: u8, number: u8) {
        let scan = |teller: &mut Self, scan| {
            teller.pass();
            teller.say(What::Carrier { parcel, number, scan });
        };
        scan(self, Scan::Moving);
        if self.one_in(8) {
            let days = self.rng.i64(2..5);
            scan(self, Scan::Late(days));
        }
        if self.one_in(20) {
            scan(self, Scan::Returning);
            if self.one_in(2) {
                scan(self, Scan::Back);
            }
            return;
        }
        if self.one_in(5) {
            return;
        }
        scan(self, Scan::Out);
        if self.one_in(12) {
            scan(self, Scan::Attempted);
            self.t += 20 * 3_600;
            scan(self, Scan::Out);
        }
        if !self.one_in(6) {
            scan(self, Scan::Delivered);
        }
    }
}
