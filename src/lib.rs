//! Banmian (版面) reads the raw text of a Chinese newspaper page.

pub mod analyzer;
pub mod page;
pub mod report;
pub mod span;
pub mod tags;
pub mod text;
pub mod themes;
#[cfg(feature = "train")]
pub mod train;
pub mod utf16;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod words;

pub use analyzer::{Analysis, Options, Stage, analyze, analyze_with};
pub use report::Report;
pub use span::Span;
