//! People, places and organizations by rules: a lattice of words and names, then bodies put together.
//!
//! Takes one stretch of text and what is already decided in it; gives the names. The learned model reads them as
//! features and decides: the rules know what no corpus shows, such as firms in a list.

mod bodies;
pub(crate) mod data;
mod firms;
pub(crate) mod hash;
mod lattice;
mod names;
mod table;

pub use names::is_han;

use super::Kind;
use super::model::Name;
use data::DATA;
pub use table::Class;

/// The names of `chars`; `fixed` are ordered, disjoint stretches that hold none.
pub fn read(chars: &[char], fixed: &[(usize, usize)]) -> Vec<Name> {
    let tokens = bodies::compose(chars, lattice::read(chars, fixed));
    let tokens = firms::list(chars, tokens);
    let names = tokens.iter().filter_map(|token| {
        let kind = match token.class {
            Class::Person => Kind::Person,
            Class::Place => Kind::Place,
            Class::Body => Kind::Organization,
            _ => return None,
        };
        Some(Name { kind, start: token.start, end: token.end })
    });
    names.collect()
}

/// Whether `word` is an office or title.
pub fn is_title(word: &str) -> bool {
    DATA.titles.contains(word)
}

/// The same of all of `chars`.
pub fn are_title(chars: &[char]) -> bool {
    is_title(&chars.iter().collect::<String>())
}

/// Whether `name` is put together as names of people are.
pub fn is_person(name: &str) -> bool {
    let length = name.chars().count();
    let begins = |surname: &str| DATA.names.is_surname(surname);
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).take(2);
    name.contains('·') || (2..=4).contains(&length) && ends.into_iter().any(|end| begins(&name[..end]))
}

/// Whether the tables have `word`, as whatever it is.
pub fn is_word(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let mut known = false;
    DATA.table.matches(&chars, |length, _| known |= length == chars.len());
    known
}

/// The length in bytes of the places that `name` begins with: 衡州市云山区 of 衡州市云山区法院.
pub fn place_prefix(name: &str) -> usize {
    let chars: Vec<char> = name.chars().take(16).collect();
    let mut at = 0;
    loop {
        let mut longest = 0;
        DATA.table.matches(&chars[at..], |length, entry| {
            if entry.class == Class::Place {
                longest = longest.max(length);
            }
        });
        if longest == 0 {
            return chars[..at].iter().map(|c| c.len_utf8()).sum();
        }
        at += longest;
    }
}
