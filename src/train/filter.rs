//! Builds the filters that `words::filter` reads.

use crate::words::filter::{Place, mix, place};

/// The bytes of a filter that gives each key its value. Keys are distinct.
pub fn build(entries: &[(u64, u16)]) -> Vec<u8> {
    let cells = (entries.len() * 123 / 100 + 32).div_ceil(3);
    (1..).find_map(|attempt| try_build(entries, mix(attempt), cells)).expect("some seed suits")
}

/// Peels the keys one by one, each from a cell that no other key left has; fails for few seeds.
fn try_build(entries: &[(u64, u16)], seed: u64, cells: usize) -> Option<Vec<u8>> {
    let places: Vec<Place> = entries.iter().map(|&(key, _)| place(key, seed, cells)).collect();
    let mut count = vec![0u32; 3 * cells];
    let mut sum = vec![0usize; 3 * cells];
    for (entry, place) in places.iter().enumerate() {
        for &cell in &place.cells {
            count[cell] += 1;
            sum[cell] ^= entry;
        }
    }
    let mut alone: Vec<usize> = (0..3 * cells).filter(|&cell| count[cell] == 1).collect();
    let mut order = Vec::with_capacity(entries.len());
    while let Some(cell) = alone.pop() {
        if count[cell] != 1 {
            continue;
        }
        let entry = sum[cell];
        order.push((entry, cell));
        for &other in &places[entry].cells {
            count[other] -= 1;
            sum[other] ^= entry;
            if count[other] == 1 {
                alone.push(other);
            }
        }
    }
    (order.len() == entries.len()).then(|| bytes(entries, &places, &order, seed, cells))
}

fn bytes(
    entries: &[(u64, u16)],
    places: &[Place],
    order: &[(usize, usize)],
    seed: u64,
    cells: usize,
) -> Vec<u8> {
    let mut values = vec![0u16; 3 * cells];
    for &(entry, cell) in order.iter().rev() {
        let place = &places[entry];
        values[cell] = 0;
        values[cell] =
            place.cells.iter().fold(entries[entry].1 ^ place.mask, |value, &other| value ^ values[other]);
    }
    let mut bytes = seed.to_le_bytes().to_vec();
    bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::filter::Filter;

    #[test]
    fn keys_keep_their_values_and_strangers_are_rare() {
        let entries: Vec<(u64, u16)> = (0..20_000).map(|n| (mix(n), (n % 256) as u16)).collect();
        let bytes = build(&entries);
        let filter = Filter::new(&bytes);
        assert!(entries.iter().all(|&(key, value)| filter.get(key) == value));
        let strangers = (1..=100_000).filter(|&n| filter.get(mix(!n)) < 256).count();
        assert!((300..=500).contains(&strangers), "{strangers} of 100,000, where 1 in 256 is expected");
    }
}
