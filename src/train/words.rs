//! The word model, from a tagged corpus and a list of words.
//!
//! Takes the PFR corpus and the dictionary of jieba-rs, gives the filter that `words` reads, and prints how well it
//! splits days it was not trained on.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::{fs, io};

use super::ftrl::{self, Examples, Pace};
use super::pfr::{Paragraph, paragraphs};
use crate::words::features::{Context, LONGEST};
use crate::words::model::{Model, SORTS, levels, value};

/// Days after this one are held out.
const LAST_DAY: u32 = 18;
/// Words that the dictionary counts less often are left out.
const RARE: u32 = 10;
/// Features that occur less often are left out.
const FEW: u32 = 2;
/// Words younger than the dictionary, listed by hand.
const MODERN: &str = include_str!("../data/modern.txt");
const PACE: Pace = Pace { rate: 1.0, begun: 1.0, l1: 4.0 };
const EPOCHS: usize = 8;

pub fn train(corpus: &Path, dict: &Path, out: &Path) -> io::Result<()> {
    let source = fs::read_to_string(corpus.join("pd1998/tagged.txt"))?;
    let (seen, held_out): (Vec<_>, Vec<_>) =
        paragraphs(&source).partition(|paragraph| paragraph.day <= LAST_DAY);
    let mut words = dictionary(&fs::read_to_string(dict)?);
    for word in MODERN.split_whitespace().map(Context::word_key) {
        words.entry(word).or_insert(0);
    }
    let weights = learn(&seen, &words);
    println!("{} words, {} features", words.len(), weights.len());
    let mut entries: BTreeMap<u64, u16> = words.iter().map(|(&key, &sort)| (key, value(sort))).collect();
    entries.extend(weights);
    let entries: Vec<(u64, u16)> = entries.into_iter().collect();
    let bytes = super::filter::build(&entries);
    println!("{} bytes, F on held-out days {:.4}", bytes.len(), f_score(&held_out, &Model::new(&bytes)));
    fs::write(out, bytes)
}

/// The keys of the words of `dict.txt` (a word, its count and its part of speech a line), and their sorts.
fn dictionary(source: &str) -> HashMap<u64, u8> {
    let entries = source.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let (word, count, tag) = (fields.next()?, fields.next()?.parse::<u32>().ok()?, fields.next()?);
        let sort = SORTS.iter().position(|tags| tags.contains(&tag)).unwrap_or(0) as u8;
        let fits = count >= RARE && (2..=LONGEST).contains(&word.chars().count());
        fits.then(|| (Context::word_key(word), sort))
    });
    entries.collect()
}

/// The features that matter, with their weight as the filter holds it.
fn learn(paragraphs: &[Paragraph], words: &HashMap<u64, u8>) -> Vec<(u64, u16)> {
    let contexts: Vec<Context> = paragraphs
        .iter()
        .map(|paragraph| Context::new(paragraph.words.concat().chars(), |key| words.get(&key).copied()))
        .collect();
    let numbers = frequent(&contexts);
    let mut examples = Examples::default();
    for (context, paragraph) in contexts.iter().zip(paragraphs) {
        let ends = ends(&paragraph.words);
        for place in 1..context.len() {
            let features = context.features(place);
            examples.push(features.iter().filter_map(|key| numbers.get(key).copied()), ends.contains(&place));
        }
    }
    let weights = ftrl::train(&examples, numbers.len(), PACE, EPOCHS);
    let levels = levels();
    numbers
        .into_iter()
        .filter_map(|(key, number)| Some((key, nearest(weights[number as usize], &levels)?)))
        .collect()
}

/// Numbers for the features that occur often enough.
fn frequent(contexts: &[Context]) -> HashMap<u64, u32> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for context in contexts {
        for key in (1..context.len()).flat_map(|place| context.features(place)) {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= FEW);
    let mut keys: Vec<u64> = counts.into_keys().collect();
    keys.sort_unstable();
    keys.into_iter().zip(0..).collect()
}

/// The level nearest to `weight`, unless that is 0.
fn nearest(weight: f32, levels: &[f32]) -> Option<u16> {
    let distance = |level: &usize| (levels[*level] - weight).abs();
    let level = (0..levels.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    (level != 0).then_some(level as u16)
}

/// After how many characters each word ends.
fn ends(words: &[String]) -> HashSet<usize> {
    let mut at = 0;
    words
        .iter()
        .map(|word| {
            at += word.chars().count();
            at
        })
        .collect()
}

/// Precision and recall of whole words in one figure.
fn f_score(paragraphs: &[Paragraph], model: &Model) -> f64 {
    let (mut right, mut all) = (0, 0);
    for paragraph in paragraphs {
        let text = paragraph.words.concat();
        let wanted = spans(paragraph.words.iter().map(String::len));
        let got = spans(model.words(&text).map(|word| word.len()));
        right += 2 * wanted.intersection(&got).count();
        all += wanted.len() + got.len();
    }
    right as f64 / f64::from(all.max(1) as u32)
}

fn spans(lengths: impl Iterator<Item = usize>) -> HashSet<(usize, usize)> {
    let mut end = 0;
    lengths
        .map(|length| {
            end += length;
            (end - length, end)
        })
        .collect()
}
