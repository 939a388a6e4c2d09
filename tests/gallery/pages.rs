//! The pages of the gallery.

use std::fmt::Write as _;
use std::fs;

use anyhow::Error;
use email::{Message, Unrenderable};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};
use testing::matrix::Case;

use super::Gallery;
use super::look::{Look, shown};
use super::mistakes::mistakes;
use super::workshop::on_disk;

/// What a browser gets.
pub struct Page {
    /// HTTP.
    pub status: u16,
    /// Its `Content-Type`.
    pub kind: &'static str,
    /// All of it.
    pub body: Vec<u8>,
}

/// Which mails are looked at: each empty if any.
struct Filter<'a> {
    kind: &'a str,
    locale: &'a str,
    fixture: &'a str,
}

impl Gallery {
    /// Answers a GET of a path with its query: `/` is the index, `/mail/{name}` a mail, `/mail/{name}/{look}` its HTML.
    pub fn page(&self, path: &str, query: &str) -> Page {
        let fields: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let filter = Filter {
            kind: field("kind").unwrap_or_default(),
            locale: field("locale").unwrap_or(self.cases()[0].locale),
            fixture: field("fixture").unwrap_or("plain"),
        };
        let mut parts = path.trim_matches('/').split('/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(""), None, None) => html(200, &self.index(&filter)),
            (Some("mail"), Some(name), rest) => match (self.named(name), rest) {
                (None, _) => html(404, "<p>There is no such mail. <a href=\"/\">All of them</a>"),
                (Some(case), None) => html(200, &self.mail_page(case, &filter)),
                (Some(case), Some("raw")) => self.raw(case),
                (Some(case), Some(look)) => self.look_of(case, Look::named(look).unwrap_or(Look::Light)),
            },
            _ => html(404, "<p>Nothing is here. <a href=\"/\">The gallery</a>"),
        }
    }

    fn index(&self, filter: &Filter<'_>) -> String {
        let found = self.found(filter);
        let mut cards = String::new();
        for case in &found {
            let (name, subject) = (case.name(), self.write(case).map_or_else(|_| "?".to_owned(), |mail| mail.subject));
            let (query, fixture) = (attribute(&filter.query()).into_owned(), text(case.fixture).into_owned());
            let _ = write!(
                cards,
                "<a href=\"/mail/{name}{query}\"><b>{}</b><small>{} · {fixture}</small><small>{}</small>\
                 <iframe loading=lazy tabindex=-1 src=\"/mail/{name}/light\" title=\"{name}\"></iframe></a>",
                case.kind.name(),
                case.locale,
                text(&subject),
            );
        }
        let title = format!("{} of {} mails", found.len(), self.len());
        let form = format!("<h1>{title}</h1><form>{}</form>", self.selects(filter));
        shell(&title, &form, &format!("<div class=cards>{cards}</div>"))
    }

    fn mail_page(&self, case: &Case, filter: &Filter<'_>) -> String {
        let (found, name) = (self.found(filter), case.name());
        let at = found.iter().position(|known| known.name() == name);
        let query = attribute(&filter.query()).into_owned();
        let link = |to: Option<&&Case>, rel: &str, label: &str| match to {
            Some(case) => format!("<a rel={rel} href=\"/mail/{}{query}\">{label}</a>", case.name()),
            None => format!("<span>{label}</span>"),
        };
        let before = at.and_then(|at| found.get(at.checked_sub(1)?));
        let after = at.and_then(|at| found.get(at + 1));
        let bar = format!(
            "<h1>{name}</h1>{} {} <a rel=up href=\"/{query}\">all</a>",
            link(before, "prev", "← before"),
            link(after, "next", "after →"),
        );
        match self.write(case) {
            Ok(mail) => shell(&name, &bar, &mail_parts(&name, &mail)),
            Err(error) => shell(&name, &bar, &explained(&error)),
        }
    }

    fn found(&self, filter: &Filter<'_>) -> Vec<&Case> {
        let fits = |wanted: &str, is: &str| wanted.is_empty() || wanted == is;
        let fit = |case: &&Case| {
            fits(filter.kind, case.kind.name())
                && fits(filter.locale, case.locale)
                && fits(filter.fixture, case.fixture)
        };
        self.cases().iter().filter(fit).collect()
    }

