//! How much two stretches of text share: character pairs, the rare ones counting more.
//!
//! Takes fragments; gives the likeness of what stands before a place to what stands after it. An article goes on with
//! its own names and words; a new one brings others. Only characters are compared, so it works before words are known.

use crate::text::fold_char;

/// Buckets of the table of rarity.
pub const BUCKETS: usize = 1 << 16;
/// Characters looked at from the start of a fragment.
const SAMPLE: usize = 240;

/// The distinct character pairs of a fragment's start, as sorted buckets.
pub type Pairs = Vec<u16>;

/// The bucket of a pair of characters.
fn bucket(a: char, b: char) -> u16 {
    let mixed = (a as u32).wrapping_mul(0x9E37_79B1) ^ (b as u32).wrapping_mul(0x85EB_CA77);
    (mixed.wrapping_mul(0xC2B2_AE35) >> 16) as u16
}

fn counts(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_digit()
}

/// The pairs of neighbouring letters or Han characters in the first characters of `text`.
pub fn pairs(text: &str) -> Pairs {
    let mut out = Vec::new();
    let mut before = None;
    for c in text.chars().take(SAMPLE).map(fold_char) {
        if !counts(c) {
            before = None;
            continue;
        }
        if let Some(before) = before {
            out.push(bucket(before, c));
        }
        before = Some(c);
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// All pairs of several fragments.
pub fn union<'p>(parts: impl Iterator<Item = &'p Pairs>) -> Pairs {
    parts.fold(Pairs::new(), |all, part| merged(&all, part))
}

/// Two sorted lists as one, each pair once.
fn merged(a: &Pairs, b: &Pairs) -> Pairs {
    let mut out = Pairs::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        let (x, y) = (a[i], b[j]);
        out.push(x.min(y));
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    out.extend_from_slice(&a[i..]);
    out.extend_from_slice(&b[j..]);
    out
}

/// How much each pair says: 0 for those of every text, 15 for the rarest.
#[derive(Clone, Copy)]
pub struct Rarity<'m>(pub &'m [u8]);

impl Rarity<'_> {
    fn of(&self, pair: u16) -> f32 {
        f32::from(self.0[usize::from(pair)])
    }

    pub fn sum(&self, pairs: &Pairs) -> f32 {
        pairs.iter().map(|&pair| self.of(pair)).sum()
    }

    /// The weight of the pairs that both have.
    pub fn shared(&self, a: &Pairs, b: &Pairs) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while i < a.len() && j < b.len() {
            match a[i].cmp(&b[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.of(a[i]);
                    i += 1;
                    j += 1;
                }
            }
        }
        sum
    }

    /// The share of `part`'s weight that `whole` has too, 0 to 1.
    pub fn share(&self, part: &Pairs, whole: &Pairs) -> f32 {
        let sum = self.sum(part);
        if sum == 0.0 { 0.0 } else { self.shared(part, whole) / sum }
    }

    /// Likeness of two stretches, 0 to 1: the shared weight over the geometric mean of both.
    pub fn likeness(&self, a: &Pairs, b: &Pairs) -> f32 {
        let norm = (self.sum(a) * self.sum(b)).sqrt();
        if norm == 0.0 { 0.0 } else { self.shared(a, b) / norm }
    }
}
