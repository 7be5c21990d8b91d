//! The word model: a dictionary and the weights of a logistic regression, in one filter.
//!
//! Takes characters, gives for each place between two of them the log-odds that a word ends there. The bytes are read
//! where they lie, so the built-in model is ready when the program is. `src/data/README.md` says how it is made.

use std::sync::LazyLock;

use super::features::Context;
use super::filter::Filter;
use super::joins;
use crate::span::Span;

/// The value in the filter of a dictionary word of sort 0; the other sorts come after the levels. Features have the
/// number of their weight's level, 1 and up.
const KNOWN: u16 = 0;

/// What the dictionary says of a word, for the tagger: 1 to `NAMES` are names.
#[cfg(feature = "train")]
pub const SORTS: [&[&str]; MOST_SORTS as usize] = [
    &[],
    &["nr"],
    &["nrt", "nrfg"],
    &["ns"],
    &["nt"],
    &["nz"],
    &["n", "vn", "an", "ng", "j", "s", "zg"],
    &["v", "vg", "vd", "vi", "vq"],
    &["a", "ad", "ag", "z", "b"],
    &["i", "l"],
    &["d", "c", "p", "r", "u", "m", "q", "t", "f", "o", "y"],
];
pub const NAMES: u8 = 5;
const VERBS: u8 = 7;
/// Adverbs, prepositions, pronouns, measures.
const GRAMMAR: u8 = 10;
const MOST_SORTS: u16 = 11;

/// The value of a dictionary word.
#[cfg(feature = "train")]
pub fn value(sort: u8) -> u16 {
    if sort == 0 { KNOWN } else { 2 * LEVELS as u16 + u16::from(sort) }
}

/// The sort of the dictionary word with this value, if it is one.
fn sort(value: u16) -> Option<u8> {
    match value.checked_sub(2 * LEVELS as u16) {
        Some(sort @ 1..MOST_SORTS) => Some(sort as u8),
        _ => (value == KNOWN).then_some(0),
    }
}

/// Levels of a weight: so many of each sign, in geometric steps of log-odds. Few levels leave ten bits of a value to
/// tell strangers, and a stranger that passes is most likely given a small weight, as most weights are.
const LEVELS: usize = 31;
const SMALLEST: f32 = 0.06;
const STEP: f32 = 1.185;

/// The log-odds of each level, the positive ones first; 0 for level 0.
pub fn levels() -> Vec<f32> {
    let magnitude = |level: i32| SMALLEST * STEP.powi(level);
    let positive = (0..LEVELS as i32).map(magnitude);
    let negative = (0..LEVELS as i32).map(|level| -magnitude(level));
    std::iter::once(0.0).chain(positive).chain(negative).collect()
}

pub static BUILT_IN: LazyLock<Model<'static>> =
    LazyLock::new(|| Model::new(include_bytes!("../data/words.bin")));

pub struct Model<'m> {
    filter: Filter<'m>,
    levels: Vec<f32>,
}

impl<'m> Model<'m> {
    /// Reads the bytes of a filter.
    pub fn new(bytes: &'m [u8]) -> Model<'m> {
        Model { filter: Filter::new(bytes), levels: levels() }
    }

    /// Whether the dictionary has the whole of `chars` as one word that is no name.
    pub fn is_ordinary(&self, chars: &[char]) -> bool {
        self.sort_of(chars).is_some_and(|sort| sort > NAMES)
    }

    /// Whether the dictionary has the whole of `chars` as a verb.
    pub fn is_verb(&self, chars: &[char]) -> bool {
        self.sort_of(chars) == Some(VERBS)
    }

    /// Whether the dictionary has the whole of `chars` as a noun, an adjective or a phrase: what parents call children after.
    pub fn is_quality(&self, chars: &[char]) -> bool {
        self.sort_of(chars).is_some_and(|sort| sort > NAMES && sort != VERBS && sort != GRAMMAR)
    }

    /// Whether the dictionary has the whole of `chars` as one word, a name or not.
    pub fn is_word(&self, chars: &[char]) -> bool {
        self.sort_of(chars).is_some()
    }

    fn sort_of(&self, chars: &[char]) -> Option<u8> {
        let context = self.context(chars.iter().copied());
        let whole = context.found().iter().find(|word| word.length == chars.len())?;
        Some(whole.sort)
    }

    /// The words of a text without white space, in order and without gaps.
    pub fn words(&self, text: &str) -> impl Iterator<Item = Span> {
        let context = self.context(text.chars());
        let mut places = text.char_indices().enumerate().skip(1);
        let mut last = text.chars().next();
        let mut start = 0;
        std::iter::from_fn(move || {
            for (place, (at, c)) in places.by_ref() {
                let joined = last.replace(c).is_some_and(|last| joins(last, c));
                if !joined && self.score(&context, place) > 0.0 {
                    return Some(Span::new(std::mem::replace(&mut start, at), at));
                }
            }
            (start < text.len()).then(|| Span::new(std::mem::replace(&mut start, text.len()), text.len()))
        })
    }

    /// Characters, with the dictionary's words among them.
    pub fn context(&self, text: impl Iterator<Item = char>) -> Context {
        Context::new(text, |key| sort(self.filter.get(key)))
    }

    /// The log-odds that a word ends at `place`.
    pub fn score(&self, context: &Context, place: usize) -> f32 {
        context.features(place).iter().map(|&key| self.weight(key)).sum()
    }

    fn weight(&self, feature: u64) -> f32 {
        self.levels.get(usize::from(self.filter.get(feature))).copied().unwrap_or(0.0)
    }
}
