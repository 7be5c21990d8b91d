//! Whether words begin and end with a name: 财政部门 has no 财政部, 市能源会议 no 市能源会.

use super::reader::Stretch;
use crate::span::Span;
use crate::words;
use crate::words::features::REACH;

/// How sure the word model may be, in nats, that an edge lies inside a word.
const INSIDE: f32 = -2.0;

/// The same of a range of a text.
pub fn is_whole(text: &str, name: Span) -> bool {
    let parted = |at: usize| words::boundary(&text[..at], &text[at..]) > INSIDE;
    parted(name.start) && parted(name.end)
}

/// Of characters of a part of a text.
pub fn are_whole(chars: &[char], (start, end): Stretch) -> bool {
    let parted = |at: usize| {
        let before: String = chars[at.saturating_sub(REACH)..at].iter().collect();
        let after: String = chars[at..].iter().take(REACH).collect();
        words::boundary(&before, &after) > INSIDE
    };
    parted(start) && parted(end)
}
