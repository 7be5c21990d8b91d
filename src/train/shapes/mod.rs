//! The same articles in every shape in which pages arrive.
//!
//! Takes stories; gives the text of a page with the labels of each stretch: marked or not, wrapped at some width or one
//! paragraph a line, cut by columns, with the chrome of e-paper sites, with old or new 讯头. Mixed pages take their
//! stories from several sources. Names and papers put in are invented.

use crate::page::model::{Allowed, Label};
use crate::span::Span;
use crate::train::random::Random;
use crate::train::stories::{Part, Story, set};

mod bodies;
mod briefs;
pub mod displace;
mod dress;
mod invented;

use briefs::with_briefs;
use dress::dressed;
pub use dress::without_dateline;
use invented::{CHROME, PAPERS, PEOPLE, SECTIONS};

/// The text of a page and what each stretch of it is, in order.
pub struct Shaped {
    pub text: String,
    pub stretches: Vec<(Span, Allowed)>,
}

impl Shaped {
    /// The labels that a fragment beginning at byte `at` may have.
    pub fn allowed(&self, at: usize) -> Allowed {
        let i = self.stretches.partition_point(|(span, _)| span.start <= at);
        let allowed = match i.checked_sub(1).map(|i| self.stretches[i]) {
            Some((span, allowed)) if span.start == at => allowed,
            Some((span, allowed)) if at < span.end => going_on(allowed),
            _ => set(&[Label::Furniture]),
        };
        // The grammar knows which of the two a paragraph is.
        if allowed & set(&[Label::Body]) != 0 { allowed | set(&[Label::Brief]) } else { allowed }
    }
}

/// The labels of the second half of a stretch with these labels.
fn going_on(allowed: Allowed) -> Allowed {
    use Label::*;
    let pairs = [
        (StartKicker, Kicker),
        (StartTitle, Title),
        (StartNote, Note),
        (StartBody, Body),
        (StartCaption, Caption),
    ];
    pairs.iter().fold(allowed, |set, &(start, on)| {
        if set >> start as usize & 1 == 1 { set & !(1 << start as usize) | 1 << on as usize } else { set }
    })
}

/// How a page is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    pub marks: Marks,
    pub blanks: Blanks,
    /// Width in characters.
    pub wrap: Option<usize>,
    pub indent: bool,
    /// Percent of long paragraphs that are cut in two.
    pub cuts: u64,
    pub chrome: bool,
    pub masthead: bool,
    /// Percent of stories that get a 讯头 or a credit of today's form.
    pub datelines: u64,
    /// Percent of headlines that get a 引题 or 副题: by their own two clauses, or a clause of the first paragraph.
    pub split_heads: u64,
    /// Percent of stories that lose their end, as at the foot of a column.
    pub torn: u64,
    /// Without 讯头 and credits, as transcripts and many sites have them.
    pub bare: bool,
    /// Percent of long stories that get crossheads.
    pub crossheads: u64,
    /// Percent of briefs that lose their headline.
    pub untitled: u64,
    /// Runs of stories become columns of briefs without headlines.
    pub briefs: bool,
    /// Percent of stories whose body is verse, an interview, a list, or is signed.
    pub odd_bodies: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    #[default]
    None,
    Hashes,
    /// `#` for the first headline, `##` for the others.
    Levels,
    Bold,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blanks {
    #[default]
    None,
    All,
    Stories,
}

/// A style drawn by chance; about a third of them are plain.
pub fn style(random: &mut Random) -> Style {
    let wrap = random.chance(40).then(|| random.range(11, 42));
    Style {
        marks: *random.pick(&[
            Marks::None,
            Marks::None,
            Marks::None,
            Marks::Hashes,
            Marks::Levels,
            Marks::Bold,
        ]),
        blanks: *random.pick(&[Blanks::None, Blanks::None, Blanks::All, Blanks::Stories]),
        wrap,
        indent: if wrap.is_some() { random.chance(60) } else { random.chance(25) },
        cuts: if random.chance(25) { 15 } else { 0 },
        chrome: random.chance(25),
        masthead: random.chance(25),
        datelines: if random.chance(55) { random.range(20, 95) as u64 } else { 0 },
        split_heads: if random.chance(55) { 70 } else { 0 },
        torn: if random.chance(15) { 25 } else { 0 },
        bare: random.chance(30),
        crossheads: if random.chance(40) { 50 } else { 0 },
        untitled: if random.chance(15) { 50 } else { 0 },
        briefs: random.chance(14),
        odd_bodies: if random.chance(40) { 12 } else { 0 },
    }
}

