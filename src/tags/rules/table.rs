//! Words found by their first character, then by narrowing a sorted slice character by character.
//!
//! The data files group words by first character and are sorted, so a table is ready after one pass over them; no
//! trie is built. A look-up costs a binary search a character and never looks further than the longest word. Most
//! look-ups end at the second character, so second characters stand side by side in a list of their own.

use super::hash::Map;

/// What a stretch of text is, as far as reading names needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Noun,
    Verb,
    Adjective,
    /// Names of things: brands, peoples, festivals.
    Proper,
    /// Adverbs, prepositions, particles, measure words …
    Function,
    /// Punctuation and white space.
    Mark,
    /// Figures and Latin letters.
    Figure,
    /// A character no word explains.
    Unknown,
    Place,
    Body,
    Person,
    /// A stretch another pass has decided on, such as a date.
    Fixed,
}

/// How much more likely than elsewhere something stands beside a word, in nats.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Leaning {
    pub before_person: f32,
    pub after_person: f32,
    pub before_place: f32,
    pub in_body: f32,
    pub ends_body: f32,
}

/// A word of the table, without its first character.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub rest: &'static str,
    pub class: Class,
    /// Negative log probability.
    pub cost: f32,
    pub leaning: Leaning,
}

#[derive(Debug, Default)]
pub struct Table {
    by_first: Map<char, Group>,
}

/// The words that begin with one character.
#[derive(Debug, Default)]
struct Group {
    entries: Vec<Entry>,
    /// The second character of each, 0 for the first character alone.
    seconds: Vec<u32>,
}

/// One letter of a data file as a negative log probability: A–Z, a–z in steps of 0.4 nats.
pub fn cost(letter: u8) -> f32 {
    let step = if letter.is_ascii_uppercase() { letter - b'A' } else { letter.saturating_sub(71) };
    f32::from(step) / 2.5
}

impl Table {
    /// Adds a file of lines `first rest+letters rest+letters …`.
    pub fn extend(&mut self, file: &'static str) {
        for line in file.lines() {
            let mut chars = line.chars();
            let (Some(first), Some(' ')) = (chars.next(), chars.next()) else { continue };
            let group = self.by_first.entry(first).or_default();
            let items = chars.as_str();
            group.entries.reserve(items.bytes().filter(|&b| b == b' ').count() + 1);
            group.entries.extend(items.split(' ').filter_map(entry));
        }
    }

    /// Adds words of one class, unless the table has them.
    pub fn add(
        &mut self,
        words: impl Iterator<Item = &'static str>,
        class: Class,
        price: f32,
        leaning: Leaning,
    ) {
        for word in words {
            let Some(first) = word.chars().next() else { continue };
            let rest = &word[first.len_utf8()..];
            let group = &mut self.by_first.entry(first).or_default().entries;
            match group.iter_mut().find(|entry| entry.rest == rest) {
                Some(entry) if class != Class::Noun => entry.class = class,
                Some(_) => {}
                None => group.push(Entry { rest, class, cost: price, leaning }),
            }
        }
    }

    /// Puts the words in the order that look-ups need; to be called after the last addition.
    pub fn sort(&mut self) {
        for group in self.by_first.values_mut() {
            group.entries.sort_by_key(|entry| entry.rest);
            let second = |entry: &Entry| entry.rest.chars().next().map_or(0, u32::from);
            group.seconds = group.entries.iter().map(second).collect();
        }
    }

    /// Every word: its first character, the others, its class. Tens of thousands at every start, so none is put together.
    pub fn words(&self) -> impl Iterator<Item = (char, &'static str, Class)> {
        let groups = self.by_first.iter();
        groups.flat_map(|(&first, group)| group.entries.iter().map(move |e| (first, e.rest, e.class)))
    }

    /// Every word that stands at the start of `chars`, shortest first, with its length in characters.
    pub fn matches(&self, chars: &[char], mut found: impl FnMut(usize, &Entry)) {
        let Some(group) = chars.first().and_then(|c| self.by_first.get(c)) else { return };
        let single = group.seconds.iter().take_while(|&&second| second == 0).count();
        group.entries[..single].iter().for_each(|entry| found(1, entry));
        let Some(&second) = chars.get(1) else { return };
        let longer = &group.seconds[single..];
        let start = longer.partition_point(|&c| c < u32::from(second));
        let count = longer[start..].partition_point(|&c| c == u32::from(second));
        if count > 0 {
            let start = single + start;
            narrow(&group.entries[start..start + count], second.len_utf8(), chars, found);
        }
    }
}

/// The words among `group`, which have their second characters (of so many bytes) from `chars`, that go on as `chars` do.
fn narrow(mut group: &[Entry], mut bytes: usize, chars: &[char], mut found: impl FnMut(usize, &Entry)) {
    for length in 2.. {
        while let Some((entry, others)) = group.split_first().filter(|(e, _)| e.rest.len() == bytes) {
            found(length, entry);
            group = others;
        }
        let Some(next) = chars.get(length).filter(|_| !group.is_empty()) else { return };
        let mut buffer = [0; 4];
        let next = next.encode_utf8(&mut buffer).as_bytes();
        let part = |e: &Entry| {
            let rest = &e.rest.as_bytes()[bytes..];
            rest[..next.len().min(rest.len())].cmp(next)
        };
        let start = group.partition_point(|e| part(e).is_lt());
        let end = start + group[start..].partition_point(|e| part(e).is_eq());
        group = &group[start..end];
        bytes += next.len();
    }
}

