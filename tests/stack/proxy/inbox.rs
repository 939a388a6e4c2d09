//! All mails on one page.

use std::fmt::Write;

use html_escape::encode_text;

use super::Mail;

const HEAD: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="3">
<meta name="color-scheme" content="light dark">
<title>Inbox of the local stack</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
li { margin: 1rem 0 }
small { opacity: .75 }
</style>
<h1>Inbox of the local stack</h1>
"#;

/// The page, newest mail first.
pub(super) fn list(mails: &[Mail]) -> String {
    let mut page = HEAD.to_owned();
    if mails.is_empty() {
        page.push_str("<p>No mail yet.</p>\n");
    }
    page.push_str("<ol reversed>\n");
    for (number, mail) in mails.iter().enumerate().rev() {
        let (subject, to) = (encode_text(&mail.subject), encode_text(&mail.to));
        let time = mail.at.strftime("%H:%M:%S");
        let _ = writeln!(
            page,
            "<li><a href=\"/_tidings/mails/{number}\">{subject}</a><br><small>{time} UTC to {to} · \
             <a href=\"/_tidings/mails/{number}/text\">text</a> · <a href=\"/_tidings/mails/{number}/raw\">source</a>\
             </small></li>"
        );
    }
    page.push_str("</ol>\n");
    page
}
