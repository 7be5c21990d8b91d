//! The width to which a page was wrapped.
//!
//! Takes the lines; gives for each the width of the column around it, or nothing where lines end with their
//! paragraphs. Widths are found in a window, since columns of different widths may follow each other.

use crate::page::lines::Line;
use crate::text::{closes, ends_sentence};

/// How the lines around one line were broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    /// Full length in the measure that fits better.
    full: usize,
    measure: Measure,
    /// So many blank lines stand between some lines and fewer between most.
    pub parting_blanks: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    /// Every character counts one, as when a program wraps text.
    Chars,
    /// A full-width character counts two columns, as on paper.
    Columns,
}

impl Measure {
    fn of(self, line: &Line) -> usize {
        match self {
            Measure::Chars => line.chars + line.indent / 2,
            Measure::Columns => line.columns + line.indent,
        }
    }

    /// How far under the full length a full line may be: a mark that must not open a line takes a character along.
    fn slack(self) -> usize {
        match self {
            Measure::Chars => 1,
            Measure::Columns => 3,
        }
    }
}

impl Width {
    /// A line reaches the width when one more character would not have fitted; marks may hang over the edge.
    pub fn reached_by(self, line: &Line) -> bool {
        self.measure.of(line) + self.measure.slack() >= self.full
    }

    /// How many columns (or characters) a line leaves free of the full width.
    pub fn left_by(self, line: &Line) -> usize {
        self.full.saturating_sub(self.measure.of(line))
    }

    /// Lines that so many characters fill.
    pub fn lines_of(self, chars: usize) -> f32 {
        let full = if self.measure == Measure::Columns { self.full as f32 / 2.0 } else { self.full as f32 };
        chars as f32 / full
    }
}

/// Lines on each side that make up a window.
const NEAR: usize = 16;
/// Below this a run of equal lines is verse or a list, not broken prose.
const NARROWEST: usize = 8;
/// Longer lines are whole paragraphs.
const WIDEST: usize = 160;

/// The width around each line.
pub fn widths(text: &str, lines: &[Line]) -> Vec<Option<Width>> {
    let open: Vec<bool> = lines.iter().map(|line| !line.content.of(text).ends_with(is_mark)).collect();
    let mut chars = Window::new(Measure::Chars);
    let mut columns = Window::new(Measure::Columns);
    let mut next = 0;
    let mut widths = Vec::with_capacity(lines.len());
    for i in 0..lines.len() {
        while next < lines.len() && next <= i + NEAR {
            chars.add(&lines[next], open[next]);
            columns.add(&lines[next], open[next]);
            next += 1;
        }
        if let Some(past) = i.checked_sub(NEAR + 1) {
            chars.remove(&lines[past], open[past]);
            columns.remove(&lines[past], open[past]);
        }
        let best = [chars.width(), columns.width()].into_iter().flatten().max_by_key(|&(count, _)| count);
        widths.push(best.map(|(_, width)| width));
    }
    widths
}

fn is_mark(c: char) -> bool {
    ends_sentence(c) || closes(c) || matches!(c, '，' | '、' | '；' | '：' | ',' | ';' | ':' | '—')
}

/// Counts of the lines in a window by their length.
struct Window {
    measure: Measure,
    counts: Vec<u16>,
    open: Vec<u16>,
    lines: usize,
    longer: usize,
    /// Lines with 0, 1, 2 … blank lines before them.
    blanks: [usize; MOST_BLANKS + 1],
}

/// More blank lines than this say no more.
const MOST_BLANKS: usize = 4;

impl Window {
    fn new(measure: Measure) -> Window {
        let zeros = vec![0; WIDEST + 2];
        Window {
            measure,
            counts: zeros.clone(),
            open: zeros,
            lines: 0,
            longer: 0,
            blanks: [0; MOST_BLANKS + 1],
        }
    }

    fn add(&mut self, line: &Line, open: bool) {
        self.change(line, open, |count| *count += 1, |count| *count += 1);
    }

    fn remove(&mut self, line: &Line, open: bool) {
        self.change(line, open, |count| *count -= 1, |count| *count -= 1);
    }

    fn change(&mut self, line: &Line, open: bool, of: impl Fn(&mut u16), all: impl Fn(&mut usize)) {
        if line.heading > 0 {
            return;
        }
        all(&mut self.lines);
        all(&mut self.blanks[line.blank_before.min(MOST_BLANKS)]);
        match self.measure.of(line) {
            length if length > WIDEST => all(&mut self.longer),
            length => {
                of(&mut self.counts[length]);
                if open {
                    of(&mut self.open[length]);
                }
            }
        }
    }

    /// The width and the number of lines that have it.
    fn width(&self) -> Option<(usize, Width)> {
        let near = |counts: &[u16], w: usize| -> usize {
            counts[w - self.measure.slack()..=w + 1].iter().map(|&count| usize::from(count)).sum()
        };
        let narrowest = if self.measure == Measure::Chars { NARROWEST } else { NARROWEST * 2 };
        let (count, full) =
            (narrowest..=WIDEST).map(|w| (near(&self.counts, w), w)).max_by_key(|&(count, w)| (count, w))?;
        let longer: usize =
            self.longer + self.counts[full + 2..].iter().map(|&c| usize::from(c)).sum::<usize>();
        let cut = near(&self.open, full);
        let wrapped = count >= 3.min(self.lines) && count * 4 >= self.lines && cut * 2 >= count && cut >= 2;
        if !wrapped || longer * 4 > count {
            return None;
        }
        Some((count, Width { full, measure: self.measure, parting_blanks: self.parting_blanks() }))
    }

    /// More blank lines than most lines have before them, where some have more.
    fn parting_blanks(&self) -> Option<usize> {
        let usual = (0..=MOST_BLANKS).max_by_key(|&n| (self.blanks[n], MOST_BLANKS - n)).unwrap_or(0);
        self.blanks[usual + 1..].iter().any(|&count| count > 0).then_some(usual + 1)
    }
}
