//! Texts with known names: the PFR corpus and files in IOB2.
//!
//! Takes their lines, gives texts cut into words, each with the name it is part of. Surname and given name are one name
//! of a person; ns and `[…]ns` are places; nt and `[…]nt` are organizations, the outermost counting.

use super::OTHER;
use crate::span::Span;
use crate::tags::Kind;
use crate::train::written::Marked;

/// A stretch of a text: a name, or what stands between names. A name of a body keeps its words and what they are.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    pub kind: Option<Kind>,
    pub words: Vec<(String, String)>,
}

pub struct Text {
    pub day: u32,
    pub pieces: Vec<Piece>,
}

/// The characters of pieces and the names in them.
pub fn flat(pieces: &[Piece]) -> (Vec<char>, Vec<(Kind, usize, usize)>) {
    let (mut chars, mut names) = (Vec::new(), Vec::new());
    for piece in pieces {
        let start = chars.len();
        chars.extend(piece.text.chars().map(crate::tags::plain));
        names.extend(piece.kind.filter(|_| chars.len() > start).map(|kind| (kind, start, chars.len())));
    }
    (chars, names)
}

pub fn pfr(source: &str) -> Vec<Text> {
    let texts = source.lines().filter_map(|line| {
        let mut tokens = line.split_whitespace();
        let day = tokens.next()?.get(6..8)?.parse().ok()?;
        Some(Text { day, pieces: pieces(tokens) })
    });
    texts.filter(|text| !text.pieces.is_empty()).collect()
}

fn pieces<'s>(tokens: impl Iterator<Item = &'s str>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut open: Option<usize> = None;
    let mut surname = false;
    for token in tokens {
        let bare = token.strip_prefix('[').filter(|rest| !rest.starts_with('/'));
        if bare.is_some() {
            open = Some(out.len());
        }
        let Some((word, tags)) = bare.unwrap_or(token).rsplit_once('/') else { continue };
        let (tag, close) = tags.split_once(']').unwrap_or((tags, ""));
        let kind = kind(tag);
        let length = word.chars().count();
        match out.last_mut() {
            Some(last) if surname && tag == "nr" && length <= 2 => {
                last.text.push_str(word);
                surname = false;
            }
            _ => {
                let words = vec![(word.to_owned(), tag.to_owned())];
                out.push(Piece { text: word.to_owned(), kind, words });
                surname = tag == "nr" && (length == 1 || super::LONG_SURNAMES.contains(&word));
            }
        }
        if let (Some(kind), Some(start)) = (self::kind(close), open) {
            let parts: Vec<Piece> = out.drain(start..).collect();
            let text = parts.iter().map(|part| part.text.as_str()).collect();
            let words = parts.into_iter().flat_map(|part| part.words).collect();
            out.push(Piece { text, kind: Some(kind), words });
        }
        if !close.is_empty() {
            open = None;
        }
    }
    out
}

fn kind(tag: &str) -> Option<Kind> {
    match tag {
        "nr" => Some(Kind::Person),
        "ns" => Some(Kind::Place),
        "nt" => Some(Kind::Organization),
        _ => None,
    }
}

/// A text of a written page, filed under a day. An encyclopedia's is read as the other corpus is: places that stand
/// together are one.
pub fn marked((text, names): &Marked, day: u32) -> Text {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |span: Span, kind| match pieces.last_mut() {
        _ if span.is_empty() => {}
        Some(last) if day == OTHER && kind == Some(Kind::Place) && last.kind == kind => {
            last.text.push_str(span.of(text));
        }
        _ => pieces.push(Piece { text: span.of(text).to_owned(), kind, words: Vec::new() }),
    };
    let mut at = 0;
    for &(kind, name) in names {
        push(Span::new(at, name.start), None);
        push(name, Some(kind));
        at = name.end;
    }
    push(Span::new(at, text.len()), None);
    Text { day, pieces }
}

/// Sentences of tokens, each after a number, with B- and I- labels.
pub fn iob2(source: &str) -> Vec<Text> {
    let mut out = vec![Text { day: OTHER, pieces: Vec::new() }];
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t').skip(1);
        let (Some(word), Some(label)) = (fields.next(), fields.next()) else {
            out.push(Text { day: OTHER, pieces: Vec::new() });
            continue;
        };
        let Some(Text { pieces, .. }) = out.last_mut() else { continue };
        let kind = match label.get(2..) {
            Some("PER") => Some(Kind::Person),
            Some("LOC") => Some(Kind::Place),
            Some("ORG") => Some(Kind::Organization),
            _ => None,
        };
        match pieces.last_mut() {
            Some(last) if label.starts_with('I') && kind.is_some() => last.text.push_str(word),
            _ => pieces.push(Piece { text: word.to_owned(), kind, words: Vec::new() }),
        }
    }
    out.retain(|text| !text.pieces.is_empty());
    out
}
