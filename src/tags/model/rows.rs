//! The weights: a row for each feature worth keeping, four rows a bucket, a bucket a cache line.
//!
//! Takes the hashed features of a character, gives the sum of their rows. A feature lies in the one bucket its hash
//! names and is told from strangers by 24 bits of it; a feature without a row weighs nothing.

use super::labels::{LABELS, Scores};

pub const ROW: usize = 16;
/// Rows a bucket.
pub const BUCKET: usize = 4;

#[derive(Clone, Copy)]
pub struct Rows<'m> {
    buckets: &'m [[u8; ROW * BUCKET]],
}

/// Which of `buckets` a feature lies in.
pub fn bucket(key: u64, buckets: usize) -> usize {
    (((key >> 32) * buckets as u64) >> 32) as usize
}

/// The 24 bits that tell a feature from others, never 0: that is an empty row.
pub fn check(key: u64) -> u32 {
    (key as u32 & 0xff_ffff).max(1)
}

impl<'m> Rows<'m> {
    pub fn new(bytes: &'m [u8]) -> Rows<'m> {
        Rows { buckets: bytes.as_chunks().0 }
    }

    /// The weights of a feature.
    pub fn row(&self, key: u64) -> Option<&'m [u8]> {
        let bucket = self.buckets.get(bucket(key, self.buckets.len()))?;
        let wanted = check(key);
        bucket.as_chunks::<ROW>().0.iter().find(|row| mark(row) == wanted).map(|row| &row[..LABELS])
    }

    pub fn sum(&self, features: &[u64]) -> Scores {
        let mut sum: Scores = [0; ROW];
        for &key in features {
            let Some(bucket) = self.buckets.get(bucket(key, self.buckets.len())) else { continue };
            let wanted = check(key);
            for row in bucket.as_chunks::<ROW>().0 {
                if mark(row) == wanted {
                    for (sum, &weight) in sum.iter_mut().zip(row) {
                        *sum += i16::from(weight as i8);
                    }
                    break;
                }
            }
        }
        sum
    }
}

/// The last three bytes of a row.
fn mark(row: &[u8; ROW]) -> u32 {
    u32::from_le_bytes([row[LABELS], row[LABELS + 1], row[LABELS + 2], 0])
}
