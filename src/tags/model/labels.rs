//! Labels of characters, and the best sequence of them.
//!
//! A name of several characters begins (B), goes on (I) and ends (E), one of a single character stands alone (S), all
//! else is outside (O). Takes the scores of each character, gives labels that keep this grammar, and the names in them.

use super::Name;
use crate::tags::Kind;

/// O, then B, I, E, S of each kind.
pub type Label = u8;
pub const LABELS: usize = 13;
pub const OUTSIDE: Label = 0;
pub const KINDS: [Kind; 3] = [Kind::Person, Kind::Place, Kind::Organization];

/// A score for each label.
pub type Scores = [i16; LABELS];
pub type Transitions = [[i32; LABELS]; LABELS];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Begin,
    Inside,
    End,
    Single,
}

/// The kind (its place in `KINDS`) and the part of a name that a label stands for.
pub fn part(label: Label) -> Option<(usize, Part)> {
    let at = usize::from(label.checked_sub(1)?);
    Some((at / 4, [Part::Begin, Part::Inside, Part::End, Part::Single][at % 4]))
}

pub fn label(kind: usize, part: Part) -> Label {
    1 + 4 * kind as Label + part as Label
}

/// Whether `next` may follow `before`; the ends of a sentence count as outside.
pub fn follows(before: Label, next: Label) -> bool {
    let open = |label| match part(label) {
        Some((kind, Part::Begin | Part::Inside)) => Some(kind),
        _ => None,
    };
    match part(next) {
        Some((kind, Part::Inside | Part::End)) => open(before) == Some(kind),
        _ => open(before).is_none(),
    }
}

/// What no reading costs.
const NEVER: i32 = -500_000_000;

/// Two bytes for each pair of labels, little-endian; pairs that cannot be cost all.
pub fn transitions(bytes: &[u8]) -> Transitions {
    let mut out = [[NEVER; LABELS]; LABELS];
    for (before, row) in out.iter_mut().enumerate() {
        for (next, cell) in row.iter_mut().enumerate() {
            if follows(before as Label, next as Label) {
                let at = 2 * (before * LABELS + next);
                *cell = bytes.get(at..at + 2).map_or(0, |b| i16::from_le_bytes([b[0], b[1]]).into());
            }
        }
    }
    out
}

/// The labels that end a name or are outside, and those that a name goes on after.
const CLOSED: [usize; 7] = [0, 3, 4, 7, 8, 11, 12];
const OPEN: [[usize; 2]; 3] = [[1, 2], [5, 6], [9, 10]];

/// The labels with the highest sum of scores and transitions, all outside in `fixed`.
pub fn best(scores: &[Scores], transitions: &Transitions, fixed: &[(usize, usize)]) -> Vec<Label> {
    let mut fixed = fixed.iter().copied().peekable();
    let mut total = [NEVER; LABELS];
    total[usize::from(OUTSIDE)] = 0;
    let mut back: Vec<[Label; LABELS]> = Vec::with_capacity(scores.len());
    for (at, scores) in scores.iter().enumerate() {
        while fixed.next_if(|&(_, end)| end <= at).is_some() {}
        let outside = fixed.peek().is_some_and(|&(start, _)| start <= at);
        let (mut next, mut from) = ([NEVER; LABELS], [OUTSIDE; LABELS]);
        for label in 0..if outside { 1 } else { LABELS } {
            let before: &[usize] = match label.wrapping_sub(1) % 4 {
                1 | 2 if label > 0 => &OPEN[(label - 1) / 4],
                _ => &CLOSED,
            };
            let (mut most, mut way) = (i32::MIN, 0);
            for &before in before {
                let sum = total[before] + transitions[before][label];
                if sum > most {
                    (most, way) = (sum, before);
                }
            }
            next[label] = (most + i32::from(scores[label])).max(NEVER);
            from[label] = way as Label;
        }
        // Sums stay small, however long the text is.
        let most = next.iter().copied().max().unwrap_or(0);
        total = next.map(|sum| (sum - most).max(NEVER));
        back.push(from);
    }
    let closed = (0..LABELS as Label).filter(|&label| follows(label, OUTSIDE));
    let mut label = closed.max_by_key(|&label| total[usize::from(label)]).unwrap_or(OUTSIDE);
    let mut out = vec![OUTSIDE; scores.len()];
    for (at, from) in back.iter().enumerate().rev() {
        out[at] = label;
        label = from[usize::from(label)];
    }
    out
}

/// The names that labels mark.
pub fn names(labels: &[Label]) -> Vec<Name> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, &label) in labels.iter().enumerate() {
        match part(label) {
            Some((_, Part::Begin)) => start = at,
            Some((kind, Part::Single)) => out.push(Name { kind: KINDS[kind], start: at, end: at + 1 }),
            Some((kind, Part::End)) => out.push(Name { kind: KINDS[kind], start, end: at + 1 }),
            _ => {}
        }
    }
    out
}
