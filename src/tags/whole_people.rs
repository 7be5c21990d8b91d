//! Names of people made whole, and no more than whole: foreign and minority names with dots, and what follows a name.
//!
//! Takes the characters of a part of a text and the names found in it, in order; gives the names with better edges. The model
//! knows few such names, but what stands around them tells where they begin and end: a title or a mark of a list before,
//! 夫妇, a dan or a mark behind.

use super::Kind;
use super::dates::is_digit;
use super::model::Name;
use super::parting::{begins_with, ends_with};
use super::reader::Stretch;
use super::roles;
use super::rules::data::DATA;
use super::rules::{self, is_han};
use crate::words::model::BUILT_IN as DICTIONARY;

/// What is said of people right behind their names.
const BEHIND: [&str; 5] = ["夫妇", "夫人", "先生", "女士", "伉俪"];
/// What stands before those who are given an office.
const GIVEN: [&str; 5] = ["任命", "选举", "补选", "增选", "推选"];
/// The most that a name is longer on one side than the model has it, and the longest title before it, in characters.
const MORE: usize = 6;
const TITLE: usize = 9;

pub fn settled(chars: &[char], names: Vec<Name>) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    let mut names = names.into_iter().peekable();
    while let Some(mut name) = names.next() {
        if name.kind == Kind::Place && is_player(chars, name) {
            name.kind = Kind::Person;
        }
        let other = |name: &&Name| name.kind != Kind::Person;
        let floor = out.last().filter(other).map_or(0, |last| last.end);
        let limit = names.peek().filter(other).map_or(chars.len(), |next| next.start);
        let name = if name.kind == Kind::Person { person(chars, name, (floor, limit)) } else { name };
        // What a longer name has taken in is gone.
        if out
            .last()
            .is_some_and(|last| name.start < last.end && last.kind == Kind::Person && is_dotted(chars, *last))
        {
            continue;
        }
        while out.last().is_some_and(|last| name.start < last.end) {
            out.pop();
        }
        match out.last_mut().filter(|last| goes_on(chars, last, &name)) {
            Some(last) => last.end = name.end,
            None => out.push(name),
        }
    }
    out
}

/// The person with better edges.
fn person(chars: &[char], name: Name, between: Stretch) -> Name {
    let name = if is_dotted(chars, name) { dotted(chars, name, between) } else { name };
    let whole = &chars[name.start..name.end];
    let behind = BEHIND.iter().find(|word| whole.len() > 3 && ends_with(whole, word));
    let dan = whole.len() == 3 && is_digit(whole[2]) && chars.get(name.end) == Some(&'段');
    let less = behind.map_or(usize::from(dan), |word| word.chars().count());
    Name { end: name.end - less, ..name }
}

/// Whether the dan of a player of chess or go stands behind `name`: 罗溪河六段.
fn is_player(chars: &[char], name: Name) -> bool {
    matches!(chars[name.end..], [dan, '段', ..] if is_digit(dan)) && chars.contains(&'棋')
}

fn is_dotted(chars: &[char], name: Name) -> bool {
    chars[name.start..name.end].contains(&'·')
}

/// A name with a dot as far as the list or the title around it lets it reach; not past `floor` and `limit`, where other names stand.
fn dotted(chars: &[char], name: Name, (floor, limit): Stretch) -> Name {
    let before = chars[..name.start].iter().rev().take(MORE).take_while(|&&c| is_part(c)).count();
    let start = name.start - before;
    let begins = |at: &usize| {
        let head = &chars[at.saturating_sub(TITLE)..*at];
        let listed = *at == start && chars[..*at].last() == Some(&'、');
        listed || GIVEN.iter().any(|verb| ends_with(head, verb)) || ends_with_title(head)
    };
    let start = (start..=name.start).rev().find(begins).filter(|&start| !has_word(&chars[start..name.start]));
    let start = start.unwrap_or(name.start);
    let after = chars[name.end..].iter().take(MORE).take_while(|&&c| is_part(c)).count();
    let next = &chars[name.end + after..];
    let people =
        begins_with(next, "、") || begins_with(next, "（") && next.iter().take(8).any(|&c| c == '族');
    let more = after < MORE && people && !has_word(&chars[name.end..name.end + after]);
    let end = if more { name.end + after } else { name.end };
    if floor <= start && end <= limit { Name { start, end, ..name } } else { name }
}

/// Whether there is a word in what a name would be longer by, or it is one character.
fn has_word(more: &[char]) -> bool {
    let word = |length: usize| more.windows(length).any(|part| DICTIONARY.is_ordinary(part));
    more.len() == 1 || word(2) || word(3)
}

/// Whether a character may stand in a name with dots.
fn is_part(c: char) -> bool {
    is_han(c) && !matches!(c, '和' | '与' | '及' | '等' | '的' | '中') || c == '·'
}

fn ends_with_title(head: &[char]) -> bool {
    roles::title_ending(&head.iter().collect::<String>()).is_some()
}

