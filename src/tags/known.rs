//! What one place of a page says about the others.
//!
//! Takes the tags of every block as they were read one by one, counts as what each name stands and how surely, drops what the
//! page shows to be no name, and has `spread` find the sure ones wherever they stand.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::rules::hash::Map;
use super::{By, Kind, Lexicon, Tag, address, divisions, home, kinds, nobody, roles, rules, spread};
use crate::page::{Article, Page, Role};
use crate::span::Span;
use crate::words::model::BUILT_IN as DICTIONARY;

/// A page is a newspaper's, whatever single blocks of it sound like.
const NEWS: bool = false;

/// The longest office or zone looked for behind a place, in characters.
const AHEAD: usize = 20;

/// The tags of one block.
pub struct Marked<'p> {
    pub article: usize,
    pub block: usize,
    pub text: &'p str,
    pub tags: Vec<Tag>,
    /// Whom a surname or 小许 means, by where its tag starts.
    pub meant: Vec<(usize, String)>,
}

impl Marked<'_> {
    /// Whom the surname at `start` means.
    pub fn meant(&self, start: usize) -> Option<&str> {
        let at = self.meant.binary_search_by_key(&start, |&(start, _)| start).ok()?;
        Some(&self.meant[at].1)
    }
}

/// How often a name stands on the page as what, and how often with certainty.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen {
    pub by_kind: [usize; 3],
    certain: usize,
    /// How often as a person right behind a quotation that names no person.
    quoted: usize,
    /// How often where crops, goods and roads stand: 种植黄贡椒, 凤起路东延段.
    things: usize,
    pub forced: bool,
}

impl Seen {
    pub(super) fn is_certain_person(&self) -> bool {
        self.certain > 0
    }

    /// A page never names someone only behind quotations: “双翼”齐飞 is what wings do; nobody is grown or sold; and
    /// what is a word is that word: 雷阵雨.
    fn is_no_name(&self, name: &str) -> bool {
        let behind_quotations = self.quoted > 0 && self.quoted == self.by_kind[0];
        let no_name = || behind_quotations || self.things > 0 || is_ordinary(name);
        !self.is_certain_person() && !self.forced && no_name()
    }
}

/// Whether a name is a word: one of the dictionary, one that the dictionary takes for a name by mistake, a kind or measure
/// (普惠型), a prize (金荷杯).
fn is_ordinary(name: &str) -> bool {
    static MISTAKEN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let lines = include_str!("../data/tags/no_people.txt").lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).collect()
    });
    let chars: Vec<char> = name.chars().collect();
    let kind = chars.len() == 3 && matches!(chars[2], '型' | '性' | '率' | '类');
    let prize = chars.len() > 2 && matches!(chars[chars.len() - 1], '奖' | '杯') || name.ends_with("杯赛");
    let word = DICTIONARY.is_quality(&chars) || chars.len() > 2 && DICTIONARY.is_ordinary(&chars);
    kind || prize || word || MISTAKEN.contains(name)
}

pub fn settle<'p>(page: &'p Page, lexicon: &Lexicon) -> Vec<Marked<'p>> {
    let mut blocks: Vec<Marked> = page
        .blocks()
        .map(|(article, block, b)| {
            let text = b.passage.text.as_str();
            Marked { article, block, text, tags: super::reader::read(text, lexicon, NEWS), meant: Vec::new() }
        })
        .collect();
    for marked in &mut blocks {
        byline(&page.articles[marked.article], marked);
    }
    blocks.iter_mut().for_each(nobody::drop);
    kinds::settle(&mut blocks);
    let mut seen = count(page, &blocks);
    let dropped: Vec<&str> =
        seen.iter().filter(|(name, seen)| seen.is_no_name(name)).map(|(&name, _)| name).collect();
    for name in &dropped {
        seen.entry(name).and_modify(|seen| seen.by_kind[0] = 0);
    }
    for marked in &mut blocks {
        let text = marked.text;
        marked.tags.retain(|tag| tag.kind != Kind::Person || !dropped.contains(&tag.span.of(text)));
    }
    spread::spread(&seen, home::entries(page), &mut blocks);
    blocks.iter_mut().for_each(with_what_follows);
    address::settle(&mut blocks);
    blocks
}

