//! Texts of any length, a piece at a time.
//!
//! Takes a text as it comes in; gives pieces of it that are analysed each by itself, so that memory is bounded by the piece
//! and not by the text. A piece is a page wherever mastheads tell the pages apart, as [`sheets`](crate::page::sheets) has
//! it. What goes on for longer than a page can is cut where an article surely begins, else at a blank line, a line, a sentence.
//! Where the cuts are depends on the text alone and not on how it comes in. Every character is in exactly one piece.

use std::collections::VecDeque;

use crate::page::lines::{self, Line, lines};
use crate::page::rules::{LineKind, rule};
use crate::page::sheets::sheets;
use crate::text::floor;

/// The longest piece, in bytes: some ten full pages.
pub const LONGEST: usize = 1 << 18;

/// What `cuts` must see of a text that goes on, in bytes, to find a cut in any case.
pub const ENOUGH: usize = 3 * LONGEST;

/// Where finished pieces end, as byte offsets; `text` begins where a piece begins. The text behind the last of them may go
/// on and belongs to the next call; with `last` nothing follows, and the last cut is the end of the text.
///
/// The cost grows with the square of the length where nothing marks the pages; [`Pieces`] gives it no more than it needs.
pub fn cuts(text: &str, last: bool) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let starts = pages(if last { rest } else { &rest[..whole_lines(rest)] });
        let mut start = 0;
        let mut long = false;
        for end in starts {
            long = end - start > LONGEST;
            if long {
                break;
            }
            cuts.push(at + end);
            start = end;
        }
        at += start;
        let open = text.len() - at;
        long |= open > if last { LONGEST } else { 2 * LONGEST };
        if !long {
            break;
        }
        at += within(&text[at..]);
        cuts.push(at);
    }
    if last && at < text.len() {
        cuts.push(text.len());
    }
    cuts
}

/// The beginnings of all pages but the first.
fn pages(text: &str) -> Vec<usize> {
    let lines = lines(text);
    let sheets = sheets(text, &lines);
    // Blank lines before a page are its own, since they are seen there.
    sheets.iter().skip(1).map(|sheet| lines::after(text, &lines[sheet.start - 1])).collect()
}

/// How much of a text that goes on are lines that are there to their end. A CR at the end may be half of a line end.
fn whole_lines(text: &str) -> usize {
    let text = text.strip_suffix('\r').unwrap_or(text);
    let breaks = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.rfind(breaks).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))
}

/// The best place to cut a text that is too long, in the second half of what a piece may hold.
fn within(text: &str) -> usize {
    let text = &text[..floor(text, LONGEST)];
    let lines = lines(&text[..whole_lines(text)]);
    let late = LONGEST / 2;
    let best = (1..lines.len())
        .map(|i| (sureness(text, &lines, i), lines::after(text, &lines[i - 1])))
        .filter(|&(_, at)| at >= late)
        .max();
    let sentence = || text.rfind(['。', '！', '？']).filter(|&at| at >= late).map(|at| at + '。'.len_utf8());
    best.map(|(_, at)| at).or_else(sentence).unwrap_or(text.len())
}

/// How surely an article, or at least a paragraph, begins with the line `i`, which is not the first.
fn sureness(text: &str, lines: &[Line], i: usize) -> u8 {
    let (before, line) = (&lines[i - 1], &lines[i]);
    let content = line.content.of(text);
    let ended = before.content.of(text).ends_with(['。', '！', '？', '”', '）', '…', '.']);
    let headline = line.chars <= 45 && !content.ends_with(['。', '，', '；', '、']);
    let marked = line.heading > 0 || line.bold;
    let reported = lines
        .get(i + 1)
        .is_some_and(|next| rule(next.content.of(text)).is_some_and(|rule| rule.kind == LineKind::Dateline));
    match (ended, headline, line.blank_before > 0) {
        (true, true, _) if marked || reported => 4,
        (true, true, true) => 3,
        (true, _, true) => 2,
        (true, ..) => 1,
        _ => 0,
    }
}

/// One piece of a text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In bytes of the text.
    pub start: usize,
    /// In UTF-16 code units of the text.
    pub start_utf16: usize,
    /// What it holds.
    pub text: String,
}

/// Cuts a text while it comes in; holds no more of it than a few pieces.
///
/// ```
/// use banmian::pieces::Pieces;
///
/// let paper = "青陵日报 2025年4月16日 A01版\n锦带河新桥通车\n本报讯（记者 何苗）新桥今晨通车，两岸往来方便多了。\n\
///              青陵日报 2025年4月16日 A02版\n白鹭回来了\n本报讯（记者 何苗）河湾治理一年，白鹭又飞回来了。\n";
/// let mut pieces = Pieces::default();
/// pieces.push(paper);
/// pieces.finish();
/// let texts: Vec<String> = pieces.map(|piece| piece.text).collect();
/// assert_eq!(texts.len(), 2);
/// assert_eq!(texts.concat(), paper);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    /// What has come in and was not given out.
    text: String,
    /// Where in `text` the next piece begins, and in the whole.
    at: usize,
    start: usize,
    start_utf16: usize,
    /// Ends of pieces in `text`.
    ends: VecDeque<usize>,
    finished: bool,
}

impl Pieces {
    /// Takes the next part of the text.
    pub fn push(&mut self, part: &str) {
        self.text.drain(..std::mem::take(&mut self.at));
        // What was found holds; it only stands elsewhere now.
        self.ends.clear();
        self.text.push_str(part);
    }

    /// Says that nothing follows.
    pub fn finish(&mut self) {
        self.finished = true;
    }

    /// Whether more of the text must come in before there is a piece.
    pub fn hungry(&self) -> bool {
        self.ends.is_empty() && !self.finished && self.text.len() - self.at < ENOUGH
    }
}

impl Iterator for Pieces {
    type Item = Piece;

    /// The next piece; `None` where more must come in, or all was given.
    fn next(&mut self) -> Option<Piece> {
        if self.hungry() {
            return None;
        }
        if self.ends.is_empty() {
            let rest = &self.text[self.at..];
            let seen = floor(rest, ENOUGH);
            let last = self.finished && seen == rest.len();
            self.ends.extend(cuts(&rest[..seen], last).into_iter().map(|end| self.at + end));
        }
        let end = self.ends.pop_front()?;
        let text = self.text[self.at..end].to_owned();
        let piece = Piece { start: self.start, start_utf16: self.start_utf16, text };
        self.start += piece.text.len();
        self.start_utf16 += piece.text.chars().map(char::len_utf16).sum::<usize>();
        self.at = end;
        Some(piece)
    }
}
