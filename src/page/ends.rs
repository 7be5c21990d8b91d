//! Whether a paragraph begins at a beginning and ends at an end.
//!
//! Takes the text of blocks; gives evidence. A column that ends in mid-sentence leaves an endless block, and the block
//! that goes on with it is headless. Two such ends look for each other in `stitch` and in `order`.

use crate::text::{closes, ends_sentence};

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// With a mark that ends a sentence, or a bracketed note after it.
    Ended,
    /// With a colon, a dash or a semicolon, as before or within a list.
    Announcing,
    /// With a comma, or in mid-sentence.
    Open,
}

pub fn tail(text: &str) -> Tail {
    let inner = text.trim_end_matches(|c| closes(c) || c == '"');
    match (inner.chars().next_back(), text.chars().next_back()) {
        (Some(c), _) if ends_sentence(c) => Tail::Ended,
        (_, Some('）' | ')' | '】' | '|')) => Tail::Ended,
        (Some('：' | ':' | '—' | '─' | '；' | ';'), _) => Tail::Announcing,
        _ => Tail::Open,
    }
}

/// Marks that cannot open a paragraph.
fn cannot_open(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '）' | '》' | '」' | '』' | '】')
}

/// How surely a paragraph that begins like this goes on with another: 0 (no sign) to 1.
///
/// A mark that cannot open is certain. A single character before a comma (乡、建家乡 …) is all that is left of a word
/// whose beginning stands elsewhere; a few characters have such an opening by right (但、而、即、他).
pub fn headless(text: &str) -> f32 {
    let mut chars = text.chars();
    let (Some(first), Some(second)) = (chars.next(), chars.next()) else { return 0.0 };
    const OPENERS: &str = "但而即他她它我你这那其却如例注答问是对好看第一二三四五六七八九十";
    if cannot_open(first) {
        1.0
    } else if matches!(second, '、' | '，' | '。' | '；') && first.is_alphabetic() && !OPENERS.contains(first)
    {
        if first.is_ascii() { 0.0 } else { 0.9 }
    } else {
        0.0
    }
}

/// Quotation marks and brackets opened and not closed in `text`, the innermost last.
pub fn open_marks(text: &str) -> Vec<char> {
    let mut open = Vec::new();
    for c in text.chars() {
        if let Some(close) = partner(c) {
            open.push(close);
        } else if closes(c) && open.last() == Some(&c) {
            open.pop();
        }
    }
    open
}

fn partner(open: char) -> Option<char> {
    Some(match open {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '《' => '》',
        '【' => '】',
        _ => return None,
    })
}

/// Whether `text` closes `mark` before it opens one of the same kind.
pub fn closes_first(text: &str, mark: char) -> bool {
    text.chars().find(|&c| c == mark || partner(c) == Some(mark)) == Some(mark)
}

/// The length in bytes of the head of `next` that repeats the end of `before`, as scans of overlapping columns do.
///
/// One or two repeated characters count only where the head is a left-over by its own look (来，谱写 …); more count by
/// themselves.
pub fn repeated_head(before: &str, next: &str) -> usize {
    let before = before.trim_end_matches(|c| ends_sentence(c) || closes(c));
    let heads = next.char_indices().map(|(at, c)| at + c.len_utf8()).take(12);
    let repeated = heads.filter(|&end| before.ends_with(&next[..end])).last().unwrap_or(0);
    let chars = next[..repeated].chars().count();
    let followed = next[repeated..].chars().next().is_some_and(cannot_open);
    if chars >= 5 || chars >= 1 && followed && headless(next) > 0.5 || chars >= 2 && followed {
        repeated
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_tails() {
        assert_eq!(tail("大桥通车。”"), Tail::Ended);
        assert_eq!(tail("大桥通车（见图）"), Tail::Ended);
        assert_eq!(tail("一行先后考察云岭"), Tail::Open);
        assert!(headless("、建家园，希望") > 0.5 && headless("园、建家园，希望") > 0.5);
        assert_eq!(headless("但，事情没有完"), 0.0);
        assert_eq!(headless("希望双方加强合作"), 0.0);
    }

    #[test]
    fn quotes_across_a_cut() {
        assert_eq!(open_marks("他说：“扩大市场"), ['”']);
        assert!(closes_first("份额。”“还有", '”') && !closes_first("“还有”", '”'));
    }

    #[test]
    fn repeats() {
        assert_eq!(repeated_head("把力量聚起来。", "来，写下新篇。"), "来".len());
        assert_eq!(repeated_head("推动高质量发展。", "发展是第一要务。"), 0);
        assert_eq!(repeated_head("推动县域高质量发展", "域高质量发展迈上台阶"), "域高质量发展".len());
    }

    #[test]
    fn marks_close_only_their_own() {
        assert_eq!(open_marks("他说：“扩大《市场”"), ['”', '》']);
        assert_eq!(open_marks("大桥（见图"), ['）']);
        assert!(open_marks("‘一’「二」『三』（四）《五》【六】").is_empty());
        assert!(open_marks("已经结束了”").is_empty());
    }

    #[test]
    fn how_much_a_repeated_head_says() {
        // Two characters with a mark behind them, one that is a left-over, one that may open a sentence.
        assert_eq!(repeated_head("这里正在加快建设。", "建设，是为了明天。"), "建设".len());
        assert_eq!(repeated_head("这里正在加快建设。", "建设是为了明天。"), 0);
        assert_eq!(repeated_head("大家都说好。", "好，就这么办。"), 0);
        assert_eq!(repeated_head("一桥飞架南北变通途", "变通途之后"), 0);
        assert_eq!(repeated_head("天堑南北变通途", "南北变通途之后"), "南北变通途".len());
        assert_eq!(repeated_head("天堑北变通途", "北变通途之后"), 0);
        assert_eq!(repeated_head("桥上的灯亮了，", "，船也回来了。"), 0, "a mark alone repeats nothing");
    }

    #[test]
    fn every_kind_of_mark_opens_and_closes() {
        assert_eq!(open_marks("“‘「『（《【"), ['”', '’', '」', '』', '）', '》', '】']);
        for (open, close) in ["“”", "‘’", "「」", "『』", "（）", "《》", "【】"].map(|pair| {
            let mut pair = pair.chars();
            (pair.next().expect("one"), pair.next().expect("two"))
        }) {
            assert!(closes_first(&format!("到此{close}再{open}"), close));
            assert!(!closes_first(&format!("再{open}到此{close}"), close));
        }
    }
}
