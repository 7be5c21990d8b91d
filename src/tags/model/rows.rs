//! The weights: a row for each feature worth keeping, four rows a bucket, a bucket less than a cache line.
//!
//! Takes the hashed features of a character, gives the sum of their rows. A feature lies in the one bucket its hash
//! names and is told from strangers by 16 bits of it; a feature without a row weighs nothing. What a feature says of
//! being outside a name is taken off its other weights, so that a row has twelve.

use super::labels::{LABELS, Scores};

/// Weights a row: one for each label but the first.
pub const ROW: usize = LABELS - 1;
/// Rows a bucket.
pub const ROWS: usize = 4;
/// Bytes of a check. Of the features of a character that have no row, one in some 16,000 takes another's.
pub const CHECK: usize = 2;
/// Bytes a bucket: four checks, then four rows.
pub const BUCKET: usize = ROWS * (CHECK + ROW);

#[derive(Clone, Copy)]
pub struct Rows<'m> {
    buckets: &'m [[u8; BUCKET]],
}

/// Which of `buckets` a feature lies in.
pub fn bucket(key: u64, buckets: usize) -> usize {
    (((key >> 32) * buckets as u64) >> 32) as usize
}

/// What tells a feature from others, never 0: that is an empty row.
pub fn check(key: u64) -> u16 {
    (key as u16).max(1)
}

impl<'m> Rows<'m> {
    pub fn new(bytes: &'m [u8]) -> Rows<'m> {
        Rows { buckets: bytes.as_chunks().0 }
    }

    /// The weights of a feature.
    pub fn row(&self, key: u64) -> Option<&'m [u8; ROW]> {
        let (row, found) = self.find(key);
        found.then_some(row)
    }

    /// The row of a feature and whether it is the feature's: a look-up without a branch to guess wrong.
    fn find(&self, key: u64) -> (&'m [u8; ROW], bool) {
        let Some(bucket) = self.buckets.get(bucket(key, self.buckets.len())) else {
            return (&[0; ROW], false);
        };
        let Some((checks, rows)) = bucket.split_first_chunk::<{ CHECK * ROWS }>() else {
            return (&[0; ROW], false);
        };
        // All four checks at once: the lowest lane that is zero is the one that is the same.
        let differs = u64::from_le_bytes(*checks) ^ (u64::from(check(key)) * ONES);
        let same = differs.wrapping_sub(ONES) & !differs & (ONES << 15);
        let at = same.trailing_zeros() as usize / 16;
        (&rows.as_chunks::<ROW>().0[at % ROWS], same != 0)
    }

    /// The scores of the labels, by what they are more than outside.
    ///
    /// Four weights are added at a time, in the lanes of a word: as fast as vectors, and the same in every build. A weight
    /// is made positive for that by 128, which is taken off in the end; as many as there are features fit into a lane.
    pub fn sum(&self, features: &[u64]) -> Scores {
        let (mut lanes, mut count) = ([0u64; 3], 0);
        for &key in features {
            let (row, found) = self.find(key);
            let mask = 0u64.wrapping_sub(u64::from(found));
            let [a, b, c, d, e, f, g, h, rest @ ..] = *row;
            let low = (u64::from_le_bytes([a, b, c, d, e, f, g, h]) ^ SIGNS) & mask;
            let high = (u64::from(u32::from_le_bytes(rest)) ^ SIGNS >> 32) & mask;
            lanes[0] += low & LANES;
            lanes[1] += low >> 8 & LANES;
            lanes[2] += (high | high << 24) & LANES;
            count += i16::from(found);
        }
        let weight = |word: usize, lane: u32| (lanes[word] >> (16 * lane)) as i16 - 128 * count;
        let order =
            [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 0), (2, 2), (2, 1), (2, 3)];
        let mut sum: Scores = [0; LABELS];
        for (sum, (word, lane)) in sum[1..].iter_mut().zip(order) {
            *sum = weight(word, lane);
        }
        sum
    }
}

/// A one in each lane of 16 bits, the lower byte of each lane, the sign of each byte.
const ONES: u64 = 0x0001_0001_0001_0001;
const LANES: u64 = ONES * 0xff;
const SIGNS: u64 = 0x8080_8080_8080_8080;

#[cfg(test)]
mod tests {
    use super::*;

    /// What `sum` gives, added weight by weight.
    fn plainly(rows: &Rows<'_>, features: &[u64]) -> Scores {
        let mut sum: Scores = [0; LABELS];
        for row in features.iter().filter_map(|&key| rows.row(key)) {
            for (sum, &weight) in sum[1..].iter_mut().zip(row) {
                *sum += i16::from(weight as i8);
            }
        }
        sum
    }

    /// Buckets full of rows; the check of the fourth place of each is left empty.
    fn bytes(buckets: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for bucket in 0..buckets {
            for place in 0..ROWS {
                let check = if place == 3 { 0 } else { (bucket * ROWS + place) as u16 + 1 };
                bytes.extend(check.to_le_bytes());
            }
            bytes.extend(
                (0..ROWS * ROW).map(|at| (bucket * 48 + at).wrapping_mul(0x9E37_79B1).to_le_bytes()[2]),
            );
        }
        bytes
    }

    /// The key of a feature in this bucket with this check.
    fn key(bucket: usize, buckets: usize, check: u16) -> u64 {
        let high = ((bucket as u64) << 32) / buckets as u64 + 1;
        high << 32 | u64::from(check)
    }

    #[test]
    fn a_feature_has_the_row_of_its_bucket_and_check() {
        let bytes = bytes(5);
        let rows = Rows::new(&bytes);
        for number in 0..5 {
            assert_eq!(bucket(key(number, 5, 1), 5), number);
            for place in 0..3 {
                let check = (number * ROWS + place) as u16 + 1;
                let at = number * BUCKET + ROWS * CHECK + place * ROW;
                assert_eq!(rows.row(key(number, 5, check)).map(|row| &row[..]), Some(&bytes[at..at + ROW]));
            }
            assert_eq!(rows.row(key(number, 5, 0x7fff)), None);
        }
        // No check is 0, so an empty place is nobody's.
        assert_eq!(check(0x1_0000), 1);
        assert_eq!(rows.row(key(2, 5, 0)), None);
        assert_eq!(Rows::new(&[]).row(key(0, 1, 1)), None);
    }

    #[test]
    fn four_at_a_time_are_as_many_one_by_one() {
        let bytes = bytes(30);
        let rows = Rows::new(&bytes);
        let all: Vec<u64> = (0..30usize)
            .flat_map(|number| {
                (0..ROWS).map(move |place| key(number, 30, (number * ROWS + place) as u16 + 1))
            })
            .collect();
        for features in [&all[..1], &all[1..4], &all[..71], &all[40..111], &[]] {
            assert_eq!(rows.sum(features), plainly(&rows, features));
        }
        // As many as a character has, all of one extreme.
        for extreme in [0x80u8, 0x7f] {
            let bytes = [&[1, 0, 2, 0, 3, 0, 0, 0][..], &[extreme; 48]].concat();
            let rows = Rows::new(&bytes);
            assert_eq!(rows.sum(&[key(0, 1, 2); 71])[1..], [71 * i16::from(extreme as i8); ROW]);
        }
    }
}
