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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_and_end_with_a_name() {
        let whole = |text: &str, name: &str| {
            let start = text.find(name).expect("it is there");
            let chars: Vec<char> = text.chars().collect();
            let first = text[..start].chars().count();
            let both = [
                is_whole(text, Span::new(start, start + name.len())),
                are_whole(&chars, (first, first + name.chars().count())),
            ];
            assert_eq!(both[0], both[1]);
            both[0]
        };
        assert!(whole("财政部表示，资金已经下达", "财政部") && whole("财政部", "财政部"));
        assert!(!whole("各级财政部门要加强监管", "财政部"), "it ends inside a word");
        assert!(!whole("进一步提高速度和效率", "高速"), "it begins and ends inside words");
    }
}
