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
        let shorter = behind_lead(name).and_then(|rest| seen.get(rest));
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
    let mut near = tags.iter().take_while(|tag| tag.span.start < place.span.end);
    let body = near.find(|tag| {
        tag.kind == Kind::Organization && tag.by != By::Lexicon && place.span.start < tag.span.start
    })?;
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
    people && behind_lead(tag.span.of(text)) == Some(hit.span.of(text))
}

/// The name behind a word that may be read into it: 葛娟 of 小葛娟, 佐科 of 和佐科.
fn behind_lead(name: &str) -> Option<&str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(names: &[(&'static str, [usize; 3])]) -> Map<&'static str, Seen> {
        let mut all: Map<&'static str, Seen> = Map::default();
        for &(name, by_kind) in names {
            all.entry(name).or_default().by_kind = by_kind;
        }
        all
    }

    /// A tag in characters of three bytes.
    fn tag(kind: Kind, start: usize, end: usize, by: By) -> Tag {
        Tag { kind, span: Span::new(3 * start, 3 * end), by }
    }

    #[test]
    fn divisions_of_the_page() {
        let all = seen(&[("青荷县", [1, 0, 0]), ("禾丰镇", [0, 1, 0]), ("林溪乡", [1, 0, 0])]);
        assert!(is_division("青荷", &all), "nobody is called so, whatever it was read as");
        assert!(is_division("禾丰", &all) && !is_division("林溪", &all) && !is_division("云岭", &all));
        assert!(is_division("云岭县", &all) && !is_division("禾丰镇", &all));
    }

    #[test]
    fn offices_are_called_by_their_rank() {
        let all = seen(&[
            ("云州市委", [0, 0, 1]),
            ("青荷县政府", [0, 0, 2]),
            ("禾丰镇政府", [0, 0, 1]),
            ("市政协", [0, 0, 1]),
            ("云岭区委", [0, 1, 0]),
        ]);
        let mut words: Vec<String> = offices(&all).map(|entry| entry.word).collect();
        words.sort();
        assert_eq!(words, ["县政府", "市委"]);
    }

    #[test]
    fn what_gives_way_to_a_name_of_the_page() {
        use Kind::{Date, Organization, Person, Place};
        let hit = |kind| tag(kind, 2, 5, By::Rule);
        let gives = |kind, start, end, hit| yields(&tag(kind, start, end, By::Model), hit);
        // The same stretch as something else, and what lies inside.
        assert!(gives(Place, 2, 5, hit(Person)) && !gives(Person, 2, 5, hit(Person)));
        assert!(gives(Place, 2, 4, hit(Place)) && gives(Organization, 3, 5, hit(Place)));
        // What is longer or lies across stays, but for people.
        assert!(!gives(Organization, 1, 6, hit(Place)) && !gives(Place, 4, 7, hit(Place)));
        assert!(gives(Person, 4, 7, hit(Person)) && !gives(Person, 1, 6, hit(Person)));
        assert!(!gives(Person, 4, 7, hit(Place)) && !gives(Place, 4, 7, hit(Person)));
        // What the user says, and what is no name.
        assert!(!yields(&tag(Place, 2, 4, By::Lexicon), hit(Place)));
        assert!(!gives(Date, 2, 4, hit(Place)));
    }

    #[test]
    fn a_body_begins_where_its_place_does() {
        use Kind::{Organization, Person, Place};
        let place = tag(Place, 2, 5, By::Rule);
        let body = |start, end| tag(Organization, start, end, By::Model);
        let whole = |start, end| placed_body(&[tag(Person, 0, 1, By::Model), body(start, end)], place);
        assert_eq!(whole(3, 9), Some(body(2, 9)));
        assert_eq!(whole(4, 6), Some(body(2, 6)));
        // It begins with the place, before it, behind it, or ends with it.
        assert_eq!([whole(2, 9), whole(1, 9), whole(5, 9), whole(3, 5)], [None; 4]);
        assert_eq!(placed_body(&[tag(Person, 3, 9, By::Model)], place), None);
        assert_eq!(placed_body(&[tag(Organization, 3, 9, By::Lexicon)], place), None);
        assert_eq!(placed_body(&[body(3, 9)], tag(Person, 2, 5, By::Rule)), None);
        assert_eq!(placed_body(&[], place), None);
    }

    #[test]
    fn a_word_before_a_name_may_be_read_into_it() {
        use Kind::{Organization, Person, Place};
        let lead = |tag: Tag, hit: Tag| has_lead("小葛娟来了", &tag, hit);
        let (read, hit) = (tag(Person, 0, 3, By::Model), tag(Person, 1, 3, By::Rule));
        assert!(lead(read, hit));
        assert!(!lead(tag(Person, 0, 3, By::Lexicon), hit) && !lead(tag(Organization, 0, 3, By::Model), hit));
        assert!(!lead(read, tag(Place, 1, 3, By::Rule)) && !lead(read, tag(Person, 2, 4, By::Rule)));
    }

    #[test]
    fn an_office_of_several_ranks_is_none() {
        let ranks = |text: &str, kind, start, end| is_of_ranks(text, tag(kind, start, end, By::Rule));
        assert!(ranks("县市委来了", Kind::Organization, 1, 3));
        assert!(!ranks("市市委来了", Kind::Organization, 1, 3));
        assert!(!ranks("县农科院来了", Kind::Organization, 1, 4));
        assert!(!ranks("县市桥来了", Kind::Place, 1, 3));
    }

    #[test]
    fn what_was_read_is_whole() {
        let text = "各级财政部门要加强监管";
        let read = vec![tag(Kind::Place, 2, 5, By::Model)];
        let body = [("财政部", [0, 0, 1])];
        assert_eq!(spread_over(text, &body, read), [(Kind::Organization, "财政部")]);
        assert_eq!(spread_over(text, &body, Vec::new()), []);
    }

    #[test]
    fn names_of_the_page_take_the_place_of_others() {
        use Kind::{Date, Person, Place};
        let mut tags = vec![
            tag(Place, 0, 2, By::Model),
            tag(Date, 2, 4, By::Rule),
            tag(Person, 3, 6, By::Model),
            tag(Place, 8, 10, By::Model),
        ];
        merge(&mut tags, vec![tag(Place, 2, 5, By::Rule)]);
        assert_eq!(
            tags,
            [
                tag(Place, 0, 2, By::Model),
                tag(Place, 2, 5, By::Rule),
                tag(Date, 2, 4, By::Rule),
                tag(Place, 8, 10, By::Model)
            ]
        );
        let before = tags.clone();
        merge(&mut tags, Vec::new());
        assert_eq!(tags, before);
    }

    #[test]
    fn things_named_after_people_are_not_the_people() {
        let eponym = |kind, text: &str| is_eponym(text, tag(kind, 0, 3, By::Rule));
        assert!(eponym(Kind::Person, "林远山奖颁出") && eponym(Kind::Person, "林远山路通车"));
        assert!(!eponym(Kind::Person, "林远山颁奖") && !eponym(Kind::Place, "白鹭湾路通车"));
    }

    /// What is spread over a page of one block: names with their kinds.
    fn spread_over(
        text: &'static str,
        names: &[(&'static str, [usize; 3])],
        tags: Vec<Tag>,
    ) -> Vec<(Kind, &'static str)> {
        let mut blocks = [Marked { article: 0, block: 0, text, tags, meant: Vec::new() }];
        spread(&seen(names), Vec::new(), &mut blocks);
        blocks[0].tags.iter().map(|tag| (tag.kind, tag.span.of(text))).collect()
    }

    #[test]
    fn a_name_is_sure_when_it_is_long_or_was_read_twice() {
        use Kind::{Organization, Person, Place};
        let text = "何苗、林远山到青荷、白鹭湾、禾丰、青荷县、禾丰集团。";
        let nothing: [(Kind, &str); 0] = [];
        assert_eq!(spread_over(text, &[("何苗", [1, 0, 0]), ("林远山", [1, 0, 0])], Vec::new()), nothing);
        assert_eq!(spread_over(text, &[("何苗", [2, 0, 0])], Vec::new()), [(Person, "何苗")]);
        assert_eq!(spread_over(text, &[("禾丰", [0, 1, 0])], Vec::new()), nothing);
        assert_eq!(spread_over(text, &[("白鹭湾", [0, 1, 0])], Vec::new()), [(Place, "白鹭湾")]);
        assert_eq!(spread_over(text, &[("禾丰集团", [0, 0, 1])], Vec::new()), [(Organization, "禾丰集团")]);
        assert_eq!(spread_over(text, &[("禾丰", [0, 0, 5])], Vec::new()), nothing);
        // As a person and as a division: 青荷 is the division's.
        let found = spread_over(text, &[("青荷", [2, 0, 0]), ("青荷县", [0, 1, 0])], Vec::new());
        assert_eq!(found, [(Place, "青荷"), (Place, "青荷县")]);
    }

    #[test]
    fn the_last_part_of_a_foreign_name_is_the_same_one() {
        let text = "阿列克·莫里森到访，莫里森说。";
        let found = spread_over(text, &[("阿列克·莫里森", [2, 0, 0])], Vec::new());
        assert_eq!(found, [(Kind::Person, "阿列克·莫里森"), (Kind::Person, "莫里森")]);
        let found = spread_over("阿列克·莫到访，莫说。", &[("阿列克·莫", [2, 0, 0])], Vec::new());
        assert_eq!(found, [(Kind::Person, "阿列克·莫")]);
        let found =
            spread_over("白鹭·莫里森港开放，莫里森港热闹。", &[("白鹭·莫里森港", [0, 2, 0])], Vec::new());
        assert_eq!(found, [(Kind::Place, "白鹭·莫里森港")]);
    }

    #[test]
    fn a_name_of_the_page_keeps_off_longer_ones() {
        use Kind::{Date, Organization, Person, Place, Term};
        let text = "白鹭湾合作社在白鹭湾，与白鹭湾人同行。";
        let at = |kind, name: &str, times: usize| {
            let start = text.match_indices(name).nth(times).expect("it is there").0;
            Tag { kind, span: Span::new(start, start + name.len()), by: By::Model }
        };
        let found = |tags: Vec<Tag>| spread_over(text, &[("白鹭湾", [0, 1, 0])], tags);
        let place = (Place, "白鹭湾");
        let body = (Organization, "白鹭湾合作社");
        // Inside a body it is no name of its own; behind it, it is.
        assert_eq!(found(vec![at(Organization, "白鹭湾合作社", 0)])[..2], [body, place]);
        // What was read wrongly gives way, whatever stands before and behind.
        let read = vec![at(Organization, "白鹭湾合作社", 0), at(Person, "鹭湾", 1), at(Person, "同行", 0)];
        assert_eq!(found(read)[..2], [body, place]);
        assert!(!found(vec![at(Person, "鹭湾", 1)]).contains(&(Person, "鹭湾")));
        // Terms and dates are no names and stay.
        let places = |read: &[(Kind, &str)]| read.iter().filter(|name| **name == place).count();
        let read = found(vec![at(Term, "白鹭湾，与白鹭湾", 0)]);
        assert!(read.contains(&(Term, "白鹭湾，与白鹭湾")) && places(&read) == 3);
        let read = found(vec![at(Date, "在白", 0)]);
        assert!(read.contains(&(Date, "在白")) && places(&read) == 2);
        // A place of two characters needs to be read twice.
        let two = |times| spread_over("到青荷去，青荷真好。", &[("青荷", [0, times, 0])], Vec::new()).len();
        assert_eq!((two(1), two(2)), (0, 2));
    }
}
