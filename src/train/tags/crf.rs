//! A linear-chain conditional random field over labels of characters, learned online.
//!
//! FTRL-proximal (`train::ftrl`) on one sentence at a time. Takes features by number and gold labels; a feature has one weight
//! for each label.

use crate::tags::model::labels::{LABELS, Label, OUTSIDE, follows};
use crate::train::ftrl::Pace;

pub const WIDTH: usize = 16;
pub type Row = [f32; WIDTH];

/// How far a weight that has learned nothing moves.
const RATE: f32 = 0.1;
const BEGUN: f32 = 0.1;

pub struct Crf {
    pub weights: Vec<Row>,
    /// For each weight its squared gradients summed up, and its gradients less what it has already moved.
    squares: Vec<Row>,
    pulls: Vec<Row>,
    pub transitions: [[f32; LABELS]; LABELS],
    transition_squares: [[f32; LABELS]; LABELS],
    pace: Pace,
}

/// The mean of what the weights were at several times (Polyak and Juditsky 1992), which chance moves less than the last.
#[derive(Default)]
pub struct Mean {
    weights: Vec<Row>,
    transitions: [[f32; LABELS]; LABELS],
    times: f32,
}

impl Mean {
    pub fn add(&mut self, crf: &Crf) {
        self.weights.resize(crf.weights.len(), [0.0; WIDTH]);
        let rows = self.weights.iter_mut().flatten().zip(crf.weights.iter().flatten());
        let cells = self.transitions.iter_mut().flatten().zip(crf.transitions.iter().flatten());
        rows.chain(cells).for_each(|(sum, weight)| *sum += weight);
        self.times += 1.0;
    }

    pub fn put(mut self, crf: &mut Crf) {
        let cells = self.weights.iter_mut().flatten().chain(self.transitions.iter_mut().flatten());
        cells.for_each(|sum| *sum /= self.times.max(1.0));
        crf.weights = self.weights;
        crf.transitions = self.transitions;
    }
}

/// The numbers of the features of each character.
pub struct Example {
    pub features: Vec<Vec<u32>>,
    pub gold: Vec<Label>,
}

impl Crf {
    pub fn new(features: usize, l1: f32) -> Crf {
        Crf {
            weights: vec![[0.0; WIDTH]; features],
            squares: vec![[0.0; WIDTH]; features],
            pulls: vec![[0.0; WIDTH]; features],
            transitions: [[0.0; LABELS]; LABELS],
            transition_squares: [[0.0; LABELS]; LABELS],
            pace: Pace { rate: RATE, begun: BEGUN, l1 },
        }
    }

    /// Keeps some of the features, in a new order.
    pub fn keep(&mut self, features: impl Iterator<Item = u32> + Clone) {
        self.weights = features.clone().map(|feature| self.weights[feature as usize]).collect();
        self.squares = features.clone().map(|feature| self.squares[feature as usize]).collect();
        self.pulls = features.map(|feature| self.pulls[feature as usize]).collect();
    }

    /// One step on one sentence.
    pub fn learn(&mut self, example: &Example) {
        let n = example.gold.len();
        if n == 0 {
            return;
        }
        let scores: Vec<Row> = example.features.iter().map(|ids| self.score(ids)).collect();
        let (chances, pairs) = self.expect(&scores);
        for at in 0..n {
            let mut gradient = chances[at];
            gradient[usize::from(example.gold[at])] -= 1.0;
            if gradient.iter().all(|g| g.abs() < SURE) {
                continue;
            }
            for &id in &example.features[at] {
                self.step(id as usize, &gradient);
            }
        }
        let mut gradient = pairs;
        let mut before = OUTSIDE;
        for &label in &example.gold {
            gradient[usize::from(before)][usize::from(label)] -= 1.0;
            before = label;
        }
        let cells = self.transitions.iter_mut().flatten().zip(self.transition_squares.iter_mut().flatten());
        for ((weight, square), g) in cells.zip(gradient.iter().flatten()) {
            *square += g * g;
            *weight -= RATE * g / (1e-6 + *square).sqrt();
        }
    }

    /// How likely each label is at each place.
    pub fn chances(&self, features: &[Vec<u32>]) -> Vec<Row> {
        let scores: Vec<Row> = features.iter().map(|ids| self.score(ids)).collect();
        if scores.is_empty() { Vec::new() } else { self.expect(&scores).0 }
    }

