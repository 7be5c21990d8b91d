//! Sets stories on a page line by line: marks, blank lines, indents, widths, cuts; mastheads, chrome and captions around them.

use super::invented::{CHROME, PAPERS, SECTIONS, person};
use super::{Blanks, Marks, Style};
use crate::page::lines::columns_of;
use crate::page::model::{Allowed, Label};
use crate::span::Span;
use crate::train::random::Random;
use crate::train::stories::{Part, Story, set};

/// White space before a paragraph.
const INDENT: &str = "\u{3000}\u{3000}";

/// A page in the making.
pub struct Sheet {
    pub style: Style,
    pub text: String,
    pub stretches: Vec<(Span, Allowed)>,
}

impl Sheet {
    pub fn story(&mut self, story: &Story, index: usize, random: &mut Random) {
        let marked = random.chance(93);
        if index > 0 && self.style.blanks == Blanks::Stories {
            self.text.push('\n');
        }
        let briefs_marked = random.chance(50);
        // The head of a column may stand over its story's headline.
        let over = random.chance(40) && !matches!(self.style.marks, Marks::None | Marks::Bold);
        // 引题 and 副题 may be marked as the headline is.
        let both = random.chance(15);
        let crossheads = if random.chance(50) { 95 } else { 10 };
        for (i, part) in story.parts.iter().enumerate() {
            let part = &self.brief(part, marked && briefs_marked);
            let title = set(&[Label::StartTitle, Label::Title]);
            let head = part.allowed & title != 0 && part.allowed & !title == 0;
            let heading = part.allowed == set(&[Label::Heading]);
            let credit = part.allowed == set(&[Label::Credit]);
            let lesser = [Label::StartKicker, Label::Kicker, Label::Subtitle]
                .iter()
                .any(|&label| part.allowed == set(&[label]));
            let column = i == 0 && part.allowed == set(&[Label::StartNote]);
            let mark = match () {
                _ if !marked => "",
                _ if column && over => "# ",
                _ if head && over && i > 0 => "## ",
                _ if head => self.style.marks.of_headline(index),
                _ if lesser && i < 3 && both => self.style.marks.of_lesser(index, random),
                _ if heading && random.chance(crossheads) => self.style.marks.of_crosshead(),
                _ if credit && self.style.marks == Marks::Mixed && random.chance(40) => "**",
                _ => "",
            };
            if i > 0 && self.style.blanks == Blanks::All {
                self.text.push('\n');
            }
            self.part(part, mark, head, random);
        }
        if self.style.blanks == Blanks::All {
            self.text.push('\n');
        }
    }

    /// The head of a brief inside a story may start an article of its own; on a page with marks, only where it has one.
    fn brief(&self, part: &Part, marked: bool) -> Part {
        let start = set(&[Label::StartTitle]);
        let inside = [Label::Heading, Label::Subtitle].map(|label| set(&[label]));
        let within = inside.into_iter().find(|within| part.allowed == within | start);
        let allowed = match within.filter(|_| self.style.marks != Marks::None) {
            Some(within) => {
                if marked {
                    start
                } else {
                    within
                }
            }
            None => part.allowed,
        };
        Part { text: part.text.clone(), allowed }
    }

    fn part(&mut self, part: &Part, mark: &str, head: bool, random: &mut Random) {
        let chars: Vec<char> = part.text.chars().collect();
        let indent = self.style.indent && !(head && random.chance(50)) && mark.is_empty();
        if indent {
            self.text.push_str(INDENT);
        }
        self.text.push_str(mark);
        let start = self.text.len();
        match self.style.wrap {
            Some(width) if mark.is_empty() => self.wrapped(&chars, width, usize::from(indent) * 2, random),
            _ => self.cut(&chars, random),
        }
        self.stretches.push((Span::new(start, self.text.len()), part.allowed));
        if mark == "**" {
            self.text.push_str(mark);
        }
        self.text.push('\n');
    }

    fn wrapped(&mut self, chars: &[char], width: usize, indent: usize, random: &mut Random) {
        // Two steps to a full-width character.
        let mut step = indent * 2;
        let mut full = width * 2;
        for (i, &c) in chars.iter().enumerate() {
            if step >= full && (step > full || !hangs(c)) && i > 0 {
                self.text.push('\n');
                step = 0;
                if self.style.ragged > 0 {
                    full = (width - random.range(0, self.style.ragged + 1)) * 2;
                }
            }
            self.text.push(c);
            step += if self.style.columns { columns_of(c) } else { 2 };
        }
    }

    /// One line, or two where a column ends in the middle.
    fn cut(&mut self, chars: &[char], random: &mut Random) {
        let margin = if self.style.close_cuts { 2 } else { 10 };
        let cut = (chars.len() > 60 && random.chance(self.style.cuts))
            .then(|| random.range(margin, chars.len() - margin));
        for (i, &c) in chars.iter().enumerate() {
            if cut == Some(i) {
                self.text.push_str(if self.style.blanks == Blanks::All { "\n\n" } else { "\n" });
                // Sites set each piece as a paragraph of its own.
                if self.style.indent && random.chance(15) {
                    self.text.push_str(INDENT);
                }
            }
            self.text.push(c);
        }
    }

