//! What a fragment's words show of its voice: headlines leave out the small words of speech, reports say when.

use super::{bin, head};
use crate::text::{fold, fold_char};

/// How many of the words that join and refer stand in a headline or a line like one.
pub fn grammar_words(text: &str) -> u8 {
    count(text, "的是在和把被就也都又还不对为以及与从向")
}

/// How many of the words of telling and talking.
pub fn voice_words(text: &str) -> u8 {
    count(text, "了着过我你他她它们这那很吗呢啊吧么哪谁没")
}

fn count(text: &str, words: &str) -> u8 {
    let count = text.chars().map(fold_char).filter(|&c| words.contains(c)).take(2).count();
    bin(count as f32, &[1.0, 2.0])
}

/// Where a paragraph says on which day: not at all (0), before anything else (1), in its first clause (2), after it (3).
pub fn when(text: &str) -> u8 {
    let head = &*fold(head(text, 40));
    let Some(at) = day(head) else { return 0 };
    let before = &head[..at];
    if before.chars().count() <= 5 {
        1
    } else if !before.contains(['，', '。', '：', '；']) {
        2
    } else {
        3
    }
}

/// Where the first word that names a day begins, or a number before 日, 月 or 号.
fn day(text: &str) -> Option<usize> {
    const DAYS: [&str; 20] = [
        "今天",
        "昨天",
        "昨日",
        "今日",
        "近日",
        "日前",
        "前天",
        "连日",
        "連日",
        "最近",
        "今年",
        "去年",
        "前不久",
        "昨晚",
        "今晨",
        "昨夜",
        "今晚",
        "新年",
        "这几天",
        "这两天",
    ];
    let word = DAYS.iter().filter_map(|day| text.find(day)).min();
    word.into_iter().chain(dated(text)).min()
}

/// Where a number before 日, 月 or 号 begins.
fn dated(text: &str) -> Option<usize> {
    let digit =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇一二三四五六七八九十".contains(c);
    let mut number = None;
    for (at, c) in text.char_indices() {
        if digit(c) {
            number.get_or_insert(at);
        } else if matches!(c, '日' | '月' | '号' | '號') && number.is_some() {
            return number;
        } else {
            number = None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_counted_up_to_two() {
        assert_eq!(["河岸换新颜", "河岸的新颜", "是河岸的新颜在变"].map(grammar_words), [0, 1, 2]);
        assert_eq!(["河岸换新颜", "灯亮了", "我们看着灯亮了"].map(voice_words), [0, 1, 2]);
        assert_eq!((grammar_words("從雲嶺來"), voice_words("這座橋")), (1, 1));
    }

    #[test]
    fn where_a_paragraph_says_when() {
        for (value, texts) in [
            (0, &["", "码头复航", "第3座桥通车", "十里长街", "3点钟到了日头偏西", "１２三日子"][..3]),
            (
                1,
                &[
                    "今天，码头复航",
                    "3月5日，码头复航",
                    "十二月的江面",
                    "在一个叫昨天的",
                    "連日大雨",
                    "５号线开工",
                ],
            ),
            (2, &["云岭新区码头今天复航", "云岭新区首条地铁于３月开工"]),
            (3, &["云岭新区码头复航，今天开船", "云岭说：码头今天复航", "云岭新区码头。昨天复航"]),
        ] {
            for text in texts {
                assert_eq!(when(text), value, "{text}");
            }
        }
        // The first of several; a number with another character behind it is no day.
        assert_eq!(when("云岭新区3座桥今天通，昨天"), 2);
        assert_eq!(when(&format!("{}今天", "岸".repeat(39))), 0);
    }
}
