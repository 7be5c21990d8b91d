//! What the model knows of characters and words before it reads them in a sentence.
//!
//! Characters: how often they are a surname, a part of a given name, of a foreign name, of a place. Words: places,
//! bodies, titles, what bodies end in, and the part of speech of common words. Made from `src/data/tags` by training.

use crate::words::filter::{Filter, mix};

/// The longest word looked up, in characters.
pub const LONGEST: usize = 8;
/// The characters that have traits: CJK unified ideographs.
pub const FIRST: u32 = 0x4e00;
#[cfg(feature = "train")]
pub const CHARS: usize = 0x5200;

/// What is known of a word, in eight bits: its class, whether it is a title, what kind of body it can end.
pub type Code = u8;
pub const CLASS: Code = 0x0f;
pub const TITLE: Code = 0x10;
/// Three bits: nothing, strong, weak, brand, park.
pub const SUFFIX: u32 = 5;

/// Two bits each, 0 for never and 3 for often.
#[derive(Clone, Copy)]
pub enum Trait {
    Surname,
    Given,
    GivenFirst,
    GivenLast,
    Foreign,
    Place,
    PlaceEnd,
}

pub fn level(traits: u16, of: Trait) -> u64 {
    u64::from(traits >> (2 * of as u32) & 3)
}

pub struct Lexicon<'m> {
    traits: &'m [[u8; 2]],
    words: Filter<'m>,
}

impl<'m> Lexicon<'m> {
    pub fn new(traits: &'m [u8], words: &'m [u8]) -> Lexicon<'m> {
        Lexicon { traits: traits.as_chunks().0, words: Filter::new(words) }
    }

    pub fn traits(&self, c: char) -> u16 {
        let at = (c as u32).wrapping_sub(FIRST) as usize;
        self.traits.get(at).map_or(0, |&bytes| u16::from_le_bytes(bytes))
    }

    pub fn word(&self, key: u64) -> Option<Code> {
        Code::try_from(self.words.get(key)).ok()
    }
}

/// The key of a word one character longer.
pub fn longer(key: u64, c: u32) -> u64 {
    mix(key.rotate_left(21) ^ u64::from(c) ^ WORD)
}

const WORD: u64 = 1 << 61;

/// The key of a whole word in the lexicon.
#[cfg(feature = "train")]
pub fn word_key(word: &str) -> u64 {
    word.chars().map(crate::text::fold_char).fold(0, |key, c| longer(key, c as u32))
}
