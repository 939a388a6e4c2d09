//! What was tried, how often, and what came of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Blow, Cell, Spot, Verdict};

/// What came of one cell.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Which.
    #[serde(flatten)]
    pub cell: Cell,
    /// How many blows fell.
    pub dealt: u32,
    /// What became of the steps in which they fell, together.
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// A cell that is not tried.
#[derive(Clone, Debug, Serialize)]
pub struct Spared {
    /// Which.
    #[serde(flatten)]
    pub cell: Cell,
    /// Why.
    pub why: &'static str,
}

/// The result of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Which cells were drawn, and in which lives they met.
    pub seed: u64,
    /// How often each was to be tried.
    pub times: u32,
    /// How many cells there are.
    pub cells: usize,
    /// How many orders lived.
    pub orders: usize,
    /// How many mails they got.
    pub mails: usize,
    /// How long all took.
    pub seconds: u64,
    /// Messages in dead-letter queues afterwards.
    pub dead_letters: u64,
    /// Steps in which no blow fell, together: whatever is lost or doubled there befell them from beside.
    pub beside: Verdict,
    /// What was tried.
    pub rows: Vec<Row>,
    /// What was not, and why.
    pub spared: Vec<Spared>,
}

impl Verdict {
    pub(super) fn add(&mut self, other: Self) {
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.sent_again += other.sent_again;
    }

    /// Of several steps together.
    fn of_all<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Self {
        let mut sum = Self::default();
        for row in rows {
            sum.add(row.verdict);
        }
        sum
    }
}

impl Report {
    /// Everything together.
    #[must_use]
    pub fn total(&self) -> Verdict {
        let mut total = Verdict::of_all(&self.rows);
        total.add(self.beside);
        total
    }

    /// Whether nothing was lost, doubled or dead-lettered.
    #[must_use]
    pub fn good(&self) -> bool {
        let total = self.total();
        total.lost == 0 && total.doubled == 0 && self.dead_letters == 0
    }

    /// The rows with something lost or doubled.
    pub fn bad(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.verdict.lost > 0 || row.verdict.doubled > 0)
    }

    /// Cells that were to be tried and met too few blows.
    pub fn short(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.dealt < self.times)
    }

    /// The table of coverage, as Markdown: functions and their calls against what befell them.
    #[must_use]
    pub fn table(&self) -> String {
        let mut lines = vec![
            "| function | call | of | calls | cells | blows | lost | doubled | sent again |".to_owned(),
            "|---|---|---|--:|--:|--:|--:|--:|--:|".to_owned(),
        ];
        let key = |spot: &Spot| (spot.function.clone(), spot.action.clone(), spot.resource.clone());
        let mut groups: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            groups.entry(key(&row.cell.spot)).or_default().push(row);
        }
        for ((function, action, resource), rows) in groups {
            let spots: BTreeSet<_> = rows.iter().map(|row| &row.cell.spot).collect();
            let sum = Verdict::of_all(rows.iter().copied());
            let dealt: u32 = rows.iter().map(|row| row.dealt).sum();
            lines.push(format!(
                "| {function} | {action} | {resource} | {} | {} | {dealt} | {} | {} | {} |",
                spots.len(),
                rows.len(),
                sum.lost,
                sum.doubled,
                sum.sent_again,
            ));
        }
        let total = self.total();
        let dealt: u32 = self.rows.iter().map(|row| row.dealt).sum();
        let spots: BTreeSet<_> = self.rows.iter().map(|row| &row.cell.spot).collect();
        lines.push(format!(
            "| **all** | | | **{}** | **{}** | **{dealt}** | **{}** | **{}** | **{}** |",
            spots.len(),
            self.rows.len(),
            total.lost,
            total.doubled,
            total.sent_again,
        ));
        lines.join("\n")
    }

    /// The same by blow.
    #[must_use]
    pub fn blows(&self) -> String {
        let mut lines = vec![
            "| blow | cells | blows | lost | doubled | sent again |".to_owned(),
            "|---|--:|--:|--:|--:|--:|".to_owned(),
        ];
        for blow in Blow::ALL {
            let rows: Vec<_> = self.rows.iter().filter(|row| row.cell.blow == blow).collect();
            let sum = Verdict::of_all(rows.iter().copied());
            let dealt: u32 = rows.iter().map(|row| row.dealt).sum();
            let (cells, Verdict { lost, doubled, sent_again }) = (rows.len(), sum);
            lines.push(format!("| {blow} | {cells} | {dealt} | {lost} | {doubled} | {sent_again} |"));
        }
        lines.join("\n")
    }
}
