//! What the model knows of characters and words before it reads them in a sentence.
//!
//! Characters: how often they are a surname, a part of a given name, of a foreign name, of a place. Words: places,
//! bodies, titles, what bodies end in, and the part of speech of common words. Made at start from the tables of the
//! rules, in about a millisecond, since a copy of its own would cost a twelfth of the download.

use crate::tags::rules::data::{Data, Names, Suffix};
use crate::text::fold_char;
use crate::words::filter::mix;

/// The longest word looked up, in characters.
pub const LONGEST: usize = 8;
/// The characters that have traits: CJK unified ideographs.
const FIRST: u32 = 0x4e00;
const CHARS: usize = 0x5200;

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

pub struct Lexicon {
    traits: Vec<u16>,
    words: Words,
}

impl Lexicon {
    pub fn new(data: &Data) -> Lexicon {
        Lexicon { traits: traits(&data.names), words: words(data) }
    }

    pub fn traits(&self, c: char) -> u16 {
        let at = (c as u32).wrapping_sub(FIRST) as usize;
        self.traits.get(at).copied().unwrap_or(0)
    }

    pub fn word(&self, key: u64) -> Option<Code> {
        self.words.get(key)
    }
}

/// The key of a word one character longer.
pub fn longer(key: u64, c: u32) -> u64 {
    mix(key.rotate_left(21) ^ u64::from(c) ^ WORD)
}

const WORD: u64 = 1 << 61;

/// The key of a whole word in the lexicon.
pub fn word_key(word: impl Iterator<Item = char>) -> u64 {
    word.map(fold_char).fold(0, |key, c| longer(key, c as u32))
}

/// Codes by the keys of words: open addressing, 24 bits of the key and the code in a cell, 0 for an empty one.
struct Words(Vec<u32>);

const CELLS: usize = 1 << 16;

impl Words {
    /// The cell where the search for a key begins, and the bits that tell it from others there, never all 0.
    fn start(key: u64) -> (usize, u32) {
        (key as usize % CELLS, (key >> 40) as u32 | 1)
    }

    fn get(&self, key: u64) -> Option<Code> {
        let (mut at, wanted) = Words::start(key);
        loop {
            match self.0[at] {
                0 => return None,
                cell if cell >> 8 == wanted => return Some(cell as Code),
                _ => at = (at + 1) % CELLS,
            }
        }
    }

    /// Sets bits of the code of `word`. There is room: a test holds that the tables fill no more than they may.
    fn set(&mut self, word: impl Iterator<Item = char>, code: Code) {
        let (mut at, wanted) = Words::start(word_key(word));
        while self.0[at] != 0 && self.0[at] >> 8 != wanted {
            at = (at + 1) % CELLS;
        }
        self.0[at] |= wanted << 8 | u32::from(code);
    }
}

/// The words of the tables and what is known of them.
fn words(data: &Data) -> Words {
    let mut out = Words(vec![0; CELLS]);
    let fits = |word: &str| (1..=LONGEST).contains(&word.chars().count());
    for (first, rest, class) in data.table.words().filter(|(_, rest, _)| rest.chars().count() < LONGEST) {
        out.set(std::iter::once(first).chain(rest.chars()), class as Code);
    }
    for title in data.titles.iter().filter(|word| fits(word)) {
        out.set(title.chars(), TITLE);
    }
    for (word, suffix) in data.suffixes.iter().filter(|(word, _)| fits(word)) {
        let kind: Code = match suffix {
            Suffix::Strong => 1,
            Suffix::Weak => 2,
            Suffix::Brand => 3,
            Suffix::Park => 4,
        };
        out.set(word.chars(), kind << SUFFIX);
    }
    out
}

fn traits(names: &Names) -> Vec<u16> {
    let mut out = vec![0u16; CHARS];
    let mut set = |c: char, of: Trait, level: u16| {
        let at = (c as u32).wrapping_sub(FIRST) as usize;
        if let Some(traits) = out.get_mut(at) {
            *traits |= level << (2 * of as u32);
        }
    };
    let level = |cost: f32, often: f32, seldom: f32| match cost {
        c if c < often => 3,
        c if c < seldom => 2,
        _ => 1,
    };
    for (surname, &cost) in &names.surname {
        let mut chars = surname.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            set(c, Trait::Surname, level(cost, 5.0, 7.5));
        }
    }
    for (position, of) in [Trait::Given, Trait::GivenFirst, Trait::GivenLast].into_iter().enumerate() {
        names.given[position].iter().for_each(|(&c, &cost)| set(c, of, level(cost, 5.2, 7.0)));
    }
    names.foreign.iter().for_each(|(&c, &cost)| set(c, Trait::Foreign, level(cost, 4.6, 5.6)));
    names.place.iter().for_each(|(&c, &cost)| set(c, Trait::Place, level(cost, 5.0, 6.5)));
    for (ends, rank) in [
        ("省市县区州镇乡村盟旗", 3),
        ("河湖山江岛桥街路寨屯湾巷港海", 2),
        ("峰岭峡沟泉寺庙宫塔园滩洲里弄坝", 1),
    ] {
        ends.chars().for_each(|c| set(c, Trait::PlaceEnd, rank));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::rules::data::DATA;

    #[test]
    fn words_are_found_and_strangers_are_not() {
        let lexicon = Lexicon::new(&DATA);
        let code = |word: &str| lexicon.word(word_key(word.chars()));
        assert!(code("市长").is_some_and(|code| code & TITLE != 0));
        assert!(code("有限公司").is_some_and(|code| code >> SUFFIX == 1));
        assert!(code("湖南省").is_some());
        assert_eq!(code("省湖南"), None);
        assert!(code("湖南省长沙市").is_none() && code("武汉长江大桥").is_some());
        assert_eq!(code("武汉白沙洲长江大桥"), None, "nobody looks so far");
    }

    #[test]
    fn a_character_is_part_of_names_often_seldom_or_never() {
        let lexicon = Lexicon::new(&DATA);
        let given = |c: char| level(lexicon.traits(c), Trait::Given);
        let cost = |c: char| DATA.names.given[0][&c];
        assert!(cost('伟') < 5.2 && cost('勇') == 5.2 && cost('严') > 7.0);
        assert_eq!([given('伟'), given('勇'), given('严'), given('的')], [3, 2, 1, 0]);
    }

    #[test]
    fn the_table_of_words_has_room() {
        let taken = Lexicon::new(&DATA).words.0.iter().filter(|&&cell| cell != 0).count();
        assert!(taken < CELLS * 3 / 4, "{taken} of {CELLS}");
    }
}
