//! Mails while they are being made: templates and texts as they are on disk.

use std::path::Path;

use crate::{mails, texts};

/// From now on, mails are laid out by `templates/` and worded by `texts/` in this folder, as they are at that moment.
/// False if a mail was written before: what is compiled in then stays.
pub fn edit(folder: &Path) -> bool {
    mails::read_templates(&folder.join("templates")) && texts::read_texts(folder.join("texts"))
}
