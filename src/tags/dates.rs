//! Where dates stand: absolute, relative and vague, in figures or characters.
//!
//! Takes characters with figures folded to ASCII, gives the length of the date at a place. What a date means against
//! the date of the page is worked out in `when`.

/// Days said relative to the day of writing, longest first.
pub const DAYS: [&str; 21] = [
    "今天", "昨天", "前天", "明天", "后天", "今日", "昨日", "明日", "当日", "当天", "次日", "翌日", "近日",
    "日前", "昨晚", "今晚", "今晨", "今早", "近期", "同日", "即日",
];
pub const YEARS: [&str; 9] = ["去年", "今年", "明年", "前年", "后年", "当年", "本年", "同年", "次年"];
pub const MONTHS: [&str; 6] = ["本月", "上月", "下月", "当月", "元月", "同月"];
const WEEKS: [&str; 10] =
    ["上周", "本周", "下周", "星期", "周末", "周一", "上个月", "下个月", "上半年", "下半年"];
const PARTS: [&str; 16] = [
    "上午", "下午", "晚上", "凌晨", "中午", "傍晚", "清晨", "早晨", "早上", "夜间", "深夜", "午后", "午夜",
    "晚间", "晚", "夜",
];

/// The length in characters of the date that begins at the start of `chars`.
pub fn length(chars: &[char]) -> Option<usize> {
    let head = chars.first()?;
    let word = matches!(
        head,
        '去' | '今'
            | '明'
            | '前'
            | '后'
            | '当'
            | '本'
            | '同'
            | '次'
            | '上'
            | '下'
            | '元'
            | '周'
            | '星'
            | '昨'
            | '翌'
            | '近'
            | '日'
            | '即'
    );
    if !(word || is_digit(*head)) {
        return None;
    }
    if let Some(length) = in_figures(chars) {
        return Some(length);
    }
    let mut scan = Scan { chars, at: 0 };
    let found = scan.year() | scan.month() | scan.day();
    if !found {
        return None;
    }
    scan.time();
    Some(scan.at)
}

/// 2023-11-08, 2023/11/8, 2023.11.8: year, month and day with one mark between them.
fn in_figures(chars: &[char]) -> Option<usize> {
    let figures =
        |at: usize| chars.get(at..).unwrap_or(&[]).iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    let mark = *chars.get(4).filter(|&&c| matches!(c, '-' | '/' | '.') && figures(0) == 4)?;
    let month = figures(5);
    let day_at = 5 + month + 1;
    let day = figures(day_at);
    let fits = |at: usize, length: usize, most| {
        (1..=2).contains(&length) && value(&chars[at..at + length]).is_some_and(|n| (1..=most).contains(&n))
    };
    let whole = chars.get(5 + month) == Some(&mark) && fits(5, month, 12) && fits(day_at, day, 31);
    let year = value(&chars[..4]).is_some_and(|year| (1000..3000).contains(&year));
    let end = day_at + day;
    let goes_on = chars.get(end) == Some(&mark) && chars.get(end + 1).is_some_and(char::is_ascii_digit);
    (whole && year && !goes_on).then_some(end)
}

/// Whether `c` is a figure, in ASCII or Chinese.
pub fn is_digit(c: char) -> bool {
    matches!(
        c,
        '0'..='9'
            | '〇'
            | '○'
            | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '廿'
    )
}

/// The number that figures or Chinese numerals write; years are written figure by figure (一九九八).
pub fn value(digits: &[char]) -> Option<u32> {
    let figure = |c: char| {
        c.to_digit(10).or_else(|| "零一二三四五六七八九".chars().position(|d| d == c).map(|n| n as u32))
    };
    let figure = |c: char| if matches!(c, '〇' | '○') { Some(0) } else { figure(c) };
    if !digits.iter().any(|&c| matches!(c, '十' | '廿')) {
        return digits.iter().try_fold(0u32, |sum, &c| Some(sum.checked_mul(10)? + figure(c)?));
    }
    let ten = digits.iter().position(|&c| matches!(c, '十' | '廿'))?;
    let tens = match (digits[ten], ten) {
        ('廿', 0) => 2,
        (_, 0) => 1,
        (_, 1) => figure(digits[0])?,
        _ => return None,
    };
    match digits[ten + 1..] {
        [] => Some(tens * 10),
        [one] => Some(tens * 10 + figure(one)?),
        _ => None,
    }
}

