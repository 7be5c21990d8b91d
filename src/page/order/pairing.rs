//! Which run of blocks could go on with which article that has no end, and how sure that is.
//!
//! Takes stitched articles; gives pairings with the evidence of each, as numbers. A logistic model weighs them; its weights
//! are learned from pages cut and shuffled in known ways (`train order`).

use std::cell::OnceCell;
use std::collections::HashSet;

use super::starts_at;
use crate::page::cohesion::{Pairs, Rarity, Union, pairs, union};
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
    [-3.81, 2.32, 1.60, 0.76, 3.00, 0.43, 4.47, 13.51, -0.04, -0.05, 2.17, -0.34, 1.01];

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
    let near = i.saturating_sub(REACH)..(i + REACH + 1).min(articles.len());
    let open: Vec<OpenEnd<'_>> =
        near.filter(|&j| j != i).filter_map(|j| OpenEnd::new(j, &articles[j])).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let runs = runs(&articles[i]).map(|block| Run::new(i, block, &articles[i].blocks, counts));
    runs.flat_map(|run| open.iter().filter_map(|end| run.with(end, &counts.rarity)).collect::<Vec<_>>())
        .collect()
}

/// The end of an article that stops in mid-sentence.
struct OpenEnd<'a> {
    article: usize,
    blocks: &'a [Block],
    /// The last of its text.
    text: &'a str,
    /// The quotation or bracket that it leaves open.
    mark: Option<char>,
    words: OnceCell<Union>,
}

impl<'a> OpenEnd<'a> {
    fn new(at: usize, article: &'a Article) -> Option<OpenEnd<'a>> {
        let text = last_body(article).filter(|_| endless(article))?.passage.text.as_str();
        let text = &text[ceil(text, text.len().saturating_sub(NEAR))..];
        let mark = open_marks(text).pop();
        Some(OpenEnd { article: at, blocks: &article.blocks, text, mark, words: OnceCell::new() })
    }

    fn words(&self) -> &Union {
        self.words.get_or_init(|| pairs_of(self.blocks))
    }
}

/// A run of blocks that may belong elsewhere.
struct Run<'a> {
    article: usize,
    block: usize,
    blocks: &'a [Block],
    head: &'a str,
    /// How surely its beginning is none, by the marks and by the characters that it begins with.
    visible: f32,
    torn: f32,
    /// Its words and those of what stands before it in its article.
    words: OnceCell<(Union, Union)>,
}

impl<'a> Run<'a> {
    fn new(article: usize, block: usize, blocks: &'a [Block], counts: &Counts<'_>) -> Run<'a> {
        let text = blocks[block].passage.text.as_str();
        let torn = counts.openings.torn(text).clamp(-3.0, 3.0);
        let head = &text[..floor(text, NEAR)];
        Run { article, block, blocks, head, visible: headless(text), torn, words: OnceCell::new() }
    }

    /// The pairing with an open end, if anything at the cut speaks for it.
    fn with(&self, end: &OpenEnd<'_>, rarity: &Rarity<'_>) -> Option<Pairing> {
        let word = (-words::boundary(end.text, self.head)).clamp(0.0, 3.0);
        let quotation = end.mark.is_some_and(|mark| closes_first(self.head, mark));
        if self.visible <= 0.5 && self.torn <= TORN && word <= 0.5 && !quotation {
            return None;
        }
        let (own, before) = self
            .words
            .get_or_init(|| (pairs_of(&self.blocks[self.block..]), pairs_of(&self.blocks[..self.block])));
        let (likeness, stays) = (rarity.likeness(own, end.words()), rarity.likeness(own, before));
        let evidence = [
            1.0,
            self.visible,
            self.torn,
            word,
            is(quotation),
            is(end.text.ends_with(['，', '、', ','])),
            likeness,
            likeness - stays,
            is(end.article == self.article + 1),
            is(end.article + 1 == self.article),
            is(self.block == 0),
            end.article.abs_diff(self.article) as f32,
            self.visible * is(likeness > stays + MARGIN),
        ];
        Some(Pairing { from: self.article, block: self.block, to: end.article, evidence })
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
pub fn pairs_of(blocks: &[Block]) -> Union {
    let parts: Vec<Pairs> = blocks.iter().take(COMPARED).map(|block| pairs(&block.passage.text)).collect();
    union(parts.iter())
}
