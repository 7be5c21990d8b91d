//! People, organizations, places and dates.

use crate::page::{At, Page};
use crate::span::Span;

mod address;
mod aliases;
mod bodies;
mod brackets;
mod chance;
mod dates;
mod divisions;
mod edges;
mod entities;
pub(crate) mod epithets;
pub mod explain;
mod home;
mod kinds;
mod known;
pub mod lexicon;
#[cfg(test)]
mod marks;
pub(crate) mod model;
mod nobody;
mod offices;
mod parting;
mod people;
pub(crate) mod reader;
pub(crate) mod roles;
mod roundup;
pub(crate) mod rules;
mod run;
mod spread;
mod terms;
mod when;
mod whole_people;

pub use lexicon::Lexicon;
pub use run::Run;

/// What a tag says of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 人名.
    Person,
    /// 地名.
    Place,
    /// 机构名.
    Organization,
    /// 日期.
    Date,
    /// 作品名.
    Work,
    /// 术语.
    Term,
}

/// What made a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// The user's words.
    Lexicon,
    /// The learned model.
    Model,
    /// A pattern or a list.
    Rule,
}

/// A tagged range of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What it names.
    pub kind: Kind,
    /// Range of the text.
    pub span: Span,
    /// What made it.
    pub by: By,
}

/// One person, body, place … of the page with all its mentions.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Its fullest form.
    pub name: String,
    /// Other forms on the page.
    pub aliases: Vec<String>,
    /// Offices of a person, the most frequent first.
    pub roles: Vec<PersonRole>,
    /// ISO 8601, for dates that can be resolved.
    pub value: Option<String>,
    /// In reading order.
    pub mentions: Vec<Mention>,
}

/// An office that a text gives a person.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonRole {
    /// 职务.
    pub title: String,
    /// Where.
    pub organization: Option<String>,
    /// How often.
    pub count: usize,
}

/// A place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub at: At,
    /// What made the tag.
    pub by: By,
}

/// The tags of one text, ordered by place, not overlapping.
pub fn tag(text: &str, lexicon: &Lexicon) -> Vec<Tag> {
    Run::default().tag(text, lexicon)
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
