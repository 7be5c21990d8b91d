//! Sums over all ways to label a page, and the best of them.
//!
//! A linear-chain model: a page's score is the sum of each fragment's score for its label and of each transition's.
//! Viterbi finds the best labels; forward and backward sums give the probability of each (Lafferty, McCallum and
//! Pereira 2001). Labels can be restricted fragment by fragment, which training uses for what its sources leave open.

use std::sync::LazyLock;

use super::labels::{LABELS, Label};

/// Scores of the labels of one fragment.
pub type Scores = [f32; LABELS];

/// Which labels a fragment may have: bit i for label i.
pub type Allowed = u16;

pub const ANY: Allowed = (1 << LABELS) - 1;

const NEVER: f32 = -1e9;

/// Scores of a label (column) after another (row).
pub type Table = [Scores; LABELS];

/// The scores of a page, with the labels that the grammar and the caller allow.
pub struct Lattice<'s> {
    pub unary: &'s [Scores],
    /// The scores of the transitions into fragment `i`, made anew each time: a table a fragment would be much to keep.
    pub transitions: &'s dyn Fn(usize) -> Table,
    pub allowed: &'s dyn Fn(usize) -> Allowed,
}

/// Probabilities of labels and of transitions, and the logarithm of the sum over all labellings.
pub struct Marginals {
    pub labels: Vec<Scores>,
    pub log_sum: f64,
    /// Forward and backward sums, each row less a constant so that long pages stay within range.
    forward: Vec<Scores>,
    backward: Vec<Scores>,
}

impl Lattice<'_> {
    fn unary(&self, i: usize, label: usize) -> f32 {
        let open = i > 0 || Label::ALL[label].may_open();
        let close = i + 1 < self.unary.len() || Label::ALL[label].may_close();
        let allowed = (self.allowed)(i) >> label & 1 == 1;
        if open && close && allowed { self.unary[i][label] } else { NEVER }
    }

    /// The transitions into fragment `i` that the grammar allows, with their scores.
    fn table(&self, i: usize) -> Table {
        let mut table = (self.transitions)(i);
        for (row, follows) in table.iter_mut().zip(GRAMMAR.iter()) {
            for (score, &follows) in row.iter_mut().zip(follows) {
                *score = if follows { *score } else { NEVER };
            }
        }
        table
    }

    /// The best labels.
    pub fn best(&self) -> Vec<Label> {
        let n = self.unary.len();
        if n == 0 {
            return Vec::new();
        }
        let mut scores: Scores = std::array::from_fn(|label| self.unary(0, label));
        let mut back = vec![[0u8; LABELS]; n];
        for (i, back) in back.iter_mut().enumerate().skip(1) {
            let table = self.table(i);
            let mut next = [NEVER; LABELS];
            for to in 0..LABELS {
                let from = (0..LABELS).map(|from| scores[from] + table[from][to]);
                let (best, score) = argmax(from);
                back[to] = best as u8;
                next[to] = score + self.unary(i, to);
            }
            scores = next;
        }
        let (mut label, _) = argmax(scores.into_iter());
        let mut labels = vec![Label::ALL[label]; n];
        for i in (1..n).rev() {
            label = usize::from(back[i][label]);
            labels[i - 1] = Label::ALL[label];
        }
        labels
    }

    /// The probability of each label of each fragment, and what transitions' probabilities follow from.
    pub fn marginals(&self) -> Marginals {
        let n = self.unary.len();
        let unary: Vec<Scores> = (0..n).map(|i| std::array::from_fn(|label| self.unary(i, label))).collect();
        let mut log_sum = 0.0;
        let mut forward: Vec<Scores> = Vec::with_capacity(n);
        for (i, unary) in unary.iter().enumerate() {
            let mut row = *unary;
            if let Some(f) = forward.last() {
                let table = self.table(i);
                for (to, score) in row.iter_mut().enumerate() {
                    let before = log_sum_exp(std::array::from_fn(|from| f[from] + table[from][to]));
                    *score = (*score + before).max(NEVER);
                }
            }
            log_sum += f64::from(normalize(&mut row));
            forward.push(row);
        }
        // Backward rows include the fragment's own score, so that a transition is a sum of three terms.
        let mut backward = unary;
        for i in (0..n.saturating_sub(1)).rev() {
            let (after, table) = (backward[i + 1], self.table(i + 1));
            for (from, score) in backward[i].iter_mut().enumerate() {
                let sum = log_sum_exp(std::array::from_fn(|to| after[to] + table[from][to]));
                *score = (*score + sum).max(NEVER);
            }
            normalize(&mut backward[i]);
        }
        let labels = (0..n)
            .map(|i| {
                let mut row: Scores =
                    std::array::from_fn(|l| forward[i][l] + backward[i][l] - self.unary(i, l));
                normalize(&mut row);
                row.map(f32::exp)
            })
            .collect();
        Marginals { labels, log_sum, forward, backward }
    }

    /// The probability of each pair of labels at fragments `i` and `i + 1`.
    pub fn pairs(&self, marginals: &Marginals, i: usize) -> Table {
        let (forward, backward, table) =
            (&marginals.forward[i], &marginals.backward[i + 1], self.table(i + 1));
        let mut rows: Table = std::array::from_fn(|from| {
            std::array::from_fn(|to| forward[from] + table[from][to] + backward[to])
        });
        let most = rows.iter().flatten().copied().fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for score in rows.iter_mut().flatten() {
            *score = (*score - most).exp();
            sum += *score;
        }
        rows.iter_mut().flatten().for_each(|score| *score /= sum);
        rows
    }
}

/// Which label may follow which: row before, column after.
static GRAMMAR: LazyLock<[[bool; LABELS]; LABELS]> =
    LazyLock::new(|| Label::ALL.map(|from| Label::ALL.map(|to| to.may_follow(from))));

