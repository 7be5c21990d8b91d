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
        let (checks, rows) = bucket.split_at(CHECK * ROWS);
        let (checks, rows) = (checks.as_chunks::<CHECK>().0, rows.as_chunks::<ROW>().0);
        let wanted = check(key);
        let (mut at, mut found) = (0, false);
        for (number, &check) in checks.iter().enumerate() {
            let same = u16::from_le_bytes(check) == wanted;
            at |= number * usize::from(same);
            found |= same;
        }
        (&rows[at], found)
    }

    /// The scores of the labels, by what they are more than outside.
    pub fn sum(&self, features: &[u64]) -> Scores {
        let mut sum: Scores = [0; LABELS];
        for &key in features {
            let (row, found) = self.find(key);
            let mask = 0u8.wrapping_sub(u8::from(found));
            for (sum, &weight) in sum[1..].iter_mut().zip(row) {
                *sum += i16::from((weight & mask) as i8);
            }
        }
        sum
    }
}
