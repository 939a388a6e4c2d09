//! Has a design tried in a process of its own, and finds out in which line that process died.

use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use domain::design::File;
use domain::ports::Unavailable;

use crate::child::{Said, Task, What, quoted};
use crate::request::Refusal;

/// Processor seconds that one mail may take, which takes a millisecond …
const SECONDS: u64 = 2;
/// … and that all of them may take; …
const IN_ALL: u64 = 20;
/// … and so long, as clocks on walls go.
const PATIENCE: Duration = Duration::from_secs(25);
const TURN: Duration = Duration::from_millis(2);
/// Bytes that a check may use.
const MEMORY: u64 = 64 << 20;

/// Starts processes that try designs.
#[derive(Clone, Debug)]
pub struct Checker {
    program: PathBuf,
    arguments: Vec<String>,
}

/// How a process ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    /// It said all that it had to say.
    Itself,
    /// It wanted more memory than there is.
    Memory,
    /// It called itself too deep.
    Depth,
    /// It took too long.
    Time,
}

impl Checker {
    /// The program whose `main` calls [`crate::child::main`] when it is started with these arguments.
    pub fn new(program: PathBuf, arguments: Vec<String>) -> Self {
        Self { program, arguments }
    }

    /// Why a file does not fit among the others, if it does not.
    pub(crate) fn check(&self, files: &[File], name: &str) -> Result<Option<Refusal>, Unavailable> {
        let files = files.iter().map(|file| (file.name.clone(), file.content.clone())).collect();
        let task =
            Task { files, name: name.to_owned(), what: What::Check, seconds: SECONDS, in_all: IN_ALL, memory: MEMORY };
        let (said, end) = self.run(&task)?;
        let place = match said.last() {
            Some(Said::Refused(refusal)) => return Ok(Some(refusal.clone())),
            Some(Said::Done) => return Ok(None),
            Some(Said::Reading(file)) => self.unread(&task, file, end)?,
            Some(Said::Writing(number)) => self.died(&task, *number, end)?,
            _ => None,
        };
        let (name, line) = place.unwrap_or_else(|| (name.to_owned(), None));
        let quoted = quoted(&task.files, &name, line).map_or_else(String::new, |line| format!(": `{line}`"));
        let cause = match end {
            End::Memory => {
                format!("it needs more than {} MB of memory here{quoted}; build shorter texts", MEMORY >> 20)
            }
            End::Depth => format!("it calls itself too deep here{quoted}; end the recursion"),
            End::Time => format!("it takes longer than {SECONDS} s here{quoted}; do less"),
            End::Itself => return Err(Unavailable::new("the check", "its process ended without a word: try again")),
        };
        Ok(Some(Refusal { name, line, cause }))
    }

    /// The line that kills whoever only reads the file: the first that does so once all numbers after it are small.
    fn unread(&self, task: &Task, name: &str, end: End) -> Result<Option<(String, Option<usize>)>, Unavailable> {
        let place = Some((name.to_owned(), None));
        let Some((_, content)) = task.files.iter().find(|(known, _)| known == name) else { return Ok(place) };
        if end == End::Time {
            return Ok(place);
        }
        let (mut harmless, mut deadly) = (0, content.lines().count());
        while deadly - harmless > 1 {
            let middle = usize::midpoint(harmless, deadly);
            let files = vec![(name.to_owned(), small_after(content, middle))];
            let task = Task { files, name: name.to_owned(), what: What::Parse, ..task.clone() };
            if self.run(&task)?.1 == End::Itself { harmless = middle } else { deadly = middle }
        }
        Ok(Some((name.to_owned(), Some(deadly))))
    }

    /// The line that kills whoever writes a mail: what the last instruction was at that could be done without.
    fn died(&self, task: &Task, number: usize, end: End) -> Result<Option<(String, Option<usize>)>, Unavailable> {
        let gallop = Task { what: What::Gallop(number), in_all: SECONDS, ..task.clone() };
        let came = |said: &[Said]| match said.last() {
            Some(Said::Came(fuel, file, line)) => Some((*fuel, (file.clone(), *line))),
            _ => None,
        };
        let Some((mut alive, mut place)) = came(&self.run(&gallop)?.0) else { return Ok(None) };
        // Somewhere in the loop that takes so long is near enough; each further try would take as long again.
        let mut dead = if end == End::Time { alive + 1 } else { alive * 2 };
        while dead - alive > 1 {
            let middle = alive.midpoint(dead);
            let task = Task { what: What::Walk(number, middle), ..task.clone() };
            let said: Vec<_> = self.run(&task)?.0.into_iter().filter(|said| *said != Said::Done).collect();
            match came(&said) {
                Some((_, nearer)) => (alive, place) = (middle, nearer),
                None => dead = middle,
            }
        }
        Ok(Some(place))
    }

    fn run(&self, task: &Task) -> Result<(Vec<Said>, End), Unavailable> {
        let failed = |error: std::io::Error| Unavailable::new("the check", error);
        let text = serde_json::to_vec(task).map_err(|error| failed(error.into()))?;
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            // No credentials for what a stranger wrote.
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let out = child.stdout.take().map(read);
        let err = child.stderr.take().map(read);
        if let Some(mut stdin) = child.stdin.take() {
            // Whoever died before it read all of it is told by how it ended.
            let _ = stdin.write_all(&text);
        }
        let status = wait(&mut child).map_err(failed)?;
        let join = |reading: Option<thread::JoinHandle<String>>| reading.and_then(|reading| reading.join().ok());
        let (out, err) = (join(out).unwrap_or_default(), join(err).unwrap_or_default());
        let said = out.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        Ok((said, end(status, &err)))
    }
}

fn read(mut from: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = from.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Waits until it ends, and ends it when it takes too long.
fn wait(child: &mut Child) -> std::io::Result<ExitStatus> {
    let turns = PATIENCE.as_millis() / TURN.as_millis();
    for _ in 0..turns {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        thread::sleep(TURN);
    }
    child.kill()?;
    child.wait()
}

fn end(status: ExitStatus, err: &str) -> End {
    /// Signals of a limit on processor time, and of whoever lost his patience.
    const TIME: [i32; 2] = [24, 9];
    match status.signal() {
        None if status.success() => End::Itself,
        Some(signal) if TIME.contains(&signal) => End::Time,
        _ if err.contains("overflowed its stack") => End::Depth,
        // An allocation that failed aborts; one that no process could make panics.
        _ => End::Memory,
    }
}

/// A template in which every number after the first so many lines is 1: it reads the same, and builds nothing large.
fn small_after(content: &str, lines: usize) -> String {
    let small = |line: &str| {
        let mut out = String::with_capacity(line.len());
        for c in line.chars() {
            match c {
                '0'..='9' if out.ends_with('1') => {}
                '0'..='9' => out.push('1'),
                c => out.push(c),
            }
        }
        out
    };
    let each = content.lines().enumerate();
    let all: Vec<String> = each.map(|(n, line)| if n < lines { line.to_owned() } else { small(line) }).collect();
    all.join("\n")
}
