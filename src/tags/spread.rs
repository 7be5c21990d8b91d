//! Names that are sure, found wherever they stand on the page.
//!
//! Takes what the page says of each name (`known`) and the tags of its blocks; adds what the model missed. A name seen with
//! certainty (a title, a byline) or read more than once is sure; one name is of one kind; 市委 is the office that the page names in
//! full elsewhere. A name is only found where words begin and end with it.

use super::edges::is_whole;
use super::known::{Marked, Seen, slot};
use super::lexicon::{Entry, WordKind};
use super::offices::is_rank;
use super::rules;
use super::rules::data::DATA;
use super::rules::hash::Map;
use super::{By, Kind, Lexicon, Tag};
use crate::span::Span;

const KINDS: [Kind; 3] = [Kind::Person, Kind::Place, Kind::Organization];

/// Whether the page knows the name as that of a division, short or in full: 青荷 where it has 青荷县.
fn is_division(name: &str, all: &Map<&str, Seen>) -> bool {
    const RANKS: [char; 8] = ['市', '县', '省', '区', '州', '镇', '乡', '村'];
    // No one is called 某某市, whatever it was read as.
    let known = |rank: &char| {
        let full = all.get(format!("{name}{rank}").as_str());
        full.is_some_and(|seen| seen.by_kind[1] > 0 || matches!(rank, '市' | '县'))
    };
    match name.chars().count() {
        2 => RANKS.iter().any(known),
        _ => name.ends_with(['市', '县']),
    }
}

/// Finds the names that are sure wherever they stand.
pub fn spread(seen: &Map<&str, Seen>, home: Vec<Entry>, blocks: &mut [Marked]) {
    let entries = seen.iter().filter_map(|(&name, one)| {
        let most = (0..3).max_by_key(|&kind| (one.by_kind[kind], std::cmp::Reverse(kind)))?;
        let length = name.chars().count();
        let shorter = without_lead(name).and_then(|rest| seen.get(rest));
        if shorter.is_some_and(|shorter| shorter.by_kind[0] >= one.by_kind[0]) {
            return None;
        }
        let (kind, sure) = match KINDS[most] {
            _ if one.is_certain_person() => (Kind::Person, length >= 2),
            Kind::Person if is_division(name, seen) => (Kind::Place, true),
            // What was read twice was no chance.
            Kind::Person => (Kind::Person, length >= 2 && one.by_kind[0] > 1),
            Kind::Place => (Kind::Place, length >= 3 || length == 2 && one.by_kind[1] > 1),
            kind => (kind, length >= 3),
        };
        let entry = Entry { word: name.to_owned(), kind: WordKind::Tag(kind), name: String::new() };
        (sure && !one.forced).then_some(entry)
    });
    let mut entries: Vec<Entry> = entries.collect();
    // 莫里森 of 约翰·莫里森.
    let last_parts: Vec<Entry> = entries
        .iter()
        .filter(|entry| entry.kind == WordKind::Tag(Kind::Person))
        .filter_map(|entry| Some(Entry { word: entry.word.rsplit_once('·')?.1.to_owned(), ..entry.clone() }))
        .filter(|entry| entry.word.chars().count() > 1)
        .collect();
    entries.extend(last_parts);
    entries.extend(offices(seen));
    entries.extend(home);
    entries.sort_by(|a, b| a.word.cmp(&b.word));
    let names = Lexicon::new(entries);
    for marked in blocks {
        let hits = names.tags(marked.text);
        let mut first = 0;
        let mut added = Vec::new();
        for hit in hits {
            while marked.tags.get(first).is_some_and(|tag| tag.span.end <= hit.span.start) {
                first += 1;
            }
            let near = || marked.tags[first..].iter().take_while(|tag| tag.span.start < hit.span.end);
            let mut beside = near()
                .filter(|tag| tag.span.overlaps(hit.span) && !matches!(tag.kind, Kind::Work | Kind::Term));
            let tag = placed_body(&marked.tags[first..], hit).unwrap_or(hit);
            let free =
                tag.kind != hit.kind || beside.all(|tag| yields(tag, hit) || has_lead(marked.text, tag, hit));
            let read = || near().any(|tag| tag.span == hit.span || has_lead(marked.text, tag, hit));
            let no_mention = is_eponym(marked.text, hit) || is_of_ranks(marked.text, hit);
            if free && !no_mention && (read() || is_whole(marked.text, hit.span)) {
                added.push(Tag { by: By::Rule, ..tag });
            }
        }
        merge(&mut marked.tags, added);
    }
}

