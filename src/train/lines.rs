//! Trains the line model: a conditional random field by stochastic gradient ascent (AdaGrad).
//!
//! Where a source leaves a part's label open, the gradient is that of the sum over the labels it may have. Every epoch
//! sets every page anew in a shape drawn by chance, so that no shape is learned by heart.

use std::io;
use std::path::Path;

use crate::page::RepairKind;
use crate::page::cohesion::{self, BUCKETS};
use crate::page::lines::lines;
use crate::page::model::{self, ANY, Allowed, LABELS, Label, Lattice, Model, Scores, features};
use crate::page::observe::{Row, observe};
use crate::page::paragraphs::paragraphs;
use crate::train::random::Random;
use crate::train::shapes::{Blanks, Marks, Shaped, Style, lay_out, style};
use crate::train::stories::{GoldPage, Story, load};

/// One source: pages to learn from and pages to measure on.
pub struct Source {
    pub name: String,
    pub train: Vec<GoldPage>,
    pub dev: Vec<GoldPage>,
}

impl Source {
    /// Splits a corpus by day: every fifth day is kept for measuring.
    pub fn load(folder: &Path) -> io::Result<Source> {
        let mut source =
            Source { name: folder.to_string_lossy().into_owned(), train: Vec::new(), dev: Vec::new() };
        let mut days: Vec<String> = Vec::new();
        for page in load(folder)? {
            let day: String = page.name.chars().take(8).collect();
            if days.last() != Some(&day) {
                days.push(day);
            }
            (if days.len().is_multiple_of(5) { &mut source.dev } else { &mut source.train }).push(page);
        }
        Ok(source)
    }
}

/// A page ready to learn from.
struct Example {
    rows: Vec<Row>,
    allowed: Vec<Allowed>,
}

fn example(shaped: &Shaped, model: &Model) -> Example {
    let lines = lines(&shaped.text);
    let fragments = paragraphs(&shaped.text, &lines);
    let rows = observe(&lines, &fragments, &model.rarity());
    let at = fragments.iter().map(|f| f.passage.pieces.first().map_or(0, |piece| piece.source.start));
    Example { rows, allowed: at.map(|at| shaped.allowed(at)).collect() }
}

/// Trains on the sources; deterministic.
pub fn train(sources: &[&Source], epochs: usize) -> Model {
    let mut model = Model::empty(rarity(sources));
    let mut random = Random(20231108);
    let mut learner = Learner::new(&model);
    let pool: Vec<&Story> = sources.iter().flat_map(|s| &s.train).flat_map(|page| &page.stories).collect();
    let mut pages: Vec<&GoldPage> = sources.iter().flat_map(|s| &s.train).collect();
    for _ in 0..epochs {
        random.shuffle(&mut pages);
        for page in &pages {
            let stories = stories(page, &pool, &mut random);
            let style = style(&mut random);
            let shaped = lay_out(&stories, style, &mut random);
            let example = example(&shaped, &model);
            learner.learn(&mut model, &example);
        }
    }
    learner.average(&mut model);
    model
}

/// The stories of one training page: as they stood, a few of them, or a mixture from everywhere.
fn stories(page: &GoldPage, pool: &[&Story], random: &mut Random) -> Vec<Story> {
    match random.range(0, 10) {
        0..5 => page.stories.clone(),
        5..7 => {
            let count = random.range(1, page.stories.len().clamp(1, 6) + 1);
            let from = random.range(0, page.stories.len() + 1 - count.min(page.stories.len()));
            page.stories.iter().skip(from).take(count).cloned().collect()
        }
        _ => (0..random.range(2, 14)).map(|_| (*random.pick(pool)).clone()).collect(),
    }
}

/// How rare each pair of characters is over the paragraphs of the sources.
fn rarity(sources: &[&Source]) -> Vec<u8> {
    let mut counts = vec![0u32; BUCKETS];
    let mut total = 0u32;
    for part in sources.iter().flat_map(|s| &s.train).flat_map(|p| &p.stories).flat_map(|s| &s.parts) {
        total += 1;
        for pair in cohesion::pairs(&part.text) {
            counts[usize::from(pair)] += 1;
        }
    }
    let most = (f64::from(total) + 1.0).ln();
    let level = |count: u32| (most - (f64::from(count) + 1.0).ln()) / most * 15.0;
    counts.into_iter().map(|count| level(count).round() as u8).collect()
}

const RATE: f32 = 0.25;
const DECAY: f32 = 2e-6;

/// AdaGrad (Duchi, Hazan and Singer 2011) with averaged weights.
struct Learner {
    squares: Vec<Scores>,
    transition_squares: [Scores; LABELS],
    sums: Vec<Scores>,
    transition_sums: [Scores; LABELS],
    steps: f32,
    random: Random,
}

/// Percent of the templates that are left out of each page, so that none is relied on alone.
const DROPOUT: u64 = 25;

fn hash(seed: u64, template: usize) -> u64 {
    Random(seed ^ (template as u64) << 32).draw()
}

fn masked_scores(model: &Model, rows: &[Row], keep: &dyn Fn(usize) -> bool) -> Vec<Scores> {
    let scale = 100.0 / (100 - DROPOUT) as f32;
    (0..rows.len())
        .map(|i| {
            let mut sum = [0.0; LABELS];
            for (_, feature) in features(rows, i, &model.offsets).enumerate().filter(|&(t, _)| keep(t)) {
                for (sum, weight) in sum.iter_mut().zip(&model.weights[feature]) {
                    *sum += weight * scale;
                }
            }
            sum
        })
        .collect()
}

