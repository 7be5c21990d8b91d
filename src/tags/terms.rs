//! Works in 《》, slogans in quotes, and amounts: what looks like a name and is none.
//!
//! Takes characters with figures folded to ASCII, gives stretches of them. Amounts and dates are decided before names
//! are read; works and slogans are read for names too and only then kept or dropped.

use super::dates::is_digit;
use super::rules::is_han;

/// The longest title of a work and the longest slogan, in characters.
const WORK: usize = 60;
const SLOGAN: usize = 40;
const UNITS: [&str; 43] = [
    "平方公里",
    "平方米",
    "立方米",
    "个百分点",
    "千瓦时",
    "公里",
    "公斤",
    "公顷",
    "美元",
    "欧元",
    "日元",
    "港元",
    "英镑",
    "马克",
    "卢布",
    "人民币",
    "千瓦",
    "人次",
    "海里",
    "毫米",
    "厘米",
    "千克",
    "元",
    "%",
    "％",
    "吨",
    "米",
    "亩",
    "人",
    "户",
    "家",
    "个",
    "名",
    "项",
    "件",
    "辆",
    "台",
    "套",
    "次",
    "岁",
    "倍",
    "所",
    "度",
];
const POLICIES: [&str; 12] =
    ["战略", "工程", "行动", "计划", "蓝图", "专项", "机制", "模式", "政策", "规划", "方针", "目标"];

/// The length of the amount at the start of `chars`: 3.5亿元, 80%, 三百万人.
pub fn amount(chars: &[char]) -> Option<usize> {
    let ascii = chars.first()?.is_ascii_digit();
    let number = chars.iter().take(24).take_while(|&&c| {
        if ascii {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '·')
        } else {
            is_digit(c) || matches!(c, '百' | '千' | '万' | '亿' | '两')
        }
    });
    let at = number.count();
    if at == 0 || (!ascii && at < 2) {
        return None;
    }
    let more = chars[at..].iter().take(3).take_while(|&&c| "余多百千万亿".contains(c)).count();
    // The last of them may be the unit's own: 3.6亿千瓦时.
    (at..=at + more).rev().find_map(|at| {
        let mut units = UNITS.iter().map(|unit| (unit, unit.chars().count()));
        let unit = units.find(|(unit, n)| unit.chars().eq(chars[at..].iter().copied().take(*n)));
        unit.map(|(_, n)| at + n)
    })
}

/// Whether all of `text` is an amount.
pub fn is_amount(text: &str) -> bool {
    let chars: Vec<char> = text.chars().map(super::plain).collect();
    amount(&chars) == Some(chars.len())
}

/// The titles between 《 and 》, with the marks.
pub fn works(chars: &[char]) -> Vec<(usize, usize)> {
    between(chars, '《', '》', WORK).map(|(start, end)| (start - 1, end + 1)).collect()
}

/// What stands in quotes and is a slogan or the name of a policy, without the quotes.
pub fn slogans(chars: &[char]) -> Vec<(usize, usize)> {
    between(chars, '“', '”', SLOGAN)
        .filter(|&(start, end)| is_slogan(&chars[start..end], &chars[end + 1..]))
        .collect()
}

/// Whether a slogan is made of parallel phrases, in which words only look like names (文旅兴城).
pub fn is_parallel(inner: &[char]) -> bool {
    let parts = parts(inner);
    parts.len() > 1 && parts.iter().all(|&n| n == parts[0] && (3..=8).contains(&n))
}

/// The lengths of the phrases of a slogan.
fn parts(inner: &[char]) -> Vec<usize> {
    inner.split(|&c| parts_phrases(c)).map(<[char]>::len).collect()
}

/// Whether a character stands between two phrases of a slogan.
pub fn parts_phrases(c: char) -> bool {
    matches!(c, '、' | '，' | ' ' | '\u{3000}')
}

fn is_slogan(inner: &[char], after: &[char]) -> bool {
    let parts = parts(inner);
    let parallel = parts.len() > 1 && parts.iter().all(|&n| n == parts[0] && (2..=8).contains(&n));
    let policy = POLICIES.iter().any(|p| p.chars().eq(after.iter().copied().take(2))) && inner.len() > 1;
    (parallel || policy || is_formula(inner)) && inner.iter().any(|&c| is_han(c))
}

/// 三高四新, 八不准: figures that count what they name.
pub fn is_formula(inner: &[char]) -> bool {
    let counts = |c: char| "一二三四五六七八九十两双".contains(c);
    (3..=8).contains(&inner.len())
        && counts(inner[0])
        && !counts(inner[1])
        && inner.iter().all(|&c| is_han(c))
}

/// What stands between an opening and a closing mark, at most `most` characters apart.
fn between(
    chars: &[char],
    open: char,
    close: char,
    most: usize,
) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut start = None;
    chars.iter().enumerate().filter_map(move |(at, &c)| {
        if c == open {
            start = Some(at + 1);
        }
        if c != close {
            return None;
        }
        start.take().filter(|start| at > *start && at - start <= most).map(|start| (start, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn all_of_a_text_is_an_amount() {
        assert!(is_amount("21亿元") && is_amount("3.6亿千瓦时"));
        assert!(!is_amount("21亿元项目") && !is_amount("投资21亿元") && !is_amount("项目"));
    }

    #[test]
    fn phrases_of_one_length_are_parallel() {
        assert!(is_parallel(&chars("文旅兴城、工业强市")) && is_parallel(&chars("抓项目，促发展")));
        assert!(!is_parallel(&chars("文旅兴城、工业强县市")), "of two lengths");
        assert!(!is_parallel(&chars("文旅兴城")), "only one");
        assert!(
            !is_parallel(&chars("文旅、工业"))
                && !is_parallel(&chars("文旅兴城工业强市区、文旅兴城工业强市区"))
        );
    }

    #[test]
    fn what_stands_between_marks() {
        let shown = |text: &str| -> Vec<String> {
            let chars = chars(text);
            works(&chars).into_iter().map(|(start, end)| chars[start..end].iter().collect()).collect()
        };
        assert_eq!(shown("读《江边》和《灯》"), ["《江边》", "《灯》"]);
        assert_eq!(shown("读《》和《江《边》"), ["《边》"]);
        assert_eq!(shown("读江边》和《灯"), [""; 0]);
        let long = |count: usize| format!("读《{}》", "岸".repeat(count));
        assert_eq!((shown(&long(WORK)).len(), shown(&long(WORK + 1)).len()), (1, 0));
    }
}
