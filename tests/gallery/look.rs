//! A mail's HTML as a mailbox would show it: in the light, in the dark, or with its colours turned over.

/// How a mailbox shows mail.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// As it is.
    Light,
    /// By the mail's own colours for the dark.
    Dark,
    /// As mailboxes that know no dark colours do it (Gmail, Outlook for Windows), roughly: light and dark change places.
    Inverted,
}

impl Look {
    pub(super) const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Inverted];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Inverted => "inverted",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.name() == name)
    }
}

const WHEN_DARK: &str = "@media (prefers-color-scheme:dark)";
const TURNED: &str = "<style>html{background:#fff;filter:invert(1) hue-rotate(180deg)}\
                      img{filter:invert(1) hue-rotate(180deg)}</style></head>";

/// The mail as it looks, without anything that is fetched: pictures are drawn here.
pub(super) fn shown(html: &str, look: Look) -> String {
    let (scheme, when) = match look {
        Look::Dark => ("dark", "@media all"),
        Look::Light | Look::Inverted => ("light", "@media not all"),
    };
    let html = html.replace(WHEN_DARK, when).replace("content=\"light dark\"", &format!("content=\"{scheme}\""));
    let html = html.replace("color-scheme:light dark", &format!("color-scheme:{scheme}"));
    let html = if look == Look::Inverted { html.replacen("</head>", TURNED, 1) } else { html };
    drawn(&html)
}

/// Draws a picture in the place of each that a shop's server would be asked for.
pub(super) fn drawn(html: &str) -> String {
    let mut parts = html.split("<img src=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (url, rest) = part.split_once('"').unwrap_or((part, ""));
        let wide = rest.contains("width=\"140\"");
        out.push_str("<img src=\"data:image/svg+xml,");
        out.push_str(&if wide { logo() } else { thing(url) });
        out.push('"');
        out.push_str(rest);
    }
    out
}

fn logo() -> String {
    encoded(
        "<svg xmlns='http://www.w3.org/2000/svg' width='280' height='72'><rect width='280' height='72' rx='8' \
         fill='#1f6f5c'/><text x='140' y='47' font-family='sans-serif' font-size='32' font-weight='bold' fill='#fff' \
         text-anchor='middle'>H &amp; P</text></svg>",
    )
}

/// Something to buy, the same one at each address.
fn thing(url: &str) -> String {
    const COLOURS: [(&str, &str); 5] = [
        ("#d9e2dc", "#5d7f71"),
        ("#efe3d0", "#b98b4e"),
        ("#dfe4ee", "#5f76a3"),
        ("#f0dcd8", "#b0685c"),
        ("#e6e0ee", "#7d669f"),
    ];
    let (ground, shape) = COLOURS[url.bytes().map(usize::from).sum::<usize>() % COLOURS.len()];
    encoded(&format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='96'><rect width='96' height='96' fill='{ground}'/>\
         <path d='M22 34h52l-6 40H28z' fill='{shape}'/><path d='M36 34c0-18 24-18 24 0' fill='none' stroke='{shape}' \
         stroke-width='5'/></svg>",
    ))
}

fn encoded(svg: &str) -> String {
    svg.replace('%', "%25").replace('#', "%23").replace('<', "%3C").replace('>', "%3E").replace('&', "%26")
}
