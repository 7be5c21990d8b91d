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
