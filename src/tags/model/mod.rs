//! The learned tagger: people, places and organizations, character by character.
//!
//! Takes the characters of a sentence and the stretches that hold no names; gives the names. Each character is seen as
//! a few dozen features (`features`), each feature has a row of weights (`rows`), one for each label, and `lattice`
//! finds the best sequence of labels that is a reading. The rows are read where they lie; `src/data/README.md` says how the
//! weights are made.

pub(crate) mod clusters;
pub(crate) mod features;
pub(crate) mod labels;
pub(crate) mod lexicon;
pub(crate) mod register;
pub(crate) mod rows;
mod sentence;
mod sorts;

use std::sync::LazyLock;

use super::Kind;
use super::rules::data::DATA;
use features::{FEATURES, Sentence};
use labels::{Scores, Transitions};
use lexicon::Lexicon;
use register::Register;
use rows::Rows;

/// A name, in characters of the text it was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// One nat in units of a packed weight: finer ones read the same and pack into a sixth more.
pub const SCALE: f32 = 6.0;

pub static BUILT_IN: LazyLock<Model<'static>> =
    LazyLock::new(|| Model::new(include_bytes!("../../data/tags.model")));

pub struct Model<'m> {
    pub(crate) lexicon: Lexicon,
    pub(crate) register: Register<'m>,
    pub(crate) rows: Rows<'m>,
    /// As news has them, then as an encyclopedia has: names of each kind are more or less likely.
    pub(crate) transitions: [Transitions; 2],
}

impl<'m> Model<'m> {
    /// Reads the sections of a model, each after its length; what is missing is empty.
    pub fn new(bytes: &'m [u8]) -> Model<'m> {
        let (register, rest) = section(bytes);
        let (transitions, rest) = section(rest);
        let (news, encyclopedia) = transitions.split_at(transitions.len() / 2);
        let (rows, _) = section(rest);
        Model {
            lexicon: Lexicon::new(&DATA),
            register: Register(register),
            rows: Rows::new(rows),
            transitions: [news, encyclopedia].map(labels::transitions),
        }
    }

    /// The names of `chars`; `fixed` are ordered, disjoint stretches that hold none. `encyclopedia` says how to read.
    pub fn read(&self, chars: &[char], fixed: &[(usize, usize)], encyclopedia: bool) -> Vec<Name> {
        let sentence = Sentence::new(chars, fixed, &self.lexicon, encyclopedia);
        let mut features = [0; FEATURES];
        let scores: Vec<Scores> = (0..chars.len())
            .map(|at| {
                sentence.features(at, &mut features);
                self.rows.sum(&features)
            })
            .collect();
        labels::names(&labels::best(&scores, &self.transitions[usize::from(encyclopedia)], fixed))
    }
}

fn section(bytes: &[u8]) -> (&[u8], &[u8]) {
    let Some((length, rest)) = bytes.split_first_chunk() else { return (&[], &[]) };
    rest.split_at_checked(u32::from_le_bytes(*length) as usize).unwrap_or((&[], &[]))
}
