//! The tables that the rules look things up in, read once from `src/data/tags`.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::hash::{Map, Quick};
use super::table::{Class, Leaning, Table, cost};

/// Which body a word can end, and what must stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// Any name before it makes a body: 公司, 大学.
    Strong,
    /// Only a place, a body or 省市县区 before it: 局, 厅.
    Weak,
    /// The trade in the short name of a firm: 科技, 光电.
    Brand,
    /// Places that act: 园区, 开发区.
    Park,
}

/// How characters make names, as negative log probabilities.
#[derive(Debug, Default)]
pub struct Names {
    pub surname: Map<&'static str, f32>,
    /// Surnames that are looked for only where something else says that a name stands.
    pub rare: Map<&'static str, f32>,
    /// The given name of one character, the first and the second of two.
    pub given: [Map<char, f32>; 3],
    pub foreign: Map<char, f32>,
    pub place: Map<char, f32>,
}

impl Names {
    /// Whether `name` is a surname, a rare one too.
    pub fn is_surname(&self, name: &str) -> bool {
        self.surname.contains_key(name) || self.rare.contains_key(name)
    }
}

#[derive(Debug)]
pub struct Data {
    pub table: Table,
    pub names: Names,
    pub titles: HashSet<&'static str, BuildHasherDefault<Quick>>,
    pub suffixes: Map<&'static str, Suffix>,
}

pub static DATA: LazyLock<Data> = LazyLock::new(|| {
    let titles: HashSet<&str, _> = words_of(include_str!("../../data/tags/titles.txt")).collect();
    let suffixes = suffixes(include_str!("../../data/tags/suffixes.txt"));
    let mut table = Table::default();
    table.extend(include_str!("../../data/tags/words.txt"));
    table.extend(include_str!("../../data/tags/places.txt"));
    let title = Leaning {
        before_person: 3.6,
        after_person: 2.0,
        in_body: -2.0,
        ends_body: -3.0,
        ..Leaning::default()
    };
    // 市委书记 is two words to the lattice: a body and a title.
    let single =
        titles.iter().copied().filter(|title| !title.chars().nth(1).is_some_and(|c| "委政党".contains(c)));
    table.add(single, Class::Noun, 11.0, title);
    table.add(words_of(include_str!("../../data/tags/landmarks.txt")), Class::Place, 9.5, Leaning::default());
    table.add(words_of(include_str!("../../data/tags/world.txt")), Class::Place, 10.0, Leaning::default());
    table.add(words_of(include_str!("../../data/tags/bodies.txt")), Class::Body, 9.5, Leaning::default());
    let long = suffixes.keys().copied().filter(|suffix| suffix.chars().count() > 1);
    table.add(long, Class::Noun, 10.5, Leaning { in_body: 1.8, ends_body: 2.7, ..Leaning::default() });
    let plain = Leaning { before_person: -0.9, after_person: -0.9, ..Leaning::default() };
    table.add(words_of(include_str!("../../data/tags/modern.txt")), Class::Noun, 11.5, plain);
    table.sort();
    Data { table, names: names(include_str!("../../data/tags/names.txt")), titles, suffixes }
});

