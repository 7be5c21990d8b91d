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
const PERSON: f32 = 7.8;
const FOREIGN: f32 = 7.0;
/// What it costs to cut a run of transliteration characters.
const CUT: f32 = 2.5;
const PLACE_BY_SUFFIX: f32 = 8.0;
const TORN: f32 = 2.0;
const OFFICE: f32 = -5.0;
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
    let (mut buffer, mut bytes) = ([0; 8], 0);
    for length in 1..=2.min(chars.len()) {
        bytes += chars[length - 1].encode_utf8(&mut buffer[bytes..]).len();
        let surname = std::str::from_utf8(&buffer[..bytes]).ok().and_then(|name| names.surname.get(name));
        let Some(&surname) = surname else { continue };
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
    let familiar = chars.get(1).filter(|_| matches!(chars[0], '老' | '小'));
    if let Some(cost) = familiar.and_then(|c| names.surname.get(c.encode_utf8(&mut [0; 4]) as &str)) {
        found(Candidate { length: 2, class: Class::Person, cost: PERSON + cost + 5.0 });
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
            found(Candidate { length, class: Class::Person, cost: FOREIGN + sum + short + end });
            if length >= 3 {
                found(Candidate { length, class: Class::Place, cost: FOREIGN + 1.2 + sum + end });
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
            // 建家乡, 进山区: the last two characters are a word of their own.
            if let Some(cost) = suffix_cost(*c).filter(|_| !is_word(&chars[i - 1..=i])) {
                let next = chars.get(i + 1);
                // 湖光山色: the last character begins another word; 云岭市委: an office follows.
                let office = matches!(c, '市' | '县' | '区' | '州' | '镇' | '乡')
                    && next.is_some_and(|c| "委政人公检法纪".contains(*c));
                let torn = next.is_some() && is_word(&chars[i..=i + 1]);
                let around = if office {
                    OFFICE
                } else if torn {
                    TORN
                } else {
                    0.0
                };
                let cost = PLACE_BY_SUFFIX + sum + cost + around;
                found(Candidate { length: i + 1, class: Class::Place, cost });
            }
        }
        let Some(cost) = names.place.get(c) else { return };
        sum += cost;
    }
}

fn is_word(chars: &[char]) -> bool {
    let mut word = false;
    DATA.table.matches(chars, |length, entry| word |= length == chars.len() && entry.class != Class::Place);
    word
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
