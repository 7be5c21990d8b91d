//! Every tag of one text: the lexicon's words first, then dates and amounts, then names, works and slogans.
//!
//! Takes a text and the user's words; gives tags that may lie in one another (a place in the title of a work), and
//! `flat` leaves of these one layer. Sentences are read one by one, so that nothing grows with the text.

use super::{
    By, Kind, Lexicon, Tag, bodies, brackets, dates, divisions, edges, model, offices, parting, people,
    plain, rules, terms, whole_people,
};
use crate::span::Span;
use crate::text::address::addresses;
use crate::words;

/// A sentence is read in parts no longer than this, in characters.
const LONGEST: usize = 400;

/// The tags of `text`, ordered by start, the longer first; tags of one kind do not overlap.
pub fn read(text: &str, lexicon: &Lexicon, encyclopedia: bool) -> Vec<Tag> {
    let mut tags = lexicon.tags(text);
    let forced = tags.len();
    for part in parts(text) {
        read_part(text, part, forced, encyclopedia, &mut tags);
    }
    tags.sort_by_key(|tag| (tag.span.start, std::cmp::Reverse(tag.span.end)));
    tags
}

/// One layer of tags: the lexicon's first, then names, then what they leave room for.
pub fn flat(tags: Vec<Tag>) -> Vec<Tag> {
    let rank = |tag: &Tag| match (tag.by, tag.kind) {
        (By::Lexicon, _) => 0,
        (_, Kind::Work) => 1,
        (_, Kind::Person | Kind::Place | Kind::Organization) => 2,
        (_, Kind::Date) => 3,
        (_, Kind::Term) => 4,
    };
    let mut out: Vec<Tag> = Vec::with_capacity(tags.len());
    for tag in tags {
        let mut room = true;
        while let Some(last) = out.last().filter(|last| last.span.overlaps(tag.span)) {
            if rank(last) <= rank(&tag) {
                room = false;
                break;
            }
            out.pop();
        }
        if room {
            out.push(tag);
        }
    }
    out
}

/// Parts of `text` that end where sentences do.
pub(crate) fn parts(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut start, mut length) = (0, 0);
    for (at, c) in text.char_indices() {
        length += 1;
        let ends = matches!(c, '。' | '！' | '？' | '；' | '\n' | '\r');
        if ends || length >= LONGEST && !rules::is_han(c) || length >= LONGEST * 2 {
            let end = at + c.len_utf8();
            out.push(Span::new(start, end));
            (start, length) = (end, 0);
        }
    }
    out.push(Span::new(start, text.len()));
    out
}

/// Reads one part; `tags[..forced]` are the lexicon's.
fn read_part(text: &str, part: Span, forced: usize, encyclopedia: bool, tags: &mut Vec<Tag>) {
    let chars: Vec<char> = part.of(text).chars().map(plain).collect();
    let mut bytes: Vec<usize> = part.of(text).char_indices().map(|(at, _)| part.start + at).collect();
    bytes.push(part.end);
    let first = tags[..forced].partition_point(|tag| tag.span.end <= part.start);
    let lexicon: Vec<(usize, usize)> = tags[first..forced]
        .iter()
        .take_while(|tag| tag.span.start < part.end)
        .map(|tag| {
            let place = |byte: usize| bytes.partition_point(|&b| b < byte);
            (place(tag.span.start), place(tag.span.end.min(part.end)))
        })
        .collect();
    let mut push = |kind, start: usize, end: usize, by| {
        tags.push(Tag { kind, span: Span::new(bytes[start], bytes[end]), by });
    };
    let (fixed, found) = decide(&chars, &lexicon);
    for (kind, start, end) in found {
        push(kind, start, end, By::Rule);
    }
    let slogans = terms::slogans(&chars);
    let alone = ordinary_word(&chars);
    let names = model::BUILT_IN.read(&chars, &fixed, encyclopedia);
    let names = if encyclopedia { places_joined(names) } else { town(&chars, names, &fixed, &mut push) };
    for name in names.into_iter().flat_map(|name| parting::parted(&chars, name)) {
        let name = without_bars(&chars, name);
        let inside = |&&(start, end): &&(usize, usize)| start <= name.start && name.end <= end;
        let place = (name.start, name.end);
        let piece = |&slogan: &Stretch| is_piece(&chars, slogan, place);
        if slogans.iter().find(inside).is_some_and(piece) || alone == Some(place) {
            continue;
        }
        let end = name.end + if name.kind == Kind::Place { bank(&chars, name.end) } else { 0 };
        push(name.kind, name.start, end, By::Model);
    }
    let clear = |&(start, end): &(usize, usize)| lexicon.iter().all(|&(s, e)| end <= s || e <= start);
    terms::works(&chars)
        .into_iter()
        .filter(clear)
        .for_each(|(start, end)| push(Kind::Work, start, end, By::Rule));
    slogans.into_iter().filter(clear).for_each(|(start, end)| push(Kind::Term, start, end, By::Rule));
}

