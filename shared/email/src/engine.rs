//! The template engine: compiled-in templates or a folder of them, strict about what is missing, escaping by file name.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, TemplateSource, UndefinedBehavior};
use serde::Serialize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::lang::Lang;

/// Columns of a text part, with room for a reply's `> `.
const COLUMNS: usize = 74;

/// A set of templates. `*.html` is escaped, `*.txt` is wrapped and not escaped; `t("key")` is a text.
pub struct Engine {
    env: Environment<'static>,
}

/// Where a template failed, and of what.
pub(crate) struct Fault {
    /// The template.
    pub(crate) name: Option<String>,
    /// In which line.
    pub(crate) line: Option<usize>,
    /// Of what kind: holds no value.
    pub(crate) kind: ErrorKind,
    /// The engine's own words, which may quote a value.
    pub(crate) words: Option<String>,
}

impl Engine {
    /// Templates by name. Each is parsed when it is first needed.
    pub fn new(templates: &'static [(&'static str, &'static str)]) -> Self {
        Self::over(move |name| {
            let found = templates.iter().find(|(known, _)| *known == name);
            Ok(found.map(|(_, source)| TemplateSource::from(*source)))
        })
    }

    /// Files, each in the place of the template of its name. A rendering ends with an error after so many instructions.
    pub(crate) fn layered(
        files: BTreeMap<String, String>,
        templates: &'static [(&'static str, &'static str)],
        fuel: u64,
    ) -> Self {
        let mut engine = Self::over(move |name| {
            let built_in = || templates.iter().find(|(known, _)| *known == name);
            let file = files.get(name).map(|source| TemplateSource::from(source.clone()));
            Ok(file.or_else(|| built_in().map(|(_, source)| TemplateSource::from(*source))))
        });
        engine.env.set_fuel(Some(fuel));
        engine
    }

    fn over(source: impl Fn(&str) -> Result<Option<TemplateSource>, Error> + Send + Sync + 'static) -> Self {
        let mut env = Environment::new();
        env.set_loader(source);
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            env.set_syntax(syntax);
        }
        env.set_auto_escape_callback(|name| {
            let html = Path::new(name).extension().is_some_and(|extension| extension == "html");
            if html { AutoEscape::Html } else { AutoEscape::None }
        });
        env.set_formatter(show);
        env.add_filter("wrap", |text: &str| wrapped(text));
        Self { env }
    }

    /// Renders a template over `data`. An error names a template and a line, and no value.
    pub fn render(&self, template: &str, lang: &Lang, data: &Value) -> Result<String, String> {
        let rendered = self.env.get_template(template).and_then(|template| template.render(context(lang, data)));
        rendered.map_err(|error| {
            let error = innermost(&error);
            let place = format!("{}:{}", error.name().unwrap_or(template), error.line().unwrap_or(0));
            format!("{} in {place}", error.kind())
        })
    }

    /// Reads a template without rendering it.
    pub(crate) fn read(&self, template: &str) -> Result<(), Fault> {
        self.env.get_template(template).map(|_| ()).map_err(|error| fault(&error, |_| true))
    }

    /// Renders at most so many bytes: what writes more fails, in no line. Of the places that another error went through,
    /// outermost first, `ours` chooses the last that it knows.
    pub(crate) fn render_within(
        &self,
        template: &str,
        lang: &Lang,
        data: &Value,
        most: usize,
        ours: impl Fn(&str) -> bool,
    ) -> Result<String, Fault> {
        let mut out = Bounded { bytes: Vec::new(), most };
        let found = self.env.get_template(template);
        let rendered = found.and_then(|found| found.render_captured_to(context(lang, data), &mut out).map(|_| ()));
        match rendered {
            Ok(()) => Ok(String::from_utf8_lossy(&out.bytes).into_owned()),
            Err(error) => Err(fault(&error, ours)),
        }
    }
}

fn context(lang: &Lang, data: &Value) -> Value {
    minijinja::context! { t => lang.teller(), ..data.clone() }
}

fn fault(error: &Error, ours: impl Fn(&str) -> bool) -> Fault {
    let mut all = vec![error];
    while let Some(next) = all.last().and_then(|error| std::error::Error::source(*error)?.downcast_ref::<Error>()) {
        all.push(next);
    }
    let placed = |error: &&&Error| error.name().is_some() && error.line().is_some();
    let own = all.iter().rev().filter(placed).find(|error| error.name().is_some_and(&ours));
    let place = own.or_else(|| all.iter().rev().find(placed)).copied().unwrap_or(error);
    let cause = all.last().copied().unwrap_or(error);
    Fault {
        name: place.name().map(str::to_owned),
        line: place.line(),
        kind: cause.kind(),
        words: cause.detail().map(str::to_owned),
    }
}

