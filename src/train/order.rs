//! Learns and measures which displaced text belongs where.

use crate::page::model;
use crate::page::order::pairing::{EVIDENCE, NAMES, Pairing, pairings};
use crate::page::{Article, Page, Repair, RepairKind, Role, lines, stitched};
use crate::train::lines::Source;
use crate::train::logistic::{Case, fit, show};
use crate::train::random::Random;
use crate::train::shapes::displace::{Disorder, Shuffled, displace};

/// Learns the weights of the evidence from the training pages of the sources in every disorder, and prints them.
pub fn learn(sources: &[Source]) {
    let mut random = Random(17);
    let mut examples = Vec::new();
    for page in sources.iter().flat_map(|source| &source.train) {
        for disorder in Disorder::ALL {
            if let Some(shuffled) = displace(page, disorder, &mut random) {
                examples.extend(judged(&shuffled));
            }
        }
    }
    let weights = fit(&examples);
    show(&NAMES, &weights, &examples);
}

/// The pairings of a page, each with whether the run belongs there and not where it stands.
fn judged(shuffled: &Shuffled) -> Vec<Case<EVIDENCE>> {
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
    let at_home = pairing.block > 0 && story(start(from, pairing.block - 1)) == run;
    whole && !at_home && end_of(&articles[pairing.to]).is_some_and(|at| story(at) == run)
}

/// Where the last paragraph of an article begins.
fn end_of(article: &Article) -> Option<usize> {
    let last = article.blocks.iter().rev().find(|block| block.role == Role::Body)?;
    last.passage.pieces.last().map(|piece| piece.source.start)
}

/// What became of displaced text on the pages kept for measuring.
#[derive(Default)]
pub struct Moves {
    pub displaced: usize,
    /// Displaced stretches that stand in their own article afterwards.
    pub home: usize,
    /// Each move made: how sure it is, and whether it is right.
    pub made: Vec<(f64, bool)>,
    pub lost: usize,
    /// Lost ends that are marked as gaps.
    pub marked: usize,
}

impl Moves {
    /// How many moves are at least that sure, and how many of them are right.
    pub fn from(&self, sure: f64) -> (usize, usize) {
        let made = self.made.iter().filter(|(s, _)| *s >= sure);
        made.fold((0, 0), |(made, all_right), (_, right)| (made + 1, all_right + usize::from(*right)))
    }
}

/// How often each kept page is shuffled anew: there are few of them.
const DRAWS: usize = 5;

/// Reads the kept pages in a disorder, or as they stand.
pub fn measure(source: &Source, disorder: Option<Disorder>) -> Moves {
    let mut moves = Moves::default();
    let mut random = Random(3);
    let draws = if disorder.is_some() { DRAWS } else { 1 };
    for page in source.dev.iter().flat_map(|page| std::iter::repeat_n(page, draws)) {
        let shuffled = match disorder {
            Some(disorder) => displace(page, disorder, &mut random),
            None => Some(Shuffled::in_order(page)),
        };
        let Some(shuffled) = shuffled else { continue };
        let read = crate::page::read(&shuffled.text);
        moves.displaced += shuffled.displaced.len();
        moves.home += shuffled.displaced.iter().filter(|&&at| is_home(&read, &shuffled, at)).count();
        moves.made.extend(
            moved(&read).map(|repair| (repair.confidence, is_home(&read, &shuffled, repair.span.start))),
        );
        if let Some(end) = shuffled.lost {
            let gaps = read.articles.iter().flat_map(|a| &a.repairs).filter(|r| r.kind == RepairKind::Gap);
            moves.lost += 1;
            moves.marked += usize::from(gaps.into_iter().any(|gap| gap.span.start == end));
        }
    }
    moves
}

/// Whether the text at `at` follows text of its own story in reading order.
fn is_home(read: &Page, shuffled: &Shuffled, at: usize) -> bool {
    read.articles.iter().any(|article| {
        let pieces = article.blocks.iter().flat_map(|block| &block.passage.pieces);
        let starts: Vec<usize> = pieces.map(|piece| piece.source.start).collect();
        starts.windows(2).any(|pair| pair[1] == at && shuffled.story(pair[0]) == shuffled.story(at))
    })
}

fn moved(read: &Page) -> impl Iterator<Item = &Repair> {
    let repairs = read.articles.iter().flat_map(|article| &article.repairs);
    repairs.filter(|repair| repair.kind == RepairKind::Move)
}
