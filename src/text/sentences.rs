//! Sentences of a paragraph.

use crate::span::Span;

/// The sentences of `text`, closing quotes and brackets included, without white space around them.
///
/// A sentence ends at 。！？… (and their half-width forms before a space or the end); marks inside quotes end it only
/// where the quote closes with them.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !ends_sentence(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(next, follower)) = chars.peek() {
            if !ends_sentence(follower) && !closes(follower) {
                break;
            }
            end = next + follower.len_utf8();
            chars.next();
        }
        push(text, Span::new(start, end), &mut out);
        start = end;
    }
    push(text, Span::new(start, text.len()), &mut out);
    out
}

/// Whether `c` ends a sentence.
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '…' | '!' | '?')
}

/// Whether `c` closes a quotation or a bracket.
pub fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '》' | '）' | ')' | '】' | '〉' | '〕')
}

fn push(text: &str, span: Span, out: &mut Vec<Span>) {
    let part = span.of(text);
    let start = span.start + part.len() - part.trim_start().len();
    let end = span.start + part.trim_end().len();
    if start < end {
        out.push(Span::new(start, end));
    }
}
