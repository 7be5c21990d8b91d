//! What proves a theme: sentences, neighbours, entities.
//!
//! Takes ranked families, gives the themes of the report: for each article the sentence that says most, the themes that
//! share its sentences and articles, the people, bodies and places that stand in them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::page::At;
use crate::tags::{Entity, Kind};

use super::ranking::Ranked;
use super::view::{Place, View};
use super::{Match, Theme, ThemeMention};

/// Block of the view and sentence in it.
type Sentence = (usize, usize);

/// How many entities and related themes a theme names at most.
const NAMED: usize = 6;

pub fn themes(view: &View, ranked: Vec<Ranked>, entities: &[Entity]) -> Vec<Theme> {
    let sentences: Vec<BTreeMap<Sentence, f64>> =
        ranked.iter().map(|r| weigh(view, &r.family.mentions)).collect();
    let beside = entities_by_sentence(view, entities);
    let related = related(view, &sentences);
    ranked
        .into_iter()
        .zip(&sentences)
        .zip(related)
        .map(|((ranked, sentences), related)| Theme {
            name: ranked.family.name,
            variants: ranked.family.variants,
            origin: ranked.family.origin,
            score: ranked.score,
            mentions: ranked
                .family
                .mentions
                .iter()
                .map(|&(place, kind)| ThemeMention { at: view.at(place), kind })
                .collect(),
            evidence: evidence(view, sentences, &beside),
            related,
            entities: close(sentences, &beside, entities),
        })
        .collect()
}

/// The sentences in which a theme stands, with what its mentions there weigh.
fn weigh(view: &View, mentions: &[(Place, Match)]) -> BTreeMap<Sentence, f64> {
    let mut out = BTreeMap::new();
    for (place, kind) in mentions {
        let block = &view.blocks[place.block];
        if let Some(sentence) = block.sentence(block.bytes[place.start]) {
            *out.entry((place.block, sentence)).or_insert(0.0) += match kind {
                Match::Exact => 1.0,
                Match::Variant => 0.8,
                Match::Part => 0.5,
            };
        }
    }
    out
}

/// Indexes of the entities of each sentence, dates left out.
fn entities_by_sentence(view: &View, entities: &[Entity]) -> BTreeMap<Sentence, BTreeSet<usize>> {
    let blocks: BTreeMap<(usize, usize), usize> =
        view.blocks.iter().enumerate().map(|(i, b)| ((b.article, b.block), i)).collect();
    let mut out: BTreeMap<Sentence, BTreeSet<usize>> = BTreeMap::new();
    for (e, entity) in entities.iter().enumerate().filter(|(_, e)| !matches!(e.kind, Kind::Date | Kind::Term))
    {
        for mention in &entity.mentions {
            let Some(&i) = blocks.get(&(mention.at.article, mention.at.block)) else { continue };
            if let Some(sentence) = view.blocks[i].sentence(mention.at.span.start) {
                out.entry((i, sentence)).or_default().insert(e);
            }
        }
    }
    out
}

/// One sentence an article: from the body where there is one, rich in the theme, with who and where, and of readable length.
fn evidence(
    view: &View,
    sentences: &BTreeMap<Sentence, f64>,
    beside: &BTreeMap<Sentence, BTreeSet<usize>>,
) -> Vec<At> {
    let mut best: BTreeMap<usize, (f64, At)> = BTreeMap::new();
    for (&(b, s), &weight) in sentences {
        let block = &view.blocks[b];
        let span = block.sentences[s];
        let (start, end) = block.chars_of(span);
        let names = beside.get(&(b, s)).map_or(0, BTreeSet::len).min(4) as f64;
        let readable = match end - start {
            0..=11 => 0.0,
            12..=140 => 0.6,
            _ => 0.2,
        };
        let place = if block.role.is_headline() {
            -1.5
        } else if block.lead {
            0.3
        } else {
            0.0
        };
        let score = weight.min(3.0) + 0.2 * names + readable + place;
        let at = At { article: block.article, block: block.block, span };
        let entry = best.entry(block.article).or_insert((score, at));
        if score > entry.0 {
            *entry = (score, at);
        }
    }
    best.into_values().map(|(_, at)| at).collect()
}

/// Ties between themes: shared sentences count more than shared articles.
fn related(view: &View, sentences: &[BTreeMap<Sentence, f64>]) -> Vec<Vec<(usize, f64)>> {
    let sets: Vec<HashSet<Sentence>> = sentences.iter().map(|s| s.keys().copied().collect()).collect();
    let articles: Vec<HashSet<usize>> =
        sentences.iter().map(|s| s.keys().map(|&(b, _)| view.blocks[b].article).collect()).collect();
    (0..sets.len())
        .map(|i| {
            let mut ties: Vec<(usize, f64)> = (0..sets.len())
                .filter(|&j| j != i)
                .map(|j| (j, 0.6 * overlap(&sets[i], &sets[j]) + 0.4 * overlap(&articles[i], &articles[j])))
                .filter(|&(_, weight)| weight >= 0.15)
                .collect();
            ties.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            ties.truncate(NAMED);
            ties
        })
        .collect()
}

/// Jaccard's index.
fn overlap<T: Eq + std::hash::Hash>(a: &HashSet<T>, b: &HashSet<T>) -> f64 {
    let shared = a.intersection(b).count() as f64;
    shared / (a.len() + b.len()).max(1) as f64 / (1.0 - shared / (a.len() + b.len()).max(1) as f64)
}

/// The entities in a theme's sentences, those met most often first.
fn close(
    sentences: &BTreeMap<Sentence, f64>,
    beside: &BTreeMap<Sentence, BTreeSet<usize>>,
    entities: &[Entity],
) -> Vec<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for entity in sentences.keys().filter_map(|s| beside.get(s)).flatten() {
        *counts.entry(*entity).or_default() += 1;
    }
    let mut order: Vec<(usize, usize)> = counts.into_iter().collect();
    order.sort_by(|a, b| {
        b.1.cmp(&a.1)
            .then(entities[b.0].mentions.len().cmp(&entities[a.0].mentions.len()))
            .then(a.0.cmp(&b.0))
    });
    order.into_iter().take(NAMED).map(|(entity, _)| entity).collect()
}
