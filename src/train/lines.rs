//! Trains the line model: a conditional random field, learned a page at a time (`train::ftrl`).
//!
//! Where a source leaves a part's label open, the gradient is that of the sum over the labels it may have. Every epoch
//! sets every page anew in a shape drawn by chance, so that no shape is learned by heart.

use std::io;
use std::path::Path;

use crate::page::cohesion::{self, BUCKETS};
use crate::page::lines::lines;
use crate::page::model::{
    ANY, Allowed, JOINTS, LABELS, Label, Lattice, Model, Scores, TEMPLATES, Table, features,
};
use crate::page::observe::{Row, observe};
use crate::page::paragraphs::paragraphs;
use crate::train::ftrl::Pace;
use crate::train::openings::Tally;
use crate::train::random::Random;
use crate::train::shapes::{Shaped, lay_out, style, without_dateline};
use crate::train::stories::{GoldPage, Part, Story, load, set};
use crate::train::written;

/// One source: pages to learn from and pages to measure on.
pub struct Source {
    pub name: String,
    pub train: Vec<GoldPage>,
    pub dev: Vec<GoldPage>,
}

impl Source {
    /// Splits a corpus by day: every fifth day is kept for measuring. Those of written pages lie in a folder of
    /// their own.
    pub fn load(folder: &Path) -> io::Result<Source> {
        let mut source =
            Source { name: folder.to_string_lossy().into_owned(), train: Vec::new(), dev: Vec::new() };
        let kept = folder.join(written::KEPT);
        if kept.is_dir() {
            source.train =
                [written::load(folder)?, written::load(&folder.join(written::KNOWLEDGE))?].concat();
            source.dev = written::load(&kept)?;
            return Ok(source);
        }
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
pub struct Example {
    pub rows: Vec<Row>,
    pub allowed: Vec<Allowed>,
    /// Where each fragment begins, in bytes.
    pub starts: Vec<usize>,
}

pub fn example(shaped: &Shaped, model: &Model) -> Example {
    let lines = lines(&shaped.text);
    let fragments = paragraphs(&shaped.text, &lines);
    let rows = observe(&lines, &fragments, &model.counts().rarity);
    let starts: Vec<usize> =
        fragments.iter().map(|f| f.passage.pieces.first().map_or(0, |piece| piece.source.start)).collect();
    Example { rows, allowed: starts.iter().map(|&at| shaped.allowed(at)).collect(), starts }
}

/// Trains on the sources; deterministic.
pub fn train(sources: &[&Source], epochs: usize) -> Model {
    let mut model = Model::empty(rarity(sources), openings(sources));
    let mut random = Random(20231108);
    let mut learner = Learner::new(&model);
    let pool: Vec<&Story> = sources.iter().flat_map(|s| &s.train).flat_map(|page| &page.stories).collect();
    let mut pages: Vec<&GoldPage> = sources.iter().flat_map(|s| &s.train).collect();
    for epoch in 0..epochs {
        if epoch == epochs / 4 {
            learner.begin_mean();
        }
        random.shuffle(&mut pages);
        for page in &pages {
            if page.shaped.is_some() && random.chance(LEFT) {
                continue;
            }
            let shaped = match &page.shaped {
                Some(shaped) if random.chance(AS_WRITTEN) => shaped.clone(),
                _ => {
                    let stories = stories(page, &pool, &mut random);
                    let style = style(&mut random);
                    lay_out(&stories, style, &mut random)
                }
            };
            let example = example(&shaped, &model);
            learner.learn(&mut model, &example);
        }
    }
    learner.average(&mut model);
    model
}

/// Percent of the epochs in which such a page is left out: they are the most various, not the most common.
const LEFT: u64 = 50;

/// Percent of the times that a page of which all lines are known is learned from as it arrived.
const AS_WRITTEN: u64 = 60;

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

/// How the paragraphs of the sources begin, with their 讯头 and without.
fn openings(sources: &[&Source]) -> Vec<i8> {
    let mut counts = Tally::default();
    let stories = sources.iter().flat_map(|s| &s.train).flat_map(|p| &p.stories);
    for part in stories.flat_map(|story| &story.parts).filter(|part| is_prose(part)) {
        counts.add(&part.text);
        let bare = without_dateline(&part.text);
        if bare.len() < part.text.len() {
            counts.add(&bare);
        }
    }
    counts.table()
}

fn is_prose(part: &Part) -> bool {
    part.allowed & set(&[Label::Body, Label::StartBody]) != 0 && part.text.chars().count() >= 30
}

/// A page whose labels break the grammar (a source's slip) is this much less likely than any that keeps it.
const IMPOSSIBLE: f64 = 1e6;

const PACE: Pace = Pace { rate: 0.25, begun: 0.1, l1: 6.0 };

/// Learns the weights in place; what they are in the end is their mean over the later steps.
struct Learner {
    features: Vec<Past>,
    joints: Vec<[Past; LABELS]>,
    steps: f32,
    random: Random,
}

/// What a row of weights has learned from so far.
#[derive(Clone, Default)]
struct Past {
    squares: Scores,
    pulls: Scores,
    /// Each change times the steps before it, from which the mean follows at the end.
    changes: Scores,
}

impl Past {
    fn step(&mut self, weights: &mut Scores, gradient: &Scores, steps: f32) {
        for l in (0..LABELS).filter(|&l| gradient[l] != 0.0) {
            let before = weights[l];
            PACE.step(&mut weights[l], &mut self.squares[l], &mut self.pulls[l], gradient[l]);
            self.changes[l] += (weights[l] - before) * steps;
        }
    }
}

/// Percent of the templates that are left out of each page, so that none is relied on alone.
const DROPOUT: u64 = 35;

fn hash(seed: u64, template: usize) -> u64 {
    Random(seed ^ (template as u64) << 32).draw()
}

fn masked_scores(model: &Model, rows: &[Row], keep: &dyn Fn(usize) -> bool) -> Vec<Scores> {
    let scale = 100.0 / (100 - DROPOUT) as f32;
    (0..rows.len())
        .map(|i| {
            let mut sum = [0.0; LABELS];
            for (_, feature) in
                features(TEMPLATES, rows, i, &model.offsets).enumerate().filter(|&(t, _)| keep(t))
            {
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
        let joints = vec![std::array::from_fn(|_| Past::default()); model.joints.len()];
        let features = vec![Past::default(); model.weights.len()];
        Learner { features, joints, steps: 0.0, random: Random(5) }
    }

    fn learn(&mut self, model: &mut Model, example: &Example) {
        let masked = self.random.draw();
        let keep = |template: usize| hash(masked, template) % 100 >= DROPOUT;
        let unary = masked_scores(model, &example.rows, &keep);
        let tables: Vec<Table> =
            (0..example.rows.len()).map(|i| model.transitions(&example.rows, i)).collect();
        let table = |i: usize| tables[i];
        let (any, own) = (|_: usize| ANY, |i: usize| example.allowed[i]);
        let all_lattice = Lattice { unary: &unary, transitions: &table, allowed: &any };
        let gold_lattice = Lattice { allowed: &own, ..all_lattice };
        let (all, gold) = (all_lattice.marginals(), gold_lattice.marginals());
        if gold.log_sum < all.log_sum - IMPOSSIBLE {
            return;
        }
        let n = example.rows.len();
        for i in 1..n {
            let (gold, all) = (gold_lattice.pairs(&gold, i - 1), all_lattice.pairs(&all, i - 1));
            let gradients: Table =
                std::array::from_fn(|from| std::array::from_fn(|to| all[from][to] - gold[from][to]));
            if gradients.iter().all(nearly_nothing) {
                continue;
            }
            for feature in features(JOINTS, &example.rows, i, &model.joint_offsets) {
                let rows = model.joints[feature].iter_mut().zip(&mut self.joints[feature]).zip(&gradients);
                rows.for_each(|((weights, past), gradient)| past.step(weights, gradient, self.steps));
            }
        }
        for i in 0..n {
            let gradient: Scores = std::array::from_fn(|l| all.labels[i][l] - gold.labels[i][l]);
            if nearly_nothing(&gradient) {
                continue;
            }
            let seen =
                features(TEMPLATES, &example.rows, i, &model.offsets).enumerate().filter(|&(t, _)| keep(t));
            for (_, feature) in seen {
                self.features[feature].step(&mut model.weights[feature], &gradient, self.steps);
            }
        }
        self.steps += 1.0;
    }

    fn pasts(&mut self) -> impl Iterator<Item = &mut Past> {
        self.features.iter_mut().chain(self.joints.iter_mut().flatten())
    }

    /// Forgets the steps so far: the first ones are far from where the weights end.
    fn begin_mean(&mut self) {
        self.pasts().for_each(|past| past.changes = Scores::default());
        self.steps = 0.0;
    }

    /// Replaces the weights by their mean over the steps since `begin_mean`.
    fn average(mut self, model: &mut Model) {
        let steps = self.steps.max(1.0);
        let rows = model.weights.iter_mut().chain(model.joints.iter_mut().flatten());
        for (weights, past) in rows.zip(self.pasts()) {
            for (weight, change) in weights.iter_mut().zip(past.changes) {
                *weight -= change / steps;
            }
        }
    }
}

/// Whether an error is so small that it teaches nothing.
fn nearly_nothing(gradient: &Scores) -> bool {
    gradient.iter().all(|g| g.abs() < 1e-4)
}
