//! What a phrase looks like: the first half of telling a slogan from a word that merely stands in quotes.
//!
//! Takes folded text, gives the form; how the phrase is used on the page is judged elsewhere.

use super::signs::Sign;
use super::view::is_han;

#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// 数智强市、港产兴城: parts of equal length.
    Parallel(Vec<String>),
    /// 两带三圈: numbers and nouns by turns.
    NumberPairs,
    /// 三不准, 五个一律, 四张特色牌: one number and what it counts.
    NumberList,
    /// 一码+, 互联网+政务.
    Plus,
    /// A four-character phrase, the usual measure of a slogan.
    Four,
    /// Five to eight characters.
    Clause,
    /// Two or three characters: mostly a nickname or a metaphor.
    Short,
}

/// The form of a phrase, or none where it can be no theme (speech, numbers, a long title).
pub fn form(text: &str) -> Option<Form> {
    let chars: Vec<char> = text.chars().collect();
    let han = chars.iter().filter(|&&c| is_han(c)).count();
    if han < 2
        || chars.iter().any(|c| matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | '…' | '：' | ':' | '《'))
    {
        return None;
    }
    let parts: Vec<String> =
        text.split(['、', '，', '·', ' ', ',']).filter(|p| !p.is_empty()).map(str::to_string).collect();
    if parts.len() > 1 {
        return parallel(&parts).then_some(Form::Parallel(parts));
    }
    if chars.iter().any(|c| SPEECH.contains(*c)) || chars.len() > 10 {
        return None;
    }
    if measure(&chars) {
        return None;
    }
    if text.contains('+') {
        return Some(Form::Plus);
    }
    if number_pairs(&chars) {
        return Some(Form::NumberPairs);
    }
    if number_list(&chars) {
        return Some(Form::NumberList);
    }
    Some(match chars.len() {
        0..=3 => Form::Short,
        4 => Form::Four,
        _ => Form::Clause,
    })
}

impl Form {
    /// The sign that the form is.
    pub fn sign(&self) -> Option<Sign> {
        match self {
            Form::NumberPairs => Some(Sign::Parallel),
            Form::Parallel(parts) => {
                (parts.len() <= 3 && parts[0].chars().count() >= 4).then_some(Sign::Parallel)
            }
            Form::Plus | Form::NumberList => Some(Sign::Formula),
            Form::Four | Form::Clause | Form::Short => None,
        }
    }
}

/// Characters of speech and narration; a slogan has none.
const SPEECH: &str = "我你您他她它咱的了吗呢吧啊呀着这那很没";

fn parallel(parts: &[String]) -> bool {
    let length = parts[0].chars().count();
    (3..=7).contains(&length)
        && parts.len() <= 6
        && parts.iter().all(|p| p.chars().count() == length && p.chars().all(is_han))
        && !parts.iter().any(|p| p.chars().any(|c| "我你您他她吗呢吧啊".contains(c)))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二两三四五六七八九十百千万双".contains(c)
}

/// A mere number of something: 十五分钟, 一百天.
fn measure(chars: &[char]) -> bool {
    let numerals = chars.iter().take_while(|&&c| is_numeral(c)).count();
    let unit: String = chars[numerals..].iter().collect();
    numerals > 0 && UNITS.contains(&unit.as_str())
}

const UNITS: [&str; 22] = [
    "分钟", "小时", "天", "年", "个月", "岁", "元", "万元", "亿元", "公里", "里", "米", "亩", "个", "次",
    "步", "家", "人", "张", "件", "页", "本",
];

/// A numeral and one or two other characters, at least twice.
fn number_pairs(chars: &[char]) -> bool {
    if !is_numeral(chars[0]) || chars.iter().filter(|&&c| is_numeral(c)).count() < 2 {
        return false;
    }
    let groups = chars.split(|&c| is_numeral(c)).skip(1);
    groups.clone().all(|g| (1..=2).contains(&g.len()) && g.iter().all(|&c| is_han(c))) && groups.count() <= 5
}

/// A numeral, then what is counted: 三不准, 五个一律, 六张网.
fn number_list(chars: &[char]) -> bool {
    let numerals = chars.iter().take_while(|&&c| is_numeral(c)).count();
    let Some(&next) = chars.get(numerals) else { return false };
    numerals > 0 && chars.len() - numerals >= 2 && "不严禁个大张项条类篇化抓心点位必有年".contains(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let name = match form(text) {
            None => "none",
            Some(Form::Parallel(_)) => "parallel",
            Some(Form::NumberPairs) => "pairs",
            Some(Form::NumberList) => "list",
            Some(Form::Plus) => "plus",
            Some(Form::Four) => "four",
            Some(Form::Clause) => "clause",
            Some(Form::Short) => "short",
        };
        assert_eq!(name, expected, "{text}");
    }

    #[test]
    fn tells_the_forms_apart() {
        check("数智强市、港产兴城", "parallel");
        check("两带三圈", "pairs");
        check("一廊三带五片", "pairs");
        check("三不准", "list");
        check("四张特色牌", "list");
        check("一码+", "plus");
        check("港产联动", "four");
        check("新农人培育", "clause");
        check("护学岗", "short");
        check("119", "none");
        check("5·12", "none");
        check("十五分钟", "none");
        check("海外订单多了，售后跟不上怎么办？", "none");
        check("前台、后台、平台", "none");
    }
}
