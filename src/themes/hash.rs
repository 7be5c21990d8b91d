//! A quick hash for keys that are numbers already; the maps of this pass are asked once a character.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::words::filter::mix;

/// A map from numbers. Never iterated where order could show.
pub type NumberMap<V> = HashMap<u64, V, BuildHasherDefault<Mix>>;

#[derive(Clone, Copy, Default)]
pub struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mix(self.0 ^ number);
    }
}
