//! What sort of character it is, in four bits, for features that must not know which one.

pub const HAN: u8 = 1;
pub const FIGURE: u8 = 2;
pub const LATIN: u8 = 3;
/// An opening bracket or quote.
pub const OPEN: u8 = 8;
/// From here on, no name goes across.
pub const BREAK: u8 = 11;

/// 0 stands for no character.
pub fn sort(c: char) -> u8 {
    match c {
        '0'..='9' => FIGURE,
        'a'..='z' | 'A'..='Z' => LATIN,
        '零' | '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => HAN,
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' => HAN,
        '·' | '•' | '・' | '‧' | '∙' => 4,
        '-' | '.' | '/' | '&' => 5,
        ' ' | '\t' => 6,
        '《' | '“' | '(' | '「' | '『' | '【' => OPEN,
        '》' | '”' | ')' | '」' | '』' | '】' => 9,
        '、' => 11,
        ',' | ';' => 12,
        ':' => 13,
        '。' | '!' | '?' => 14,
        _ => 15,
    }
}
