//! What speaks for a theme, by name, and how much.
//!
//! A candidate gathers signs where it is found (quotes, patterns, lists, counting); its family adds those of the whole page.
//! A logistic model over them gives the score, which therefore means the same on every page.

use crate::page::evidence::sure;

/// A row of signs, mostly 0 or 1.
pub type Signs = [f32; SIGNS];

pub const SIGNS: usize = NAMES.len();

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Always,
    Quoted,
    Parallel,
    Formula,
    Four,
    Long,
    Short,
    Programme,
    Occasion,
    Pursued,
    Figure,
    Known,
    Event,
    Column,
    Attributed,
    Counted,
    Cohesion,
    Common,
    Stretched,
    Person,
    Place,
    Spread,
    Share,
    Headlines,
    Lead,
    Frequency,
    Dense,
    Alone,
}

/// What each sign is.
pub const NAMES: [&str; 28] = [
    "always",
    "stands in quotation marks",
    "parts of equal length, or numbers and nouns by turns",
    "a number and what it counts, or a plus",
    "four characters without a form",
    "five characters or more without a form",
    "two or three characters without a form",
    "a programme: …战略, …工程, …改革",
    "the quotation names an occasion: “…”活动",
    "follows a verb of pursuit: 打造, 建设, 推行",
    "a figure of speech: 当好“…”",
    "a known theme, by its weight",
    "named as events and campaigns are: …节, …赛, 第三届…",
    "the name of a column",
    "an epithet and a place: 书香…, 清廉…",
    "found by counting alone",
    "holds together, from 0 to 1",
    "common in ordinary news, from 0 to 1",
    "an ordinary phrase with a word more",
    "names a kind of person: …员, …者",
    "begins with a place or a body",
    "articles, log2",
    "share of the articles of the page",
    "headlines, square root",
    "stands in a first paragraph",
    "mentions, log2",
    "mentions in its richest article, log2",
    "the page has one article",
];

/// What an editor would say before any page is read: the weights stay near these where pages tell nothing else.
#[cfg(feature = "train")]
pub const EXPECTED: Signs = [
    -3.0, 0.5, 1.2, 0.6, 0.3, 0.3, -1.0, 1.0, 0.3, 0.8, -1.5, 1.5, 0.6, 0.6, 1.0, -0.5, 0.5, -1.0, -0.8,
    -1.0, -0.2, 0.9, 0.3, 0.5, 0.2, 0.5, 0.2, 0.5,
];

/// Learned by `train themes`.
pub const WEIGHTS: Signs = [
    -3.21, 0.82, 1.24, 0.66, 0.50, 0.80, -1.69, 1.30, 0.33, 1.20, -1.33, 1.57, 0.73, 0.70, 1.17, -0.93, 1.20,
    -1.07, -0.30, -1.02, 0.07, 0.55, 0.14, -0.36, 0.27, 0.85, 0.69, 0.50,
];

/// How sure it is that an editor would name it.
pub fn score(signs: &Signs, weights: &Signs) -> f64 {
    f64::from(sure(signs, weights))
}

/// No signs yet.
pub fn none() -> Signs {
    let mut signs = [0.0; SIGNS];
    signs[Sign::Always as usize] = 1.0;
    signs
}

pub fn set(signs: &mut Signs, sign: Sign, value: f32) {
    let cell = &mut signs[sign as usize];
    *cell = cell.max(value);
}

pub fn get(signs: &Signs, sign: Sign) -> f32 {
    signs[sign as usize]
}

/// Of each sign the stronger of two.
pub fn merge(signs: &mut Signs, others: &Signs) {
    signs.iter_mut().zip(others).for_each(|(a, &b)| *a = a.max(b));
}
