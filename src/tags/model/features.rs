//! What the model sees at a character.
//!
//! Takes a sentence, gives for each character a fixed number of hashed features: the characters around it and what
//! sort they are, what they do in names, the words around it and their clusters, places, titles and bodies of the lexicon
//! that lie here, the next word that could end a body. Training and reading go through here, so both see the same.

use super::lexicon::{Trait, level};
use super::sentence::PAD;
pub use super::sentence::Sentence;

/// The groups of features and how many each has.
#[cfg(feature = "train")]
pub const GROUPS: [(&str, usize); 10] = [
    ("chars", 12),
    ("sorts", 2),
    ("traits", 9),
    ("words", 5),
    ("clusters", 5),
    ("classes", 6),
    ("lexicon", 15),
    ("rules", 4),
    ("names", 6),
    ("turns", 7),
];
pub const FEATURES: usize = 71;

/// The features from here on, of what surrounds a character, are other ones in each register: what names look like is the
/// same in both, where they begin and end is not.
const BY_REGISTER: usize = 33;

/// What each feature reads; places are those of characters, the one in question at 0.
pub const TEMPLATES: [&str; FEATURES] = [
    "character −2",
    "character −1",
    "character",
    "character +1",
    "character +2",
    "characters −2 −1",
    "characters −1 0",
    "characters 0 +1",
    "characters +1 +2",
    "characters −1 +1",
    "characters 0 +1 +2",
    "characters +1 +2 +3",
    "sorts −2 to +2",
    "sorts −1 to +1 and brackets",
    "surname here",
    "surname one before",
    "surname two before",
    "surname and short given name here",
    "surname and short given name one before",
    "foreign characters −2 to +2",
    "foreign characters −3 to +3",
    "characters of places",
    "all of a name",
    "word",
    "word before",
    "word after",
    "word two before",
    "word two after",
    "cluster of the word",
    "cluster of the word before",
    "cluster of the word after",
    "cluster of the word two before",
    "cluster of the word two after",
    "lengths of words",
    "classes of words −1 to +1",
    "class of the word before, character",
    "class of the word after, character",
    "surname, class of the word before",
    "name that begins with the word",
    "place",
    "place between words and titles",
    "place, end of a body ahead",
    "known body or title",
    "end of a body",
    "end of a body, place behind",
    "end of a body ahead, place behind",
    "end of a body ahead, place behind, place in the word",
    "end of a body ahead, character",
    "words and titles that end before",
    "words and titles around the next",
    "words and titles on both sides",
    "title before a surname",
    "title after a name",
    "places and ends of bodies beside",
    "rules",
    "rules −1 to +1",
    "rules −1 to +1, place in the word",
    "rules −1 to +1, end of a body ahead",
    "name of the dictionary",
    "names of the dictionary −1 to +1",
    "name of the dictionary, rules",
    "name of the dictionary, classes of the words beside",
    "name of the dictionary, place in the word",
    "name of the dictionary, place",
    "coarse clusters of the words before and after",
    "coarse clusters of the word and the one before",
    "coarse clusters of the word and the one after",
    "cluster of the dictionary's word",
    "coarse cluster of the dictionary's word",
    "cluster of the dictionary's word, rules",
    "coarse cluster of the dictionary's word, classes of the words beside",
];

