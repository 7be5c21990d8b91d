//! Learns and measures where paragraphs end in text that a fixed width broke, without indents.

use std::collections::HashSet;

use crate::page::edges::{EVIDENCE, NAMES, evidence, goes_on};
use crate::page::lines::lines;
use crate::page::paragraphs::{paragraphs, paragraphs_by};
use crate::span::Span;
use crate::train::lines::Source;
use crate::train::logistic::{Case, fit, show};
use crate::train::random::Random;
use crate::train::shapes::{Style, lay_out};

/// Learns the weights from the training pages set at many widths, and prints them.
pub fn learn(sources: &[Source]) {
    let mut random = Random(23);
    let mut cases: [Vec<Case<EVIDENCE>>; 2] = [Vec::new(), Vec::new()];
    for page in sources.iter().flat_map(|source| &source.train) {
        let style = Style {
            wrap: Some(random.range(8, 46)),
            columns: random.chance(50),
            ragged: if random.chance(25) { 2 } else { 0 },
            ..Style::default()
        };
        let shaped = lay_out(&page.stories, style, &mut random);
        let lines = lines(&shaped.text);
        paragraphs_by(&shaped.text, &lines, |i, edge| {
            let on = shaped.is_inside(lines[i].content.start);
            cases[usize::from(edge.ended)].push((evidence(edge), on));
            // What is seen of the paragraph so far depends on earlier answers: learn among one's own.
            goes_on(edge)
        });
    }
    for (cases, what) in cases.iter().zip(["in mid-sentence", "after a sentence"]) {
        println!("{what}");
        show(&NAMES, &fit(cases), cases);
    }
}

/// Shapes without indents that are measured.
fn shapes() -> Vec<(&'static str, Style)> {
    let wrap = |width| Style { wrap: Some(width), ..Style::default() };
    vec![
        ("8, indented", Style { indent: true, ..wrap(8) }),
        ("13", wrap(13)),
        ("22", wrap(22)),
        ("40", wrap(40)),
        ("26 columns", Style { columns: true, ..wrap(13) }),
        ("20, ragged", Style { ragged: 2, ..wrap(20) }),
    ]
}

/// Prints the share of paragraphs put together rightly (F) on the pages kept for measuring.
pub fn measure(source: &Source) {
    for (name, style) in shapes() {
        let mut random = Random(29);
        let (mut right, mut given, mut wanted) = (0, 0, 0);
        for page in &source.dev {
            let shaped = lay_out(&page.stories, style, &mut random);
            let long = |span: &Span| span.of(&shaped.text).chars().count() > 60;
            let whole: HashSet<Span> =
                shaped.stretches.iter().map(|&(span, _)| span).filter(|span| long(span)).collect();
            let made = paragraphs(&shaped.text, &lines(&shaped.text));
            let spans = made.iter().filter_map(|fragment| {
                let pieces = &fragment.passage.pieces;
                Some(Span::new(pieces.first()?.source.start, pieces.last()?.source.end))
            });
            let spans: Vec<Span> = spans.filter(|span| long(span)).collect();
            right += spans.iter().filter(|span| whole.contains(span)).count();
            given += spans.len();
            wanted += whole.len();
        }
        println!(
            "  {}  {name:12} F {:.4}",
            source.name,
            2.0 * f64::from(right as u32) / (given + wanted) as f64
        );
    }
}
