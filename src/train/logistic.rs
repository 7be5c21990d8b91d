//! Weights of evidence, learned from cases that are judged.

use crate::page::evidence::sure;

/// The evidence of a case and whether it is one.
pub type Case<const N: usize> = ([f32; N], bool);

/// Logistic regression by gradient ascent with a little decay, each weight at a rate of its own (RMSProp).
pub fn fit<const N: usize>(cases: &[Case<N>]) -> [f32; N] {
    let mut weights = [0.0; N];
    let mut squares = [1e-6f32; N];
    for round in 0..2000 {
        let mut gradient = weights.map(|w| -1e-4 * w);
        for (evidence, right) in cases {
            let error = f32::from(u8::from(*right)) - sure(evidence, &weights);
            for (g, x) in gradient.iter_mut().zip(evidence) {
                *g += error * x / cases.len() as f32;
            }
        }
        let rate = 0.02 / (1.0 + round as f32 / 500.0);
        for ((w, g), s) in weights.iter_mut().zip(gradient).zip(&mut squares) {
            *s = 0.999 * *s + 0.001 * g * g;
            *w += rate * g / s.sqrt().max(1e-4);
        }
    }
    weights
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
