//! How people are called once they have been named: 小许, 老王, 王教授.
//!
//! Takes the settled tags of all blocks. A surname before a title, or behind 小 or 老, means the one person of the article whose name
//! begins with it, failing that of the page; the tag is given that name. 小许 is found wherever words begin and end with it. A
//! surname alone that means nobody known names nobody and is dropped.

use std::collections::BTreeMap;

use super::edges::is_whole;
use super::known::{Marked, put, slot};
use super::rules::data::DATA;
use super::{By, Kind, Tag, roles, rules};
use crate::span::Span;
use crate::text::{floor, fold, fold_char};
use crate::words::model::BUILT_IN as DICTIONARY;

/// What a surname is called by besides titles.
const ADDRESS: [&str; 2] = ["老汉", "老头"];

/// So many names with one surname are remembered; of more than one none is meant.
const ALIKE: usize = 8;

/// The longest title looked for, in bytes.
const LONGEST: usize = 30;

/// An article with more people is a roster, and calls none by a given name.
const MANY: usize = 60;

/// The names that begin with each surname, each once.
type Named = BTreeMap<char, Vec<String>>;

pub fn settle(blocks: &mut [Marked]) {
    let on_page = named(blocks);
    for article in blocks.chunk_by_mut(|a, b| a.article == b.article) {
        let here = named(article);
        for marked in article {
            surnames_alone(marked);
            familiar(marked, &here);
            by_given_name(marked, &here);
            mean(marked, &here, &on_page);
        }
    }
}

/// The people who are named in full, by surname.
fn named(blocks: &[Marked]) -> Named {
    let mut out = Named::default();
    for marked in blocks {
        for tag in marked.tags.iter().filter(|tag| tag.kind == Kind::Person) {
            let name = tag.span.of(marked.text);
            if called(name).is_some() || called_familiarly(name).is_some() || !is_full(name) {
                continue;
            }
            let Some(surname) = name.chars().next() else { continue };
            let names = out.entry(fold_char(surname)).or_default();
            if names.len() < ALIKE && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    out
}

/// Whether a name has a surname of one character and a given name.
fn is_full(name: &str) -> bool {
    (2..=3).contains(&name.chars().count()) && name.chars().next().is_some_and(is_surname)
}

fn is_surname(c: char) -> bool {
    DATA.names.is_surname(fold_char(c).encode_utf8(&mut [0; 4]))
}

/// The surname that is all of `name`.
fn called(name: &str) -> Option<char> {
    let mut chars = name.chars();
    chars.next().filter(|_| chars.next().is_none()).map(fold_char)
}

/// The surname behind 小 or 老.
fn called_familiarly(name: &str) -> Option<char> {
    called(name.strip_prefix(['小', '老'])?).filter(|&surname| is_surname(surname))
}

/// Whether what follows a surname is what people are called: 教授, 大爷.
fn is_address(rest: &str) -> bool {
    let rest = &*fold(&rest[..floor(rest, LONGEST)]);
    ADDRESS.iter().any(|word| rest.starts_with(word)) || roles::title_starting(rest).is_some()
}

/// Leaves the surname of 王老汉, which is read as a name now and then.
fn surnames_alone(marked: &mut Marked) {
    let text = marked.text;
    for tag in marked.tags.iter_mut().filter(|tag| tag.kind == Kind::Person && tag.by != By::Lexicon) {
        let name = fold(tag.span.of(text));
        let Some(surname) = name.chars().next() else { continue };
        let rest = &name[surname.len_utf8()..];
        let address = ADDRESS.contains(&rest) || rest.chars().count() > 1 && rules::is_title(rest);
        if address && is_surname(surname) {
            tag.span = Span::new(tag.span.start, tag.span.start + surname.len_utf8());
        }
    }
}

/// Where the names of a block stand, which do not overlap.
struct Names(Vec<Span>);

impl Names {
    fn of(marked: &Marked) -> Names {
        Names(marked.tags.iter().filter(|tag| slot(tag.kind).is_some()).map(|tag| tag.span).collect())
    }

    /// Whether none of them lies in `span`.
    fn leave(&self, span: Span) -> bool {
        let next = self.0.partition_point(|name| name.end <= span.start);
        !self.0.get(next).is_some_and(|name| name.overlaps(span))
    }
}

/// Finds 小许 and 老许 where the article has one 许某某.
fn familiar(marked: &mut Marked, here: &Named) {
    let text = marked.text;
    let names = Names::of(marked);
    let mut found: Vec<Tag> = Vec::new();
    for (start, lead) in text.match_indices(['小', '老']) {
        let Some(surname) = text[start + lead.len()..].chars().next() else { continue };
        let span = Span::new(start, start + lead.len() + surname.len_utf8());
        let one = here.get(&fold_char(surname)).is_some_and(|names| names.len() == 1);
        let is_no_name = || {
            here[&fold_char(surname)]
                .iter()
                .all(|name| !text[start + lead.len()..].starts_with(name.as_str()))
        };
        let chars: Vec<char> = span.of(text).chars().collect();
        if one && names.leave(span) && is_no_name() && !DICTIONARY.is_ordinary(&chars) && is_whole(text, span)
        {
            found.push(Tag { kind: Kind::Person, span, by: By::Rule });
        }
    }
    found.into_iter().for_each(|tag| put(&mut marked.tags, tag));
}

/// Finds 雨桐 where the article has 何雨桐, and the given name is no word.
fn by_given_name(marked: &mut Marked, here: &Named) {
    let text = marked.text;
    let names = Names::of(marked);
    let mut found: Vec<(Span, String)> = Vec::new();
    let three = |name: &&String| name.chars().count() == 3;
    for name in here.values().flatten().filter(three).take(MANY) {
        let given = &name[name.chars().next().map_or(0, char::len_utf8)..];
        let shared = here.values().flatten().filter(|other| other.ends_with(given)).count() > 1;
        if shared || DICTIONARY.is_word(&given.chars().collect::<Vec<_>>()) {
            continue;
        }
        for (start, _) in text.match_indices(given) {
            let span = Span::new(start, start + given.len());
            if names.leave(span) && is_whole(text, span) {
                found.push((span, name.clone()));
            }
        }
    }
    for (span, name) in found {
        put(&mut marked.tags, Tag { kind: Kind::Person, span, by: By::Rule });
        marked.meant.push((span.start, name));
    }
}

/// Tells whom a surname means, and drops it where nobody is known.
fn mean(marked: &mut Marked, here: &Named, on_page: &Named) {
    let text = marked.text;
    let one = |names: &Named, surname| match names.get(&surname).map(Vec::as_slice) {
        Some([name]) => Some(name.clone()),
        _ => None,
    };
    let meant = |surname: char| match here.contains_key(&surname) {
        true => one(here, surname),
        false => one(on_page, surname),
    };
    for tag in marked.tags.iter().filter(|tag| tag.kind == Kind::Person && tag.by != By::Lexicon) {
        let name = tag.span.of(text);
        let before_title = |surname: char| is_address(&text[tag.span.end..]).then_some(surname);
        let surname = called(name).and_then(before_title).or_else(|| called_familiarly(name));
        marked.meant.extend(surname.and_then(meant).map(|name| (tag.span.start, name)));
    }
    marked.meant.sort();
    let Marked { tags, meant, .. } = marked;
    let known = |tag: &Tag| meant.binary_search_by_key(&tag.span.start, |&(start, _)| start).is_ok();
    tags.retain(|tag| {
        let alone = tag.kind == Kind::Person && tag.by != By::Lexicon && called(tag.span.of(text)).is_some();
        !alone || known(tag)
    });
}
