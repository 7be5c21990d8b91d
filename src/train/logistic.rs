//! Weights of evidence, learned from cases that are judged.

use crate::page::evidence::sure;

/// The evidence of a case and whether it is one.
pub type Case<const N: usize> = ([f32; N], bool);

/// Logistic regression with a little decay, by Newton's method.
pub fn fit<const N: usize>(cases: &[Case<N>]) -> [f32; N] {
    fit_near(cases, &[0.0; N], 1.0)
}

/// The same with weights that stay near those expected; the more so the greater `pull` is.
pub fn fit_near<const N: usize>(cases: &[Case<N>], expected: &[f32; N], pull: f64) -> [f32; N] {
    let expected = expected.map(f64::from);
    let mut weights = expected;
    for _ in 0..30 {
        let now = weights.map(|w| w as f32);
        let mut gradient = weights;
        gradient.iter_mut().zip(expected).for_each(|(w, e)| *w = pull * (e - *w));
        let mut curvature = [[0.0f64; N]; N];
        (0..N).for_each(|i| curvature[i][i] = pull);
        for (evidence, right) in cases {
            let p = f64::from(sure(evidence, &now));
            let x = evidence.map(f64::from);
            for i in 0..N {
                gradient[i] += (f64::from(u8::from(*right)) - p) * x[i];
                for j in 0..N {
                    curvature[i][j] += p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        let change = solve(curvature, gradient);
        weights.iter_mut().zip(change).for_each(|(w, c)| *w += c);
    }
    weights.map(|w| w as f32)
}

/// The solution of a symmetric positive definite system, by elimination.
fn solve<const N: usize>(mut rows: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for i in 0..N {
        let pivot = rows[i];
        for k in i + 1..N {
            let share = rows[k][i] / pivot[i];
            rows[k].iter_mut().zip(pivot).for_each(|(cell, p)| *cell -= share * p);
            right[k] -= share * right[i];
        }
    }
    for i in (0..N).rev() {
        let known: f64 = (i + 1..N).map(|j| rows[i][j] * right[j]).sum();
        right[i] = (right[i] - known) / rows[i][i];
    }
    right
}

/// Prints the weights by name, and how many of the cases taken for sure are right.
pub fn show<const N: usize>(names: &[&str; N], weights: &[f32; N], cases: &[Case<N>]) {
    println!("{} cases, {} of them right", cases.len(), cases.iter().filter(|case| case.1).count());
    for (name, weight) in names.iter().zip(weights) {
        println!("  {weight:+.3}  {name}");
    }
    for least in [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] {
        let taken = || cases.iter().filter(|(evidence, _)| sure(evidence, weights) >= least);
        println!(
            "  from {least}: {} cases, {} of them right",
            taken().count(),
            taken().filter(|case| case.1).count()
        );
    }
}
