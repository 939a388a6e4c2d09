//! Mails as files, for tools that read files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use domain::situations::Kind;
use testing::matrix::sample;

use super::Gallery;
use super::look::drawn;

/// Writes each mail as `.eml`, `.html` and `.txt`, or about so many of them; returns how many.
pub fn dump(gallery: &Gallery, folder: &Path, about: Option<usize>) -> Result<usize> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let cases = sample(gallery.cases().to_vec(), about.unwrap_or(gallery.len()));
    for case in &cases {
        let mail = gallery.write(case).with_context(|| case.name())?;
        let parts = [("eml", &mail.raw[..]), ("html", mail.html.as_bytes()), ("txt", mail.text.as_bytes())];
        for (extension, bytes) in parts {
            fs::write(folder.join(format!("{}.{extension}", case.name())), bytes)?;
        }
    }
    Ok(cases.len())
}

/// Writes one page a kind, of the plain order in English, that needs nothing but itself; returns how many.
pub fn kinds(gallery: &Gallery, folder: &Path) -> Result<usize> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    for kind in Kind::ALL {
        let mail = gallery.mail(kind.name(), "en", "plain")?;
        fs::write(folder.join(kind.name()).with_extension("html"), drawn(&mail.html))?;
    }
    Ok(Kind::ALL.len())
}
