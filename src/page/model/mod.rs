//! The line model: which part each fragment of the page plays.
//!
//! Takes the observations of all fragments; gives each its label and the probability that articles start where they
//! do. The weights are learned (`train::lines`); `data/lines.model` holds them as signed bytes with one scale.

mod features;
mod labels;
mod lattice;

use std::sync::LazyLock;

pub use features::{JOINTS, TEMPLATES, features, name, offsets};
pub use labels::{LABELS, Label};
pub use lattice::{ANY, Allowed, Lattice, Marginals, Scores, Table};

use crate::page::cohesion::{BUCKETS, Rarity};
use crate::page::observe::Row;
use crate::page::openings::{self, Openings};

/// A label for each fragment, with what the model thinks of it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub label: Label,
    /// The probability that an article starts here.
    pub start: f32,
}

/// Weights of features and transitions.
#[derive(Clone)]
pub struct Model {
    pub offsets: Vec<usize>,
    /// One row a feature.
    pub weights: Vec<Scores>,
    pub joint_offsets: Vec<usize>,
    /// One table a feature of a transition.
    pub joints: Vec<Table>,
    /// How rare each pair of characters is, 0 to 15 (see `cohesion`).
    pub rarity: Vec<u8>,
    /// How paragraphs begin (see `openings`).
    pub openings: Vec<i8>,
}

/// What was counted over many pages, as far as observations need it.
#[derive(Clone, Copy)]
pub struct Counts<'m> {
    pub rarity: Rarity<'m>,
    pub openings: Openings<'m>,
}

impl Model {
    /// All weights zero.
    pub fn empty(rarity: Vec<u8>, openings: Vec<i8>) -> Model {
        let (offsets, joint_offsets) = (features::offsets(TEMPLATES), features::offsets(JOINTS));
        let count = |offsets: &[usize]| *offsets.last().expect("the number of features");
        let weights = vec![[0.0; LABELS]; count(&offsets)];
        let joints = vec![[[0.0; LABELS]; LABELS]; count(&joint_offsets)];
        Model { offsets, weights, joint_offsets, joints, rarity, openings }
    }

    pub fn counts(&self) -> Counts<'_> {
        Counts { rarity: Rarity(&self.rarity), openings: Openings(&self.openings) }
    }

    /// The score of each label of each fragment.
    pub fn scores(&self, rows: &[Row]) -> Vec<Scores> {
        (0..rows.len())
            .map(|i| {
                let mut sum = [0.0; LABELS];
                for feature in features(TEMPLATES, rows, i, &self.offsets) {
                    for (sum, weight) in sum.iter_mut().zip(&self.weights[feature]) {
                        *sum += weight;
                    }
                }
                sum
            })
            .collect()
    }

    /// The score of each transition into fragment `i`.
    pub fn transitions(&self, rows: &[Row], i: usize) -> Table {
        let mut sum = [[0.0; LABELS]; LABELS];
        for feature in features(JOINTS, rows, i, &self.joint_offsets) {
            for (sum, weight) in sum.iter_mut().flatten().zip(self.joints[feature].iter().flatten()) {
                *sum += weight;
            }
        }
        sum
    }

    /// The best labels of a page.
    pub fn read(&self, rows: &[Row]) -> Vec<Reading> {
        self.read_within(rows, &|_| ANY)
    }

    /// The best labels of a page among those that each fragment may have.
    pub fn read_within(&self, rows: &[Row], allowed: &dyn Fn(usize) -> Allowed) -> Vec<Reading> {
        let unary = self.scores(rows);
        let lattice = Lattice { unary: &unary, transitions: &|i| self.transitions(rows, i), allowed };
        let marginals = lattice.marginals();
        let start =
            |p: &Scores| Label::ALL.iter().filter(|l| l.starts_article()).map(|&l| p[l as usize]).sum();
        let labels = lattice.best().into_iter().zip(&marginals.labels);
        labels.map(|(label, p)| Reading { label, start: start(p) }).collect()
    }

    /// The file form: scale, then features, transitions' features, rarity and openings, a byte each.
    pub fn to_bytes(&self) -> Vec<u8> {
        let all = || self.weights.iter().chain(self.joints.iter().flatten()).flatten();
        let scale = all().fold(0.0f32, |most, w| most.max(w.abs())) / 127.0;
        let mut bytes = scale.to_le_bytes().to_vec();
        bytes.extend(all().map(|w| (w / scale).round() as i8 as u8));
        bytes.extend(self.rarity.chunks(2).map(|pair| pair[0] | pair[1] << 4));
        bytes.extend(self.openings.iter().map(|&odds| odds as u8));
        bytes
    }

    /// Reads `to_bytes`. A file of another shape (older features) gives an empty model, which a test refuses.
    pub fn from_bytes(bytes: &[u8]) -> Model {
        let mut model = Model::empty(vec![0; BUCKETS], vec![0; openings::SIZE]);
        let count = (model.weights.len() + model.joints.len() * LABELS) * LABELS;
        let Some((scale, rest)) = bytes.split_first_chunk::<4>() else { return model };
        if rest.len() != count + BUCKETS / 2 + openings::SIZE {
            return model;
        }
        let scale = f32::from_le_bytes(*scale);
        let (weights, counts) = rest.split_at(count);
        let (rarity, openings) = counts.split_at(BUCKETS / 2);
        model.openings = openings.iter().map(|&odds| odds as i8).collect();
        let into = model.weights.iter_mut().chain(model.joints.iter_mut().flatten()).flatten();
        for (weight, &byte) in into.zip(weights) {
            *weight = f32::from(byte as i8) * scale;
        }
        for (pair, &byte) in model.rarity.chunks_mut(2).zip(rarity) {
            pair.copy_from_slice(&[byte & 15, byte >> 4]);
        }
        model
    }
}

/// The model in the build.
pub fn built_in() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Model::from_bytes(include_bytes!("../../data/lines.model")));
    &MODEL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_fits_the_features() {
        let model = built_in();
        assert!(
            model.weights.iter().flatten().any(|&w| w != 0.0),
            "train lines again: the features have changed"
        );
    }

    #[test]
    fn a_model_is_read_as_it_was_written() {
        let mut model = Model::empty(vec![0; BUCKETS], vec![0; openings::SIZE]);
        (model.weights[0][0], model.weights[5][3], model.joints[2][1][4]) = (254.0, -6.0, 128.0);
        (model.rarity[0], model.rarity[1], model.rarity[BUCKETS - 1]) = (3, 12, 15);
        (model.openings[0], model.openings[openings::SIZE - 1]) = (-7, 100);
        let bytes = model.to_bytes();
        let again = Model::from_bytes(&bytes);
        assert_eq!((&again.weights, &again.joints), (&model.weights, &model.joints));
        assert_eq!((&again.rarity, &again.openings), (&model.rarity, &model.openings));
        // A quarter as much each, by the scale alone.
        let quarter = Model::from_bytes(&[&0.5f32.to_le_bytes()[..], &bytes[4..]].concat());
        assert_eq!(
            (quarter.weights[0][0], quarter.weights[5][3], quarter.joints[2][1][4]),
            (63.5, -1.5, 32.0)
        );
        assert_eq!((quarter.weights[1][1], quarter.joints[0][0][0]), (0.0, 0.0));
        // Of another shape, it is empty.
        for other in [&bytes[..bytes.len() - 1], &[&bytes[..], &[0]].concat(), &[]] {
            assert!(Model::from_bytes(other).weights.iter().flatten().all(|&weight| weight == 0.0));
        }
    }
}
