//! An explanation as text.

use domain::kept::By;
use domain::ledger::Seen;

use super::{Page, short, time};
use crate::explain::{Because, Book, Explained, Explanation, Heard, Outcome};

/// So many facts behind a situation are shown; JSON has them all.
const MOST: usize = 8;

/// An explanation, for a terminal.
pub fn explanation(of: &Explanation) -> String {
    let mut page = Page::default();
    head(&mut page, of);
    came_in(&mut page, of);
    page.heading("Mails, in the order in which they are told");
    let every = || of.kinds.iter().flat_map(|kind| kind.situations.iter().map(move |one| (kind.kind.name(), one)));
    for (kind, one) in every().filter(|(_, one)| one.outcome != Outcome::Idle) {
        situation(&mut page, kind, one);
    }
    let idle: Vec<_> = every().filter(|(_, one)| one.outcome == Outcome::Idle).collect();
    if !idle.is_empty() {
        page.heading("Waited for, and came in time or not at all");
    }
    for (kind, one) in idle {
        let due = one
            .due
            .filter(|due| *due < jiff::Timestamp::MAX)
            .map_or(String::new(), |due| format!("; would have been due {}", time(due)));
        page.line(&format!("  {:<34} {}{due}", name(kind, one), one.why), 37);
    }
    page.heading("Never arose");
    for (kind, why) in of.kinds.iter().filter_map(|kind| Some((kind.kind.name(), kind.never.as_ref()?))) {
        page.line(&format!("  {kind:<18} {why}"), 21);
    }
    if !of.unknown.is_empty() {
        page.heading("In the ledger, and of no situation that this version knows");
    }
    for unknown in &of.unknown {
        let kind = unknown.kind.map_or("of an unknown kind", domain::situations::Kind::name);
        page.line(&format!("  {} {kind}: {}", unknown.intent, word(unknown.outcome)), 4);
        book(&mut page, &unknown.book);
    }
    page.0
}

fn head(page: &mut Page, of: &Explanation) {
    let known = [of.number.as_ref().map(|number| format!("number {number}")), of.headline.map(str::to_owned)];
    let words: Vec<String> = known.into_iter().flatten().chain(of.total.clone()).collect();
    page.line(&format!("Order {} · shop {} · {}", of.order, of.shop, words.join(" · ")), 2);
    if let Some(person) = &of.person {
        let none = || "nobody".to_owned();
        let (name, email) = (person.name.clone().unwrap_or_else(none), person.email.clone().unwrap_or_else(none));
        page.line(&format!("{name} <{email}>"), 2);
    }
    let placed = of.placed_at.map_or("never placed".to_owned(), |at| format!("placed {}", time(at)));
    let old = of.placed_at.is_some_and(|at| at < of.live_since);
    let live = if old { "before the shop went live on" } else { "the shop is live since" };
    let woken = of.wake_at.map_or("nothing is due".to_owned(), |at| format!("looked at again {}", time(at)));
    page.line(&format!("{placed} · {live} {} · {} changes · {woken}", time(of.live_since), of.v), 2);
    if of.test {
        page.line("made in a test mode: only a test shop mails about it", 2);
    }
    page.line(&format!("as of {}, all times in UTC", time(of.now)), 2);
}

fn came_in(page: &mut Page, of: &Explanation) {
    page.heading("What came in");
    of.heard.iter().for_each(|one| heard(page, one));
    if !of.gone.is_empty() {
        page.line(&format!("  {} deliveries are not kept any more", of.gone.len()), 4);
    }
    for parked in &of.parked {
        page.line(&format!("  waits under {}: {}", parked.name, parked.why), 4);
        heard(page, &parked.heard);
    }
}

fn heard(page: &mut Page, one: &Heard) {
    let facts: Vec<&str> = one.facts.iter().map(|fact| fact.what.as_str()).collect();
    let says = match &one.unreadable {
        Some(why) => format!("cannot be read: {why}"),
        None if facts.is_empty() => "says nothing that we use".to_owned(),
        None => facts.join("; "),
    };
    let by = match one.by {
        By::Webhook => "",
        By::Fetch => ", fetched",
        By::Reconcile => ", which no webhook brought",
    };
    page.line(&format!("  {}  {:<20} {says}{by}  [{}]", time(one.received_at), one.source, short(&one.digest)), 44);
}

