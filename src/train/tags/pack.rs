//! Packs the tagger's model: the register's characters, transitions and rows, each after its length.

use super::OTHER;
use super::corpus::Text;
use super::crf::Row;
use crate::tags::model::SCALE;
use crate::tags::model::labels::{LABELS, follows};
use crate::tags::model::register::{BUCKETS, SCALE as REGISTER_SCALE, features};
use crate::tags::model::rows::{BUCKET, CHECK, ROW, ROWS, bucket, check};
use crate::tags::{plain, reader};
use crate::train::ftrl::{self, Examples, Pace};

/// The weights of the register, from texts and sentences of either; `news` are more texts of the one.
pub fn register(texts: &[Text], news: &[String]) -> Vec<u8> {
    let mut examples = Examples::default();
    let mut learn = |text: &str, encyclopedia: bool| {
        let sentences =
            reader::parts(text).into_iter().map(|part| part.of(text)).filter(|part| part.len() > 30);
        for part in sentences.chain([text]) {
            examples.push(features(part.chars().map(plain)), encyclopedia);
        }
    };
    for text in texts {
        let whole: String = text.pieces.iter().map(|piece| piece.text.as_str()).collect();
        learn(&whole, text.day == OTHER);
    }
    news.iter().flat_map(|text| text.lines()).for_each(|line| learn(line, false));
    let weights = ftrl::train(&examples, BUCKETS, Pace { rate: 0.05, begun: 1.0, l1: 2.0 }, 3);
    weights.iter().map(|weight| (weight * REGISTER_SCALE).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}

pub fn transitions(weights: &[[f32; LABELS]; LABELS]) -> Vec<u8> {
    let mut out = Vec::new();
    for (before, row) in weights.iter().enumerate() {
        for (next, weight) in row.iter().enumerate() {
            let allowed = follows(before as u8, next as u8);
            let weight = if allowed { (weight * SCALE).round() as i16 } else { 0 };
            out.extend(weight.to_le_bytes());
        }
    }
    out
}

/// Puts rows, the most important first, in the buckets; gives which of them found room.
pub fn choose(keys: impl Iterator<Item = u64>, buckets: usize) -> Vec<bool> {
    let mut room: Vec<Vec<u16>> = vec![Vec::new(); buckets];
    keys.map(|key| {
        let room = &mut room[bucket(key, buckets)];
        let fits = room.len() < ROWS && !room.contains(&check(key));
        if fits {
            room.push(check(key));
        }
        fits
    })
    .collect()
}

/// The rows of features that `choose` let in.
pub fn rows<'r>(rows: impl Iterator<Item = (u64, &'r Row)>, buckets: usize) -> Vec<u8> {
    let mut out = vec![0u8; buckets * BUCKET];
    let mut taken = vec![0usize; buckets];
    for (key, row) in rows {
        let bucket = bucket(key, buckets);
        let at = taken[bucket];
        taken[bucket] += 1;
        let (checks, weights) = out[bucket * BUCKET..][..BUCKET].split_at_mut(CHECK * ROWS);
        checks[CHECK * at..CHECK * at + CHECK].copy_from_slice(&check(key).to_le_bytes());
        for (byte, weight) in weights[ROW * at..].iter_mut().zip(&row[1..LABELS]) {
            *byte = ((weight - row[0]) * SCALE).round().clamp(-127.0, 127.0) as i8 as u8;
        }
    }
    out
}

pub fn sections(sections: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    for section in sections {
        out.extend((section.len() as u32).to_le_bytes());
        out.extend(*section);
    }
    out
}
