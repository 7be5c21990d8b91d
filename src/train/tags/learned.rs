//! What a training gave: the weights of its features and transitions, which features matter most, and how much less likely names
//! are made than learned.

use std::collections::BTreeSet;

use super::crf::Row;
use super::pack;
use crate::tags::model::labels::{LABELS, Part, label};

/// Features by their keys, in order, and transitions.
pub struct Learned {
    pub rows: Vec<(u64, Row)>,
    pub transitions: [[f32; LABELS]; LABELS],
}

impl Learned {
    /// The transitions with names of each kind less likely than learned, by so many nats a name.
    pub fn cautious(&self, nats: &[f32]) -> [[f32; LABELS]; LABELS] {
        let mut transitions = self.transitions;
        for (kind, nats) in nats.iter().enumerate() {
            for begin in [label(kind, Part::Begin), label(kind, Part::Single)] {
                transitions.iter_mut().for_each(|row| row[usize::from(begin)] -= nats);
            }
        }
        transitions
    }
}

/// The features that weigh most and find room in the model.
pub fn heaviest<'r>(rows: impl Iterator<Item = (u64, &'r Row)>, buckets: usize) -> BTreeSet<u64> {
    let weigh = |row: &Row| {
        let mean = row[..LABELS].iter().sum::<f32>() / LABELS as f32;
        row[..LABELS].iter().map(|weight| (weight - mean).abs()).sum::<f32>()
    };
    let mut keys: Vec<(f32, u64)> = rows.map(|(key, row)| (weigh(row), key)).collect();
    keys.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let chosen = pack::choose(keys.iter().map(|key| key.1), buckets);
    keys.into_iter().zip(chosen).filter(|&(_, chosen)| chosen).map(|((_, key), _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(weight: f32) -> Row {
        std::array::from_fn(|label| if label == 1 { weight } else { 0.0 })
    }

    #[test]
    fn what_weighs_least_finds_no_room() {
        let rows: Vec<(u64, Row)> = (1..=5).map(|key| (key, row(key as f32))).collect();
        let kept = heaviest(rows.iter().map(|(key, row)| (*key, row)), 1);
        assert_eq!(kept.into_iter().collect::<Vec<_>>(), [2, 3, 4, 5], "a bucket has four rows");
    }

    #[test]
    fn caution_is_taken_off_where_names_begin() {
        let learned = Learned { rows: Vec::new(), transitions: [[0.0; LABELS]; LABELS] };
        let row = learned.cautious(&[0.0, 0.5, 2.0])[0];
        let of = |kind, part| row[usize::from(label(kind, part))];
        assert_eq!([of(0, Part::Begin), of(1, Part::Begin), of(2, Part::Single)], [0.0, -0.5, -2.0]);
        assert_eq!([of(1, Part::Inside), of(2, Part::End), row[0]], [0.0; 3]);
    }
}
