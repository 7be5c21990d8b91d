//! stub until the words branch is merged

/// Full-width ASCII to half-width.
pub fn fold_char(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}
