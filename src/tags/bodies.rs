//! Bodies by names that mean nothing else: 韩联社, 欧洲议会; builders by their number, 中铁二十五局; and 政协 with the number of its
//! session, 政协云州市第九届委员会.
//!
//! Takes the characters of a part of a text; gives where such names stand. What was learned from passes over them where their
//! surroundings are not those of 1998, and they need no surroundings.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::dates::is_digit;
use super::offices::is_rank;
use super::parting::length_of_one;
use super::reader::Stretch;
use super::rules::is_han;

/// The names by their first character, in its order; those of one character the longest first.
static NAMES: LazyLock<Vec<(char, Vec<Vec<char>>)>> = LazyLock::new(|| {
    let lines = include_str!("../data/tags/certain_bodies.txt").lines().filter(|line| !line.starts_with('#'));
    let mut by_first: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
    for name in lines.flat_map(str::split_whitespace) {
        let name: Vec<char> = name.chars().collect();
        by_first.entry(name[0]).or_default().push(name);
    }
    by_first.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.len())));
    by_first.into_iter().collect()
});

/// Where they stand in `chars`, in order.
pub fn certain(chars: &[char]) -> Vec<Stretch> {
    let names = &*NAMES;
    let mut out: Vec<Stretch> = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        let Ok(first) = names.binary_search_by_key(c, |(first, _)| *first) else { continue };
        let free = out.last().is_none_or(|&(_, end)| end <= at);
        let name = names[first].1.iter().find(|name| free && chars[at..].starts_with(name));
        out.extend(name.map(|name| (at, at + name.len())));
    }
    out
}

/// Where builders stand that have a number for a name.
pub fn numbered(chars: &[char]) -> Vec<Stretch> {
    const HEADS: [&str; 6] = ["中铁", "中建", "中交", "中冶", "中国水电", "中水"];
    const ENDS: [&str; 5] = ["局", "航局", "公局", "院", "冶"];
    const FIRMS: [&str; 3] = ["集团有限公司", "集团", "有限公司"];
    let builder = |start: usize| {
        let mut at = start + length_of_one(&HEADS, &chars[start..])?;
        at += length_of_one(&["第"], &chars[at..]).unwrap_or(0);
        at += numerals(&chars[at..])?;
        at += length_of_one(&ENDS, &chars[at..])?;
        Some((start, at + length_of_one(&FIRMS, &chars[at..]).unwrap_or(0)))
    };
    (0..chars.len()).filter(|&at| chars[at] == '中').filter_map(builder).collect()
}

/// The length of the number, from one to three characters, that `chars` begin with.
fn numerals(chars: &[char]) -> Option<usize> {
    let length = chars.iter().take_while(|&&c| is_digit(c)).count();
    (1..=3).contains(&length).then_some(length)
}

/// The longest place in the name of a session, in characters.
const PLACE: usize = 12;

/// Where 政协 stands with the number of its session.
pub fn sessions(chars: &[char]) -> Vec<Stretch> {
    let starts = (0..chars.len()).filter(|&at| chars[at..].starts_with(&['政', '协']));
    starts.filter_map(|start| Some((start, session(chars, start)?))).collect()
}

fn session(chars: &[char], start: usize) -> Option<usize> {
    let place = chars[start + 2..].iter().take(PLACE).position(|&c| c == '第')?;
    let mut at = start + 2 + place;
    let divided = place == 0 || is_rank(chars[at - 1]) && chars[start + 2..at].iter().all(|&c| is_han(c));
    at += 1;
    at += numerals(&chars[at..])?;
    at += length_of_one(&["届"], &chars[at..])?;
    at += length_of_one(&["全国"], &chars[at..]).unwrap_or(0);
    at += length_of_one(&["委员会"], &chars[at..]).filter(|_| divided)?;
    Some(at + length_of_one(&["常务委员会", "常委会"], &chars[at..]).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_found() {
        let chars: Vec<char> = "据韩联社报道，欧盟委员会与世卫组织".chars().collect();
        let found: Vec<String> =
            certain(&chars).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect();
        assert_eq!(found, ["韩联社", "欧盟委员会", "世卫组织"]);
    }

    #[test]
    fn a_builder_has_a_number() {
        let chars: Vec<char> = "由中铁二十五局、中建五局集团有限公司承建，中铁快运".chars().collect();
        let found: Vec<String> =
            numbered(&chars).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect();
        assert_eq!(found, ["中铁二十五局", "中建五局集团有限公司"]);
    }

    #[test]
    fn a_session_has_its_place_and_number() {
        let found = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            sessions(&chars).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect()
        };
        assert_eq!(found("政协云州市第九届委员会第二次会议"), ["政协云州市第九届委员会"]);
        assert_eq!(found("政协第十四届全国委员会常务委员会会议"), ["政协第十四届全国委员会常务委员会"]);
        assert_eq!(found("昨天上午在城南开幕的政协云州市第九届委员会"), ["政协云州市第九届委员会"]);
        assert_eq!(found("市政协主席说，第九届委员会政协"), [""; 0]);
        assert_eq!(found("政协清漪第九届委员会"), [""; 0], "a place without its rank");
    }

    #[test]
    fn a_builder_may_be_the_first_of_several() {
        let found = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            numbered(&chars).into_iter().map(|(s, e)| chars[s..e].iter().collect()).collect()
        };
        assert_eq!(found("中交第二航局集团、中国水电五局"), ["中交第二航局集团", "中国水电五局"]);
        assert_eq!(found("中铁第局、中铁局"), [""; 0]);
    }
}
