//! Conversations with providers: the questions of a [`Source`], asked and answered, within bounds.

use jiff::SignedDuration;
use webhooks::hint::Hint;
use webhooks::source::{Answered, Ask, Found, Listing, Source, Step, Stuck, Talk, Window};

use crate::{Client, Failed};

/// No answer is larger: a page of 250 orders has 3 MB.
const LARGEST: usize = 8 * 1024 * 1024;
/// What a hint names takes so many questions at most: a token, an order and its parts.
const QUESTIONS: usize = 12;

/// Whoever answers questions.
pub trait Web: Sync {
    /// Asks, and takes an answer of at most so many bytes, whatever its status.
    fn ask(&self, ask: &Ask, most: usize) -> impl Future<Output = Result<Answered, Failed>> + Send;
}

impl Web for Client {
    async fn ask(&self, ask: &Ask, most: usize) -> Result<Answered, Failed> {
        Self::ask(self, ask, most).await
    }
}

/// Why a conversation came to nothing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Trouble {
    /// Try again later, not before so much time has passed if the provider says how much.
    #[error("{why}: it is asked again")]
    Later {
        /// What happened.
        why: String,
        /// How long to wait at least.
        wait: Option<SignedDuration>,
    },
    /// Whatever is asked is refused until somebody corrects the connection's settings.
    #[error("{0}")]
    Refused(String),
    /// Asking again would change nothing: somebody has to correct something.
    #[error("{0}")]
    Hopeless(String),
}

impl From<Stuck> for Trouble {
    fn from(stuck: Stuck) -> Self {
        Self::Hopeless(stuck.0)
    }
}

impl From<Failed> for Trouble {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Unaskable | Failed::TooLarge => Self::Hopeless(failed.to_string()),
            Failed::NoAnswer | Failed::TooLate => {
                Self::Later { why: format!("the provider gives {failed}"), wait: None }
            }
        }
    }
}

/// Fetches what a hint names: the bodies of its deliveries; none, if the provider has it no more.
pub async fn fetch(web: &impl Web, source: &dyn Source, hint: &Hint, talk: &Talk<'_>) -> Result<Vec<Vec<u8>>, Trouble> {
    let mut got = Vec::new();
    while got.len() < QUESTIONS {
        match source.fetch(hint, &got, talk)? {
            Step::Ask(ask) => got.push(answer(web, source, &ask).await?),
            Step::Done(bodies) => return Ok(bodies),
            Step::Gone => return Ok(Vec::new()),
        }
    }
    Err(Trouble::Hopeless("the conversation has no end: report it with the provider's name".to_owned()))
}

/// A listing of changes, page by page.
pub struct Pages<'a, W> {
    web: &'a W,
    source: &'a dyn Source,
    talk: Talk<'a>,
    window: Window,
    got: Vec<Answered>,
    next: Option<Ask>,
}

impl<'a, W: Web> Pages<'a, W> {
    /// Begins a listing; nothing if the source has none, or no credentials for it.
    pub fn begin(web: &'a W, source: &'a dyn Source, window: Window, talk: Talk<'a>) -> Option<Result<Self, Trouble>> {
        let Listing { next, .. } = match source.changed(window, &[], &talk)? {
            Ok(listing) => listing,
            Err(stuck) => return Some(Err(stuck.into())),
        };
        Some(Ok(Self { web, source, talk, window, got: Vec::new(), next }))
    }

    /// What the next page shows; nothing after the last.
    pub async fn next(&mut self) -> Result<Option<Vec<Found>>, Trouble> {
        let Some(ask) = self.next.take() else { return Ok(None) };
        self.got.push(answer(self.web, self.source, &ask).await?);
        match self.source.changed(self.window, &self.got, &self.talk) {
            Some(listing) => {
                let Listing { found, next } = listing?;
                self.next = next;
                Ok(Some(found))
            }
            None => Ok(None),
        }
    }

    /// How many questions it took so far.
    pub fn asked(&self) -> usize {
        self.got.len()
    }
}

/// An answer that a source can use: something, or the word that it is not there.
async fn answer(web: &impl Web, source: &dyn Source, ask: &Ask) -> Result<Answered, Trouble> {
    let answer = web.ask(ask, LARGEST).await?;
    match answer.status {
        200..=299 | 404 | 410 => Ok(answer),
        400 if source.is_unknown(&answer) => Ok(answer),
        300..=399 => {
            Err(Trouble::Refused("the provider redirects: correct the address in the connection's settings".to_owned()))
        }
        401 | 403 => Err(refused(answer.status)),
        400 if answer.refuses_credentials() => Err(refused(answer.status)),
        408 | 425 | 429 | 500.. => {
            let why = format!("the provider answers {}", answer.status);
            Err(Trouble::Later { why, wait: wait(&answer) })
        }
        status => Err(Trouble::Hopeless(format!("the provider does not understand the question: it answers {status}"))),
    }
}

fn refused(status: u16) -> Trouble {
    Trouble::Refused(format!(
        "the provider refuses our credentials ({status}): correct them in the connection's settings, and give them the right \
         to read orders"
    ))
}

/// How long the provider asks us to wait: seconds; what is a date is left to our own patience.
fn wait(answer: &Answered) -> Option<SignedDuration> {
    let seconds = ["retry-after", "x-retry-after"].into_iter().find_map(|name| {
        let text = answer.headers.get(name)?.to_str().ok()?.trim();
        text.split('.').next()?.parse::<u32>().ok()
    });
    seconds.map(|seconds| SignedDuration::from_secs(seconds.into()))
}
