//! The built-in lists: known themes, stop words, and phrases too common to be themes.
//!
//! Plain data under `src/data`, one entry a line; lines that begin with `#` are remarks.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::trie::Trie;
use super::view::{View, key};

static STOP_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lines(include_str!("../data/stop_words.txt")).flat_map(str::split_whitespace).collect());

static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    lines(include_str!("../data/common_phrases.txt")).flat_map(str::split_whitespace).collect()
});

static COMMON_PARTS: LazyLock<Trie> = LazyLock::new(|| {
    Trie::new(lines(include_str!("../data/common_parts.txt")).flat_map(str::split_whitespace))
});

/// The packs of known themes, with their names.
pub const PACKS: [(&str, &str); 3] = [
    ("hunan", include_str!("../data/themes/hunan.txt")),
    ("national", include_str!("../data/themes/national.txt")),
    ("world", include_str!("../data/themes/world.txt")),
];

/// A known theme: what it is called and how much it says where it stands alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The first is the theme's name.
    pub names: Vec<&'static str>,
    /// 0 to 1.
    pub weight: f32,
}

static KNOWN: LazyLock<Vec<Known>> =
    LazyLock::new(|| PACKS.iter().flat_map(|(_, pack)| read(pack)).collect());

/// A known theme and which of its names was met.
pub type Met = (&'static Known, &'static str);

static TERMS: LazyLock<(Trie, Vec<Met>)> = LazyLock::new(|| {
    let terms: Vec<Met> =
        KNOWN.iter().flat_map(|known| known.names.iter().map(move |name| (known, *name))).collect();
    let keys: Vec<String> = terms.iter().map(|(_, name)| key(name)).collect();
    (Trie::new(keys.iter().map(String::as_str)), terms)
});

/// The names of known themes that stand on the page, each once, in the order of the packs.
pub fn met(view: &View) -> impl Iterator<Item = Met> {
    let (trie, terms) = &*TERMS;
    let mut found = vec![false; terms.len()];
    for block in &view.blocks {
        for (number, _) in (0..block.chars.len()).flat_map(|start| trie.at(&block.chars, start)) {
            found[number] = true;
        }
    }
    terms.iter().zip(found).filter(|(_, found)| *found).map(|(met, _)| *met)
}

/// The themes of a pack: a weight a line, then terms, `|` between the names of one theme.
pub fn read(pack: &'static str) -> Vec<Known> {
    lines(pack)
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(weight, terms)| Some((weight.parse().ok()?, terms)))
        .flat_map(|(weight, terms)| {
            terms.split_whitespace().map(move |names| Known { names: names.split('|').collect(), weight })
        })
        .collect()
}

/// The entries of a list, without remarks and empty lines.
pub fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Function words and the like: no phrase crosses one.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}

/// Phrases of every newspaper page: 有关负责人, 记者了解到.
pub fn is_common(phrase: &str) -> bool {
    let has_common_part = || {
        let chars: Vec<char> = phrase.chars().collect();
        (0..chars.len()).any(|start| COMMON_PARTS.at(&chars, start).next().is_some())
    };
    COMMON.contains(phrase) || has_common_part()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_can_be_read_and_no_theme_stands_twice() {
        let mut seen = HashSet::new();
        for (name, pack) in PACKS {
            assert_eq!(
                lines(pack).filter(|line| !line.contains(' ')).count(),
                0,
                "{name}: a line without terms"
            );
            for known in read(pack) {
                assert!((0.0..=1.0).contains(&known.weight), "{name}: {known:?}");
                for term in known.names {
                    assert!(term.chars().count() >= 2, "{name}: {term}");
                    assert!(seen.insert(term), "{name}: {term} stands twice");
                }
            }
        }
        assert!(seen.len() > 700, "{} terms", seen.len());
    }

    #[test]
    fn the_format_of_packs_is_documented() {
        let manual = include_str!("../data/README.md");
        for (name, _) in PACKS {
            assert!(manual.contains(&format!("`{name}.txt`")), "{name}.txt");
        }
        assert!(manual.contains("0.6 城市更新 以旧换新|消费品以旧换新"));
        assert_eq!(
            read("# 说明\n0.6 城市更新 以旧换新|消费品以旧换新\n"),
            [
                Known { names: vec!["城市更新"], weight: 0.6 },
                Known { names: vec!["以旧换新", "消费品以旧换新"], weight: 0.6 }
            ]
        );
    }
}
