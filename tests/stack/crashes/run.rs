//! A run: find the calls, deal the blows, judge.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tokio::task::JoinSet;

use super::life::{Life, Manner, live};
use super::matrix::spots;
use super::plan::{Dice, lives};
use super::report::Spared;
use super::{Cell, Matrix, Report, Row, Step, Verdict, books};
use crate::{Call, Stack, progress};

/// What is tried.
#[derive(Clone, Debug)]
pub struct Choice {
    /// How often each cell.
    pub times: u32,
    /// Only so many cells, drawn by the seed; all, if absent.
    pub sample: Option<usize>,
    /// Decides what is drawn and which cells meet in one life.
    pub seed: u64,
    /// At most so many blows to one order, each in another step.
    pub most: usize,
    /// How many orders live at a time.
    pub together: usize,
    /// Whether calls that a process makes once, for all orders, are tried too: for that, orders live alone.
    pub shared: bool,
}

/// How often a blow that did not fall is tried once more.
const ROUNDS: u32 = 4;

/// Tries what is chosen.
pub async fn run(stack: &'static Stack, choice: &Choice) -> Result<Report> {
    let began = Instant::now();
    small_batches(stack).await?;
    let spots = watch(stack, choice).await?;
    progress(&format!("{} calls found, {} s", spots.len(), began.elapsed().as_secs()));
    let Matrix { mut cells, spared } = Matrix::of(&spots);
    let count = cells.len();
    Dice(choice.seed).shuffle(&mut cells);
    cells.truncate(choice.sample.unwrap_or(count));
    let mut run = Run { stack, choice, lives: Vec::new() };
    run.prove_the_books(&spared).await?;
    let (shared, own): (Vec<_>, Vec<_>) = cells.iter().cloned().partition(|cell| cell.spot.shared);
    // A death takes other orders' messages along, which takes time: a whole run deals them last.
    let (deaths, others) = own.into_iter().partition(|cell| choice.sample.is_none() && cell.blow.kills());
    run.deal(others, choice.together, Manner::Among).await?;
    run.deal(deaths, choice.together, Manner::Among).await?;
    run.deal(shared, 1, Manner::Cold).await?;
    let mut rows: BTreeMap<Cell, Row> = BTreeMap::new();
    for cell in cells {
        rows.insert(cell.clone(), Row { cell, dealt: 0, verdict: Verdict::default() });
    }
    let (mut beside, mut mails) = (Verdict::default(), 0);
    for life in &run.lives {
        mails += stack.told(&life.order).len();
        for (beat, verdict) in life.beats.iter().zip(books::judge(stack, life).await?) {
            match beat.cell.as_ref().filter(|_| beat.hit).and_then(|cell| rows.get_mut(cell)) {
                Some(row) => {
                    row.dealt += 1;
                    row.verdict.add(verdict);
                }
                None => beside.add(verdict),
            }
        }
    }
    Ok(Report {
        seed: choice.seed,
        times: choice.times,
        cells: count,
        orders: run.lives.len(),
        mails,
        seconds: began.elapsed().as_secs(),
        dead_letters: stack.dead_letters().await?,
        beside,
        rows: rows.into_values().collect(),
        spared: spared.into_iter().map(|(cell, why)| Spared { cell, why }).collect(),
    })
}

/// Were ten orders in a batch, each with its own blow, no batch would end in time. What a blow does to the others of a full
/// batch is tried in memory (`tests/it/crashes.rs`).
async fn small_batches(stack: &Stack) -> Result<()> {
    for function in ["OrderEvents", "EmailSender", "EmailFeedback"] {
        let path =
            format!("/2015-03-31/event-source-mappings/{}", stack.resources().id(&format!("{function}Messages")));
        let body = json!({"BatchSize": 2, "ScalingConfig": {"MaximumConcurrency": 8}});
        stack.aws().rest("lambda", "PUT", &path, Some(&body)).await?;
    }
    Ok(())
}

