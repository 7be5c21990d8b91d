//! The edge of a column: does the paragraph go on in the next line?
//!
//! Takes what stands on both sides of the end of a full line where neither indents nor blank lines tell; gives a yes or
//! no. A sentence that ends at the very edge may end its paragraph, and a headline may fill the width by chance, so lengths
//! and words are weighed together.

use crate::page::evidence::{is, sure};
use crate::words;

/// What is seen of the end of a full line.
pub struct Edge<'a> {
    pub before: &'a str,
    pub after: &'a str,
    /// The line before ends a sentence.
    pub ended: bool,
    /// The line before is the first of its paragraph.
    pub first: bool,
    /// What stands before that paragraph ended a sentence.
    pub opens_after_end: bool,
    /// Length of the paragraph so far, in full lines.
    pub lines_so_far: f32,
    /// Full lines that follow until one falls short.
    pub lines_ahead: f32,
    /// The line that falls short ends a sentence.
    pub ends_ahead: bool,
    /// Columns that the line before leaves free.
    pub left: f32,
    /// The width in full-width characters.
    pub width: f32,
}

pub const EVIDENCE: usize = 16;

/// What each piece of evidence is.
pub const NAMES: [&str; EVIDENCE] = [
    "always",
    "columns left free",
    "the next line falls short and ends a sentence",
    "the next line falls short and ends none",
    "the line that falls short ends no sentence",
    "length so far",
    "length ahead",
    "length in all",
    "first line after an end",
    "the same without a mark inside",
    "first line after no end",
    "a word ends at the edge",
    "spaces and no mark inside",
    "the next line has a mark near its head",
    "the next line opens with a quotation or bracket",
    "first line after an end, without a mark, by width",
];

/// Whether the paragraph goes on.
pub fn goes_on(edge: &Edge<'_>) -> bool {
    sure(&evidence(edge), if edge.ended { &ENDED } else { &OPEN }) > 0.5
}

/// What speaks for the paragraph to go on or against it, in the order of `NAMES`.
pub fn evidence(edge: &Edge<'_>) -> [f32; EVIDENCE] {
    let marks = edge.before.contains(['，', '。', '；', '、', '：', '”']);
    let chars = edge.lines_so_far * edge.width;
    let ahead = edge.lines_ahead * edge.width;
    let fresh = edge.first && edge.opens_after_end;
    let next: String = edge.after.chars().take(12).collect();
    [
        1.0,
        (edge.left / 4.0).min(1.0),
        is(edge.lines_ahead == 0.0 && edge.ends_ahead),
        is(edge.lines_ahead == 0.0 && !edge.ends_ahead),
        is(edge.lines_ahead > 0.0 && !edge.ends_ahead),
        (chars / 150.0).min(2.0),
        (ahead / 150.0).min(2.0),
        ((chars + ahead) / 300.0).min(2.0),
        is(fresh),
        is(fresh && !marks),
        is(edge.first && !fresh),
        words::boundary(edge.before, edge.after).clamp(-3.0, 3.0),
        is(edge.before.contains([' ', '\u{3000}']) && !marks),
        is(next.contains(['，', '。', '、', '；', '：'])),
        is(next.starts_with(['“', '（', '《'])),
        is(fresh && !marks) * (edge.width / 20.0).min(2.0),
    ]
}

/// Learned by `train edges` where the line before ends a sentence.
const ENDED: [f32; EVIDENCE] =
    [2.11, -1.14, 0.42, -1.92, -1.03, -1.55, -1.01, 1.80, 0.58, 0.60, 0.14, -0.40, 0.00, -0.03, 0.15, 0.47];
/// The same where it does not.
const OPEN: [f32; EVIDENCE] =
    [5.17, -0.52, 2.65, 0.70, -0.60, 2.19, -0.48, 0.79, 0.57, -0.99, 0.00, -0.58, -1.39, 0.78, -0.47, -1.45];
