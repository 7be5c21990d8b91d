//! Simplified or traditional.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Simplified,
    Traditional,
    Mixed,
}

/// Which characters the text is written in.
pub fn script(text: &str) -> Script {
    let _ = text;
    Script::Simplified
}
