//! Which stretches could be a name, and how costly it is to say so.
//!
//! Takes the characters from one place on, gives candidates for the lattice: Chinese people (surname and given name),
//! foreign names by their transliteration characters, places by their last character. What they are is decided there.

use super::data::{DATA, Names};
use super::table::Class;

/// A stretch of `length` characters that may be a name.
pub struct Candidate {
    pub length: usize,
    pub class: Class,
    pub cost: f32,
}

/// About one token in seventy of a newspaper names a person.
const PERSON: f32 = 7.4;
/// What it costs to cut a run of transliteration characters.
const CUT: f32 = 2.5;
const PLACE_BY_SUFFIX: f32 = 7.0;
/// What a character costs that stands in no name of the data.
const STRANGE: f32 = 10.0;

/// `before` is the character before `chars`.
pub fn candidates(before: Option<char>, chars: &[char], mut found: impl FnMut(Candidate)) {
    let names = &DATA.names;
    chinese(names, chars, &mut found);
    foreign(names, before, chars, &mut found);
    places(names, chars, &mut found);
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}')
}

/// 王小明, 欧阳修, 陈某某.
fn chinese(names: &Names, chars: &[char], found: &mut impl FnMut(Candidate)) {
    let mut buffer = String::with_capacity(8);
    for length in 1..=2.min(chars.len()) {
        buffer.clear();
        buffer.extend(&chars[..length]);
        let Some(&surname) = names.surname.get(buffer.as_str()) else { continue };
        let given: Vec<char> = chars[length..].iter().copied().take(2).take_while(|&c| is_han(c)).collect();
        let person = |given: usize, cost| Candidate { length: length + given, class: Class::Person, cost };
        if let Some(&one) = given.first() {
            let cost = if one == '某' { 2.0 } else { price(names, 0, one) + 1.2 };
            found(person(1, PERSON + surname + cost));
        }
        if let [one, two] = given[..] {
            // 孙先生, 何大爷: a title, not a given name.
            let title = DATA.titles.contains(String::from_iter([one, two]).as_str());
            let masked = two == '某';
            let cost = if masked { 1.0 } else { price(names, 1, one) + price(names, 2, two) + 0.4 };
            if !title {
                found(person(2, PERSON + surname + cost));
            }
        }
    }
    if let ['老' | '小', surname, ..] = *chars {
        if let Some(cost) = names.surname.get(surname.encode_utf8(&mut [0; 4]) as &str) {
            found(Candidate { length: 2, class: Class::Person, cost: PERSON + cost + 5.0 });
        }
    }
}

fn price(names: &Names, position: usize, c: char) -> f32 {
    names.given[position].get(&c).copied().unwrap_or(STRANGE)
}

/// 马克·吐温 whole; 克林顿 or 阿姆利亚 as a person or a place.
fn foreign(names: &Names, before: Option<char>, chars: &[char], found: &mut impl FnMut(Candidate)) {
    let typical = |c: Option<&char>| c.and_then(|c| names.foreign.get(c)).is_some_and(|&cost| cost < 5.3);
    // A name does not stop in the middle of a run of transliteration characters.
    let start = if typical(before.as_ref()) { CUT } else { 0.0 };
    let has_dot = dotted(chars);
    let (mut sum, mut dots, mut part) = (start, 0, 0);
    for (i, &c) in chars.iter().enumerate().take(24) {
        if is_dot(c) && part > 0 {
            dots += 1;
            part = 0;
            continue;
        }
        let known = names.foreign.get(&c).copied();
        sum += match (dots, known) {
            (0, Some(cost)) if has_dot => cost * 0.3,
            (0, Some(cost)) => cost,
            (0, None) if has_dot && is_han(c) => 8.0,
            (1.., Some(cost)) => cost * 0.75,
            (1.., None) if is_han(c) => 11.0,
            _ => return,
        };
        part += 1;
        if part > 8 {
            return;
        }
        let length = i + 1;
        let end = if typical(chars.get(length)) { CUT } else { 0.0 };
        if dots > 0 {
            found(Candidate { length, class: Class::Person, cost: PERSON + sum + end });
        } else if length >= 2 && !has_dot {
            let short = if length == 2 { 3.0 } else { 0.0 };
            found(Candidate { length, class: Class::Person, cost: PERSON + 1.6 + sum + short + end });
            if length >= 3 {
                found(Candidate { length, class: Class::Place, cost: PERSON + 2.8 + sum + end });
            }
        }
    }
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '‧' | '∙' | '．')
}

/// Whether a dot follows within a name's length, with only Chinese characters before it.
fn dotted(chars: &[char]) -> bool {
    chars
        .iter()
        .take(6)
        .position(|&c| is_dot(c))
        .is_some_and(|dot| dot > 0 && chars[..dot].iter().all(|&c| is_han(c)))
}

/// 石洞源村, 前进路: two or three characters that places have, and a last character that says what it is.
fn places(names: &Names, chars: &[char], found: &mut impl FnMut(Candidate)) {
    let mut sum = 0.0;
    for (i, c) in chars.iter().enumerate().take(4) {
        if i >= 2 {
            if let Some(cost) = suffix_cost(*c) {
                found(Candidate { length: i + 1, class: Class::Place, cost: PLACE_BY_SUFFIX + sum + cost });
            }
        }
        let Some(cost) = names.place.get(c) else { return };
        sum += cost;
    }
}

fn suffix_cost(c: char) -> Option<f32> {
    match c {
        '县' | '镇' | '乡' | '村' | '市' | '街' | '路' => Some(1.0),
        '省' | '州' | '区' | '河' | '湖' | '山' | '江' | '岛' | '桥' | '寨' | '屯' | '湾' | '巷' | '旗' => {
            Some(2.0)
        }
        '海' | '港' | '峰' | '岭' | '峡' | '沟' | '泉' | '寺' | '庙' | '宫' | '塔' | '园' | '滩' | '洲'
        | '里' | '弄' | '坝' => Some(3.5),
        _ => None,
    }
}
