//! `cargo gallery`: every mail to look at, on a local page or in pictures.
#![expect(clippy::print_stdout, reason = "a program for a terminal")]

use std::path::PathBuf;

use anyhow::{Result, bail};
use it::gallery::{Gallery, dump, kinds, serve, sheet, shots};
use lexopt::{Arg, Parser, ValueExt};

const HELP: &str =
    "cargo gallery                        a local page with every mail; edit a template or a text, and reload
cargo gallery --sheet FILE.png       all kinds of mail on one picture  [--locale en]
cargo gallery --shots DIR            the pictures of the README
cargo gallery --dump DIR             every mail as .eml, .html and .txt  [--sample N] [--locale L]
cargo gallery --kinds DIR            a page of every kind that needs nothing but itself, for pictures
              --port N               where the page is served (8025)";

#[derive(Default)]
struct Options {
    sheet: Option<PathBuf>,
    shots: Option<PathBuf>,
    dump: Option<PathBuf>,
    kinds: Option<PathBuf>,
    locale: Option<String>,
    sample: Option<usize>,
    port: Option<u16>,
}

fn main() -> Result<()> {
    let Some(options) = options(Parser::from_env())? else {
        println!("{HELP}");
        return Ok(());
    };
    let gallery = Gallery::open(options.locale.as_deref())?;
    if let Some(file) = &options.sheet {
        let mails = sheet(&gallery, options.locale.as_deref().unwrap_or("en"), file)?;
        println!("{}: {mails} kinds of mail", file.display());
    }
    if let Some(folder) = &options.shots {
        println!("{}: {} pictures", folder.display(), shots(&gallery, folder)?);
    }
    if let Some(folder) = &options.dump {
        println!("{}: {} of {} mails", folder.display(), dump(&gallery, folder, options.sample)?, gallery.len());
    }
    if let Some(folder) = &options.kinds {
        println!("{}: {} kinds of mail", folder.display(), kinds(&gallery, folder)?);
    }
    if options.sheet.or(options.shots).or(options.dump).or(options.kinds).is_none() {
        let port = options.port.unwrap_or(8025);
        println!("{} mails: http://127.0.0.1:{port}/  (Ctrl-C ends it)", gallery.len());
        serve(gallery, port)?;
    }
    Ok(())
}

/// What is asked for; nothing if it is help.
fn options(mut parser: Parser) -> Result<Option<Options>> {
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("sheet") => options.sheet = Some(parser.value()?.into()),
            Arg::Long("shots") => options.shots = Some(parser.value()?.into()),
            Arg::Long("dump") => options.dump = Some(parser.value()?.into()),
            Arg::Long("kinds") => options.kinds = Some(parser.value()?.into()),
            Arg::Long("locale") => options.locale = Some(parser.value()?.string()?),
            Arg::Long("sample") => options.sample = Some(parser.value()?.parse()?),
            Arg::Long("port") => options.port = Some(parser.value()?.parse()?),
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => bail!("{}\n{HELP}", other.unexpected()),
        }
    }
    Ok(Some(options))
}
