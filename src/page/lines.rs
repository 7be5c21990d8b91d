//! The lines of a page and their shapes.
//!
//! Takes the input; gives every line that holds something, with its marks (`#`, `**`, `>`, `![]()`), indent and neighbours' blank
//! lines taken off the content and noted. Leaves to `paragraphs` which lines belong together.

use crate::span::Span;

/// One line that is not blank. All spans are of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// From the first to the last character that is not white space, marks included.
    pub ink: Span,
    /// The same without heading, emphasis and quotation marks; empty for a line of marks alone.
    pub content: Span,
    /// The number of `#` before it, 0 where there is none; a label such as 标题： counts as one, 副标题： as two.
    pub heading: u8,
    /// Named a headline by a label.
    pub labelled: bool,
    /// Wholly in `**` or `__`.
    pub bold: bool,
    /// Columns of white space before it; a full-width space counts two.
    pub indent: usize,
    /// Blank lines before it.
    pub blank_before: usize,
    /// Length of the content in characters.
    pub chars: usize,
    /// Length of the content in columns: two for a full-width character, one for a half-width one.
    pub columns: usize,
}

/// The lines of `text` that are not blank. Line ends are LF, CRLF, CR, NEL, U+2028, U+2029 and form feeds.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blank = 0;
    let mut start = 0;
    while start < text.len() {
        let (end, next) = line_end(text, start);
        match line(text, Span::new(start, end), blank) {
            Some(line) => {
                lines.push(line);
                blank = 0;
            }
            None => blank += 1,
        }
        start = next;
    }
    lines
}

/// Where the line after `line` begins.
pub fn after(text: &str, line: &Line) -> usize {
    line_end(text, line.ink.end).1
}

/// The end of the line at `start` and the start of the next.
fn line_end(text: &str, start: usize) -> (usize, usize) {
    let breaks = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let Some(at) = text[start..].find(breaks) else { return (text.len(), text.len()) };
    let end = start + at;
    let rest = &text[end..];
    let width = if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(1, char::len_utf8) };
    (end, end + width)
}

fn line(text: &str, whole: Span, blank_before: usize) -> Option<Line> {
    let ink = trimmed(text, whole);
    if ink.is_empty() {
        return None;
    }
    let indent = Span::new(whole.start, ink.start).of(text).chars().map(columns_of).sum();
    let (content, marks) = without_heading(text, ink);
    let (content, label) = without_label(text, content);
    let (heading, labelled) = (label.unwrap_or(marks), label.is_some_and(|level| level > 0));
    let (content, bold) = without_emphasis(text, content);
    let content = caption_of_image(text, content);
    let shown = content.of(text);
    let chars = shown.chars().count();
    let columns = shown.chars().map(columns_of).sum();
    Some(Line { ink, content, heading, labelled, bold, indent, blank_before, chars, columns })
}

/// `span` without the white space (and byte-order marks) around it.
pub fn trimmed(text: &str, span: Span) -> Span {
    let part = span.of(text);
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}';
    let start = span.start + part.len() - part.trim_start_matches(blank).len();
    if start == span.end {
        return Span::new(start, start);
    }
    Span::new(start, span.start + part.trim_end_matches(blank).len())
}

fn without_heading(text: &str, span: Span) -> (Span, u8) {
    let part = span.of(text);
    let quote = part.len() - part.trim_start_matches('>').len();
    let span = trimmed(text, Span::new(span.start + quote, span.end));
    let part = span.of(text);
    let marks = part.len() - part.trim_start_matches(['#', '＃']).len();
    let count = part[..marks].chars().count();
    if count == 0 || count > 6 {
        return (span, 0);
    }
    let content = part[marks..].trim_end_matches('#').len();
    (trimmed(text, Span::new(span.start + marks, span.start + marks + content)), count as u8)
}

/// What exports of archives write before the parts of an article, with the level of heading that each stands for.
const LABELS: [(&str, u8); 9] = [
    ("标题", 1),
    ("標題", 1),
    ("主标题", 1),
    ("题目", 1),
    ("引题", 2),
    ("肩题", 2),
    ("副标题", 2),
    ("副题", 2),
    ("正文", 0),
];

/// Takes off a label and gives the level of heading it stands for.
fn without_label(text: &str, span: Span) -> (Span, Option<u8>) {
    let part = span.of(text);
    let after = |label: &str| part.strip_prefix(label)?.strip_prefix(['：', ':']);
    let found = LABELS.iter().find_map(|&(label, level)| Some((after(label)?, level)));
    match found {
        Some((rest, level)) => (trimmed(text, Span::new(span.end - rest.len(), span.end)), Some(level)),
        None => (span, None),
    }
}

