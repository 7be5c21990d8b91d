//! Whether a text reads as an encyclopedia does rather than as news.
//!
//! What counts as a name differs between the two: news has 某省某市 as two places and the country of 某国人 as a place,
//! an encyclopedia one place and none. Takes a text, gives which habit its tags should follow, by a logistic regression
//! over its characters and pairs of them. News wherever they do not say enough.

use super::sorts::{FIGURE, LATIN, sort};
use crate::words::filter::mix;

/// Hashed features, a signed byte each.
pub const BUCKETS: usize = 1 << 13;
/// One nat in units of a packed weight.
pub const SCALE: f32 = 32.0;

#[derive(Clone, Copy)]
pub struct Register<'m>(pub &'m [u8]);

impl Register<'_> {
    /// Whether `chars`, simplified ones, are an encyclopedia's.
    #[cfg(feature = "train")]
    pub fn is_encyclopedia(&self, chars: impl Iterator<Item = char>) -> bool {
        self.log_odds(chars) > 0.0
    }

    /// The log-odds, in nats, that `chars`, simplified ones, are an encyclopedia's.
    pub fn log_odds(&self, chars: impl Iterator<Item = char>) -> f32 {
        let weight = |bucket: u32| self.0.get(bucket as usize).map_or(0, |&b| i32::from(b as i8));
        features(chars).map(weight).sum::<i32>() as f32 / SCALE
    }
}

/// The bucket of each character and of each pair.
pub fn features(chars: impl Iterator<Item = char>) -> impl Iterator<Item = u32> {
    let mut last = 0;
    chars.flat_map(move |c| {
        let c = match sort(c) {
            FIGURE => u64::from('0'),
            LATIN => u64::from('a'),
            _ => u64::from(c),
        };
        let pair = std::mem::replace(&mut last, c) << 21 | c;
        [mix(c), mix(pair ^ 1 << 60)].map(|hash| (hash % BUCKETS as u64) as u32)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_an_encyclopedias_where_its_characters_say_so() {
        let buckets: Vec<u32> = features("码头".chars()).collect();
        let read = |weights: &[(usize, i8)]| {
            let mut table = vec![0; BUCKETS];
            weights.iter().for_each(|&(at, weight)| table[buckets[at] as usize] = weight as u8);
            Register(&table).log_odds("码头".chars()) > 0.0
        };
        // A character, the pair with the start, the other character, the pair of both.
        assert_eq!(buckets.len(), 4);
        assert!((0..4).all(|at| read(&[(at, 1)]) && !read(&[(at, -1)])));
        assert!(!read(&[]) && !read(&[(0, 1), (3, -1)]) && read(&[(0, 2), (3, -1)]));
        assert!(Register(&[]).log_odds("码头".chars()) == 0.0);
        assert!(Register(&[16; BUCKETS]).log_odds("码头".chars()) == 4.0 * 16.0 / SCALE);
    }

    /// The weights in `data/tags.model` belong to these buckets.
    #[test]
    fn buckets_are_those_of_the_trained_model() {
        let of = |text: &str| features(text.chars()).collect::<Vec<_>>();
        assert_eq!((of("7"), of("b")), (of("2"), of("a")));
        assert_ne!(of("码头")[2..], of("岸头")[2..]);
        let sum = of("清水湾码头2025年复航，A座和b座。")
            .into_iter()
            .fold(0u32, |sum, bucket| sum.rotate_left(5).wrapping_mul(31) ^ bucket);
        assert_eq!(sum, 731_232_604);
    }
}
