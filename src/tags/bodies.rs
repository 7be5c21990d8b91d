//! Bodies by names that mean nothing else: 韩联社, 欧洲议会.
//!
//! Takes the characters of a part of a text; gives where such names stand. What was learned from passes over them where their
//! surroundings are not those of 1998, and they need no surroundings.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::reader::Stretch;

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
}
