//! The user's own words, which win over every model.

/// Words the user has named, with what they are.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}
