//! Evidence weighed together.

/// The probability that a logistic model with these weights gives to a case with this evidence.
pub fn sure<const N: usize>(evidence: &[f32; N], weights: &[f32; N]) -> f32 {
    let sum: f32 = evidence.iter().zip(weights).map(|(x, w)| x * w).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// 1 for yes, 0 for no.
pub fn is(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}
