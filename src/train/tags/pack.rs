//! Packs the tagger's model: characters, words, transitions and rows, each after its length.

use std::collections::BTreeMap;

use super::crf::Row;
use crate::tags::model::SCALE;
use crate::tags::model::labels::{LABELS, follows};
use crate::tags::model::lexicon::{CHARS, Code, FIRST, LONGEST, SUFFIX, TITLE, Trait, word_key};
use crate::tags::model::rows::{BUCKET, ROW, ROWS, bucket, check};
use crate::tags::rules::data::{DATA, Suffix};
use crate::train::filter;

/// The traits of characters, two bytes each.
pub fn traits() -> Vec<u8> {
    let mut out = vec![0u16; CHARS];
    let mut set = |c: char, of: Trait, level: u16| {
        let at = (c as u32).wrapping_sub(FIRST) as usize;
        if let Some(traits) = out.get_mut(at) {
            *traits |= level << (2 * of as u32);
        }
    };
    let level = |cost: f32, often: f32, seldom: f32| match cost {
        c if c < often => 3,
        c if c < seldom => 2,
        _ => 1,
    };
    let names = &DATA.names;
    for (surname, &cost) in &names.surname {
        let mut chars = surname.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            set(c, Trait::Surname, level(cost, 5.0, 7.5));
        }
    }
    for (position, of) in [Trait::Given, Trait::GivenFirst, Trait::GivenLast].into_iter().enumerate() {
        names.given[position].iter().for_each(|(&c, &cost)| set(c, of, level(cost, 5.2, 7.0)));
    }
    names.foreign.iter().for_each(|(&c, &cost)| set(c, Trait::Foreign, level(cost, 4.6, 5.6)));
    names.place.iter().for_each(|(&c, &cost)| set(c, Trait::Place, level(cost, 5.0, 6.5)));
    for (ends, rank) in [
        ("省市县区州镇乡村盟旗", 3),
        ("河湖山江岛桥街路寨屯湾巷港海", 2),
        ("峰岭峡沟泉寺庙宫塔园滩洲里弄坝", 1),
    ] {
        ends.chars().for_each(|c| set(c, Trait::PlaceEnd, rank));
    }
    out.into_iter().flat_map(u16::to_le_bytes).collect()
}

/// The words of the tables and what is known of them.
pub fn words() -> Vec<u8> {
    let mut codes: BTreeMap<u64, Code> = BTreeMap::new();
    let fits = |word: &str| (1..=LONGEST).contains(&word.chars().count());
    for (word, class) in DATA.table.words().filter(|(word, _)| fits(word)) {
        codes.insert(word_key(&word), class as Code);
    }
    for title in DATA.titles.iter().filter(|word| fits(word)) {
        *codes.entry(word_key(title)).or_default() |= TITLE;
    }
    for (word, suffix) in DATA.suffixes.iter().filter(|(word, _)| fits(word)) {
        let kind: Code = match suffix {
            Suffix::Strong => 1,
            Suffix::Weak => 2,
            Suffix::Brand => 3,
            Suffix::Park => 4,
        };
        *codes.entry(word_key(word)).or_default() |= kind << SUFFIX;
    }
    let entries: Vec<(u64, u16)> = codes.into_iter().map(|(key, code)| (key, code.into())).collect();
    filter::build(&entries)
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
    let mut room: Vec<Vec<u32>> = vec![Vec::new(); buckets];
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
        let (checks, weights) = out[bucket * BUCKET..][..BUCKET].split_at_mut(4 * ROWS);
        checks[4 * at..4 * at + 4].copy_from_slice(&check(key).to_le_bytes());
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
