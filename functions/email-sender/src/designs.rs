//! Shops' designs, as they were read at most five minutes ago.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::ports::ReadDesigns;
use email::design::{Bounds, Design};
use jiff::{SignedDuration, Timestamp};

/// A design is read again after so long …
const FRESH: SignedDuration = SignedDuration::from_mins(5);
/// … or after so long, if it could not be read.
const AGAIN: SignedDuration = SignedDuration::from_secs(30);

/// Designs with what was read of them before.
pub struct Designs {
    store: Box<dyn ReadDesigns>,
    known: Mutex<HashMap<String, Known>>,
    /// One read at a time: a batch that starts with an empty cache asks once.
    reading: tokio::sync::Mutex<()>,
}

#[derive(Clone)]
struct Known {
    /// Nothing, if the shop has none.
    design: Option<Arc<Design>>,
    until: Timestamp,
}

impl std::fmt::Debug for Designs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Designs").finish_non_exhaustive()
    }
}

impl Designs {
    /// Nothing read yet.
    pub fn new(store: impl ReadDesigns + 'static) -> Self {
        Self { store: Box::new(store), known: Mutex::default(), reading: tokio::sync::Mutex::default() }
    }

    /// A shop's design, if it has one. While the store does not answer it is the one read before, or none: no mail waits for
    /// its looks.
    pub(crate) async fn of(&self, shop: &str, now: Timestamp) -> Option<Arc<Design>> {
        if let Some(known) = self.fresh(shop, now) {
            return known.design;
        }
        let _reading = self.reading.lock().await;
        // Somebody else may have read it meanwhile.
        if let Some(known) = self.fresh(shop, now) {
            return known.design;
        }
        let known = match self.store.files(shop).await {
            Ok(files) if files.is_empty() => Known { design: None, until: now + FRESH },
            Ok(files) => {
                let design = Design::new(files, Bounds::SEND);
                for file in design.stale() {
                    tracing::warn!(
                        shop,
                        file,
                        "a design was written for an older version: compare it with the built-in one"
                    );
                }
                Known { design: Some(Arc::new(design)), until: now + FRESH }
            }
            Err(error) => {
                tracing::warn!(shop, %error, "a design cannot be read: mails look as they did before, or as built in");
                let before = self.known().get(shop).and_then(|known| known.design.clone());
                Known { design: before, until: now + AGAIN }
            }
        };
        self.known().insert(shop.to_owned(), known.clone());
        known.design
    }

    fn fresh(&self, shop: &str, now: Timestamp) -> Option<Known> {
        self.known().get(shop).filter(|known| now < known.until).cloned()
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use domain::design::File;
    use domain::ports::{Files, Unavailable};

    use super::*;

    #[derive(Default)]
    struct Counted {
        reads: AtomicUsize,
        broken: AtomicBool,
    }

    impl ReadDesigns for &'static Counted {
        fn files<'a>(&'a self, shop: &'a str) -> Files<'a> {
            self.reads.fetch_add(1, Ordering::Relaxed);
            let file = || File { name: "texts/en.ftl".to_owned(), content: "item = Piece".to_owned() };
            let files = match shop {
                _ if self.broken.load(Ordering::Relaxed) => Err(Unavailable::new("DynamoDB", "down")),
                "designed" => Ok(vec![file()]),
                _ => Ok(Vec::new()),
            };
            Box::pin(std::future::ready(files))
        }
    }

    fn second(second: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_secs(second)
    }

    #[tokio::test]
    async fn a_shop_with_and_one_without_a_design_are_each_read_once_in_five_minutes_and_outlive_an_outage() {
        let counted: &'static Counted = Box::leak(Box::default());
        let designs = Designs::new(counted);
        for at in 0..300 {
            assert!(designs.of("designed", second(at)).await.is_some());
            assert!(designs.of("plain", second(at)).await.is_none());
        }
        assert_eq!(counted.reads.load(Ordering::Relaxed), 2);
        counted.broken.store(true, Ordering::Relaxed);
        for at in 300..330 {
            assert!(designs.of("designed", second(at)).await.is_some(), "the old one stays in use");
            assert!(designs.of("new", second(at)).await.is_none(), "its mails are not held");
        }
        assert_eq!(counted.reads.load(Ordering::Relaxed), 4);
        counted.broken.store(false, Ordering::Relaxed);
        assert!(designs.of("designed", second(331)).await.is_some());
        assert_eq!(counted.reads.load(Ordering::Relaxed), 5);
    }
}
