//! How observations combine into features.
//!
//! A feature is one value of one template: a few atoms of this fragment and its neighbours, seen together. Features
//! are numbered densely, so the weights are one array and no name is ever hashed.

use crate::page::observe::Atom::*;
use crate::page::observe::{ATOMS, Atom, NAMES, Row, values};

/// Atoms that are read together, each with its distance from the fragment in fragments.
pub type Template = &'static [(i8, Atom)];

pub const TEMPLATES: &[Template] = &[
    &[],
    &[(0, Length)],
    &[(-1, Length)],
    &[(1, Length)],
    &[(2, Length)],
    &[(0, End)],
    &[(-1, End)],
    &[(-2, End)],
    &[(1, End)],
    &[(2, End)],
    &[(0, Start)],
    &[(1, Start)],
    &[(0, Inner)],
    &[(0, Spaces)],
    &[(1, Spaces)],
    &[(-1, Spaces)],
    &[(0, Dash)],
    &[(0, Kind)],
    &[(-1, Kind)],
    &[(1, Kind)],
    &[(2, Kind)],
    &[(3, Kind)],
    &[(0, Mark)],
    &[(0, Indent)],
    &[(0, Blank)],
    &[(0, Opening)],
    &[(1, Opening)],
    &[(2, Opening)],
    &[(0, InNext)],
    &[(0, InBefore)],
    &[(1, InNext)],
    &[(-1, InNext)],
    &[(0, Cohesion)],
    &[(1, Cohesion)],
    &[(0, Dip)],
    &[(0, Step)],
    &[(0, Wide)],
    &[(0, Echo)],
    &[(1, Step)],
    &[(1, Dip)],
    &[(0, ShortRun)],
    &[(0, ParagraphsAfter)],
    &[(0, Parallel)],
    &[(0, ShortHabit)],
    &[(0, Closing)],
    &[(-1, Closing)],
    &[(0, Repeated)],
    &[(0, Edge)],
    &[(0, When)],
    &[(1, When)],
    &[(2, When)],
    &[(0, Lead)],
    &[(1, Lead)],
    &[(0, InLead)],
    &[(0, Grammar)],
    &[(0, Voice)],
    &[(0, SameStart)],
    // What a headline is: short, open, without marks inside, a paragraph after it.
    &[(0, Length), (0, End)],
    &[(0, Length), (0, Inner)],
    &[(0, Length), (0, Spaces)],
    &[(0, Length), (0, Kind)],
    &[(0, Length), (1, Length)],
    &[(0, Length), (-1, Length)],
    &[(0, Length), (1, Kind)],
    &[(0, Length), (1, Opening)],
    &[(0, Length), (-1, End)],
    &[(0, Length), (-1, Closing)],
    &[(0, Length), (0, ShortRun)],
    &[(0, Length), (0, ShortHabit)],
    &[(0, Length), (0, ParagraphsAfter)],
    &[(0, Length), (0, Start)],
    &[(0, End), (1, End)],
    &[(0, End), (-1, End)],
    &[(0, End), (0, Inner)],
    &[(0, Kind), (-1, Kind)],
    &[(0, Kind), (1, Kind)],
    &[(0, Kind), (-1, End)],
    // The company it keeps.
    &[(0, ShortRun), (1, Kind)],
    &[(0, ShortRun), (2, Kind)],
    &[(0, ShortRun), (1, Opening)],
    &[(0, ShortRun), (-1, Closing)],
    &[(0, ShortRun), (0, ParagraphsAfter)],
    &[(0, ShortRun), (0, Spaces)],
    &[(-1, ShortRun), (0, ShortRun), (1, ShortRun)],
    &[(0, Length), (1, Length), (2, Length)],
    &[(0, Length), (0, End), (1, Length)],
    &[(0, Length), (0, End), (-1, End)],
    &[(0, Length), (0, End), (0, Inner)],
    // Where the words change.
    &[(0, ShortRun), (0, Cohesion)],
    &[(0, ShortRun), (0, Dip)],
    &[(0, ShortRun), (0, InNext)],
    &[(0, ShortRun), (0, InBefore)],
    &[(0, InNext), (0, InBefore)],
    &[(0, Cohesion), (0, Dip)],
    &[(0, ShortRun), (0, InNext), (0, InBefore)],
    &[(0, ShortRun), (0, Cohesion), (0, InBefore)],
    &[(0, ShortRun), (0, Dip), (1, Opening)],
    &[(0, Length), (0, Cohesion)],
    &[(0, Length), (0, InNext)],
    &[(0, Length), (0, InBefore)],
    &[(0, Kind), (0, Cohesion)],
    &[(0, Kind), (-1, Closing)],
    &[(0, ShortRun), (0, Step)],
    &[(0, ShortRun), (0, Wide)],
    &[(0, ShortRun), (0, Echo)],
    &[(0, Length), (0, Step)],
    &[(0, Kind), (0, Step)],
    &[(0, Opening), (0, Step)],
    &[(0, Opening), (0, Step), (0, Length)],
    &[(0, Wide), (0, Cohesion), (0, ShortRun)],
    &[(0, Wide), (0, Echo), (0, ShortRun)],
    &[(0, InNext), (0, Echo), (0, ShortRun)],
    &[(0, Step), (-1, Closing)],
    // A report without a headline: 讯头 or a date where a paragraph would do without.
    &[(0, Kind), (-1, ShortRun)],
    &[(0, Kind), (-1, ShortRun), (0, Step)],
    &[(0, Opening), (-1, ShortRun), (0, ShortRun)],
    &[(0, Opening), (-1, ShortRun), (0, Step)],
    &[(0, Opening), (-1, Opening), (-1, ShortRun)],
    &[(0, Kind), (-1, Closing), (-1, ShortRun)],
    &[(0, Length), (-1, Length), (1, Length)],
    &[(0, Step), (-1, Step)],
    &[(-1, ShortRun), (0, Step), (0, ShortRun)],
    &[(0, When), (0, Step)],
    &[(0, When), (0, Lead)],
    &[(0, When), (0, Step), (0, Lead)],
    &[(0, When), (-1, ShortRun), (0, Lead)],
    &[(0, When), (-1, Closing), (0, Step)],
    &[(0, When), (-1, When), (0, Step)],
    &[(0, When), (0, Wide), (0, Length)],
    &[(0, Lead), (0, Step), (0, Opening)],
    &[(0, Lead), (-1, Closing)],
    &[(0, SameStart), (0, Start), (-1, ShortRun)],
    &[(0, SameStart), (0, When), (0, Step)],
    // Words by which a short line says what it is.
    &[(0, Cue)],
    &[(-1, Cue)],
    &[(1, Cue)],
    &[(0, Cue), (0, ShortRun)],
    &[(0, Cue), (0, Length)],
    &[(0, Cue), (1, Length)],
    &[(0, Cue), (1, Kind)],
    &[(0, Cue), (-1, End)],
    &[(-1, Cue), (0, ShortRun)],
    // How a headline speaks, and whether the report begins with its words.
    &[(0, ShortRun), (0, Grammar), (0, Voice)],
    &[(0, Length), (0, Grammar)],
    &[(0, Length), (0, Voice)],
    &[(0, ShortRun), (0, InLead)],
    &[(0, ShortRun), (0, InLead), (0, InBefore)],
    &[(0, ShortRun), (0, InLead), (1, When)],
    &[(0, ShortRun), (1, When), (0, Length)],
    &[(0, ShortRun), (1, When), (1, Lead)],
    &[(0, ShortRun), (2, When), (1, Length)],
    // The habits of the page.
    &[(0, ShortRun), (0, ShortHabit)],
    &[(0, ShortRun), (0, ShortHabit), (0, ParagraphsAfter)],
    &[(0, ShortRun), (0, Parallel)],
    &[(0, ShortRun), (0, Parallel), (0, Cohesion)],
    &[(0, Kind), (0, DatelineHabit)],
    &[(1, Kind), (0, DatelineHabit), (0, ShortRun)],
    &[(2, Kind), (0, DatelineHabit), (0, ShortRun)],
    // Marks and white space, where the page has them.
    &[(0, Mark), (0, ShortRun)],
    &[(0, Mark), (0, Length)],
    &[(0, Mark), (-1, Mark)],
    &[(0, Mark), (1, Mark)],
    &[(0, Mark), (-1, Mark), (1, Mark)],
    &[(0, Mark), (-1, ShortRun), (-1, End)],
    &[(0, Mark), (1, Kind)],
    &[(0, Mark), (0, Cohesion)],
    &[(-1, Mark), (0, ShortRun)],
    &[(1, Mark), (0, ShortRun)],
    &[(0, Indent), (0, ShortRun)],
    &[(0, Indent), (-1, Indent)],
    &[(0, Blank), (0, ShortRun)],
    &[(0, Blank), (1, Blank), (0, ShortRun)],
    &[(0, Repeated), (0, ShortRun)],
    &[(0, Edge), (0, ShortRun)],
];

