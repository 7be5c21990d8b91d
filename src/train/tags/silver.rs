//! Texts of today, labelled by what was learned from labelled ones.
//!
//! Takes texts without names known and a trainer that has learned; gives those of their sentences that are read alike with all
//! features and without each group of them (views that agree, after Blum and Mitchell 1998). Learned from beside the
//! others, they say less of names than of what is none: words and turns that the labelled texts are too old to have.

use super::Trainer;
use super::corpus::{Piece, Text};
use super::crf::Crf;
use crate::tags::Kind;
use crate::tags::model::features::{FEATURES, GROUPS, Sentence, group};
use crate::tags::model::labels::{KINDS, Label, Part, part};

/// How likely the labels of a sentence are at least, each by itself.
const SURE: f32 = 0.7;

impl Trainer<'_> {
    /// The sentences of `sources` that are sure, a text for each line; `day` is what they are filed under.
    pub fn silver(&self, sources: &[String], day: u32) -> Vec<Text> {
        let lines = sources.iter().flat_map(|source| source.lines());
        let texts = lines.map(|line| Text { day, pieces: self.sure(line) });
        texts.filter(|text| !text.pieces.is_empty()).collect()
    }

    /// The sure sentences of a line, cut at their names.
    fn sure(&self, line: &str) -> Vec<Piece> {
        let mut chars = line.chars();
        let mut out = Vec::new();
        for (sentence, labels) in self.sentences(&[piece(line.to_owned(), None)]) {
            let chars: Vec<char> = chars.by_ref().take(labels.len()).collect();
            if let Some(labels) = self.agreed(&sentence, chars.len()) {
                out.extend(pieces(&chars, &labels));
            }
        }
        out
    }

    /// The labels on which all views agree.
    fn agreed(&self, sentence: &Sentence, length: usize) -> Option<Vec<Label>> {
        let mut keys = [0; FEATURES];
        let known: Vec<Vec<(&str, u32)>> = (0..length)
            .map(|at| {
                sentence.features(at, &mut keys);
                let numbers = keys.iter().enumerate().map(|(i, key)| (group(i), self.numbers.get(key)));
                numbers.filter_map(|(group, number)| Some((group, *number?))).collect()
            })
            .collect();
        let view = |without: &str| {
            let seen = |known: &Vec<(&str, u32)>| {
                known.iter().filter(|known| known.0 != without).map(|known| known.1).collect()
            };
            likeliest(&self.crf, &known.iter().map(seen).collect::<Vec<Vec<u32>>>())
        };
        let all = view("")?;
        GROUPS.iter().all(|&(group, _)| view(group).as_ref() == Some(&all)).then_some(all)
    }
}

/// The likeliest label of each place, where all are likely enough.
fn likeliest(crf: &Crf, features: &[Vec<u32>]) -> Option<Vec<Label>> {
    let chances = crf.chances(features);
    chances
        .iter()
        .map(|row| (0..).zip(row).max_by(|a, b| a.1.total_cmp(b.1)).filter(|best| *best.1 >= SURE))
        .map(|best| best.map(|(label, _)| label))
        .collect()
}

/// A sentence cut at its names.
fn pieces(chars: &[char], labels: &[Label]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (&c, &label) in chars.iter().zip(labels) {
        let (kind, begins) = match part(label) {
            Some((kind, part)) => (Some(KINDS[kind]), matches!(part, Part::Begin | Part::Single)),
            None => (None, false),
        };
        match out.last_mut() {
            Some(last) if last.kind == kind && !begins => last.text.push(c),
            _ => out.push(piece(c.to_string(), kind)),
        }
    }
    out
}

fn piece(text: String, kind: Option<Kind>) -> Piece {
    Piece { text, kind, words: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::model::labels::{OUTSIDE, label};

    #[test]
    fn a_sentence_is_cut_at_its_names() {
        let person = |part| label(0, part);
        let labels = [
            OUTSIDE,
            OUTSIDE,
            person(Part::Begin),
            person(Part::Inside),
            person(Part::End),
            person(Part::Begin),
            person(Part::End),
            label(1, Part::Single),
            OUTSIDE,
        ];
        let chars: Vec<char> = "市长林远山何苗浙说".chars().collect();
        let cut = pieces(&chars, &labels);
        let cut: Vec<_> = cut.iter().map(|piece| (piece.text.as_str(), piece.kind)).collect();
        let (person, place) = (Some(Kind::Person), Some(Kind::Place));
        assert_eq!(cut, [("市长", None), ("林远山", person), ("何苗", person), ("浙", place), ("说", None)]);
    }
}
