//! The same story in another dress: 讯头 and credits of today or none, 引题 and 副题, crossheads, torn ends.

use super::bodies::odd_body;
use super::credits::{caption, credit, strip};
use super::heads::{add_crossheads, add_head, break_head, column, split_head, untitle};
use super::jumps::jump;
use super::{Marks, Style};
use crate::page::model::Label;
use crate::train::random::Random;
use crate::train::stories::{Part, Story, set};

/// A story with a 讯头 or credit of today's form and its headline split, as the style asks.
pub fn dressed(story: &Story, style: Style, random: &mut Random) -> Story {
    let mut parts = story.parts.clone();
    if random.chance(style.split_heads) && !split_head(&mut parts, random) && random.chance(60) {
        add_head(&mut parts, style.marks, random);
    } else if random.chance(style.broken_heads) && style.marks == Marks::None {
        break_head(&mut parts, random);
    }
    if random.chance(style.crossheads) {
        add_crossheads(&mut parts, random);
    }
    if random.chance(style.untitled) && parts.len() <= 3 && parts[0].allowed == set(&[Label::StartTitle]) {
        untitle(&mut parts);
    }
    if random.chance(5) {
        caption(&mut parts, random);
    }
    if random.chance(style.odd_bodies) {
        odd_body(&mut parts, random);
    }
    if random.chance(style.torn) {
        tear(&mut parts, random);
    }
    if style.bare {
        strip(&mut parts);
    } else if random.chance(style.datelines) {
        credit(&mut parts, random);
    }
    if random.chance(5) && parts[0].allowed == set(&[Label::StartTitle]) {
        column(&mut parts, random);
    }
    if random.chance(style.jumps) {
        jump(&mut parts, random);
    }
    if random.chance(style.bullets) && parts[0].allowed == set(&[Label::StartTitle]) {
        parts[0].text.insert_str(0, random.pick::<&str>(&["■ ", "■", "◆ ", "◆", "● ", "★", "▶ "]));
    }
    Story { parts }
}

/// The last paragraph stops in mid-sentence, or a tail without its beginning follows.
fn tear(parts: &mut [Part], random: &mut Random) {
    let last = parts.last_mut().expect("a story has parts");
    let chars: Vec<char> = last.text.chars().collect();
    if last.allowed != set(&[Label::Body]) || chars.len() < 40 {
        return;
    }
    let cut = random.range(12, chars.len() - 12);
    let tail: String = chars[cut..].iter().collect();
    last.text = chars[..cut].iter().collect();
    if random.chance(50) {
        last.text = tail;
    }
}
