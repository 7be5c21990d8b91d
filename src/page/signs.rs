//! What a line says of the page it stands on: the paper, the day, the number of the page.
//!
//! Takes the text of a short line; gives its signs. `masthead` gathers them, `sheets` finds by them where another page
//! begins, `running` which lines are only a page's running head.

use std::sync::LazyLock;

use regex::Regex;

use crate::page::rules::pattern;
use crate::text::fold;

/// The signs on one line; borrowed from its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs<'t> {
    pub paper: Option<&'t str>,
    /// ISO 8601.
    pub date: Option<String>,
    /// As the page has it: 第03版, A02版, B2, 头版.
    pub label: Option<&'t str>,
    /// A site's 当前版：03版: the one label among many that is this page's.
    pub current: bool,
}

impl Signs<'_> {
    pub fn count(&self) -> usize {
        usize::from(self.paper.is_some())
            + usize::from(self.date.is_some())
            + usize::from(self.label.is_some())
    }
}

/// Longer lines are prose.
const LONGEST: usize = 70 * 3;

/// The signs on a line; none on prose.
pub fn signs(text: &str) -> Signs<'_> {
    if text.len() > LONGEST || text.contains(['。', '！', '？', '；', '“']) {
        return Signs::default();
    }
    let date = date(text);
    let paper = paper(text, date.is_some());
    let edited = text.contains(['编', '編']);
    let label = label(text, date.is_some() || paper.is_some() || edited);
    Signs { paper, date, label, current: text.contains("当前版") || text.contains("當前版") }
}

static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^{han}{2,8}?(日报|晚报|早报|晨报|时报|商报|周报|日報|晚報|早報|晨報|時報|商報|週報|周報|快报|快報|导报|導報|都市报|青年报|青年報|新报|新報|报|報|新闻|新聞|周刊|週刊|周末|週末)$",
    )
});

/// Sections and papers of another kind that end as names of newspapers do.
static UNNAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(综合|綜合|国际|國際|国内|國內|社会|社會|本地|本市|本省|经济|經濟|体育|體育|文化|时政|時政|今日|头版|頭版|重要|财经|財經|娱乐|娛樂|图片|圖片|地方|两岸|兩岸|生活|教育|民生)(新闻|新聞|周刊|週刊)$|([预預]|[通简喜战電电情海申举公签]|[簡戰舉簽])[报報]$|^(本|向|上|汇|匯)[报報]",
    )
});

/// The first characters of words in a masthead that name no paper.
const NOT_A_NAME: [&str; 22] = [
    "星期",
    "农历",
    "農曆",
    "今日",
    "本版",
    "责",
    "責",
    "编辑",
    "編輯",
    "主编",
    "版",
    "第",
    "要闻",
    "天气",
    "公元",
    "民国",
    "民國",
    "中华民国",
    "中華民國",
    "校对",
    "出版",
    "总",
];

/// The paper's name: a word with the ending of one, or before a date the word that opens the line.
fn paper(text: &str, dated: bool) -> Option<&str> {
    let text = ["来源：", "来源:", "來源：", "來源:"]
        .iter()
        .find_map(|field| text.strip_prefix(field))
        .unwrap_or(text);
    let han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    let mut words = text.split(|c: char| !han(c)).filter(|word| !word.is_empty());
    let named = |word: &&str| NAMED.is_match(word) && !UNNAMED.is_match(word);
    if let Some(word) = words.clone().take(6).find(named) {
        return (dated || text.starts_with(word)).then_some(word);
    }
    // 南方周末 and the like have no ending of their own; a date right after the first word is the sign.
    let first = words.next().filter(|word| dated && text.starts_with(word))?;
    let length = first.chars().count();
    let rest = &text[first.len()..];
    let parted = rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '·'));
    let name = (3..=8).contains(&length) && parted && !NOT_A_NAME.iter().any(|word| first.starts_with(word));
    (name && !UNNAMED.is_match(first)).then_some(first)
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"第{sp}*[A-Za-zＡ-Ｚ]?[{d}{h}]{1,3}{sp}*版|[A-ZＡ-Ｚ]?{d}{1,3}{sp}*版|[{h}]{1,2}版|[头頭]版")
});

/// A page number without 版, which only a date or a paper's name beside it makes one.
static BARE_LABEL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(^|[{sp}|｜/／·])(?P<label>[A-ZＡ-Ｚ]{d}{1,3})($|[{sp}|｜/／·：:])"));

/// The same without a letter: 理论周刊 06.
static BARE_NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(^|{sp})(?P<label>0{d})($|{sp})"));

/// What alone on a line is a page's: 05 城事, A05 要闻, A05.
static SECTION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<label>0{d}{sp}|[A-ZＡ-Ｚ]0?{d}{1,2}({sp}|$))({sp}*{han}{2,6})?$"));

/// The field of an archive: 版次：A1.
static FIELD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^版次{sp}*[：:]{sp}*(第{sp}*)?(?P<label>[A-ZＡ-Ｚ]?{d}{1,3})"));

