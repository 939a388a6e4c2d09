//! XML as far as Braintree writes it: elements and text, no types of documents, no entities but those that every XML knows.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use serde_json::{Map, Value};
use webhooks::delivery::Unreadable;

/// No notification is deeper, and no answer.
const DEEPEST: usize = 32;
/// Card data, which samples hold and we never want.
const DROPPED: [&str; 2] = ["number", "cvv"];

/// An element that is open.
struct Open {
    name: String,
    nil: bool,
    list: bool,
    text: String,
    inner: Map<String, Value>,
}

/// The root element and its name as JSON: an element with elements is an object, one with `nil` is null, every other one is
/// its text. Where an element says that it is an array or a collection, those in it are lists by their names.
pub(super) fn read(xml: &[u8]) -> Result<(String, Value), Unreadable> {
    let text = std::str::from_utf8(xml).map_err(|_| refused("it is not UTF-8"))?;
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Open> = Vec::new();
    loop {
        let closed = match reader.read_event().map_err(|_| refused("it is not well formed"))? {
            Event::Start(tag) if open.len() < DEEPEST => {
                open.push(opened(&tag)?);
                None
            }
            Event::Start(_) => return Err(refused("it is nested too deeply")),
            Event::Empty(tag) => Some(opened(&tag)?),
            Event::End(_) => open.pop(),
            Event::Text(text) => {
                add(&mut open, &text.decode().map_err(|_| refused("it is not UTF-8"))?);
                None
            }
            Event::CData(text) => {
                add(&mut open, &text.decode().map_err(|_| refused("it is not UTF-8"))?);
                None
            }
            Event::GeneralRef(reference) => {
                add(&mut open, &resolved(&reference)?);
                None
            }
            Event::DocType(_) => return Err(refused("it declares a type of document")),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => None,
            Event::Eof => return Err(refused("it ends too early")),
        };
        let Some(closed) = closed else { continue };
        let Open { name, nil, text, inner, .. } = closed;
        let value = match (nil, inner.is_empty()) {
            (true, _) => Value::Null,
            (false, false) => Value::Object(inner),
            (false, true) => Value::String(text),
        };
        match open.last_mut() {
            None => return Ok((name, value)),
            Some(_) if DROPPED.contains(&name.as_str()) => {}
            Some(parent) if parent.list => {
                if let Value::Array(members) = parent.inner.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
                    members.push(value);
                }
            }
            Some(parent) => drop(parent.inner.entry(name).or_insert(value)),
        }
    }
}

fn opened(tag: &BytesStart<'_>) -> Result<Open, Unreadable> {
    let name = std::str::from_utf8(tag.name().into_inner()).map_err(|_| refused("it is not UTF-8"))?.to_owned();
    let attribute = |name: &str| tag.try_get_attribute(name).map_err(|_| refused("it is not well formed"));
    let nil = attribute("nil")?.is_some_and(|nil| nil.value.as_ref() == b"true");
    let list = attribute("type")?.is_some_and(|kind| matches!(kind.value.as_ref(), b"array" | b"collection"));
    Ok(Open { name, nil, list, text: String::new(), inner: Map::new() })
}

fn add(open: &mut [Open], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// A character by its number, or one of the five that every XML knows.
fn resolved(reference: &BytesRef<'_>) -> Result<String, Unreadable> {
    let unknown = || refused("it names an entity that XML does not know");
    if let Some(character) = reference.resolve_char_ref().map_err(|_| unknown())? {
        return Ok(character.to_string());
    }
    let name = reference.decode().map_err(|_| unknown())?;
    resolve_predefined_entity(&name).map(str::to_owned).ok_or_else(unknown)
}

fn refused(why: &str) -> Unreadable {
    Unreadable(format!("`bt_payload` is no XML that we read: {why}"))
}
