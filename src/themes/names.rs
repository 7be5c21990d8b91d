//! Names on the page, which are no themes.
//!
//! Takes the view, the entities and the lexicon; gives the characters of each block that names take up, and the folded
//! names of everything that is a person, a body, a place, or the paper itself.

use std::collections::{BTreeMap, HashSet};

use crate::page::Page;
use crate::tags::lexicon::WordKind;
use crate::tags::{Entity, Kind, Lexicon};

use super::view::{View, key};

/// For each block of the view the ranges of characters taken up by names.
pub type Names = Vec<Vec<Name>>;

/// A name in a block of the view, in characters.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub start: usize,
    pub end: usize,
    /// A place may begin a longer phrase (浪川马拉松), any other name is closed.
    pub place: bool,
}

/// For each block of the view the characters taken up by names; no phrase is made of parts of one.
pub fn names(view: &View, entities: &[Entity]) -> Names {
    let mut out = vec![Vec::new(); view.blocks.len()];
    let blocks: BTreeMap<(usize, usize), usize> =
        view.blocks.iter().enumerate().map(|(i, b)| ((b.article, b.block), i)).collect();
    for entity in entities.iter().filter(|e| e.kind != Kind::Term && e.kind != Kind::Work) {
        for mention in &entity.mentions {
            if let Some(&i) = blocks.get(&(mention.at.article, mention.at.block)) {
                let (start, end) = view.blocks[i].chars_of(mention.at.span);
                // A single character (衡, 京) stands for a place inside many phrases; a tag that cuts a word in two is wrong.
                if end > start + 1 && view.blocks[i].parts_words(start) && view.blocks[i].parts_words(end) {
                    out[i].push(Name { start, end, place: entity.kind == Kind::Place });
                }
            }
        }
    }
    out
}

/// What the tags and the fields of the page say is something other than a theme.
pub fn excluded(page: &Page, entities: &[Entity], lexicon: &Lexicon) -> HashSet<String> {
    let mut out = HashSet::new();
    for entity in entities.iter().filter(|e| e.kind != Kind::Term) {
        out.insert(key(&entity.name));
        out.extend(entity.aliases.iter().map(|alias| key(alias)));
    }
    out.extend(page.masthead.iter().filter_map(|m| m.paper.as_deref()).map(key));
    for article in &page.articles {
        let dateline = article.dateline.iter();
        out.extend(dateline.flat_map(|d| d.agency.iter().chain(&d.place)).map(|name| key(name)));
        out.extend(article.byline.iter().map(|credit| key(&credit.name)));
    }
    let words =
        lexicon.entries.iter().filter(|e| matches!(e.kind, WordKind::Tag(kind) if kind != Kind::Term));
    out.extend(words.map(|e| key(&e.word)));
    out
}

/// Places without the word for their kind: 明溪 for 明溪市, 明溪日报 and 明溪大剧院.
pub fn short_places(page: &Page, entities: &[Entity]) -> HashSet<String> {
    let tagged = entities.iter().filter(|e| e.kind == Kind::Place);
    let papers = page.masthead.iter().filter_map(|m| m.paper.as_deref());
    let agencies = page.articles.iter().flat_map(|a| &a.dateline).filter_map(|d| d.agency.as_deref());
    let bodies = entities.iter().filter(|e| e.kind == Kind::Organization);
    let bodies = bodies.map(|e| key(&e.name).chars().take(2).collect::<String>());
    let names = tagged.flat_map(|e| std::iter::once(&e.name).chain(&e.aliases)).map(String::as_str);
    names
        .chain(papers)
        .chain(agencies)
        .map(key)
        .map(|name| {
            let kinds = ["日报", "晚报", "市", "县", "区", "州", "镇", "乡", "村"];
            kinds.iter().find_map(|kind| name.strip_suffix(kind)).map_or(name.clone(), str::to_owned)
        })
        .chain(bodies)
        .filter(|name| (2..=4).contains(&name.chars().count()))
        .collect()
}

/// Whether a short phrase reads as the name of a division (汐川市, 石桥镇) a body (区民政局)
/// or a dateline that no tag has caught.
pub fn is_division(text: &str) -> bool {
    let ends = |tails: &[&str]| tails.iter().any(|tail| text.ends_with(tail));
    let place = text.chars().count() <= 4
        && ends(&["市", "县", "区", "省", "镇", "乡", "村", "州"])
        && !ends(&["城市", "乡村", "园区", "灾区", "山区", "农村", "强市", "强县", "立市", "兴市"]);
    place || ends(&BODIES)
}

const BODIES: [&str; 21] = [
    "街道",
    "社区",
    "局",
    "委员会",
    "公司",
    "集团",
    "医院",
    "卫生院",
    "学校",
    "小学",
    "中学",
    "大学",
    "法院",
    "检察院",
    "派出所",
    "办公室",
    "管委会",
    "组委会",
    "协会",
    "总队",
    "讯",
];