/// Watches orders that nothing happens to: what is called is what can be broken.
async fn watch(stack: &Stack, choice: &Choice) -> Result<Vec<super::Spot>> {
    let first = clean(stack, if choice.shared { Manner::Cold } else { Manner::Alone }).await?;
    let lives = [first, clean(stack, Manner::Alone).await?];
    let mut found = spots(&lives, false, stack.resources());
    if choice.shared {
        found.extend(spots(&lives[..1], true, stack.resources()));
    }
    Ok(found)
}

async fn clean(stack: &Stack, manner: Manner) -> Result<Vec<(Step, Vec<Call>)>> {
    let life = live(stack, Step::ALL.map(|step| (step, None)).to_vec(), manner).await;
    let late = life.beats.iter().find(|beat| !beat.ended);
    ensure!(late.is_none(), "a clean order did not get to its end: {:?}", late.map(|beat| beat.step));
    Ok(life.beats.into_iter().map(|beat| (beat.step, beat.calls)).collect())
}

struct Run<'a> {
    stack: &'static Stack,
    choice: &'a Choice,
    lives: Vec<Life>,
}

impl Run<'_> {
    /// A send that is made twice is told twice, whatever our code does: books that do not see that see nothing.
    async fn prove_the_books(&self, spared: &[(Cell, &'static str)]) -> Result<()> {
        let Some((cell, _)) = spared.iter().find(|(cell, _)| cell.spot.step == Step::Shipped) else { return Ok(()) };
        let life = live(self.stack, lives([cell.clone()], 1).remove(0), Manner::Among).await;
        let doubled: u32 = books::judge(self.stack, &life).await?.iter().map(|verdict| verdict.doubled).sum();
        ensure!(doubled == 1, "a mail that SES was given twice counts as doubled {doubled} times");
        Ok(())
    }

    /// Deals each of these as often as it was chosen; whatever does not fall is tried again.
    async fn deal(&mut self, cells: Vec<Cell>, together: usize, manner: Manner) -> Result<()> {
        let mut left = cells;
        for round in 1..self.choice.times {
            let mut again = left[..left.len() / usize::try_from(round)?].to_vec();
            Dice(self.choice.seed ^ u64::from(round)).shuffle(&mut again);
            left.extend(again);
        }
        for _ in 0..ROUNDS {
            if left.is_empty() {
                break;
            }
            let done = self.live(lives(std::mem::take(&mut left), self.choice.most), together, manner).await?;
            let missed = done.iter().flat_map(|life| &life.beats).filter(|beat| !beat.hit);
            left.extend(missed.filter_map(|beat| beat.cell.clone()));
            for life in &done {
                for (beat, verdict) in life.beats.iter().zip(books::judge(self.stack, life).await?) {
                    if verdict.lost + verdict.doubled > 0 {
                        progress(&format!("order {}: {} {verdict:?} {:?}", life.order, beat.step, beat.cell));
                    }
                }
            }
            self.lives.extend(done);
        }
        Ok(())
    }

    async fn live(&self, lives: Vec<Vec<(Step, Option<Cell>)>>, together: usize, manner: Manner) -> Result<Vec<Life>> {
        let (stack, count, began) = (self.stack, lives.len(), Instant::now());
        let mut waiting = lives.into_iter();
        let mut living: JoinSet<Life> = JoinSet::new();
        let mut done = Vec::new();
        for steps in waiting.by_ref().take(together) {
            living.spawn(live(stack, steps, manner));
        }
        while let Some(life) = living.join_next().await {
            done.push(life.context("a life panicked")?);
            if let Some(steps) = waiting.next() {
                living.spawn(live(stack, steps, manner));
            }
            if done.len().is_multiple_of(together.min(20)) || done.len() == count {
                progress(&format!("{} of {count} orders, {} s", done.len(), began.elapsed().as_secs()));
            }
        }
        // Whatever would be told twice comes from a message that comes again.
        ensure!(super::life::rest(stack, Duration::from_mins(10)).await, "the queues do not run empty");
        Ok(done)
    }
}
