//! A map from hashed keys to small values that costs two and a half bytes a key.
//!
//! A Bloomier filter in the layout of the xor filter (Graf and Lemire, 2020): a key's value is the exclusive or of
//! three cells and of sixteen bits of the key. A key that was never put in gives sixteen bits that look random, so a
//! caller that uses few of the 65,536 values can tell most strangers from its keys. It is read where it lies: no set-up
//! at start, no allocation.

/// The cells of a filter, two bytes each, little-endian.
#[derive(Clone, Copy)]
pub struct Filter<'m> {
    seed: u64,
    /// In each of the three parts.
    cells: usize,
    bytes: &'m [[u8; 2]],
}

/// Where a key's cells are, in each of three equal parts, and the bits that mask its value.
pub struct Place {
    pub cells: [usize; 3],
    pub mask: u16,
}

impl<'m> Filter<'m> {
    /// Reads the seed and the cells that `bytes` holds.
    pub fn new(bytes: &'m [u8]) -> Filter<'m> {
        let (seed, bytes) = bytes.split_first_chunk().unwrap_or((&[0; 8], &[]));
        Filter { seed: u64::from_le_bytes(*seed), cells: bytes.len() / 6, bytes: bytes.as_chunks().0 }
    }

    /// The value of `key`; any of 65,536 values if it has none.
    pub fn get(&self, key: u64) -> u16 {
        let place = place(key, self.seed, self.cells);
        place.cells.iter().fold(place.mask, |value, &cell| value ^ self.cell(cell))
    }

    fn cell(&self, cell: usize) -> u16 {
        self.bytes.get(cell).map_or(0, |&bytes| u16::from_le_bytes(bytes))
    }
}

/// Where `key` stands in a filter with `cells` cells in each part.
pub fn place(key: u64, seed: u64, cells: usize) -> Place {
    let hash = mix(key ^ seed);
    let part = |n: usize| {
        n * cells + ((u64::from(hash.rotate_left(21 * n as u32) as u32) * cells as u64) >> 32) as usize
    };
    Place { cells: [part(0), part(1), part(2)], mask: (hash >> 48) as u16 ^ hash as u16 }
}

/// Spreads the bits of `x` over the whole word; one to one.
pub fn mix(mut x: u64) -> u64 {
    for _ in 0..2 {
        x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    }
    x ^ (x >> 32)
}
