//! Characters: decoding, folding, sentences, and repaired passages.

pub mod decode;
pub mod fold;
pub mod passage;
pub mod script;
pub mod sentences;

pub use decode::decode;
pub use fold::fold_char;
pub use passage::{Passage, Piece};
pub use script::{Script, script};
pub use sentences::{closes, ends_sentence, sentences};
