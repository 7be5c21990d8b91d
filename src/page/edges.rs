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

#[cfg(test)]
mod tests {
    use super::*;

    const EDGE: Edge<'_> = Edge {
        before: "河岸两边都种上了柳树，老人们在树下",
        after: "下棋，孩子们在草地上放风筝",
        ended: false,
        first: true,
        opens_after_end: true,
        lines_so_far: 1.0,
        lines_ahead: 2.0,
        ends_ahead: true,
        left: 1.0,
        width: 18.0,
    };

    fn close(edge: &Edge<'_>, expected: [f32; EVIDENCE]) {
        for ((got, want), name) in evidence(edge).iter().zip(expected).zip(NAMES) {
            assert!((got - want).abs() < 1e-4, "{name}: {got}, not {want}");
        }
    }

    #[test]
    fn evidence_is_what_it_is_called() {
        let word = words::boundary(EDGE.before, EDGE.after).clamp(-3.0, 3.0);
        close(&EDGE, [1.0, 0.25, 0.0, 0.0, 0.0, 0.12, 0.24, 0.18, 1.0, 0.0, 0.0, word, 0.0, 1.0, 0.0, 0.0]);
        // A line without a mark, with blanks, before one that falls short and ends nothing.
        let short = Edge {
            before: "河岸 两边都种上了柳树",
            after: "“下棋去",
            lines_ahead: 0.0,
            ends_ahead: false,
            left: 9.0,
            ..EDGE
        };
        let word = words::boundary(short.before, short.after).clamp(-3.0, 3.0);
        close(&short, [1.0, 1.0, 0.0, 1.0, 0.0, 0.12, 0.0, 0.06, 1.0, 1.0, 0.0, word, 1.0, 0.0, 1.0, 0.9]);
        // A long paragraph whose first line opened after no end, before a line that ends it.
        let long = Edge {
            opens_after_end: false,
            lines_so_far: 20.0,
            lines_ahead: 0.0,
            before: "河岸两边都种上了柳树",
            after: "下棋",
            ..EDGE
        };
        let word = words::boundary(long.before, long.after).clamp(-3.0, 3.0);
        close(&long, [1.0, 0.25, 1.0, 0.0, 0.0, 2.0, 0.0, 1.2, 0.0, 0.0, 1.0, word, 0.0, 0.0, 0.0, 0.0]);
        let later = Edge { first: false, lines_ahead: 40.0, ends_ahead: false, width: 50.0, ..long };
        close(&later, [1.0, 0.25, 0.0, 0.0, 1.0, 2.0, 2.0, 2.0, 0.0, 0.0, 0.0, word, 0.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn words_inside_a_line_go_on() {
        assert!(goes_on(&EDGE));
        // A sentence ends before the edge, and a short line that ends none follows.
        let end = Edge {
            before: "孩子们在草地上放风筝。",
            after: "河岸新貌",
            ended: true,
            first: false,
            lines_ahead: 0.0,
            ends_ahead: false,
            left: 9.0,
            ..EDGE
        };
        assert!(!goes_on(&end));
    }
}
