//! The message as it goes over the wire: headers that cannot be injected into, a text and an HTML part, CRLF.

use domain::ids::{IntentId, OrderId};
use domain::personal::Email;
use domain::shop::Shop;
use jiff::Timestamp;
use mail_builder::MessageBuilder;
use mail_builder::headers::Header;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::url::URL;
use mail_builder::mime::MimePart;

use crate::clean::line;

/// Who writes to whom about what.
pub(crate) struct Envelope<'a> {
    pub(crate) shop: &'a Shop,
    pub(crate) from: &'a Email,
    pub(crate) to: &'a Email,
    pub(crate) to_name: Option<&'a str>,
    pub(crate) order: &'a OrderId,
    pub(crate) intent: &'a IntentId,
    pub(crate) subject: &'a str,
    /// Where to stop mails like this one, if it is one that can be stopped.
    pub(crate) stop: Option<&'a str>,
    /// Whether it is part of a conversation.
    pub(crate) threaded: bool,
    pub(crate) now: Timestamp,
}

/// The whole message.
pub(crate) fn message(envelope: &Envelope<'_>, text: &str, html: &str) -> Vec<u8> {
    let shop = envelope.shop;
    // Of an intent issued again too: a boundary holds no `~`.
    let boundary = format!("=_{}", envelope.intent.tag());
    let kind = ContentType::new("multipart/alternative").attribute("boundary", boundary);
    let parts = vec![MimePart::new("text/plain", text), MimePart::new("text/html", html)];
    let mut message = MessageBuilder::new()
        .from(address(Some(&shop.name), envelope.from))
        .to(address(envelope.to_name, envelope.to))
        .reply_to(address(Some(&shop.name), &shop.reply_to))
        .subject(line(envelope.subject, 120))
        // SES writes its own of these two; a message without them is malformed on the way there.
        .date(Date::new(envelope.now.as_second()))
        .message_id(format!("{}@{}", envelope.intent, domain(envelope.from)))
        // One root an order, never sent: mail programs put its mails together.
        .header("References", MessageId::new(format!("order.{}@{}", envelope.order, domain(&shop.sender))));
    if !envelope.threaded {
        // Gmail puts nothing together that has one of its own.
        message = message.header("X-Entity-Ref-ID", Raw::new(envelope.intent.as_str()));
    }
    message = message
        .header("Auto-Submitted", Raw::new("auto-generated"))
        .header("X-Auto-Response-Suppress", Raw::new("OOF, AutoReply"));
    if let Some(stop) = envelope.stop {
        // RFC 8058. No `mailto:`, though Apple Mail knows nothing else: such a mail would reach the people who read `reply_to`,
        // without a word of which order's, and a wish that nobody is sure to note is worse than the link below the mail.
        message = message
            .header("List-Unsubscribe", URL::new(stop))
            .header("List-Unsubscribe-Post", Raw::new("List-Unsubscribe=One-Click"));
    }
    let message = message.body(MimePart::new(kind, parts));
    let mut raw = Vec::new();
    message.serialize(&mut raw);
    raw
}

/// A sender as SES wants it beside the raw message: the same name and address, on one line.
pub(crate) fn sender(shop: &str, from: &Email) -> String {
    let mut header = Vec::new();
    address(Some(shop), from).write_header(&mut header, 0);
    String::from_utf8_lossy(&header).split("\r\n").map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn domain(email: &Email) -> &str {
    email.reveal().rsplit_once('@').map_or("localhost", |(_, domain)| domain)
}

/// A name without what addresses are written with: filters take those for forgeries.
fn address<'a>(name: Option<&str>, email: &'a Email) -> Address<'a> {
    let name = name.map(|name| line(&name.replace(['<', '>', '"', '\\'], " "), 60));
    Address::new_address(name.filter(|name| !name.is_empty()), email.reveal())
}
