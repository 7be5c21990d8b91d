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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sort_has_its_characters() {
        for (number, chars) in [
            (HAN, "岸一十零〇\u{20000}"),
            (FIGURE, "059"),
            (LATIN, "azAZ"),
            (4, "·•・‧∙"),
            (5, "-./&"),
            (6, " \t"),
            (OPEN, "《“(「『【"),
            (9, "》”)」』】"),
            (BREAK, "、"),
            (12, ",;"),
            (13, ":"),
            (14, "。!?"),
            (15, "—…é"),
        ] {
            assert!(chars.chars().all(|c| sort(c) == number), "{number}");
        }
    }
}
