//! Where something stands: half-open ranges of UTF-8 bytes.

/// A half-open range of UTF-8 bytes, always on character boundaries.
///
/// Which text it belongs to is said where it is used: the input (`Line`, `Piece`, `Article::spans`), or the
/// repaired text of one block (`Tag`, `At`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// From byte to byte.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "{start}..{end}");
        Span { start, end }
    }

    /// In bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words it stands for in its text.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the other lies inside it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same range `by` bytes further on.
    pub fn shifted(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }
}
