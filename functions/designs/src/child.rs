//! The process in which a design is tried: it first limits its own memory and time, and says what it is at, so that whoever
//! started it knows of what it died.

use std::io::{self, Read, Write};

use domain::design::File;
use domain::situations::Situation;
use email::design::{Bounds, Design, Flaw, Name, Wrong};
use email::samples::{self, Sample};
use email::{LOCALES, Message, Unrenderable};
use rlimit::Resource;
use serde::{Deserialize, Serialize};

use crate::markup;
use crate::request::Refusal;

/// What the binary is started with to be this process.
pub const ARGUMENT: &str = "try-design";

/// What is to be done: one JSON document on standard input.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Task {
    /// Names and contents.
    pub(crate) files: Vec<(String, String)>,
    /// The file in question.
    pub(crate) name: String,
    pub(crate) what: What,
    /// Seconds of processor time for one mail …
    pub(crate) seconds: u64,
    /// … and for all of them.
    pub(crate) in_all: u64,
    /// Bytes beside what the process has when it starts.
    pub(crate) memory: u64,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum What {
    /// Read the file as a template.
    Parse,
    /// Read it, and write every mail that it takes part in.
    Check,
    /// Write one mail with one instruction, then with two, four, and so on.
    Gallop(usize),
    /// Write one mail with so many instructions.
    Walk(usize, u64),
}

/// What is said of it: a JSON document a line on standard output.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Said {
    /// A file is about to be read.
    Reading(String),
    /// A mail is about to be written: its number.
    Writing(usize),
    /// With so many instructions it came so far: file and line.
    Came(u64, String, Option<usize>),
    /// It is refused.
    Refused(Refusal),
    /// It came to an end.
    Done,
}

/// Does the task on standard input.
pub fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let task: Task = serde_json::from_str(&text)?;
    limit(&task)?;
    let said = match task.what {
        What::Parse => parse(&task, Some(&task.name)),
        What::Check => check(&task),
        What::Gallop(number) => (0..18).map(|step| 1 << step).try_for_each(|fuel| walk(&task, number, fuel)),
        What::Walk(number, fuel) => walk(&task, number, fuel),
    };
    match said {
        Ok(()) => say(&Said::Done),
        Err(Stop::Refused(refusal)) => say(&Said::Refused(refusal)),
        Err(Stop::Io(error)) => Err(error),
    }
}

enum Stop {
    Refused(Refusal),
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn limit(task: &Task) -> io::Result<()> {
    grant(task)?;
    Resource::CORE.set(0, 0)?;
    // What the process has is mostly its own code.
    let status = std::fs::read_to_string("/proc/self/status")?;
    let size = status.lines().find_map(|line| line.strip_prefix("VmSize:")?.trim().strip_suffix(" kB")?.parse().ok());
    let size: u64 = size.ok_or_else(|| io::Error::other("/proc/self/status names no VmSize"))?;
    let most = size * 1024 + task.memory;
    Resource::AS.set(most, most)
}

/// Gives the next mail its time: the soft limit, which ends the process as the hard one does, moves on with what was used.
fn grant(task: &Task) -> io::Result<()> {
    /// Of these, `/proc` counts.
    const A_SECOND: u64 = 100;
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // After the name, which may hold anything, come the state and ten numbers, then the ticks in user and in kernel mode.
    let ticks = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().skip(11).take(2));
    let used: u64 = ticks.into_iter().flatten().filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Resource::CPU.set((used / A_SECOND + task.seconds + 1).min(task.in_all), task.in_all)
}

fn say(said: &Said) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, said)?;
    out.write_all(b"\n")?;
    out.flush()
}

fn design(task: &Task, bounds: Bounds) -> Design {
    let file = |(name, content): &(String, String)| File { name: name.clone(), content: content.clone() };
    Design::new(task.files.iter().map(file).collect(), bounds)
}

/// Reads every template, or one: what no sample uses may be wrong too.
fn parse(task: &Task, only: Option<&str>) -> Result<(), Stop> {
    let design = design(task, Bounds::CHECK);
    let names = task.files.iter().map(|(name, _)| name).filter(|name| only.is_none_or(|only| only == *name));
    for name in names {
        say(&Said::Reading(name.clone()))?;
        if let Err(flaw) = design.read(name) {
            return Err(Stop::Refused(refusal(task, &flaw, "")));
        }
    }
    Ok(())
}

/// Languages that stand for the others: the longest words, another script, from right to left.
const TRIED: [&str; 4] = ["en", "de", "ja", "ar"];

/// The mails that the file takes part in: every sample in one language, and one in some others.
fn mails(task: &Task) -> Vec<(Sample, Vec<Situation>)> {
    let Ok(name) = Name::parse(&task.name) else { return Vec::new() };
    let kinds = name.kinds();
    let tags = match name {
        Name::Texts(tag) => vec![tag],
        Name::Template(_) => TRIED.into_iter().filter(|tag| LOCALES.contains(tag)).collect(),
    };
    let first = tags.first().copied();
    let of = |tag: &'static str| {
        let all = samples::all(tag).into_iter();
        all.filter(move |sample| Some(tag) == first || sample.name == samples::EVERYTHING)
    };
    let samples = tags.into_iter().flat_map(of);
    samples.map(|sample| (sample.news(&kinds), sample)).map(|(news, sample)| (sample, news)).collect()
}