/// Whether `next` is the rest of the foreign name `last`: 布拉藻 and 斯卡斯 side by side.
fn goes_on(chars: &[char], last: &Name, next: &Name) -> bool {
    let people = last.kind == Kind::Person && next.kind == Kind::Person && last.end == next.start;
    let sounds = |name: &Name| {
        let name = &chars[name.start..name.end];
        2 * name.iter().filter(|c| DATA.names.foreign.contains_key(c)).count() >= name.len()
    };
    let chinese = rules::is_person(&chars[last.start..last.end].iter().collect::<String>());
    people && next.end - last.start > 4 && !chinese && sounds(last) && sounds(next)
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn check(text: &str, people: &[&str], expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let name = |part: &&str| {
            let start = text[..text.find(part).unwrap()].chars().count();
            Name { kind: Kind::Person, start, end: start + part.chars().count() }
        };
        let found = settled(&chars, people.iter().map(name).collect());
        let shown: Vec<String> = found.iter().map(|n| chars[n.start..n.end].iter().collect()).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn a_name_with_a_dot_fills_its_place_in_a_list() {
        check("县长库来西·巴依尔当选", &["西·巴依尔"], &["库来西·巴依尔"]);
        check("选举库来西·巴依尔（维吾尔族）为", &["库来", "西·巴依尔"], &["库来西·巴依尔"]);
        check(
            "李远、嘉措木·桑杰旺姆却珍（藏族）、王平",
            &["李远", "嘉措木·桑杰", "王平"],
            &["李远", "嘉措木·桑杰旺姆却珍", "王平"],
        );
        check("当地人约翰·莫里森说", &["约翰·莫里森"], &["约翰·莫里森"]);
        check("指挥家约翰·莫里森的学生、歌手", &["约翰·莫里森"], &["约翰·莫里森"]);
    }

    #[test]
    fn what_follows_a_name_is_none_of_it() {
        check("约翰·莫里森夫妇来访", &["约翰·莫里森夫妇"], &["约翰·莫里森"]);
        check("林桐五段执黑", &["林桐五"], &["林桐"]);
        check("林桐五来到", &["林桐五"], &["林桐五"]);
    }

    #[test]
    fn a_foreign_name_in_two_pieces_is_one() {
        check("总统布拉藻斯卡斯说", &["布拉藻", "斯卡斯"], &["布拉藻斯卡斯"]);
        check("（尚林海阿平）", &["尚林海", "阿平"], &["尚林海", "阿平"]);
    }

    /// The names of a text when those that are marked in it were settled.
    fn names(marked: &str) -> Vec<String> {
        let (chars, names) = marks::names(marked);
        marks::listed(&chars, &settled(&chars, names))
    }

    #[test]
    fn who_has_a_dan_is_no_place() {
        assert_eq!(names("棋手〔地 罗溪河〕六段执黑"), ["〔人 罗溪河〕"]);
        assert_eq!(names("〔地 罗溪河〕六段清淤"), ["〔地 罗溪河〕"]);
    }

    #[test]
    fn a_name_with_a_dot_takes_in_people_and_nothing_else() {
        assert_eq!(names("选举〔人 库来〕〔人 西·巴依尔〕（维吾尔族）"), ["〔人 库来西·巴依尔〕"]);
        assert_eq!(names("选举〔地 库来〕〔人 西·巴依尔〕（维吾尔族）"), ["〔地 库来〕", "〔人 西·巴依尔〕"]);
        let inside = "李远、〔人 嘉措木·桑杰〕〔人 旺姆却珍〕（藏族）";
        assert_eq!(names(inside), ["〔人 嘉措木·桑杰旺姆却珍〕"]);
        let place = "李远、〔人 嘉措木·桑杰〕〔地 旺姆却珍〕（藏族）";
        assert_eq!(names(place), ["〔人 嘉措木·桑杰〕", "〔地 旺姆却珍〕"]);
        assert_eq!(names("〔人 约翰·莫里森〕〔人 何苗〕说"), ["〔人 约翰·莫里森〕", "〔人 何苗〕"]);
    }

    #[test]
    fn a_name_with_a_dot_is_as_long_as_its_surroundings_say() {
        check("李远、库来西·巴依尔、王平", &["西·巴依尔"], &["库来西·巴依尔"]);
        for text in [
            "见库来西·巴依尔当选",
            "县长西·巴依尔旺姆却珍（右）",
            "县长西·巴依尔旺姆却珍，",
            "县长西·巴依尔旺姆却珍措吉、",
            "县长西·巴依尔旺、",
        ] {
            check(text, &["西·巴依尔"], &["西·巴依尔"]);
        }
        assert!(has_word(&['学', '生']) && has_word(&['旺']));
        assert!(!has_word(&['旺', '姆', '却', '珍']) && !has_word(&[]));
    }

    #[test]
    fn a_lady_of_three_characters_has_no_other_name() {
        check("何夫人来访", &["何夫人"], &["何夫人"]);
        check("何苗夫人来访", &["何苗夫人"], &["何苗"]);
    }

    #[test]
    fn two_foreign_names_are_two() {
        assert_eq!(names("〔人 布拉藻〕、〔人 斯卡斯〕说"), ["〔人 布拉藻〕", "〔人 斯卡斯〕"]);
        assert_eq!(names("〔人 布拉藻〕〔地 斯卡斯〕说"), ["〔人 布拉藻〕", "〔地 斯卡斯〕"]);
        assert_eq!(
            names("见〔人 拉维〕〔人 斯卡〕说"),
            ["〔人 拉维〕", "〔人 斯卡〕"],
            "they are too short for one"
        );
        assert_eq!(names("〔人 布拉藻〕〔人 何林苗〕说"), ["〔人 布拉藻〕", "〔人 何林苗〕"]);
    }
}