/// Sets the stories in a style.
pub fn lay_out(stories: &[Story], style: Style, random: &mut Random) -> Shaped {
    let mut sheet = Sheet { style, text: String::new(), stretches: Vec::new() };
    let heads: Vec<&str> =
        stories.iter().map(|s| s.parts[0].text.as_str()).filter(|t| t.chars().count() < 40).collect();
    if style.masthead {
        sheet.masthead(random);
    }
    if style.chrome {
        sheet.chrome_before(random);
    }
    let stories: Vec<Story> = stories.iter().map(|story| dressed(story, style, random)).collect();
    let stories = if style.briefs { with_briefs(stories, random) } else { stories };
    for (i, story) in stories.iter().enumerate() {
        sheet.story(story, i, random);
        if style.chrome && random.chance(15) {
            sheet.furniture(chrome(random));
        }
        if random.chance(2) {
            sheet.furniture(&format!("- {} -", random.range(1, 60)));
        }
    }
    if style.masthead && random.chance(50) {
        sheet.furniture(&editors(random));
    }
    if style.chrome {
        sheet.chrome_after(&heads, random);
    }
    Shaped { text: sheet.text, stretches: sheet.stretches }
}

struct Sheet {
    style: Style,
    text: String,
    stretches: Vec<(Span, Allowed)>,
}

impl Sheet {
    fn story(&mut self, story: &Story, index: usize, random: &mut Random) {
        let marked = random.chance(93);
        if index > 0 && self.style.blanks == Blanks::Stories {
            self.text.push('\n');
        }
        let briefs_marked = random.chance(50);
        for (i, part) in story.parts.iter().enumerate() {
            let part = &self.brief(part, marked && briefs_marked);
            let title = set(&[Label::StartTitle, Label::Title]);
            let head = part.allowed & title != 0 && part.allowed & !title == 0;
            let heading = part.allowed == set(&[Label::Heading]);
            let mark = match self.style.marks {
                Marks::None => "",
                _ if !marked || !(head || heading && random.chance(35)) => "",
                Marks::Bold => "**",
                Marks::Hashes => {
                    if head {
                        "## "
                    } else {
                        "### "
                    }
                }
                Marks::Levels if index == 0 && head => "# ",
                Marks::Levels => {
                    if head {
                        "## "
                    } else {
                        "### "
                    }
                }
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
            self.text.push_str("\u{3000}\u{3000}");
        }
        self.text.push_str(mark);
        let start = self.text.len();
        match self.style.wrap {
            Some(width) if mark.is_empty() => self.wrapped(&chars, width, usize::from(indent) * 2),
            _ => self.cut(&chars, random),
        }
        self.stretches.push((Span::new(start, self.text.len()), part.allowed));
        if mark == "**" {
            self.text.push_str(mark);
        }
        self.text.push('\n');
    }

    fn wrapped(&mut self, chars: &[char], width: usize, indent: usize) {
        let mut column = indent;
        for (i, &c) in chars.iter().enumerate() {
            // A mark hangs over the edge rather than open a line.
            if column >= width && (column > width || !hangs(c)) && i > 0 {
                self.text.push('\n');
                column = 0;
            }
            self.text.push(c);
            column += 1;
        }
    }

    /// One line, or two where a column ends in the middle.
    fn cut(&mut self, chars: &[char], random: &mut Random) {
        let cut =
            (chars.len() > 60 && random.chance(self.style.cuts)).then(|| random.range(10, chars.len() - 10));
        for (i, &c) in chars.iter().enumerate() {
            if cut == Some(i) {
                self.text.push_str(if self.style.blanks == Blanks::All { "\n\n" } else { "\n" });
            }
            self.text.push(c);
        }
    }

    fn furniture(&mut self, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        self.stretches.push((Span::new(start, self.text.len()), set(&[Label::Furniture])));
        self.text.push_str(if self.style.blanks == Blanks::All { "\n\n" } else { "\n" });
    }

    fn masthead(&mut self, random: &mut Random) {
        let (month, day) = (random.range(1, 13), random.range(1, 29));
        let date = format!(
            "{}年{month}月{day}日 星期{}",
            random.range(1995, 2026),
            random.pick(&["一", "三", "六"])
        );
        let mut lines = vec![
            random.pick(PAPERS).to_string(),
            date,
            format!("第{:02}版：{}", random.range(1, 17), random.pick(SECTIONS)),
            editors(random),
        ];
        random.shuffle(&mut lines);
        lines.truncate(random.range(1, 5));
        for line in lines {
            self.furniture(&line);
        }
    }

    fn chrome_before(&mut self, random: &mut Random) {
        for _ in 0..random.range(1, 5) {
            self.furniture(chrome(random));
        }
    }

    /// The list of pages and of headlines that sites put below.
    fn chrome_after(&mut self, heads: &[&str], random: &mut Random) {
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

fn hangs(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '）' | '》')
}

fn chrome(random: &mut Random) -> &'static str {
    random.pick::<&str>(CHROME)
}

fn editors(random: &mut Random) -> String {
    let (a, b, c) = (random.pick(PEOPLE), random.pick(PEOPLE), random.pick(PEOPLE));
    match random.range(0, 3) {
        0 => format!("责编 {a}  版式 {b}  校对 {c}"),
        1 => format!("责任编辑：{a} 美编：{b}"),
        _ => format!("本版编辑 {a} 校对 {b}"),
    }
}
