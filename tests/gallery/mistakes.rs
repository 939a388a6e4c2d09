//! What cannot be read of the texts as they are on disk.

use std::fs;

use crate::root;

/// Each mistake with its file and line.
pub(super) fn mistakes() -> Vec<String> {
    let mut mistakes = Vec::new();
    for tag in email::LOCALES {
        let file = root().join("shared/email/texts").join(tag).with_extension("ftl");
        let Ok(source) = fs::read_to_string(file) else { continue };
        if let Err((_, errors)) = fluent_syntax::parser::parse(source.as_str()) {
            mistakes.extend(errors.into_iter().map(|error| {
                let line = source[..error.pos.start.min(source.len())].matches('\n').count() + 1;
                format!("texts/{tag}.ftl:{line}: {}", error.kind)
            }));
        }
    }
    mistakes
}
