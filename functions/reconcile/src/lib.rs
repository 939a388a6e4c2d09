//! A promise that no webhook can make: each source that has a list is asked what changed, and what we do not have goes the
//! way of any webhook.
//!
//! Time is compared in windows, each until its end, and only then is the next one begun: what fails is listed again by the
//! next run, and what is queued twice changes nothing. A window that holds too much is halved. The newest minutes are
//! left to the webhooks that are still on their way; windows overlap by ten more, for shops whose clocks are behind.

mod compare;

use bootstrap::metrics::{self, Metric};
use config::parameters::{Names, Parameters, Read};
use config::settings::Settings;
use domain::fact::Source as By;
use domain::ports::{Orders, Unavailable};
use domain::reconciling::{Meter, Progress, Progresses, SHORTEST};
use domain::silence::silent;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use queue::messages::{Incoming, ToFetch};
use queue::sqs::Queue;
use web::talk::{Trouble, Web};
use webhooks::source::{Source, Talk};

use crate::compare::{Compared, Of, compare};

/// Where deliveries go; `Ok` means durable.
pub trait Deliveries: Sync {
    /// Queues one.
    fn put(&self, incoming: &Incoming) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Leaves one to the fetcher, which keeps on trying, and in the end to its dead letters.
    fn leave(&self, hint: &ToFetch) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// The real queues.
#[derive(Debug)]
pub struct Queues {
    /// [deliveries].
    pub deliveries: Queue,
    /// [fetch].
    pub fetch: Queue,
}

impl Deliveries for Queues {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        self.deliveries.send(incoming).await
    }

    async fn leave(&self, hint: &ToFetch) -> Result<(), Unavailable> {
        self.fetch.send(hint).await
    }
}

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
}

/// One run over all sources. It begins nothing new once `late` says so; the next run goes on where this one ends.
pub async fn handle<P: Parameters + Names, W: Web, O: Orders, C: Progresses, D: Deliveries>(
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
    let turn = usize::try_from(now.as_second() / 3600).unwrap_or(0) % connections.len();
    connections.rotate_left(turn);
    for (family, name) in connections {
        let known = match world.settings.connection(&family, &name, Read::Cached, now).await {
            Ok(Some(known)) => known,
            Ok(None) => continue,
            Err(error) => {
                tracing::error!(family, connection = name, %error, "a connection cannot be read: it is not compared");
                continue;
            }
        };
        for (provider, settings) in &known.providers {
            listen(world, &family, &name, provider, now).await;
            let Some(source) = interpret::source(&family, provider) else { continue };
            let nonce = format!("{nonce}-{family}-{name}-{provider}");
            let talk = Talk { settings, now, nonce: &nonce };
            let of = Of { family: &family, name: &name, provider, connection: &known };
            if let Err(error) = one(world, source, talk, &of, &late).await {
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
async fn one<P: Parameters, W: Web, O: Orders, C: Progresses, D: Deliveries>(
    world: &World<P, W, O, C, D>,
    source: &dyn Source,
    talk: Talk<'_>,
    of: &Of<'_>,
    late: &impl Fn() -> bool,
) -> Result<(), Unavailable> {
    let (now, key) = (talk.now, of.key());
    let today = now.to_zoned(TimeZone::UTC).date();
    let read = world.progress.progress(&key).await?;
    let (mut turn, mut progress) =
        read.map_or_else(|| (None, Progress::first(now, today)), |(turn, progress)| (Some(turn), progress));
    if progress.day != today {
        of.log_day(&progress);
        progress.day = today;
        progress.meter = Meter::default();
    }
    loop {
        let to = (progress.from + progress.span).min(now - world.grace);
        if to <= progress.from || late() {
            return Ok(());
        }
        let whole = progress.span <= SHORTEST || !source.narrows();
        match compare(world, source, talk, of, (progress.from, to), whole, late).await {
            Ok(Compared::NoList) => return Ok(()),
            Ok(Compared::Done(meter)) => {
                of.log(meter, now);
                progress.done(to, meter);
            }
            // Its second half is listed by itself later; what the first pages brought is queued already.
            Ok(Compared::TooMuch) => drop(progress.shorten()),
            Err(Trouble::Hopeless(why)) => {
                of.log_hopeless(&why, now);
                return Ok(());
            }
            Err(Trouble::Later { why, .. }) => return Err(Unavailable::new("a source", why)),
        }
        if !world.progress.advance(&key, turn, &progress).await? {
            tracing::info!(source = key, "another run is at work on this source");
            return Ok(());
        }
        turn = Some(turn.map_or(0, |turn| turn + 1));
    }
}
