//! Word segmentation.
//!
//! Takes a text, gives its words in order and without gaps. Each place between two characters is judged by itself by a
//! linear model over the characters around it and the dictionary words that meet there, so time is linear, and the
//! same judgement says whether the end of a column cut a word in two (机遇无|限). Traditional characters and full-width
//! ones read as their plain forms; spans are those of the given text. What the words mean is left to `tags`.

use crate::span::Span;
use crate::tags::Lexicon;

pub(crate) mod features;
pub(crate) mod filter;
pub(crate) mod model;
mod pieces;
mod user;

/// The words of `text`, in order and without gaps; a run of white space is a word of its own.
///
/// Surname and given name are one word. Words longer than a piece (some thousand characters without a break) are cut.
///
/// ```
/// let text = "湘江两岸稻谷飘香";
/// let words: Vec<&str> = banmian::words::split(text).into_iter().map(|word| word.of(text)).collect();
/// assert_eq!(words, ["湘江", "两岸", "稻谷", "飘香"]);
/// ```
pub fn split(text: &str) -> Vec<Span> {
    let mut words = Vec::with_capacity(text.len() / 4);
    for piece in pieces::pieces(text) {
        if piece.of(text).starts_with(char::is_whitespace) {
            words.push(piece);
        } else {
            words.extend(model::BUILT_IN.words(piece.of(text)).map(|word| word.shifted(piece.start)));
        }
    }
    words
}

/// As `split`, with every word of the user's lexicon a single word wherever it stands; of two that overlap the first
/// one wins, of two that begin together the longer.
pub fn split_with(text: &str, lexicon: &Lexicon) -> Vec<Span> {
    let words = split(text);
    match lexicon.entries.is_empty() {
        true => words,
        false => user::force(words, &user::find(text, lexicon)),
    }
}

/// The log-odds that a word ends where `left` ends and `right` begins: above 0 a boundary is likelier than not, at −3
/// one word is twenty times likelier. Reads a few characters on each side; white space at the cut is passed over.
///
/// ```
/// use banmian::words::boundary;
/// assert!(boundary("他们表示机遇无", "限，前景广阔") < 0.0);
/// assert!(boundary("稻谷丰收。", "农民们喜笑颜开") > 0.0);
/// ```
pub fn boundary(left: &str, right: &str) -> f32 {
    let before = solid(left.trim_end().chars().rev());
    let after = solid(right.trim_start().chars());
    match (before.first(), after.first()) {
        (Some(&last), Some(&first)) if joins(last, first) => NEVER,
        (Some(_), Some(_)) => {
            let context = model::BUILT_IN.context(before.iter().rev().chain(&after).copied());
            model::BUILT_IN.score(&context, before.len())
        }
        _ => 0.0,
    }
}

/// The characters up to the first white space that the model can see.
fn solid(chars: impl Iterator<Item = char>) -> Vec<char> {
    chars.take_while(|c| !c.is_whitespace()).take(features::REACH).collect()
}

/// What `boundary` gives where no word can end.
const NEVER: f32 = -16.0;

/// Whether no word ends between the two, whatever the model says: inside a Latin word or a number, and inside a
/// character made of several (combining marks, emoji sequences).
fn joins(last: char, next: char) -> bool {
    let both = |test: fn(&char) -> bool| test(&last) && test(&next);
    both(char::is_ascii_alphabetic) || both(char::is_ascii_digit) || extends(next) || last == JOINER
}

const JOINER: char = '\u{200d}';

fn extends(c: char) -> bool {
    matches!(c, JOINER | '\u{300}'..='\u{36f}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}
