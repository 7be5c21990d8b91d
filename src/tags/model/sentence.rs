//! What is known of each character of a sentence before its features are read.
//!
//! Takes characters, gives for each what sort it is, what it does in names, the word it belongs to and its cluster, what the
//! lexicon has here, what the rules say it is, and what lies ahead and behind.

use super::clusters::{Cluster, cluster};
use super::labels::KINDS;
use super::lexicon::{CLASS, Code, LONGEST, Lexicon, SUFFIX, TITLE, longer};
use super::sorts::{BREAK, FIGURE, HAN, LATIN, OPEN, sort};
use crate::tags::rules::{self, Class};
use crate::text::fold_char;
use crate::words;
use crate::words::features::Found;

/// Too far to matter.
const FAR: u8 = 24;

/// Beyond the ends of a sentence stand so many characters that are none.
pub const PAD: usize = 4;
const NO_WORD: Word = Word { start: 0, end: 0, id: 0, code: Class::Fixed as Code, cluster: Cluster::NONE };

/// Marks the code of a word that only the words model's dictionary knows: no word of the lexicon ends such a body.
const NO_SUFFIX: Code = 7 << SUFFIX;

/// A word of the sentence, as places in the padded characters.
#[derive(Clone, Copy)]
pub struct Word {
    pub start: usize,
    pub end: usize,
    pub id: u64,
    pub code: Code,
    pub cluster: Cluster,
}

/// A stretch of the lexicon that covers a character: how long it is and how much of it lies before the character.
#[derive(Clone, Copy, Default)]
pub struct Cover {
    pub length: u8,
    pub offset: u8,
}

impl Cover {
    pub fn packed(self) -> u64 {
        u64::from(self.length.min(7)) << 3 | u64::from(self.offset.min(7))
    }
}

#[derive(Clone, Copy, Default)]
pub struct Seen {
    pub c: u32,
    pub sort: u8,
    pub traits: u16,
    pub place: Cover,
    pub body: Cover,
    pub title: Cover,
    pub suffix: Cover,
    pub suffix_kind: u8,
    /// The longest word and the longest title that end before this character, the longest word that begins here.
    pub word_ends: u8,
    pub word_begins: u8,
    pub title_ends: u8,
    pub title_begins: u8,
    pub place_ends: u8,
    pub place_begins: u8,
    /// How far the next end of a body begins, and its kind; how far back the last place began.
    pub suffix_ahead: u8,
    pub ahead_kind: u8,
    pub place_back: u8,
    /// Which brackets are open.
    pub inside: u8,
    /// What the rules say it is.
    pub rule: u8,
    /// The longest name of the words model's dictionary that covers it, and what sort of name it is.
    pub named: Cover,
    pub named_sort: u8,
    /// The longest word of that dictionary that covers it and has a cluster, and the cluster.
    pub clustered: Cover,
    pub cluster: Cluster,
    /// The number of the word it belongs to.
    pub word: u32,
}

pub struct Sentence {
    pub seen: Vec<Seen>,
    pub words: Vec<Word>,
    /// Which register the text is in.
    pub encyclopedia: bool,
}

impl Sentence {
    pub fn new(chars: &[char], fixed: &[(usize, usize)], lexicon: &Lexicon, encyclopedia: bool) -> Sentence {
        let outside = Seen { suffix_ahead: FAR, place_back: FAR, ..Seen::default() };
        let mut seen = vec![outside; chars.len() + 2 * PAD];
        for (seen, c) in seen[PAD..].iter_mut().zip(chars.iter().copied().map(fold_char)) {
            (seen.sort, seen.c) = (sort(c), c as u32);
            match seen.sort {
                FIGURE => seen.c = '0' as u32,
                LATIN => seen.c = 'a' as u32,
                _ => seen.traits = lexicon.traits(c),
            }
        }
        let mut sentence = Sentence { seen, words: Vec::with_capacity(chars.len()), encyclopedia };
        for name in rules::read(chars, fixed) {
            let kind = KINDS.iter().position(|&kind| kind == name.kind).unwrap_or(0) as u8;
            for at in name.start..name.end {
                let part = u8::from(at == name.start) | u8::from(at + 1 == name.end) << 1;
                sentence.seen[PAD + at].rule = 1 + kind * 4 + part;
            }
        }
        sentence.look_up(lexicon);
        sentence.split(chars, lexicon);
        sentence.look_around();
        sentence
    }

    /// Finds the lexicon's words wherever they lie.
    fn look_up(&mut self, lexicon: &Lexicon) {
        let end = self.seen.len() - PAD;
        for start in PAD..end {
            let mut key = 0;
            for length in 1..=LONGEST {
                // What stands beyond the end is no character, so a word ends there too.
                let seen = &self.seen[start + length - 1];
                if seen.sort != HAN {
                    break;
                }
                key = longer(key, seen.c);
                if let Some(code) = lexicon.word(key) {
                    self.mark(start, length, code);
                }
            }
        }
    }

