//! The mail of each moment of a story.

use domain::situations::Kind;
use email::{Leads, Message, compose};
use testing::stories::Story;

/// A kind's mail, written at the moment of its news.
pub(crate) fn mail(story: &Story, kind: Kind) -> Message {
    story.with(kind, |view, situation| {
        let token = "v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";
        let page = format!("https://t.example.com/orders/{token}");
        let stop = Some(format!("https://t.example.com/unsubscribe/{token}"));
        compose(&story.shop, &Story::id(), view, situation, &Leads { page, stop }, Story::now()).expect("a mail")
    })
}
