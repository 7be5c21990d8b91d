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