/// An office or a zone right behind its place is one name with it, where only the page knew the place: 云岭省人民政府,
/// 云岭综合保税区.
fn with_what_follows(marked: &mut Marked) {
    let text = marked.text;
    let longer = |tag: &Tag| {
        let place: Vec<char> = tag.span.of(text).chars().collect();
        let ahead: Vec<char> = text[tag.span.end..].chars().take(AHEAD).collect();
        let (kind, length) = divisions::following(&place, &ahead)?;
        let bytes: usize = ahead[..length].iter().map(|c| c.len_utf8()).sum();
        Some(Tag { kind, span: Span::new(tag.span.start, tag.span.end + bytes), by: By::Rule })
    };
    let places = marked.tags.iter().filter(|tag| tag.kind == Kind::Place);
    let found: Vec<Tag> = places.filter_map(longer).collect();
    found.into_iter().for_each(|tag| put(&mut marked.tags, tag));
}

pub(super) fn slot(kind: Kind) -> Option<usize> {
    match kind {
        Kind::Person => Some(0),
        Kind::Place => Some(1),
        Kind::Organization => Some(2),
        _ => None,
    }
}

/// The names of a byline are people, unless they do not look like it, or stand in prose that says otherwise.
fn byline(article: &Article, marked: &mut Marked) {
    for credit in &article.byline {
        let Some(span) = article.blocks[marked.block].passage.find(credit.span) else { continue };
        let alone = article.blocks[marked.block].role == Role::Credit && is_all(marked.text, span);
        let part = |tag: &Tag| tag.kind == Kind::Person && span.contains(tag.span);
        let taken = |tag: &Tag| !alone && slot(tag.kind).is_some() && tag.span.overlaps(span) && !part(tag);
        if marked.tags.iter().any(taken) || !rules::is_person(span.of(marked.text)) {
            continue;
        }
        put(&mut marked.tags, Tag { kind: Kind::Person, span, by: By::Rule });
    }
}

/// Whether a text has no letter outside `span`.
fn is_all(text: &str, span: Span) -> bool {
    !text[..span.start].chars().chain(text[span.end..].chars()).any(char::is_alphanumeric)
}

/// Adds a tag in place of the names it overlaps; the lexicon's stay.
pub(super) fn put(tags: &mut Vec<Tag>, tag: Tag) {
    let overlapping = |other: &Tag| slot(other.kind).is_some() && other.span.overlaps(tag.span);
    if tags.iter().any(|other| other.by == By::Lexicon && overlapping(other)) {
        return;
    }
    tags.retain(|other| !overlapping(other));
    let at = tags.partition_point(|other| other.span.start < tag.span.start);
    tags.insert(at, tag);
}

fn count<'p>(page: &Page, blocks: &[Marked<'p>]) -> Map<&'p str, Seen> {
    let mut seen: Map<&str, Seen> = Map::default();
    for marked in blocks {
        let mut last_certain: Option<Span> = None;
        for tag in &marked.tags {
            let Some(slot) = slot(tag.kind) else { continue };
            let entry = seen.entry(tag.span.of(marked.text)).or_default();
            entry.by_kind[slot] += 1;
            entry.forced |= tag.by == By::Lexicon;
            if tag.kind != Kind::Person {
                continue;
            }
            let listed = last_certain.is_some_and(|last| {
                let between = marked.text.get(last.end..tag.span.start).unwrap_or("-");
                matches!(between, "、" | " " | "\u{3000}" | "和" | "与")
            });
            entry.things += usize::from(is_road(marked.text, tag.span));
            entry.quoted += usize::from(hangs_on_a_quotation(marked.text, tag.span));
            if listed || roles::is_certain(marked.text, tag.span) {
                entry.certain += 1;
                last_certain = Some(tag.span);
            }
        }
    }
    for credit in page.articles.iter().flat_map(|article| &article.byline) {
        if let Some(entry) = seen.get_mut(credit.name.as_str()) {
            entry.certain += 1;
        }
    }
    // Where it is grown it need not have been read as a name.
    for name in blocks.iter().flat_map(|marked| grown(marked.text)) {
        seen.entry(name).and_modify(|entry| entry.things += 1);
    }
    seen
}

/// Whether a name stands right behind a quotation that is no title and no honour: not “最美邻居”某某.
fn hangs_on_a_quotation(text: &str, name: Span) -> bool {
    const PEOPLE: &str = "人者员家模手师星匠王侠哥姐妹爸妈爷奶叔嫂弟兵医长民友生客主侣楷居奖";
    let before = text[..name.start].strip_suffix(['”', '」']);
    before.is_some_and(|quoted| !quoted.ends_with(|last| PEOPLE.contains(last)))
}

