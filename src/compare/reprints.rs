//! The same article on several pages, whole or shortened.
//!
//! Each text is a set of hashed shingles, thinned by a rule that all texts share; an index from shingles to the first articles
//! that have them names the pairs worth a look. A shingle of a hundred articles costs no more than one of a few.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::groups::Groups;
use super::stored::{Article, Stored};
use super::time::Time;
use super::{ArticleOf, Reprint, rounded};
use crate::themes::view::{fold, is_word_char};
use crate::words::filter::mix;

/// Characters of a shingle.
const LENGTH: usize = 8;
/// One shingle in so many is kept.
const THINNED: u64 = 4;
/// Texts with fewer shingles left are too short to be told apart from a set phrase.
const FEWEST: usize = 10;
/// Articles an entry of the index holds; later copies are compared with these.
const HELD: usize = 8;
/// Of the shorter text so much must stand in the longer.
const ALIKE: f64 = 0.5;

pub fn reprints(reports: &[Stored], time: &Time) -> Vec<Reprint> {
    let articles: Vec<(usize, &Article)> =
        time.order.iter().flat_map(|&page| reports[page].articles.iter().map(move |a| (page, a))).collect();
    let sets: Vec<BTreeSet<u64>> = articles.iter().map(|(_, article)| shingles(article)).collect();
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut groups = Groups::new(articles.len());
    let mut least: Vec<f64> = vec![1.0; articles.len()];
    for (i, set) in sets.iter().enumerate().filter(|(_, set)| set.len() >= FEWEST) {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for shingle in set {
            let holders = index.entry(*shingle).or_default();
            holders.iter().for_each(|&other| *shared.entry(other).or_default() += 1);
            if holders.len() < HELD {
                holders.push(i);
            }
        }
        for (other, shared) in shared {
            let likeness = shared as f64 / set.len().min(sets[other].len()) as f64;
            if likeness >= ALIKE {
                let both = least[groups.first(other)].min(least[groups.first(i)]);
                least[groups.join(other, i)] = both.min(likeness);
            }
        }
    }
    let of = |i: &usize| ArticleOf { page: articles[*i].0, article: articles[*i].1.id.clone() };
    groups
        .all()
        .into_iter()
        .filter(|(_, group)| group.len() > 1)
        .map(|(first, group)| Reprint {
            articles: group.iter().map(of).collect(),
            likeness: rounded(least[first]),
        })
        .collect()
}

/// The thinned shingles of the body; marks, spaces and scripts make no difference.
fn shingles(article: &Article) -> BTreeSet<u64> {
    let chars: Vec<char> =
        article.body().flat_map(str::chars).map(fold).filter(|&c| is_word_char(c)).collect();
    let hash = |shingle: &[char]| shingle.iter().fold(0, |hash: u64, &c| mix(hash ^ u64::from(c)));
    chars.windows(LENGTH).map(hash).filter(|hash| hash % THINNED == 0).collect()
}
