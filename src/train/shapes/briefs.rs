//! Columns of briefs: reports of one paragraph without headlines, one after the other; and digests, one article of marked items.

use super::credits::without_dateline;
use super::invented::{COLUMNS, person};
use crate::page::model::Label;
use crate::train::random::Random;
use crate::train::stories::{Part, Story, set};

/// The stories with one run of them made a column of briefs.
pub fn with_briefs(mut stories: Vec<Story>, random: &mut Random) -> Vec<Story> {
    let count = random.range(2, 9).min(stories.len());
    let from = random.range(0, stories.len() + 1 - count);
    let signed = random.chance(50);
    for story in &mut stories[from..from + count] {
        brief(story, signed && random.chance(80), random);
    }
    if count > 0 && random.chance(40) {
        // Whether the column's head opens its first brief or stands by itself is a matter of taste.
        let first = &mut stories[from];
        first.parts[0].allowed = set(&[Label::Body, Label::Caption]);
        let head = Part {
            text: random.pick(COLUMNS).to_string(),
            allowed: set(&[Label::StartTitle, Label::StartNote]),
        };
        first.parts.insert(0, head);
    }
    stories
}

/// Leaves the first paragraph of a story, which must be long enough to be a report.
fn brief(story: &mut Story, signed: bool, random: &mut Random) {
    let body = set(&[Label::Body]) | set(&[Label::StartBody]);
    let is_body = |part: &&Part| part.allowed & body != 0 && part.text.chars().count() >= 40;
    let Some(text) = story.parts.iter().find(is_body).map(|part| part.text.clone()) else { return };
    let credit = if signed { format!("（{}）", person(random)) } else { String::new() };
    story.parts = vec![Part { text: format!("{text}{credit}"), allowed: set(&[Label::StartBody]) }];
}

/// An article under the head of a column: a sentence of each of some stories, marked alike.
pub fn digest(stories: &[Story], random: &mut Random) -> Option<Story> {
    let sentences = stories.iter().filter_map(|story| {
        let body =
            story.parts.iter().find(|part| part.allowed & set(&[Label::Body, Label::StartBody]) != 0)?;
        let sentence = without_dateline(&body.text).split_inclusive('。').next()?.to_owned();
        (15..110).contains(&sentence.chars().count()).then_some(sentence)
    });
    let sentences: Vec<String> = sentences.take(random.range(3, 8)).collect();
    if sentences.len() < 3 {
        return None;
    }
    let mark = *random.pick(&["▲", "▲ ", "●", "■", "◆", "△", "★", "○", "◎"]);
    let head = random.pick(COLUMNS).to_string();
    let mut parts = vec![Part { text: head, allowed: set(&[Label::StartTitle]) }];
    parts.extend(
        sentences
            .into_iter()
            .map(|sentence| Part { text: format!("{mark}{sentence}"), allowed: set(&[Label::Body]) }),
    );
    Some(Story { parts })
}
