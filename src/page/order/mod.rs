//! Text that stands in the wrong article.
//!
//! Takes stitched articles; a run of blocks that does not begin where it stands and an article without an end are two
//! ends that look for each other over the whole page. `pairing` says which could belong together and how sure that is.
//! A run moves where that is sure, is left where it is not, and becomes a stray where its beginning is visibly none and
//! it has nothing to do with the article it stands in. Marks the gaps.

pub mod pairing;

use crate::page::cohesion::Rarity;
use crate::page::ends::headless;
use crate::page::model::Counts;
use crate::page::stitch::{append, cut};
use crate::page::{Article, Block, Repair, RepairKind, Role, Unplaced, UnplacedKind};
use crate::span::Span;
use crate::text::Passage;
use crate::words;

use pairing::{Pairing, endless, overlapping, pairings, pairs_of, runs};

/// From this on a run moves: of a hundred such pairings on pages for training two or three are wrong (`train order`).
pub const MOVE: f32 = 0.8;

/// Moves displaced blocks and marks gaps.
pub fn order(text: &str, articles: &mut Vec<Article>, unplaced: &mut Vec<Unplaced>, counts: &Counts<'_>) {
    for i in 0..articles.len() {
        let sure = pairings(articles, i, counts).into_iter().map(|pairing| (pairing.sure(), pairing));
        match sure.max_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((sure, pairing)) if sure >= MOVE => move_blocks(text, articles, &pairing, sure),
            _ => stray(articles, unplaced, i, &counts.rarity),
        }
    }
    articles.retain(|article| !article.blocks.is_empty());
    articles.iter_mut().for_each(mark_end);
}

fn move_blocks(text: &str, articles: &mut [Article], pairing: &Pairing, sure: f32) {
    let mut moved: Vec<Block> = articles[pairing.from].blocks.drain(pairing.block..).collect();
    let target = &mut articles[pairing.to];
    target.repairs.push(Repair {
        kind: RepairKind::Move,
        span: covered(&moved),
        reason: format!(
            "{} 段在原处没有开头，{}，而本文末段没有结束，移到文末",
            moved.len(),
            pairing.reason()
        ),
        confidence: f64::from(sure),
    });
    if let Some(last) = target.blocks.last_mut() {
        let word = -words::boundary(&last.passage.text, &moved[0].passage.text);
        let (kind, reason, confidence) = if word >= WORD {
            (RepairKind::Join, "断口落在一个词的中间，与移来的段落合为一段", 0.9)
        } else {
            (RepairKind::Gap, "前段没有结束，移来的段落开头不完整，其间文字可能缺失", 0.5)
        };
        let span = cut(&last.passage, &Passage::default());
        target.repairs.push(Repair { kind, span, reason: reason.to_owned(), confidence });
        if kind == RepairKind::Join {
            append(text, last, moved.remove(0), 0);
        }
    }
    target.blocks.extend(moved);
}

/// From this score on a word runs through the cut and a moved run is joined to its article. The two stand apart on the page,
/// so words may be lost between them, of which marks and beginnings tell nothing: of 957 cuts with such a word, 872 were
/// whole; of the others, half.
const WORD: f32 = 3.0;

/// Below this likeness a headless run has nothing to do with its article.
const STRANGE: f32 = 0.01;

/// Takes a run out of its article that visibly goes on with something else, and with nothing on the page.
fn stray(articles: &mut [Article], unplaced: &mut Vec<Unplaced>, i: usize, rarity: &Rarity<'_>) {
    let repeated = overlapping(&articles[i]);
    let headless = |&at: &usize| {
        let passage = &articles[i].blocks[at].passage;
        headless(&passage.text) > 0.5 && !repeated.contains(&starts_at(passage))
    };
    let Some(from) = runs(&articles[i]).find(headless).filter(|&from| from > 0) else { return };
    let (before, own) = articles[i].blocks.split_at(from);
    if rarity.likeness(&pairs_of(own), &pairs_of(before)) >= STRANGE {
        return;
    }
    for block in articles[i].blocks.drain(from..) {
        unplaced.push(Unplaced {
            kind: UnplacedKind::Stray,
            passage: block.passage,
            spans: block.ink,
            reason: "开头不完整，与前文无关，版面上没有找到它所接续的文章".to_owned(),
        });
    }
}

