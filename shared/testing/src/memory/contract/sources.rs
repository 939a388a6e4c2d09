//! When sources were heard, and how far they were compared.

use std::collections::BTreeSet;

use domain::fact::Source;
use domain::ports::Orders;
use domain::reconciling::{Meter, Progress, Progresses};
use domain::silence::{DAYS, hour};

use crate::facts::{day, minute};

/// Each hour in which a source was heard is known for two weeks, and of that source only.
pub async fn check_heard(store: &impl Orders) {
    let (one, other) = (Source::new("demo", "stripe"), Source::new("demo", "woocommerce"));
    for at in [minute(0), minute(1), minute(60), day(1), day(3)] {
        store.heard(&one, at).await.expect("noted");
    }
    store.heard(&other, minute(30)).await.expect("noted");
    let hours = async |source, at| store.hours(source, at).await.expect("read");
    let all: BTreeSet<i64> = [minute(0), minute(60), day(1), day(3)].map(hour).into();
    assert_eq!(hours(&one, day(3)).await, all);
    assert_eq!(hours(&other, day(3)).await, [hour(minute(0))].into());
    assert_eq!(hours(&one, day(DAYS + 1)).await, [hour(day(3))].into());
    assert_eq!(hours(&Source::new("demo", "mollie"), day(3)).await, BTreeSet::new());
}

/// Progress is moved by one alone, source by source.
pub async fn check_progress(store: &impl Progresses) {
    let first = Progress::first(minute(0), jiff::civil::date(2026, 3, 2));
    assert_eq!(store.progress("payments/demo/stripe").await.expect("read"), None);
    assert!(store.advance("payments/demo/stripe", None, &first).await.expect("moved"));
    assert!(!store.advance("payments/demo/stripe", None, &first).await.expect("answered"), "somebody was there before");
    let mut next = first.clone();
    next.meter.add(Meter { heard: 3, missed: 1, worst: 60 });
    next.done(minute(0));
    assert!(store.advance("payments/demo/stripe", Some(0), &next).await.expect("moved"));
    assert!(!store.advance("payments/demo/stripe", Some(0), &first).await.expect("answered"));
    assert_eq!(store.progress("payments/demo/stripe").await.expect("read"), Some((1, next)));
    assert_eq!(store.progress("payments/demo/mollie").await.expect("read"), None);
}
