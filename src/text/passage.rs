//! Repaired text that knows where each of its characters came from.
//!
//! A paragraph of a page may lie in several lines, in two columns, or before its own headline. A `Passage` is the
//! text as an editor would set it, with the pieces of the input it was made of. Later passes read only passages, so a
//! phrase cut by a line end is whole to them; `source` leads back to the input.

use crate::span::Span;

/// One piece of the input: it stands at byte `at` of the passage's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the text.
    pub at: usize,
    /// Where it stands in the input.
    pub source: Span,
}

/// Text made of pieces of the input in reading order; between two pieces there may be one space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// As the reader sees it.
    pub text: String,
    /// What it is made of.
    pub pieces: Vec<Piece>,
}

impl Passage {
    /// A text that is one piece of the input.
    pub fn new(input: &str, source: Span) -> Passage {
        let mut passage = Passage::default();
        passage.push(input, source);
        passage
    }

    /// Appends a piece of the input, with a space where two Latin words or numbers would run together.
    pub fn push(&mut self, input: &str, source: Span) {
        if source.is_empty() {
            return;
        }
        let piece = source.of(input);
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(self.text.chars().next_back()) && latin(piece.chars().next()) {
            self.text.push(' ');
        }
        self.pieces.push(Piece { at: self.text.len(), source });
        self.text.push_str(piece);
    }

    /// Appends a piece after a space, as when a headline goes on in the next line.
    pub fn push_spaced(&mut self, input: &str, source: Span) {
        if !self.text.is_empty() && !source.is_empty() {
            self.text.push(' ');
        }
        self.push(input, source);
    }

    /// Appends all of `other`.
    pub fn append(&mut self, input: &str, other: &Passage) {
        for piece in &other.pieces {
            self.push(input, piece.source);
        }
    }

    /// The same with all that `owned` has beside its pieces, such as heading marks, in the order of the input; itself where that
    /// is only blanks.
    pub fn whole(&self, input: &str, owned: &[Span]) -> Passage {
        let mut pieces: Vec<(Span, bool)> = self.all_sources().map(|piece| (piece, false)).collect();
        pieces.sort_unstable();
        let hidden = hidden(input, owned, &pieces);
        if hidden.is_empty() {
            return self.clone();
        }
        pieces.extend(hidden.into_iter().map(|mark| (mark, true)));
        pieces.sort_unstable();
        let mut whole = Passage::default();
        let mut after_mark = false;
        for (piece, is_mark) in pieces {
            match whole.pieces.last_mut() {
                Some(last) if last.source.end == piece.start => {
                    last.source.end = piece.end;
                    whole.text.push_str(piece.of(input));
                }
                Some(_) if is_mark || after_mark => whole.push_spaced(input, piece),
                _ => whole.push(input, piece),
            }
            after_mark = is_mark;
        }
        whole
    }

    /// The ranges of the input that `part` of this text came from, in reading order.
    pub fn sources(&self, part: Span) -> impl Iterator<Item = Span> + '_ {
        self.pieces.iter().filter_map(move |piece| {
            let start = part.start.max(piece.at);
            let end = part.end.min(piece.at + piece.source.len());
            (start < end).then(|| {
                Span::new(piece.source.start + start - piece.at, piece.source.start + end - piece.at)
            })
        })
    }

    /// One range of the input for `part`: from its first to its last character where its pieces stand in order and
    /// close together (a line end between them), else the longest piece.
    pub fn source(&self, part: Span) -> Span {
        let mut ranges = self.sources(part);
        let Some(mut whole) = ranges.next() else { return Span::default() };
        for next in ranges {
            if next.start >= whole.end && next.start - whole.end <= CLOSE {
                whole.end = next.end;
            } else if next.len() > whole.len() {
                whole = next;
            }
        }
        whole
    }

    /// Where `source`, a range of the input, stands in this text; `None` where the passage lacks its ends.
    pub fn find(&self, source: Span) -> Option<Span> {
        let place = |byte: usize, last: bool| {
            let piece = self.pieces.iter().find(|p| {
                let (start, end) = (p.source.start, p.source.end);
                if last { start < byte && byte <= end } else { start <= byte && byte < end }
            })?;
            Some(piece.at + byte - piece.source.start)
        };
        let (start, end) = (place(source.start, false)?, place(source.end, true)?);
        (start < end).then(|| Span::new(start, end))
    }

    /// The ranges of the input that the whole passage came from, in reading order.
    pub fn all_sources(&self) -> impl Iterator<Item = Span> + '_ {
        self.pieces.iter().map(|piece| piece.source)
    }
}

/// What ordered ranges have that is neither blank nor one of `pieces`, which are in order too.
fn hidden(input: &str, owned: &[Span], pieces: &[(Span, bool)]) -> Vec<Span> {
    let mut hidden: Vec<Span> = Vec::new();
    for range in owned {
        let from = pieces.partition_point(|(piece, _)| piece.end <= range.start);
        let inside =
            pieces[from..].iter().map(|&(piece, _)| piece).take_while(|piece| piece.start < range.end);
        let mut at = range.start;
        for piece in inside.chain([Span::new(range.end, range.end)]) {
            for (start, c) in Span::new(at, piece.start.max(at)).of(input).char_indices() {
                let start = at + start;
                match hidden.last_mut() {
                    _ if c.is_whitespace() => {}
                    Some(last) if last.end == start => last.end += c.len_utf8(),
                    _ => hidden.push(Span::new(start, start + c.len_utf8())),
                }
            }
            at = piece.end;
        }
    }
    hidden
}

/// How many bytes (line ends, indents, marks) may stand between the two halves of one mention.
const CLOSE: usize = 32;
