//! Why a text has the tags it has.
//!
//! Takes a sentence, gives each of its tags with what made it: the user's lexicon, a rule, or the features that spoke
//! most for the labels of its characters against being outside a name.

use super::model::features::{FEATURES, Sentence, TEMPLATES};
use super::model::labels::{KINDS, Part, label};
use super::model::{BUILT_IN, SCALE};
use super::{By, Lexicon, Tag, plain, reader};
use crate::span::Span;

/// One feature of one character and how much it weighs, in nats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// Its name.
    pub feature: &'static str,
    /// The character, in the text.
    pub at: Span,
    /// What it added.
    pub weight: f32,
}

/// A tag with what spoke for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The tag.
    pub tag: Tag,
    /// The heaviest first; none for what no model decided.
    pub reasons: Vec<Reason>,
}

/// The tags of `text`, each with at most `most` reasons.
pub(super) fn explain(text: &str, lexicon: &Lexicon, most: usize, encyclopedia: bool) -> Vec<Explained> {
    let tags = reader::flat(reader::read(text, lexicon, encyclopedia));
    let explained = tags.into_iter().map(|tag| {
        let mut reasons = if tag.by == By::Model { reasons(text, tag, encyclopedia) } else { Vec::new() };
        reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        reasons.truncate(most);
        Explained { tag, reasons }
    });
    explained.collect()
}

/// Every feature that weighs, for each character of a name.
fn reasons(text: &str, tag: Tag, encyclopedia: bool) -> Vec<Reason> {
    let Some(part) = reader::parts(text).into_iter().find(|part| part.contains(tag.span)) else {
        return Vec::new();
    };
    let Some(kind) = KINDS.iter().position(|&kind| kind == tag.kind) else { return Vec::new() };
    let chars: Vec<char> = part.of(text).chars().map(plain).collect();
    let (fixed, _) = reader::decide(&chars, &[]);
    let sentence = Sentence::new(&chars, &fixed, &BUILT_IN.lexicon, encyclopedia);
    let mut keys = [0; FEATURES];
    let mut out = Vec::new();
    for (number, (at, c)) in part.of(text).char_indices().enumerate() {
        let at = Span::new(part.start + at, part.start + at + c.len_utf8());
        if !tag.span.contains(at) {
            continue;
        }
        let name_part = match (at.start == tag.span.start, at.end == tag.span.end) {
            (true, true) => Part::Single,
            (true, false) => Part::Begin,
            (false, true) => Part::End,
            _ => Part::Inside,
        };
        let label = usize::from(label(kind, name_part)) - 1;
        sentence.features(number, &mut keys);
        let weighs = |(template, &key): (&'static str, &u64)| {
            let weight = f32::from(BUILT_IN.rows.row(key)?[label] as i8) / SCALE;
            Some(Reason { feature: template, at, weight })
        };
        out.extend(TEMPLATES.iter().copied().zip(&keys).filter_map(weighs));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::Kind;

    /// The features of each character of a name, weighed for its own part of it, are all that was added there.
    #[test]
    fn reasons_are_the_weights_of_the_labels() {
        let text = "大雨下了一夜。市长林远山说，何苗去了青荷。新华社北京1月1日电 李先生在京说";
        let explained = explain(text, &Lexicon::default(), usize::MAX, false);
        let shown: Vec<(Kind, &str)> =
            explained.iter().map(|one| (one.tag.kind, one.tag.span.of(text))).collect();
        assert!(shown.contains(&(Kind::Person, "林远山")), "{shown:?}");
        assert!(shown.contains(&(Kind::Person, "李")), "one character is a name too: {shown:?}");
        for one in explained.iter().filter(|one| one.tag.by == By::Model) {
            let kind = KINDS.iter().position(|&kind| kind == one.tag.kind).expect("a name");
            let part =
                reader::parts(text).into_iter().find(|part| part.contains(one.tag.span)).expect("one part");
            let chars: Vec<char> = part.of(text).chars().map(plain).collect();
            let (fixed, _) = reader::decide(&chars, &[]);
            let sentence = Sentence::new(&chars, &fixed, &BUILT_IN.lexicon, false);
            let mut keys = [0; FEATURES];
            let length = one.tag.span.of(text).chars().count();
            for (at, (byte, _)) in one.tag.span.of(text).char_indices().enumerate() {
                let byte = one.tag.span.start + byte;
                let place = match (at == 0, at + 1 == length) {
                    (true, true) => Part::Single,
                    (true, false) => Part::Begin,
                    (false, true) => Part::End,
                    (false, false) => Part::Inside,
                };
                sentence.features(text[part.start..byte].chars().count(), &mut keys);
                let score = BUILT_IN.rows.sum(&keys)[usize::from(label(kind, place))];
                let told: f32 = one.reasons.iter().filter(|r| r.at.start == byte).map(|r| r.weight).sum();
                assert!((told - f32::from(score) / SCALE).abs() < 1e-3, "{told} {score}");
                assert!(
                    one.reasons
                        .iter()
                        .filter(|r| r.at.start == byte)
                        .all(|r| r.at.of(text).chars().count() == 1)
                );
            }
        }
    }

    #[test]
    fn what_no_model_decided_has_no_reasons() {
        let lexicon = Lexicon::parse("大雨,地名").expect("a lexicon");
        let explained = explain("大雨下了一夜。", &lexicon, 5, false);
        assert_eq!(explained.len(), 1);
        assert!(explained[0].tag.by == By::Lexicon && explained[0].reasons.is_empty());
    }
}
