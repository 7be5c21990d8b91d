//! How weights are learned online: FTRL-proximal (McMahan et al., 2013), one learning rate a weight, and an L1 penalty
//! that leaves most weights at 0. With it, logistic regression with few weights.

use super::random::Random;

/// What is learned from: the features of each example and whether it is positive.
#[derive(Default)]
pub struct Examples {
    features: Vec<u32>,
    /// Where each example's features end.
    ends: Vec<usize>,
    labels: Vec<bool>,
}

impl Examples {
    pub fn push(&mut self, features: impl Iterator<Item = u32>, label: bool) {
        self.features.extend(features);
        self.ends.push(self.features.len());
        self.labels.push(label);
    }

    fn features(&self, example: usize) -> &[u32] {
        let start = example.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.features[start..self.ends[example]]
    }
}

/// How a weight moves.
#[derive(Clone, Copy)]
pub struct Pace {
    /// How far one that has learned nothing moves (α).
    pub rate: f32,
    /// As if every weight had learned so much already (β).
    pub begun: f32,
    /// L1 penalty (λ₁); the larger, the fewer weights.
    pub l1: f32,
}

impl Pace {
    /// One step down the gradient. `square` sums the squared gradients up (n), `pull` the gradients less what the weight has
    /// already moved (z).
    pub fn step(&self, weight: &mut f32, square: &mut f32, pull: &mut f32, gradient: f32) {
        let before = square.sqrt();
        *square += gradient * gradient;
        let after = square.sqrt();
        *pull += gradient - (after - before) / self.rate * *weight;
        let beyond = (pull.abs() - self.l1).max(0.0);
        *weight = -pull.signum() * beyond * self.rate / (self.begun + after);
    }
}

/// The weight of every feature after `epochs`; the same examples give the same weights.
pub fn train(examples: &Examples, features: usize, pace: Pace, epochs: usize) -> Vec<f32> {
    let zeros = vec![0.0; features];
    let (mut weights, mut squares, mut pulls) = (zeros.clone(), zeros.clone(), zeros);
    let mut order: Vec<u32> = (0..examples.labels.len() as u32).collect();
    let mut random = Random(1);
    for _ in 0..epochs {
        random.shuffle(&mut order);
        for &example in &order {
            let example = example as usize;
            let active = examples.features(example);
            let sum: f32 = active.iter().map(|&feature| weights[feature as usize]).sum();
            let gradient = 1.0 / (1.0 + (-sum).exp()) - f32::from(u8::from(examples.labels[example]));
            if gradient.abs() < SURE {
                continue;
            }
            for feature in active.iter().map(|&feature| feature as usize) {
                pace.step(&mut weights[feature], &mut squares[feature], &mut pulls[feature], gradient);
            }
        }
    }
    weights
}

/// Below this error an example teaches nothing.
const SURE: f32 = 0.001;
