//! Characters: decoding, folding, sentences, and repaired passages.

#[cfg(feature = "cli")]
pub mod decode;
pub mod fold;
pub mod passage;
pub mod script;
pub mod sentences;

#[cfg(feature = "cli")]
pub use decode::{Decoded, NotText, decode, is_binary};
pub use fold::{fold, fold_char};
pub use passage::{Passage, Piece};
pub use script::{Script, script};
pub use sentences::{closes, ends_sentence, sentences};