    fn mark(&mut self, start: usize, length: usize, code: Code) {
        let long = length as u8;
        let most = |old: &mut u8| *old = (*old).max(long);
        let class = code & CLASS;
        let (place, body) = (class == Class::Place as Code, class == Class::Body as Code);
        let (title, suffix) = (code & TITLE != 0, code >> SUFFIX);
        if length > 1 {
            most(&mut self.seen[start].word_begins);
            most(&mut self.seen[start + length].word_ends);
        }
        if place {
            most(&mut self.seen[start].place_begins);
            most(&mut self.seen[start + length].place_ends);
        }
        if title {
            most(&mut self.seen[start].title_begins);
            most(&mut self.seen[start + length].title_ends);
        }
        for (offset, seen) in self.seen[start..start + length].iter_mut().enumerate() {
            let cover = |old: &mut Cover| {
                if old.length < long {
                    *old = Cover { length: long, offset: offset as u8 };
                }
            };
            if place {
                cover(&mut seen.place);
            }
            if body {
                cover(&mut seen.body);
            }
            if title {
                cover(&mut seen.title);
            }
            if suffix != 0 && length > 1 && seen.suffix.length < long {
                cover(&mut seen.suffix);
                seen.suffix_kind = suffix;
            }
        }
    }

    /// Splits the sentence into words.
    fn split(&mut self, chars: &[char], lexicon: &Lexicon) {
        let context = words::model::BUILT_IN.context(chars.iter().copied());
        let found = context.found();
        for word in found {
            if (1..=words::model::NAMES).contains(&word.sort) {
                self.name(word);
            }
            self.cluster(word);
        }
        self.words.extend([NO_WORD; 2]);
        let mut start = 0;
        for end in 1..=chars.len() {
            let same = |sort| self.seen[PAD + end].sort == sort && self.seen[PAD + end - 1].sort == sort;
            let joined = same(FIGURE) || same(LATIN);
            if end < chars.len() && (joined || words::model::BUILT_IN.score(&context, end) <= 0.0) {
                continue;
            }
            let first = found.partition_point(|word| word.start < start);
            let same = |word: &&Found| word.start == start && word.length == end - start;
            let sort = found[first..].iter().take(words::features::LONGEST).find(same).map(|word| word.sort);
            self.add_word(PAD + start, PAD + end, lexicon, sort);
            start = end;
        }
        self.words.extend([NO_WORD; 2]);
    }

    fn name(&mut self, word: &Found) {
        let seen = &mut self.seen[PAD + word.start..PAD + word.start + word.length];
        for (offset, seen) in seen.iter_mut().enumerate() {
            if usize::from(seen.named.length) < word.length {
                seen.named = Cover { length: word.length as u8, offset: offset as u8 };
                seen.named_sort = word.sort;
            }
        }
    }

    fn cluster(&mut self, word: &Found) {
        let seen = &mut self.seen[PAD + word.start..PAD + word.start + word.length];
        let cluster = cluster(seen.iter().fold(0, |key, seen| longer(key, seen.c)));
        if cluster.is_some() {
            for (offset, seen) in seen.iter_mut().enumerate() {
                if usize::from(seen.clustered.length) < word.length {
                    seen.clustered = Cover { length: word.length as u8, offset: offset as u8 };
                    seen.cluster = cluster;
                }
            }
        }
    }

    /// `sort` is what the words model's dictionary says of the word.
    fn add_word(&mut self, start: usize, end: usize, lexicon: &Lexicon, sort: Option<u8>) {
        let number = self.words.len() as u32;
        let mut id = 0;
        for seen in &mut self.seen[start..end] {
            id = longer(id, seen.c);
            seen.word = number;
        }
        let code = match self.seen[start].sort {
            HAN => lexicon.word(id).or(sort.map(|sort| NO_SUFFIX | sort)).unwrap_or(Class::Unknown as Code),
            FIGURE | LATIN => Class::Figure as Code,
            _ => Class::Mark as Code,
        };
        self.words.push(Word { start, end, id, code, cluster: cluster(id) });
    }

