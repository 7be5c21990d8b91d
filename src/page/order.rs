//! Text that stands in the wrong article.
//!
//! Takes stitched articles; a headless block after a finished paragraph and an article without an end are two ends that
//! look for each other over the whole page. A run of blocks moves where continuity and shared words agree, is left
//! where they do not, and becomes a stray where it has nothing to do with the article it stands in. Marks the gaps.

use std::collections::HashSet;

use crate::page::cohesion::{Pairs, Rarity, pairs, union};
use crate::page::ends::{Tail, headless, tail};
use crate::page::stitch::{append, cut, joint};
use crate::page::{Article, Block, Repair, RepairKind, Role, Unplaced, UnplacedKind};
use crate::span::Span;
use crate::text::Passage;

/// How far a displaced block may have come, in articles.
const REACH: usize = 12;
/// How much better the new article must fit than the old one.
const MARGIN: f32 = 0.02;

/// Moves displaced blocks and marks gaps.
pub fn order(text: &str, articles: &mut Vec<Article>, unplaced: &mut Vec<Unplaced>, rarity: &Rarity<'_>) {
    let words: Vec<Pairs> = articles.iter().map(|article| words(article, usize::MAX)).collect();
    for i in 0..articles.len() {
        let Some(from) = displaced(&articles[i]) else { continue };
        let tail = &articles[i].blocks[from..];
        let own = union(tail.iter().map(|block| pairs(&block.passage.text)).collect::<Vec<_>>().iter());
        let stays = rarity.likeness(&own, &self::words(&articles[i], from));
        let near = i.saturating_sub(REACH)..(i + REACH + 1).min(articles.len());
        let fit = |j: usize| rarity.likeness(&own, &words[j]) + if j.abs_diff(i) == 1 { 0.02 } else { 0.0 };
        let open = near.filter(|&j| j != i && endless(&articles[j]));
        let best = open.map(|j| (fit(j), j)).max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((fit, to)) if fit > stays + MARGIN => move_blocks(text, articles, i, from, to, fit - stays),
            _ if from > 0 && stays < STRANGE => stray(articles, unplaced, i, from),
            _ => {}
        }
    }
    articles.retain(|article| !article.blocks.is_empty());
    articles.iter_mut().for_each(mark_end);
}

/// Below this likeness a headless run has nothing to do with its article.
const STRANGE: f32 = 0.01;

/// Where the blocks begin that do not go on with what stands before them: a headless block after an ended one, and
/// prose from there to the article's end. A block that repeats the end of the one before is in its place.
fn displaced(article: &Article) -> Option<usize> {
    let blocks = &article.blocks;
    let overlaps = article.repairs.iter().filter(|repair| repair.kind == RepairKind::Overlap);
    let repeated: HashSet<usize> = overlaps.map(|repair| repair.span.start).collect();
    let from = (0..blocks.len()).find(|&i| {
        let block = &blocks[i];
        let before = i.checked_sub(1).map(|i| &blocks[i]);
        let repeats = starts_at(&block.passage).is_some_and(|start| repeated.contains(&start));
        block.role == Role::Body
            && headless(&block.passage.text) > 0.5
            && !repeats
            && before
                .is_none_or(|before| before.role != Role::Body || tail(&before.passage.text) == Tail::Ended)
    })?;
    blocks[from..]
        .iter()
        .all(|block| matches!(block.role, Role::Body | Role::Caption | Role::Heading))
        .then_some(from)
}

fn starts_at(passage: &Passage) -> Option<usize> {
    passage.pieces.first().map(|piece| piece.source.start)
}

/// Whether an article's last paragraph stops in mid-sentence.
fn endless(article: &Article) -> bool {
    let last = article.blocks.iter().rev().find(|block| block.role == Role::Body);
    last.is_some_and(|block| {
        tail(&block.passage.text) == Tail::Open && block.passage.text.chars().count() >= 8
    })
}

/// The character pairs of an article's first `count` blocks.
fn words(article: &Article, count: usize) -> Pairs {
    let parts: Vec<Pairs> =
        article.blocks.iter().take(count.min(40)).map(|block| pairs(&block.passage.text)).collect();
    union(parts.iter())
}

fn move_blocks(text: &str, articles: &mut [Article], i: usize, from: usize, to: usize, margin: f32) {
    let mut moved: Vec<Block> = articles[i].blocks.drain(from..).collect();
    let target = &mut articles[to];
    target.repairs.push(Repair {
        kind: RepairKind::Move,
        span: covered(&moved),
        reason: format!(
            "{} 段开头不完整，与所在文章无关；词语与本文相合，而本文末段没有结束，移到文末",
            moved.len()
        ),
        confidence: f64::from((0.6 + margin * 3.0).min(0.97)),
    });
    if let Some(last) = target.blocks.last_mut() {
        let joint = joint(&last.passage.text, &moved[0].passage.text);
        let (kind, confidence) =
            if joint.sure >= JOIN_MOVED { (RepairKind::Join, joint.sure) } else { (RepairKind::Gap, 0.85) };
        let reason = match kind {
            RepairKind::Join => joint.reasons.join("，") + "，与移来的段落合为一段",
            _ => "前段没有结束，移来的段落开头不完整，其间文字缺失".to_owned(),
        };
        let span = cut(&last.passage, &Passage::default());
        target.repairs.push(Repair { kind, span, reason, confidence: f64::from(confidence) });
        if kind == RepairKind::Join {
            append(text, last, moved.remove(0), 0);
        }
    }
    target.blocks.extend(moved);
}

/// How sure a join must be where the two halves stand apart on the page: text may be lost between them.
const JOIN_MOVED: f32 = 0.9;

fn stray(articles: &mut [Article], unplaced: &mut Vec<Unplaced>, i: usize, from: usize) {
    for block in articles[i].blocks.drain(from..) {
        unplaced.push(Unplaced {
            kind: UnplacedKind::Stray,
            passage: block.passage,
            spans: block.ink,
            reason: "开头不完整，与前文无关，版面上没有找到它所接续的文章".to_owned(),
        });
    }
}

fn covered(blocks: &[Block]) -> Span {
    let ink = || blocks.iter().flat_map(|block| &block.ink);
    Span::new(ink().map(|s| s.start).min().unwrap_or(0), ink().map(|s| s.end).max().unwrap_or(0))
}

/// Marks an article that stops in mid-sentence.
fn mark_end(article: &mut Article) {
    if !endless(article) {
        return;
    }
    let last = article.blocks.iter().rev().find(|block| block.role == Role::Body);
    let Some(end) = last.and_then(|block| block.passage.pieces.last()).map(|piece| piece.source.end) else {
        return;
    };
    let long = last.is_some_and(|block| block.passage.text.chars().count() >= 25);
    article.repairs.push(Repair {
        kind: RepairKind::Gap,
        span: Span::new(end, end),
        reason: "文末没有结束标点，后文可能缺失".to_owned(),
        confidence: if long { 0.7 } else { 0.4 },
    });
}
