//! The same articles in every shape in which pages arrive.
//!
//! Takes stories; gives the text of a page with the labels of each stretch: marked or not, wrapped at some width or one
//! paragraph a line, cut by columns, with the chrome of e-paper sites, with old or new 讯头. Mixed pages take their
//! stories from several sources. Names and papers put in are invented.

use crate::page::model::{Allowed, Label};
use crate::page::rules::pattern;
use crate::span::Span;
use crate::train::random::Random;
use crate::train::stories::{Part, Story, set};

use std::sync::LazyLock;

use regex::Regex;

/// The text of a page and what each stretch of it is, in order.
pub struct Shaped {
    pub text: String,
    pub stretches: Vec<(Span, Allowed)>,
}

impl Shaped {
    /// The labels that a fragment beginning at byte `at` may have.
    pub fn allowed(&self, at: usize) -> Allowed {
        let i = self.stretches.partition_point(|(span, _)| span.start <= at);
        match i.checked_sub(1).map(|i| self.stretches[i]) {
            Some((span, allowed)) if span.start == at => allowed,
            Some((span, allowed)) if at < span.end => going_on(allowed),
            _ => set(&[Label::Furniture]),
        }
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
    for (i, story) in stories.iter().enumerate() {
        let story = modern(story, style, random);
        sheet.story(&story, i, random);
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
        let label = if marked { Label::StartTitle } else { Label::Heading };
        let is_brief = part.allowed == set(&[Label::Heading, Label::StartTitle]);
        let allowed = if is_brief && self.style.marks != Marks::None { set(&[label]) } else { part.allowed };
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

/// A story with a 讯头 or credit of today's form and its headline split, as the style asks.
fn modern(story: &Story, style: Style, random: &mut Random) -> Story {
    let mut parts = story.parts.clone();
    if random.chance(style.split_heads) && !split_head(&mut parts, style, random) && random.chance(60) {
        add_head(&mut parts, style, random);
    }
    if random.chance(style.crossheads) {
        add_crossheads(&mut parts, random);
    }
    if random.chance(style.untitled) && parts.len() <= 3 && parts[0].allowed == set(&[Label::StartTitle]) {
        untitle(&mut parts);
    }
    if random.chance(3) {
        let text = format!("图为{}现场。{} 摄", random.pick(SCENES), random.pick(PEOPLE));
        parts.push(Part { text, allowed: set(&[Label::Caption]) });
    }
    if random.chance(style.torn) {
        tear(&mut parts, random);
    }
    if style.bare {
        strip(&mut parts);
    } else if random.chance(style.datelines) {
        credit(&mut parts, random);
    }
    if random.chance(3) && parts[0].allowed == set(&[Label::StartTitle]) {
        column(&mut parts, random);
    }
    Story { parts }
}

/// Two clauses of a headline become two lines; false where it has not two.
fn split_head(parts: &mut Vec<Part>, style: Style, random: &mut Random) -> bool {
    let head = &parts[0];
    if head.allowed != set(&[Label::StartTitle]) {
        return false;
    }
    let Some((first, second)) =
        head.text.split_once([' ', '\u{3000}']).or_else(|| head.text.split_once("——"))
    else {
        return false;
    };
    if first.chars().count() < 5 || second.chars().count() < 5 {
        return false;
    }
    let texts = [first.to_owned(), second.to_owned()];
    let new = two_heads(texts, random.chance(45), style.marks);
    parts.splice(0..1, new);
    true
}

/// A clause of the first paragraph becomes the 引题 or 副题.
fn add_head(parts: &mut Vec<Part>, style: Style, random: &mut Random) {
    if parts[0].allowed != set(&[Label::StartTitle])
        || parts.len() < 2
        || parts[1].allowed != set(&[Label::Body])
    {
        return;
    }
    let body = OLD_DATELINE.replace(&parts[1].text, "").into_owned();
    let mut clauses = body.split(['，', '。', '；', '：']).filter(|c| (8..45).contains(&c.chars().count()));
    let Some(clause) = clauses.nth(random.range(0, 2)).map(str::to_owned) else { return };
    let title = parts[0].text.clone();
    let kicker = random.chance(40);
    let texts = if kicker { [clause, title] } else { [title, clause] };
    parts.splice(0..1, two_heads(texts, kicker, style.marks));
}

/// Without marks no line tells which of two is the greater; with marks only the greater is marked.
fn two_heads(texts: [String; 2], kicker: bool, marks: Marks) -> Vec<Part> {
    let labels = match (marks, kicker) {
        (Marks::None, _) => {
            [set(&[Label::StartKicker, Label::StartTitle]), set(&[Label::Title, Label::Subtitle])]
        }
        (_, true) => [set(&[Label::StartKicker]), set(&[Label::Title])],
        (_, false) => [set(&[Label::StartTitle]), set(&[Label::Subtitle])],
    };
    texts.into_iter().zip(labels).map(|(text, allowed)| Part { text, allowed }).collect()
}

/// Crossheads between the paragraphs of a long story: clauses of what follows them.
fn add_crossheads(parts: &mut Vec<Part>, random: &mut Random) {
    let body = set(&[Label::Body]);
    let bodies = parts.iter().filter(|part| part.allowed == body).count();
    if bodies < 5 || bodies + 3 < parts.len() {
        return;
    }
    let step = random.range(2, 4);
    let numbered = random.chance(20);
    let first = parts.iter().position(|part| part.allowed == body).unwrap_or(0);
    let mut out: Vec<Part> = Vec::new();
    let mut count = 0;
    for (i, part) in std::mem::take(parts).into_iter().enumerate() {
        if part.allowed == body && i > first && (i - first) % step == 0 {
            let marks = ['，', '。', '；', '：', '“', '”', '、'];
            let clauses: Vec<&str> =
                part.text.split(marks).filter(|c| (4..17).contains(&c.chars().count())).collect();
            if let Some(&clause) = (!clauses.is_empty()).then(|| random.pick(&clauses)) {
                let number =
                    ["一、", "二、", "三、", "四、", "五、"].get(count).filter(|_| numbered).unwrap_or(&"");
                out.push(Part { text: format!("{number}{clause}"), allowed: set(&[Label::Heading]) });
                count += 1;
            }
        }
        out.push(part);
    }
    *parts = out;
}

/// A brief without its headline.
fn untitle(parts: &mut Vec<Part>) {
    if parts[1..].iter().any(|part| part.allowed != set(&[Label::Body])) || parts.len() < 2 {
        return;
    }
    parts.remove(0);
    parts[0].allowed = set(&[Label::StartBody]);
}

/// The last paragraph stops in mid-sentence, or a tail without its beginning follows.
fn tear(parts: &mut [Part], random: &mut Random) {
    let last = parts.last_mut().expect("a story has parts");
    let chars: Vec<char> = last.text.chars().collect();
    if last.allowed != set(&[Label::Body]) || chars.len() < 40 {
        return;
    }
    let cut = random.range(12, chars.len() - 12);
    let tail: String = chars[cut..].iter().collect();
    last.text = chars[..cut].iter().collect();
    if random.chance(50) {
        last.text = tail;
    }
}

static OLD_DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(据)?(本报|新华社)({han}{2,4})?({d}{1,2}月{d}{1,2}日)?(电|讯)([（(]?记者{han}{2,4}(、{han}{2,4})*[）)]?(报道：)?)?",
    )
});

