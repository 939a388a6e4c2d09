//! Mails exactly as they were given to SES.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use http_body_util::BodyExt;
use hyper::body::Bytes;
use jiff::Timestamp;
use mail_parser::{Address, Message, MessageParser, PartType};
use serde::{Deserialize, Serialize};

use super::{Answer, Proxy, lock};
use crate::now;
use crate::watch::Told;

/// One mail that was accepted.
#[derive(Clone, Debug, Serialize)]
pub struct Mail {
    /// The id that SES gave it.
    pub id: String,
    /// When it was accepted.
    pub at: Timestamp,
    /// Addresses of all recipients.
    pub to: String,
    /// The sender, with its display name.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// The plain text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// Every header as sent; one that is repeated is joined by a comma.
    pub headers: BTreeMap<String, String>,
    /// The tags of the call.
    pub tags: BTreeMap<String, String>,
    /// The configuration set of the call.
    pub configuration_set: String,
    /// The exact bytes.
    #[serde(skip)]
    pub raw: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendEmail {
    #[serde(default)]
    from_email_address: String,
    #[serde(default)]
    destination: Option<Destination>,
    content: Content,
    #[serde(default)]
    email_tags: Vec<Tag>,
    #[serde(default)]
    configuration_set_name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Destination {
    #[serde(default)]
    to_addresses: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Content {
    raw: Option<Raw>,
    simple: Option<Simple>,
}

/// The form of canaries, which nobody reads.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Simple {
    subject: Text,
    body: Body,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    text: Option<Text>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Text {
    data: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Raw {
    data: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Tag {
    name: String,
    value: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sent {
    message_id: String,
}

impl Proxy {
    /// Keeps an accepted mail and has SES's events about it published.
    pub(super) async fn sent(self: &std::sync::Arc<Self>, request: &Bytes, answer: &Answer) {
        let answer = answer.body().clone().collect().await.map(http_body_util::Collected::to_bytes);
        let mail = answer.ok().and_then(|answer| Mail::read(request, &answer));
        match mail {
            Some(mail) => {
                if let Some(order) = mail.tags.get("order") {
                    lock(&self.told).entry(order.clone()).or_default().push(Told::of(&mail));
                }
                lock(&self.mails).push(mail.clone());
                tokio::spawn(std::sync::Arc::clone(self).publish(mail));
            }
            None => eprintln!("a mail was accepted that cannot be read"),
        }
    }
}

impl Mail {
    fn read(request: &[u8], answer: &[u8]) -> Option<Self> {
        let call: SendEmail = serde_json::from_slice(request).ok()?;
        let sent: Sent = serde_json::from_slice(answer).ok()?;
        let raw = match (call.content.raw, call.content.simple) {
            (Some(raw), _) => STANDARD.decode(raw.data).ok()?,
            (None, Some(simple)) => simple.message(&call.from_email_address),
            (None, None) => return None,
        };
        let message = MessageParser::default().parse(&raw)?;
        let given = call.destination.map(|destination| destination.to_addresses).unwrap_or_default();
        let to = if given.is_empty() { addresses(message.to()) } else { given };
        Some(Self {
            id: sent.message_id,
            at: now(),
            to: to.join(", "),
            from: message.header_raw("From").unwrap_or_default().trim().to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: part(&message, false),
            html: part(&message, true),
            headers: headers(&message),
            tags: call.email_tags.into_iter().map(|tag| (tag.name, tag.value)).collect(),
            configuration_set: call.configuration_set_name,
            raw: raw.clone(),
        })
    }
}

impl Simple {
    /// As SES would put it together.
    fn message(self, from: &str) -> Vec<u8> {
        let text = self.body.text.map(|text| text.data).unwrap_or_default();
        format!("From: {from}\r\nSubject: {}\r\nContent-Type: text/plain\r\n\r\n{text}", self.subject.data).into_bytes()
    }
}

fn addresses(address: Option<&Address<'_>>) -> Vec<String> {
    let all = address.into_iter().flat_map(Address::iter);
    all.filter_map(|one| one.address().map(str::to_owned)).collect()
}

fn part(message: &Message<'_>, html: bool) -> String {
    let text = message.parts.iter().find_map(|part| match &part.body {
        PartType::Text(text) if !html => Some(text),
        PartType::Html(text) if html => Some(text),
        _ => None,
    });
    text.map(ToString::to_string).unwrap_or_default()
}

fn headers(message: &Message<'_>) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in message.headers_raw() {
        // A folded line is one line.
        let value = value.replace("\r\n", "").trim().to_owned();
        all.entry(name.to_owned()).and_modify(|old| *old = format!("{old}, {value}")).or_insert(value);
    }
    all
}
