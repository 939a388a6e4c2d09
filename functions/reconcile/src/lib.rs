//! A promise that no webhook can make: each source that has a list is asked what changed, and what we do not have goes the
//! way of any webhook.
//!
//! Time is compared in windows, each until its end, and only then is the next one begun: what fails is listed again by the
//! next run, and what is queued twice changes nothing. A window that holds too much is halved. The newest minutes are
//! left to the webhooks that are still on their way; windows overlap by ten more, for shops whose clocks are behind.
//!
//! A source that has no list is asked for each open thing of our own orders, once a day.

mod asking;
mod compare;

use std::collections::BTreeSet;
use std::time::Duration;

use bootstrap::metrics::{self, Metric};
use bootstrap::start::Pause;
use config::parameters::{Names, Parameters, Read};
use config::settings::Settings;
use domain::fact::Source as By;
use domain::ports::{Orders, Unavailable};
use domain::reconciling::{Meter, Progress, Progresses, SHORTEST};
use domain::silence::silent;
use domain::waking::Due;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use queue::deliveries::Deliveries;
use web::talk::{Trouble, Web};
use webhooks::source::Talk;

use crate::asking::OpenOrders;
use crate::compare::{Compared, Comparison, Of};

/// All that the function may touch.
#[derive(Debug)]
pub struct World<P, W, O, C, D> {
    /// Connections.
    pub settings: Settings<P>,
    /// Providers.
    pub web: W,
    /// Orders, to read.
    pub orders: O,
    /// How far each source is.
    pub progress: C,
    /// Where deliveries go.
    pub queues: D,
    /// What is younger may still come by itself.
    pub grace: SignedDuration,
    /// Waits between two questions.
    pub pause: fn(Duration) -> Pause,
}

/// One run over all sources. It begins nothing new once `late` says so; the next run goes on where this one ends.
pub async fn handle<P: Parameters + Names, W: Web, O: Orders + Due, C: Progresses, D: Deliveries>(
    world: &World<P, W, O, C, D>,
    nonce: &str,
    now: Timestamp,
    late: impl Fn() -> bool,
) -> Result<(), Unavailable> {
    let mut connections = world.settings.connections().await?;
    if connections.is_empty() {
        return Ok(());
    }
    // Another one begins each hour, so that a slow source costs the others an hour and no more.
    let hour = usize::try_from(now.as_second() / 3600).unwrap_or(0);
    let first = hour % connections.len();
    connections.rotate_left(first);
    let mut open = OpenOrders::default();
    for (family, name) in connections {
        let known = match world.settings.connection(&family, &name, Read::Cached, now).await {
            Ok(Some(known)) => known,
            Ok(None) => continue,
            Err(error) => {
                tracing::error!(family, connection = name, %error, "a connection cannot be read: it is not compared");
                continue;
            }
        };
        let mut providers: Vec<_> = known.providers.iter().collect();
        let first = hour % providers.len().max(1);
        providers.rotate_left(first);
        for (provider, settings) in providers {
            listen(world, &family, &name, provider, now).await;
            let Some(source) = interpret::source(&family, provider) else { continue };
            let nonce = format!("{nonce}-{family}-{name}-{provider}");
            let talk = Talk { settings, now, nonce: &nonce };
            let of = Of { family: &family, name: &name, provider, connection: &known };
            let comparison = Comparison { world, source, talk, of, found: BTreeSet::new(), rested: Duration::ZERO };
            if let Err(error) = one(comparison, &mut open, &late).await {
                tracing::warn!(family, provider, connection = name, %error, "not compared to the end: the next run goes on");
            }
            if late() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Notices that a source is silent that usually speaks.
async fn listen<P, W, O: Orders, C, D>(
    world: &World<P, W, O, C, D>,
    family: &str,
    name: &str,
    provider: &str,
    now: Timestamp,
) {
    let hours = match world.orders.hours(&By::new(name, provider), now).await {
        Ok(hours) => hours,
        Err(error) => {
            tracing::warn!(family, provider, connection = name, %error, "when a source was heard cannot be read now");
            return;
        }
    };
    if let Some(silence) = silent(&hours, now) {
        let hours = silence.as_hours();
        tracing::error!(
            family,
            provider,
            connection = name,
            hours,
            "a source that usually speaks is silent: see whether its webhook is still switched on"
        );
        metrics::count(Metric::ChangesMissed, 1, now);
    }
}

/// Brings one source up to now, window by window.
async fn one<P: Parameters, W: Web, O: Orders + Due, C: Progresses, D: Deliveries>(
    mut comparison: Comparison<'_, P, W, O, C, D>,
    open: &mut OpenOrders,
    late: &impl Fn() -> bool,
) -> Result<(), Unavailable> {
    let (world, now, key) = (comparison.world, comparison.talk.now, comparison.of.key());
    let narrows = comparison.source.narrows();
    let today = now.to_zoned(TimeZone::UTC).date();
    let read = world.progress.progress(&key).await?;
    let (mut turn, mut progress) =
        read.map_or_else(|| (None, Progress::first(now, today)), |(turn, progress)| (Some(turn), progress));
    if progress.day != today {
        comparison.of.log_day(&progress);
        progress.day = today;
        progress.meter = Meter::default();
    }
    let asks = comparison.asks();
    loop {
        let (before, end) = (progress.from, now - world.grace);
        let to = if asks { end } else { (before + progress.span).min(end) };
        if to <= before || late() || comparison.is_enough() {
            return Ok(());
        }
        let whole = progress.span <= SHORTEST || !narrows;
        let mut meter = Meter::default();
        let ended = if asks {
            comparison.ask(open, (before, to), late, &mut meter).await
        } else {
            comparison.window((before, to), whole, late, &mut meter).await
        };
        if !matches!(ended, Ok(Compared::Done | Compared::Until(..))) {
            // It is listed again and counted then; what was missed is queued now and is heard of then.
            meter.heard = 0;
        }
        comparison.of.log(meter, now);
        progress.meter.add(meter);
        let trouble = match ended {
            Ok(Compared::NoList) => return Ok(()),
            Ok(Compared::Done) => {
                progress.done(to);
                None
            }
            Ok(Compared::Until(at, trouble)) => {
                progress.done(at);
                trouble.map(Err)
            }
            // Its second half is listed by itself later; what the first pages brought is queued already.
            Ok(Compared::TooMuch) if narrows => {
                progress.shorten(to);
                None
            }
            Ok(Compared::TooMuch) => Some(Ok(())),
            Err(trouble) => Some(Err(trouble)),
        };
        let end = trouble.map(|trouble| match trouble {
            Ok(()) => Ok(()),
            Err(Trouble::Refused(why) | Trouble::Hopeless(why)) => {
                comparison.of.log_hopeless(&why, now);
                Ok(())
            }
            Err(Trouble::Later { why, .. }) => Err(Unavailable::new("a source", why)),
        });
        // Of a time that was not compared to its end only the figures are news.
        let is_news = end.is_none() || meter.missed > 0 || progress.from > before;
        if is_news && !world.progress.advance(&key, turn, &progress).await? {
            tracing::info!(source = key, "another run is at work on this source");
            return Ok(());
        }
        if let Some(end) = end {
            return end;
        }
        turn = Some(turn.map_or(0, |turn| turn + 1));
    }
}