fn situation(page: &mut Page, kind: &str, one: &Explained) {
    page.line(&format!("  {:<28} {}: {}", name(kind, one), word(one.outcome), one.why), 31);
    let due =
        one.due.filter(|due| *due < jiff::Timestamp::MAX).map_or(String::new(), |due| format!(", due {}", time(due)));
    let since = if one.due.is_some() { "waited for since" } else { "true since" };
    page.line(&format!("      {since} {}{due}; mail {}", time(one.arose_at), one.intent), 8);
    let hidden = one.because.len().saturating_sub(MOST);
    if hidden > 0 {
        page.line(&format!("      {hidden} earlier facts: see --json"), 8);
    }
    one.because.iter().skip(hidden).for_each(|because| fact(page, because));
    if let Some(kept) = &one.book {
        book(page, kept);
    }
}

fn fact(page: &mut Page, because: &Because) {
    let delivery = because.delivery.as_deref().map_or(String::new(), |digest| format!("  [{}]", short(digest)));
    page.line(&format!("      {}  {}: {}{delivery}", time(because.at), because.source, because.what), 27);
}

fn book(page: &mut Page, book: &Book) {
    let mut steps = Vec::new();
    if let (Some(at), Some(by)) = (book.claimed_at, &book.claimed_by) {
        steps.push((at, format!("claimed by {by}, try {}", book.attempts)));
    }
    if let Some(at) = book.ended_at {
        let id = book.ses_id.as_ref().map_or(String::new(), |id| format!(" as {id}"));
        steps.push((at, if book.state == "untold" { "not told".to_owned() } else { format!("{}{id}", book.state) }));
    }
    steps.extend(book.seen.iter().map(|(seen, at)| (*at, event(*seen).to_owned())));
    let mut day = None;
    let mut words: Vec<String> = Vec::new();
    for (at, what) in steps {
        let full = time(at);
        let (date, clock) = full.split_at(10);
        let again = day.replace(date.to_owned()).is_some_and(|day| day == date);
        words.push(format!("{} {what}", if again { clock.trim() } else { &full }));
    }
    if book.ended_at.is_none() {
        words.extend(book.ses_id.as_ref().map(|id| format!("SES's id {id}")));
    }
    words.extend(book.owed_until.map(|at| format!("owed until {}", time(at))));
    words.extend(book.number.as_ref().map(|number| format!("told number {number}")));
    words.extend(book.built_in.as_ref().map(|flaw| format!("as built in, for the shop's own design fails: {flaw}")));
    page.line(&format!("      ledger: {}", words.join(" · ")), 14);
}

fn name(kind: &str, one: &Explained) -> String {
    if one.subject == "order" { kind.to_owned() } else { format!("{kind} {}", one.subject) }
}

fn event(seen: Seen) -> &'static str {
    match seen {
        Seen::Send => "SES: sent",
        Seen::Delay => "SES: delayed",
        Seen::Reject => "SES: rejected",
        Seen::Delivery => "SES: delivered",
        Seen::Bounce => "SES: bounced",
        Seen::Complaint => "SES: complaint",
    }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Sent => "SENT",
        Outcome::Delivered => "SENT, ARRIVED",
        Outcome::Delayed => "SENT, DELAYED",
        Outcome::Rejected => "REFUSED BY SES",
        Outcome::Bounced => "SENT, BOUNCED",
        Outcome::Complained => "SENT, COMPLAINED",
        Outcome::Ambiguous => "SENT OR NOT",
        Outcome::Owed => "OWED",
        Outcome::Held => "HELD",
        Outcome::GivenUp => "GIVEN UP",
        Outcome::Due => "DUE",
        Outcome::Waits => "WAITS",
        Outcome::Obsolete | Outcome::Off => "not told",
        Outcome::Idle => "never came to be",
    }
}