/// The names with places that stand together as one, as an encyclopedia has them: 中国海南省三亚市.
fn places_joined(names: Vec<model::Name>) -> Vec<model::Name> {
    let mut out: Vec<model::Name> = Vec::with_capacity(names.len());
    for name in names {
        match out.last_mut() {
            Some(last) if last.end == name.start && [last.kind, name.kind] == [Kind::Place, Kind::Place] => {
                last.end = name.end;
            }
            _ => out.push(name),
        }
    }
    out
}

/// The name without the bars of a table's cells around it.
fn without_bars(chars: &[char], name: model::Name) -> model::Name {
    let bar = |at: &usize| matches!(chars[*at], '|' | ' ' | '\t');
    let start = (name.start..name.end).find(|at| !bar(at)).unwrap_or(name.start);
    let end = (start..name.end).rev().find(|at| !bar(at)).map_or(name.end, |last| last + 1);
    model::Name { start, end, ..name }
}

/// Whether what is read as a name in a slogan is a piece of one of its parallel phrases, which only looks like a name; a whole
/// phrase may be one.
fn is_piece(chars: &[char], (start, end): Stretch, (first, behind): Stretch) -> bool {
    let parts = |at: usize| terms::parts_phrases(chars[at]);
    let whole = (first == start || parts(first - 1)) && (behind == end || parts(behind));
    terms::is_parallel(&chars[start..end]) && !whole
}

/// The names of a page of our day: those of the model made whole, without what stands in the names that are pushed by rule.
fn town(
    chars: &[char],
    names: Vec<model::Name>,
    fixed: &[Stretch],
    push: &mut impl FnMut(Kind, usize, usize, By),
) -> Vec<model::Name> {
    let names = divisions::completed(chars, brackets::joined(chars, names));
    let names: Vec<model::Name> = names.into_iter().map(|name| people::without_lead(chars, name)).collect();
    let names = whole_people::settled(chars, names);
    let mut ruled = by_rule(chars, &names, fixed);
    let meets_rule = |one: Stretch| ruled.iter().any(|&(_, other)| meets(one, other));
    let held = |one: Stretch| meets_rule(one) || fixed.iter().any(|&other| meets(one, other));
    let named = |one: Stretch, name: &model::Name| meets(one, (name.start, name.end));
    let taken = |one: Stretch| held(one) || names.iter().any(|name| named(one, name));
    // Who is called as a mountain is: 院士钟山.
    let same_place =
        |one: Stretch, name: &model::Name| name.kind == Kind::Place && (name.start, name.end) == one;
    let taken_else =
        |one: Stretch| held(one) || names.iter().any(|name| named(one, name) && !same_place(one, name));
    let people: Vec<Stretch> =
        people::behind_titles(chars, taken_else).into_iter().chain(people::of_state(chars, taken)).collect();
    let beaten = |name: &model::Name| people.iter().any(|&one| meets(one, (name.start, name.end)));
    let kept = names.iter().filter(|name| !meets_rule((name.start, name.end)) && !beaten(name));
    let kept = kept.copied().collect();
    ruled.extend(people.into_iter().map(|one| (Kind::Person, one)));
    ruled.into_iter().for_each(|(kind, (start, end))| push(kind, start, end, By::Rule));
    kept
}

