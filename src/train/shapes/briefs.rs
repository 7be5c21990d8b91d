//! Columns of briefs: reports of one paragraph without headlines, one after the other.

use super::invented::{COLUMNS, person};
use crate::page::model::Label;
use crate::train::random::Random;
use crate::train::stories::{Part, Story, set};

/// The stories with one run of them made a column of briefs.
pub fn with_briefs(mut stories: Vec<Story>, random: &mut Random) -> Vec<Story> {
    let count = random.range(2, 9).min(stories.len());
    let from = random.range(0, stories.len() + 1 - count);
    let bullet = *random.pick(&["", "", "", "", "", "●", "■", "△"]);
    let signed = random.chance(50);
    for story in &mut stories[from..from + count] {
        brief(story, bullet, signed && random.chance(80), random);
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
fn brief(story: &mut Story, bullet: &str, signed: bool, random: &mut Random) {
    let body = set(&[Label::Body]) | set(&[Label::StartBody]);
    let is_body = |part: &&Part| part.allowed & body != 0 && part.text.chars().count() >= 40;
    let Some(text) = story.parts.iter().find(is_body).map(|part| part.text.clone()) else { return };
    let credit = if signed { format!("（{}）", person(random)) } else { String::new() };
    story.parts = vec![Part { text: format!("{bullet}{text}{credit}"), allowed: set(&[Label::StartBody]) }];
}
