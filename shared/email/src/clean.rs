//! Strangers' words made fit to be shown: one line, no controls, no tricks with direction, of bounded length.

/// One line of at most `longest` characters; blanks become single spaces, what was cut ends in an ellipsis.
pub fn line(text: &str, longest: usize) -> String {
    let mut out = String::with_capacity(text.len().min(longest * 4));
    let mut blank = false;
    let mut length = 0;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            blank = !out.is_empty();
            continue;
        }
        if invisible(c) {
            continue;
        }
        if length + usize::from(blank) >= longest {
            out.push('…');
            break;
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
            length += 1;
        }
        out.push(c);
        length += 1;
    }
    out
}

/// Nothing, if nothing of it can be shown.
pub fn some_line(text: &str, longest: usize) -> Option<String> {
    Some(line(text, longest)).filter(|line| !line.is_empty())
}

/// Marks that turn the direction of what follows, hide it, or would be ours.
const fn invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_line_and_keeps_its_direction() {
        assert_eq!(line(" a\r\nBcc: b\u{0}\t c\u{202E}d\u{2068} ", 40), "a Bcc: b cd");
        assert_eq!(line("abcdef", 3), "abc…");
        assert_eq!(line("abc", 3), "abc");
        assert_eq!(some_line(" \u{200B} ", 3), None);
    }
}
