//! Templates and texts as they are on disk, as a design in the place of what is built in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result};
use domain::design::File;
use email::design::{Bounds, Design};

use crate::root;

/// Files, when the newest was written, and the design that was made of them.
type Made = (usize, SystemTime, Arc<Design>);

/// Reads the disk again when something was written there.
#[derive(Default)]
pub(super) struct Workshop(Mutex<Option<Made>>);

impl Workshop {
    /// The design that the files make at this moment.
    pub(super) fn design(&self) -> Result<Arc<Design>> {
        let files = files()?;
        let written = files.iter().map(|(path, _)| fs::metadata(path)?.modified());
        let newest = written.collect::<std::io::Result<Vec<_>>>()?.into_iter().max().context("no template")?;
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((count, then, design)) = &*made
            && (*count, *then) == (files.len(), newest)
        {
            return Ok(Arc::clone(design));
        }
        let read = |(path, name): &(PathBuf, String)| {
            let content = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
            Ok(File { name: name.clone(), content })
        };
        let design = Arc::new(Design::new(files.iter().map(read).collect::<Result<_>>()?, Bounds::SEND));
        *made = Some((files.len(), newest, Arc::clone(&design)));
        Ok(design)
    }
}

/// Where a file of a design is on disk: `confirmed/body.html` is the design's `templates/confirmed.html`.
pub(super) fn on_disk(name: &str) -> PathBuf {
    let folder = root().join("shared/email");
    let shared = name.rsplit_once('.').map(|(stem, extension)| format!("{stem}/body.{extension}"));
    let own = shared.map(|shared| folder.join(shared)).filter(|own| own.exists());
    own.unwrap_or_else(|| folder.join(name))
}

/// Each file with its name in a design.
fn files() -> Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    for folder in ["texts", "templates"] {
        for path in inside(&root().join("shared/email").join(folder))? {
            let (own, of) = if path.is_dir() { (inside(&path)?, path) } else { (vec![path.clone()], path) };
            let stem = of.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.extend(own.into_iter().map(|path| {
                let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
                (path, format!("{folder}/{stem}.{extension}"))
            }));
        }
    }
    Ok(files)
}

fn inside(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