/// Takes the logarithm of the sum off every score, and gives it.
fn normalize(scores: &mut Scores) -> f32 {
    let sum = log_sum_exp(*scores);
    scores.iter_mut().for_each(|score| *score -= sum);
    sum
}

fn argmax(scores: impl Iterator<Item = f32>) -> (usize, f32) {
    scores.enumerate().fold((0, f32::MIN), |best, (i, score)| if score > best.1 { (i, score) } else { best })
}

fn log_sum_exp(scores: Scores) -> f32 {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    most + scores.iter().map(|score| (score - most).exp()).sum::<f32>().ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A score that looks like chance and is the same in every run.
    fn score(number: usize) -> f32 {
        let mixed = (number as u32 + 1).wrapping_mul(0x9E37_79B1);
        ((mixed ^ mixed >> 15).wrapping_mul(0x85EB_CA77) >> 20) as f32 / 1024.0 - 2.0
    }

    /// A page of so many fragments: its scores, those of its transitions, and what each fragment may be.
    struct Invented {
        unary: Vec<Scores>,
        tables: Vec<Table>,
        allowed: Vec<Allowed>,
    }

    impl Invented {
        fn new(fragments: usize, seed: usize) -> Invented {
            let scores = |from: usize| -> Scores { std::array::from_fn(|label| score(from + label)) };
            Invented {
                unary: (0..fragments).map(|i| scores(seed + 100 * i)).collect(),
                tables: (0..fragments)
                    .map(|i| std::array::from_fn(|from| scores(seed + 5000 + 300 * i + 15 * from)))
                    .collect(),
                allowed: (0..fragments).map(|i| if i % 2 == 1 { ANY & !(1 << 11) } else { ANY }).collect(),
            }
        }

        /// Every way to label the page, with the sum of its scores.
        fn readings(&self) -> Vec<(Vec<usize>, f64)> {
            let mut all: Vec<(Vec<usize>, f64)> = vec![(Vec::new(), 0.0)];
            for (i, scores) in self.unary.iter().enumerate() {
                let longer = |(before, sum): &(Vec<usize>, f64)| {
                    let may = |label: usize| {
                        let follows = before.last().map_or(Label::ALL[label].may_open(), |&last| {
                            Label::ALL[label].may_follow(Label::ALL[last])
                        });
                        let closes = i + 1 < self.unary.len() || Label::ALL[label].may_close();
                        follows && closes && self.allowed[i] & 1 << label != 0
                    };
                    let step = |label: usize| before.last().map_or(0.0, |&last| self.tables[i][last][label]);
                    let with = |label| {
                        let sum = sum + f64::from(scores[label]) + f64::from(step(label));
                        ([before.as_slice(), &[label]].concat(), sum)
                    };
                    (0..LABELS).filter(|&label| may(label)).map(with).collect::<Vec<_>>()
                };
                all = all.iter().flat_map(longer).collect();
            }
            all
        }
    }

    /// What the lattice says is what counting every labelling gives.
    #[test]
    fn best_and_probabilities_are_those_of_all_readings() {
        for (fragments, seed) in [(1, 1), (2, 2), (3, 3), (3, 40), (4, 7)] {
            let page = Invented::new(fragments, seed);
            let lattice = Lattice {
                unary: &page.unary,
                transitions: &|i| page.tables[i],
                allowed: &|i| page.allowed[i],
            };
            let readings = page.readings();
            let best = readings.iter().max_by(|a, b| a.1.total_cmp(&b.1)).expect("there is one");
            let labels: Vec<usize> = lattice.best().into_iter().map(|label| label as usize).collect();
            assert_eq!(labels, best.0);

            let all: f64 = readings.iter().map(|(_, sum)| sum.exp()).sum();
            let marginals = lattice.marginals();
            assert!((marginals.log_sum - all.ln()).abs() < 1e-3, "{} {}", marginals.log_sum, all.ln());
            let share = |holds: &dyn Fn(&[usize]) -> bool| {
                readings.iter().filter(|(labels, _)| holds(labels)).map(|(_, sum)| sum.exp()).sum::<f64>()
                    / all
            };
            for i in 0..fragments {
                for label in 0..LABELS {
                    let expected = share(&|labels| labels[i] == label);
                    assert!((f64::from(marginals.labels[i][label]) - expected).abs() < 1e-3);
                }
            }
            for i in 1..fragments {
                let pairs = lattice.pairs(&marginals, i - 1);
                for (from, row) in pairs.iter().enumerate() {
                    for (to, &p) in row.iter().enumerate() {
                        let expected = share(&|labels| labels[i - 1] == from && labels[i] == to);
                        assert!((f64::from(p) - expected).abs() < 1e-3);
                    }
                }
            }
        }
    }

    /// However large the scores are, only their differences count.
    #[test]
    fn what_every_transition_has_more_changes_no_probability() {
        let page = Invented::new(3, 3);
        let pairs = |more: f32| {
            let lattice = Lattice {
                unary: &page.unary,
                transitions: &|i| page.tables[i].map(|row| row.map(|score| score + more)),
                allowed: &|i| page.allowed[i],
            };
            lattice.pairs(&lattice.marginals(), 1)
        };
        let all = |table: Table| table.into_iter().flatten();
        assert!(all(pairs(0.0)).zip(all(pairs(100.0))).all(|(p, other)| (p - other).abs() < 1e-3));
    }

    #[test]
    fn no_fragment_has_no_label() {
        let lattice = Lattice { unary: &[], transitions: &|_| [[0.0; LABELS]; LABELS], allowed: &|_| ANY };
        assert!(lattice.best().is_empty());
    }
}
