//! Lines that were one paragraph before a fixed width broke them.
//!
//! Takes the lines; gives fragments: a headline, a paragraph or a piece of one, each with the lines it was made of.
//! Only breaks made by a width are undone here, where the shape of the lines alone is proof: many lines of one length
//! that stop in mid-sentence. Cuts made by columns are left to `stitch`, which knows the articles.

use crate::page::edges::{Edge, goes_on};
use crate::page::lines::Line;
use crate::page::rules::{LineKind, rule};
use crate::page::signs::signs;
use crate::page::widths::{Width, widths};
use crate::page::{Repair, RepairKind};
use crate::span::Span;
use crate::text::{Passage, closes, ends_sentence};

/// One or more lines that are one unit of text.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// First and last line, as indexes.
    pub first: usize,
    pub last: usize,
    pub passage: Passage,
    pub unwrapped: Option<Repair>,
}

/// Joins the lines that a fixed width broke.
pub fn paragraphs(text: &str, lines: &[Line]) -> Vec<Fragment> {
    paragraphs_by(text, lines, |_, edge| goes_on(edge))
}

/// The same, with the edges that neither indents nor blank lines decide given to `decide`, each with the index of the
/// line after it.
pub fn paragraphs_by(
    text: &str,
    lines: &[Line],
    mut decide: impl FnMut(usize, &Edge<'_>) -> bool,
) -> Vec<Fragment> {
    let sheet = Sheet::new(text, lines);
    let mut fragments: Vec<Fragment> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        match fragments.last_mut() {
            Some(fragment) if sheet.continues(i, fragment, &mut decide) => {
                push(&mut fragment.passage, text, line.content);
                fragment.last = i;
            }
            _ => {
                let mut passage = Passage::default();
                push(&mut passage, text, line.content);
                fragments.push(Fragment { first: i, last: i, passage, unwrapped: None });
            }
        }
    }
    for fragment in fragments.iter_mut().filter(|f| f.first < f.last) {
        fragment.unwrapped = Some(unwrap(lines, fragment));
    }
    fragments
}

/// Appends a line without the marks of emphasis inside it: **本报讯**（记者 …）.
fn push(passage: &mut Passage, text: &str, line: Span) {
    let content = line.of(text);
    let marks = content.matches("**").count();
    if marks == 0 || marks % 2 == 1 {
        return passage.push(text, line);
    }
    let mut start = line.start;
    for part in content.split("**") {
        passage.push(text, Span::new(start, start + part.len()));
        start += part.len() + 2;
    }
}

fn unwrap(lines: &[Line], fragment: &Fragment) -> Repair {
    Repair {
        kind: RepairKind::Unwrap,
        span: Span::new(lines[fragment.first].content.start, lines[fragment.last].content.end),
        reason: format!("按固定行宽折断的 {} 行合为一段", fragment.last - fragment.first + 1),
        confidence: 0.95,
    }
}

/// What a short line says of itself, where that settles that it stands alone or opens something. A line with paper and
/// date is the page's own, as one with a date alone is.
fn kind(text: &str, line: &Line) -> Option<LineKind> {
    if line.chars > 60 {
        return None;
    }
    let content = line.content.of(text);
    let own = || (signs(content).count() > 1).then_some(LineKind::Date);
    rule(content).map(|rule| rule.kind).or_else(own)
}

/// Whether a line is a row of a table in Markdown, which stands by itself: | 项目 | 总投资 |.
pub fn is_row(text: &str) -> bool {
    text.len() > 2 && text.starts_with('|') && text.ends_with('|')
}

/// Whether `after` closes a bracket that `before` leaves open.
fn closes_bracket(before: &str, after: &str) -> bool {
    let open = before.rfind(['（', '(']).is_some_and(|at| !before[at..].contains(['）', ')']));
    let mark = after.find(['（', '(', '）', ')', '。']);
    open && mark.is_some_and(|at| after[at..].starts_with(['）', ')']))
}

/// How many lines ahead the end of a paragraph is looked for.
const AHEAD: usize = 60;
/// Lines on each side that make up the habits of a page.
const HABIT: usize = 80;

struct Sheet<'a> {
    text: &'a str,
    lines: &'a [Line],
    widths: Vec<Option<Width>>,
    kinds: Vec<Option<LineKind>>,
    /// Counts before each line, so that any neighbourhood is a difference: lines after one that ended its paragraph
    /// short of the width, and those among them that are indented or set off by blank lines.
    opening: Vec<[u32; 3]>,
    /// The same for lines after one that was broken in mid-sentence.
    inside: Vec<[u32; 3]>,
}

