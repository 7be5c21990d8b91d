//! Learns and measures which displaced text belongs where.

use crate::page::model;
use crate::page::order::pairing::{EVIDENCE, NAMES, Pairing, pairings};
use crate::page::{Article, Page, RepairKind, lines, stitched};
use crate::train::lines::Source;
use crate::train::random::Random;
use crate::train::shapes::displace::{Disorder, Shuffled, displace};
use crate::train::stories::GoldPage;

/// The weights of the evidence, learned from the training pages of the sources in every disorder, and how many of the
/// pairings that they take for sure are right.
pub fn learn(sources: &[Source]) -> [f32; EVIDENCE] {
    let mut random = Random(17);
    let mut examples = Vec::new();
    for page in sources.iter().flat_map(|source| &source.train) {
        for disorder in Disorder::ALL {
            if let Some(shuffled) = displace(page, disorder, &mut random) {
                examples.extend(judged(&shuffled));
            }
        }
    }
    println!("{} pairings, {} of them right", examples.len(), examples.iter().filter(|e| e.1).count());
    let weights = fit(&examples);
    for (name, weight) in NAMES.iter().zip(weights) {
        println!("  {weight:+.3}  {name}");
    }
    for sure in [0.5, 0.7, 0.8, 0.9, 0.95] {
        let taken = || examples.iter().filter(|(evidence, _)| sigmoid(sum(evidence, &weights)) >= sure);
        println!(
            "  from {sure}: {} pairings, {} of them right",
            taken().count(),
            taken().filter(|e| e.1).count()
        );
    }
    weights
}

/// The pairings of a page, each with whether the run belongs there and not where it stands.
fn judged(shuffled: &Shuffled) -> Vec<([f32; EVIDENCE], bool)> {
    let counts = model::built_in().counts();
    let (articles, _) = stitched(&shuffled.text, &lines::lines(&shuffled.text));
    let all = (0..articles.len()).flat_map(|i| pairings(&articles, i, &counts));
    all.map(|pairing| (pairing.evidence, belongs(shuffled, &articles, &pairing))).collect()
}

fn belongs(shuffled: &Shuffled, articles: &[Article], pairing: &Pairing) -> bool {
    let start = |article: &Article, block: usize| {
        article.blocks[block].passage.pieces.first().map_or(0, |piece| piece.source.start)
    };
    let from = &articles[pairing.from];
    let story = |at: usize| shuffled.story(at);
    let run = story(start(from, pairing.block));
    let whole = (pairing.block..from.blocks.len()).all(|block| story(start(from, block)) == run);
    let at_home = pairing.block > 0 && story(start(from, 0)) == run;
    whole && !at_home && story(start(&articles[pairing.to], 0)) == run
}

fn sum(evidence: &[f32; EVIDENCE], weights: &[f32; EVIDENCE]) -> f32 {
    evidence.iter().zip(weights).map(|(x, w)| x * w).sum()
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Logistic regression by gradient ascent with a little decay.
fn fit(examples: &[([f32; EVIDENCE], bool)]) -> [f32; EVIDENCE] {
    let mut weights = [0.0; EVIDENCE];
    let mut squares = [1e-6f32; EVIDENCE];
    for _ in 0..3000 {
        let mut gradient = weights.map(|w| -1e-4 * w);
        for (evidence, right) in examples {
            let error = f32::from(u8::from(*right)) - sigmoid(sum(evidence, &weights));
            for (g, x) in gradient.iter_mut().zip(evidence) {
                *g += error * x / examples.len() as f32;
            }
        }
        for ((w, g), s) in weights.iter_mut().zip(gradient).zip(&mut squares) {
            *s = 0.999 * *s + 0.001 * g * g;
            *w += 0.02 * g / s.sqrt().max(1e-4);
        }
    }
    weights
}

/// What became of displaced text on the pages kept for measuring.
#[derive(Default)]
pub struct Moves {
    pub displaced: usize,
    /// Displaced stretches that stand in their own article afterwards.
    pub home: usize,
    pub made: usize,
    pub right: usize,
    pub lost: usize,
    /// Lost ends that are marked as gaps.
    pub marked: usize,
}

/// Reads the kept pages in a disorder, or as they stand.
pub fn measure(source: &Source, disorder: Option<Disorder>) -> Moves {
    let mut moves = Moves::default();
    let mut random = Random(3);
    for page in &source.dev {
        let Some(shuffled) = disorder.map_or_else(|| in_order(page), |d| displace(page, d, &mut random))
        else {
            continue;
        };
        let read = crate::page::read(&shuffled.text);
        moves.displaced += shuffled.displaced.len();
        moves.home += shuffled.displaced.iter().filter(|&&at| is_home(&read, &shuffled, at)).count();
        for at in moved(&read) {
            moves.made += 1;
            moves.right += usize::from(is_home(&read, &shuffled, at));
        }
        if let Some(end) = shuffled.lost {
            let gaps = read.articles.iter().flat_map(|a| &a.repairs).filter(|r| r.kind == RepairKind::Gap);
            moves.lost += 1;
            moves.marked += usize::from(gaps.into_iter().any(|gap| gap.span.start == end));
        }
    }
    moves
}

fn in_order(page: &GoldPage) -> Option<Shuffled> {
    Some(Shuffled::in_order(page))
}

/// Whether the text at `at` stands in the article that begins with the same story.
fn is_home(read: &Page, shuffled: &Shuffled, at: usize) -> bool {
    let holds = |article: &&Article| article.spans.iter().any(|span| span.start <= at && at < span.end);
    read.articles.iter().find(holds).is_some_and(|article| {
        let first = article.blocks.first().and_then(|block| block.passage.pieces.first());
        first.is_some_and(|piece| {
            shuffled.story(piece.source.start) == shuffled.story(at) && piece.source.start != at
        })
    })
}

/// Where the runs stood that were moved.
fn moved(read: &Page) -> impl Iterator<Item = usize> {
    let repairs = read.articles.iter().flat_map(|article| &article.repairs);
    repairs.filter(|repair| repair.kind == RepairKind::Move).map(|repair| repair.span.start)
}
