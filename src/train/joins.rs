//! Learns and measures which paragraphs a column cut in two.

use crate::page::lines::lines;
use crate::page::stitch::{EVIDENCE, NAMES, evidence, is_indented};
use crate::page::{RepairKind, Role, drafts, model};
use crate::train::lines::Source;
use crate::train::logistic::{Case, fit, show};
use crate::train::random::Random;
use crate::train::shapes::{Shaped, Style, lay_out};

/// Learns the weights of the evidence from the training pages, cut and whole, and prints them.
pub fn learn(sources: &[Source]) {
    let mut random = Random(19);
    let mut cases = Vec::new();
    for page in sources.iter().flat_map(|source| &source.train) {
        for cuts in [0, 15, 40] {
            let style = Style {
                cuts,
                close_cuts: random.chance(50),
                datelines: 20,
                odd_bodies: 5,
                indent: random.chance(25),
                ..Style::default()
            };
            cases.extend(judged(&lay_out(&page.stories, style, &mut random)));
        }
    }
    let weights = fit(&cases);
    show(&NAMES.map(|(name, _)| name), &weights, &cases);
}

/// Neighbouring paragraphs of an article, each pair with whether they are one.
fn judged(shaped: &Shaped) -> Vec<Case<EVIDENCE>> {
    let openings = model::built_in().counts().openings;
    let (articles, _) = drafts(&shaped.text, &lines(&shaped.text));
    let pairs = articles.iter().flat_map(|article| article.blocks.windows(2));
    let bodies = pairs.filter(|pair| pair.iter().all(|block| block.role == Role::Body));
    bodies
        .map(|pair| {
            let start = pair[1].passage.pieces.first().map_or(0, |piece| piece.source.start);
            let indented = pair.iter().all(|block| is_indented(&shaped.text, block));
            let evidence = evidence(&pair[0].passage.text, &pair[1].passage.text, indented, &openings);
            (evidence, shaped.is_inside(start))
        })
        .collect()
}

/// Counts of joins made, of cuts in the text, and of joins that mend a cut.
#[derive(Default, Clone, Copy)]
pub struct Joins {
    pub right: usize,
    pub made: usize,
    pub cuts: usize,
}

/// Measures joins on the pages kept for it, cut by columns at random places.
pub fn measure(source: &Source, style: Style) -> Joins {
    let mut joins = Joins::default();
    let mut random = Random(11);
    for page in &source.dev {
        let shaped = lay_out(&page.stories, style, &mut random);
        let page = crate::page::read(&shaped.text);
        let lines = lines(&shaped.text);
        joins.cuts += lines.iter().filter(|line| shaped.is_inside(line.content.start)).count();
        let repairs = page.articles.iter().flat_map(|article| &article.repairs);
        for repair in repairs.filter(|repair| repair.kind == RepairKind::Join) {
            joins.made += 1;
            joins.right += usize::from(shaped.is_inside(repair.span.end));
        }
    }
    joins
}