fn label(text: &str, beside: bool) -> Option<&str> {
    let today = |at: usize| text[..at].ends_with(['日', '共', '张', '張']);
    if let Some(found) = LABEL.find_iter(text).find(|found| !today(found.start())) {
        return Some(found.as_str());
    }
    let letter = |c: char| matches!(c, '0' | '０' | 'A'..='Z' | 'Ａ'..='Ｚ');
    let alone = text.starts_with(letter).then_some(&SECTION);
    let field = text.starts_with("版次").then_some(&FIELD);
    let bare = [&BARE_LABEL, &BARE_NUMBER].into_iter().filter(|_| beside);
    let found = alone.into_iter().chain(field).chain(bare).find_map(|form| form.captures(text))?;
    found.name("label").map(|label| label.as_str().trim())
}

/// A label without what papers write differently: 第03版, 3版 and 三版 are one page.
pub fn plain_label(label: &str) -> String {
    let bare: String = label.chars().filter(|c| !c.is_whitespace() && !matches!(c, '第' | '版')).collect();
    if matches!(bare.as_str(), "头" | "頭") {
        return "1".to_owned();
    }
    let letter: String =
        bare.chars().map(crate::text::fold_char).take_while(char::is_ascii_alphabetic).collect();
    let figures: String = bare.chars().skip(letter.len()).collect();
    let figures = number(&figures).map_or(figures, |n| n.to_string());
    letter.to_uppercase() + &figures
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<roc>(中[华華])?民[国國])?{sp}*(?P<year>[{d}{h}]{2,4}){sp}*[年./．／-]{sp}*(?P<month>[{d}{h}]{1,3}){sp}*[月./．／-]{sp}*(?P<day>[{d}{h}]{1,3})([日号號]|[^{d}{h}]|$)",
    )
});

static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
    const MONTH: &str = "(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[.]?";
    pattern(&format!(
        r"{MONTH}{{sp}}+(?P<day>[0-9]{{1,2}})(st|nd|rd|th)?,?{{sp}}+(?P<year>[0-9]{{4}})|(?P<day2>[0-9]{{1,2}}){{sp}}+{},?{{sp}}+(?P<year2>[0-9]{{4}})",
        MONTH.replace("month", "month2")
    ))
});

/// The first date with a year in `text`, as ISO 8601.
pub fn date(text: &str) -> Option<String> {
    if let Some(found) = DATE.captures(text) {
        let part = |name: &str| number(found.name(name)?.as_str());
        let year = part("year")?;
        // A year of three figures is one of the Republic, said or not.
        let roc = found.name("roc").is_some() || (90..=160).contains(&year) && text.contains('年');
        return iso(year + if roc { 1911 } else { 0 }, part("month")?, part("day")?);
    }
    let found = text.contains(|c: char| c.is_ascii_uppercase()).then(|| ENGLISH.captures(text)).flatten()?;
    let part = |name: &str, other: &str| found.name(name).or_else(|| found.name(other)).map(|m| m.as_str());
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = MONTHS.iter().position(|m| part("month", "month2") == Some(m))? as u32 + 1;
    iso(number(part("year", "year2")?)?, month, number(part("day", "day2")?)?)
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let plausible = (1800..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The value of Arabic digits of either width, of digits such as 二〇二三, or of numerals up to 九十九.
pub fn number(text: &str) -> Option<u32> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |c: char| match c {
        '零' | '○' => Some(0),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => c.to_digit(10).or_else(|| DIGITS.chars().position(|d| d == c).map(|d| d as u32)),
    };
    if let Some((tens, ones)) = text.split_once('十') {
        let part = |part: &str, empty| {
            if part.is_empty() { Some(empty) } else { digit(part.chars().next()?) }
        };
        return Some(part(tens, 1)? * 10 + part(ones, 0)?);
    }
    if text.is_empty() || text.len() > 12 {
        return None;
    }
    text.chars().try_fold(0, |sum, c| Some(sum * 10 + digit(c)?))
}

/// Whether two signs of papers name the same, in whatever script.
pub fn same_paper(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_kind() {
        assert_eq!(
            ["3", "０３", "二〇二三", "二零二三", "○三"].map(number),
            [Some(3), Some(3), Some(2023), Some(2023), Some(3)]
        );
        assert_eq!(["十", "十二", "三十", "九十九"].map(number), [Some(10), Some(12), Some(30), Some(99)]);
        assert_eq!(["", "版", "三版", "1234567890123"].map(number), [None; 4]);
    }

    #[test]
    fn labels_are_one_however_they_are_written() {
        for (one, other) in [("第03版", "三版"), ("头版", "1版"), ("a2", "A02版"), ("Ｂ２版", "B2")]
        {
            assert_eq!(plain_label(one), plain_label(other));
        }
        assert_ne!(plain_label("A2版"), plain_label("2版"));
    }

    #[test]
    fn long_lines_are_prose_and_say_nothing() {
        let dated = |bytes: usize| {
            let day = "2025年10月16日 ";
            signs(&(day.to_owned() + &"岸".repeat((bytes - day.len()) / 3))).date.is_some()
        };
        assert!(dated(LONGEST) && !dated(LONGEST + 3));
    }
}
