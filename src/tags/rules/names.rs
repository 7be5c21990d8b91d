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

#[cfg(test)]
mod tests {
    use super::*;

    /// The candidates at the head of `text`, with their costs.
    fn all(before: Option<char>, text: &str) -> Vec<(usize, Class, f32)> {
        let chars: Vec<char> = text.chars().collect();
        let mut out = Vec::new();
        candidates(before, &chars, |found| out.push((found.length, found.class, found.cost)));
        out
    }

    fn lengths(text: &str, class: Class) -> Vec<usize> {
        all(None, text).into_iter().filter(|one| one.1 == class).map(|one| one.0).collect()
    }

    fn price_of(before: Option<char>, text: &str, length: usize, class: Class) -> f32 {
        let found = all(before, text).into_iter().filter(|one| (one.0, one.1) == (length, class));
        found.map(|one| one.2).min_by(f32::total_cmp).expect("a candidate")
    }

    fn near(a: f32, b: f32) {
        assert!((a - b).abs() < 1e-4, "{a} {b}");
    }

    #[test]
    fn people_have_a_surname_and_a_given_name() {
        assert_eq!(lengths("何苗说", Class::Person), [2, 3]);
        assert_eq!(lengths("何苗，", Class::Person), [2]);
        assert_eq!(lengths("何，苗", Class::Person), [] as [usize; 0]);
        assert_eq!(lengths("欧阳修远", Class::Person)[..], [2, 3, 3, 4]);
        assert_eq!(lengths("孙先生说", Class::Person), [2], "a title is no given name");
        assert_eq!(lengths("老何说", Class::Person), [2]);
        assert_eq!(lengths("的小何", Class::Person), [] as [usize; 0]);
        // 某 is dearer by itself than with another, and cheaper than a stranger in a name.
        let names = &DATA.names;
        near(price_of(None, "何某，", 2, Class::Person), PERSON + names.surname["何"] + 2.0);
        near(price_of(None, "何某某，", 3, Class::Person), PERSON + names.surname["何"] + 1.0);
        near(
            price_of(None, "何明，", 2, Class::Person),
            PERSON + names.surname["何"] + names.given[0][&'明'] + 1.2,
        );
        let given = names.given[1][&'小'] + names.given[2][&'明'];
        near(price_of(None, "何小明", 3, Class::Person), PERSON + names.surname["何"] + given + 0.4);
        near(price_of(None, "老何，", 2, Class::Person), PERSON + names.surname["何"] + 5.0);
        near(price(names, 0, '☆'), STRANGE);
    }

    #[test]
    fn foreign_names_are_runs_of_their_characters() {
        let sound = |c: char| DATA.names.foreign[&c];
        let sum = sound('克') + sound('林') + sound('顿');
        near(price_of(None, "克林顿说", 3, Class::Person), FOREIGN + sum);
        near(price_of(None, "克林顿说", 3, Class::Place), FOREIGN + 1.2 + sum);
        near(price_of(None, "克林说", 2, Class::Person), FOREIGN + 3.0 + sound('克') + sound('林'));
        assert!(!all(None, "克林说").iter().any(|one| one.1 == Class::Place), "two are no place");
        // A name that is cut off at either end costs more.
        near(price_of(Some('斯'), "克林顿说", 3, Class::Person), CUT + FOREIGN + sum);
        near(price_of(None, "克林顿斯", 3, Class::Person), CUT + FOREIGN + sum);
        near(price_of(None, "克林顿斯", 3, Class::Place), CUT + FOREIGN + 1.2 + sum);
        // With a dot it is a person, and what stands before the dot says less.
        let dotted = price_of(None, "克林·顿，", 4, Class::Person);
        near(dotted, PERSON + 0.3 * (sound('克') + sound('林')) + 0.75 * sound('顿'));
        assert!(lengths("克林·顿，", Class::Person).iter().all(|&length| length == 4));
        near(price_of(None, "囍·克囍，", 4, Class::Person), PERSON + 8.0 + 0.75 * sound('克') + 11.0);
        let cut = price_of(None, "克林·顿斯，", 4, Class::Person);
        near(cut, PERSON + 0.3 * (sound('克') + sound('林')) + 0.75 * sound('顿') + CUT);
        assert!(lengths("克··林，", Class::Person).is_empty());
        assert!(lengths("，·克", Class::Person).is_empty() && lengths("囍克林", Class::Person).is_empty());
        // No part is longer than eight characters, none begins with a dot.
        assert_eq!(lengths("克克克克克克克克克克", Class::Place), [3, 4, 5, 6, 7, 8]);
        assert!(
            !dotted_at("克克克克克克·克")
                && dotted_at("克克克克克·克")
                && !dotted_at("·克")
                && !dotted_at("克a·克")
        );
    }

    fn dotted_at(text: &str) -> bool {
        dotted(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn places_are_told_by_their_last_character() {
        let of = |chars: &str| chars.chars().map(|c| DATA.names.place[&c]).sum::<f32>();
        assert_eq!(lengths("石洞源村的", Class::Place), [4]);
        near(price_of(None, "石洞源村的", 4, Class::Place), PLACE_BY_SUFFIX + of("石洞源") + 1.0);
        near(price_of(None, "石洞山。", 3, Class::Place), PLACE_BY_SUFFIX + of("石洞") + 2.0);
        near(price_of(None, "石洞沟。", 3, Class::Place), PLACE_BY_SUFFIX + of("石洞") + 3.5);
        // Where the last character begins another word it may not be the place's; before an office it surely is.
        near(price_of(None, "石洞山水", 3, Class::Place), PLACE_BY_SUFFIX + of("石洞") + 2.0 + TORN);
        near(price_of(None, "石洞市委", 3, Class::Place), PLACE_BY_SUFFIX + of("石洞") + 1.0 + OFFICE);
        near(price_of(None, "石洞市。", 3, Class::Place), PLACE_BY_SUFFIX + of("石洞") + 1.0);
        // The last two are a word of their own; a place has three or four characters.
        assert_eq!(lengths("石家乡", Class::Place), [] as [usize; 0]);
        assert_eq!(lengths("石村", Class::Place), [] as [usize; 0]);
        assert_eq!(lengths("，石村", Class::Place), [] as [usize; 0]);
        assert!(
            ['县', '山', '沟'].map(suffix_cost) == [Some(1.0), Some(2.0), Some(3.5)]
                && suffix_cost('人').is_none()
        );
    }
}
