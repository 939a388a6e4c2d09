//! Calls that fail, or kill their caller, before or after they did what was asked.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};

use domain::ports::Unavailable;

/// What happens to a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is refused; nothing was done.
    FailBefore,
    /// It was done, but its answer is lost.
    FailAfter,
    /// The process ends before it.
    CrashBefore,
    /// The process ends after it.
    CrashAfter,
    /// Others go first.
    PauseBefore,
    /// Others go next.
    PauseAfter,
}

impl Fault {
    /// All that can go wrong.
    pub const ALL: [Self; 4] = [Self::FailBefore, Self::FailAfter, Self::CrashBefore, Self::CrashAfter];
}

/// What calls meet. A clone shares the count.
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    names: Vec<&'static str>,
    planned: Vec<(usize, Fault)>,
    down: BTreeSet<&'static str>,
    crashed: bool,
    paused: bool,
}

impl Faults {
    /// The `index`-th call from now, from 0, meets this fault.
    pub fn plan(&self, index: usize, fault: Fault) {
        let mut state = self.state();
        let index = state.names.len() + index;
        state.planned.push((index, fault));
    }

    /// Every call of this name fails, until [`Self::mend`].
    pub fn break_down(&self, name: &'static str) {
        self.state().down.insert(name);
    }

    /// Nothing fails any more.
    pub fn mend(&self) {
        let mut state = self.state();
        state.down.clear();
        state.planned.clear();
    }

    /// The calls so far, by name.
    pub fn names(&self) -> Vec<&'static str> {
        self.state().names.clone()
    }

    /// Whether the process ended; asking starts a new one.
    pub fn take_crash(&self) -> bool {
        std::mem::take(&mut self.state().crashed)
    }

    /// Whether somebody lets others go first; asking takes note.
    pub fn take_pause(&self) -> bool {
        std::mem::take(&mut self.state().paused)
    }

    /// Makes a call.
    pub async fn call<T>(&self, name: &'static str, does: impl FnOnce() -> T) -> Result<T, Unavailable> {
        let fault = self.next(name);
        match fault {
            Some(Fault::FailBefore) => return Err(Unavailable::new("a test's port", name)),
            Some(Fault::CrashBefore) => self.crash().await,
            Some(Fault::PauseBefore) => self.pause().await,
            _ => {}
        }
        let done = does();
        match fault {
            Some(Fault::FailAfter) => Err(Unavailable::new("a test's port", name)),
            Some(Fault::CrashAfter) => {
                self.crash().await;
                Ok(done)
            }
            Some(Fault::PauseAfter) => {
                self.pause().await;
                Ok(done)
            }
            _ => Ok(done),
        }
    }

    fn next(&self, name: &'static str) -> Option<Fault> {
        let mut state = self.state();
        let index = state.names.len();
        state.names.push(name);
        if state.down.contains(name) {
            return Some(Fault::FailBefore);
        }
        state.planned.iter().find(|(planned, _)| *planned == index).map(|(_, fault)| *fault)
    }

    /// The process ends: whoever awaits this is never heard of again.
    pub async fn crash(&self) {
        self.state().crashed = true;
        std::future::pending::<()>().await;
    }

    /// Whoever awaits this goes on when it is asked again.
    async fn pause(&self) {
        let mut before = true;
        std::future::poll_fn(|_| {
            if std::mem::take(&mut before) {
                self.state().paused = true;
                return std::task::Poll::Pending;
            }
            std::task::Poll::Ready(())
        })
        .await;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