static CREDIT_AT_END: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[（(][^（）()]{0,24}(摄|电|记者[^（）()]{0,12}|报道)[）)]$"));

/// Takes off 讯头 and credits.
fn strip(parts: &mut Vec<Part>) {
    let credit = set(&[Label::Credit]);
    if parts.len() > 2 {
        parts.retain(|part| part.allowed != credit);
    }
    for part in parts.iter_mut().filter(|part| part.allowed & set(&[Label::Body, Label::StartBody]) != 0) {
        for form in [&OLD_DATELINE, &CREDIT_AT_END] {
            let rest = form.replace(&part.text, "").into_owned();
            if !rest.is_empty() {
                part.text = rest;
            }
        }
    }
}

/// Puts 讯头 and names as papers of today set them: before the first paragraph, on a line of their own, or at the foot.
fn credit(parts: &mut Vec<Part>, random: &mut Random) {
    let Some(first) = parts.iter().position(|p| p.allowed & set(&[Label::Body, Label::StartBody]) != 0)
    else {
        return;
    };
    let body = &mut parts[first];
    let rest = OLD_DATELINE.replace(&body.text, "").into_owned();
    if rest.chars().count() < 20 {
        return;
    }
    let role = random.pick(&["记者", "全媒体记者", "通讯员", "融媒体记者", "首席记者", "见习记者"]);
    let other = if random.chance(40) { format!(" 通讯员 {}", random.pick(PEOPLE)) } else { String::new() };
    let names = format!("{role} {}{other}", random.pick(PEOPLE));
    let agency = if random.chance(50) { "本报".to_owned() } else { random.pick(PAPERS).to_string() };
    match random.range(0, 8) {
        0..4 => body.text = format!("{agency}讯（{names}）{rest}"),
        4 => {
            body.text = rest;
            let text = format!("{agency}讯（{names}）");
            parts.insert(first, Part { text, allowed: set(&[Label::Credit]) });
        }
        5 => {
            body.text = rest;
            let text = if random.chance(50) { names } else { format!("本报{names}") };
            parts.insert(first, Part { text, allowed: set(&[Label::Credit]) });
        }
        6 => {
            body.text = format!("{agency}讯 {rest}");
            let last = parts.last_mut().expect("a story has parts");
            last.text = format!("{}（{names}）", last.text);
        }
        _ => {
            body.text = rest;
            let text = match random.range(0, 4) {
                0 => format!("记者 {} 摄", random.pick(PEOPLE)),
                1 => format!("文/图 {names}"),
                2 => format!("（{names}）"),
                _ => names,
            };
            parts.push(Part { text, allowed: set(&[Label::Credit, Label::Caption]) });
        }
    }
}

