//! The user's words, forced over those of the model.
//!
//! Takes the model's words and the lexicon, gives words in which every entry of the lexicon stands whole.

use std::collections::HashMap;

use crate::span::Span;
use crate::tags::Lexicon;
use crate::text::fold_char;

/// Where the lexicon's words stand in `text`: the first, then the longest; not overlapping.
pub fn find(text: &str, lexicon: &Lexicon) -> Vec<Span> {
    let index = index(lexicon);
    let mut found = Vec::new();
    let mut free = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        if at >= free
            && let Some(words) = index.get(&fold_char(c))
        {
            let rest = &text[at..];
            let length =
                words.iter().find_map(|word| match_length(rest, word).filter(|&n| !cuts(last, rest, n)));
            if let Some(length) = length {
                free = at + length;
                found.push(Span::new(at, free));
            }
        }
        last = Some(c);
    }
    found
}

/// `words` with each of `forced` as one word.
pub fn force(words: Vec<Span>, forced: &[Span]) -> Vec<Span> {
    let mut out = Vec::with_capacity(words.len());
    let mut forced = forced.iter().copied().peekable();
    let mut done = 0;
    for word in words {
        while let Some(&whole) = forced.peek().filter(|whole| whole.start < word.end) {
            push(&mut out, done.max(word.start), whole.start);
            out.push(whole);
            done = whole.end;
            forced.next();
        }
        push(&mut out, done.max(word.start), word.end);
        done = done.max(word.end);
    }
    out
}

fn push(out: &mut Vec<Span>, start: usize, end: usize) {
    if start < end {
        out.push(Span::new(start, end));
    }
}

/// The lexicon's words, folded, by their first character, longest first.
fn index(lexicon: &Lexicon) -> HashMap<char, Vec<Vec<char>>> {
    let mut index: HashMap<char, Vec<Vec<char>>> = HashMap::new();
    for entry in &lexicon.entries {
        let word: Vec<char> = entry.word.chars().map(fold_char).collect();
        if let Some(&first) = word.first() {
            index.entry(first).or_default().push(word);
        }
    }
    for words in index.values_mut() {
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }
    index
}

/// The length in bytes of what stands at the start of `text` for `word`.
fn match_length(text: &str, word: &[char]) -> Option<usize> {
    let mut chars = text.chars();
    let same = word.iter().all(|&c| chars.next().map(fold_char) == Some(c));
    same.then(|| text.len() - chars.as_str().len())
}

/// Whether a match of `length` bytes would cut a Latin word or a number: AI does not stand in FAIR.
fn cuts(last: Option<char>, text: &str, length: usize) -> bool {
    let (matched, rest) = text.split_at(length);
    joined(last, matched.chars().next()) || joined(matched.chars().next_back(), rest.chars().next())
}

fn joined(left: Option<char>, right: Option<char>) -> bool {
    left.zip(right).is_some_and(|(left, right)| super::joins(left, right))
}
