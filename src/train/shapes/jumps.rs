//! Articles that go on on another page, or come from one: （下转第3版）, （上接A01版）.

use crate::page::model::Label;
use crate::train::random::Random;
use crate::train::stories::{Part, set};

/// Ends a story in the middle, or begins it there.
pub fn jump(parts: &mut Vec<Part>, random: &mut Random) {
    let page = match random.range(0, 4) {
        0..2 => format!("第{}版", random.range(1, 9)),
        2 => format!("A{:02}版", random.range(1, 17)),
        _ => format!("{:02}版", random.range(1, 9)),
    };
    if random.chance(50) {
        goes_on(parts, &format!("（{}{page}）", random.pick(&["下转", "下转", "转"])), random);
    } else {
        comes_from(parts, &format!("（{}{page}）", random.pick(&["上接", "上接", "紧接"])), random);
    }
}

/// What a note of a line's own is, is for its form to say and not for the model.
fn note(text: &str) -> Part {
    Part { text: text.to_owned(), allowed: set(&[Label::Note, Label::Credit, Label::Body]) }
}

fn goes_on(parts: &mut Vec<Part>, text: &str, random: &mut Random) {
    if random.chance(50) {
        return parts.push(note(text));
    }
    if let Some(last) = parts.last_mut().filter(|part| part.allowed == set(&[Label::Body])) {
        last.text += text;
    }
}

/// The rest of a report: under its headline, or without one.
fn comes_from(parts: &mut Vec<Part>, text: &str, random: &mut Random) {
    let body = set(&[Label::Body]);
    let Some(first) = parts.iter().position(|part| part.allowed == body).filter(|&first| first > 0) else {
        return;
    };
    if random.chance(30) {
        return parts.insert(first, note(text));
    }
    let rest: String = match parts[first].text.char_indices().filter(|&(_, c)| c == '，').nth(1) {
        Some((at, c)) if random.chance(50) => parts[first].text[at + c.len_utf8()..].to_owned(),
        _ => parts[first].text.clone(),
    };
    parts[first].text = format!("{text}{rest}");
    if random.chance(60) {
        parts.drain(..first);
        parts[0].allowed = set(&[Label::StartBody]);
    }
}
