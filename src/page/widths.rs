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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lines::lines;

    fn of(chars: usize) -> String {
        "岸".repeat(chars)
    }

    /// The width around each line of a text.
    fn read(text: &str) -> Vec<Option<Width>> {
        widths(text, &lines(text))
    }

    /// Where all lines have one width: its length, and whether it is one of characters.
    fn full(lengths: &[usize]) -> Option<usize> {
        let text = lengths.iter().map(|&chars| of(chars)).collect::<Vec<_>>().join("\n");
        let widths = read(&text);
        assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
        widths[0].map(|width| match width.measure {
            Measure::Chars => width.full - 1,
            Measure::Columns => (width.full - 3) / 2,
        })
    }

    #[test]
    fn lines_of_one_length_have_a_width() {
        assert_eq!(full(&[20, 20, 20, 11]), Some(20));
        assert_eq!(full(&[20, 20]), Some(20), "two are enough where there are no more");
        assert_eq!(full(&[20]), None);
        assert_eq!(full(&[20, 20, 9, 30]), None, "two of four are not");
        assert_eq!(full(&[6; 6]), None, "verse");
        assert_eq!(full(&[7; 6]), Some(7));
        assert!(read(&format!("{}\n", of(WIDEST)).repeat(6))[0].is_some());
        assert_eq!(full(&[WIDEST + 1; 6]), None, "whole paragraphs");
        // A quarter of all lines at least, and at most a quarter as many that are longer.
        assert_eq!(full(&[20, 20, 20, 9, 10, 11, 12, 13, 14, 15, 16, 17]), Some(20));
        assert_eq!(full(&[20, 20, 20, 8, 10, 12, 14, 3, 4, 5, 6, 7, 1]), None);
        assert_eq!(full(&[20, 20, 20, 20, 40]), Some(20));
        assert_eq!(full(&[20, 20, 20, 20, 40, 60]), None);
        assert_eq!(full(&[20, 20, 20, 20, 40, 200]), None);
    }

    #[test]
    fn most_full_lines_stop_in_mid_sentence() {
        let with = |marked: usize, open: usize| {
            let text = format!("{}。\n", of(19)).repeat(marked) + &format!("{}\n", of(20)).repeat(open);
            read(&text)[0].is_some()
        };
        assert!(with(2, 4) && with(2, 2) && with(0, 2));
        assert!(!with(3, 2) && !with(6, 0) && !with(1, 1));
    }

    #[test]
    fn characters_or_columns_whichever_fits() {
        // Twenty characters each, some of half the width.
        let text =
            [0, 6, 12, 3, 9].map(|narrow| "a".repeat(narrow) + &of(20 - narrow)).join("\n") + "\n　abc岸";
        let width = read(&text)[0].expect("one");
        assert_eq!((width.measure, width.full, width.lines_of(42)), (Measure::Chars, 21, 2.0));
        let lines = lines(&text);
        assert!(width.reached_by(&lines[0]));
        assert_eq!((width.left_by(&lines[0]), width.left_by(&lines[5])), (1, 16), "an indent is a character");
        // Forty columns each.
        let text =
            [0, 6, 12, 4, 8].map(|narrow| "a".repeat(narrow) + &of(20 - narrow / 2)).join("\n") + "\n　abc岸";
        let width = read(&text)[0].expect("one");
        assert_eq!((width.measure, width.full, width.lines_of(43)), (Measure::Columns, 43, 2.0));
        assert_eq!(width.left_by(&crate::page::lines::lines(&text)[5]), 43 - 7);
    }

    #[test]
    fn a_line_reaches_its_width_but_for_a_mark() {
        let text = format!("{0}\n{0}\n{0}\n{1}\n{2}\n{3}", of(20), of(21), of(19), of(17));
        let (widths, lines) = (read(&text), lines(&text));
        let reached: Vec<bool> = lines.iter().map(|line| widths[0].expect("one").reached_by(line)).collect();
        assert_eq!(reached, [true, true, true, true, true, false]);
    }

    #[test]
    fn a_width_is_that_of_the_lines_around() {
        let text = format!("{}\n", of(20)).repeat(40) + &format!("{}\n", of(12)).repeat(40);
        let widths = read(&text);
        let full = |i: usize| widths[i].map(|width| width.full);
        assert_eq!([full(0), full(20), full(60), full(79)], [Some(43), Some(43), Some(27), Some(27)]);
        // Three lines of one length are enough; the line after the last that sees all three sees two.
        let text = format!("{}\n", of(20)).repeat(3) + &"# 灯\n".repeat(NEAR - 3) + "岸\n岸\n";
        assert!(read(&text)[NEAR].is_some() && read(&text)[NEAR + 1].is_none());
        // Headlines are of no width.
        let marked = format!("# {}\n", of(33)).repeat(3) + &format!("{}\n", of(20)).repeat(6);
        assert_eq!(read(&marked)[0].map(|width| width.full), Some(43));
        assert_eq!(read(&format!("# {}\n", of(20)).repeat(6))[0], None);
    }

    #[test]
    fn blank_lines_part_where_most_lines_have_fewer() {
        let parting = |blanks: [usize; 6]| {
            let text: String = blanks.iter().map(|&blank| "\n".repeat(blank) + &of(20) + "\n").collect();
            read(&text)[0].expect("one").parting_blanks
        };
        assert_eq!(parting([0; 6]), None);
        assert_eq!(parting([0, 1, 1, 1, 1, 1]), None);
        assert_eq!(parting([0, 0, 1, 0, 0, 1]), Some(1));
        assert_eq!(parting([0, 1, 0, 1, 0, 1]), Some(1), "the fewer where there are as many of each");
        assert_eq!(parting([1, 1, 2, 1, 1, 2]), Some(2));
        assert_eq!(parting([0, 0, 3, 0, 0, 0]), Some(1));
        assert_eq!(parting([0, 9, 9, 9, 9, 9]), None);
        assert_eq!(parting([0, 3, 3, 3, 9, 3]), Some(4));
    }
}
