//! What can be done to a body as bytes.

use fastrand::Rng;

use crate::corpus::Corpus;
use crate::tree;

/// The largest that a mutation makes: more than is taken.
const LARGEST: usize = 1 << 20;
/// Bytes that keep more bodies readable than any would.
const SIGNS: &[u8] = b"0123456789-+.eE\"{}[],:tfn \\/u&=%";

/// Changes a body.
pub(crate) fn mutate(body: &mut Vec<u8>, corpus: &Corpus, rng: &mut Rng) {
    let (one, other) = (rng.usize(..=body.len()), rng.usize(..=body.len()));
    let (from, to) = (one.min(other), one.max(other));
    match rng.u8(..32) {
        0..4 => {
            for _ in 0..rng.usize(1..6) {
                if let Some(byte) = some_byte(body, rng) {
                    *byte ^= 1 << rng.u8(..8);
                }
            }
        }
        4..7 => {
            for _ in 0..rng.usize(1..6) {
                if let Some(byte) = some_byte(body, rng) {
                    *byte = SIGNS[rng.usize(..SIGNS.len())];
                }
            }
        }
        7 => body.splice(from..from, (0..rng.usize(1..32)).map(|_| rng.u8(..)).collect::<Vec<_>>()).for_each(drop),
        8 => body
            .splice(from..from, (0..rng.usize(1..9)).map(|_| SIGNS[rng.usize(..SIGNS.len())]).collect::<Vec<_>>())
            .for_each(drop),
        9 => body.drain(from..to).for_each(drop),
        10 | 11 => body.truncate(from),
        12 => {
            let again = body[from..to].to_vec();
            body.splice(to..to, again).for_each(drop);
        }
        // A part of another's.
        13 | 14 => {
            let all = if rng.u8(..4) == 0 { &corpus.fetched } else { &corpus.sent };
            let theirs = &rng.choice(all).expect("some").one.body;
            let (start, end) = (rng.usize(..=theirs.len()), rng.usize(..=theirs.len()));
            body.splice(from..to, theirs[start.min(end)..start.max(end)].to_vec()).for_each(drop);
        }
        15 => {
            let around: [&[u8]; 6] = [b"\n", b" ", b"\r\n", b"\xef\xbb\xbf", b"\0", b"//"];
            let around = around[rng.usize(..6)];
            let place = if rng.bool() { 0 } else { body.len() };
            body.splice(place..place, around.iter().copied()).for_each(drop);
        }
        16 => body.clear(),
        17 if rng.u8(..16) == 0 => large(body, from..to, rng),
        18 if rng.u8(..8) == 0 => nested(body, from, rng),
        19 => form(body, rng),
        20 => escape(body, rng),
        _ => tree::mutate(body, corpus, rng),
    }
    body.truncate(LARGEST);
}

fn some_byte<'a>(body: &'a mut [u8], rng: &mut Rng) -> Option<&'a mut u8> {
    if body.is_empty() { None } else { Some(&mut body[rng.usize(..body.len())]) }
}

/// A part of it so often that it is up to a megabyte.
fn large(body: &mut Vec<u8>, part: std::ops::Range<usize>, rng: &mut Rng) {
    let size = 1_usize << rng.u8(12..21);
    let again = if part.is_empty() { b"[".to_vec() } else { body[part.clone()].to_vec() };
    let again = again.repeat(size / again.len() + 1);
    body.splice(part.end..part.end, again).for_each(drop);
}

/// Brackets in brackets.
fn nested(body: &mut Vec<u8>, place: usize, rng: &mut Rng) {
    let (open, close): (&[u8], &[u8]) = [(&b"["[..], &b"]"[..]), (b"{\"a\":", b"}"), (b"<a>", b"</a>")][rng.usize(..3)];
    let depth = [60, 126, 127, 128, 1_000, 20_000][rng.usize(..6)];
    let inner = [open.repeat(depth), b"1".to_vec(), close.repeat(depth)].concat();
    body.splice(place..place, inner).for_each(drop);
}

/// The fields of a form: doubled, changed, encoded otherwise.
fn form(body: &mut Vec<u8>, rng: &mut Rng) {
    if !body.contains(&b'=') || body.starts_with(b"{") {
        return;
    }
    let mut fields: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().take(20).collect();
    let Some(place) = (!fields.is_empty()).then(|| rng.usize(..fields.len())) else { return };
    match rng.u8(..4) {
        0 => fields.push(fields[place].clone()),
        1 => drop(fields.remove(place)),
        2 => fields[place].1.push(rng.alphanumeric()),
        _ => fields.insert(0, (fields[place].0.clone(), String::new())),
    }
    *body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes();
}

/// A letter as JSON may also write it.
fn escape(body: &mut Vec<u8>, rng: &mut Rng) {
    let Some(byte) = some_byte(body, rng).copied().filter(u8::is_ascii_alphanumeric) else { return };
    if let Some(place) = body.iter().position(|other| *other == byte) {
        body.splice(place..=place, format!("\\u{byte:04x}").into_bytes()).for_each(drop);
    }
}