/// Takes off `**…**` or `__…__` around the whole line.
fn without_emphasis(text: &str, span: Span) -> (Span, bool) {
    let part = span.of(text);
    for mark in ["**", "__"] {
        let inner = part.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if inner.is_some_and(|inner| !inner.contains(mark)) {
            return (trimmed(text, Span::new(span.start + 2, span.end - 2)), true);
        }
    }
    (span, false)
}

/// Of a line that is one image in Markdown, `![…](…)`, the text that stands for the image.
fn caption_of_image(text: &str, span: Span) -> Span {
    let inner = |line: &str| {
        let rest = line.strip_prefix("![")?;
        let end = rest.find(']')?;
        let target = &rest[end + 1..];
        let whole =
            target.is_empty() || target.starts_with('(') && target.find(')') == Some(target.len() - 1);
        whole.then_some(end)
    };
    match inner(span.of(text)) {
        Some(end) => trimmed(text, Span::new(span.start + 2, span.start + 2 + end)),
        None => span,
    }
}

/// Two for full-width characters, one for the others.
pub fn columns_of(c: char) -> usize {
    // General punctuation as newspapers set it, Han, kana, full-width forms; half-width kana and Hangul are rare here.
    if ('\u{2010}'..='\u{2027}').contains(&c) || c >= '\u{2e80}' { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_indents_are_taken_off() {
        let text = "\u{feff}## 两江新区 开园\r\n\r\n　　本报讯 3月\n**小标题**\n###\n";
        let lines = lines(text);
        let shown: Vec<_> = lines.iter().map(|l| l.content.of(text)).collect();
        assert_eq!(shown, ["两江新区 开园", "本报讯 3月", "小标题", ""]);
        assert_eq!(lines[0].heading, 2);
        assert_eq!((lines[1].indent, lines[1].blank_before), (4, 1));
        assert!(lines[2].bold);
        assert_eq!(lines[3].ink.of(text), "###");
    }

    #[test]
    fn labels_of_archives_are_taken_off() {
        let text = "引题：桥上通车\n标题: 两岸相连\n正文：\n标题党：说法不一";
        let lines = lines(text);
        let shown: Vec<_> = lines.iter().map(|l| (l.content.of(text), l.heading, l.labelled)).collect();
        let plain = ("标题党：说法不一", 0, false);
        assert_eq!(shown, [("桥上通车", 2, true), ("两岸相连", 1, true), ("", 0, false), plain]);
    }

    #[test]
    fn an_image_is_its_caption() {
        let shown = |text: &'static str| lines(text)[0].content.of(text);
        assert_eq!(shown("![图为码头复航现场。](images/1.jpg)"), "图为码头复航现场。");
        assert_eq!(shown("![](images/1.jpg)"), "");
        assert_eq!(shown("![图为码头]"), "图为码头");
        assert_eq!(shown("![一](a.png)后面还有"), "![一](a.png)后面还有");
    }

    #[test]
    fn every_kind_of_line_end() {
        let text = "一\n二\r\n三\r四\u{2028}五\u{c}六";
        assert_eq!(lines(text).len(), 6);
        assert!(lines("").is_empty() && lines(" \n\u{3000}\n").is_empty());
    }

    #[test]
    fn marks_of_headlines_end_at_the_sixth() {
        let read =
            |text: &str| lines(text).first().map(|line| (line.content.of(text).to_owned(), line.heading));
        let shown = |content: &str, heading: u8| Some((content.to_owned(), heading));
        assert_eq!(read("###### 开园 ##"), shown("开园", 6));
        assert_eq!(read("####### 开园"), shown("####### 开园", 0));
        assert_eq!(read("＃开园"), shown("开园", 1));
        assert_eq!(read("> ## 开园"), shown("开园", 2));
        assert_eq!(read(">> 开园"), shown("开园", 0));
    }

    #[test]
    fn columns_are_as_printed() {
        for wide in "岸，“”‘’—…、。《　Ａ".chars() {
            assert_eq!(columns_of(wide), 2, "{wide}");
        }
        for narrow in "a1.,- é\u{1100}\u{2002}\u{2030}ก".chars() {
            assert_eq!(columns_of(narrow), 1, "{narrow}");
        }
        let line = &lines("岸a“1”")[0];
        assert_eq!((line.chars, line.columns), (5, 8));
    }
}