impl Sentence {
    /// The keys of the features of character `at`, in a fixed order.
    pub fn features(&self, at: usize, out: &mut [u64; FEATURES]) {
        let at = at + PAD;
        let seen = |offset: isize| &self.seen[at.wrapping_add_signed(offset)];
        let c = |offset: isize| u64::from(seen(offset).c);
        let sorts = |from: isize, to: isize| {
            (from..=to).fold(0, |packed, offset| packed << 4 | u64::from(seen(offset).sort))
        };
        let of = |offset: isize, of: Trait| level(seen(offset).traits, of);
        let foreign = |from: isize, to: isize| {
            (from..=to).fold(0, |packed, offset| packed << 2 | of(offset, Trait::Foreign))
        };
        let here = *seen(0);
        let number = here.word as usize;
        let word = |offset: isize| &self.words[number.wrapping_add_signed(offset)];
        let length = |offset: isize| (word(offset).end - word(offset).start).min(7) as u64;
        let class = |offset: isize| u64::from(word(offset).code);
        let cluster = |offset: isize| word(offset).cluster.packed();
        let coarse = |offset: isize| word(offset).cluster.coarse().packed();
        let within = here.clustered.packed();
        let place_in_word = ((at - word(0).start).min(3) << 2 | (word(0).end - 1 - at).min(3)) as u64;
        let name = |start: isize| {
            of(start, Trait::Surname) << 4
                | of(start + 1, Trait::GivenFirst) << 2
                | of(start + 2, Trait::GivenLast)
        };
        let short = |start: isize| of(start, Trait::Surname) << 2 | of(start + 1, Trait::Given);
        let ahead = u64::from(far(here.suffix_ahead)) << 3 | u64::from(here.ahead_kind);
        let suffix = here.suffix.packed() << 3 | u64::from(here.suffix_kind);
        let back = u64::from(far(here.place_back));
        let ends = |offset: isize| {
            let seen = seen(offset);
            u64::from(seen.word_ends) << 8
                | u64::from(seen.title_ends.min(7)) << 4
                | u64::from(seen.place_ends.min(7))
        };
        let begins = |offset: isize| {
            let seen = seen(offset);
            u64::from(seen.word_begins) << 8
                | u64::from(seen.title_begins.min(7)) << 4
                | u64::from(seen.place_begins.min(7))
        };
        let rule = |offset: isize| u64::from(seen(offset).rule);
        let named = |offset: isize| seen(offset).named.packed() << 3 | u64::from(seen(offset).named_sort);
        let parts: [u64; FEATURES] = [
            // chars
            c(-2),
            c(-1),
            c(0),
            c(1),
            c(2),
            c(-2) << 21 | c(-1),
            c(-1) << 21 | c(0),
            c(0) << 21 | c(1),
            c(1) << 21 | c(2),
            c(-1) << 21 | c(1),
            c(0) << 42 | c(1) << 21 | c(2),
            c(1) << 42 | c(2) << 21 | c(3),
            // sorts
            sorts(-2, 2),
            sorts(-1, 1) << 8 | u64::from(here.inside),
            // traits
            name(0) << 8 | sorts(-1, 0),
            name(-1) << 8 | sorts(1, 2),
            name(-2) << 8 | sorts(1, 1),
            short(0) << 6 | name(-1),
            short(-1) << 6 | name(-2),
            foreign(-2, 2),
            foreign(-3, 3) << 8 | sorts(0, 1),
            of(-1, Trait::Place) << 8
                | of(0, Trait::Place) << 6
                | of(1, Trait::Place) << 4
                | of(0, Trait::PlaceEnd) << 2
                | of(1, Trait::PlaceEnd),
            name(0) << 30 | name(-1) << 24 | name(-2) << 18 | foreign(-1, 1) << 12 | place_in_word,
            // words
            word(0).id ^ place_in_word,
            word(-1).id ^ place_in_word,
            word(1).id ^ place_in_word,
            word(-2).id ^ place_in_word,
            word(2).id ^ place_in_word,
            // clusters
            cluster(0) << 8 | place_in_word,
            cluster(-1) << 8 | place_in_word,
            cluster(1) << 8 | place_in_word,
            cluster(-2) << 8 | place_in_word,
            cluster(2) << 8 | place_in_word,
            // classes
            place_in_word << 9 | length(-1) << 6 | length(0) << 3 | length(1),
            place_in_word << 24 | class(-1) << 16 | class(0) << 8 | class(1),
            class(-1) << 16 | place_in_word << 8 | c(0) << 24,
            class(1) << 16 | place_in_word << 8 | c(0) << 24,
            name(0) << 20 | place_in_word << 12 | class(-1) << 4 | length(0),
            name(-(at as isize - word(0).start as isize)) << 32
                | place_in_word << 24
                | class(-1) << 16
                | class(1) << 8
                | length(0),
            // lexicon
            here.place.packed(),
            here.place.packed() << 32 | ends(0) << 16 | begins(1),
            here.place.packed() << 16 | place_in_word << 8 | ahead,
            here.body.packed() << 6 | here.title.packed(),
            suffix,
            suffix << 16 | back << 8 | place_in_word,
            ahead << 8 | back,
            ahead << 16 | back << 8 | place_in_word,
            ahead << 24 | c(0),
            ends(0) << 16 | begins(0),
            ends(1) << 16 | begins(1),
            ends(0) << 16 | begins(1),
            ends(0) << 16 | name(0),
            begins(1) << 16 | name(-2) << 8 | short(-1),
            u64::from(seen(-1).place.length) << 40
                | u64::from(seen(1).place.length) << 32
                | u64::from(seen(-1).suffix.packed() as u32) << 20
                | seen(1).suffix.packed() << 10
                | suffix,
            // rules
            rule(0),
            rule(-1) << 8 | rule(0) << 4 | rule(1),
            rule(-1) << 16 | rule(0) << 12 | rule(1) << 8 | place_in_word,
            rule(-1) << 16 | rule(0) << 12 | rule(1) << 8 | ahead << 24,
            // names
            named(0),
            named(-1) << 18 | named(0) << 9 | named(1),
            named(0) << 8 | rule(0),
            named(0) << 24 | class(-1) << 16 | class(1) << 8,
            named(0) << 24 | place_in_word << 16 | length(0),
            named(0) << 24 | here.place.packed(),
            // turns
            coarse(-1) << 16 | coarse(1) << 8 | place_in_word,
            coarse(-1) << 16 | coarse(0) << 8 | place_in_word,
            coarse(0) << 16 | coarse(1) << 8 | place_in_word,
            here.cluster.packed() << 6 | within,
            here.cluster.coarse().packed() << 6 | within,
            here.cluster.packed() << 14 | within << 8 | rule(0),
            here.cluster.coarse().packed() << 22 | within << 16 | class(-1) << 8 | class(1),
        ];
        let register = u64::from(self.encyclopedia) << 7;
        for (template, (out, part)) in out.iter_mut().zip(parts).enumerate() {
            let register = if template >= BY_REGISTER { register } else { 0 };
            *out = key(template as u64 | register, part);
        }
    }
}