impl<'a> Sheet<'a> {
    fn new(text: &'a str, lines: &'a [Line]) -> Sheet<'a> {
        let widths = widths(text, lines);
        let kinds: Vec<Option<LineKind>> = lines.iter().map(|line| kind(text, line)).collect();
        let mut sheet = Sheet { text, lines, widths, kinds, opening: vec![[0; 3]], inside: vec![[0; 3]] };
        let (mut opening, mut inside) = ([0; 3], [0; 3]);
        for (i, line) in lines.iter().enumerate() {
            if let Some(full) = i.checked_sub(1).and_then(|before| sheet.full(before)) {
                let sums = match (full, sheet.ended(i - 1)) {
                    (false, true) => Some(&mut opening),
                    (true, false) => Some(&mut inside),
                    _ => None,
                };
                let blanks = sheet.widths[i - 1].and_then(|width| width.parting_blanks);
                let parted = blanks.is_some_and(|blanks| line.blank_before >= blanks);
                if let Some(sums) = sums {
                    sums[0] += 1;
                    sums[1] += u32::from(line.indent >= 2);
                    sums[2] += u32::from(parted);
                }
            }
            sheet.opening.push(opening);
            sheet.inside.push(inside);
        }
        sheet
    }

    /// Whether line `i` goes on with the paragraph that the last fragment holds so far.
    fn continues(
        &self,
        i: usize,
        fragment: &Fragment,
        decide: &mut impl FnMut(usize, &Edge<'_>) -> bool,
    ) -> bool {
        let (before, line) = (&self.lines[i - 1], &self.lines[i]);
        if is_row(before.content.of(self.text)) || is_row(line.content.of(self.text)) {
            return false;
        }
        let Some(width) = self.widths[i - 1] else { return false };
        let marked = before.heading > 0 || line.heading > 0 || before.bold != line.bold;
        if marked || before.content.is_empty() || line.content.is_empty() {
            return false;
        }
        if self.alone(i - 1) || self.alone(i) {
            return false;
        }
        let parted = width.parting_blanks.is_some_and(|blanks| line.blank_before >= blanks);
        if parted || self.decides(i, INDENT) && line.indent >= 2 {
            return false;
        }
        // A name that would not fit is what leaves such a line short.
        if closes_bracket(before.content.of(self.text), line.content.of(self.text)) {
            return true;
        }
        if !width.reached_by(before) {
            return false;
        }
        if self.decides(i, INDENT) || self.decides(i, BLANKS) {
            return true;
        }
        if matches!(self.kinds[i], Some(LineKind::Dateline | LineKind::Byline | LineKind::Continued)) {
            return false;
        }
        decide(i, &self.edge(i, fragment, width))
    }

    /// Whether all paragraphs around line `i` open with an indent, or with blank lines, and no other line does.
    fn decides(&self, i: usize, sign: usize) -> bool {
        let (from, to) = (i.saturating_sub(HABIT), (i + HABIT).min(self.lines.len()));
        let count = |sums: &[[u32; 3]], sign: usize| sums[to][sign] - sums[from][sign];
        let (openings, insides) = (count(&self.opening, 0), count(&self.inside, 0));
        openings > 0
            && count(&self.opening, sign) * 10 >= openings * 8
            && count(&self.inside, sign) * 10 <= insides
    }

    /// What stands on both sides of the edge between line `i` and the one before.
    fn edge(&self, i: usize, fragment: &Fragment, width: Width) -> Edge<'a> {
        let ahead = i..(i + AHEAD).min(self.lines.len());
        let short = ahead.clone().find(|&j| self.full(j) != Some(true));
        Edge {
            before: self.lines[i - 1].content.of(self.text),
            after: self.lines[i].content.of(self.text),
            ended: self.ended(i - 1),
            first: i - 1 == fragment.first,
            opens_after_end: fragment.first == 0 || self.ended(fragment.first - 1),
            lines_so_far: width.lines_of(fragment.passage.text.len() / 3),
            lines_ahead: short.map_or(AHEAD, |j| j - i) as f32,
            ends_ahead: short.is_some_and(|j| self.ended(j)),
            left: width.left_by(&self.lines[i - 1]) as f32,
            width: width.lines_of(1).recip(),
        }
    }

    /// Whether line `i` reaches the width around it; nothing where there is none.
    fn full(&self, i: usize) -> Option<bool> {
        self.widths[i].map(|width| width.reached_by(&self.lines[i]))
    }

    /// Whether line `i` is furniture that stands alone whatever its length.
    fn alone(&self, i: usize) -> bool {
        use LineKind::*;
        matches!(self.kinds[i], Some(Chrome | PageMark | Date | Editors))
    }

    fn ended(&self, i: usize) -> bool {
        self.lines[i].content.of(self.text).trim_end_matches(closes).ends_with(ends_sentence)
    }
}

