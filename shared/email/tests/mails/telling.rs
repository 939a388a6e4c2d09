//! The mail of each moment of a story.

use domain::situations::Kind;
use email::{Message, compose};
use testing::stories::Story;

/// A kind's mail, written at the moment of its news.
pub(crate) fn mail(story: &Story, kind: Kind) -> Message {
    story.with(kind, |view, situation| {
        let page = "https://t.example.com/orders/v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";
        compose(&story.shop, &Story::id(), view, situation, page, Story::now()).expect("a mail")
    })
}
