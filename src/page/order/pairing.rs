//! Which run of blocks could go on with which article that has no end, and how sure that is.
//!
//! Takes stitched articles; gives pairings with the evidence of each, as numbers. A logistic model weighs them; its weights
//! are learned from pages cut and shuffled in known ways (`train order`).

use std::collections::HashSet;

use super::starts_at;
use crate::page::cohesion::{Pairs, pairs, union};

use crate::page::ends::{Tail, closes_first, headless, open_marks, tail};
use crate::page::evidence::{self, is};
use crate::page::model::Counts;
use crate::page::{Article, Block, RepairKind, Role};
use crate::text::{ceil, floor};
use crate::words;

/// How far a displaced run may have come, in articles.
const REACH: usize = 12;
/// Blocks of a run or an article that are compared.
const COMPARED: usize = 40;
/// How much likelier a new article must be to count as such.
const MARGIN: f32 = 0.02;
/// From this on the first characters show that a beginning is torn off.
const TORN: f32 = 0.5;
/// Bytes of an open end that are read.
const NEAR: usize = 600;

/// A run of blocks, from `block` to the end of article `from`, that could go on with article `to`.
#[derive(Clone, Debug)]
pub struct Pairing {
    pub from: usize,
    pub block: usize,
    pub to: usize,
    pub evidence: [f32; EVIDENCE],
}

pub const EVIDENCE: usize = 13;

/// What each piece of evidence is.
pub const NAMES: [&str; EVIDENCE] = [
    "always",
    "beginning is visibly none",
    "first characters as in mid-sentence",
    "a word runs through the cut",
    "a quotation or bracket runs through the cut",
    "the open end has a comma",
    "likeness to the new article",
    "likeness to the new article less that to the old one",
    "the new article follows",
    "the new article stands before",
    "opens its article, without a headline",
    "articles between",
    "beginning is visibly none, and the new article is likelier",
];

/// Learned by `train order`.
const WEIGHTS: [f32; EVIDENCE] =
    [-3.72, 2.49, 1.57, 0.78, 2.94, 0.38, 4.20, 13.88, -0.14, -0.04, 2.41, -0.36, 0.99];

impl Pairing {
    /// The probability that the run belongs there.
    pub fn sure(&self) -> f32 {
        evidence::sure(&self.evidence, &WEIGHTS)
    }

    /// The evidence in words, for the reader.
    pub fn reason(&self) -> String {
        let said = [
            (1, 0.5, "开头不完整"),
            (2, 1.0, "开头不像段首"),
            (3, 0.5, "首字与本文末字成词"),
            (4, 0.5, "引号或括号与本文相接"),
            (7, 0.02, "词语与本文更相合"),
        ];
        let said = said.iter().filter(|&&(i, least, _)| self.evidence[i] > least).map(|&(_, _, text)| text);
        said.collect::<Vec<_>>().join("，")
    }
}

/// The pairings of the runs of article `i` with the open ends around it. A run whose beginning shows nothing is only
/// looked at where a word or a quotation runs through the cut.
pub fn pairings(articles: &[Article], i: usize, counts: &Counts<'_>) -> Vec<Pairing> {
    let rarity = &counts.rarity;
    let near = i.saturating_sub(REACH)..(i + REACH + 1).min(articles.len());
    let open: Vec<usize> = near.filter(|&j| j != i && endless(&articles[j])).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for block in runs(&articles[i]) {
        let head = articles[i].blocks[block].passage.text.as_str();
        let crossed: Vec<(usize, Cut)> = open.iter().map(|&j| (j, cut(&articles[j], head))).collect();
        let visible = headless(head);
        let torn = counts.openings.torn(head).clamp(-3.0, 3.0);
        let fits: Vec<&(usize, Cut)> =
            crossed.iter().filter(|(_, cut)| visible > 0.5 || torn > TORN || cut.crossed()).collect();
        if fits.is_empty() {
            continue;
        }
        let own = words(&articles[i].blocks[block..]);
        let stays = rarity.likeness(&own, &words(&articles[i].blocks[..block]));
        for &&(to, cut) in &fits {
            let likeness = rarity.likeness(&own, &words(&articles[to].blocks));
            let evidence = [
                1.0,
                visible,
                torn,
                cut.word,
                is(cut.quotation),
                is(cut.comma),
                likeness,
                likeness - stays,
                is(to == i + 1),
                is(to + 1 == i),
                is(block == 0),
                to.abs_diff(i) as f32,
                visible * is(likeness > stays + MARGIN),
            ];
            out.push(Pairing { from: i, block, to, evidence });
        }
    }
    out
}

/// What an open end and the head of a run show where they would meet.
#[derive(Clone, Copy)]
struct Cut {
    /// How surely one word runs through, 0 to 3.
    word: f32,
    quotation: bool,
    comma: bool,
}

impl Cut {
    fn crossed(self) -> bool {
        self.word > 0.5 || self.quotation
    }
}

fn cut(article: &Article, head: &str) -> Cut {
    let end = last_body(article).map_or("", |block| block.passage.text.as_str());
    let end = &end[ceil(end, end.len().saturating_sub(NEAR))..];
    let head = &head[..floor(head, NEAR)];
    Cut {
        word: (-words::boundary(end, head)).clamp(0.0, 3.0),
        quotation: open_marks(end).last().is_some_and(|&mark| closes_first(head, mark)),
        comma: end.ends_with(['，', '、', ',']),
    }
}

/// Where runs begin that may belong elsewhere: a paragraph after one that ended, or one that opens an article without a
/// headline, with prose from there to the article's end. A block that repeats the end of the one before is in its place.
pub fn runs(article: &Article) -> impl Iterator<Item = usize> {
    let blocks = &article.blocks;
    let prose = |block: &Block| matches!(block.role, Role::Body | Role::Caption | Role::Heading);
    let tail_from =
        blocks.len() - blocks.iter().rev().take_while(|block| prose(block)).take(COMPARED).count();
    let repeated = overlapping(article);
    (tail_from..blocks.len()).filter(move |&i| {
        let before = i.checked_sub(1).map(|i| &blocks[i]);
        let begins = before
            .is_none_or(|before| before.role != Role::Body || tail(&before.passage.text) == Tail::Ended);
        blocks[i].role == Role::Body && begins && !repeated.contains(&starts_at(&blocks[i].passage))
    })
}

/// Where the blocks begin that repeat what stands before them.
pub fn overlapping(article: &Article) -> HashSet<usize> {
    let overlaps = article.repairs.iter().filter(|repair| repair.kind == RepairKind::Overlap);
    overlaps.map(|repair| repair.span.start).collect()
}

fn last_body(article: &Article) -> Option<&Block> {
    article.blocks.iter().rev().find(|block| block.role == Role::Body)
}

/// Whether an article's last paragraph stops in mid-sentence.
pub fn endless(article: &Article) -> bool {
    last_body(article).is_some_and(|block| {
        tail(&block.passage.text) == Tail::Open && block.passage.text.chars().count() >= 8
    })
}

/// The character pairs of some blocks.
pub fn words(blocks: &[Block]) -> Pairs {
    let parts: Vec<Pairs> = blocks.iter().take(COMPARED).map(|block| pairs(&block.passage.text)).collect();
    union(parts.iter())
}
