//! Word segmentation.

use crate::span::Span;

/// The words of `text`, in order and without gaps; white space is a word of its own.
pub fn split(text: &str) -> Vec<Span> {
    text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8())).collect()
}