/// What is read together with a transition: whether one label follows another depends on what stands between them.
pub const JOINTS: &[Template] = &[
    &[],
    &[(0, Step)],
    &[(0, When)],
    &[(0, Lead)],
    &[(0, ShortRun)],
    &[(0, Kind)],
    &[(0, Cue)],
    &[(-1, Cue)],
    &[(0, Cohesion)],
    &[(0, Mark)],
    &[(0, Length)],
    &[(0, SameStart)],
    &[(-1, Closing)],
    &[(-1, End)],
    &[(0, InBefore)],
    &[(0, InLead)],
    &[(0, Opening)],
];

/// Where each template's features begin; the last entry is their number.
pub fn offsets(templates: &[Template]) -> Vec<usize> {
    let mut sum = 0;
    let mut offsets = vec![0];
    for template in templates {
        sum += template.iter().map(|&(_, atom)| values(atom)).product::<usize>();
        offsets.push(sum);
    }
    offsets
}

/// The features of fragment `i`, one a template.
pub fn features<'r>(
    templates: &'r [Template],
    rows: &'r [Row],
    i: usize,
    offsets: &'r [usize],
) -> impl Iterator<Item = usize> + 'r {
    templates.iter().zip(offsets).map(move |(template, offset)| {
        template.iter().fold(0, |index, &(distance, atom)| {
            let value = i.checked_add_signed(isize::from(distance)).and_then(|j| rows.get(j));
            index * values(atom) + value.map_or(0, |row| usize::from(row[atom as usize]))
        }) + offset
    })
}

