//! What can be seen of HTML, and what it is made of.

/// The text of a mail's body, each element apart, unescaped.
pub(crate) fn visible(html: &str) -> String {
    let body = html.split_once("</head>").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = if after.starts_with("!--[if mso]>") {
            after.split_once("<![endif]-->").map_or("", |(_, rest)| rest)
        } else {
            after.split_once('>').map_or("", |(_, rest)| rest)
        };
    }
    unescaped(&(text + rest)).replace("&#8199;", "").replace("&#847;", "").replace("&nbsp;", "")
}

pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// The values of an attribute, unescaped.
pub(crate) fn values(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).map(unescaped).collect()
}

/// The elements of the body with the names of their attributes, in order.
pub(crate) fn elements(html: &str) -> Vec<String> {
    let (_, body) = html.split_once("</head>").expect("a head");
    body.split('<').skip(1).map(|tag| element(tag.split('>').next().unwrap_or_default())).collect()
}

/// `td style` of `td style="…"`: what stands in quotes is left out.
fn element(tag: &str) -> String {
    let outside = tag.split('"').step_by(2).collect::<Vec<_>>();
    outside.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What inboxes show beside the subject.
pub(crate) fn preheader(html: &str) -> String {
    let (_, rest) = html.split_once("mso-hide:all\">").expect("a preheader");
    unescaped(rest.split("&#8199;").next().unwrap_or_default().split("</div>").next().unwrap_or_default())
}

/// The sentences that tell what happened.
pub(crate) fn paragraphs(html: &str) -> Vec<String> {
    let parts = html.split("<p style=\"margin:0 0 12px\">").skip(1);
    let others = html.split("<p style=\"margin:12px 0 0\">").skip(1);
    // The first is the greeting.
    parts.skip(1).chain(others).filter_map(|part| part.split("</p>").next()).map(unescaped).collect()
}

/// How many columns a text takes: letters of Chinese, Japanese and Korean take two, marks above letters none.
pub(crate) fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