struct Scan<'a> {
    chars: &'a [char],
    at: usize,
}

impl Scan<'_> {
    fn word(&mut self, words: &[&str]) -> bool {
        let rest = &self.chars[self.at..];
        let Some(word) = words.iter().find(|w| w.chars().eq(rest.iter().copied().take(w.chars().count())))
        else {
            return false;
        };
        self.at += word.chars().count();
        true
    }

    /// A number between `least` and `most` before one of `units`, which it takes up too.
    fn number(&mut self, least: u32, most: u32, units: &[char]) -> bool {
        let rest = &self.chars[self.at..];
        let digits = rest.iter().take(4).take_while(|&&c| is_digit(c)).count();
        let fits = value(&rest[..digits]).is_some_and(|n| digits > 0 && (least..=most).contains(&n));
        let unit = fits && rest.get(digits).is_some_and(|c| units.contains(c));
        if unit {
            self.at += digits + 1;
        }
        unit
    }

    fn dash(&mut self) -> bool {
        self.word(&["——", "—", "－", "-", "–", "~", "～", "至", "到"])
    }

    fn year(&mut self) -> bool {
        if self.word(&YEARS) {
            return true;
        }
        let start = self.at;
        let digits = self.chars.iter().take(5).take_while(|&&c| is_digit(c)).count();
        if digits == 4 {
            self.at += 4;
            if self.dash() && self.number(1000, 2999, &['年']) {
                return true;
            }
            self.at = start;
        }
        self.number(1000, 2999, &['年'])
    }

    fn month(&mut self) -> bool {
        let start = self.at;
        if self.word(&MONTHS) {
            return true;
        }
        let digits = self.chars[start..].iter().take(2).take_while(|&&c| is_digit(c)).count();
        self.at += digits;
        let range = digits > 0 && self.dash() && self.number(1, 12, &['月']);
        if !range {
            self.at = start;
        }
        let found = range || self.number(1, 12, &['月']);
        if found {
            self.word(&["份"]);
            self.until_month();
        }
        found
    }

    /// 至9月 behind 1月, where no day stands there.
    fn until_month(&mut self) {
        let end = self.at;
        let to = self.dash() && self.number(1, 12, &['月']);
        if !to || self.chars.get(self.at).copied().is_some_and(is_digit) {
            self.at = end;
        }
    }

    fn day(&mut self) -> bool {
        if self.at == 0 && self.word(&DAYS) {
            return true;
        }
        if self.at == 0 && self.week() {
            return true;
        }
        let start = self.at;
        let digits = self.chars[start..].iter().take(3).take_while(|&&c| is_digit(c)).count();
        let lone = start == 0 && !self.chars[..digits].iter().any(char::is_ascii_digit);
        self.at += digits;
        let range = digits > 0 && self.dash() && self.number(1, 31, &['日', '号']);
        if !range {
            self.at = start;
        }
        if !range && !self.number(1, 31, &['日', '号']) {
            return false;
        }
        let next = self.chars.get(self.at);
        // 3号楼, 2号线: a number, no day.
        let numbered = self.chars[self.at - 1] == '号'
            && next.is_some_and(|c| "楼院线厅店门文机炉井煤桥馆展台厂车令".contains(*c));
        if numbered {
            self.at = start;
            return false;
        }
        // 一日三餐 is no date; 三日上午 is.
        if lone && !matches!(next, Some('上' | '下' | '晚' | '在' | '，' | '凌' | '说' | '电')) {
            self.at = start;
            return false;
        }
        let end = self.at;
        if !range && self.dash() {
            self.number(1, 12, &['月']);
            if !self.number(1, 31, &['日', '号']) {
                self.at = end;
            }
        }
        true
    }

    fn week(&mut self) -> bool {
        let start = self.at;
        if !self.word(&WEEKS) {
            return false;
        }
        let word: String = self.chars[start..self.at].iter().collect();
        let named = self.chars.get(self.at).is_some_and(|c| "一二三四五六日天末".contains(*c));
        if named && matches!(word.as_str(), "上周" | "本周" | "下周" | "星期") {
            self.at += 1;
        }
        if word == "星期" && !named {
            self.at = start;
        }
        self.at > start
    }

    fn time(&mut self) {
        self.word(&PARTS);
        if self.number(0, 24, &['时', '点']) {
            self.number(0, 59, &['分']);
        }
    }
}