impl Learner {
    fn new(model: &Model) -> Learner {
        let zeros = vec![[0.0; LABELS]; model.weights.len()];
        Learner {
            squares: zeros.clone(),
            transition_squares: [[1e-6; LABELS]; LABELS],
            sums: zeros,
            transition_sums: [[0.0; LABELS]; LABELS],
            steps: 0.0,
            random: Random(5),
        }
    }

    fn learn(&mut self, model: &mut Model, example: &Example) {
        let masked = self.random.draw();
        let keep = |template: usize| hash(masked, template) % 100 >= DROPOUT;
        let unary = masked_scores(model, &example.rows, &keep);
        let lattice = |allowed| Lattice { unary: &unary, transitions: &model.transitions, allowed };
        let all = lattice(&|_| ANY).marginals();
        let gold = lattice(&|i| example.allowed[i]).marginals();
        let n = example.rows.len();
        let mut moves = [[0.0; LABELS]; LABELS];
        for i in 1..n {
            let (gold, all) = (gold.transitions(i - 1), all.transitions(i - 1));
            let rows = gold.iter().flatten().zip(all.iter().flatten());
            for (sum, (gold, all)) in moves.iter_mut().flatten().zip(rows) {
                *sum += gold - all;
            }
        }
        for i in 0..n {
            let gradient: Scores = std::array::from_fn(|l| gold.labels[i][l] - all.labels[i][l]);
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            let seen = features(&example.rows, i, &model.offsets).enumerate().filter(|&(t, _)| keep(t));
            for (_, feature) in seen {
                step(
                    &mut model.weights[feature],
                    &mut self.squares[feature],
                    &gradient,
                    &mut self.sums[feature],
                    self.steps,
                );
            }
        }
        let rows =
            model.transitions.iter_mut().zip(&mut self.transition_squares).zip(&mut self.transition_sums);
        for (((weights, squares), sums), gradient) in rows.zip(&moves) {
            step(weights, squares, gradient, sums, self.steps);
        }
        self.steps += 1.0;
    }

    /// Replaces the weights by their mean over all steps.
    fn average(&self, model: &mut Model) {
        let pairs = model.weights.iter_mut().zip(&self.sums);
        for (weights, sums) in pairs.chain(model.transitions.iter_mut().zip(&self.transition_sums)) {
            for (weight, sum) in weights.iter_mut().zip(sums) {
                *weight -= sum / self.steps.max(1.0);
            }
        }
    }
}

/// One step; `sums` gathers each change times the steps before it, from which the mean follows at the end.
fn step(weights: &mut Scores, squares: &mut Scores, gradient: &Scores, sums: &mut Scores, steps: f32) {
    for l in 0..LABELS {
        let g = gradient[l] - DECAY * weights[l];
        if g == 0.0 {
            continue;
        }
        squares[l] += g * g;
        let change = RATE * g / (squares[l].sqrt() + 0.1);
        weights[l] += change;
        sums[l] += change * steps;
    }
}

/// Counts of boundaries found, given and right, and of pages without a mistake.
#[derive(Default, Clone, Copy)]
pub struct Figures {
    right: usize,
    given: usize,
    wanted: usize,
    exact: usize,
    pages: usize,
}

impl Figures {
    pub fn f(&self) -> f64 {
        2.0 * self.right as f64 / (self.given + self.wanted).max(1) as f64
    }

    pub fn exact(&self) -> f64 {
        self.exact as f64 / self.pages.max(1) as f64
    }
}

/// The shapes that figures are given for.
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

/// Measures article starts on the pages kept for it.
pub fn measure(model: &Model, source: &Source, style: Style) -> Figures {
    let mut figures = Figures::default();
    let mut random = Random(7);
    for page in &source.dev {
        let shaped = lay_out(&page.stories, style, &mut random);
        let example = example(&shaped, model);
        let readings = model.read(&example.rows);
        let mut exact = true;
        for (i, (reading, &allowed)) in readings.iter().zip(&example.allowed).enumerate() {
            let starts =
                Label::ALL.iter().filter(|l| l.starts_article()).fold(0, |set, &l| set | 1 << l as usize);
            let (may, must) = (allowed & starts != 0, allowed & !starts == 0);
            let given = reading.label.starts_article();
            exact &= if given { may } else { !must };
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

/// Counts of joins made, of cuts in the text, and of joins that mend a cut.
#[derive(Default, Clone, Copy)]
pub struct Joins {
    pub right: usize,
    pub made: usize,
    pub cuts: usize,
}

/// Measures joins on the pages kept for it, cut by columns at random places.
pub fn measure_joins(source: &Source, style: Style) -> Joins {
    let mut joins = Joins::default();
    let mut random = Random(11);
    for page in &source.dev {
        let shaped = lay_out(&page.stories, style, &mut random);
        let page = crate::page::read(&shaped.text);
        let lines = lines(&shaped.text);
        let starts_in = |at: usize| shaped.stretches.iter().any(|(span, _)| span.start < at && at < span.end);
        joins.cuts += lines.iter().filter(|line| starts_in(line.content.start)).count();
        let repairs = page.articles.iter().flat_map(|article| &article.repairs);
        for repair in repairs.filter(|repair| repair.kind == RepairKind::Join) {
            joins.made += 1;
            joins.right += usize::from(starts_in(repair.span.end));
        }
    }
    joins
}

/// The names of the heaviest weights, heaviest first.
pub fn heaviest(model: &Model, count: usize) -> Vec<(f32, String, &'static str)> {
    let rows = model.weights.iter().enumerate();
    let mut all: Vec<(f32, usize, Label)> =
        rows.flat_map(|(f, row)| Label::ALL.iter().map(move |&l| (row[l as usize], f, l))).collect();
    all.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    all.truncate(count);
    all.into_iter().map(|(w, f, l)| (w, model::name(f, &model.offsets), l.name())).collect()
}
