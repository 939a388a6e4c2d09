//! Pictures: all kinds of mail on one sheet, and those of the README.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use domain::situations::Kind;
use html_escape::encode_text;

use super::look::{Look, shown};
use super::{Gallery, browser, pictures};
use crate::root;

/// Mails beside each other on a sheet.
const COLUMNS: usize = 4;
/// Of one kind on a sheet: mails at 0.55 of their size, with their name and subject above them.
const COLUMN: u32 = 540;
const ROW: u32 = 600;
const WIDE: u32 = 600;
const NARROW: u32 = 320;

/// The pictures of the README: what is told, in which language, of which fixture, how it looks.
const SHOTS: [(&str, &str, &str, Look); 10] = [
    ("confirmed", "en", "plain", Look::Light),
    ("receipt", "en", "plain", Look::Light),
    ("payment_failed", "en", "plain", Look::Light),
    ("shipped", "en", "more_to_come", Look::Dark),
    ("out_for_delivery", "en", "plain", Look::Light),
    ("delivered", "de", "plain", Look::Light),
    ("delayed", "ar", "plain", Look::Light),
    ("ready_for_pickup", "ja", "plain", Look::Dark),
    ("refund", "en", "part_refunded", Look::Light),
    ("csat", "en", "plain", Look::Light),
];
const SHOT_HEIGHT: u32 = 720;

/// Every kind in a locale, light at 600 and dark at 320 pixels, as one PNG; returns how many kinds.
pub fn sheet(gallery: &Gallery, locale: &str, file: &Path) -> Result<usize> {
    let folder = root().join("target/gallery");
    fs::create_dir_all(&folder)?;
    let mut cells = String::new();
    for kind in Kind::ALL {
        let name = kind.name();
        let mail = gallery.mail(name, locale, "plain")?;
        let _ = write!(cells, "<section><h2>{name}</h2><p>{}</p><div>", encode_text(&mail.subject));
        for (width, look) in [(WIDE, Look::Light), (NARROW, Look::Dark)] {
            let page = format!("{name}.{}.html", look.name());
            fs::write(folder.join(&page), shown(&mail.html, look))?;
            let _ = write!(cells, "<span class=w{width}><iframe scrolling=no src=\"{page}\"></iframe></span>");
        }
        cells.push_str("</div></section>");
    }
    let css = include_str!("sheet.css");
    let page = folder.join("sheet.html");
    fs::write(&page, format!("<!doctype html><meta charset=utf-8><style>{css}</style><main>{cells}</main>"))?;
    let rows = u32::try_from(Kind::ALL.len().div_ceil(COLUMNS)).unwrap_or(u32::MAX);
    browser::picture(&page, COLUMN * 4 + 16, ROW.saturating_mul(rows) + 16, file)?;
    Ok(Kind::ALL.len())
}

/// The pictures of the README as small PNGs; returns how many.
pub fn shots(gallery: &Gallery, folder: &Path) -> Result<usize> {
    let pages = root().join("target/gallery");
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(folder)?;
    for (kind, locale, fixture, look) in SHOTS {
        let mail = gallery.mail(kind, locale, fixture)?;
        let (page, file) = (pages.join(format!("shot.{kind}.html")), folder.join(format!("{kind}.png")));
        fs::write(&page, shown(&mail.html, look))?;
        browser::picture(&page, WIDE, SHOT_HEIGHT, &file)?;
        pictures::compress(&file)?;
    }
    Ok(SHOTS.len())
}