/// The offices, roads, rivers and leaders that surroundings tell. None runs across the edge of a name of the model; a river
/// meets none.
fn by_rule(chars: &[char], names: &[model::Name], fixed: &[Stretch]) -> Vec<(Kind, Stretch)> {
    let across = |name: &model::Name, (start, end): Stretch| {
        name.start < end && start < name.end && !(start <= name.start && name.end <= end)
    };
    let clear = |&stretch: &Stretch| !names.iter().any(|name| across(name, stretch));
    let free = |&one: &Stretch| !names.iter().any(|name| meets(one, (name.start, name.end)));
    let apart = |&one: &Stretch| !fixed.iter().any(|&other| meets(one, other));
    let offices = offices::offices(chars).into_iter().filter(clear).filter(apart);
    let roads = divisions::roads(chars).into_iter().filter(clear);
    let rivers = divisions::waters(chars).into_iter().filter(free).filter(apart);
    let leaders = people::led(chars).into_iter().chain(people::elected(chars)).filter(clear).filter(apart);
    // No longer name that is more than this one's: 中国移动湖南公司 is read whole.
    let inside = |&(start, end): &Stretch| {
        names.iter().any(|name| name.start <= start && end <= name.end && name.kind == Kind::Organization)
    };
    let whole = |&one: &Stretch| edges::are_whole(chars, one);
    let known = bodies::certain(chars).into_iter().chain(bodies::numbered(chars));
    let bodies = known.filter(clear).filter(|one| !inside(one)).filter(whole);
    let bodies = bodies.chain(bodies::sessions(chars)).filter(apart);
    let of = |kind: Kind| move |stretch: Stretch| (kind, stretch);
    let places = roads.chain(rivers).map(of(Kind::Place));
    offices
        .chain(bodies)
        .map(of(Kind::Organization))
        .chain(places)
        .chain(leaders.map(of(Kind::Person)))
        .collect()
}

fn meets((start, end): Stretch, (other_start, other_end): Stretch) -> bool {
    start < other_end && other_start < end
}

/// The word that is all there is, if a dictionary has it and not as a name: 简讯 over a column is nobody.
fn ordinary_word(chars: &[char]) -> Option<Stretch> {
    let start = chars.iter().position(|&c| rules::is_han(c))?;
    let end = chars.iter().rposition(|&c| rules::is_han(c))? + 1;
    (end - start <= 4 && words::model::BUILT_IN.is_ordinary(&chars[start..end])).then_some((start, end))
}

/// The length of 左岸 or 右岸 after a water, which make it the name of a quarter; 两岸 and 北岸 are only where it lies.
fn bank(chars: &[char], at: usize) -> usize {
    let water = at > 0 && matches!(chars[at - 1], '湖' | '江' | '河' | '溪');
    if water && matches!(chars.get(at..at + 2), Some(['左' | '右', '岸'])) { 2 } else { 0 }
}

/// Whether no word runs into or out of the word of a day or a year there: not 投产|后年产值, 日本|周边.
fn stands_alone(chars: &[char], start: usize, end: usize) -> bool {
    const NEAR: usize = 8;
    if end - start > 2 || chars[start].is_ascii_digit() {
        return true;
    }
    let text = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    let (before, date) = (text(start.saturating_sub(NEAR), start), text(start, end));
    let after = text(end, chars.len().min(end + NEAR));
    let parts = |one: &str, other: &str| words::boundary(one, other) > -1.0;
    parts(&format!("{before}{date}"), &after) && parts(&before, &format!("{date}{after}"))
}

pub(crate) type Stretch = (usize, usize);

