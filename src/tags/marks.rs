//! Texts with their names in marks, 〔人 …〕 〔地 …〕 〔机 …〕 〔时 …〕, as tests write them.

use super::known::Marked;
use super::model::Name;
use super::{By, Kind, Tag};
use crate::span::Span;

const LETTERS: [(char, Kind); 4] =
    [('人', Kind::Person), ('地', Kind::Place), ('机', Kind::Organization), ('时', Kind::Date)];

/// The text without its marks, and the names that they are.
pub fn names(marked: &str) -> (Vec<char>, Vec<Name>) {
    let (mut chars, mut names) = (Vec::new(), Vec::new());
    for part in marked.split_inclusive(['〔', '〕']) {
        let start = chars.len();
        match part.strip_suffix('〕').and_then(|name| name.split_once(' ')) {
            Some((letter, name)) => {
                chars.extend(name.chars());
                let known = LETTERS.into_iter().find(|(c, _)| letter.starts_with(*c));
                let (_, kind) = known.expect("a letter for a kind");
                names.push(Name { kind, start, end: chars.len() });
            }
            None => chars.extend(part.trim_end_matches('〔').chars()),
        }
    }
    (chars, names)
}

/// The same as tags: dates by rule, all else by the model.
pub fn tags(marked: &str) -> (String, Vec<Tag>) {
    let (chars, names) = names(marked);
    let byte = |at: usize| chars[..at].iter().map(|c| c.len_utf8()).sum();
    let tag = |name: &Name| Tag {
        kind: name.kind,
        span: Span::new(byte(name.start), byte(name.end)),
        by: if name.kind == Kind::Date { By::Rule } else { By::Model },
    };
    (chars.iter().collect(), names.iter().map(tag).collect())
}

/// A block of an article with these tags.
pub fn block(article: usize, text: &str, tags: Vec<Tag>) -> Marked<'_> {
    Marked { article, block: 0, text, tags, meant: Vec::new() }
}

/// A block with its tags in marks.
pub fn shown(marked: &Marked) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for tag in &marked.tags {
        out += &marked.text[at..tag.span.start];
        out += &in_marks(tag.kind, tag.span.of(marked.text));
        at = tag.span.end;
    }
    out + &marked.text[at..]
}

/// Names in marks, without what stands between them.
pub fn listed(chars: &[char], names: &[Name]) -> Vec<String> {
    names
        .iter()
        .map(|name| in_marks(name.kind, &chars[name.start..name.end].iter().collect::<String>()))
        .collect()
}

fn in_marks(kind: Kind, name: &str) -> String {
    let (letter, _) = LETTERS.into_iter().find(|(_, known)| *known == kind).expect("a kind with a letter");
    format!("〔{letter} {name}〕")
}
