//! Pictures made small: a mail has few colours, and a PNG of few colours is a fraction of one of many.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

type Rgb = [u8; 3];

/// Writes a PNG again, with at most 256 colours: the most frequent ones, each other by the one next to it.
pub(super) fn compress(file: &Path) -> Result<()> {
    let mut decoder = Decoder::new(BufReader::new(File::open(file)?));
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("a picture of that size")?];
    let info = reader.next_frame(&mut bytes)?;
    ensure!(info.color_type == ColorType::Rgba, "a picture in {:?}", info.color_type);
    let pixels: Vec<Rgb> =
        bytes[..info.buffer_size()].chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();

    let palette = palette(&pixels);
    let mut nearest: HashMap<Rgb, u8> = HashMap::new();
    let indices: Vec<u8> =
        pixels.iter().map(|pixel| *nearest.entry(*pixel).or_insert_with(|| next_to(&palette, *pixel))).collect();

    let mut encoder = Encoder::new(BufWriter::new(File::create(file)?), info.width, info.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_filter(Filter::NoFilter);
    encoder.set_compression(Compression::High);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(())
}

fn palette(pixels: &[Rgb]) -> Vec<Rgb> {
    let mut counts: HashMap<Rgb, usize> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<(Rgb, usize)> = counts.into_iter().collect();
    // The same picture always has the same bytes.
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    colours.into_iter().take(256).map(|(colour, _)| colour).collect()
}

fn next_to(palette: &[Rgb], pixel: Rgb) -> u8 {
    let distance = |colour: &Rgb| (0..3).map(|at| u32::from(colour[at].abs_diff(pixel[at])).pow(2)).sum::<u32>();
    let nearest = palette.iter().enumerate().min_by_key(|(_, colour)| distance(colour));
    nearest.and_then(|(at, _)| u8::try_from(at).ok()).unwrap_or_default()
}
