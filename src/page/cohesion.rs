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

/// The pairs of several fragments together, a bit for each bucket: joining and looking up guess no branches. One may be
/// filled again and again, which costs what its pairs do: a page has thousands of joints, and 8 KB are dear to clear.
pub struct Union {
    bits: Vec<u64>,
    /// The buckets that have their bit, each once.
    pairs: Pairs,
}

impl Default for Union {
    fn default() -> Union {
        Union { bits: vec![0; BUCKETS / 64], pairs: Pairs::new() }
    }
}

impl Union {
    /// Takes all pairs of several fragments in the place of its own.
    pub fn fill<'p>(&mut self, parts: impl Iterator<Item = &'p Pairs>) {
        for pair in self.pairs.drain(..) {
            self.bits[usize::from(pair / 64)] = 0;
        }
        for &pair in parts.flatten() {
            if !self.has(pair) {
                self.bits[usize::from(pair / 64)] |= 1 << (pair % 64);
                self.pairs.push(pair);
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    fn has(&self, pair: u16) -> bool {
        self.bits[usize::from(pair / 64)] >> (pair % 64) & 1 == 1
    }
}

/// All pairs of several fragments.
pub fn union<'p>(parts: impl Iterator<Item = &'p Pairs>) -> Union {
    let mut all = Union::default();
    all.fill(parts);
    all
}

/// How much each pair says: 0 for those of every text, 15 for the rarest.
#[derive(Clone, Copy)]
pub struct Rarity<'m>(pub &'m [u8]);

impl Rarity<'_> {
    fn of(&self, pair: u16) -> f32 {
        f32::from(self.0[usize::from(pair)])
    }

    /// A sum of small whole numbers: exact, in whatever order.
    fn sum(&self, pairs: &[u16]) -> f32 {
        pairs.iter().map(|&pair| self.of(pair)).sum()
    }

    /// The weight of the pairs that both have.
    fn shared(&self, part: &[u16], whole: &Union) -> f32 {
        part.iter().map(|&pair| if whole.has(pair) { self.of(pair) } else { 0.0 }).sum()
    }

    /// The share of `part`'s weight that `whole` has too, 0 to 1.
    pub fn share(&self, part: &[u16], whole: &Union) -> f32 {
        let sum = self.sum(part);
        if sum == 0.0 { 0.0 } else { self.shared(part, whole) / sum }
    }

    /// Likeness of two stretches, 0 to 1: the shared weight over the geometric mean of both.
    pub fn likeness(&self, a: &Union, b: &Union) -> f32 {
        let norm = (self.sum(&a.pairs) * self.sum(&b.pairs)).sqrt();
        if norm == 0.0 { 0.0 } else { self.shared(&a.pairs, b) / norm }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_of_letters_side_by_side() {
        let of = |text: &str| pairs(text);
        assert_eq!(of("码头复航").len(), 3);
        assert_eq!(of("码头，复航"), of("复航。码头"));
        assert_eq!(of("码头1复航"), of("复航 码头"));
        assert_eq!(of("碼頭"), of("码头"));
        assert!(of("码").is_empty() && of("").is_empty());
        // Only the start of a fragment is looked at.
        let start = "岸".repeat(SAMPLE - 1);
        assert_eq!(of(&format!("{start}码头")), of(&format!("{start}码")));
        // Pairs of one text are told apart by their order and by either character.
        let several: Vec<u16> = ["码头", "头码", "码船", "船头"].iter().flat_map(|text| of(text)).collect();
        assert!((1..4).all(|i| !several[..i].contains(&several[i])));
    }

    #[test]
    fn shares_are_weighed_by_rarity() {
        let mut rarity = vec![0; BUCKETS];
        let (a, b, c) = (pairs("码头")[0], pairs("复航")[0], pairs("轮渡")[0]);
        for (pair, weight) in [(a, 8), (b, 4), (c, 2)] {
            rarity[usize::from(pair)] = weight;
        }
        let rarity = Rarity(&rarity);
        let whole = |parts: &[u16]| union([parts.to_vec()].iter());
        assert_eq!(rarity.share(&[a, b], &whole(&[a, c])), 8.0 / 12.0);
        assert_eq!(rarity.share(&[a, b], &whole(&[c])), 0.0);
        assert_eq!(rarity.share(&[], &whole(&[a])), 0.0);
        assert_eq!(rarity.likeness(&whole(&[a, b]), &whole(&[a])), 8.0 / 96f32.sqrt());
        assert_eq!(rarity.likeness(&whole(&[]), &whole(&[a])), 0.0);
    }

    #[test]
    fn a_union_forgets_what_it_held() {
        let mut all = union([vec![1, 64, 65], vec![64, 700]].iter());
        assert_eq!(*all.pairs(), [1, 64, 65, 700]);
        assert!(all.has(64) && all.has(700) && !all.has(63) && !all.has(0));
        all.fill([vec![63]].iter());
        assert!(all.has(63) && !all.has(1) && !all.has(64) && !all.has(65) && !all.has(700));
        all.fill([].iter());
        assert!(all.is_empty() && !all.has(63));
    }
}