    /// Captions before any article: the first opens one, the others too or go on with it.
    pub fn captions(&mut self, stories: &[Story], random: &mut Random) {
        let mark = *random.pick(&["▲", "▲ ", "图为", "△", "上图："]);
        for i in 0..random.range(1, 4) {
            let parts = &random.pick(stories).parts;
            let sentence = parts
                .iter()
                .flat_map(|part| part.text.split('。'))
                .find(|s| (15..70).contains(&s.chars().count()));
            let Some(sentence) = sentence else { continue };
            let credit = *random.pick(&["", " 何苗 摄", "记者 林可 摄", "（沈一鸣 摄）"]);
            let first = set(&[Label::StartCaption]);
            let allowed = if i == 0 { first } else { first | set(&[Label::Caption]) };
            self.part(&Part { text: format!("{mark}{sentence}。{credit}"), allowed }, "", false, random);
        }
    }

    pub fn furniture(&mut self, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        self.stretches.push((Span::new(start, self.text.len()), set(&[Label::Furniture])));
        self.text.push_str(if self.style.blanks == Blanks::All { "\n\n" } else { "\n" });
    }

    pub fn masthead(&mut self, random: &mut Random) {
        let (month, day) = (random.range(1, 13), random.range(1, 29));
        let date = format!(
            "{}年{month}月{day}日 星期{}",
            random.range(1995, 2026),
            random.pick(&["一", "三", "六"])
        );
        let paper = *random.pick(PAPERS);
        let (page, section) = (random.range(1, 17), random.pick(SECTIONS));
        let label = match random.range(0, 8) {
            0..3 => format!("第{page:02}版：{section}"),
            3 => format!("{page:02} {section}"),
            4 => format!("A{page:02} {section}"),
            5 => format!("{page:02}版 {section}"),
            6 => format!("{section} {page:02}"),
            _ => section.to_string(),
        };
        let mut lines = vec![paper.to_string(), date, label, editors(random)];
        random.shuffle(&mut lines);
        lines.truncate(random.range(1, 5));
        if random.chance(35) {
            imprint(paper, &mut lines, random);
        }
        for line in lines {
            self.furniture(&line);
        }
    }

    pub fn chrome_before(&mut self, random: &mut Random) {
        for _ in 0..random.range(1, 5) {
            self.furniture(chrome(random));
        }
    }

    /// The list of pages and of headlines that sites put below.
    pub fn chrome_after(&mut self, heads: &[&str], random: &mut Random) {
        self.furniture(chrome(random));
        if random.chance(60) {
            self.furniture("标题导航");
            for page in 1..random.range(2, 12) {
                self.furniture(&format!("第{page:02}版：{}", random.pick(SECTIONS)));
            }
            for head in heads {
                self.furniture(head);
            }
        }
    }
}

/// Whether a mark hangs over the edge rather than open a line.
pub fn hangs(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '）' | '》')
}

pub fn chrome(random: &mut Random) -> &'static str {
    random.pick::<&str>(CHROME)
}

/// What front pages say of the paper, before, between and after its name and the day.
fn imprint(paper: &str, lines: &mut Vec<String>, random: &mut Random) {
    let city: String = paper.chars().take(2).collect();
    let mut said = vec![
        format!("第{}期", random.range(300, 30_000)),
        format!("总第{}期", random.range(300, 30_000)),
        format!("今日{}版", random.range(1, 7) * 4),
        format!("国内统一连续出版物号CN {:02}-{:04}", random.range(10, 66), random.range(1, 200)),
        format!("邮发代号{}-{}", random.range(1, 80), random.range(1, 200)),
        format!("中共{city}市委机关报"),
        format!("中共{city}市委机关报　{paper}社出版"),
        format!("{paper}社出版"),
        format!("主管主办：{city}市融媒体中心"),
        format!("农历{}月{}", random.pick(&["正", "三", "五", "十"]), random.pick(&["初六", "十三", "廿八"])),
        format!("星期{}", random.pick(&["二", "四", "日"])),
        format!("{}年{}月", random.range(1995, 2026), random.range(1, 13)),
        random.range(1, 31).to_string(),
        format!(
            "今日天气　{}　{}℃～{}℃",
            random.pick(&["多云", "小雨", "晴"]),
            random.range(1, 20),
            random.range(21, 38)
        ),
        random.pick(&["YUNLING RIBAO", "QINGJIANG WANBAO", "NANHU SHIBAO", "DONGWAN DAILY"]).to_string(),
    ];
    random.shuffle(&mut said);
    for line in said.into_iter().take(random.range(1, 7)) {
        lines.insert(random.range(0, lines.len() + 1), line);
    }
}

pub fn editors(random: &mut Random) -> String {
    let (a, b, c) = (person(random), person(random), person(random));
    match random.range(0, 3) {
        0 => format!("责编 {a}  版式 {b}  校对 {c}"),
        1 => format!("责任编辑：{a} 美编：{b}"),
        _ => format!("本版编辑 {a} 校对 {b}"),
    }
}
