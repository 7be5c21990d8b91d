//! Which words stand in like places.
//!
//! Gives for a word the number of its cluster, learned from what surrounds words in much text (`train clusters`): so the
//! model takes 执导 for a kin of 拍摄 though no sentence that it learned from has it.

use crate::words::filter::Filter;

/// Coarse clusters, and the parts of each.
#[cfg(feature = "train")]
pub const COARSE: u16 = 64;
pub const FINE: u16 = 4;

/// The cluster of a word; the default is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cluster(u16);

impl Cluster {
    pub const NONE: Cluster = Cluster(0);

    #[cfg(test)]
    pub fn of(number: u16) -> Cluster {
        Cluster(number)
    }

    pub fn packed(self) -> u64 {
        self.0.into()
    }

    /// The cluster that this one is a part of.
    pub fn coarse(self) -> Cluster {
        Cluster(self.0.div_ceil(FINE))
    }

    pub fn is_some(self) -> bool {
        self != Cluster::NONE
    }
}

/// The cluster of the word with that key (`lexicon::longer`); one in 256 strangers is given one.
#[inline(never)] // Once in the module is enough.
pub fn cluster(key: u64) -> Cluster {
    let value = Filter::new(include_bytes!("../../data/clusters.bin")).get(key);
    Cluster(if value < 256 { value + 1 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::word_key;
    use super::*;

    fn of(word: &str) -> Cluster {
        cluster(word_key(word.chars()))
    }

    #[test]
    fn kin_are_in_one_cluster() {
        for (word, kin) in [("导演", "编剧"), ("河南", "河北"), ("教授", "博士"), ("小說", "小说")]
        {
            assert_eq!(of(word).coarse(), of(kin).coarse(), "{word} {kin}");
        }
        assert_ne!(of("导演").coarse(), of("河南").coarse());
        assert_ne!(of("导演"), Cluster::NONE);
    }

    #[test]
    fn few_strangers_have_one() {
        let found = (0..10_000u64).filter(|n| cluster(crate::words::filter::mix(!n)).is_some()).count();
        assert!((20..60).contains(&found), "{found} of 10,000, where 1 in 256 is expected");
        let last = (0..1_000_000u64).map(|n| cluster(crate::words::filter::mix(!n)).0).max();
        assert_eq!(last, Some(256));
    }

    #[test]
    fn parts_know_their_whole() {
        assert_eq!(Cluster::NONE.coarse(), Cluster::NONE);
        assert_eq!([1, 4, 5, 256].map(|n| Cluster(n).coarse().0), [1, 1, 2, 64]);
    }
}
