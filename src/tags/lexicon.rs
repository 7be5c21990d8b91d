//! The user's own words, which win over every model.
//!
//! A lexicon is a CSV or TSV file: word, kind, and for a synonym the name it stands for. Here alone can input be wrong.

use std::fmt;

use super::rules::hash::Map;
use super::{By, Kind, Tag};
use crate::span::Span;

/// Words the user has named, with what they are.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// A tree of characters: the node behind each node and character, and the entry that ends at a node.
    next: Map<(u32, char), u32>,
    ends: Vec<Option<u32>>,
}

/// One line of a lexicon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As it is looked for.
    pub word: String,
    /// What it is.
    pub kind: WordKind,
    /// The name the word stands for; the word itself where the line names none.
    pub name: String,
}

/// What a word of the lexicon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A tag of this kind wherever the word stands.
    Tag(super::Kind),
    /// A theme, reported wherever it stands.
    Theme,
    /// A phrase that is never a theme.
    Exclude,
    /// A word for segmentation and nothing else.
    Word,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// English; a caller that shows it to readers has `line` to say it in Chinese.
    pub reason: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "lexicon line {}: {}", self.line, self.reason)
    }
}

impl Lexicon {
    /// A lexicon of these entries; of two for the same word the later wins.
    pub fn new(entries: Vec<Entry>) -> Lexicon {
        let mut lexicon = Lexicon { entries: Vec::new(), next: Map::default(), ends: vec![None] };
        for (index, entry) in entries.iter().enumerate() {
            let mut node = 0;
            for c in entry.word.chars() {
                let new = lexicon.ends.len() as u32;
                node = *lexicon.next.entry((node, fold(c))).or_insert(new);
                if node == new {
                    lexicon.ends.push(None);
                }
            }
            lexicon.ends[node as usize] = Some(index as u32);
        }
        lexicon.entries = entries;
        lexicon
    }

    /// Reads a lexicon, or names every line that cannot be read.
    ///
    /// ```
    /// use banmian::tags::Lexicon;
    /// let lexicon = Lexicon::parse("词,类别,正名\n湘商回归,主题\n云港,地点,云港市\n").unwrap();
    /// assert_eq!(lexicon.entries[1].name, "云港市");
    /// assert_eq!(Lexicon::parse("云港,城").unwrap_err()[0].line, 1);
    /// ```
    pub fn parse(text: &str) -> Result<Lexicon, Vec<BadLine>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (mut entries, mut bad) = (Vec::new(), Vec::new());
        let mut first = true;
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match read_line(line) {
                Ok(entry) => entries.push(entry),
                Err(_) if first && is_header(line) => {}
                Err(reason) => bad.push(BadLine { line: index + 1, reason }),
            }
            first = false;
        }
        if bad.is_empty() { Ok(Lexicon::new(entries)) } else { Err(bad) }
    }

    /// Every word of the lexicon in `text`, longest first from each place, not overlapping.
    pub fn find(&self, text: &str) -> Vec<(Span, &Entry)> {
        let mut out: Vec<(Span, &Entry)> = Vec::new();
        if self.entries.is_empty() {
            return out;
        }
        let mut resume = 0;
        for (start, _) in text.char_indices() {
            if start < resume {
                continue;
            }
            if let Some((end, entry)) = self.longest(&text[start..]) {
                resume = start + end;
                out.push((Span::new(start, resume), entry));
            }
        }
        out
    }

    fn longest(&self, text: &str) -> Option<(usize, &Entry)> {
        let (mut node, mut best) = (0, None);
        for (at, c) in text.char_indices() {
            let Some(&next) = self.next.get(&(node, fold(c))) else { break };
            node = next;
            if let Some(index) = self.ends[node as usize] {
                best = Some((at + c.len_utf8(), &self.entries[index as usize]));
            }
        }
        best
    }

    /// The tags that the lexicon forces.
    pub fn tags(&self, text: &str) -> Vec<Tag> {
        let tags = self.find(text).into_iter().filter_map(|(span, entry)| match entry.kind {
            WordKind::Tag(kind) => Some(Tag { kind, span, by: By::Lexicon }),
            WordKind::Theme | WordKind::Exclude | WordKind::Word => None,
        });
        tags.collect()
    }
}

/// Full-width and half-width, traditional and simplified, upper and lower case are one.
fn fold(c: char) -> char {
    super::plain(c).to_ascii_lowercase()
}

fn read_line(line: &str) -> Result<Entry, String> {
    let fields = fields(line)?;
    let field = |i: usize| fields.get(i).map_or("", |f| f.trim());
    let word = field(0).to_owned();
    if word.is_empty() {
        return Err("the word is missing".to_owned());
    }
    if fields.iter().skip(3).any(|f| !f.trim().is_empty()) {
        return Err(format!("{} fields, at most 3 are expected: word, kind, name", fields.len()));
    }
    let kind = kind(field(1))?;
    if kind == WordKind::Exclude && !field(2).is_empty() {
        return Err("a phrase to exclude stands for no other name".to_owned());
    }
    let name = if field(2).is_empty() { word.clone() } else { field(2).to_owned() };
    Ok(Entry { word, kind, name })
}

/// The fields of a line: tabs where it has any, else commas; a field may stand in double quotes.
fn fields(line: &str) -> Result<Vec<String>, String> {
    let comma = |c: char| matches!(c, ',' | '，');
    let tabs = line.contains('\t');
    let mut out = vec![String::new()];
    let (mut quoted, mut closed) = (false, false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let field = out.last_mut().expect("a field is always open");
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            '"' if quoted => (quoted, closed) = (false, true),
            '"' if field.trim().is_empty() && !closed => {
                field.clear();
                quoted = true;
            }
            _ if !quoted && (c == '\t' || !tabs && comma(c)) => {
                out.push(String::new());
                closed = false;
            }
            _ if closed && !c.is_whitespace() => return Err("text after a closing quote".to_owned()),
            _ => field.push(c),
        }
    }
    if quoted { Err("a quote is not closed".to_owned()) } else { Ok(out) }
}

fn kind(name: &str) -> Result<WordKind, String> {
    Ok(match name.to_ascii_lowercase().as_str() {
        "person" | "people" | "per" | "人" | "人名" | "人物" => WordKind::Tag(Kind::Person),
        "place" | "location" | "loc" | "地" | "地名" | "地点" | "地方" => WordKind::Tag(Kind::Place),
        "organization" | "organisation" | "org" | "机构" | "机构名" | "单位" | "组织" => {
            WordKind::Tag(Kind::Organization)
        }
        "date" | "time" | "日期" | "时间" => WordKind::Tag(Kind::Date),
        "work" | "作品" | "作品名" => WordKind::Tag(Kind::Work),
        "term" | "术语" | "提法" | "专名" => WordKind::Tag(Kind::Term),
        "theme" | "topic" | "主题" | "口号" => WordKind::Theme,
        "exclude" | "excluded" | "排除" | "排除主题" | "非主题" => WordKind::Exclude,
        "word" | "词" | "词语" => WordKind::Word,
        "" => return Err("the kind is missing".to_owned()),
        other => return Err(format!("unknown kind “{other}”")),
    })
}

/// Whether the first line names its columns.
fn is_header(line: &str) -> bool {
    let line = line.to_lowercase();
    let heads = ["kind", "type", "类别", "类型", "种类", "词性", "分类"];
    heads.iter().any(|head| line.contains(head))
}
