//! Logistic regression with few weights, learned online.
//!
//! FTRL-proximal (McMahan et al., 2013): one learning rate a weight, and an L1 penalty that leaves most weights at 0.

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

pub struct Settings {
    /// Learning rate.
    pub alpha: f32,
    /// L1 penalty; the larger, the fewer weights.
    pub l1: f32,
    pub epochs: usize,
}

struct Weights<'s> {
    settings: &'s Settings,
    /// Gradients summed up, less what the weight has already moved.
    z: Vec<f32>,
    /// Squared gradients summed up.
    n: Vec<f32>,
}

impl Weights<'_> {
    fn get(&self, feature: usize) -> f32 {
        let (z, n) = (self.z[feature], self.n[feature]);
        match z.abs() <= self.settings.l1 {
            true => 0.0,
            false => -(z - z.signum() * self.settings.l1) * self.settings.alpha / (1.0 + n.sqrt()),
        }
    }

    fn learn(&mut self, feature: usize, gradient: f32) {
        let n = self.n[feature];
        let rate = ((n + gradient * gradient).sqrt() - n.sqrt()) / self.settings.alpha;
        self.z[feature] += gradient - rate * self.get(feature);
        self.n[feature] = n + gradient * gradient;
    }
}

/// The weight of every feature; the same examples give the same weights.
pub fn train(examples: &Examples, features: usize, settings: &Settings) -> Vec<f32> {
    let mut weights = Weights { settings, z: vec![0.0; features], n: vec![0.0; features] };
    let mut order: Vec<u32> = (0..examples.labels.len() as u32).collect();
    let mut random = Random(1);
    for _ in 0..settings.epochs {
        random.shuffle(&mut order);
        for &example in &order {
            let example = example as usize;
            let active = examples.features(example);
            let sum: f32 = active.iter().map(|&feature| weights.get(feature as usize)).sum();
            let gradient = 1.0 / (1.0 + (-sum).exp()) - f32::from(u8::from(examples.labels[example]));
            if gradient.abs() >= SURE {
                active.iter().for_each(|&feature| weights.learn(feature as usize, gradient));
            }
        }
    }
    (0..features).map(|feature| weights.get(feature)).collect()
}

/// Below this error an example teaches nothing.
const SURE: f32 = 0.001;