/// `峰Zn44844`: the rest of a word, a letter for its cost, one for its class, five figures for its leanings.
fn entry(item: &'static str) -> Option<Entry> {
    let split = item.bytes().position(|b| b.is_ascii_alphabetic())?;
    let (rest, letters) = item.split_at(split);
    let letters = letters.as_bytes();
    let class = match letters.get(1)? {
        b'n' => Class::Noun,
        b'v' => Class::Verb,
        b'a' => Class::Adjective,
        b'w' => Class::Mark,
        b'z' => Class::Proper,
        b'p' => Class::Place,
        b'o' => Class::Body,
        b'k' => Class::Person,
        _ => Class::Function,
    };
    let lean = |i: usize| letters.get(2 + i).map_or(0.0, |&digit| (f32::from(digit) - 53.0) * 0.9);
    let leaning = Leaning {
        before_person: lean(0),
        after_person: lean(1),
        before_place: lean(2),
        in_body: lean(3),
        ends_body: lean(4),
    };
    Some(Entry { rest, class, cost: cost(letters[0]), leaning })
}

#[cfg(test)]
mod tests {
    use super::super::data::DATA;
    use super::*;

    #[test]
    fn letters_stand_for_costs_and_classes() {
        assert_eq!(
            [cost(b'A'), cost(b'B'), cost(b'Z'), cost(b'a'), cost(b'z')],
            [0.0, 0.4, 10.0, 10.4, 20.4]
        );
        for (letter, class) in [
            ('n', Class::Noun),
            ('v', Class::Verb),
            ('a', Class::Adjective),
            ('w', Class::Mark),
            ('z', Class::Proper),
            ('p', Class::Place),
            ('o', Class::Body),
            ('k', Class::Person),
            ('d', Class::Function),
        ] {
            let item: &'static str = Box::leak(format!("峰C{letter}").into_boxed_str());
            let found = entry(item).expect("an entry");
            assert_eq!(
                (found.rest, found.class, found.cost, found.leaning),
                ("峰", class, 0.8, Leaning::default())
            );
        }
        let leaning = entry("Zn46385").expect("a word of one character").leaning;
        let lean = |digit: f32| (digit - 5.0) * 0.9;
        let expected = Leaning {
            before_person: lean(4.0),
            after_person: lean(6.0),
            before_place: lean(3.0),
            in_body: lean(8.0),
            ends_body: lean(5.0),
        };
        assert_eq!(leaning, expected);
        assert!(entry("峰").is_none() && entry("峰Z").is_none());
    }

    fn table() -> Table {
        let mut table = Table::default();
        table.extend("云 An 岭Bn 岭市Cp 岭市委Do 海Ev\n山 水Fn\n没有空格\n");
        table.add(["云", "云海", "青荷"].into_iter(), Class::Noun, 3.0, Leaning::default());
        table.add(["山水", "云岭"].into_iter(), Class::Place, 4.0, Leaning::default());
        table.sort();
        table
    }

    fn found(table: &Table, text: &str) -> Vec<(usize, Class, f32)> {
        let chars: Vec<char> = text.chars().collect();
        let mut out = Vec::new();
        table.matches(&chars, |length, entry| out.push((length, entry.class, entry.cost)));
        out
    }

    #[test]
    fn words_at_a_place_are_found_shortest_first() {
        let table = table();
        let cloud = (1, Class::Noun, 0.0);
        assert_eq!(
            found(&table, "云岭市委员"),
            [cloud, (2, Class::Place, 0.4), (3, Class::Place, 0.8), (4, Class::Body, 1.2)]
        );
        // A noun leaves a word its class, another class takes it; the cost stays.
        assert_eq!(found(&table, "云海"), [cloud, (2, Class::Verb, 1.6)]);
        assert_eq!(found(&table, "山水画"), [(2, Class::Place, 2.0)]);
        assert_eq!(found(&table, "青荷"), [(2, Class::Noun, 3.0)]);
        assert_eq!(found(&table, "云"), [cloud]);
        assert!(
            found(&table, "青山").is_empty()
                && found(&table, "").is_empty()
                && found(&table, "没有").is_empty()
        );
        let mut words: Vec<String> = table.words().map(|(first, rest, _)| format!("{first}{rest}")).collect();
        words.sort();
        assert_eq!(words, ["云", "云岭", "云岭市", "云岭市委", "云海", "山水", "青荷"]);
    }

    /// The narrowing of slices finds what looking at every word finds.
    #[test]
    fn look_ups_are_those_of_the_whole_table() {
        let text = "中国人民解放军总医院和湖南省长沙市岳麓区人民法院在中华人民共和国成立前后的工业园区建设中";
        let chars: Vec<char> = text.chars().collect();
        let all: Vec<String> = DATA.table.words().map(|(first, rest, _)| format!("{first}{rest}")).collect();
        for (at, (byte, _)) in text.char_indices().enumerate() {
            let mut got = Vec::new();
            DATA.table.matches(&chars[at..], |length, _| got.push(length));
            let mut expected: Vec<usize> = all
                .iter()
                .filter(|word| text[byte..].starts_with(word.as_str()))
                .map(|word| word.chars().count())
                .collect();
            expected.sort_unstable();
            assert_eq!(got, expected, "{}", &text[byte..]);
        }
    }
}
