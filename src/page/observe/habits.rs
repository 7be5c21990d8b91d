//! The habits of the page around a fragment: marks, indents, blank lines, 讯头, how many lines are short.

use super::{HABIT, Seen};
use crate::page::rules::LineKind;

/// Counts before each fragment, so that any neighbourhood is a difference.
pub struct Habits {
    pub short: Vec<u32>,
    pub datelines: Vec<u32>,
    marked: Vec<u32>,
    first_level: Vec<u32>,
    indented: Vec<u32>,
    spaced: Vec<u32>,
    top: u8,
}

impl Habits {
    pub fn new(seen: &[Seen<'_>]) -> Habits {
        let sums = |is: &dyn Fn(&Seen<'_>) -> bool| {
            let mut sum = 0;
            let before = seen.iter().map(|s| {
                let now = sum;
                sum += u32::from(is(s));
                now
            });
            let mut sums: Vec<u32> = before.collect();
            sums.push(sum);
            sums
        };
        Habits {
            short: sums(&|s| s.short),
            datelines: sums(&|s| matches!(s.kind, LineKind::Dateline)),
            marked: sums(&|s| s.line.heading > 0),
            first_level: sums(&|s| s.line.heading == 1),
            indented: sums(&|s| s.line.indent >= 2),
            spaced: sums(&|s| s.line.blank_before > 0),
            top: seen.iter().map(|s| s.line.heading).filter(|&h| h > 0).min().unwrap_or(0),
        }
    }

    pub fn share(&self, sums: &[u32], i: usize) -> f32 {
        let (from, to) = around(sums, i);
        (sums[to] - sums[from]) as f32 / (to - from).max(1) as f32
    }

    /// Whether `#` marks more than the page's first headline.
    fn has_sections(&self, i: usize) -> bool {
        let (from, to) = around(&self.first_level, i);
        self.first_level[to] - self.first_level[from] > 1
    }
}

/// Where the neighbourhood of a fragment begins and ends.
fn around(sums: &[u32], i: usize) -> (usize, usize) {
    (i.saturating_sub(HABIT), (i + HABIT).min(sums.len() - 1))
}

/// Whether it is marked as a headline, where the page has marks; `##` says less where `#` marks many.
pub fn mark(s: &Seen<'_>, habits: &Habits, i: usize) -> u8 {
    if s.line.heading == 2 && habits.has_sections(i) {
        5
    } else if s.line.heading > 0 {
        1 + u8::from(s.line.heading > habits.top && s.line.heading > 2)
    } else if s.line.bold {
        3
    } else if habits.share(&habits.marked, i) > 0.0 {
        4
    } else {
        0
    }
}

/// Its indent, where the page has indents.
pub fn indent(s: &Seen<'_>, habits: &Habits, i: usize) -> u8 {
    if habits.share(&habits.indented, i) < 0.05 {
        return 0;
    }
    match s.line.indent {
        0..2 => 2,
        2..6 => 1,
        _ => 3,
    }
}

/// The blank lines before it, where they mean something on the page.
pub fn blank(s: &Seen<'_>, habits: &Habits, i: usize) -> u8 {
    let share = habits.share(&habits.spaced, i);
    if (0.04..=0.8).contains(&share) { 2 - u8::from(s.line.blank_before > 0) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lines::{Line, lines};

    /// What `seen` gives for each line of a text that is a fragment of its own.
    fn each(text: &str, seen: impl Fn(&Seen<'_>, &Habits, usize) -> u8) -> Vec<u8> {
        let lines = lines(text);
        let one = |line: &Line| Seen {
            text: "",
            line: &lines[lines.iter().position(|l| l.ink == line.ink).unwrap_or(0)],
            chars: 0,
            kind: LineKind::Plain,
            short: line.chars < 3,
            pairs: Vec::new(),
            lead: Vec::new(),
        };
        let all: Vec<Seen<'_>> = lines.iter().map(one).collect();
        let habits = Habits::new(&all);
        all.iter().enumerate().map(|(i, s)| seen(s, &habits, i)).collect()
    }

    #[test]
    fn marks_count_where_the_page_has_them() {
        assert_eq!(each("桥\n**灯**\n船", mark), [0, 3, 0]);
        assert_eq!(each("# 桥\n灯\n## 船\n### 岸", mark), [1, 4, 1, 2]);
        // Where `#` marks many, `##` is of the second rank.
        assert_eq!(each("# 桥\n# 灯\n## 船\n### 岸", mark), [1, 1, 5, 2]);
        assert_eq!(each("### 桥\n#### 灯", mark), [1, 2]);
        assert_eq!(each("### 桥\n灯\n#### 船", mark), [1, 4, 2]);
    }

    #[test]
    fn a_mark_far_off_is_none_of_the_habit() {
        let text = format!("# 桥\n{}", "灯\n".repeat(2 * HABIT));
        let seen = each(&text, mark);
        assert_eq!(seen[..=HABIT], [&[1][..], &[4; HABIT]].concat());
        assert!(seen[HABIT + 1..].iter().all(|&mark| mark == 0));
        let text = format!("# 桥\n{}# 岸\n## 船", "灯\n".repeat(HABIT));
        assert_eq!(each(&text, mark).last(), Some(&1), "nor does it make many");
    }

    #[test]
    fn indents_and_blanks_count_where_they_tell() {
        assert_eq!(each("桥\n　灯\n　　船\n　　　岸\n 楼", indent), [2, 1, 1, 3, 2]);
        assert_eq!(each("桥\n 灯\n船", indent), [0, 0, 0]);
        let rare = |lines: usize| each(&format!("　桥\n{}", "灯\n".repeat(lines - 1)), indent)[0];
        assert_eq!((rare(20), rare(21)), (1, 0));
        assert_eq!(each("桥\n\n灯\n船", blank), [2, 1, 2]);
        assert_eq!(each("桥\n灯\n船", blank), [0, 0, 0]);
        assert_eq!(each("桥\n\n灯\n\n船\n\n岸\n\n楼\n\n山\n\n江", blank), [0; 7]);
    }

    #[test]
    fn a_share_is_of_the_neighbourhood() {
        let shares = |text: &str| each(text, |_, habits, i| (habits.share(&habits.short, i) * 100.0) as u8);
        assert_eq!(shares("桥\n长长的\n灯\n船"), [75; 4]);
        assert_eq!(shares(&"桥\n".repeat(3 * HABIT)), [100; 3 * HABIT]);
    }
}
