//! Mails as files, for tools that read files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use testing::matrix::sample;

use super::Gallery;
use super::mails::write;

/// Writes each mail as `.eml`, `.html` and `.txt`, or about so many of them; returns how many.
pub fn dump(gallery: &Gallery, folder: &Path, about: Option<usize>) -> Result<usize> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let cases = sample(gallery.cases().to_vec(), about.unwrap_or(gallery.len()));
    for case in &cases {
        let mail = write(case).with_context(|| case.name())?;
        let parts = [("eml", &mail.raw[..]), ("html", mail.html.as_bytes()), ("txt", mail.text.as_bytes())];
        for (extension, bytes) in parts {
            fs::write(folder.join(format!("{}.{extension}", case.name())), bytes)?;
        }
    }
    Ok(cases.len())
}