/// The stretches that hold no names: the lexicon's, addresses, dates and amounts; and the tags of the latter two.
pub(crate) fn decide(chars: &[char], lexicon: &[Stretch]) -> (Vec<Stretch>, Vec<(Kind, usize, usize)>) {
    let (mut fixed, mut found) = (Vec::new(), Vec::new());
    let free = |one: &Stretch| !lexicon.iter().any(|&other| meets(*one, other));
    let mut forced: Vec<Stretch> = addresses(chars).into_iter().filter(free).collect();
    forced.extend(lexicon);
    forced.sort_unstable();
    let mut forced = forced.into_iter().peekable();
    let mut at = 0;
    while at < chars.len() {
        if let Some(stretch) = forced.next_if(|&(start, _)| start <= at) {
            fixed.push(stretch);
            at = stretch.1;
            continue;
        }
        let limit = forced.peek().map_or(chars.len(), |&(start, _)| start);
        let ahead = &chars[at..limit.min(at + 64)];
        let inside_number = at > 0 && (chars[at - 1].is_ascii_digit() || chars[at - 1] == '.');
        let date = dates::length(ahead).filter(|_| !inside_number).map(|n| (Kind::Date, n));
        let date = date.filter(|&(_, length)| stands_alone(chars, at, at + length));
        let amount = || terms::amount(ahead).filter(|_| !inside_number).map(|n| (Kind::Term, n));
        match date.or_else(amount) {
            Some((kind, length)) => {
                fixed.push((at, at + length));
                found.push((kind, at, at + length));
                at += length;
            }
            None => at += 1,
        }
    }
    (fixed, found)
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn an_encyclopedia_has_places_that_stand_together_as_one() {
        let joined = |marked: &str| {
            let (chars, names) = marks::names(marked);
            marks::listed(&chars, &places_joined(names))
        };
        assert_eq!(joined("位于〔地 中国〕〔地 海州省〕〔地 青荷市〕"), ["〔地 中国海州省青荷市〕"]);
        assert_eq!(joined("在〔地 海州〕、〔地 青荷〕"), ["〔地 海州〕", "〔地 青荷〕"]);
        assert_eq!(joined("〔地 海州〕〔机 青荷大学〕〔地 青荷〕").len(), 3);
        assert_eq!(joined("〔地 海州〕〔人 何苗〕〔人 林越〕").len(), 3);
    }

    #[test]
    fn a_name_ends_where_its_cell_does() {
        let chars: Vec<char> = "| 县文旅局 |何苗".chars().collect();
        let name = |start, end| model::Name { kind: Kind::Organization, start, end };
        let without = |start, end| {
            let name = without_bars(&chars, name(start, end));
            (name.start, name.end)
        };
        assert_eq!((without(0, 8), without(2, 6), without(7, 10)), ((2, 6), (2, 6), (8, 10)));
    }

    #[test]
    fn parts_end_with_sentences_or_at_a_mark_when_they_are_long() {
        let shown =
            |text: &str| -> Vec<String> { parts(text).iter().map(|part| part.of(text).to_owned()).collect() };
        assert_eq!(shown("灯亮了。船来了！岸"), ["灯亮了。", "船来了！", "岸"]);
        let lengths = |text: &str| -> Vec<usize> {
            parts(text).iter().map(|part| part.of(text).chars().count()).collect()
        };
        let of = |count: usize| "岸".repeat(count);
        assert_eq!(lengths(&format!("{}，{}", of(LONGEST - 1), of(5))), [LONGEST, 5]);
        assert_eq!(lengths(&format!("{}，{}", of(LONGEST - 2), of(5))), [LONGEST + 4]);
        assert_eq!(lengths(&of(2 * LONGEST + 3)), [2 * LONGEST, 3]);
    }

    #[test]
    fn one_layer_has_the_stronger_of_two() {
        use Kind::{Date, Organization, Person, Term, Work};
        let tag = |kind, start, end, by| Tag { kind, span: Span::new(start, end), by };
        let rule = |kind, start, end| tag(kind, start, end, By::Rule);
        // A term over a name, a date beside, a work over names, the user's word over all.
        assert_eq!(flat(vec![rule(Term, 0, 9), rule(Person, 3, 6)]), [rule(Person, 3, 6)]);
        assert_eq!(flat(vec![rule(Term, 0, 9), rule(Date, 3, 6)]), [rule(Date, 3, 6)]);
        assert_eq!(flat(vec![rule(Person, 0, 6), rule(Date, 3, 9)]), [rule(Person, 0, 6)]);
        assert_eq!(
            flat(vec![rule(Work, 0, 9), rule(Person, 3, 6), rule(Date, 9, 12)]),
            [rule(Work, 0, 9), rule(Date, 9, 12)]
        );
        let forced = tag(Term, 3, 6, By::Lexicon);
        assert_eq!(flat(vec![rule(Work, 0, 9), forced]), [forced]);
        assert_eq!(flat(vec![rule(Organization, 0, 6), rule(Person, 3, 6)]), [rule(Organization, 0, 6)]);
    }

    #[test]
    fn a_word_by_itself_is_nobody() {
        assert_eq!(ordinary_word(&chars("□简讯：")), Some((1, 3)));
        assert_eq!(ordinary_word(&chars("□□简讯：")), Some((2, 4)));
        assert_eq!(ordinary_word(&chars("何苗")), None);
        assert_eq!(ordinary_word(&chars("——")), None);
        assert_eq!(ordinary_word(&chars("简讯简讯简讯")), None);
    }

    #[test]
    fn the_bank_of_a_water_is_a_quarter() {
        let length = |text: &str, at: usize| bank(&chars(text), at);
        assert_eq!(length("在清水湖左岸散步", 4), 2);
        assert_eq!(length("在清水江右岸散步", 4), 2);
        assert_eq!(length("在清水江两岸散步", 4), 0);
        assert_eq!(length("在清水村左岸散步", 4), 0);
        assert_eq!((length("左岸", 0), length("清江", 2)), (0, 0));
        assert_eq!(kinds("市民在西湖左岸散步。", "", &[Kind::Place]), ["西湖左岸"]);
    }

    #[test]
    fn words_of_days_do_not_begin_or_end_inside_words() {
        let alone = |text: &str, date: &str| {
            let start = text[..text.find(date).expect("it is there")].chars().count();
            stands_alone(&chars(text), start, start + date.chars().count())
        };
        assert!(alone("码头今天复航", "今天") && alone("今天", "今天") && alone("复航就在今天", "今天"));
        assert!(!alone("投产后年产值过亿", "后年") && !alone("日本周边国家", "本周"));
        assert!(alone("第2日程", "2日"), "a figure says what it is");
        assert!(alone("投产后年月日", "后年月"), "so does what is longer");
    }

    fn decided(text: &str, lexicon: &[Stretch]) -> (Vec<String>, Vec<(Kind, String)>) {
        let chars = chars(text);
        let of = |start: usize, end: usize| chars[start..end].iter().collect::<String>();
        let (fixed, found) = decide(&chars, lexicon);
        (
            fixed.into_iter().map(|(start, end)| of(start, end)).collect(),
            found.into_iter().map(|(kind, start, end)| (kind, of(start, end))).collect(),
        )
    }

    #[test]
    fn dates_and_amounts_and_the_users_words_hold_no_names() {
        let (fixed, found) = decided("3月5日投资21亿元，今天开工", &[]);
        assert_eq!(fixed, ["3月5日", "21亿元", "今天"]);
        assert_eq!(
            found,
            [(Kind::Date, "3月5日".into()), (Kind::Term, "21亿元".into()), (Kind::Date, "今天".into())]
        );
        // The user's word is before a date that runs into it, and an address before both.
        let (fixed, found) = decided("在3月5日广场，见a.b@c.cn", &[(3, 7)]);
        assert_eq!(fixed, ["3月", "5日广场", "a.b@c.cn"]);
        assert_eq!(found, [(Kind::Date, "3月".into())]);
        // Nor is a part of words one, wherever they stand.
        assert_eq!(decided("码头投产后年产值过亿", &[]).1, []);
        // No date begins inside a number.
        assert_eq!(decided("长1.5月", &[]).1, []);
        assert_eq!(decided("", &[]), (vec![], vec![]));
    }

    #[test]
    fn what_rules_find_keeps_clear_of_other_names() {
        let text = "清漪江干流涨水，市政协十届三次会议开幕，107国道通车";
        let found = |names: &[model::Name], fixed: &[Stretch]| -> Vec<(Kind, String)> {
            let chars = chars(text);
            by_rule(&chars, names, fixed)
                .into_iter()
                .map(|(kind, (start, end))| (kind, chars[start..end].iter().collect()))
                .collect()
        };
        let (river, road) = ((Kind::Place, "清漪江".to_owned()), (Kind::Place, "107国道".to_owned()));
        let all = found(&[], &[]);
        assert!(all.contains(&river) && all.contains(&road), "{all:?}");
        let name = |kind, start, end| model::Name { kind, start, end };
        // A river meets no name, a road is only kept off by one that lies across its edge.
        assert!(!found(&[name(Kind::Person, 2, 3)], &[]).contains(&river));
        assert!(found(&[name(Kind::Person, 3, 5)], &[]).contains(&river));
        assert!(!found(&[], &[(0, 1)]).contains(&river));
        let at = text[..text.find("107").expect("a road")].chars().count();
        assert!(found(&[name(Kind::Place, at + 3, at + 5)], &[]).contains(&road));
        assert!(!found(&[name(Kind::Place, at + 3, at + 6)], &[]).contains(&road));
        assert!(!found(&[name(Kind::Place, at - 1, at + 1)], &[]).contains(&road));
        assert!(found(&[name(Kind::Place, at - 1, at)], &[]).contains(&road));
        assert!(found(&[name(Kind::Place, at + 5, at + 6)], &[]).contains(&road));
    }

    #[test]
    fn a_body_is_known_where_no_body_was_read() {
        let found = |marked: &str| {
            let (chars, names) = marks::names(marked);
            by_rule(&chars, &names, &[])
                .iter()
                .any(|&(_, (start, end))| chars[start..end] == ['中', '国', '移', '动'])
        };
        assert!(found("今天，中国移动到访"));
        assert!(!found("今天，〔机 中国移动（云溪）公司〕到访") && !found("今天，〔机 中国移动〕到访"));
        assert!(found("〔人 何苗〕说，中国移动到访") && found("中国移动到访〔机 云溪公司〕"));
        assert!(found("在〔地 中国移动〕附近"));
    }

    /// The names that rules find where the marked ones were read, and what is left of these.
    fn settled(marked: &str, fixed: &[Stretch]) -> [Vec<String>; 2] {
        let (chars, names) = marks::names(marked);
        let mut found = Vec::new();
        let kept = town(&chars, names, fixed, &mut |kind, start, end, _| {
            found.push(model::Name { kind, start, end });
        });
        [found, kept].map(|names| marks::listed(&chars, &names))
    }

    #[test]
    fn who_stands_behind_a_title_may_be_called_as_a_mountain_is() {
        let none = || Vec::<String>::new();
        let found = |name: &str| [vec![name.to_owned()], none()];
        let kept = |name: &str| [none(), vec![name.to_owned()]];
        assert_eq!(settled("院士〔地 钟山〕说", &[]), found("〔人 钟山〕"));
        assert_eq!(settled("院士〔机 钟山〕说", &[]), kept("〔机 钟山〕"));
        assert_eq!(settled("院士钟山说", &[]), found("〔人 钟山〕"));
        assert_eq!(settled("院士钟山说", &[(2, 4)]), [none(), none()]);
        assert_eq!(settled("总统拜登举行会谈", &[]), found("〔人 拜登〕"));
        assert_eq!(settled("总统〔人 拜登〕举行会谈", &[]), kept("〔人 拜登〕"));
    }

    #[test]
    fn a_piece_of_a_slogan_is_no_name_and_a_phrase_of_it_may_be() {
        let piece = |text: &str, name: &str| {
            let at = |part: &str| text[..text.find(part).expect("it is there")].chars().count();
            let slogan = (1, text.chars().count() - 1);
            is_piece(&chars(text), slogan, (at(name), at(name) + name.chars().count()))
        };
        let text = "“迎云溪、访青荷、看海州”";
        for name in ["云溪", "青荷", "海州", "访青", "迎云", "迎云溪、访", "云溪、访青荷"]
        {
            assert!(piece(text, name), "{name}");
        }
        for name in ["迎云溪", "访青荷", "看海州", "迎云溪、访青荷"] {
            assert!(!piece(text, name), "{name}");
        }
        assert!(!piece("“迎云溪 访青荷”", "迎云溪") && piece("“迎云溪 访青荷”", "云溪"));
        assert!(!piece("“走进云溪看海”", "云溪"), "nothing is parallel");
    }

    #[test]
    fn stretches_meet_where_they_share_a_character() {
        assert!(meets((2, 5), (4, 6)) && meets((4, 6), (2, 5)) && meets((2, 5), (3, 4)));
        assert!(!meets((2, 5), (5, 6)) && !meets((5, 6), (2, 5)));
    }

    /// The tags of a text with some words of the user's, of the kinds that are asked for.
    fn kinds(text: &str, lexicon: &str, kinds: &[Kind]) -> Vec<String> {
        let lexicon = Lexicon::parse(lexicon).expect("a lexicon");
        let tags = read(text, &lexicon, false).into_iter().filter(|tag| kinds.contains(&tag.kind));
        tags.map(|tag| tag.span.of(text).to_owned()).collect()
    }

    #[test]
    fn the_users_words_hold_in_every_sentence() {
        let text = "江边的灯亮了。三月三日节去看灯，四月一日回来。走到三月三日节才回家。";
        assert_eq!(kinds(text, "", &[Kind::Date]), ["三月三日", "四月一日", "三月三日"]);
        assert_eq!(kinds(text, "三月三日节,术语", &[Kind::Date]), ["四月一日"]);
        assert_eq!(kinds(text, "灯亮了。三月,术语", &[Kind::Date])[..1], ["四月一日"]);
    }

    #[test]
    fn works_and_slogans_leave_room_for_the_users_words() {
        let both = [Kind::Work, Kind::Term];
        let text = "江边读《月下》，喊“文旅兴城、工业强市”，回家。";
        assert_eq!(kinds(text, "", &both), ["《月下》", "文旅兴城、工业强市"]);
        assert_eq!(kinds(text, "月下,人名", &both), ["文旅兴城、工业强市"]);
        assert_eq!(kinds(text, "兴城,地名", &both), ["《月下》"]);
        assert_eq!(
            kinds(text, "江边读,人名\n回家,人名\n\"，喊“\",人名\n", &both),
            ["《月下》", "文旅兴城、工业强市"]
        );
    }
}
