//! Characters: decoding, folding, sentences, addresses, and repaired passages.

pub(crate) mod address;
#[cfg(feature = "cli")]
pub mod decode;
pub mod fold;
pub mod passage;
pub mod script;
pub mod sentences;

#[cfg(feature = "cli")]
pub use decode::{Decoded, NotText, decode, is_binary};
pub(crate) use fold::simplified;
pub use fold::{fold, fold_char};
pub use passage::{Passage, Piece};
pub use script::{Script, script};
pub use sentences::{closes, ends_sentence, sentences};

/// The last character boundary of `text` at or before byte `at`.
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// The first character boundary of `text` at or after byte `at`.
pub fn ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}