/// What stands as crops and goods do, as long as names of people are.
fn grown(text: &str) -> impl Iterator<Item = &str> {
    const BEFORE: [&str; 11] =
        ["种植", "栽种", "采摘", "养殖", "销售", "品尝", "收购", "出口", "种的", "栽培", "亩"];
    const AFTER: [&str; 11] =
        ["种植", "产业", "采摘", "养殖", "加工", "合作社", "产量", "新品种", "品种", "熟了", "丰收"];
    static WORDS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(&[BEFORE, AFTER].concat().join("|")).expect("words"));
    WORDS.find_iter(text).flat_map(move |word| {
        let (head, rest) = (&text[..word.start()], &text[word.end()..]);
        let ends = lengths(rest.char_indices().map(|(at, c)| at + c.len_utf8()));
        let starts = lengths(head.char_indices().rev().map(|(at, _)| at));
        let behind = ends.map(|end| &rest[..end]).filter(move |_| BEFORE.contains(&word.as_str()));
        let before = starts.map(|start| &head[start..]).filter(move |_| AFTER.contains(&word.as_str()));
        behind.chain(before)
    })
}

/// Where names of two to four characters end, of the ends of one, two, three … characters.
fn lengths(ends: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    ends.take(4).skip(1)
}

/// Whether a name is a part of a road: 路东 of 凤起路东延段.
fn is_road(text: &str, name: Span) -> bool {
    const PARTS: [&str; 7] = ["延段", "延线", "延伸", "段", "侧", "半幅", "辅道"];
    name.of(text).starts_with('路') && PARTS.iter().any(|part| text[name.end..].starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;
    use crate::page::Credit;
    use crate::page::fields;

    fn span(text: &str, name: &str) -> Span {
        let start = text.find(name).expect("it is there");
        Span::new(start, start + name.len())
    }

    #[test]
    fn what_is_no_name_of_anyone() {
        let seen = |times: usize| Seen { by_kind: [times, 0, 0], ..Seen::default() };
        assert!(!seen(2).is_no_name("何雨桐"));
        assert!(
            Seen { quoted: 2, ..seen(2) }.is_no_name("何雨桐")
                && !Seen { quoted: 1, ..seen(2) }.is_no_name("何雨桐")
        );
        assert!(Seen { things: 1, ..seen(2) }.is_no_name("何雨桐"));
        assert!(seen(1).is_no_name("雷阵雨") && !Seen { certain: 1, ..seen(1) }.is_no_name("雷阵雨"));
        assert!(!Seen { forced: true, ..seen(1) }.is_no_name("雷阵雨"));
        // A place that was never read as a person was never behind a quotation either.
        assert!(!seen(0).is_no_name("白鹭湾"));
    }

    #[test]
    fn words_and_prizes_are_ordinary() {
        assert!(
            is_ordinary("普惠型")
                && is_ordinary("金荷杯")
                && is_ordinary("金荷杯赛")
                && is_ordinary("雷阵雨")
                && is_ordinary("来不及")
        );
        assert!(
            !is_ordinary("何雨桐") && !is_ordinary("何杯") && !is_ordinary("轮渡") && is_ordinary("高兴")
        );
    }

    #[test]
    fn what_follows_a_place_is_one_name_with_it() {
        let (text, tags) = marks::tags("〔地 云岭〕综合保税区和〔地 云岭省〕人民政府，〔人 何苗〕女排");
        let mut marked = marks::block(0, &text, tags);
        with_what_follows(&mut marked);
        let expected = "〔地 云岭综合保税区〕和〔机 云岭省人民政府〕，〔人 何苗〕女排";
        assert_eq!(marks::shown(&marked), expected);
    }

    #[test]
    fn what_the_user_says_and_who_signs_is_certain() {
        let (text, mut tags) = marks::tags("〔人 雷阵雨〕过后，〔人 雷阵雨〕又来，〔人 占远〕没来");
        tags[..2].iter_mut().for_each(|tag| tag.by = By::Lexicon);
        let (_, mut article) = fields::article(&[(Role::Body, &text)]);
        let credit = Credit { name: "占远".into(), role: None, organization: None, span: Span::new(0, 0) };
        article.byline.push(credit);
        let page = Page { articles: vec![article], ..Page::default() };
        let blocks = [marks::block(0, &text, tags)];
        let seen = count(&page, &blocks);
        assert!(seen["雷阵雨"].forced && !seen["雷阵雨"].is_certain_person());
        assert!(!seen["占远"].forced && seen["占远"].is_certain_person());
    }

    #[test]
    fn roads_crops_and_quotations() {
        let road = |text: &str, name: &str| is_road(text, span(text, name));
        assert!(
            road("凤起路东延段通车", "路东") && !road("凤起路东边通车", "路东") && !road("凤起东延段", "东")
        );
        let grown = |text: &str, name: &str| grown(text).any(|thing| thing == name);
        assert!(
            grown("种植黄贡椒", "黄贡椒")
                && grown("黄贡椒丰收", "黄贡椒")
                && !grown("认识黄贡椒了", "黄贡椒")
                && !grown("种植贡", "贡")
        );
        let hangs = |text: &str, name: &str| hangs_on_a_quotation(text, span(text, name));
        assert!(
            hangs("“双翼”齐飞", "齐飞") && !hangs("“最美邻居”齐飞", "齐飞") && !hangs("双翼齐飞", "齐飞")
        );
    }

    #[test]
    fn a_tag_takes_the_place_of_those_it_meets() {
        let tag = |kind, start, end, by| Tag { kind, span: Span::new(start, end), by };
        let mut tags = vec![
            tag(Kind::Place, 0, 3, By::Model),
            tag(Kind::Date, 3, 9, By::Rule),
            tag(Kind::Person, 6, 9, By::Model),
            tag(Kind::Place, 12, 15, By::Lexicon),
        ];
        put(&mut tags, tag(Kind::Organization, 3, 9, By::Rule));
        let kinds: Vec<(Kind, usize)> = tags.iter().map(|tag| (tag.kind, tag.span.start)).collect();
        assert_eq!(kinds, [(Kind::Place, 0), (Kind::Organization, 3), (Kind::Date, 3), (Kind::Place, 12)]);
        put(&mut tags, tag(Kind::Person, 9, 15, By::Rule));
        assert_eq!(tags.len(), 4, "the user's word stays");
        put(&mut tags, tag(Kind::Person, 9, 12, By::Rule));
        assert_eq!(tags[3].span, Span::new(9, 12));
    }

    /// The tags of a block that names someone of the byline.
    fn with_byline(role: Role, text: &str, name: &str, tags: &[(Kind, &str)]) -> Vec<(Kind, String)> {
        let (_, mut article) = fields::article(&[(role, text)]);
        article.byline.push(Credit {
            name: name.to_owned(),
            role: None,
            organization: None,
            span: span(text, name),
        });
        let tag = |&(kind, name): &(Kind, &str)| Tag { kind, span: span(text, name), by: By::Model };
        let mut marked =
            Marked { article: 0, block: 0, text, tags: tags.iter().map(tag).collect(), meant: Vec::new() };
        byline(&article, &mut marked);
        marked.tags.iter().map(|tag| (tag.kind, tag.span.of(text).to_owned())).collect()
    }

    #[test]
    fn who_signs_is_a_person() {
        let person = |name: &str| vec![(Kind::Person, name.to_owned())];
        assert_eq!(with_byline(Role::Credit, "（何雨桐）", "何雨桐", &[]), person("何雨桐"));
        // A part of the name was read, or the name with more.
        assert_eq!(
            with_byline(Role::Body, "记者何雨桐报道", "何雨桐", &[(Kind::Person, "何雨")]),
            person("何雨桐")
        );
        assert_eq!(
            with_byline(Role::Body, "记者何雨桐报道", "何雨桐", &[(Kind::Person, "何雨桐报")]),
            person("何雨桐报")
        );
        // Prose that says otherwise is right; a line of its own is not.
        let place = [(Kind::Place, "何雨桐")];
        assert_eq!(
            with_byline(Role::Body, "记者何雨桐报道", "何雨桐", &place),
            [(Kind::Place, "何雨桐".to_owned())]
        );
        assert_eq!(
            with_byline(Role::Credit, "记者何雨桐", "何雨桐", &place),
            [(Kind::Place, "何雨桐".to_owned())]
        );
        assert_eq!(with_byline(Role::Credit, "（何雨桐）", "何雨桐", &place), person("何雨桐"));
        assert_eq!(
            with_byline(Role::Body, "（何雨桐）", "何雨桐", &place),
            [(Kind::Place, "何雨桐".to_owned())]
        );
        // A date is no name, and what looks like no person is none.
        let date = with_byline(Role::Body, "记者何雨桐报道", "何雨桐", &[(Kind::Date, "何雨桐")]);
        assert_eq!(date, [(Kind::Person, "何雨桐".to_owned()), (Kind::Date, "何雨桐".to_owned())]);
        assert_eq!(with_byline(Role::Credit, "编辑部", "编辑部", &[]), []);
    }
}
