//! The best sentences of each article.
//!
//! Takes the view and the keywords, gives one to three whole sentences in reading order. News puts the matter first, so the
//! lead sentence is in unless it is a fragment; the others bring what it does not yet say (maximal marginal relevance).

use std::collections::HashSet;

use crate::page::{At, Role};
use crate::text::{closes, ends_sentence};

use super::Keyword;
use super::trie::Trie;
use super::view::{BlockView, View, is_han, key};

struct Choice {
    at: At,
    score: f64,
    /// Sorted, each once.
    pairs: Vec<(char, char)>,
}

/// Sentences looked at in one article: what matters stands early, and a text of a million sentences must not wait.
const LOOKED_AT: usize = 400;

/// A longer sentence, in characters, is a text without marks and sums up nothing.
const LONGEST: usize = 400;

/// One list an article.
pub fn digests(view: &View, keywords: &[Vec<Keyword>]) -> Vec<Vec<At>> {
    let mut blocks: Vec<Vec<&BlockView>> = vec![Vec::new(); keywords.len()];
    for block in view.blocks.iter().filter(|b| b.role == Role::Body) {
        blocks[block.article].push(block);
    }
    blocks.iter().zip(keywords).map(|(blocks, keywords)| digest(blocks, keywords)).collect()
}

fn digest(blocks: &[&BlockView], keywords: &[Keyword]) -> Vec<At> {
    let keys: Vec<String> = keywords.iter().map(|k| key(&k.term)).collect();
    let trie = Trie::new(keys.iter().map(String::as_str));
    let sentences = blocks.iter().flat_map(|b| (0..b.sentences.len()).map(move |s| (*b, s)));
    let mut choices: Vec<Choice> = Vec::new();
    let mut whole = true;
    for (block, s) in sentences.take(LOOKED_AT) {
        let position = choices.len();
        // What follows a sentence without an end is a fragment too: the text between is missing.
        let follows = whole;
        let end = block.chars_of(block.sentences[s]).1;
        whole = block.chars[..end].last().is_none_or(|&c| ends_sentence(c) || closes(c));
        if let Some(mut choice) = choice(block, s, position, &trie, keywords) {
            if !(whole && follows) {
                choice.score *= 0.4;
            }
            choices.push(choice);
        }
    }
    // A very short report may have no sentence of the wanted length.
    if choices.is_empty() {
        let first = blocks.iter().find(|b| !b.sentences.is_empty());
        return first
            .map(|b| At { article: b.article, block: b.block, span: b.sentences[0] })
            .into_iter()
            .collect();
    }
    let wanted = match choices.len() {
        0..=3 => 1,
        4..=9 => 2,
        _ => 3,
    };
    let mut picked: Vec<Choice> = Vec::new();
    while picked.len() < wanted && !choices.is_empty() {
        let marginal =
            |c: &Choice| c.score * (1.0 - picked.iter().map(|p| overlap(c, p)).fold(0.0, f64::max));
        let Some((best, value)) = choices
            .iter()
            .enumerate()
            .map(|(i, c)| (i, marginal(c)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
        else {
            break;
        };
        if value <= 0.0 {
            break;
        }
        let choice = choices.remove(best);
        if picked.iter().all(|p| overlap(&choice, p) < 0.5) {
            picked.push(choice);
        }
    }
    let mut out: Vec<At> = picked.into_iter().map(|c| c.at).collect();
    out.sort();
    out
}

fn choice(block: &BlockView, s: usize, position: usize, trie: &Trie, keywords: &[Keyword]) -> Option<Choice> {
    let span = block.sentences[s];
    let (start, end) = block.chars_of(span);
    let chars = &block.chars[start..end];
    let han = chars.iter().filter(|&&c| is_han(c)).count();
    let speech = matches!(chars.first(), Some('“' | '‘' | '「' | '『'));
    if han < 16 || chars.len() > LONGEST || chars.last() == Some(&'？') {
        return None;
    }
    let mut met = HashSet::new();
    let covered: f64 = (0..chars.len())
        .flat_map(|i| trie.at(chars, i))
        .filter(|(term, _)| met.insert(*term))
        .map(|(term, _)| keywords[term].weight)
        .sum();
    // News falls off quickly: the second sentence says half of what the first does. Measured by `train summaries`.
    let lead = 13.0 / (1.0 + position as f64);
    let length = if han > 130 { 0.6 } else { 1.0 } * (40.0 / han.max(40) as f64).powf(0.3);
    let score = (covered.min(3.0) + lead) * length * if speech { 0.4 } else { 1.0 };
    let pairs = chars.windows(2).filter(|w| is_han(w[0]) && is_han(w[1])).map(|w| (w[0], w[1]));
    let mut pairs: Vec<(char, char)> = pairs.collect();
    pairs.sort_unstable();
    pairs.dedup();
    Some(Choice { at: At { article: block.article, block: block.block, span }, score, pairs })
}

/// Shared pairs of characters, against the shorter sentence.
fn overlap(a: &Choice, b: &Choice) -> f64 {
    let shared = a.pairs.iter().filter(|pair| b.pairs.binary_search(pair).is_ok()).count() as f64;
    shared / a.pairs.len().min(b.pairs.len()).max(1) as f64
}
