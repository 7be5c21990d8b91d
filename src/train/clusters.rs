//! Clusters of words that stand in like places, from word vectors.
//!
//! Takes vectors in the binary format of word2vec, the most frequent word first; parts them by spherical k-means
//! (Dhillon and Modha 2001) into `COARSE` clusters and each of these into `FINE`, so that the number of a cluster without
//! its last bits names the coarser one. Gives the filter that `tags/model/clusters` reads.

use std::path::Path;
use std::{fs, io};

use super::filter;
use super::random::Random;
use crate::tags::model::clusters::{COARSE, FINE};
use crate::tags::model::lexicon::{LONGEST, word_key};

const ROUNDS: usize = 40;

struct Vectors {
    words: Vec<String>,
    /// One behind the other, each of length 1.
    values: Vec<f32>,
    width: usize,
}

impl Vectors {
    fn of(&self, word: usize) -> &[f32] {
        &self.values[word * self.width..][..self.width]
    }
}

pub fn train(source: &Path, words: usize, out: &Path, show: usize) -> io::Result<()> {
    let vectors = read(&fs::read(source)?, words).ok_or(io::ErrorKind::InvalidData)?;
    let all: Vec<usize> = (0..vectors.words.len()).collect();
    let mut found = vec![0; all.len()];
    for (coarse, members) in parts(&vectors, &all, COARSE.into()).iter().enumerate() {
        for (fine, members) in parts(&vectors, members, FINE.into()).iter().enumerate() {
            members.iter().for_each(|&word| found[word] = coarse as u16 * FINE + fine as u16);
            let shown: Vec<&str> =
                members.iter().take(show).map(|&word| vectors.words[word].as_str()).collect();
            if show > 0 {
                println!("{coarse}.{fine}: {}", shown.join(" "));
            }
        }
    }
    let mut entries: Vec<(u64, u16)> =
        vectors.words.iter().map(|word| word_key(word.chars())).zip(found).collect();
    // Traditional and simplified forms are one key: the more frequent one stands first.
    entries.sort_by_key(|entry| entry.0);
    entries.dedup_by_key(|entry| entry.0);
    let bytes = filter::build(&entries);
    println!("{} words, {} bytes", entries.len(), bytes.len());
    fs::write(out, bytes)
}

/// The first `most` vectors of words in Chinese characters: a line with how many there are and how wide, then for each its
/// word, a space and its numbers (f32, little-endian).
fn read(bytes: &[u8], most: usize) -> Option<Vectors> {
    let line = bytes.iter().position(|&b| b == b'\n')?;
    let (_, width) = std::str::from_utf8(&bytes[..line]).ok()?.trim().split_once(' ')?;
    let width: usize = width.parse().ok()?;
    let mut vectors = Vectors { words: Vec::new(), values: Vec::new(), width };
    let mut rest = &bytes[line + 1..];
    while vectors.words.len() < most {
        let Some(space) = rest.iter().position(|&b| b == b' ') else { break };
        let word = String::from_utf8_lossy(&rest[..space]).trim_start_matches('\n').to_owned();
        let (numbers, behind) = rest[space + 1..].split_at_checked(4 * width)?;
        rest = behind;
        let length = word.chars().count();
        if (1..=LONGEST).contains(&length) && word.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
            vectors.words.push(word);
            vectors.values.extend(unit(numbers.as_chunks().0.iter().map(|&b| f32::from_le_bytes(b))));
        }
    }
    Some(vectors)
}

/// A vector of the same direction and of length 1.
fn unit(values: impl Iterator<Item = f32> + Clone) -> impl Iterator<Item = f32> {
    let length = values.clone().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    values.map(move |x| x / length)
}

/// Parts `members` into `count` by k-means, the centres at first drawn among them; all into the first where there are few.
fn parts(vectors: &Vectors, members: &[usize], count: usize) -> Vec<Vec<usize>> {
    let mut parts = vec![members.to_vec()];
    parts.resize(count, Vec::new());
    if members.len() < 4 * count {
        return parts;
    }
    let mut order = members.to_vec();
    Random(members.len() as u64).shuffle(&mut order);
    let mut centres: Vec<Vec<f32>> = order[..count].iter().map(|&word| vectors.of(word).to_vec()).collect();
    for _ in 0..ROUNDS {
        parts.iter_mut().for_each(Vec::clear);
        members.iter().for_each(|&word| parts[nearest(vectors.of(word), &centres)].push(word));
        for (centre, part) in centres.iter_mut().zip(&parts).filter(|(_, part)| !part.is_empty()) {
            let mut sum = vec![0.0; vectors.width];
            for &word in part {
                sum.iter_mut().zip(vectors.of(word)).for_each(|(sum, x)| *sum += x);
            }
            *centre = unit(sum.iter().copied()).collect();
        }
    }
    parts
}

fn nearest(vector: &[f32], centres: &[Vec<f32>]) -> usize {
    let near = |centre: &Vec<f32>| -> f32 { centre.iter().zip(vector).map(|(a, b)| a * b).sum() };
    (0..centres.len()).max_by(|&a, &b| near(&centres[a]).total_cmp(&near(&centres[b]))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_that_point_the_same_way_are_one_part() {
        let mut bytes = b"9 2\n".to_vec();
        for (word, x, y) in
            [("江", 9.0, 1.0), ("Rio", 9.0, 1.0), ("河", 5.0, 0.5), ("溪", 1.0, 0.2), ("川", 7.0, 0.0)]
                .into_iter()
                .chain([("说", 0.1, 4.0), ("讲", 0.0, 1.0), ("问", 0.2, 8.0), ("答", 0.0, 2.0)])
        {
            bytes.extend(word.bytes().chain(*b" "));
            bytes.extend([x, y].into_iter().flat_map(f32::to_le_bytes));
            bytes.push(b'\n');
        }
        let vectors = read(&bytes, 99).unwrap();
        assert_eq!(vectors.words.concat(), "江河溪川说讲问答");
        let mut parts = parts(&vectors, &(0..8).collect::<Vec<_>>(), 2);
        parts.sort();
        assert_eq!(parts, [[0, 1, 2, 3], [4, 5, 6, 7]]);
        assert_eq!(read(&bytes, 3).unwrap().words.len(), 3);
        assert!(read(&bytes[..12], 99).is_none());
    }
}
