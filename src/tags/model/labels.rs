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
            let before: &[usize] = match label % 4 {
                2 | 3 => &OPEN[label / 4],
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

#[cfg(test)]
mod tests {
    use super::*;

    fn number(at: usize) -> i16 {
        ((at as u32 + 1).wrapping_mul(0x9E37_79B1) >> 22) as i16 - 512
    }

    fn costs() -> Transitions {
        let bytes: Vec<u8> = (0..LABELS * LABELS).flat_map(|at| (number(at) / 8).to_le_bytes()).collect();
        transitions(&bytes)
    }

    #[test]
    fn pairs_of_labels_keep_the_grammar() {
        let costs = costs();
        for (before, row) in costs.iter().enumerate() {
            for (next, &cost) in row.iter().enumerate() {
                // B and I are open; I and E go on with what is open, all else begins anew.
                let open = |label: usize| (label > 0 && (label - 1) % 4 < 2).then(|| (label - 1) / 4);
                let goes_on = (next > 0 && matches!((next - 1) % 4, 1 | 2)).then(|| (next - 1) / 4);
                let right = open(before) == goes_on;
                assert_eq!(follows(before as Label, next as Label), right, "{before} {next}");
                let expected = if right { i32::from(number(before * LABELS + next) / 8) } else { NEVER };
                assert_eq!(cost, expected);
            }
        }
        assert_eq!(label(2, Part::End), 11);
        assert!(
            (1..LABELS as Label).all(|all| part(all).is_some_and(|(kind, part)| label(kind, part) == all))
        );
    }

    /// The best of all sequences, one by one.
    fn best_of_all(scores: &[Scores], costs: &Transitions, fixed: &[(usize, usize)]) -> Vec<Label> {
        let mut all: Vec<(Vec<Label>, i32)> = vec![(Vec::new(), 0)];
        for (at, scores) in scores.iter().enumerate() {
            let held = fixed.iter().any(|&(start, end)| (start..end).contains(&at));
            let labels = if held { 0..1 } else { 0..LABELS as Label };
            all = all
                .iter()
                .flat_map(|(before, sum)| {
                    let last = before.last().copied().unwrap_or(OUTSIDE);
                    labels.clone().filter(move |&next| follows(last, next)).map(move |next| {
                        let sum = sum
                            + costs[usize::from(last)][usize::from(next)]
                            + i32::from(scores[usize::from(next)]);
                        ([before.as_slice(), &[next]].concat(), sum)
                    })
                })
                .collect();
        }
        let whole =
            all.into_iter().filter(|(labels, _)| labels.last().is_none_or(|&last| follows(last, OUTSIDE)));
        whole.max_by_key(|&(_, sum)| sum).expect("all outside is one").0
    }

    #[test]
    fn the_best_labels_are_the_best_of_all() {
        let costs = costs();
        for seed in 0..12 {
            let scores: Vec<Scores> =
                (0..4).map(|i| std::array::from_fn(|label| number(1000 * seed + 50 * i + label))).collect();
            for fixed in [&[][..], &[(0, 1)], &[(1, 2), (3, 4)], &[(2, 4)]] {
                assert_eq!(
                    best(&scores, &costs, fixed),
                    best_of_all(&scores, &costs, fixed),
                    "{seed} {fixed:?}"
                );
            }
        }
        assert_eq!(best(&[], &costs, &[]), [] as [Label; 0]);
    }

    #[test]
    fn labels_mark_names() {
        let name = |kind, start, end| Name { kind, start, end };
        // A person of three characters, one of one, a place of two right behind, a body.
        let found = names(&[0, 1, 2, 3, 4, 5, 7, 0, 9, 10, 10, 11]);
        assert_eq!(
            found,
            [
                name(Kind::Person, 1, 4),
                name(Kind::Person, 4, 5),
                name(Kind::Place, 5, 7),
                name(Kind::Organization, 8, 12)
            ]
        );
    }

    #[test]
    fn every_label_looks_back_to_those_it_may_follow() {
        for label in 0..LABELS as Label {
            let before: &[usize] = match part(label) {
                Some((kind, Part::Inside | Part::End)) => &OPEN[kind],
                _ => &CLOSED,
            };
            let may: Vec<usize> = (0..LABELS).filter(|&before| follows(before as Label, label)).collect();
            assert_eq!(before, may);
        }
    }
}
