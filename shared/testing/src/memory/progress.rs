//! How far sources were compared.

use domain::ports::Unavailable;
use domain::reconciling::{Progress, Progresses};

use super::Tables;

impl Progresses for Tables {
    async fn progress(&self, source: &str) -> Result<Option<(u64, Progress)>, Unavailable> {
        self.faults.call("GetItem progress", || self.data().progress.get(source).cloned()).await
    }

    async fn advance(&self, source: &str, turn: Option<u64>, progress: &Progress) -> Result<bool, Unavailable> {
        let advance = || {
            let all = &mut self.data().progress;
            let ours = all.get(source).map(|(turn, _)| *turn) == turn;
            if ours {
                all.insert(source.to_owned(), (turn.map_or(0, |turn| turn + 1), progress.clone()));
            }
            ours
        };
        self.faults.call("PutItem progress", advance).await
    }
}
