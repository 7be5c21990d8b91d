//! Counts how paragraphs begin, for `page/openings`.

use crate::page::openings::{FIRSTS, PAIRS, STEPS, buckets};

/// Tally from which the table is made.
pub struct Tally {
    /// For each bucket, how often in mid-sentence and how often at the head of a paragraph.
    singles: Vec<[f32; 2]>,
    pairs: Vec<[f32; 2]>,
}

impl Default for Tally {
    fn default() -> Tally {
        Tally { singles: vec![[0.0; 2]; FIRSTS], pairs: vec![[0.0; 2]; PAIRS] }
    }
}

impl Tally {
    /// Tally a paragraph and places inside its sentences.
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
