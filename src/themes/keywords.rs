//! The keywords of each article.
//!
//! Takes the view, entities, themes and the words; gives up to eight terms an article: names, themes, and words or recurring
//! phrases, weighed by how often they stand there, in the headline or the first paragraph, and how few other articles have them.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::tags::{Entity, Kind};

use super::phrases::Phrase;
use super::trie::Trie;
use super::view::{View, is_word_char, key};
use super::{Keyword, Theme};
use super::{background, pack};

const MOST: usize = 8;

/// How much more a term weighs that stands in the headline, and in the first paragraph. These and the powers below were
/// set where the first five keywords meet most of headlines that they do not see (`train summaries`).
const HEADLINE: f64 = 1.5;
const LEAD: f64 = 1.5;

#[derive(Clone, Copy, Default)]
struct Count {
    all: usize,
    headline: bool,
    lead: bool,
}

struct Term {
    surface: String,
    /// What kind of term it is: names and themes say more than words.
    factor: f64,
}

/// One list an article, weightiest first; the weightiest has weight 1.
pub fn keywords(view: &View, entities: &[Entity], themes: &[Theme], phrases: &[Phrase]) -> Vec<Vec<Keyword>> {
    let terms = terms(view, entities, themes, phrases);
    let trie = Trie::new(terms.keys().map(String::as_str));
    let terms: Vec<&Term> = terms.values().collect();
    let mut counts: Vec<BTreeMap<usize, Count>> = vec![BTreeMap::new(); view.page.articles.len()];
    for block in &view.blocks {
        let mut i = 0;
        while i < block.chars.len() {
            let Some((term, end)) = trie.longest(&block.chars, i).filter(|_| !block.masked[i]) else {
                i += 1;
                continue;
            };
            let count = counts[block.article].entry(term).or_default();
            count.all += 1;
            count.headline |= block.role.is_headline();
            count.lead |= block.lead;
            i = end;
        }
    }
    let mut spread: HashMap<usize, usize> = HashMap::new();
    for term in counts.iter().flat_map(BTreeMap::keys) {
        *spread.entry(*term).or_default() += 1;
    }
    let articles = counts.len() as f64;
    counts
        .iter()
        .map(|counts| best(counts, &terms, |term| (1.0 + articles / spread[&term] as f64).log2()))
        .collect()
}

fn best(counts: &BTreeMap<usize, Count>, terms: &[&Term], rarity: impl Fn(usize) -> f64) -> Vec<Keyword> {
    let mut out: Vec<Keyword> = counts
        .iter()
        .filter(|(_, count)| count.all > 1 || count.headline || count.lead)
        .map(|(&term, count)| {
            let place =
                1.0 + HEADLINE * f64::from(u8::from(count.headline)) + LEAD * f64::from(u8::from(count.lead));
            let length = (terms[term].surface.chars().count() as f64).min(6.0).powf(0.25);
            let weight = count.all as f64 * rarity(term).sqrt() * place * length * terms[term].factor;
            Keyword { term: terms[term].surface.clone(), weight, count: count.all }
        })
        .collect();
    out.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
    out.truncate(MOST);
    let most = out.first().map_or(1.0, |k| k.weight);
    out.iter_mut().for_each(|k| k.weight /= most);
    out
}

/// Everything that could be a keyword, by its folded form.
fn terms(view: &View, entities: &[Entity], themes: &[Theme], phrases: &[Phrase]) -> BTreeMap<String, Term> {
    let mut out = BTreeMap::new();
    let mut add = |surface: &str, factor: f64| {
        let key = key(surface);
        let counted =
            key.starts_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十几第".contains(c));
        if counted && factor < 1.2 {
            return;
        }
        let factor = factor * rarity(&key);
        if key.chars().count() >= 2 && !pack::is_common(&key) && !pack::is_stop_word(&key) {
            out.entry(key).or_insert_with(|| Term { surface: surface.to_string(), factor });
        }
    };
    for theme in themes {
        add(&theme.name, 1.2);
        theme.variants.iter().for_each(|v| add(v, 1.2));
    }
    for entity in entities.iter().filter(|e| e.kind != Kind::Date) {
        add(&entity.name, 1.0);
    }
    let people: HashSet<&str> =
        entities.iter().filter(|e| e.kind == Kind::Person).map(|e| e.name.as_str()).collect();
    for phrase in phrases.iter().filter(|p| p.cohesion >= 0.25 || p.count >= 3) {
        add(view.text(phrase.first), 0.6);
    }
    for word in words_of(view).into_iter().filter(|word| !holds_name(word, &people)) {
        add(word, 0.8);
    }
    out
}

/// Whether a word is a name with a character too many (梁知远率).
fn holds_name(word: &str, people: &HashSet<&str>) -> bool {
    let at: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let count = at.len() - 1;
    (2..count).any(|length| (0..=count - length).any(|i| people.contains(&word[at[i]..at[i + length]])))
}

/// 1 for a term that ordinary news hardly has, less for common ones.
fn rarity(term: &str) -> f64 {
    match background::share(term) {
        0.0 => 1.0,
        share => (-share.log2() / 10.0).clamp(0.1, 1.0).sqrt(),
    }
}

/// The content words of the text, two characters or more.
fn words_of<'p>(view: &View<'p>) -> Vec<&'p str> {
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for block in &view.blocks {
        let text: &'p str = &view.page.articles[block.article].blocks[block.block].passage.text;
        for pair in block.words.windows(2) {
            let word = block.span(pair[0], pair[1]).of(text);
            let fits = word.chars().count() >= 2 && word.chars().all(is_word_char);
            if fits && seen.insert(word) {
                out.push(word);
            }
        }
    }
    out
}
