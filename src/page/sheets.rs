//! Several pages in one text: where each begins.
//!
//! Takes the lines; gives the ranges of lines that are one page each. A page begins at a masthead: a line, or lines one
//! after another, with at least two of paper, date and number of the page, or a site's or a file's label of the next page.
//! A head that repeats the one before, or stands in the middle of a sentence, is a running head and left to `running`;
//! a list of labels, as sites have it, begins nothing.

use std::ops::Range;

use crate::page::lines::Line;
use crate::page::running::{is_furniture, runs_on};
use crate::page::signs::{Signs, plain_label, same_paper, signs};

/// The pages of a text, as ranges of lines; one where nothing parts them.
pub fn sheets(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let heads = heads(text, lines);
    let mut bounds = vec![0];
    let mut known: Option<&Head<'_>> = None;
    for (i, head) in heads.iter().enumerate() {
        let from = *bounds.last().expect("there is a first");
        let next = heads.get(i + 1).map_or(lines.len(), |next| next.lines.start);
        let opens_text = !has_prose(text, &lines[from..head.lines.start]);
        if opens_text && known.is_none() {
            known = Some(head);
        } else if !opens_text
            && has_prose(text, &lines[head.lines.end..next])
            && head.begins(text, lines, known)
        {
            bounds.push(head.at);
            known = Some(head);
        }
    }
    bounds.push(lines.len());
    bounds.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Furniture lines one after another that say which page this is.
struct Head<'t> {
    lines: Range<usize>,
    /// The first line that says so.
    at: usize,
    signs: Signs<'t>,
}

impl Head<'_> {
    /// Whether another page begins here, after one with the head `known`.
    fn begins(&self, text: &str, lines: &[Line], known: Option<&Head<'_>>) -> bool {
        let (before, after) = (&lines[self.lines.start - 1], &lines[self.lines.end]);
        if runs_on(text, before, after) {
            return false;
        }
        let headline = after.heading > 0 || after.bold || is_short(text, after);
        match known {
            Some(known) => self.differs(known) && (self.signs.count() > 1 || headline),
            None => headline,
        }
    }

    fn differs(&self, known: &Head<'_>) -> bool {
        let (own, other) = (&self.signs, &known.signs);
        let labels = own.label.zip(other.label);
        let dates = own.date.as_ref().zip(other.date.as_ref());
        let papers = own.paper.zip(other.paper);
        labels.is_some_and(|(a, b)| plain_label(a) != plain_label(b))
            || dates.is_some_and(|(a, b)| a != b)
            || papers.is_some_and(|(a, b)| !same_paper(a, b))
            || labels.is_none() && dates.is_none() && papers.is_none()
    }
}

/// Labels in a row from which on they are a list of pages.
const LIST: usize = 3;

fn heads<'t>(text: &'t str, lines: &[Line]) -> Vec<Head<'t>> {
    let mut heads = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let Some(first) = sign_line(text, &lines[start]) else {
            start += 1;
            continue;
        };
        let mut found = vec![(start, first)];
        let mut end = start + 1;
        while end < lines.len() {
            match sign_line(text, &lines[end]) {
                Some(signs) => found.push((end, signs)),
                None if is_furniture(text, &lines[end]) => {}
                None => break,
            }
            end += 1;
        }
        // Archives name the page of an article under its headline.
        let labels = lines[..start].iter().rev().take_while(|line| line.labelled).count();
        heads.extend(
            head(start..end, found)
                .map(|head| Head { at: head.at - labels * usize::from(head.at == start), ..head }),
        );
        start = end;
    }
    heads
}

/// The signs of a line that holds little else.
fn sign_line<'t>(text: &'t str, line: &Line) -> Option<Signs<'t>> {
    if line.chars > 70 {
        return None;
    }
    let content = line.content.of(text);
    let signs = signs(content);
    let alone = signs.count() == 1 && !signs.current;
    let whole = !alone || is_furniture(text, line) || signs.paper == Some(content);
    (signs.count() > 0 && whole).then_some(signs)
}