/// The name of a feature, as `length=9-12 & end[+1]=stop`.
pub fn name(templates: &[Template], feature: usize, offsets: &[usize]) -> String {
    let template = offsets.partition_point(|&offset| offset <= feature) - 1;
    let mut rest = feature - offsets[template];
    let mut parts = Vec::new();
    for &(distance, atom) in templates[template].iter().rev() {
        let (atom_name, value_names) = NAMES[atom as usize];
        let value = match rest % values(atom) {
            0 => "beyond the page",
            value => value_names[value - 1],
        };
        rest /= values(atom);
        let place = if distance == 0 { String::new() } else { format!("[{distance:+}]") };
        parts.push(format!("{atom_name}{place}={value}"));
    }
    parts.reverse();
    if parts.is_empty() { "always".to_owned() } else { parts.join(" & ") }
}

const _: () = assert!(NAMES.len() == ATOMS);

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of every value that there is, in an order that looks like chance.
    fn rows() -> Vec<Row> {
        let value = |number: usize, most: usize| (number.wrapping_mul(0x9E37_79B1) >> 12) % most;
        let row =
            |i: usize| std::array::from_fn(|atom| (1 + value(32 * i + atom, NAMES[atom].1.len())) as u8);
        (0..40).map(row).collect()
    }

    #[test]
    fn every_feature_is_one_of_its_template() {
        let rows = rows();
        for templates in [TEMPLATES, JOINTS] {
            let offsets = offsets(templates);
            for i in 0..rows.len() {
                for (template, feature) in features(templates, &rows, i, &offsets).enumerate() {
                    assert!((offsets[template]..offsets[template + 1]).contains(&feature));
                }
            }
        }
    }

    /// The weights in `data/lines.model` belong to these numbers: whatever changes one needs `train lines`, and then its own
    /// sum here.
    #[test]
    fn features_are_those_of_the_trained_model() {
        let rows = rows();
        let sum = |templates| {
            let offsets = offsets(templates);
            let all =
                (0..rows.len()).flat_map(|i| features(templates, &rows, i, &offsets).collect::<Vec<_>>());
            all.fold(0u32, |sum, feature| sum.rotate_left(5).wrapping_mul(31) ^ feature as u32)
        };
        assert_eq!([sum(TEMPLATES), sum(JOINTS)], [3_692_698_507, 2_830_100_371]);
    }
}
