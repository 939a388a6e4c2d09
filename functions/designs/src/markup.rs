//! What has no place in the HTML of a mail: what runs, what loads, what leads elsewhere than it says.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Span, Spanned, StartTag, Token, Tokenizer};

/// Something that has no place in a mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Offence {
    /// At which byte.
    pub(crate) at: usize,
    /// What, and what to do.
    pub(crate) cause: String,
}

/// Elements that mail programs take out, or take the whole mail for dangerous of.
const ELEMENTS: [&str; 16] = [
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button", "select",
    "textarea", "base", "link", "svg", "math",
];
/// Attributes that hold an address.
const ADDRESSES: [&str; 9] =
    ["href", "src", "action", "formaction", "background", "poster", "xlink:href", "srcset", "ping"];
const SCHEMES: [&str; 3] = ["https:", "mailto:", "tel:"];
/// What styles may not hold: what runs, and what loads.
const STYLES: [&str; 6] = ["javascript:", "expression(", "@import", "behavior:", "-moz-binding", "url("];

/// The first thing that has no place in a mail.
pub(crate) fn offence(html: &str) -> Option<Offence> {
    search(html, 0)
}

fn search(html: &str, start: usize) -> Option<Offence> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut in_style = false;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        let (at, cause) = match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                in_style = name == "style";
                (tag.span.start, element(&name, &tag))
            }
            Token::EndTag(_) => {
                in_style = false;
                continue;
            }
            Token::String(said) if in_style => (said.span.start, style(&text(&said.value))),
            // Outlook reads what stands in its comments.
            Token::Comment(Spanned { value, span: Span { start: at, .. } }) => {
                let said = text(&value);
                let inner = said.trim_start().starts_with("[if").then(|| said.split_once('>')).flatten();
                match inner.and_then(|(_, inner)| search(inner, start + at)) {
                    Some(offence) => return Some(offence),
                    None => continue,
                }
            }
            _ => continue,
        };
        if let Some(cause) = cause {
            return Some(Offence { at: start + at, cause });
        }
    }
    None
}

fn element(name: &str, tag: &StartTag<usize>) -> Option<String> {
    let is = |key: &str, wanted: &str| {
        tag.attributes.get(key.as_bytes()).is_some_and(|value| text(value).trim().eq_ignore_ascii_case(wanted))
    };
    let data = name == "script" && is("type", "application/ld+json");
    if ELEMENTS.contains(&name) && !data {
        return Some(format!("<{name}> has no place in a mail: take it out"));
    }
    if name == "meta" && is("http-equiv", "refresh") {
        return Some("<meta http-equiv=\"refresh\"> has no place in a mail: take it out".to_owned());
    }
    tag.attributes.iter().find_map(|(key, value)| attribute(&text(key), &text(value)))
}

fn attribute(key: &str, value: &str) -> Option<String> {
    if key.starts_with("on") {
        return Some(format!("the event handler {key} has no place in a mail: take it out"));
    }
    if key == "style" {
        return style(value);
    }
    // Browsers pass over blanks and controls in front of a scheme and within it.
    let address: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let address = address.to_ascii_lowercase();
    let safe = address.starts_with('#') || SCHEMES.iter().any(|scheme| address.starts_with(scheme));
    (ADDRESSES.contains(&key) && !safe).then(|| {
        let short: String = address.chars().take(30).collect();
        format!("the {key} {short:?} is no safe address: write a whole one that begins with https://, mailto: or tel:")
    })
}

fn style(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let found = STYLES.into_iter().find(|banned| text.contains(banned))?;
    Some(format!("a style may not hold {found:?}: mail programs drop it, or the mail: take it out"))
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_loads_or_misleads_is_found() {
        for bad in [
            "<p><script>alert(1)</script>",
            "<SCRIPT type=text/javascript>",
            "<a href=\"javascript:alert(1)\">",
            "<a href=\" \tJaVa&#x73;cript:alert(1)\">",
            "<a href='java\nscript:alert(1)'>",
            "<img src=\"data:image/png;base64,AAAA\">",
            "<a href=\"http://shop.example\">",
            "<a href=\"//shop.example\">",
            "<a href=\"/orders\">",
            "<p onclick=alert(1)>",
            "<img src=\"https://x.example/a.png\" ONERROR = 'x'>",
            "<iframe src=\"https://x.example\">",
            "<meta http-equiv=\"Refresh\" content=\"0;url=https://x.example\">",
            "<p style=\"width:expression(alert(1))\">",
            "<p style=\"background:u r l(https://x.example/p.png)\">",
            "<style>@import 'https://x.example/a.css';</style>",
            "<!--[if mso]><a href=\"javascript:alert(1)\"><![endif]-->",
            "<svg/onload=alert(1)>",
        ] {
            assert!(offence(bad).is_some(), "{bad}");
        }
        for good in [
            "<!doctype html><p style=\"color:#fff\">a &lt;script&gt; &amp; b",
            "<a href=\"https://shop.example/a?b=c\">x</a><a href='mailto:a@b.example'>y</a><a href=\"tel:+49\">z</a>",
            "<script type=\"application/ld+json\">{\"a\": \"<b onclick=x>\"}</script>",
            "<!-- <script> --><!--[if mso]><table><tr><td><![endif]-->",
        ] {
            assert_eq!(offence(good), None, "{good}");
        }
    }

    #[test]
    fn it_is_found_where_it_is() {
        let html = "<p>Hello</p>\n<a href=\"javascript:x\">";
        let at = offence(html).map(|offence| offence.at);
        assert!(at.is_some_and(|at| (13..=14).contains(&at)), "{at:?}");
    }
}