fn lines_of(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

fn words_of(file: &'static str) -> impl Iterator<Item = &'static str> {
    lines_of(file).flat_map(str::split_whitespace)
}

fn suffixes(file: &'static str) -> Map<&'static str, Suffix> {
    let mut out = Map::default();
    for line in lines_of(file) {
        let (kind, words) = line.split_once(' ').unwrap_or((line, ""));
        let kind = match kind {
            "strong" => Suffix::Strong,
            "weak" => Suffix::Weak,
            "brand" => Suffix::Brand,
            _ => Suffix::Park,
        };
        for word in words.split_whitespace() {
            out.entry(word).or_insert(kind);
        }
    }
    out
}

fn names(file: &'static str) -> Names {
    let mut names = Names::default();
    for line in lines_of(file) {
        let (kind, items) = line.split_once(' ').unwrap_or((line, ""));
        let costs = items.split(' ').filter_map(|item| {
            let (key, letter) = item.split_at_checked(item.len().checked_sub(1)?)?;
            Some((key, cost(letter.as_bytes()[0])))
        });
        let chars = costs.clone().filter_map(|(key, cost)| Some((key.chars().next()?, cost)));
        match kind {
            "surname" => names.surname = costs.collect(),
            "rare" => names.rare = costs.collect(),
            "given" => names.given[0] = chars.collect(),
            "given1" => names.given[1] = chars.collect(),
            "given2" => names.given[2] = chars.collect(),
            "foreign" => names.foreign = chars.collect(),
            _ => names.place = chars.collect(),
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaning(word: &str) -> Leaning {
        let chars: Vec<char> = word.chars().collect();
        let mut found = None;
        DATA.table.matches(&chars, |length, entry| {
            if length == chars.len() {
                found = Some(entry.leaning);
            }
        });
        found.expect("the table has the word")
    }

    #[test]
    fn files_are_read_line_by_line() {
        let names = names(
            "# Costs.\nsurname 云B 欧阳C\nrare 麓A\ngiven 明A\ngiven1 小B\ngiven2 远C\nforeign 克D\nplace 岭E\n",
        );
        assert_eq!((names.surname["云"], names.surname["欧阳"], names.rare["麓"]), (0.4, 0.8, 0.0));
        assert_eq!((names.given[0][&'明'], names.given[1][&'小'], names.given[2][&'远']), (0.0, 0.4, 0.8));
        assert_eq!((names.foreign[&'克'], names.place[&'岭']), (1.2, 1.6));
        assert!(names.is_surname("云") && names.is_surname("麓") && !names.is_surname("岭"));
        let suffixes = suffixes("# Ends.\nstrong 公司 大学\nweak 局\nbrand 科技 局\npark 园区\n");
        let of = |word| suffixes.get(word).copied();
        assert_eq!(
            [of("公司"), of("大学"), of("局")],
            [Some(Suffix::Strong), Some(Suffix::Strong), Some(Suffix::Weak)]
        );
        assert_eq!([of("科技"), of("园区"), of("街")], [Some(Suffix::Brand), Some(Suffix::Park), None]);
    }

    /// What no corpus was counted for says of its neighbours what its kind says.
    #[test]
    fn words_of_a_file_lean_as_their_kind_does() {
        let all: Vec<(String, Leaning)> = DATA
            .table
            .words()
            .map(|(first, rest, _)| format!("{first}{rest}"))
            .filter(|word| DATA.titles.contains(word.as_str()))
            .map(|word| (word.clone(), leaning(&word)))
            .collect();
        let title = Leaning {
            before_person: 3.6,
            after_person: 2.0,
            before_place: 0.0,
            in_body: -2.0,
            ends_body: -3.0,
        };
        assert!(all.iter().filter(|(_, leaning)| *leaning == title).count() > 20);
        let suffix = Leaning { in_body: 1.8, ends_body: 2.7, ..Leaning::default() };
        let ends = DATA.suffixes.keys().filter(|word| word.chars().count() > 1);
        assert!(ends.filter(|word| leaning(word) == suffix).count() > 5);
        let modern = words_of(include_str!("../../data/tags/modern.txt"));
        let plain = Leaning { before_person: -0.9, after_person: -0.9, ..Leaning::default() };
        assert!(modern.filter(|word| leaning(word) == plain).count() > 20);
        // 市委书记 is a body and a title.
        assert!(!DATA.table.words().any(|(first, rest, _)| first == '市' && rest == "委书记"));
    }

    /// Who looks for one at an end or a beginning takes no single character for it.
    #[test]
    fn titles_bodies_and_what_any_body_ends_in_have_two_characters() {
        let two = |word: &&str| word.chars().nth(1).is_some();
        let strong = DATA.suffixes.iter().filter(|(_, kind)| **kind == Suffix::Strong);
        assert!(DATA.titles.iter().all(two) && strong.map(|(word, _)| word).all(two));
        assert!(DATA.table.words().all(|(_, rest, class)| !rest.is_empty() || class != Class::Body));
    }
}
