//! Simplified or traditional.
//!
//! Takes a text, gives the script it is written in, by counting the characters that stand in one script only. Most
//! characters stand in both and say nothing. The count is one table look-up a character, so long texts are read whole.

use super::fold::{only_simplified, simplified};

/// Which characters a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// 简体.
    Simplified,
    /// 繁体.
    Traditional,
    /// Both.
    Mixed,
}

/// Which characters the text is written in; simplified where nothing tells.
pub fn script(text: &str) -> Script {
    let (mut hans, mut hant) = (0usize, 0usize);
    for c in text.chars() {
        hans += usize::from(only_simplified(c));
        hant += usize::from(simplified(c) != c);
    }
    if hant * FEW <= hans + hant {
        Script::Simplified
    } else if hans * FEW <= hans + hant {
        Script::Traditional
    } else {
        Script::Mixed
    }
}

/// One in so many telling characters may be of the other script: a name, a quotation, a shop sign.
const FEW: usize = 10;