/// Where a passage begins in the input.
fn starts_at(passage: &Passage) -> usize {
    passage.pieces.first().map_or(0, |piece| piece.source.start)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fields::article;
    use crate::page::model::built_in;

    /// Articles from blocks of one text, brought in order; the texts of their blocks, their repairs, and the strays.
    fn ordered(articles: &[&[(Role, &str)]]) -> (Vec<Article>, Vec<Unplaced>) {
        let all: Vec<(Role, &str)> = articles.concat();
        let (text, mut one) = article(&all);
        let mut blocks = one.blocks.drain(..);
        let mut articles: Vec<Article> = articles
            .iter()
            .map(|parts| Article {
                blocks: blocks.by_ref().take(parts.len()).collect(),
                ..Article::default()
            })
            .collect();
        let mut strays = Vec::new();
        order(&text, &mut articles, &mut strays, &built_in().counts());
        (articles, strays)
    }

    fn texts(article: &Article) -> Vec<&str> {
        article.blocks.iter().map(|block| block.passage.text.as_str()).collect()
    }

    const FERRY: &str = "清水湾码头昨天复航，停了两年的轮渡重新开到对岸。";
    const TORN: &str = "轮渡公司说，每天开行二十个班次，最后一班夜里十点离开码";
    const REST: &str = "头。码头的候船室也修了一遍，加了座椅和雨棚，等轮渡的老人不再淋雨。";
    const HERON: &str = "治理一年以后，锦带河边又见白鹭，清晨几十只白鹭落在浅滩上觅食。";

    #[test]
    fn a_displaced_run_goes_to_the_end_it_belongs_to() {
        let (articles, strays) = ordered(&[
            &[(Role::Title, "码头复航"), (Role::Body, FERRY), (Role::Body, TORN)],
            &[(Role::Title, "白鹭回来"), (Role::Body, HERON), (Role::Body, REST)],
        ]);
        assert!(strays.is_empty());
        assert_eq!(texts(&articles[0]), ["码头复航", FERRY, &format!("{TORN}{REST}")]);
        assert_eq!(texts(&articles[1]), ["白鹭回来", HERON]);
        let kinds: Vec<RepairKind> = articles[0].repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(kinds, [RepairKind::Move, RepairKind::Join]);
        let rest = articles[0].blocks[2].ink[1];
        assert_eq!(articles[0].repairs[0].span, rest);
        assert!(articles[0].repairs[0].reason.starts_with("1 段在原处没有开头，"));
    }

    #[test]
    fn words_that_do_not_meet_are_left_apart() {
        let far = "，码头的候船室也修了一遍，加了座椅和雨棚，等轮渡的老人不再淋雨。";
        let (articles, _) = ordered(&[
            &[
                (Role::Title, "码头复航"),
                (Role::Body, FERRY),
                (Role::Body, "轮渡公司说，每天开行二十个班次，最后一班夜里十点离开码头以后"),
            ],
            &[(Role::Title, "白鹭回来"), (Role::Body, HERON), (Role::Body, far)],
        ]);
        let kinds: Vec<RepairKind> = articles[0].repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(kinds, [RepairKind::Move, RepairKind::Gap]);
        assert_eq!(texts(&articles[0]).len(), 4);
    }

    #[test]
    fn what_goes_on_with_nothing_on_the_page_is_a_stray() {
        let strange = "，预算草案交付表决，财税委员会委员一致通过。";
        let (articles, strays) =
            ordered(&[&[(Role::Title, "白鹭回来"), (Role::Body, HERON), (Role::Body, strange)]]);
        assert_eq!(texts(&articles[0]), ["白鹭回来", HERON]);
        assert_eq!(strays.iter().map(|stray| stray.passage.text.as_str()).collect::<Vec<_>>(), [strange]);
        // What speaks of the same stays; so does what an article begins with.
        let own = "，锦带河边又见白鹭，清晨几十只白鹭落在浅滩上。";
        assert!(
            ordered(&[&[(Role::Title, "白鹭回来"), (Role::Body, HERON), (Role::Body, own)]]).1.is_empty()
        );
        assert!(ordered(&[&[(Role::Body, strange), (Role::Body, HERON)]]).1.is_empty());
    }

    #[test]
    fn an_end_without_a_mark_is_told() {
        let ends = |last: (Role, &str)| {
            let (articles, _) = ordered(&[&[(Role::Title, "码头复航"), (Role::Body, TORN), last]]);
            articles[0]
                .repairs
                .iter()
                .map(|repair| (repair.span.start, repair.confidence))
                .collect::<Vec<_>>()
        };
        let (title, torn) = ("码头复航\n".len(), TORN.len());
        // The last paragraph counts, whatever stands behind it.
        assert_eq!(ends((Role::Caption, "图为码头。")), [(title + torn, 0.7)]);
        assert_eq!(
            ends((Role::Body, "轮渡公司的人都说")),
            [(title + torn + 1 + "轮渡公司的人都说".len(), 0.4)]
        );
        assert_eq!(ends((Role::Body, "大家都说好。")), []);
        assert_eq!(ends((Role::Body, "轮渡公司的人说")), [], "too short to tell");
    }
}
