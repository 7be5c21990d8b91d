//! How paragraphs begin: what their first two characters tell.
//!
//! Takes the text of a paragraph; gives how much likelier such characters stand in the middle of a sentence than at the
//! head of a paragraph, a sign of a torn beginning: the logarithm of odds counted over the corpora (`train lines`), in
//! hashed tables.

use crate::text::fold_char;

/// Entries of one table: a bucket a first character, then a bucket a pair.
pub const FIRSTS: usize = 1 << 12;
pub const PAIRS: usize = 1 << 13;
/// Bytes of the table.
pub const SIZE: usize = FIRSTS + PAIRS;
/// Steps a nat in the tables.
pub const STEPS: f32 = 16.0;

/// The table of log-odds, a signed byte each.
#[derive(Clone, Copy)]
pub struct Openings<'m>(pub &'m [i8]);

impl Openings<'_> {
    /// The log-odds that `text` begins in mid-sentence rather than as a paragraph.
    pub fn torn(&self, text: &str) -> f32 {
        let Some((first, pair)) = buckets(text) else { return 0.0 };
        let at = |i: usize| f32::from(self.0.get(i).copied().unwrap_or(0));
        (at(first) + at(FIRSTS + pair)) / STEPS
    }
}

/// The buckets of a text's first character and of its first two, marks that open aside.
pub fn buckets(text: &str) -> Option<(usize, usize)> {
    let mut chars = text
        .chars()
        .map(fold_char)
        .filter(|&c| !matches!(c, '“' | '"' | '《' | '（' | '(' | '‘') && !c.is_whitespace());
    let (first, second) = (chars.next()?, chars.next().unwrap_or(' '));
    let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let (first, second) = (digit(first) as u32, digit(second) as u32);
    let mix = |x: u32| x.wrapping_mul(0x9E37_79B1) ^ x.wrapping_mul(0x85EB_CA77).rotate_left(15);
    let single = mix(first) >> 20;
    let pair = mix(first.wrapping_mul(0x0100_0193) ^ second) >> 19;
    Some((single as usize, pair as usize))
}
