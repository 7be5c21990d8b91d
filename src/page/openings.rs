//! How paragraphs begin: what their first two characters tell.
//!
//! Takes the text of a paragraph; gives how much likelier such characters stand in the middle of a sentence than at the
//! head of a paragraph, a sign of a torn beginning: the logarithm of odds counted over the corpora (`train lines`), in
//! hashed tables.

use crate::text::fold_char;

/// Entries of one table: a bucket a first character, then a bucket a pair.
const FIRSTS: usize = 1 << 12;
const PAIRS: usize = 1 << 13;
/// Bytes of the table.
pub const SIZE: usize = FIRSTS + PAIRS;
/// Steps a nat in the tables.
const STEPS: f32 = 16.0;

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
fn buckets(text: &str) -> Option<(usize, usize)> {
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

/// Counts from which the table is made.
#[cfg(feature = "train")]
pub struct Counts {
    /// For each bucket, how often in mid-sentence and how often at the head of a paragraph.
    singles: Vec<[f32; 2]>,
    pairs: Vec<[f32; 2]>,
}

#[cfg(feature = "train")]
impl Default for Counts {
    fn default() -> Counts {
        Counts { singles: vec![[0.0; 2]; FIRSTS], pairs: vec![[0.0; 2]; PAIRS] }
    }
}

#[cfg(feature = "train")]
impl Counts {
    /// Counts a paragraph and places inside its sentences.
    pub fn add(&mut self, text: &str) {
        self.count(text, false);
        let places = text.char_indices().skip(7).step_by(7).take(12);
        places.for_each(|(at, _)| self.count(&text[at..], true));
    }

    fn count(&mut self, text: &str, torn: bool) {
        if let Some((single, pair)) = buckets(text) {
            self.singles[single][usize::from(!torn)] += 1.0;
            self.pairs[pair][usize::from(!torn)] += 1.0;
        }
    }

    /// Singles against all, pairs against the mean of what holds for all; few counts say little.
    pub fn table(&self) -> Vec<i8> {
        let all = self.singles.iter().fold([1.0f32, 1.0], |sum, c| [sum[0] + c[0], sum[1] + c[1]]);
        let prior = all[0] / (all[0] + all[1]);
        let odds = |counts: &[f32; 2], weight: f32| {
            let (yes, no) = (counts[0] + weight * prior, counts[1] + weight * (1.0 - prior));
            (yes / no).ln() - (prior / (1.0 - prior)).ln()
        };
        let byte = |x: f32| (x * STEPS).round().clamp(-100.0, 100.0) as i8;
        let singles = self.singles.iter().map(|counts| byte(0.5 * odds(counts, 4.0)));
        singles.chain(self.pairs.iter().map(|counts| byte(0.5 * odds(counts, 8.0)))).collect()
    }
}
