//! How well a model reads texts with known names.

use super::corpus::{Text, flat};
use crate::tags::model::labels::KINDS;
use crate::tags::model::{Model, Name};
use crate::tags::reader;

/// Precision and recall of whole names, by kind and all together.
pub fn print_figures(name: &str, texts: &[Text], model: &Model) {
    let mut tally = [[0usize; 3]; 3];
    let mut encyclopedic = 0;
    for text in texts {
        let (chars, want) = flat(&text.pieces);
        let whole: String = chars.iter().collect();
        let encyclopedia = model.register.is_encyclopedia(chars.iter().copied());
        encyclopedic += usize::from(encyclopedia);
        let mut got = Vec::new();
        let mut start = 0;
        for part in reader::parts(&whole) {
            let end = start + part.of(&whole).chars().count();
            let chars = &chars[start..end];
            let (fixed, _) = reader::decide(chars, &[]);
            let names = model.read(chars, &fixed, encyclopedia).into_iter();
            got.extend(names.map(|Name { kind, start: s, end: e }| (kind, start + s, start + e)));
            start = end;
        }
        for (tally, kind) in tally.iter_mut().zip(KINDS) {
            tally[0] += want.iter().filter(|name| name.0 == kind && got.contains(name)).count();
            tally[1] += got.iter().filter(|name| name.0 == kind).count();
            tally[2] += want.iter().filter(|name| name.0 == kind).count();
        }
    }
    let f = |[right, got, want]: [usize; 3]| 2.0 * right as f64 / (got + want).max(1) as f64;
    let all = tally.iter().fold([0; 3], |sum, t| [sum[0] + t[0], sum[1] + t[1], sum[2] + t[2]]);
    println!(
        "{name:12} F {:.4}  P {:.4} R {:.4}  person {:.4}  place {:.4}  organization {:.4}  encyclopedic {:.3}",
        f(all),
        all[0] as f64 / all[1].max(1) as f64,
        all[0] as f64 / all[2].max(1) as f64,
        f(tally[0]),
        f(tally[1]),
        f(tally[2]),
        encyclopedic as f64 / texts.len().max(1) as f64
    );
}
