//! Pieces of a text that the model reads one at a time.
//!
//! Takes a text of any length, gives runs of white space and pieces of bounded length between them, without gaps. A
//! long piece ends after a punctuation mark where it has one, so that no word is cut.

use crate::span::Span;

/// So many bytes are read together.
const MOST: usize = 16 * 1024;

pub fn pieces(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let length = first(rest)?;
        let piece = Span::new(start, start + length);
        start = piece.end;
        Some(piece)
    })
}

/// The length of the first piece.
fn first(text: &str) -> Option<usize> {
    let blank = text.chars().next()?.is_whitespace();
    let mut mark = 0;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() != blank {
            return Some(at);
        }
        if !blank && at >= MOST {
            return Some(if mark > 0 { mark } else { at });
        }
        if matches!(c, '。' | '！' | '？' | '；' | '，' | '、' | '：') {
            mark = at + c.len_utf8();
        }
    }
    Some(text.len())
}
