//! Reports of an agency from several places.
//!
//! Takes the settled tags of all blocks. Where a page has such reports (新华社云州1月8日电, 新华社海州1月9日电), offices without
//! their place are dropped from them: 省政协 is another body in each, and an index that joins them would be wrong. People keep them
//! in their titles.

use std::collections::BTreeSet;

use super::known::Marked;
use super::{By, Kind, Tag, offices};
use crate::text::fold;

pub fn settle(blocks: &mut [Marked]) {
    let places: BTreeSet<&str> = blocks.iter().flat_map(reported_from).collect();
    if places.len() < 2 {
        return;
    }
    for article in blocks.chunk_by_mut(|a, b| a.article == b.article) {
        if article.iter().any(|marked| reported_from(marked).next().is_some()) {
            for Marked { text, tags, .. } in article {
                tags.retain(|tag| tag.by == By::Lexicon || !is_bare_office(text, tag));
            }
        }
    }
}

/// The places that an agency's reports in a block come from.
fn reported_from<'p>(marked: &Marked<'p>) -> impl Iterator<Item = &'p str> + use<'p> {
    let text = marked.text;
    let dated: BTreeSet<usize> =
        marked.tags.iter().filter(|tag| tag.kind == Kind::Date).map(|tag| tag.span.start).collect();
    let places = marked.tags.iter().filter(|tag| tag.kind == Kind::Place && dated.contains(&tag.span.end));
    let signed = places.filter(|tag| text[..tag.span.start].ends_with('社'));
    let names: Vec<&str> = signed.map(|tag| tag.span.of(text)).collect();
    names.into_iter()
}

fn is_bare_office(text: &str, tag: &Tag) -> bool {
    let name: Vec<char> = fold(tag.span.of(text)).chars().collect();
    tag.kind == Kind::Organization && offices::is_office(&name)
}
