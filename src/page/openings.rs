//! How paragraphs begin: what their first two characters tell.
//!
//! Takes the text of a paragraph; gives how much likelier such characters stand in the middle of a sentence than at the
//! head of a paragraph, a sign of a torn beginning: the logarithm of odds counted over the corpora (`train lines`), in
//! hashed tables.

use crate::text::fold_char;

/// Entries of one table: a bucket a first character, then a bucket a pair.
pub const FIRSTS: usize = 1 << 12;
pub const PAIRS: usize = 1 << 13;
/// Bytes of the table.
pub const SIZE: usize = FIRSTS + PAIRS;
/// Steps a nat in the tables.
pub const STEPS: f32 = 16.0;

/// The table of log-odds, a signed byte each.
#[derive(Clone, Copy)]
pub struct Openings<'m>(pub &'m [i8]);

impl Openings<'_> {
    /// The log-odds that `text` begins in mid-sentence rather than as a paragraph.
    pub fn torn(&self, text: &str) -> f32 {
        let Some((first, pair)) = buckets(text) else { return 0.0 };
        let at = |i: usize| f32::from(self.0.get(i).copied().unwrap_or(0));
        (at(first) + at(FIRSTS + pair)) / STEPS
    }
}

/// The buckets of a text's first character and of its first two, marks that open aside.
pub fn buckets(text: &str) -> Option<(usize, usize)> {
    let mut chars = text
        .chars()
        .map(fold_char)
        .filter(|&c| !matches!(c, '“' | '"' | '《' | '（' | '(' | '‘') && !c.is_whitespace());
    let (first, second) = (chars.next()?, chars.next().unwrap_or(' '));
    let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let (first, second) = (digit(first) as u32, digit(second) as u32);
    let mix = |x: u32| x.wrapping_mul(0x9E37_79B1) ^ x.wrapping_mul(0x85EB_CA77).rotate_left(15);
    let single = mix(first) >> 20;
    let pair = mix(first.wrapping_mul(0x0100_0193) ^ second) >> 19;
    Some((single as usize, pair as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_its_first_two_characters() {
        let same = |a: &str, b: &str| assert_eq!(buckets(a), buckets(b), "{a} {b}");
        same("码头复航", "码头上的灯");
        same("“码头”复航", "码头");
        same("　（碼 頭", "码头");
        same("3月", "8月");
        same("码", "码");
        assert_eq!(buckets("“"), None);
        let (one, other) = (buckets("码头").expect("two"), buckets("头码").expect("two"));
        assert!(one.0 != other.0 && one.1 != other.1);
        assert_ne!(buckets("码头").map(|b| b.1), buckets("码岸").map(|b| b.1));
        assert!(one.0 < FIRSTS && one.1 < PAIRS);
        // The tables in the build were counted with these buckets.
        assert_eq!(one, (1383, 800));
    }

    #[test]
    fn both_tables_speak() {
        let mut table = vec![0; SIZE];
        let (first, pair) = buckets("码头").expect("two characters");
        (table[first], table[FIRSTS + pair]) = (16, -8);
        let openings = Openings(&table);
        assert_eq!(openings.torn("码头"), 0.5);
        assert_eq!(openings.torn("码岸"), 1.0);
        assert_eq!((openings.torn("岸"), openings.torn("")), (0.0, 0.0));
    }
}
