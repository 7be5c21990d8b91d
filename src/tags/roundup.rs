//! Reports of an agency from several places.
//!
//! Takes the settled tags of all blocks; gives the articles that are such reports (新华社云州1月8日电, 新华社海州1月9日电 on one page).
//! An office without its place counts for nothing in them: 省政协 is another body in each, and an index that joins them would be
//! wrong. People keep it in their titles.

use std::collections::BTreeSet;

use super::known::Marked;
use super::{By, Kind, Tag, offices};
use crate::text::fold;

/// The articles that are reports, where the page has reports from more than one place.
pub fn reports(blocks: &[Marked]) -> BTreeSet<usize> {
    let reported = blocks.iter().filter_map(|marked| Some((marked.article, place(marked)?)));
    let (reports, places): (BTreeSet<usize>, BTreeSet<&str>) = reported.unzip();
    if places.len() > 1 { reports } else { BTreeSet::new() }
}

/// The place that an agency's report in a block comes from: it stands between the agency and a date.
fn place<'p>(marked: &Marked<'p>) -> Option<&'p str> {
    let dated = |end: usize| {
        let next = marked.tags.partition_point(|tag| tag.span.start < end);
        marked.tags[next..].iter().take_while(|tag| tag.span.start == end).any(|tag| tag.kind == Kind::Date)
    };
    let mut places = marked.tags.iter().filter(|tag| tag.kind == Kind::Place);
    let place = places.find(|tag| marked.text[..tag.span.start].ends_with('社') && dated(tag.span.end))?;
    Some(place.span.of(marked.text))
}

/// Whether `tag` is an office without its place that the user did not ask for.
pub fn is_bare_office(text: &str, tag: &Tag) -> bool {
    let name: Vec<char> = fold(tag.span.of(text)).chars().collect();
    tag.kind == Kind::Organization && tag.by != By::Lexicon && offices::is_office(&name)
}
