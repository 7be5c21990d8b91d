//! People, places and organizations by rules: a lattice of words and names, then bodies put together.
//!
//! Takes one stretch of text and what is already decided in it; gives the names. A learned tagger stands beside this
//! one with the same signature and is called from the same place.

mod bodies;
mod data;
mod firms;
mod lattice;
mod names;
mod table;

pub use data::DATA;
pub use names::is_han;

use super::Kind;
use table::Class;

/// A name, in characters of the text it was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

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
