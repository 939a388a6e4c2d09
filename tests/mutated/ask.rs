//! One request after the other: is it taken, may it be, and what does it say.

use std::time::{Duration, Instant};

use domain::fact::Fact;
use domain::kept::{Body, By, Kept};
use fastrand::Rng;
use webhooks::delivery::{Proof, Verified};

use crate::corpus::{Corpus, Genuine};
use crate::intake::Intake;
use crate::judge::{Signed, judge};
use crate::request::Request;
use crate::tally::Tally;

/// What was read is no larger than so often the body, and a little.
const AMPLIFIED: usize = 16;
const LITTLE: usize = 64 << 10;
/// No request takes longer, on whatever machine.
const LONGEST: Duration = Duration::from_secs(20);

/// One who asks.
pub(crate) struct Asker<'a> {
    corpus: &'a Corpus,
    signed: Signed,
    intake: Intake,
    pub(crate) tally: Tally,
}

impl<'a> Asker<'a> {
    pub(crate) fn new(corpus: &'a Corpus) -> Self {
        Self { corpus, signed: Signed::of(corpus), intake: Intake::new(), tally: Tally::default() }
    }

    /// Makes a request up and asks all that there is to ask of it; what is wrong, if something is.
    pub(crate) fn ask(&mut self, seed: u64) -> Result<(), String> {
        let rng = &mut Rng::with_seed(seed);
        let one = rng.choice(&self.corpus.sent).expect("some");
        let mut request = Request::genuine(one);
        request.mutate(one, self.corpus, rng);
        self.tally.requests += 1;
        self.tally.bytes += request.body.len() as u64;
        let begun = Instant::now();
        let asked = self.all(one, &request, rng);
        let took = begun.elapsed();
        if took > self.tally.slowest.0 {
            self.tally.slowest = (took, format!("{}, {} bytes, MUTATE_SEED={seed}", one.one.name, request.body.len()));
        }
        let asked = if took > LONGEST { Err(format!("it takes {took:?}")) } else { asked };
        asked.map_err(|why| {
            let shown = String::from_utf8_lossy(&request.body[..request.body.len().min(3_000)]);
            let right = if request.wrong.is_some() { "wrong" } else { "right" };
            format!(
                "{}: {why}\n{} {right} settings\n{:?}\n?{}\n{shown}",
                one.one.name, request.now, request.headers, request.query
            )
        })
    }

    fn all(&mut self, one: &Genuine, request: &Request, rng: &mut Rng) -> Result<(), String> {
        let (prover, settings) = (one.party.asked.prover(), request.wrong.as_ref().unwrap_or(&one.party.settings));
        let proof = prover.verify(request.delivery(), settings, request.now);
        self.tally.count(judge((self.corpus, &self.signed), one, request, &proof)?);
        if let Some(reply) = prover.greet(request.delivery(), settings) {
            self.tally.count("greeted");
            let echoes = reply.body.len() <= 128 + 64
                && settings.trimmed().all(|secret| secret.is_empty() || !reply.body.contains(secret));
            echoes.then_some(()).ok_or("its greeting tells too much")?;
        }
        if let Ok(Proof::Signed(verified)) = &proof {
            if rng.u8(..3) == 0 {
                self.read(one, verified)?;
            }
        } else if rng.u8(..12) == 0 {
            // Had it been genuine; or had it been fetched.
            let fetched: Vec<&Genuine> =
                self.corpus.fetched.iter().filter(|other| other.party.name == one.party.name).collect();
            match rng.choice(fetched).filter(|_| rng.bool()) {
                Some(fetched) => {
                    let mut body = fetched.one.body.clone();
                    crate::body::mutate(&mut body, self.corpus, rng);
                    self.read(fetched, &Verified::across_queue(http::HeaderMap::new(), body))?;
                }
                None => self.read(one, &Verified::across_queue(request.headers.clone(), request.body.clone()))?,
            }
        }
        if request.wrong.is_none() && rng.u8(..24) == 0 {
            self.tally.count(self.intake.check(one, request, &proof, rng)?);
        }
        Ok(())
    }

    /// What it says is bounded by its size, and it can be kept.
    fn read(&mut self, one: &Genuine, verified: &Verified) -> Result<(), String> {
        let (party, size) = (&one.party, verified.body().len());
        party.asked.shop(verified);
        match party.asked.facts(verified, &party.settings) {
            Ok(facts) => {
                self.tally.count(if facts.is_empty() { "read: nothing" } else { "read: facts" });
                let written: usize = facts.iter().map(size_of).sum();
                self.tally.look(written, size, &one.one.name);
                if written > AMPLIFIED * size + LITTLE || facts.len() > 1 + size / 2 {
                    return Err(format!("{} facts of {} bytes from {size}", facts.len(), written));
                }
            }
            Err(why) => {
                self.tally.count("read: unreadable");
                if why.0.len() > 400 {
                    return Err(format!("its error is too long: {why}"));
                }
            }
        }
        let kept = Kept {
            id: "mutated".to_owned(),
            family: party.family.to_owned(),
            provider: party.name.clone(),
            connection: "demo".to_owned(),
            received_at: testing::recorded::signed_at(),
            headers: Vec::new(),
            by: By::Webhook,
            body: Body(verified.body().to_vec()),
        };
        let keys = interpret::blanked(&kept);
        let blanked = kept.blanked(keys);
        if blanked.body.0.len() > size {
            return Err("what is kept is larger than what came".to_owned());
        }
        Ok(())
    }
}

/// Its bytes as JSON.
fn size_of(fact: &Fact) -> usize {
    let written = match fact {
        Fact::Checkout(checkout) => serde_json::to_vec(checkout),
        Fact::Fulfilment(fulfilment) => serde_json::to_vec(fulfilment),
        Fact::Payment(payment) => serde_json::to_vec(payment),
        Fact::Tracking(tracking) => serde_json::to_vec(tracking),
        Fact::Return(back) => serde_json::to_vec(back),
        Fact::Customer(word) => serde_json::to_vec(word),
    };
    written.expect("a fact can be written").len()
}
