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

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of one observation, with texts that have each.
    fn check(seen: fn(&str) -> u8, cases: &[(u8, &[&str])]) {
        for (value, texts) in cases {
            for text in *texts {
                assert_eq!(seen(text), *value, "{text}");
            }
        }
    }

    #[test]
    fn ends() {
        check(
            end,
            &[
                (0, &["", "桥通了", "１０亿元", "通车·"]),
                (1, &["桥通了。", "桥通了！", "通了吗？"]),
                (2, &["“桥通了。”", "「橋通了。」", "（桥通了。）", "[通了。〕"]),
                (3, &["说“通了”", "说『通了』", "说‘通了’", "说\"通了\""]),
                (4, &["（见图）", "(见图)", "【见图】", "〔见图〕", "《桥》", "〈桥〉", "《桥。》"]),
                (5, &["桥通了，", "桥、", "桥；", "桥,", "桥;"]),
                (6, &["说：", "说:"]),
                (7, &["桥——", "桥─", "桥-", "桥－"]),
                (8, &["A1", "编号b", "第２", "编号ｚ"]),
            ],
        );
    }

    #[test]
    fn starts() {
        check(
            start,
            &[
                (0, &["", "桥通了"]),
                (1, &["“桥”", "‘桥’", "「橋」", "『橋』", "\"桥"]),
                (2, &["（桥", "(桥", "〔桥", "《桥", "〈桥"]),
                (3, &["【桥", "[桥", "［桥"]),
                (4, &["1月", "１月"]),
                (5, &["A座", "ａ座", "Ｚ座"]),
                (6, &["■桥", "●桥", "#桥"]),
                (7, &["——桥", "─桥", "-桥"]),
                (8, &["，桥", "。桥", "”桥", "）桥", ")桥", "》桥"]),
            ],
        );
    }

    #[test]
    fn marks_inside() {
        check(
            inner_marks,
            &[
                (0, &["", "桥通了", "桥通了。", "一、二、三"]),
                (1, &["桥，通了", "桥，通了。", "说：通了。"]),
                (2, &["桥，通了，走", "桥，通了；走！好。"]),
                (3, &["一，二，三，四，五", "一，二，三，四，五，六，七，八。"]),
            ],
        );
    }

    #[test]
    fn openings() {
        check(
            opening,
            &[
                (0, &["河岸换新颜", "120米长的大桥", "桥长一百二十多米的大桥通车1日", ""]),
                (
                    1,
                    &[
                        "近日，码头复航",
                        "本报讯 码头",
                        "昨晚，灯亮了",
                        "3月5日，码头复航",
                        "今年以来",
                        "２０２５年",
                    ],
                ),
                (1, &["春季第一场大雨于12日"]),
                (2, &["他说，好", "据了解，工程", "但事情没完", "第二，要快", "這是好事"]),
                (3, &["林可说，好", "负责人表示要快", "村民告诉记者", "专家认为不难", "大家希望早日"]),
                (4, &["本项目总长", "该桥全长", "各县区要", "其余的桥", "全长两公里"]),
                (0, &["村里人人都爱说话", "沿着江边走上很远很远的路才会有人说，"]),
            ],
        );
    }

    #[test]
    fn closings() {
        check(
            closing,
            &[
                (0, &["", "桥通了。", "参加了。", "记者 沈一鸣", "（沈一鸣，何苗）"]),
                (
                    1,
                    &[
                        "桥通了。（记者 沈一鸣）",
                        "桥通了。(通讯员 何苗)",
                        "桥通了。（沈一鸣）",
                        "桥通了。（完）",
                    ],
                ),
                (1, &["新华社云岭3月5日电）", "（沈一鸣 何苗 陆小川）"]),
                (0, &["（沈一鸣何苗陆小川林可）", "（第三季）", "（沈）", "沈一鸣）"]),
                (2, &["市领导参加。", "何苗陪同。", "林可主持会议。"]),
            ],
        );
    }
}
