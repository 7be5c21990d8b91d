//! How common a phrase is in ordinary news.
//!
//! Looks a phrase up in a table of word sequences counted on news (`train/background.rs`). What runs through a page is a theme
//! only if it does not run through every page.

use crate::words::filter::{Filter, mix};

use super::view::fold;

/// Lengths of the sequences in the table, in characters.
pub const SHORTEST: usize = 2;
pub const LONGEST: usize = 6;

const TABLE: &[u8] = include_bytes!("../data/background.bin");

/// Codes beyond this are those of strangers.
const CODES: u16 = 64;

/// The share of ordinary articles that have the phrase; 0 where it is rare or longer than the table knows.
pub fn share(phrase: &str) -> f64 {
    match Filter::new(TABLE).get(hash(phrase)) {
        code if code < CODES && (SHORTEST..=LONGEST).contains(&phrase.chars().count()) => {
            (-f64::from(code) / 4.0).exp2()
        }
        _ => 0.0,
    }
}

/// The greatest share of a proper part of the phrase, of three characters at least.
pub fn share_of_parts(phrase: &str) -> f64 {
    let at: Vec<usize> = phrase.char_indices().map(|(at, _)| at).chain([phrase.len()]).collect();
    let count = at.len() - 1;
    let parts =
        (0..count).flat_map(|start| (start + 3..=count.min(start + LONGEST)).map(move |end| (start, end)));
    parts
        .filter(|&(start, end)| end - start < count)
        .map(|(start, end)| share(&phrase[at[start]..at[end]]))
        .fold(0.0, f64::max)
}

/// The share as a code: four steps for each halving.
#[cfg(feature = "train")]
pub fn code(share: f64) -> u16 {
    (-share.log2() * 4.0).round().clamp(0.0, f64::from(CODES - 1)) as u16
}

pub fn hash(phrase: &str) -> u64 {
    phrase.chars().fold(0, |h, c| mix(h.rotate_left(5) ^ u64::from(u32::from(fold(c)))))
}

/// Whether sequences in the table may have this character.
#[cfg(feature = "train")]
pub fn counts(c: char) -> bool {
    super::view::is_word_char(fold(c))
}