const INDENT: usize = 1;
const BLANKS: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lines::lines;

    #[test]
    fn rows_of_tables_and_brackets_that_lines_break() {
        assert!(is_row("| 项目 | 总投资 |"));
        assert!(!is_row("| 项目") && !is_row("项目 |") && !is_row("||") && !is_row(""));
        assert!(closes_bracket("通讯员（何苗", "沈一鸣）报道"));
        assert!(!closes_bracket("通讯员（何苗）", "沈一鸣）报道"));
        assert!(!closes_bracket("通讯员（何苗", "沈一鸣（林可）报道"));
        assert!(!closes_bracket("通讯员（何苗", "沈一鸣。林可）"));
        assert!(!closes_bracket("通讯员何苗", "沈一鸣）") && !closes_bracket("通讯员（何苗", "沈一鸣"));
    }

    #[test]
    fn a_repair_says_how_many_lines_are_one() {
        let text = "\
河岸两边都种上了柳树，老人们在树下说
话，孩子们在草地上放着风筝一直到天黑
才肯回家，江上的轮渡还在一班一班地开
着。
";
        let fragments = paragraphs(text, &lines(text));
        let repair = fragments[0].unwrapped.as_ref().expect("one was made");
        assert_eq!(repair.reason, "按固定行宽折断的 4 行合为一段");
        assert_eq!(repair.span, Span::new(0, text.len() - 1));
        assert!(paragraphs("一行", &lines("一行"))[0].unwrapped.is_none());
    }

    /// What is seen of each edge that lengths and words decide on: first, after an end, lines so far,
    /// ahead, ends, free, width. A width is the greatest that all full lines reach.
    #[test]
    fn what_is_seen_of_an_edge() {
        let text = "\
河岸两边都种上了柳树，老人们在树下说
话，孩子们在草地上放着风筝一直到天黑
才肯回家。
江边的码头上个月修好了，轮渡每天开行
二十个班次，最后一班夜里十点离开码头
往对岸开去，住在对岸的人最高兴不过了
";
        let mut edges = Vec::new();
        paragraphs_by(text, &lines(text), |i, edge| {
            assert!(text.contains(&format!("{}\n{}", edge.before, edge.after)));
            let shown =
                (edge.first, edge.opens_after_end, edge.lines_so_far, edge.lines_ahead, edge.ends_ahead);
            edges.push((i, shown, edge.left, edge.width));
            true
        });
        let lines_ahead = AHEAD as f32;
        assert_eq!(
            edges,
            [
                (1, (true, true, 18.0 / 19.5, 1.0, true), 3.0, 19.5),
                (2, (false, true, 36.0 / 19.5, 0.0, true), 3.0, 19.5),
                (4, (true, true, 18.0 / 19.5, lines_ahead, false), 3.0, 19.5),
                (5, (false, true, 36.0 / 19.5, lines_ahead, false), 3.0, 19.5),
            ]
        );
    }

    #[test]
    fn what_a_short_line_says_of_itself() {
        let kind = |text: &str| super::kind(text, &lines(text)[0]);
        assert_eq!(kind("青陵日报　2025年4月16日"), Some(LineKind::Date), "the page's own");
        assert_eq!((kind("青陵日报"), kind("码头复航")), (None, None));
        let names = |chars: usize| format!("记者：{}", " 何苗".repeat(chars / 3 - 1));
        assert!(kind(&names(60)).is_some() && kind(&names(63)).is_none());
    }

    #[test]
    fn the_end_of_a_paragraph_is_looked_for_near_the_edge() {
        let full = "河岸两边都种上了柳树，老人们在树下说\n";
        let last = AHEAD + 9;
        let text = full.repeat(last) + "才肯回家。\n";
        let mut ahead = Vec::new();
        paragraphs_by(&text, &lines(&text), |_, edge| {
            ahead.push((edge.lines_ahead, edge.ends_ahead));
            true
        });
        let expected = |i: usize| {
            let near = last - i < AHEAD;
            (if near { last - i } else { AHEAD } as f32, near)
        };
        assert_eq!(ahead, (1..=last).map(expected).collect::<Vec<_>>());
    }

    /// The paragraphs of lines of one width, where every edge that is asked about goes on.
    fn joined(text: &str, goes_on: bool) -> Vec<String> {
        let fragments = paragraphs_by(text, &lines(text), |_, _| goes_on);
        fragments.into_iter().map(|fragment| fragment.passage.text).collect()
    }

    #[test]
    fn rows_and_headlines_stand_by_themselves() {
        let line = "河岸两边都种上了柳树，老人们在树下说";
        let row = format!("| {} |", "岸".repeat(14));
        let count = |middle: &str| joined(&format!("{line}\n{line}\n{middle}\n{line}\n{line}\n"), true).len();
        assert_eq!(count(line), 1);
        assert_eq!(count(&row), 3);
        assert_eq!(count(&format!("# {line}")), 3);
        assert_eq!(count(&format!("**{line}**")), 3);
    }

    #[test]
    fn indents_or_blank_lines_decide_where_all_paragraphs_have_them() {
        let full = "河岸两边都种上了柳树，老人们在树下说";
        let paragraph =
            |lead: &str, between: &str| format!("{lead}{}\n{full}\n才肯回家。\n{between}", &full[6..]);
        let page = |lead: &str, between: &str| paragraph(lead, between).repeat(3);
        // Nothing is asked, so nothing depends on the answer.
        assert_eq!(joined(&page("　　", ""), false).len(), 3);
        assert_eq!(joined(&page("　　", ""), true).len(), 3);
        assert_eq!(joined(&page("河岸", "\n"), false).len(), 3);
        assert_eq!(joined(&page("河岸", "\n"), true).len(), 3);
        assert_eq!(joined(&page("河岸", ""), false).len(), 9);
        // Where every line is indented, an indent tells nothing.
        let all = format!("　　{full}\n　　{full}\n　　才肯回家。\n").repeat(3);
        assert_eq!((joined(&all, true).len(), joined(&all, false).len()), (3, 9));
    }

    #[test]
    fn blank_lines_are_judged_by_the_lines_before_them() {
        let full = "河岸两边都种上了柳树，老人们在树下说\n";
        // A paragraph set close and one set wide: up to the break most lines around stand close, behind it most do not.
        let text = full.repeat(16) + "才肯回家。\n" + &format!("\n{full}").repeat(18);
        assert_eq!(joined(&text, false).len(), 2);
    }

    #[test]
    fn most_openings_have_the_sign_and_few_other_lines() {
        // So many lines open paragraphs, so many of them have the sign, and so of the lines inside.
        let decides = |openings: u32, signed: u32, insides: u32, odd: u32| {
            let text = "岸\n".repeat(4);
            let lines = lines(&text);
            let sums = |all: u32, signed: u32| {
                vec![[7, 5, 0], [7, 5, 0], [7, 5, 0], [7, 5, 0], [7 + all, 5 + signed, 0]]
            };
            let sheet = Sheet {
                text: &text,
                lines: &lines,
                widths: Vec::new(),
                kinds: Vec::new(),
                opening: sums(openings, signed),
                inside: sums(insides, odd),
            };
            sheet.decides(2, INDENT)
        };
        assert!(decides(5, 4, 0, 0) && decides(5, 5, 10, 1) && decides(1, 1, 9, 0));
        assert!(
            !decides(5, 3, 0, 0) && !decides(5, 5, 9, 1) && !decides(0, 0, 10, 0) && !decides(20, 12, 40, 0)
        );
    }

    #[test]
    fn a_sign_far_off_decides_nothing() {
        // The first lines that open a paragraph have the sign, those behind them do not.
        let text = "岸\n".repeat(3 * HABIT);
        let lines = lines(&text);
        let near = HABIT + 2;
        let sheet = Sheet {
            text: &text,
            lines: &lines,
            widths: Vec::new(),
            kinds: Vec::new(),
            opening: (0..=lines.len()).map(|i| [i as u32, i.min(near) as u32, 0]).collect(),
            inside: vec![[0; 3]; lines.len() + 1],
        };
        assert!(sheet.decides(near - HABIT, INDENT) && !sheet.decides(2 * HABIT, INDENT));
    }
}