/// A body that was read to begin inside a place's name begins with it: 滨市实验小学 where the page has 潇滨市.
fn placed_body(tags: &[Tag], place: Tag) -> Option<Tag> {
    let inside = |tag: &&Tag| place.span.start < tag.span.start && tag.span.start < place.span.end;
    let near = || tags.iter().take_while(|tag| tag.span.start < place.span.end);
    let body = near().filter(|tag| tag.kind == Kind::Organization && tag.by != By::Lexicon).find(inside)?;
    let longer = place.span.end < body.span.end && place.kind == Kind::Place;
    longer.then_some(Tag { span: Span::new(place.span.start, body.span.end), ..*body })
}

/// 市委 where the page has 云州市委.
fn offices<'s>(seen: &'s Map<&str, Seen>) -> impl Iterator<Item = Entry> + 's {
    const OFFICES: [&str; 4] = ["委", "政府", "人大常委会", "政协"];
    let full = seen.iter().filter(|(_, seen)| seen.by_kind[2] > 0).map(|(&name, _)| name);
    let short = full.filter_map(|name| {
        let office = OFFICES.iter().find_map(|office| name.strip_suffix(office).zip(Some(office)));
        let (place, office) = office?;
        let rank = place.chars().next_back().filter(|&c| "省市县区州".contains(c) && place.len() > 3)?;
        Some(format!("{rank}{office}"))
    });
    short.map(|word| Entry { word, kind: WordKind::Tag(Kind::Organization), name: String::new() })
}

/// Whether a thing is named after the person: 某某理论, 某某奖.
fn is_eponym(text: &str, hit: Tag) -> bool {
    const THINGS: [&str; 7] = ["理论", "思想", "主义", "奖", "杯", "定律", "路"];
    hit.kind == Kind::Person && THINGS.iter().any(|thing| text[hit.span.end..].starts_with(thing))
}

/// Whether 市委 is one of several ranks' offices: 县市委.
fn is_of_ranks(text: &str, hit: Tag) -> bool {
    let rank = hit.span.of(text).chars().next().filter(|&c| is_rank(c));
    let before = text[..hit.span.start].chars().next_back().filter(|&c| is_rank(c));
    hit.kind == Kind::Organization && rank.is_some() && before.is_some() && rank != before
}

/// Whether a tag read from its own surroundings gives way to a name known from elsewhere on the page.
fn yields(tag: &Tag, hit: Tag) -> bool {
    let same_place = tag.span == hit.span;
    tag.by != By::Lexicon
        && slot(tag.kind).is_some()
        && (same_place && tag.kind != hit.kind
            || hit.span.contains(tag.span) && !same_place
            || hit.kind == Kind::Person && tag.kind == Kind::Person && !tag.span.contains(hit.span))
}

/// Whether a person was read with a word before the name.
fn has_lead(text: &str, tag: &Tag, hit: Tag) -> bool {
    let people = tag.kind == Kind::Person && hit.kind == Kind::Person && tag.by != By::Lexicon;
    people && without_lead(tag.span.of(text)) == Some(hit.span.of(text))
}

/// The name behind a word that may be read into it: 葛娟 of 小葛娟, 佐科 of 和佐科.
fn without_lead(name: &str) -> Option<&str> {
    let foreign = |name: &&str| name.chars().all(|c| DATA.names.foreign.contains_key(&c));
    let rest = name.strip_prefix(['小', '老']).filter(|rest| rules::is_person(rest));
    let rest = rest.or_else(|| name.strip_prefix(['和', '与', '同', '向', '对', '由']).filter(foreign));
    rest.filter(|rest| rest.chars().nth(1).is_some())
}

/// Puts `added` (ordered, disjoint) in place of the names they overlap.
fn merge(tags: &mut Vec<Tag>, added: Vec<Tag>) {
    if added.is_empty() {
        return;
    }
    tags.retain(|tag| {
        let at = added.partition_point(|new| new.span.end <= tag.span.start);
        let beaten = added.get(at).is_some_and(|new| new.span.overlaps(tag.span));
        slot(tag.kind).is_none() || !beaten
    });
    tags.extend(added);
    tags.sort_by_key(|tag| (tag.span.start, std::cmp::Reverse(tag.span.end)));
}