    /// Finds what lies further off: ends of bodies ahead, places behind, open brackets.
    fn look_around(&mut self) {
        let (mut ahead, mut kind) = (FAR, 0);
        for seen in self.seen.iter_mut().rev() {
            if seen.sort >= BREAK {
                (ahead, kind) = (FAR, 0);
            } else if seen.suffix.length > 0 && seen.suffix.offset == 0 {
                (ahead, kind) = (0, seen.suffix_kind);
            } else {
                ahead = ahead.saturating_add(1).min(FAR);
            }
            (seen.suffix_ahead, seen.ahead_kind) = (ahead, kind);
        }
        let (mut back, mut open) = (FAR, 0u8);
        for seen in &mut self.seen {
            let bit = match char::from_u32(seen.c) {
                Some('《' | '》') => 1,
                Some('“' | '”') => 2,
                Some('(' | ')') => 4,
                _ => 0,
            };
            if bit != 0 {
                open = if seen.sort == OPEN { open | bit } else { open & !bit };
            }
            back = match () {
                () if seen.sort >= BREAK => FAR,
                () if seen.place.length > 1 && seen.place.offset == 0 => 0,
                () => back.saturating_add(1).min(FAR),
            };
            (seen.place_back, seen.inside) = (back, open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::rules::data::DATA;

    fn sentence(text: &str) -> Sentence {
        let chars: Vec<char> = text.chars().collect();
        Sentence::new(&chars, &[], &Lexicon::new(&DATA), false)
    }

    fn each<T>(text: &str, of: impl Fn(&Seen) -> T) -> Vec<T> {
        let sentence = sentence(text);
        sentence.seen[PAD..sentence.seen.len() - PAD].iter().map(of).collect()
    }

    #[test]
    fn brackets_are_open_until_they_close() {
        assert_eq!(each("《江》“边”(岸)灯", |seen| seen.inside), [1, 1, 0, 2, 2, 0, 4, 4, 0, 0]);
        assert_eq!(each("“《江》边”", |seen| seen.inside), [2, 3, 3, 2, 2, 0]);
        assert_eq!(each("《江《边》", |seen| seen.inside), [1, 1, 1, 1, 0], "what opens twice is open");
    }

    #[test]
    fn places_behind_and_ends_of_bodies_ahead() {
        assert_eq!(each("湖南省的，灯", |seen| seen.place_back), [0, 1, 2, 3, FAR, FAR]);
        assert_eq!(each("灯火公司，灯", |seen| seen.suffix_ahead), [2, 1, 0, FAR, FAR, FAR]);
        assert_eq!(each("灯火公司，灯", |seen| seen.ahead_kind), [1, 1, 1, 0, 0, 0]);
    }

    #[test]
    fn words_of_the_lexicon_where_they_lie() {
        let packed = |cover: Cover| (cover.length, cover.offset);
        assert_eq!(each("在湖南省", |seen| packed(seen.place)), [(0, 0), (3, 0), (3, 1), (3, 2)]);
        assert_eq!(
            each("湖南省在", |seen| (seen.place_begins, seen.place_ends)),
            [(3, 0), (0, 0), (0, 2), (0, 3)]
        );
        assert_eq!(each("市长说", |seen| (seen.title_begins, seen.title_ends)), [(2, 0), (0, 0), (0, 2)]);
        // Of two as long the first covers what they share.
        assert_eq!(each("湖南昌", |seen| packed(seen.place)), [(2, 0), (2, 1), (2, 1)]);
        assert_eq!(each("帕特里斯", |seen| packed(seen.named)), [(2, 0), (2, 1), (2, 1), (2, 1)]);
        assert_eq!(each("在公司", |seen| packed(seen.suffix)), [(0, 0), (2, 0), (2, 1)]);
        assert_eq!(each("汽车站", |seen| seen.suffix_kind), [3, 3, 4], "a trade, then a kind of place");
        assert_eq!(each("市长说", |seen| packed(seen.title)), [(2, 0), (2, 1), (0, 0)]);
    }

    #[test]
    fn clusters_of_words_where_they_lie() {
        let packed = |cover: Cover| (cover.length, cover.offset);
        assert_eq!(
            each("灯中华民国", |seen| packed(seen.clustered)),
            [(0, 0), (4, 0), (4, 1), (4, 2), (4, 3)]
        );
        assert_eq!(each("财政和", |seen| packed(seen.clustered)), [(2, 0), (2, 1), (2, 1)]);
        let kin = each("教授博士", |seen| seen.cluster.coarse());
        assert_eq!(kin[0], kin[3]);
        let sentence = sentence("教授说");
        assert_eq!(sentence.words[2].cluster.coarse(), kin[0]);
    }

    #[test]
    fn figures_and_letters_are_one_word_each() {
        let sentence = sentence("码头12ab年");
        let words: Vec<(usize, usize, Code)> = sentence.words[2..sentence.words.len() - 2]
            .iter()
            .map(|word| (word.start - PAD, word.end - PAD, word.code))
            .collect();
        let figure = Class::Figure as Code;
        assert!(words.contains(&(2, 4, figure)), "{words:?}");
        let sentence = self::sentence("今年，1045.5万棵树苗");
        assert!(sentence.words.iter().any(|word| word.start == PAD + 3 && word.end >= PAD + 7));
        assert_eq!(each("码1b", |seen| seen.c), ['码' as u32, '0' as u32, 'a' as u32]);
    }
}
