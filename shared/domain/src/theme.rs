//! A shop's looks, in types that neither CSS nor a link can be smuggled through.

use serde::Deserialize;

use crate::link::Link;

/// Looks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Theme {
    /// `#rrggbb` of buttons and links.
    pub accent: Option<Accent>,
    /// A PNG or JPEG.
    pub logo: Option<Link>,
    /// How wide the logo is shown.
    pub logo_width: LogoWidth,
    /// What text is set in.
    pub font: Font,
    /// How round corners are, if not as they are built in.
    pub radius: Option<Radius>,
    /// Lines at the foot of every mail: registers, tax numbers, who is liable.
    pub footer: Footer,
    /// Other places of the shop, at the foot of every mail.
    pub links: Places,
}

/// A colour, `#rrggbb`, safe in a style attribute.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Accent(String);

impl Accent {
    /// The colour as `#rrggbb`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Accent {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let hex =
            text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
        if hex { Ok(Self(text)) } else { Err("a colour is written #rrggbb".to_owned()) }
    }
}

/// Fonts that are on nearly every device: mail programs load no others.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Font {
    /// The device's own.
    #[default]
    System,
    /// Arial, Helvetica.
    Arial,
    /// Verdana, wide and clear.
    Verdana,
    /// Tahoma, narrow.
    Tahoma,
    /// Trebuchet MS.
    Trebuchet,
    /// Georgia, with serifs.
    Georgia,
    /// Times New Roman, with serifs.
    Times,
    /// Courier New, every letter as wide as the next.
    Courier,
}

impl Font {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::System,
        Self::Arial,
        Self::Verdana,
        Self::Tahoma,
        Self::Trebuchet,
        Self::Georgia,
        Self::Times,
        Self::Courier,
    ];

    /// As CSS names it and what takes its place.
    pub const fn stack(self) -> &'static str {
        match self {
            Self::System => "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
            Self::Arial => "Arial,Helvetica,sans-serif",
            Self::Verdana => "Verdana,Geneva,sans-serif",
            Self::Tahoma => "Tahoma,Geneva,sans-serif",
            Self::Trebuchet => "'Trebuchet MS',Helvetica,sans-serif",
            Self::Georgia => "Georgia,'Times New Roman',serif",
            Self::Times => "'Times New Roman',Times,serif",
            Self::Courier => "'Courier New',Courier,monospace",
        }
    }
}

macro_rules! pixels {
    ($(#[$doc:meta])* $name:ident, $from:literal to $to:literal, $unless:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
        #[serde(try_from = "u16")]
        pub struct $name(u16);

        impl $name {
            /// In pixels.
            pub const fn pixels(self) -> u16 {
                self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self($unless)
            }
        }

        impl TryFrom<u16> for $name {
            type Error = &'static str;

            fn try_from(pixels: u16) -> Result<Self, Self::Error> {
                let fits = ($from..=$to).contains(&pixels);
                fits.then_some(Self(pixels)).ok_or(concat!("pixels, from ", $from, " to ", $to))
            }
        }
    };
}

pixels! {
    /// How round corners are: 0 to 16 pixels.
    Radius, 0 to 16, 8
}

pixels! {
    /// How wide a logo is: 40 to 560 pixels.
    LogoWidth, 40 to 560, 140
}

/// At most five lines of at most 200 characters. They are cleaned when they are shown.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct Footer(Vec<String>);

impl Footer {
    /// The lines as the shop wrote them.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl TryFrom<Vec<String>> for Footer {
    type Error = &'static str;

    fn try_from(lines: Vec<String>) -> Result<Self, Self::Error> {
        let short = lines.iter().all(|line| line.chars().count() <= 200);
        (lines.len() <= 5 && short).then_some(Self(lines)).ok_or("a footer has at most 5 lines of 200 characters")
    }
}

/// At most four other places.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(try_from = "Vec<Place>")]
pub struct Places(Vec<Place>);

/// Another place of the shop: its name, and an https address.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// What it is called, cleaned when it is shown.
    pub label: String,
    /// Where it is.
    pub url: Link,
}

impl Places {
    /// The places, in the shop's order.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.0.iter()
    }
}

impl TryFrom<Vec<Place>> for Places {
    type Error = &'static str;

    fn try_from(places: Vec<Place>) -> Result<Self, Self::Error> {
        let named = places.iter().all(|place| (1..=40).contains(&place.label.trim().chars().count()));
        (places.len() <= 4 && named)
            .then_some(Self(places))
            .ok_or("at most 4 links, each with a label of 40 characters")
    }
}

/// How mails of one order lie in an inbox.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threading {
    /// Each by itself; its subject says what is new.
    #[default]
    Separate,
    /// All in one conversation, under one subject that names the order.
    ByOrder,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Theme, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_theme_takes_no_css_and_no_other_links() {
        let good = r##"{"accent": "#1f6f5c", "logo": "https://shop.example/logo.png", "logo_width": 180, "font": "georgia",
            "radius": 4, "footer": ["HRB 1234"], "links": [{"label": "Blog", "url": "https://blog.example/"}]}"##;
        assert!(read(good).is_ok(), "{:?}", read(good));
        for bad in [
            r#"{"accent": "red;background:url(x)"}"#,
            r#"{"font": "Comic Sans;}"}"#,
            r#"{"radius": 17}"#,
            r#"{"radius": "4px;color:red"}"#,
            r#"{"logo_width": 2000}"#,
            r#"{"footer": ["1", "2", "3", "4", "5", "6"]}"#,
            r#"{"links": [{"label": "x", "url": "javascript:alert(1)"}]}"#,
            r#"{"links": [{"label": " ", "url": "https://x.example"}]}"#,
            r#"{"shadow": 3}"#,
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn no_font_can_end_a_declaration() {
        for font in Font::ALL {
            let plain = |c: char| c.is_ascii_alphanumeric() || " ,-'".contains(c);
            assert!(font.stack().chars().all(plain) && font.stack().matches('\'').count() % 2 == 0, "{font:?}");
        }
    }
}