/// Takes so many bytes and no more.
struct Bounded {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if more.len() > self.most - self.bytes.len() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The mistake itself, in the template that was included where others failed for it.
fn innermost(error: &Error) -> &Error {
    let inner = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Error>());
    inner.map_or(error, innermost)
}

/// What templates see of data.
pub fn data<T: Serialize>(data: &T) -> Value {
    Value::from(Serde(data))
}

/// Prints text and numbers. Nothing, true and false are no texts: a template that prints them is wrong.
fn show(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.kind() {
        ValueKind::String if value.is_safe() || matches!(state.auto_escape(), AutoEscape::None) => {
            out.write_str(value.as_str().unwrap_or_default())?;
        }
        ValueKind::String => escape(out, value.as_str().unwrap_or_default())?,
        ValueKind::Number => write!(out, "{value}")?,
        kind => return Err(Error::new(ErrorKind::BadSerialization, format!("a template prints {kind}"))),
    }
    Ok(())
}

pub(crate) fn escape(out: &mut impl std::fmt::Write, text: &str) -> std::fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '&', '"', '\'']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}

/// Breaks a paragraph at blanks, and between signs that need none; words that are longer than a line, such as links, stay
/// whole.
fn wrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / COLUMNS + 1);
    let mut column = 0;
    for word in text.split(' ') {
        let mut blank = usize::from(column > 0);
        for piece in pieces(word) {
            let width = piece.width();
            if column > 0 && column + blank + width > COLUMNS {
                out.push('\n');
                column = 0;
            } else if blank > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(piece);
            column += width;
            blank = 0;
        }
    }
    out
}

/// What may stand on lines of their own: Chinese, Japanese and Korean signs may, but no line begins with what closes, or ends
/// with what opens.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    const CLOSE: &str = "、。，．・：；？！）」』】〉》〕］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…";
    const OPEN: &str = "（「『【〈《〔［｛";
    let wide = |c: char| c.width() == Some(2);
    let mut rest = word;
    std::iter::from_fn(move || {
        // Nearly every word: there is no such sign in it.
        if rest.is_ascii() {
            return Some(std::mem::take(&mut rest)).filter(|piece| !piece.is_empty());
        }
        let ends = rest.char_indices().zip(rest.char_indices().skip(1)).find_map(|((_, before), (at, next))| {
            let breaks = (wide(before) || (wide(next) && before.width() == Some(1)))
                && next.width() != Some(0)
                && !CLOSE.contains(next)
                && !OPEN.contains(before);
            breaks.then_some(at)
        });
        let (piece, after) = rest.split_at(ends.unwrap_or(rest.len()));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATES: &[(&str, &str)] =
        &[("a.html", "<b>{{ x }}</b>"), ("a.txt", "{{ x }}"), ("none.txt", "{{ y }}"), ("say.txt", "{{ t('item') }}")];

    #[derive(Serialize)]
    struct Data {
        x: &'static str,
        y: Option<bool>,
    }

    fn render(template: &str) -> Result<String, String> {
        let engine = Engine::new(TEMPLATES);
        engine.render(template, &Lang::of(None, "en"), &data(&Data { x: "<a href='/\"&'>", y: None }))
    }

    #[test]
    fn html_is_escaped_and_text_is_not() {
        assert_eq!(render("a.html").as_deref(), Ok("<b>&lt;a href=&#39;/&quot;&amp;&#39;&gt;</b>"));
        assert_eq!(render("a.txt").as_deref(), Ok("<a href='/\"&'>"));
        assert_eq!(render("say.txt").as_deref(), Ok("Item"));
    }

    #[test]
    fn nothing_is_never_printed() {
        assert!(render("none.txt").is_err());
        assert!(render("missing.txt").is_err());
    }

    #[test]
    fn text_is_wrapped_at_blanks_only() {
        let link = format!("https://example.com/{}", "x".repeat(90));
        let text = wrapped(&format!("{} {link} end", "word ".repeat(20).trim()));
        assert!(text.lines().filter(|line| !line.starts_with("https")).all(|line| line.len() <= COLUMNS), "{text}");
        assert!(text.lines().any(|line| line == link), "{text}");
    }

    #[test]
    fn japanese_is_wrapped_between_its_signs() {
        let sentence = "ご注文（HP-10427）のお荷物は、配送会社がお預かりしました。";
        let text = wrapped(&sentence.repeat(5));
        assert!(text.lines().count() > 3, "{text}");
        assert!(text.lines().all(|line| line.width() <= COLUMNS), "{text}");
        assert!(text.lines().all(|line| !line.starts_with(['、', '。', '）']) && !line.ends_with('（')), "{text}");
        assert_eq!(text.replace('\n', ""), sentence.repeat(5));
    }
}