/// Distances by steps that grow.
fn far(distance: u8) -> u8 {
    match distance {
        0..=5 => distance,
        6..=8 => 6,
        9..=12 => 7,
        13..=23 => 8,
        _ => 9,
    }
}

fn key(template: u64, part: u64) -> u64 {
    let x = (part ^ (template + 1) << 57 ^ (template + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_mul(0xd6e8_feb8_6659_fd93);
    let x = (x ^ x >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x ^ x >> 32
}

/// The group of a feature by its place among the features of a character.
#[cfg(feature = "train")]
pub fn group(feature: usize) -> &'static str {
    let mut end = 0;
    GROUPS
        .iter()
        .find(|&&(_, length)| {
            end += length;
            feature < end
        })
        .map_or("", |group| group.0)
}

#[cfg(test)]
mod tests {
    use super::super::clusters::Cluster;
    use super::super::sentence::{Cover, Seen, Word};
    use super::*;

    const LENGTH: usize = 60;

    /// A sentence of every value that can be seen of a character, in an order that looks like chance.
    fn sentence(encyclopedia: bool) -> Sentence {
        let mut state = 1u32;
        let mut next = move |most: u32| {
            state = state.wrapping_mul(0x915F_77F5).wrapping_add(1);
            (state >> 12) % most
        };
        let mut words: Vec<Word> = Vec::new();
        let mut seen = Vec::new();
        let mut left = 0;
        for at in 0..LENGTH + 2 * PAD {
            if left == 0 {
                left = 1 + next(5) as usize;
                let id = u64::from(next(1 << 20)) << 30 | u64::from(next(1 << 20));
                let cluster = Cluster::of(next(257) as u16);
                words.push(Word { start: at, end: at + left, id, code: next(256) as u8, cluster });
            }
            left -= 1;
            let mut cover = || Cover { length: next(10) as u8, offset: next(9) as u8 };
            let (place, body, title, suffix) = (cover(), cover(), cover(), cover());
            let (named, clustered) = (cover(), cover());
            seen.push(Seen {
                c: 0x4e00 + next(0x5000),
                sort: next(16) as u8,
                traits: next(1 << 14) as u16,
                place,
                body,
                title,
                suffix,
                suffix_kind: next(5) as u8,
                word_ends: next(9) as u8,
                word_begins: next(9) as u8,
                title_ends: next(9) as u8,
                title_begins: next(9) as u8,
                place_ends: next(9) as u8,
                place_begins: next(9) as u8,
                suffix_ahead: next(25) as u8,
                ahead_kind: next(5) as u8,
                place_back: next(25) as u8,
                inside: next(8) as u8,
                rule: next(13) as u8,
                named,
                named_sort: next(6) as u8,
                clustered,
                cluster: Cluster::of(next(257) as u16),
                word: words.len() as u32 - 1,
            });
        }
        Sentence { seen, words, encyclopedia }
    }

    /// The weights in `data/tags.model` belong to these keys: whatever changes one needs `train tags`, and then its own sum here.
    #[test]
    fn features_are_those_of_the_trained_model() {
        let mut out = [0; FEATURES];
        let mut sums = [0u64; 2];
        for (sum, encyclopedia) in sums.iter_mut().zip([false, true]) {
            let sentence = sentence(encyclopedia);
            for at in 8..LENGTH - 12 {
                sentence.features(at, &mut out);
                *sum = out
                    .iter()
                    .fold(*sum, |sum, key| (sum.rotate_left(5) ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            }
        }
        assert_eq!(sums, [15_324_611_328_850_437_676, 945_600_969_151_923_155]);
    }
}