    fn look_of(&self, case: &Case, look: Look) -> Page {
        match self.write(case) {
            Ok(mail) => html(200, &shown(&mail.html, look)),
            Err(error) => html(500, &explained(&error)),
        }
    }

    fn raw(&self, case: &Case) -> Page {
        match self.write(case) {
            Ok(mail) => Page { status: 200, kind: "message/rfc822", body: mail.raw },
            Err(error) => html(500, &explained(&error)),
        }
    }

    fn selects(&self, filter: &Filter<'_>) -> String {
        let mut all = String::new();
        let chosen = [("kind", filter.kind), ("locale", filter.locale), ("fixture", filter.fixture)];
        for (name, chosen) in chosen {
            let _ = write!(all, "<label>{name} <select name={name}><option value=\"\">all</option>");
            let mut values: Vec<&str> = Vec::new();
            for case in self.cases() {
                let value = match name {
                    "kind" => case.kind.name(),
                    "locale" => case.locale,
                    _ => case.fixture,
                };
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            for value in values {
                let selected = if value == chosen { " selected" } else { "" };
                let _ = write!(all, "<option{selected}>{value}</option>");
            }
            all.push_str("</select></label> ");
        }
        all
    }
}

impl Filter<'_> {
    fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new("?".to_owned());
        query.append_pair("kind", self.kind).append_pair("locale", self.locale).append_pair("fixture", self.fixture);
        query.finish()
    }
}

fn mail_parts(name: &str, mail: &Message) -> String {
    let raw = String::from_utf8_lossy(&mail.raw);
    let (head, _) = raw.split_once("\r\n\r\n").unwrap_or((&raw, ""));
    let mut out = format!(
        "<table><tr><td>Subject<td>{}, {} characters<tr><td>HTML<td>{} bytes<tr><td>Text<td>{} bytes\
         <tr><td>Message<td>{} bytes, <a href=\"/mail/{name}/raw\">as a file</a></table><div class=frames>",
        text(&mail.subject),
        mail.subject.chars().count(),
        mail.html.len(),
        mail.text.len(),
        mail.raw.len(),
    );
    for (width, look) in [320, 600].into_iter().flat_map(|width| Look::ALL.map(|look| (width, look))) {
        let look = look.name();
        let _ = write!(
            out,
            "<figure><figcaption>{width}, {look}</figcaption><iframe style=\"width:{}px\" title=\"{width}, {look}\" \
             src=\"/mail/{name}/{look}\"></iframe></figure>",
            width + 2,
        );
    }
    out.push_str("</div>");
    for (title, part) in [("Text", mail.text.as_str()), ("Headers", head), ("Source", mail.html.as_str())] {
        let _ = write!(out, "<h2>{title}</h2><pre>{}</pre>", text(part));
    }
    out
}

/// What is wrong with a template: where, and what stands there.
fn explained(error: &Error) -> String {
    let Some(Unrenderable::Design(flaw)) = error.downcast_ref() else {
        return format!("<div class=mistake>{}</div>", text(&format!("{error:#}")));
    };
    let file = on_disk(&flaw.file);
    let line = flaw.line.unwrap_or_default();
    let source = fs::read_to_string(&file).unwrap_or_default();
    let near = source.lines().enumerate().map(|(at, text)| (at + 1, text)).filter(|(at, _)| at.abs_diff(line) <= 3);
    let near: Vec<_> = near.map(|(at, text)| format!("{}{at:4} {text}", if at == line { ">" } else { " " })).collect();
    let words = flaw.words.as_ref().map_or("", |words| words.reveal());
    let message = format!("{}:{line}: {} {words}", file.display(), flaw.wrong);
    format!("<div class=mistake>{}\n\n{}</div>", text(&message), text(&near.join("\n")))
}

fn shell(title: &str, bar: &str, body: &str) -> String {
    let (css, js) = (include_str!("gallery.css"), include_str!("gallery.js"));
    let mistakes: Vec<_> = mistakes().iter().map(|one| format!("<div class=mistake>{}</div>", text(one))).collect();
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <title>{}</title><style>{css}</style><header>{bar}</header><main>{}{body}</main><script>{js}</script>",
        text(title),
        mistakes.concat(),
    )
}

fn html(status: u16, page: &str) -> Page {
    Page { status, kind: "text/html; charset=utf-8", body: page.as_bytes().to_vec() }
}
