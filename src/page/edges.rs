//! The edge of a column: does the paragraph go on in the next line?
//!
//! Takes what stands on both sides of the end of a full line where neither indents nor blank lines tell; gives a yes or
//! no. A sentence that ends at the very edge may end its paragraph, and a headline may fill the width by chance, so lengths
//! and words are weighed together.

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

const TRAITS: usize = 16;

/// Whether the paragraph goes on.
pub fn goes_on(edge: &Edge<'_>) -> bool {
    let weights = if edge.ended { &ENDED } else { &OPEN };
    let traits = traits(edge);
    traits.iter().zip(weights).map(|(a, b)| a * b).sum::<f32>() > 0.0
}

/// What the weights below are for, in their order.
fn traits(edge: &Edge<'_>) -> [f32; TRAITS] {
    let flag = |is: bool| f32::from(u8::from(is));
    let marks = edge.before.contains(['，', '。', '；', '、', '：', '”']);
    let chars = edge.lines_so_far * edge.width;
    let ahead = edge.lines_ahead * edge.width;
    let fresh = edge.first && edge.opens_after_end;
    let next: String = edge.after.chars().take(12).collect();
    [
        1.0,
        (edge.left / 4.0).min(1.0),
        flag(edge.lines_ahead == 0.0 && edge.ends_ahead),
        flag(edge.lines_ahead == 0.0 && !edge.ends_ahead),
        flag(edge.lines_ahead > 0.0 && !edge.ends_ahead),
        (chars / 150.0).min(2.0),
        (ahead / 150.0).min(2.0),
        ((chars + ahead) / 300.0).min(2.0),
        flag(fresh),
        flag(fresh && !marks),
        flag(edge.first && !fresh),
        words::boundary(edge.before, edge.after).clamp(-3.0, 3.0),
        flag(edge.before.contains([' ', '\u{3000}']) && !marks),
        flag(next.contains(['，', '。', '、', '；', '：'])),
        flag(next.starts_with(['“', '（', '《'])),
        flag(fresh && !marks) * (edge.width / 20.0).min(2.0),
    ]
}

/// Weights of a logistic regression where the line before ends a sentence: fitted to pages of `corpora` set at widths of
/// 8 to 45 characters, with and without marks hanging over the edge.
const ENDED: [f32; TRAITS] =
    [2.97, -2.24, 0.32, -2.39, -1.04, -1.19, -0.92, 1.67, 0.71, -0.03, 0.45, -0.69, 0.00, -0.12, 0.40, -0.11];
/// The same where it does not.
const OPEN: [f32; TRAITS] = [
    6.10, -1.32, 2.26, 0.29, -0.90, 0.82, -0.01, -0.32, 0.16, -1.63, -0.64, -0.60, -2.12, 0.91, -1.39, -0.57,
];