fn head(lines: Range<usize>, found: Vec<(usize, Signs<'_>)>) -> Option<Head<'_>> {
    let labels = found.iter().filter(|(_, signs)| signs.label.is_some()).count();
    // In a list of pages only the line that says 当前版, or that has a date or paper beside its label, is a head.
    let counts =
        |signs: &Signs<'_>| labels < LIST || signs.current || signs.label.is_none() || signs.count() > 1;
    let current = found.iter().position(|(_, signs)| signs.current);
    let mut head = Head { at: usize::MAX, lines, signs: Signs::default() };
    for (i, (line, signs)) in found.into_iter().enumerate().filter(|(_, (_, signs))| counts(signs)) {
        head.at = head.at.min(line);
        let label = if current.is_none_or(|current| current == i) { signs.label } else { None };
        head.signs.label = head.signs.label.or(label);
        head.signs.date = head.signs.date.take().or(signs.date);
        head.signs.paper = head.signs.paper.or(signs.paper);
    }
    let enough = head.signs.count() > 1 || head.signs.label.is_some();
    enough.then_some(head)
}

fn is_short(text: &str, line: &Line) -> bool {
    line.chars <= 45 && !line.content.of(text).ends_with(['。', '，', '；', '、'])
}

/// Whether there is more than lists and headlines among the lines.
fn has_prose(text: &str, lines: &[Line]) -> bool {
    let prose = |line: &Line| {
        let content = line.content.of(text);
        line.chars > 45
            || line.chars > 8 && content.ends_with('。')
            || content.contains('，') && line.chars > 12
    };
    lines.iter().any(|line| prose(line) && !is_furniture(text, line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lines::lines;

    /// Where the pages of a text begin: their first lines.
    fn firsts(text: &str) -> Vec<&str> {
        let lines = lines(text);
        sheets(text, &lines).into_iter().map(|sheet| lines[sheet.start].ink.of(text)).collect()
    }

    const PROSE: &str = "江边的码头上个月修好了，轮渡每天开行二十个班次。";

    #[test]
    fn another_head_begins_another_page() {
        let two = |first: &str, second: &str, headline: &str| {
            firsts(&format!("{first}\n码头复航\n{PROSE}\n{second}\n{headline}\n{PROSE}\n")).len() == 2
        };
        let (a1, a2) = ("青陵日报 2025年4月16日 A1版", "青陵日报 2025年4月16日 A2版");
        assert!(two(a1, a2, "白鹭回来") && two(a1, a2, PROSE));
        assert!(!two(a1, a1, "白鹭回来"), "the same head runs on");
        assert!(!two("A01", "A1版", "白鹭回来") && two("A1版", "A2版", "白鹭回来"));
        assert!(
            two(a1, "青陵日报 2025年4月17日", "白鹭回来") && two(a1, "云岭晚报 2025年4月16日", "白鹭回来")
        );
        assert!(two(a1, "# 青陵日报 A2版", "白鹭回来"), "a head may be marked");
        assert!(two(a1, "第2版\nA2版", "白鹭回来"), "and say the number twice");
        // Less says less: before prose a number alone may be a page's foot.
        assert!(!two("A1版", "A2版", PROSE));
        assert!(two("A1版", "A2版", &format!("# {PROSE}")) && two("A1版", "A2版", &format!("**{PROSE}**")));
        assert!(two("A1版", "A2版", &"岸".repeat(45)) && !two("A1版", "A2版", &"岸".repeat(46)));
        assert!(!two("A1版", "A2版", "白鹭回来，") && !two("A1版", "A2版", "白鹭回来。"));
    }

    #[test]
    fn a_head_inside_a_sentence_begins_nothing() {
        let text = format!("A1版\n码头复航\n{PROSE}轮渡从南岸开到\nA2版\n北岸，大家都说好。\n{PROSE}\n");
        assert_eq!(firsts(&text).len(), 1);
    }

    #[test]
    fn nothing_before_any_text_is_a_page() {
        let text = format!("A1版\n要闻\nA2版\n码头复航\n{PROSE}\n");
        assert_eq!(firsts(&text).len(), 1);
        let text = format!("A1版\n码头复航\n{PROSE}\nA2版\n完\n");
        assert_eq!(firsts(&text).len(), 1, "nor without one behind");
    }

    #[test]
    fn the_label_of_an_archive_stands_under_its_headline() {
        let record = |title: &str, page: &str| format!("标题：{title}\n版次：{page}\n记者 沈一鸣\n{PROSE}\n");
        let text = record("码头复航", "A1") + &record("白鹭回来", "A2");
        assert_eq!(firsts(&text), ["标题：码头复航", "标题：白鹭回来"]);
    }

    #[test]
    fn in_a_list_of_pages_the_current_one_counts() {
        let list = "第1版：要闻\n第2版：民生\n第3版：文化\n";
        let text = format!(
            "青陵日报 2025年4月16日 第1版\n码头复航\n{PROSE}\n{list}当前版：第2版\n白鹭回来\n{PROSE}\n"
        );
        assert_eq!(firsts(&text).len(), 2);
        let without = |list: &str| {
            format!("青陵日报 2025年4月16日 第1版\n码头复航\n{PROSE}\n{list}白鹭回来\n{PROSE}\n")
        };
        assert_eq!(firsts(&without(list)).len(), 1);
        assert_eq!(firsts(&without("第2版：民生\n第3版：文化\n第4版：副刊\n")).len(), 1);
        // So does the one that has the day beside its label.
        let dated = "青陵日报 2025年4月17日 第2版";
        assert_eq!(firsts(&without(&format!("第1版：要闻\n{dated}\n第3版：文化\n")))[1..], [dated]);
    }

    #[test]
    fn prose_is_long_or_has_marks() {
        let prose = |text: &str| has_prose(text, &lines(text));
        assert!(prose(&"岸".repeat(46)) && !prose(&"岸".repeat(45)));
        assert!(prose("码头上个月修好了。") && !prose("码头修好了吗呢。"));
        assert!(prose("江边的码头，上个月才修好了") && !prose("江边的码头，上个月修好了"));
    }

    #[test]
    fn a_line_that_only_mentions_a_page_is_no_head() {
        let text = format!("A1版\n码头复航\n{PROSE}\n征文启事见A3版\n白鹭回来\n{PROSE}\n");
        assert_eq!(firsts(&text).len(), 1);
        let text = format!("A1版\n码头复航\n{PROSE}\n当前版：A3版 上一版\n白鹭回来\n{PROSE}\n");
        assert_eq!(firsts(&text).len(), 2, "a site's line says which page this is");
        let pages = |chars: usize| {
            let head = "青陵日报 2025年4月16日 A3版";
            let head = format!("{head}{}完", " ".repeat(chars - 1 - head.chars().count()));
            firsts(&format!("A1版\n码头复航\n{PROSE}\n{head}\n白鹭回来\n{PROSE}\n")).len()
        };
        assert_eq!((pages(70), pages(71)), (2, 1), "longer lines are prose");
    }

    #[test]
    fn a_head_of_several_lines_begins_at_its_first() {
        let text = format!("A1版\n码头复航\n{PROSE}\n青陵日报\n责编 何苗\nA2版\n白鹭回来\n{PROSE}\n");
        assert_eq!(firsts(&text), ["A1版", "青陵日报"]);
    }
}
