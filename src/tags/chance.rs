//! Names that only look like names.
//!
//! Takes a page and says which three characters are a word of the page and the first character of whatever follows it
//! (衡商回 in a page that speaks of 衡商 all over) rather than somebody's name.

use std::collections::{HashMap, HashSet};

use crate::page::Page;

/// For each pair of characters of a page how often it stands there, and what follows it.
pub struct Pairs(HashMap<(char, char), Followers>);

#[derive(Default)]
struct Followers {
    times: usize,
    kinds: HashSet<char>,
}

/// More kinds of followers than this need not be told apart.
const KINDS: usize = 4;

impl Pairs {
    pub fn new(page: &Page) -> Pairs {
        let mut pairs: HashMap<(char, char), Followers> = HashMap::new();
        for (_, _, block) in page.blocks() {
            let chars = || block.passage.text.chars();
            for ((a, b), next) in chars().zip(chars().skip(1)).zip(chars().skip(2)) {
                let followers = pairs.entry((a, b)).or_default();
                followers.times += 1;
                if followers.kinds.len() < KINDS {
                    followers.kinds.insert(next);
                }
            }
        }
        Pairs(pairs)
    }

    /// Whether `name`, which stands `times` times on the page, is a word that other characters follow more often.
    pub fn part_by_chance(&self, name: &str, times: usize) -> bool {
        let chars: Vec<char> = name.chars().collect();
        let &[a, b, _] = chars.as_slice() else { return false };
        self.0.get(&(a, b)).is_some_and(|found| found.kinds.len() > 2 && found.times > 2 * times)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_page_is_no_name() {
        let page = crate::page::read(
            "云商大会开幕\n欢迎云商回家。云商说，云商富了家乡。何云山说，他也是其中之一。\n",
        );
        let pairs = Pairs::new(&page);
        assert!(pairs.part_by_chance("云商回", 1));
        assert!(!pairs.part_by_chance("何云山", 1));
    }
}
