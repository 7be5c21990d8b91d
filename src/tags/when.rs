//! What a date means: ISO 8601, worked out against the date of the page.
//!
//! Takes the text of a date and what is known so far (the day of the paper, the last date of the article); gives a day,
//! a month, a year, or a range `start/end`. Vague words (近日, 日前) and what lacks a year stay without a value.

use super::dates::{is_digit, value};

/// A year, and as far as they are known a month and a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    pub year: Option<u32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
}

impl When {
    /// From `2023-11-08`, `2023-11` or `2023`.
    pub fn parse(iso: &str) -> When {
        let mut parts = iso.split('-').map(|part| part.trim().parse().ok());
        let mut next = || parts.next().flatten();
        When { year: next(), month: next(), day: next() }
    }

    fn iso(self) -> Option<String> {
        let year = self.year?;
        Some(match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            (None, None) => format!("{year:04}"),
            (None, Some(_)) => return None,
        })
    }

    /// The day `by` days later; itself where the day is not known.
    fn shifted(self, by: i64) -> When {
        let (Some(year), Some(month), Some(day)) = (self.year, self.month, self.day) else {
            return When::default();
        };
        let (mut year, mut month, mut day) = (i64::from(year), i64::from(month), i64::from(day) + by);
        while day < 1 {
            (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
            day += month_days(year, month);
        }
        while day > month_days(year, month) {
            day -= month_days(year, month);
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        When { year: Some(year as u32), month: Some(month as u32), day: Some(day as u32) }
    }
}

fn month_days(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// What `date` means on a page of the day `page`, after `last` was named in the same article. Gives the value and what
/// a later date without month or year leans on.
pub fn resolve(date: &str, page: When, last: When) -> (Option<String>, When) {
    let chars: Vec<char> = date.chars().map(super::plain).collect();
    if let Some(by) = day_shift(date) {
        let day = page.shifted(by);
        return (day.iso().filter(|_| day.day.is_some()), last);
    }
    if let Some(day) = in_figures(&chars) {
        return (day.iso(), day);
    }
    // 上周五, 星期三: the figure counts days of a week.
    if date.contains(['周', '星']) {
        return (None, last);
    }
    let mut from = When::default();
    let mut to: Option<When> = None;
    let year = page.year;
    from.year = match date.chars().take(2).collect::<String>().as_str() {
        "今年" | "本年" => year,
        "去年" => year.map(|y| y - 1),
        "前年" => year.map(|y| y - 2),
        "明年" => year.map(|y| y + 1),
        "后年" => year.map(|y| y + 2),
        "当年" | "同年" | "次年" => return (None, last),
        _ => None,
    };
    let relative_month = ["本月", "上月", "下月", "元月"].iter().find(|word| date.contains(**word));
    match relative_month {
        Some(&"元月") => from.month = Some(1),
        Some(word) => (from.year, from.month) = month_shift(page, word),
        None => {}
    }
    for (number, unit, dashed) in numbers(&chars) {
        let target =
            if dashed { to.get_or_insert(When::default()) } else { to.as_mut().unwrap_or(&mut from) };
        match unit {
            '年' => target.year = Some(number),
            '月' => target.month = Some(number),
            '日' | '号' => target.day = Some(number),
            // The first of a range leaves its unit to the second (7—8日).
            _ if to.is_some() => {}
            _ => {
                from = inherit_unit(from, number, &chars);
            }
        }
    }
    if from == When::default() {
        return (None, last);
    }
    let from = complete(from, page, last);
    let to = to.map(|to| When {
        year: to.year.or(from.year),
        month: to.month.or(from.month.filter(|_| to.day.is_some())),
        day: to.day,
    });
    let value = match to {
        Some(to) => from.iso().zip(to.iso()).map(|(from, to)| format!("{from}/{to}")),
        None => from.iso(),
    };
    (value, to.unwrap_or(from))
}

/// 2023-11-08, 2023/11/8, 2023.11.8.
fn in_figures(chars: &[char]) -> Option<When> {
    let mut parts = chars.split(|c| matches!(c, '-' | '/' | '.')).map(value);
    let mut next = || parts.next().flatten();
    let (year, month, day) = (next()?, next()?, next()?);
    (year > 999).then_some(When { year: Some(year), month: Some(month), day: Some(day) })
}

fn day_shift(date: &str) -> Option<i64> {
    let head: String = date.chars().take(2).collect();
    Some(match head.as_str() {
        "今天" | "今日" | "今晚" | "今晨" | "今早" => 0,
        "昨天" | "昨日" | "昨晚" => -1,
        "前天" => -2,
        "明天" | "明日" => 1,
        "后天" => 2,
        _ => return None,
    })
}

fn month_shift(page: When, word: &str) -> (Option<u32>, Option<u32>) {
    let (Some(year), Some(month)) = (page.year, page.month) else { return (None, None) };
    match (word, month) {
        ("上月", 1) => (Some(year - 1), Some(12)),
        ("上月", _) => (Some(year), Some(month - 1)),
        ("下月", 12) => (Some(year + 1), Some(1)),
        ("下月", _) => (Some(year), Some(month + 1)),
        _ => (Some(year), Some(month)),
    }
}

/// Every number of `chars` with the character after it, and whether a dash stands before it.
fn numbers(chars: &[char]) -> Vec<(u32, char, bool)> {
    let mut out = Vec::new();
    let (mut at, mut dashed) = (0, false);
    while at < chars.len() {
        let length = chars[at..].iter().take_while(|&&c| is_digit(c)).count();
        if length == 0 {
            dashed |= "—－-–~～至到".contains(chars[at]);
            at += 1;
            continue;
        }
        let unit = chars.get(at + length).copied().unwrap_or(' ');
        if matches!(unit, '时' | '点' | '分') {
            break;
        }
        if let Some(number) = value(&chars[at..at + length]) {
            out.push((number, unit, dashed));
        }
        dashed = false;
        at += length;
    }
    out
}

/// `from` with `number` in the unit that the range as a whole has.
fn inherit_unit(mut from: When, number: u32, chars: &[char]) -> When {
    match chars.iter().rev().find(|c| matches!(c, '年' | '月' | '日' | '号')) {
        Some('年') => from.year = Some(number),
        Some('月') => from.month = Some(number),
        _ => from.day = Some(number),
    }
    from
}

/// Fills in the month and year that go without saying: a paper writes of the days before it.
fn complete(mut date: When, page: When, last: When) -> When {
    if date.day.is_some() && date.month.is_none() {
        let later = date.day > page.day;
        (date.year, date.month) = match (last.month, page.month) {
            (Some(month), _) => (date.year.or(last.year), Some(month)),
            (None, Some(1)) if later => (page.year.map(|y| y - 1), Some(12)),
            (None, Some(month)) if later => (page.year, Some(month - 1)),
            (None, month) => (page.year, month),
        };
    }
    if date.year.is_none() && date.month.is_some() {
        let ahead = date.month > page.month.map(|m| m + 1);
        date.year = if ahead && page.month.is_some() { page.year.map(|y| y - 1) } else { page.year };
    }
    date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_lean_on_the_page_and_on_the_date_before() {
        let page = When::parse("2023-11-09");
        let (value, last) = resolve("11月7—8日", page, When::default());
        assert_eq!(value.as_deref(), Some("2023-11-07/2023-11-08"));
        // What the user calls a date may count something else too.
        let (value, _) = resolve("5月1日—3日（4天）", page, When::default());
        assert_eq!(value.as_deref(), Some("2023-05-01/2023-05-03"));
        assert_eq!(resolve("8日", page, last).0.as_deref(), Some("2023-11-08"));
        assert_eq!(resolve("30日", page, When::default()).0.as_deref(), Some("2023-10-30"));
        assert_eq!(resolve("昨天", When::parse("2024-03-01"), last).0.as_deref(), Some("2024-02-29"));
    }
    #[test]
    fn a_year_in_figures_has_four() {
        let year = |text: &str| in_figures(&text.chars().collect::<Vec<_>>()).and_then(|date| date.year);
        assert_eq!((year("999-1-1"), year("1000-1-1")), (None, Some(1000)));
    }
}
