//! What a fragment's own characters show: how it begins and ends, and how reports do.

use super::{bin, head};
use crate::text::{closes, ends_sentence, fold};

pub fn end(text: &str) -> u8 {
    let Some(last) = text.chars().next_back() else { return 0 };
    let inner = text.trim_end_matches(closes).chars().next_back();
    match last {
        c if ends_sentence(c) => 1,
        '”' | '’' | '」' | '』' | '"' => 2 + u8::from(!inner.is_some_and(ends_sentence)),
        '）' | ')' | '】' | '〕' if inner.is_some_and(ends_sentence) => 2,
        '）' | ')' | '】' | '〕' | '》' | '〉' => 4,
        '，' | '、' | '；' | ',' | ';' => 5,
        '：' | ':' => 6,
        '—' | '─' | '-' | '－' => 7,
        c if c.is_ascii_alphanumeric() || ('０'..='ｚ').contains(&c) => 8,
        _ => 0,
    }
}

pub fn start(text: &str) -> u8 {
    match text.chars().next() {
        Some('“' | '‘' | '「' | '『' | '"') => 1,
        Some('（' | '(' | '〔' | '《' | '〈') => 2,
        Some('【' | '[' | '［') => 3,
        Some(c) if c.is_ascii_digit() || ('０'..='９').contains(&c) => 4,
        Some(c) if c.is_ascii_alphabetic() || ('Ａ'..='ｚ').contains(&c) => 5,
        Some('—' | '─' | '-') => 7,
        Some(
            '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '）' | '》' | '」' | '』' | ')',
        ) => 8,
        Some(c) if !c.is_alphanumeric() => 6,
        _ => 0,
    }
}

pub fn inner_marks(text: &str) -> u8 {
    let marks = |c: &char| matches!(c, '，' | '。' | '；' | '：' | ',' | ';' | '！' | '？');
    let ending = usize::from(text.chars().next_back().as_ref().is_some_and(marks));
    let count = text.chars().filter(marks).take(6).count().saturating_sub(ending);
    bin(count as f32, &[1.0, 2.0, 4.0])
}

/// How a report, or a paragraph that leans on the one before, begins.
pub fn opening(text: &str) -> u8 {
    let text = &*fold(head(text, 24));
    const LINKING: [&str; 40] = [
        "他",
        "她",
        "它",
        "此外",
        "同时",
        "其中",
        "据了解",
        "据悉",
        "据介绍",
        "目前",
        "接下来",
        "下一步",
        "随后",
        "会上",
        "会议",
        "另外",
        "然而",
        "但",
        "不过",
        "与此同时",
        "在此",
        "对此",
        "为此",
        "因此",
        "记者了解到",
        "活动现场",
        "活动中",
        "近年来",
        "截至",
        "最后",
        "首先",
        "其次",
        "第二",
        "此次",
        "这",
        "那",
        "如今",
        "于是",
        "除了",
        "当天",
    ];
    const WHEN: [char; 8] = ['日', '今', '昨', '近', '前', '月', '年', '晨'];
    let head: Vec<char> = text.chars().take(16).collect();
    let has = |words: &[&str]| words.iter().any(|w| text.starts_with(w));
    if has(&[
        "本报",
        "今天",
        "近日",
        "日前",
        "昨",
        "今年",
        "去年",
        "前不久",
        "连日来",
        "最近",
        "记者从",
        "日前",
    ]) || head.iter().take(10).any(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
        && head.iter().take(12).any(|c| WHEN.contains(c))
    {
        return 1;
    }
    if has(&LINKING) {
        return 2;
    }
    let speaks = |pair: &[char]| {
        matches!(
            pair,
            ['表', '示'] | ['指', '出'] | ['强', '调'] | ['认', '为'] | ['介', '绍'] | ['要', '求']
        ) || matches!(pair, ['说', '，' | '：'] | ['告', '诉'] | ['希', '望'] | ['坦', '言'] | ['透', '露'])
    };
    if head.windows(2).any(speaks) {
        return 3;
    }
    if has(&["本", "该", "各", "其", "全"]) { 4 } else { 0 }
}

/// How the last paragraph of a report often ends.
pub fn closing(text: &str) -> u8 {
    let tail_start = text.char_indices().rev().nth(19).map_or(0, |(at, _)| at);
    let tail = &*fold(&text[tail_start..]);
    let credit = ["（记者", "（通讯员", "（本报", "记者", "摄）", "报道）", "（完）", "电）", "（据"];
    if text.ends_with(['）', ')']) && (credit.iter().any(|c| tail.contains(c)) || bracketed_name(tail)) {
        return 1;
    }
    let attendance =
        ["参加。", "出席。", "参加活动。", "陪同。", "参加会见。", "调研。", "见面。", "主持会议。"];
    if attendance.iter().any(|a| tail.ends_with(a)) { 2 } else { 0 }
}

/// （沈一鸣） at the end of a report.
pub fn bracketed_name(tail: &str) -> bool {
    let Some(open) = tail.rfind(['（', '(']) else { return false };
    let name = tail[open..].trim_matches(['（', '(', '）', ')']);
    (2..=9).contains(&name.chars().filter(|c| !c.is_whitespace()).count())
        && !name.contains(['，', '。', '年', '第'])
}
