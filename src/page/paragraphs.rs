//! Lines that were one paragraph before a fixed width broke them.
//!
//! Takes the lines; gives fragments: a headline, a paragraph or a piece of one, each with the lines it was made of.
//! Only breaks made by a width are undone here, where the shape of the lines alone is proof: many lines of one length
//! that stop in mid-sentence. Cuts made by columns are left to `stitch`, which knows the articles.

use crate::page::lines::Line;
use crate::page::rules::{LineKind, rule};
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
    let widths = widths(text, lines);
    let kinds: Vec<Option<LineKind>> = lines.iter().map(|line| kind(text, line)).collect();
    let sheet = Sheet { text, lines, widths, kinds };
    let mut fragments: Vec<Fragment> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        match fragments.last_mut() {
            Some(fragment) if sheet.continues(i, fragment.first) => {
                fragment.passage.push(text, line.content);
                fragment.last = i;
            }
            _ => {
                let passage = Passage::new(text, line.content);
                fragments.push(Fragment { first: i, last: i, passage, unwrapped: None });
            }
        }
    }
    for fragment in fragments.iter_mut().filter(|f| f.first < f.last) {
        fragment.unwrapped = Some(unwrap(lines, fragment));
    }
    fragments
}

fn unwrap(lines: &[Line], fragment: &Fragment) -> Repair {
    Repair {
        kind: RepairKind::Unwrap,
        span: Span::new(lines[fragment.first].content.start, lines[fragment.last].content.end),
        reason: format!("按固定行宽折断的 {} 行合为一段", fragment.last - fragment.first + 1),
        confidence: 0.95,
    }
}

/// What a short line says of itself, where that settles that it stands alone or opens something.
fn kind(text: &str, line: &Line) -> Option<LineKind> {
    if line.chars > 60 { None } else { rule(line.content.of(text)).map(|rule| rule.kind) }
}

/// How many lines ahead the end of a paragraph is looked for.
const AHEAD: usize = 60;

struct Sheet<'a> {
    text: &'a str,
    lines: &'a [Line],
    widths: Vec<Option<Width>>,
    kinds: Vec<Option<LineKind>>,
}

impl Sheet<'_> {
    /// Whether line `i` goes on with the paragraph that began at line `first`.
    fn continues(&self, i: usize, first: usize) -> bool {
        let (before, line) = (&self.lines[i - 1], &self.lines[i]);
        let Some(width) = self.widths[i - 1] else { return false };
        let marked = before.heading > 0 || line.heading > 0 || before.bold != line.bold;
        if marked || before.content.is_empty() || line.content.is_empty() || !width.reached_by(before) {
            return false;
        }
        if width.blanks_part && line.blank_before > 0 || self.alone(i - 1) || self.alone(i) {
            return false;
        }
        if width.indents_open {
            return line.indent < 2;
        }
        if matches!(self.kinds[i], Some(LineKind::Dateline | LineKind::Byline | LineKind::Continued)) {
            return false;
        }
        // A sentence may end at the very edge. Then the paragraph goes on if what follows ends as prose does; a
        // headline would not.
        !self.ended(i - 1) || (i - first > 1 || self.ended_before(first)) && self.prose_from(i)
    }

    /// Whether line `i` is furniture that stands alone whatever its length.
    fn alone(&self, i: usize) -> bool {
        use LineKind::*;
        matches!(self.kinds[i], Some(Chrome | PageMark | Date | Editors))
    }

    fn ended(&self, i: usize) -> bool {
        self.lines[i].content.of(self.text).trim_end_matches(closes).ends_with(ends_sentence)
    }

    fn ended_before(&self, first: usize) -> bool {
        first == 0 || self.ended(first - 1)
    }

    /// Whether the lines from `i` reach the end of a sentence at the end of their paragraph.
    fn prose_from(&self, i: usize) -> bool {
        let ahead = i..(i + AHEAD).min(self.lines.len());
        let short = |&j: &usize| !self.widths[j].is_some_and(|width| width.reached_by(&self.lines[j]));
        ahead.clone().find(short).is_some_and(|j| self.ended(j))
    }
}
