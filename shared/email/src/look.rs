//! A shop's looks: its colours made legible (text on them and in them always has a contrast of 4.5 or more), font, corners.

use domain::theme::{Radius, Theme};
use serde::Serialize;

/// What a shop that chose no accent gets.
const ACCENT: Rgb = Rgb(0x1f, 0x4f, 0x8f);
const PAPER: Rgb = Rgb(0xf2, 0xf4, 0xf6);
const NIGHT_CARD: Rgb = Rgb(0x1c, 0x23, 0x2b);
const LEGIBLE: f64 = 4.5;
/// Corners of the card, where the shop says nothing; all others are as round as a radius that it did not choose.
const CARD: u16 = 10;

/// Colours as `#rrggbb`, lengths in pixels.
#[derive(Clone, Debug, Serialize)]
pub struct Look {
    /// Of the button.
    pub accent: String,
    /// Of text on the button.
    pub on_accent: String,
    /// Of links on light ground.
    pub link: String,
    /// Of links on dark ground.
    pub night_link: String,
    /// A font and what takes its place, as CSS.
    pub font: &'static str,
    /// How wide the logo is.
    pub logo_width: u16,
    /// How round the card is.
    pub card: u16,
    /// How round buttons and boxes are.
    pub radius: u16,
    /// The same of a button, in percent of its height of 48.
    pub arc: u16,
    /// Whether the shop chose how round corners are.
    pub rounded: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Rgb(u8, u8, u8);

impl Look {
    /// The look of a shop's mails and pages.
    pub fn new(theme: &Theme) -> Self {
        let accent = theme.accent.as_ref().and_then(|accent| Rgb::parse(accent.as_str())).unwrap_or(ACCENT);
        let (white, black) = (Rgb(255, 255, 255), Rgb(0, 0, 0));
        let on_accent = if contrast(white, accent) >= LEGIBLE { white } else { black };
        let radius = theme.radius.unwrap_or_default().pixels();
        Self {
            font: theme.font.stack(),
            logo_width: theme.logo_width.pixels(),
            card: theme.radius.map_or(CARD, Radius::pixels),
            radius,
            arc: radius * 100 / 48,
            rounded: theme.radius.is_some(),
            accent: accent.hex(),
            on_accent: on_accent.hex(),
            link: accent.until_legible(PAPER, black).hex(),
            night_link: accent.until_legible(NIGHT_CARD, white).hex(),
        }
    }
}

impl Rgb {
    fn parse(text: &str) -> Option<Self> {
        let part = |from: usize| u8::from_str_radix(text.get(from..from + 2)?, 16).ok();
        Some(Self(part(1)?, part(3)?, part(5)?))
    }

    fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The colour itself, or as much nearer to `end` as text on `ground` needs.
    fn until_legible(self, ground: Self, end: Self) -> Self {
        let steps = (0..=32_u16).map(|step| self.mixed(end, step));
        steps.into_iter().find(|colour| contrast(*colour, ground) >= LEGIBLE).unwrap_or(end)
    }

    fn mixed(self, end: Self, step: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let sum = (u16::from(from) * (32 - step) + u16::from(to) * step) / 32;
            u8::try_from(sum).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, end.0), mix(self.1, end.1), mix(self.2, end.2))
    }

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(self) -> f64 {
        let part = |part: u8| {
            let value = f64::from(part) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (one.luminance() + 0.05, other.luminance() + 0.05);
    if one > other { one / other } else { other / one }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::theme::Accent;

    #[test]
    fn every_accent_stays_legible() {
        for seed in 0..4_096_u32 {
            let hex = format!("#{:06x}", (seed * 40_503) & 0x00ff_ffff);
            let look = Look::new(&Theme { accent: Accent::try_from(hex.clone()).ok(), ..Theme::default() });
            let parse = |text: &str| Rgb::parse(text).expect("a colour");
            let pairs = [
                (parse(&look.on_accent), parse(&look.accent)),
                (parse(&look.link), PAPER),
                (parse(&look.link), Rgb(255, 255, 255)),
                (parse(&look.night_link), NIGHT_CARD),
            ];
            assert!(pairs.iter().all(|(text, ground)| contrast(*text, *ground) >= LEGIBLE), "{hex}: {look:?}");
        }
    }
}
