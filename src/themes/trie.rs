//! Many phrases found in one walk: a trie over characters.
//!
//! Phrases are short (a few dozen characters at most), so a walk from every position is linear in the text.

use super::hash::NumberMap;

/// Phrases by number.
#[derive(Default)]
pub struct Trie {
    /// From a node and a character to the next node.
    edges: NumberMap<u32>,
    /// The phrase that ends at a node.
    ends: Vec<Option<u32>>,
    depth: usize,
    heads: Heads,
}

impl Trie {
    pub fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Trie {
        let mut trie = Trie { ends: vec![None], ..Trie::default() };
        for (number, phrase) in phrases.into_iter().enumerate() {
            trie.insert(phrase, number as u32);
        }
        trie
    }

    fn insert(&mut self, phrase: &str, number: u32) {
        self.heads.add(phrase);
        let mut node = 0;
        let mut depth = 0;
        for c in phrase.chars() {
            let next = self.ends.len() as u32;
            node = *self.edges.entry(edge(node, c)).or_insert(next);
            if node == next {
                self.ends.push(None);
            }
            depth += 1;
        }
        if node != 0 {
            self.ends[node as usize] = Some(number);
            self.depth = self.depth.max(depth);
        }
    }

    /// Every phrase that stands at `start`, shortest first: its number and where it ends.
    pub fn at<'a>(&'a self, chars: &'a [char], start: usize) -> impl Iterator<Item = (usize, usize)> + 'a {
        let mut node = 0;
        let depth = if self.heads.may_begin(&chars[start..]) { self.depth } else { 0 };
        chars[start..]
            .iter()
            .take(depth)
            .map_while(move |&c| {
                node = *self.edges.get(&edge(node, c))?;
                Some(self.ends[node as usize])
            })
            .enumerate()
            .filter_map(move |(i, end)| end.map(|number| (number as usize, start + i + 1)))
    }

    /// The longest phrase at `start`.
    pub fn longest(&self, chars: &[char], start: usize) -> Option<(usize, usize)> {
        self.at(chars, start).last()
    }
}

/// How phrases begin: a bit for each pair of characters, several pairs to a bit. Nearly every walk ends here, at a
/// tenth of what a look-up in the table of edges costs.
#[derive(Default)]
struct Heads {
    bits: Vec<u64>,
    /// Whether a phrase is a single character, so that any pair may begin one.
    single: bool,
}

impl Heads {
    const BITS: u32 = 15;

    fn add(&mut self, phrase: &str) {
        let mut chars = phrase.chars();
        match (chars.next(), chars.next()) {
            (Some(a), Some(b)) => {
                self.bits.resize(1 << (Heads::BITS - 6), 0);
                let bit = Heads::bit(a, b);
                self.bits[bit / 64] |= 1 << (bit % 64);
            }
            (first, _) => self.single |= first.is_some(),
        }
    }

    fn may_begin(&self, chars: &[char]) -> bool {
        let pair = |bit: usize| self.bits.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1);
        self.single || matches!(*chars, [a, b, ..] if pair(Heads::bit(a, b)))
    }

    fn bit(a: char, b: char) -> usize {
        let mixed = (a as u32).wrapping_mul(0x9e37_79b1) ^ (b as u32).wrapping_mul(0x85eb_ca77);
        (mixed.wrapping_mul(0xc2b2_ae35) >> (32 - Heads::BITS)) as usize
    }
}

fn edge(node: u32, c: char) -> u64 {
    u64::from(node) << 32 | u64::from(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_all_phrases_at_a_place() {
        let trie = Trie::new(["港产", "港产兴城", "兴城"]);
        let text: Vec<char> = "港产兴城".chars().collect();
        assert_eq!(trie.at(&text, 0).collect::<Vec<_>>(), [(0, 2), (1, 4)]);
        assert_eq!(trie.longest(&text, 2), Some((2, 4)));
        assert_eq!(trie.longest(&text, 1), None);
    }
}
