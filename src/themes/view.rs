//! The page as the theme passes see it.
//!
//! Takes a `Page`, gives each block as folded characters with their byte offsets, so that “三高四新” and 三高四新, Ａ and a
//! are one to every later step. Datelines, bylines and credits are masked: they are about the paper, not its subject. So are
//! addresses of the web and of mail.

use crate::page::{Article, At, Page, Role};
use crate::span::Span;
use crate::text::address::addresses;
use crate::text::{Passage, sentences, simplified};
use crate::words;

pub struct View<'p> {
    pub page: &'p Page,
    /// In reading order.
    pub blocks: Vec<BlockView>,
}

/// One block, character by character.
pub struct BlockView {
    pub article: usize,
    pub block: usize,
    pub role: Role,
    /// Whether it is the first body paragraph of its article.
    pub lead: bool,
    pub chars: Vec<char>,
    /// Byte offset of each character in the passage, and the length of the text at the end.
    pub bytes: Vec<usize>,
    /// Characters that belong to a dateline, a byline or an address.
    pub masked: Vec<bool>,
    /// Where words begin, and the end of the text, in characters.
    pub words: Vec<usize>,
    /// Whole sentences (bytes), without a dateline before the first.
    pub sentences: Vec<Span>,
}

/// A range of characters of one block of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index into `View::blocks`.
    pub block: usize,
    pub start: usize,
    pub end: usize,
}

impl<'p> View<'p> {
    pub fn new(page: &'p Page) -> View<'p> {
        let mut lead = None;
        let blocks = page
            .blocks()
            .filter(|(_, _, block)| !matches!(block.role, Role::Note | Role::Credit))
            .map(|(a, b, block)| {
                let first = block.role == Role::Body && lead != Some(a);
                if first {
                    lead = Some(a);
                }
                BlockView::new(&page.articles[a], (a, b), block.role, first)
            })
            .collect();
        View { page, blocks }
    }

    pub fn at(&self, place: Place) -> At {
        let block = &self.blocks[place.block];
        At { article: block.article, block: block.block, span: block.span(place.start, place.end) }
    }

    /// The text of a place as it stands on the page.
    pub fn text(&self, place: Place) -> &str {
        self.page.text(self.at(place))
    }

    pub fn article_of(&self, place: Place) -> usize {
        self.blocks[place.block].article
    }

    pub fn is_headline(&self, place: Place) -> bool {
        self.blocks[place.block].role.is_headline()
    }
}

impl BlockView {
    fn new(article: &Article, (a, b): (usize, usize), role: Role, lead: bool) -> BlockView {
        let passage = &article.blocks[b].passage;
        let mut chars = Vec::new();
        let mut bytes = Vec::new();
        for (at, c) in passage.text.char_indices() {
            chars.push(fold(c));
            bytes.push(at);
        }
        bytes.push(passage.text.len());
        let credits = credits(article, passage);
        let mut masked = vec![false; bytes.len()];
        for credit in &credits {
            let index = |at: usize| bytes.partition_point(|&b| b < at);
            masked[index(credit.start)..index(credit.end)].fill(true);
        }
        for (start, end) in addresses(&chars) {
            masked[start..end].fill(true);
        }
        let sentences = sentences(&passage.text)
            .into_iter()
            .filter_map(|sentence| without_credits(&passage.text, sentence, &credits))
            .collect();
        let words = words(&passage.text, &bytes);
        BlockView { article: a, block: b, role, lead, chars, bytes, masked, words, sentences }
    }

    /// Whether a word ends before this character and another begins.
    pub fn parts_words(&self, at: usize) -> bool {
        self.words.binary_search(&at).is_ok()
    }

    /// Characters to bytes.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.bytes[start], self.bytes[end])
    }

    /// The index of the sentence that holds byte `at`.
    pub fn sentence(&self, at: usize) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.end <= at);
        self.sentences.get(i).is_some_and(|s| s.start <= at).then_some(i)
    }

    /// The characters for a range of bytes of the passage.
    pub fn chars_of(&self, span: Span) -> (usize, usize) {
        let index = |at: usize| self.bytes.partition_point(|&b| b < at).min(self.chars.len());
        (index(span.start), index(span.end))
    }
}

fn words(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut at = 0;
    let mut starts: Vec<usize> = Vec::new();
    for word in words::split(text) {
        while bytes[at] < word.start {
            at += 1;
        }
        starts.push(at);
    }
    starts.push(bytes.len() - 1);
    starts
}

/// How far apart (bytes) two names of one byline may stand: （全媒体记者 … 通讯员 …）.
const APART: usize = 36;

/// Where the dateline and bylines stand in a passage, brackets between and after them included, in order.
fn credits(article: &Article, passage: &Passage) -> Vec<Span> {
    let dateline = article.dateline.iter().flat_map(|d| d.spans.iter().copied());
    let mut marks: Vec<Span> = dateline
        .chain(article.byline.iter().map(|c| c.span))
        .filter_map(|span| in_passage(passage, span))
        .collect();
    marks.sort();
    let mut out: Vec<Span> = Vec::new();
    for mark in marks {
        let tail = &passage.text[mark.end..];
        let rest = tail.trim_start_matches(['）', ')', '】', ']', ' ', '\u{3000}', '\t', '：', ':']);
        let mark = Span::new(mark.start, mark.end + tail.len() - rest.len());
        match out.last_mut() {
            Some(last) if mark.start <= last.end + APART => last.end = last.end.max(mark.end),
            _ => out.push(mark),
        }
    }
    out
}

fn in_passage(passage: &Passage, span: Span) -> Option<Span> {
    passage.pieces.iter().find(|piece| piece.source.contains(span)).map(|piece| {
        let start = piece.at + span.start - piece.source.start;
        Span::new(start, start + span.len())
    })
}

/// The longest part of a sentence outside datelines and bylines; none where nothing is left.
fn without_credits(text: &str, sentence: Span, credits: &[Span]) -> Option<Span> {
    let inside = credits.iter().filter(|credit| credit.overlaps(sentence));
    let mut part = Span::new(sentence.start, sentence.start);
    let mut start = sentence.start;
    for (free, next) in inside.map(|c| (c.start, c.end)).chain([(sentence.end, sentence.end)]) {
        if free > start && free - start > part.len() {
            part = Span::new(start, free);
        }
        start = start.max(next);
    }
    let part = without_turn(text, part);
    let trimmed = part.of(text).trim_end_matches(['（', '(', ' ', '\u{3000}', '\n']);
    (!trimmed.is_empty()).then(|| Span::new(part.start, part.start + trimmed.len()))
}

/// A sentence without （上接A01版） before it.
fn without_turn(text: &str, sentence: Span) -> Span {
    let part = sentence.of(text);
    match part.strip_prefix("（上接").and_then(|rest| rest.split_once('）')) {
        Some((_, rest)) if !rest.is_empty() => Span::new(sentence.end - rest.len(), sentence.end),
        _ => sentence,
    }
}

/// Full width to half width, traditional to simplified, capitals to small letters.
pub fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' if !matches!(c, '！' | '，' | '：' | '；' | '？' | '（' | '）') => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        _ => simplified(c),
    };
    narrow.to_ascii_lowercase()
}

/// A surface form folded for comparison, without quotation marks and spaces around it.
pub fn key(text: &str) -> String {
    text.chars().map(fold).filter(|&c| !is_quote(c) && !c.is_whitespace()).collect()
}

pub fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '"' | '\'')
}

/// Han characters, letters and digits: what a phrase is made of.
pub fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_han(c)
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}
