//! Names that only look like names.
//!
//! Takes a page and says which three characters are a word of the page and the first character of whatever follows it
//! (衡商回 in a page that speaks of 衡商 all over) rather than somebody's name.

use super::rules::hash::Map;
use crate::page::Page;

/// For each pair of characters of a page how often it stands there, and what follows it.
pub struct Pairs(Map<(char, char), Followers>);

#[derive(Default)]
struct Followers {
    times: usize,
    /// The first kinds; a page has tens of thousands of pairs, so they lie in the table itself.
    kinds: [Option<char>; KINDS],
}

/// So many kinds of followers make a word; more need not be told apart.
const KINDS: usize = 3;

impl Pairs {
    pub fn new(page: &Page) -> Pairs {
        let mut pairs: Map<(char, char), Followers> = Map::default();
        for (_, _, block) in page.blocks() {
            let chars = || block.passage.text.chars();
            for ((a, b), next) in chars().zip(chars().skip(1)).zip(chars().skip(2)) {
                let followers = pairs.entry((a, b)).or_default();
                followers.times += 1;
                let free = followers.kinds.iter_mut().find(|kind| kind.is_none_or(|kind| kind == next));
                if let Some(kind) = free {
                    *kind = Some(next);
                }
            }
        }
        Pairs(pairs)
    }

    /// Whether `name`, which stands `times` times on the page, is a word that other characters follow more often.
    pub fn part_by_chance(&self, name: &str, times: usize) -> bool {
        let chars: Vec<char> = name.chars().collect();
        let &[a, b, _] = chars.as_slice() else { return false };
        self.0
            .get(&(a, b))
            .is_some_and(|found| found.kinds.iter().all(Option::is_some) && found.times > 2 * times)
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

    #[test]
    fn a_word_is_followed_by_many_things_and_often() {
        let times = |text: &str, times: usize| {
            Pairs::new(&crate::page::read(&format!("{text}\n"))).part_by_chance("云商回", times)
        };
        let many = "云商回家。云商说，云商富了家乡。";
        assert!(times(many, 1) && !times(many, 2));
        assert!(!times("云商回家。云商说，云商富了。云商回来。", 2), "half of them are the name");
        assert!(!times("云商回家。云商说，云商说好，云商说不好。", 1), "only two things follow");
        assert!(!times("云商回家。云商说。", 1) && !times("", 1));
        let two = Pairs::new(&crate::page::read("云商回家。云商说，云商富了家乡。\n"));
        assert!(!two.part_by_chance("云商", 1) && !two.part_by_chance("云商回家", 1));
    }
}