    fn step(&mut self, feature: usize, gradient: &Row) {
        let (weights, squares) = (&mut self.weights[feature], &mut self.squares[feature]);
        let pulls = &mut self.pulls[feature];
        for l in 0..WIDTH {
            self.pace.step(&mut weights[l], &mut squares[l], &mut pulls[l], gradient[l]);
        }
    }

    fn score(&self, ids: &[u32]) -> Row {
        let mut sum = [0.0; WIDTH];
        for &id in ids {
            for (sum, weight) in sum.iter_mut().zip(&self.weights[id as usize]) {
                *sum += weight;
            }
        }
        sum
    }

    /// How likely each label is at each place, and how often each pair of labels is expected.
    fn expect(&self, scores: &[Row]) -> (Vec<Row>, [[f32; LABELS]; LABELS]) {
        let n = scores.len();
        let mut step = [[0.0f32; LABELS]; LABELS];
        for (a, row) in step.iter_mut().enumerate() {
            for (b, cell) in row.iter_mut().enumerate() {
                if follows(a as Label, b as Label) {
                    *cell = self.transitions[a][b].exp();
                }
            }
        }
        let local: Vec<Row> = scores
            .iter()
            .map(|scores| {
                let most = scores[..LABELS].iter().copied().fold(f32::MIN, f32::max);
                let mut out = [0.0; WIDTH];
                (0..LABELS).for_each(|l| out[l] = (scores[l] - most).max(-60.0).exp());
                out
            })
            .collect();
        let mut forward = vec![[0.0f32; WIDTH]; n];
        let mut before = [0.0; WIDTH];
        before[usize::from(OUTSIDE)] = 1.0;
        for at in 0..n {
            let mut next = [0.0; WIDTH];
            for a in 0..LABELS {
                for b in 0..LABELS {
                    next[b] += before[a] * step[a][b];
                }
            }
            (0..LABELS).for_each(|l| next[l] *= local[at][l]);
            normalize(&mut next);
            forward[at] = next;
            before = next;
        }
        let mut backward = vec![[0.0f32; WIDTH]; n];
        for (l, last) in backward[n - 1][..LABELS].iter_mut().enumerate() {
            *last = if follows(l as Label, OUTSIDE) { 1.0 } else { 0.0 };
        }
        for at in (1..n).rev() {
            let mut sum = [0.0; WIDTH];
            for a in 0..LABELS {
                for b in 0..LABELS {
                    sum[a] += step[a][b] * local[at][b] * backward[at][b];
                }
            }
            normalize(&mut sum);
            backward[at - 1] = sum;
        }
        let mut pairs = [[0.0; LABELS]; LABELS];
        let mut chances = vec![[0.0f32; WIDTH]; n];
        let mut before = [0.0; WIDTH];
        before[usize::from(OUTSIDE)] = 1.0;
        for at in 0..n {
            (0..LABELS).for_each(|l| chances[at][l] = forward[at][l] * backward[at][l]);
            normalize(&mut chances[at]);
            let mut here = [[0.0; LABELS]; LABELS];
            let mut total = 0.0;
            for a in 0..LABELS {
                for b in 0..LABELS {
                    here[a][b] = before[a] * step[a][b] * local[at][b] * backward[at][b];
                    total += here[a][b];
                }
            }
            if total > 0.0 {
                (0..LABELS).for_each(|a| (0..LABELS).for_each(|b| pairs[a][b] += here[a][b] / total));
            }
            before = forward[at];
        }
        (chances, pairs)
    }
}

fn normalize(row: &mut Row) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|x| *x /= sum);
    }
}

/// A smaller error teaches nothing.
const SURE: f32 = 1e-3;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::model::labels::{Part, label};

    #[test]
    fn what_says_nothing_weighs_nothing() {
        let single = label(0, Part::Single);
        let mut crf = Crf::new(3, 1.0);
        for round in 0..4000 {
            // The first feature tells, the second stands everywhere, the third seldom and with either label.
            let gold = if round % 2 == 0 { single } else { OUTSIDE };
            let told = if gold == single { vec![0, 1] } else { vec![1] };
            let features = if round % 400 < 398 { told } else { [told, vec![2]].concat() };
            crf.learn(&Example { features: vec![features], gold: vec![gold] });
        }
        let chances = |features: &[u32]| crf.chances(&[features.to_vec()])[0];
        assert!(chances(&[0, 1])[usize::from(single)] > 0.9);
        assert!(chances(&[1])[usize::from(OUTSIDE)] > 0.9);
        assert!(crf.weights[0][usize::from(single)] > 1.0);
        assert!(crf.weights[2].iter().all(|&weight| weight == 0.0), "{:?}", crf.weights[2]);
    }
}
