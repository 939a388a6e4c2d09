//! A shop's design: texts and templates of its own, each in the place of a built-in one, within bounds.
//!
//! Whatever is wrong with one is told as a [`Flaw`], and the mail can still be written without it.

mod flaw;
mod name;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::design::File;
use domain::ids::OrderId;
use domain::shop::Shop;
use domain::situations::{Kind, Situation};
use domain::view::View;
use jiff::Timestamp;
use minijinja::ErrorKind;
use minijinja::value::Value;

use crate::compose::{Leads, Message, Unrenderable, compose_in};
use crate::engine::{Engine, Fault, escape};
use crate::frame::Needed;
use crate::lang::Lang;
use crate::mails::{TEMPLATES, folder};
use crate::texts::Overlay;

pub use flaw::{Flaw, Wrong};
pub use name::{Name, base_version};

/// The version of what templates see. It rises when something that a template may use is renamed or goes; what a shop wrote
/// for an older one is then reported. A test knows what every version has: `templates/data.txt`.
pub const BASE_VERSION: u32 = 1;

/// How much one part of a mail may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// Instructions of templates.
    pub fuel: u64,
    /// Bytes of HTML.
    pub html: usize,
    /// Bytes of text.
    pub text: usize,
}

impl Bounds {
    /// For checking: a real order may be larger than every sample.
    pub const CHECK: Self = Self { fuel: 200_000, html: 90_000, text: 200_000 };
    /// For sending. Gmail cuts off what is longer than 102 KB.
    pub const SEND: Self = Self { fuel: 500_000, html: 100_000, text: 400_000 };
}

/// A shop's texts and templates, ready to be used.
pub struct Design {
    engine: Engine,
    bounds: Bounds,
    overlays: Vec<Arc<Overlay>>,
    /// Names of its templates, as templates call each other.
    templates: Vec<String>,
    /// Files that were written for what templates saw before.
    stale: Vec<String>,
}

impl std::fmt::Debug for Design {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Design").field("templates", &self.templates).finish_non_exhaustive()
    }
}

impl Design {
    /// Of these files. One whose name is not known to this code is left aside: older or newer code wrote it.
    pub fn new(files: Vec<File>, bounds: Bounds) -> Self {
        let mut overlays = Vec::new();
        let mut templates = BTreeMap::new();
        let mut stale = Vec::new();
        for file in files {
            match Name::parse(&file.name) {
                Ok(Name::Texts(tag)) => overlays.push(Arc::new(Overlay::new(tag, file.content))),
                Ok(Name::Template(name)) => {
                    if base_version(&file.content).is_none_or(|version| version < BASE_VERSION) {
                        stale.push(file.name);
                    }
                    templates.insert(name, file.content);
                }
                Err(_) => stale.push(file.name),
            }
        }
        let names = templates.keys().cloned().collect();
        let engine = Engine::layered(templates, TEMPLATES, bounds.fuel);
        Self { engine, bounds, overlays, templates: names, stale }
    }

    /// Names of files that were written for what templates saw before, or that nothing uses any more.
    pub fn stale(&self) -> &[String] {
        &self.stale
    }

    /// Reads a template of the design, by its name as a file: what is never used may be wrong too.
    pub fn read(&self, name: &str) -> Result<(), Flaw> {
        match Name::parse(name) {
            Ok(Name::Template(template)) => self.engine.read(&template).map_err(|fault| self.flaw(&template, 0, fault)),
            _ => Ok(()),
        }
    }

    /// Writes the one mail of a situation in this design.
    pub fn compose(
        &self,
        shop: &Shop,
        id: &OrderId,
        view: &View<'_>,
        situation: &Situation,
        leads: &Leads,
        now: Timestamp,
    ) -> Result<Message, Unrenderable> {
        compose_in(Some(self), shop, id, view, situation, leads, now)
    }

    pub(crate) fn overlaid(&self, lang: Lang) -> Lang {
        lang.overlaid(&self.overlays)
    }

    /// The HTML and the text of a mail, with all that it may not lack.
    pub(crate) fn lay_out(
        &self,
        kind: Kind,
        lang: &Lang,
        context: &Value,
        needed: &[Needed],
    ) -> Result<(String, String), Flaw> {
        // A text of the shop's that cannot be said; what it is part of would be sent without it.
        if let Some(key) = lang.missing() {
            return Err(self.unsayable(lang, key));
        }
        let (html, text) = (self.render(kind, "html", lang, context)?, self.render(kind, "txt", lang, context)?);
        for (extension, part) in [("html", &html), ("txt", &text)] {
            let part = unwrapped(part);
            let shown = |needed: &Needed| {
                let text = unwrapped(&needed.text);
                part.contains(&if extension == "html" { escaped(&text) } else { text })
            };
            if let Some(needed) = needed.iter().find(|needed| !shown(needed)) {
                let file = self.file(&self.entry(kind, extension));
                return Err(Flaw::at(file, None, Wrong::Lacks(needed.what, needed.variable)));
            }
        }
        Ok((html, text))
    }

    fn unsayable(&self, lang: &Lang, key: String) -> Flaw {
        let overlay = Overlay::chain(&self.overlays, lang.tag()).into_iter().find(|overlay| overlay.has(&key));
        let tag = overlay.map_or_else(|| lang.tag().to_owned(), |overlay| overlay.tag().to_owned());
        Flaw::at(format!("texts/{tag}.ftl"), None, Wrong::Text(key))
    }

    fn render(&self, kind: Kind, extension: &str, lang: &Lang, context: &Value) -> Result<String, Flaw> {
        let entry = self.entry(kind, extension);
        let most = if extension == "html" { self.bounds.html } else { self.bounds.text };
        let ours = |name: &str| self.templates.iter().any(|ours| ours == name);
        self.engine.render_within(&entry, lang, context, most, ours).map_err(|fault| self.flaw(&entry, most, fault))
    }

    /// What lays out a kind: the shop's own of that kind, its own of all kinds that share one, or the built-in one.
    fn entry(&self, kind: Kind, extension: &str) -> String {
        let own = [kind.name(), folder(kind)].map(|name| format!("{name}.{extension}"));
        let own = own.into_iter().find(|name| self.templates.contains(name));
        own.unwrap_or_else(|| format!("{}/body.{extension}", folder(kind)))
    }

    /// The name under which a template is put and found.
    fn file(&self, template: &str) -> String {
        let own = self.templates.iter().any(|name| name == template);
        if own { format!("templates/{template}") } else { format!("built-in {template}") }
    }

    fn flaw(&self, entry: &str, most: usize, fault: Fault) -> Flaw {
        let file = self.file(fault.name.as_deref().unwrap_or(entry));
        let wrong = match fault.kind {
            ErrorKind::OutOfFuel => Wrong::Endless,
            ErrorKind::WriteFailure => Wrong::TooLong(most),
            kind => Wrong::Template(kind.to_string()),
        };
        Flaw::at(file, fault.line, wrong).saying(fault.words)
    }
}

/// Text as it is compared: wherever it was wrapped, which Japanese is between any two letters.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a text cannot fail.
    let _ = escape(&mut out, text);
    out
}