/// A column's name before the headline, or an editor's note after it.
fn column(parts: &mut Vec<Part>, random: &mut Random) {
    if random.chance(50) {
        parts[0].allowed = set(&[Label::Title]);
        let text = format!(
            "【{}】",
            random.pick(&["一线见闻", "走进乡村看振兴", "记者调查", "民生直通车", "文化周刊"])
        );
        parts.insert(0, Part { text, allowed: set(&[Label::StartNote]) });
    } else {
        let text =
            "编者按：今年以来，全市上下铆足干劲抓落实。本报今起推出系列报道，记录各地的新做法、新气象。";
        parts.insert(1, Part { text: text.to_owned(), allowed: set(&[Label::Note]) });
    }
}

const SCENES: &[&str] = &["活动", "签约", "开工", "表演", "比赛", "会议", "展览", "施工"];
const PAPERS: &[&str] =
    &["云岭日报", "清江晚报", "临川都市报", "海宁新闻", "南湖时报", "雁城晚报", "东湾日报", "石门早报"];
const SECTIONS: &[&str] = &["要闻", "综合", "城事", "民生", "文化", "副刊", "体育", "国际", "经济", "社区"];
const PEOPLE: &[&str] = &[
    "沈一鸣",
    "何苗",
    "陆小川",
    "苏禾",
    "林可",
    "周文远",
    "郑晓岚",
    "高远",
    "白露",
    "韩青松",
    "唐果",
    "罗思齐",
];
const CHROME: &[&str] = &[
    "往期阅读",
    "当前版：03版 上一版  下一版",
    "上一版  下一版",
    "上一篇    下一篇",
    "放大 缩小 默认",
    "返回首页",
    "版面导航",
    "打印 关闭",
    "分享到：",
    "下载PDF",
];
