//! The built-in lists: policy terms, stop words, and phrases too common to be themes.
//!
//! Plain data under `src/data`, one entry a line; lines that begin with `#` are remarks.

use std::collections::HashSet;
use std::sync::LazyLock;

static STOP_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lines(include_str!("../data/stop_words.txt")).flat_map(str::split_whitespace).collect());

static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    lines(include_str!("../data/common_phrases.txt")).flat_map(str::split_whitespace).collect()
});

static COMMON_PARTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    lines(include_str!("../data/common_parts.txt")).flat_map(str::split_whitespace).collect()
});

/// The entries of a list, without remarks and empty lines.
pub fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Known policy terms, each with its weight (0 to 1): how much it says by itself.
pub fn policy_terms() -> impl Iterator<Item = (&'static str, f64)> {
    lines(include_str!("../data/themes.tsv")).filter_map(|line| {
        let (term, weight) = line.split_once('\t')?;
        Some((term, weight.parse().ok()?))
    })
}

/// Function words and the like: no phrase crosses one.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}

/// Phrases of every newspaper page: 有关负责人, 记者了解到.
pub fn is_common(phrase: &str) -> bool {
    COMMON.contains(phrase) || COMMON_PARTS.iter().any(|part| phrase.contains(part))
}