fn check(task: &Task) -> Result<(), Stop> {
    parse(task, None)?;
    let design = design(task, Bounds::CHECK);
    let all = mails(task);
    let each = all.iter().flat_map(|(sample, news)| news.iter().map(move |news| (sample, news)));
    for (number, (sample, news)) in each.enumerate() {
        grant(task)?;
        // Said before it is written: it may be the last thing that is said.
        say(&Said::Writing(number))?;
        let of = format!(" (in the mail {}, with {})", news.kind.name(), sample.name);
        match sample.write(Some(&design), news) {
            Ok(mail) => judge(task, sample, news, &mail, &of)?,
            Err(Unrenderable::Design(flaw)) => {
                let place = matches!(flaw.wrong, Wrong::TooLong(_)).then(|| grown(task, sample, news, Bounds::CHECK));
                let flaw =
                    place.flatten().map_or_else(|| flaw.clone(), |place| Flaw { wrong: flaw.wrong.clone(), ..place });
                return Err(Stop::Refused(refusal(task, &flaw, &of)));
            }
            Err(why) => return Err(Stop::Refused(Refusal::of(&task.name, None, format!("{why}{of}")))),
        }
    }
    Ok(())
}

fn judge(task: &Task, sample: &Sample, news: &Situation, mail: &Message, of: &str) -> Result<(), Stop> {
    let Some(offence) = markup::offence(&mail.html) else { return Ok(()) };
    let place = grown(task, sample, news, Bounds { html: offence.at, ..Bounds::CHECK });
    let (name, from) = place.map_or_else(|| (task.name.clone(), None), |flaw| (flaw.file, flaw.line));
    let found = mail.html.get(offence.at..).and_then(|offending| line_of(&task.files, &name, from?, offending));
    let line = found.or(from);
    Err(Stop::Refused(Refusal::of(&name, line, format!("{}{of}", offence.cause))))
}

/// The line of a file, from one on, that has what HTML begins with: what stands between two tags is written as a whole.
fn line_of(files: &[(String, String)], name: &str, from: usize, html: &str) -> Option<usize> {
    /// More of it may come from elsewhere, less may be anything.
    const ALIKE: std::ops::RangeInclusive<usize> = 4..=60;
    let (_, content) = files.iter().find(|(known, _)| known == name)?;
    let start = html.lines().next()?;
    let prefixes = ALIKE.rev().filter_map(|length| start.get(..length));
    let mut lines = prefixes.filter_map(|prefix| {
        let mut numbered = content.lines().enumerate().skip(from - 1);
        numbered.find(|(_, line)| line.contains(prefix)).map(|(index, _)| index + 1)
    });
    lines.next()
}

/// Where a mail gets longer than it may: what the last instruction was at that it could do without.
fn grown(task: &Task, sample: &Sample, news: &Situation, bounds: Bounds) -> Option<Flaw> {
    let came = |fuel| match sample.write(Some(&design(task, Bounds { fuel, ..bounds })), news) {
        Err(Unrenderable::Design(flaw)) if flaw.wrong == Wrong::Endless => Some(flaw),
        _ => None,
    };
    let (mut least, mut most) = (1, bounds.fuel);
    while most - least > 1 {
        let middle = least.midpoint(most);
        if came(middle).is_some() { least = middle } else { most = middle }
    }
    came(least)
}

fn walk(task: &Task, number: usize, fuel: u64) -> Result<(), Stop> {
    let all = mails(task);
    let mut each = all.iter().flat_map(|(sample, news)| news.iter().map(move |news| (sample, news)));
    let Some((sample, news)) = each.nth(number) else { return Ok(()) };
    match sample.write(Some(&design(task, Bounds { fuel, ..Bounds::CHECK })), news) {
        Err(Unrenderable::Design(Flaw { file, line, wrong: Wrong::Endless, .. })) => {
            Ok(say(&Said::Came(fuel, file, line))?)
        }
        _ => Ok(()),
    }
}

/// A flaw in words that say what to do next.
fn refusal(task: &Task, flaw: &Flaw, of: &str) -> Refusal {
    let words = flaw.words.as_ref().map(|words| words.reveal().as_str());
    let cause = match (&flaw.wrong, words) {
        (Wrong::Endless, _) => {
            let most = Bounds::CHECK.fuel;
            format!(
                "it does not come to an end: after {most} steps it is still here; shorten the loop or the recursion"
            )
        }
        (Wrong::TooLong(_), _) => format!("{} here, and mail programs cut it off: show fewer rows", flaw.wrong),
        (Wrong::Template(kind), Some(words)) if !words.is_empty() => format!("{kind}: {words}"),
        (wrong, _) => wrong.to_string(),
    };
    let hint = if cause.starts_with("undefined value") {
        "; shared/email/templates/data.txt names all that there is"
    } else {
        ""
    };
    let quoted = quoted(&task.files, &flaw.file, flaw.line).map_or_else(String::new, |line| format!(": `{line}`"));
    Refusal::of(&flaw.file, flaw.line, format!("{cause}{quoted}{hint}{of}"))
}

/// A line of a file as it stands there.
pub(crate) fn quoted(files: &[(String, String)], name: &str, line: Option<usize>) -> Option<String> {
    let (_, content) = files.iter().find(|(known, _)| known == name)?;
    let line = content.lines().nth(line?.checked_sub(1)?)?.trim();
    let short: String = line.chars().take(80).collect();
    Some(if short.len() < line.len() { format!("{short}…") } else { short })
}
