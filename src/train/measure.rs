//! What the line model and the joins are worth on pages kept for measuring.

use crate::page::model::{self, ANY, Label, Model};
use crate::train::lines::{Source, example};
use crate::train::random::Random;
use crate::train::shapes::{Blanks, Marks, Style, lay_out};
use crate::train::stories::GoldPage;

/// Counts of boundaries found, given and right, and of pages without a mistake.
#[derive(Default, Clone)]
pub struct Figures {
    right: usize,
    given: usize,
    wanted: usize,
    exact: usize,
    pages: usize,
    /// Starts missed and starts given where none is, with the text around them.
    pub mistakes: Vec<String>,
}

impl Figures {
    pub fn f(&self) -> f64 {
        2.0 * self.right as f64 / (self.given + self.wanted).max(1) as f64
    }

    pub fn exact(&self) -> f64 {
        self.exact as f64 / self.pages.max(1) as f64
    }
}

/// The shapes that figures of line models are given for.
pub fn shapes_of(source: &Source) -> Vec<(&'static str, Option<Style>)> {
    let arrived = source.dev.iter().any(|page| page.shaped.is_some()).then_some(("as it arrived", None));
    arrived
        .into_iter()
        .chain(measured_shapes().into_iter().map(|(name, style)| (name, Some(style))))
        .collect()
}

/// Shapes that any page can be set in.
pub fn measured_shapes() -> Vec<(&'static str, Style)> {
    let plain = Style::default();
    vec![
        ("plain", plain),
        ("wrapped 20, indented", Style { wrap: Some(20), indent: true, ..plain }),
        ("wrapped 27, no indent", Style { wrap: Some(27), ..plain }),
        ("marked, blank lines", Style { marks: Marks::Levels, blanks: Blanks::All, cuts: 15, ..plain }),
        ("today's credits", Style { datelines: 80, split_heads: 60, ..plain }),
        ("chrome", Style { chrome: true, masthead: true, datelines: 50, ..plain }),
    ]
}

/// Measures article starts on the pages kept for it, set in a style or as they arrived.
pub fn measure(model: &Model, source: &Source, style: Option<Style>) -> Figures {
    let mut figures = Figures::default();
    let mut random = Random(7);
    for page in &source.dev {
        let arrived = style.is_none().then(|| page.shaped.clone()).flatten();
        let shaped =
            arrived.unwrap_or_else(|| lay_out(&page.stories, style.unwrap_or_default(), &mut random));
        let example = example(&shaped, model);
        let readings = model.read(&example.rows);
        let mut exact = true;
        for (i, (reading, &allowed)) in readings.iter().zip(&example.allowed).enumerate() {
            let (may, must) = (allowed & starts() != 0, allowed & !starts() == 0);
            let given = reading.label.starts_article();
            if given && !may || must && !given {
                exact = false;
                figures.mistakes.push(mistake(page, &shaped.text, example.starts[i], given));
            }
            if i == 0 || may && !must {
                continue;
            }
            figures.right += usize::from(given && must);
            figures.given += usize::from(given);
            figures.wanted += usize::from(must);
        }
        figures.exact += usize::from(exact);
        figures.pages += 1;
    }
    figures
}

/// A mistake with the text on both sides of the place.
fn mistake(page: &GoldPage, text: &str, at: usize, given: bool) -> String {
    let before: String = text[..at].chars().rev().take(14).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[at..].chars().take(32).collect();
    let kind = if given { "extra " } else { "missed" };
    format!("{} {kind} {} | {}", page.name, before.replace('\n', "⏎"), after.replace('\n', "⏎"))
}

/// How often articles of each confidence have both bounds right: for each tenth, articles and those that are right.
pub fn reliability(source: &Source, style: Style) -> [(usize, usize); 10] {
    let mut table = [(0, 0); 10];
    let mut random = Random(13);
    for page in &source.dev {
        let shaped = lay_out(&page.stories, style, &mut random);
        let read = crate::page::read(&shaped.text);
        let may_start = |at: usize| shaped.allowed(at) & starts() != 0;
        let must_start = |at: usize| shaped.allowed(at) & !starts() == 0;
        // A span has the mark before a headline, a stretch begins behind it.
        let first = |article: &crate::page::Article| {
            let text = article.spans.first().map_or("", |span| &shaped.text[span.start..]);
            shaped.text.len() - text.trim_start_matches(['#', '*', ' ']).len()
        };
        for (i, article) in read.articles.iter().enumerate() {
            let (start, end) = (first(article), read.articles.get(i + 1).map_or(usize::MAX, first));
            let inside = shaped.stretches.iter().map(|(span, _)| span.start);
            let whole = inside.filter(|&at| start < at && at < end).all(|at| !must_start(at));
            let right = may_start(start) && whole && (end == usize::MAX || may_start(end));
            let (count, rights) = &mut table[((article.confidence * 10.0) as usize).min(9)];
            *count += 1;
            *rights += usize::from(right);
        }
    }
    table
}

fn starts() -> u16 {
    ANY & !Label::inside()
}

/// The names of the heaviest weights, heaviest first.
pub fn heaviest(model: &Model, count: usize) -> Vec<(f32, String, &'static str)> {
    let rows = model.weights.iter().enumerate();
    let mut all: Vec<(f32, usize, Label)> =
        rows.flat_map(|(f, row)| Label::ALL.iter().map(move |&l| (row[l as usize], f, l))).collect();
    all.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    all.truncate(count);
    all.into_iter().map(|(w, f, l)| (w, model::name(model::TEMPLATES, f, &model.offsets), l.name())).collect()
}
