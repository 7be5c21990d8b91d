//! What the word model sees at a place between two characters.
//!
//! Takes characters and a dictionary, gives for each place a fixed number of hashed features: the characters and their
//! classes around it, the longest dictionary words that end there, begin there or span it, and the spans at the other
//! ends of those words. Training and reading go through here, so both see the same.

use super::filter::mix;
use crate::text::fold_char;

/// How many features a place has.
pub const FEATURES: usize = 19;
/// The longest dictionary word, in characters.
pub const LONGEST: usize = 5;
/// How many characters on each side of a place can bear on its features.
pub const REACH: usize = 2 * LONGEST + 1;

/// The characters of one piece of text, and where dictionary words lie in it.
pub struct Context {
    chars: Vec<char>,
    classes: Vec<u8>,
    /// For each place: the length of the longest word that begins there, ends there, spans it; 1 or 0 where none does.
    begins: Vec<u8>,
    ends: Vec<u8>,
    spans: Vec<u8>,
    /// How many characters of the spanning word lie before the place.
    depth: Vec<u8>,
    /// Every dictionary word.
    found: Vec<Found>,
}

/// A dictionary word in a text, in characters, and which of the dictionary's sorts it is.
#[derive(Clone, Copy)]
pub struct Found {
    pub start: usize,
    pub length: usize,
    pub sort: u8,
}

impl Context {
    /// `known` says of a word's key what sort of word it is, if the dictionary has it.
    pub fn new(text: impl Iterator<Item = char>, known: impl Fn(u64) -> Option<u8>) -> Context {
        let (mut chars, classes): (Vec<char>, Vec<u8>) =
            text.map(fold_char).map(|c| (plain(c), class(c))).unzip();
        chars.shrink_to_fit();
        let places = chars.len() + 1;
        let mut context = Context {
            chars,
            classes,
            begins: vec![1; places],
            ends: vec![1; places],
            spans: vec![0; places],
            depth: vec![0; places],
            found: Vec::new(),
        };
        context.look_up(known);
        context
    }

    /// How many characters there are; place `n` stands before character `n`.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// The key of a whole text as a word of the dictionary.
    #[cfg(feature = "train")]
    pub fn word_key(word: &str) -> u64 {
        word.chars().map(|c| plain(fold_char(c))).fold(0, longer)
    }

    /// The dictionary words, by where they begin, the shorter first.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    fn look_up(&mut self, known: impl Fn(u64) -> Option<u8>) {
        for start in 0..self.chars.len() {
            let mut key = 0;
            for (length, end) in (1..=LONGEST).zip(start + 1..=self.chars.len()) {
                if self.classes[end - 1] == OTHER {
                    break;
                }
                key = longer(key, self.chars[end - 1]);
                if let Some(sort) = if length > 1 { known(key) } else { None } {
                    self.add_word(start, end);
                    self.found.push(Found { start, length, sort });
                }
            }
        }
    }

    fn add_word(&mut self, start: usize, end: usize) {
        let length = (end - start) as u8;
        self.begins[start] = self.begins[start].max(length);
        self.ends[end] = self.ends[end].max(length);
        for place in start + 1..end {
            if self.spans[place] < length {
                self.spans[place] = length;
                self.depth[place] = (place - start) as u8;
            }
        }
    }

    /// The keys of the features of `place`, in a fixed order.
    pub fn features(&self, place: usize) -> [u64; FEATURES] {
        let char_at = |offset: isize| near(&self.chars, place, offset).map_or(0, |c| c as u64);
        let class_at = |offset: isize| near(&self.classes, place, offset).map_or(0, u64::from);
        let classes =
            |from: isize, to: isize| (from..=to).fold(0, |packed, offset| packed << 3 | class_at(offset));
        let [b2, b1, a1, a2] = [char_at(-2), char_at(-1), char_at(0), char_at(1)];
        let (begins, ends, spans) = (self.begins[place], self.ends[place], self.spans[place]);
        let before = self.spans[place.saturating_sub(ends.into())];
        let after = self.spans[(place + usize::from(begins)).min(self.len())];
        let (begins, ends, spans) = (u64::from(begins), u64::from(ends), u64::from(spans));
        let repeats = u64::from(b1 == a1) | u64::from(b2 == a1) << 1 | u64::from(b1 == a2) << 2;
        let words = ends << 8 | begins << 4 | spans;
        let parts = [
            [b2, 0, 0],
            [b1, 0, 0],
            [a1, 0, 0],
            [a2, 0, 0],
            [b2, b1, 0],
            [b1, a1, 0],
            [a1, a2, 0],
            [b2, b1, a1],
            [b1, a1, a2],
            [classes(-3, 2), 0, 0],
            [classes(-2, 1), 0, 0],
            [repeats, class_at(0), 0],
            [words, self.depth[place].into(), 0],
            [ends, spans, 0],
            [begins, spans, 0],
            [ends, begins, 0],
            [b1, ends, spans],
            [a1, begins, spans],
            [words, before.into(), after.into()],
        ];
        let mut template = 0;
        parts.map(|[a, b, c]| {
            template += 1;
            mix(mix(template << 42 | a << 21 | b) ^ c)
        })
    }
}

fn longer(key: u64, c: char) -> u64 {
    mix(key.rotate_left(21) ^ c as u64 ^ WORD)
}

/// Keeps the keys of words apart from those of features.
const WORD: u64 = 1 << 60;

fn near<T: Copy>(values: &[T], place: usize, offset: isize) -> Option<T> {
    place.checked_add_signed(offset).and_then(|at| values.get(at)).copied()
}

/// All digits are one character to the model, and all Latin letters.
fn plain(c: char) -> char {
    match class(c) {
        DIGIT => '0',
        LATIN => 'a',
        _ => c,
    }
}

const DIGIT: u8 = 1;
const LATIN: u8 = 2;
const OTHER: u8 = 5;

/// What sort of character it is, in three bits; 0 stands for none.
fn class(c: char) -> u8 {
    match c {
        '0'..='9' => DIGIT,
        'a'..='z' | 'A'..='Z' => LATIN,
        '零' | '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
        | '万' | '亿' | '两' | '几' | '数' => 3,
        '年' | '月' | '日' | '时' | '分' => 7,
        '\u{3400}'..='\u{9fff}' => 4,
        '.' | '%' | '·' | ',' | ':' | '-' | '/' => 6,
        _ => OTHER,
    }
}
