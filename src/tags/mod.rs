//! People, organizations, places and dates.

use crate::page::{At, Page};
use crate::span::Span;

mod aliases;
mod chance;
mod dates;
mod entities;
pub mod explain;
mod home;
mod known;
pub mod lexicon;
pub(crate) mod model;
mod parting;
pub(crate) mod reader;
mod roles;
pub(crate) mod rules;
mod terms;
mod when;

pub use lexicon::Lexicon;

/// What a tag says of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Place,
    Organization,
    Date,
    Work,
    Term,
}

/// What made a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    Lexicon,
    Model,
    Rule,
}

/// A tagged range of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    pub kind: Kind,
    pub span: Span,
    pub by: By,
}

/// One person, body, place … of the page with all its mentions.
#[derive(Clone, Debug)]
pub struct Entity {
    pub kind: Kind,
    pub name: String,
    pub aliases: Vec<String>,
    pub roles: Vec<PersonRole>,
    /// ISO 8601, for dates that can be resolved.
    pub value: Option<String>,
    pub mentions: Vec<Mention>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PersonRole {
    pub title: String,
    pub organization: Option<String>,
    pub count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    pub at: At,
    pub by: By,
}

/// The tags of one text, ordered by place, not overlapping.
pub fn tag(text: &str, lexicon: &Lexicon) -> Vec<Tag> {
    let encyclopedia = reader::is_encyclopedia(text);
    reader::flat(reader::read(text, lexicon, encyclopedia))
}

/// The entities of a page, each with all its mentions, most mentioned first.
pub fn entities(page: &Page, lexicon: &Lexicon) -> Vec<Entity> {
    entities::read(page, lexicon)
}

/// What the rules and the model read `c` as: the ASCII twin of a full-width letter or figure, the simplified twin of a
/// traditional character, and one kind of quotation mark.
pub(crate) fn plain(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        '「' => '“',
        '」' => '”',
        _ => crate::text::simplified(c),
    }
}
