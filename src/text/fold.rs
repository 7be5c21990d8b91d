//! One fold of characters, traditional to simplified, that keeps every character's length in bytes.
//!
//! Takes any text, gives the same text with each traditional character replaced by its simplified one. Only pairs of
//! equal UTF-8 length are folded, so a span of the folded text is the same span of the given text and no offset map
//! is needed. Full-width letters and marks (three bytes) and half-width ones (one byte) differ in length; they become
//! alike only in `fold_char`, which the models read their features through.

use std::borrow::Cow;
use std::sync::LazyLock;

/// `text` with simplified characters for traditional ones; as many bytes, and character for character.
///
/// Characters that simplified text uses too (乾坤, 著名) stay as they are.
///
/// ```
/// assert_eq!(banmian::text::fold("經濟著實發展"), "经济著实发展");
/// ```
pub fn fold(text: &str) -> Cow<'_, str> {
    match text.char_indices().find(|&(_, c)| simplified(c) != c) {
        None => Cow::Borrowed(text),
        Some((at, _)) => {
            let mut folded = String::with_capacity(text.len());
            folded.push_str(&text[..at]);
            folded.extend(text[at..].chars().map(simplified));
            Cow::Owned(folded)
        }
    }
}

/// The character that stands for `c` in features: simplified, and half-width where ASCII has the same mark.
pub fn fold_char(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c,
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - WIDE).unwrap_or(c),
        _ => simplified(c),
    }
}

/// The simplified form of a traditional character, else `c` itself.
pub(crate) fn simplified(c: char) -> char {
    match TABLE.simplified.get((c as usize).wrapping_sub(FIRST)) {
        Some(&code) if code != 0 => char::from_u32(code.into()).unwrap_or(c),
        _ => c,
    }
}

/// Whether `c` stands in simplified text only.
pub(super) fn only_simplified(c: char) -> bool {
    TABLE.only_simplified.get((c as usize).wrapping_sub(FIRST)).is_some_and(|&only| only)
}

/// From a half-width character to its full-width twin.
const WIDE: u32 = 0xfee0;
/// The Han characters of three bytes.
const FIRST: usize = 0x3400;
const LAST: usize = 0x9fff;

struct Table {
    /// 0 where a character is not traditional.
    simplified: Vec<u16>,
    only_simplified: Vec<bool>,
}

/// Two lines of pairs, each a traditional character and its simplified one: first the pairs whose simplified
/// character stands in simplified text only, then the others (后, 里, 云 are traditional characters as well).
static PAIRS: &str = include_str!("../data/traditional.txt");

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let size = LAST - FIRST + 1;
    let mut table = Table { simplified: vec![0; size], only_simplified: vec![false; size] };
    for (line, pairs) in PAIRS.lines().enumerate() {
        let mut chars = pairs.chars();
        while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            table.simplified[from as usize - FIRST] = to as u16;
            table.only_simplified[to as usize - FIRST] |= line == 0;
        }
    }
    // A simplified form may be another word's traditional one (薴 苧, 苧 苎): the fold goes to the end at once.
    for at in 0..size {
        let next = |code: u16| usize::from(code).checked_sub(FIRST).map_or(0, |at| table.simplified[at]);
        if let last @ 1.. = next(table.simplified[at]) {
            table.simplified[at] = last;
        }
    }
    table
});
