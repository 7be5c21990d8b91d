//! Bodies that are not prose: verse, interviews, lists, signed texts. Made from the story's own paragraphs.

use super::invented::{OFFICES, person};
use crate::page::model::Label;
use crate::train::random::Random;
use crate::train::stories::{Part, set};

/// Sets the body of a story in another form.
pub fn odd_body(parts: &mut Vec<Part>, random: &mut Random) {
    match random.range(0, 6) {
        0..2 => items(parts, random),
        2 => verse(parts, random),
        3 => interview(parts, random),
        4 => list(parts, random),
        _ => sign(parts, random),
    }
}

fn body(text: String) -> Part {
    Part { text, allowed: set(&[Label::Body]) }
}

fn is_prose(part: &Part) -> bool {
    part.allowed == set(&[Label::Body]) && part.text.chars().count() >= 60
}

/// The clauses of a paragraph, without the marks between them.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(['，', '。', '；', '：', '、', '！', '？', '“', '”', '（', '）'])
        .filter(|c| (2..16).contains(&c.chars().count()))
}

/// A line a clause, as poems are set; the author's name under the headline.
fn verse(parts: &mut Vec<Part>, random: &mut Random) {
    let Some(first) = parts.iter().position(is_prose).filter(|&first| first > 0) else { return };
    let mark = random.chance(50);
    let lines: Vec<Part> = parts[first..]
        .iter()
        .filter(|part| is_prose(part))
        .take(3)
        .flat_map(|part| clauses(&part.text))
        .take(24)
        .enumerate()
        .map(|(i, line)| {
            body(if mark {
                format!("{line}{}", if i % 2 == 0 { "，" } else { "。" })
            } else {
                line.to_owned()
            })
        })
        .collect();
    if lines.len() < 4 {
        return;
    }
    parts.truncate(first);
    parts.push(Part { text: person(random), allowed: set(&[Label::Credit]) });
    parts.extend(lines);
}

/// Paragraphs that are asked and answered.
fn interview(parts: &mut Vec<Part>, random: &mut Random) {
    let name = person(random);
    let (asks, answers) = match random.range(0, 3) {
        0 => ("问：".to_owned(), "答：".to_owned()),
        1 => ("记者：".to_owned(), format!("{name}：")),
        _ => ("●".to_owned(), "○".to_owned()),
    };
    for (i, part) in parts.iter_mut().filter(|part| is_prose(part)).enumerate() {
        let short =
            part.text.split('，').next().filter(|_| i % 2 == 0).map(|clause| format!("{asks}{clause}？"));
        let reader =
            if random.chance(20) { format!("（读者 {}）", person(random)) } else { String::new() };
        part.text = match short {
            Some(question) => format!("{question}{reader}"),
            None => format!("{answers}{}", part.text),
        };
    }
    if let Some(first) =
        parts.iter().position(|part| part.allowed == set(&[Label::Body])).filter(|_| random.chance(40))
    {
        let guests = (0..random.range(2, 5)).map(|_| format!("{} {}", random.pick(OFFICES), person(random)));
        let lines: Vec<Part> = std::iter::once("嘉宾：".to_owned()).chain(guests).map(body).collect();
        parts.splice(first..first, lines);
    }
}

/// Paragraphs that are items of one report, numbered or marked.
fn items(parts: &mut [Part], random: &mut Random) {
    let mark = *random.pick(&["●", "△", "■", "◆", "、", "、", "．", ".", "○"]);
    for (i, part) in parts.iter_mut().filter(|part| is_prose(part)).enumerate() {
        let number = if matches!(mark, "、" | "．" | ".") { (i + 1).to_string() } else { String::new() };
        part.text = format!("{number}{mark}{}", part.text);
    }
}

/// Short entries in the middle of a story, numbered or not.
fn list(parts: &mut Vec<Part>, random: &mut Random) {
    let Some(at) = parts.iter().position(is_prose) else { return };
    let numbers = ["", "", "1.", "一、", "（一）", "★"];
    let number = *random.pick(&numbers);
    let two = random.chance(40);
    let entries: Vec<&str> = clauses(&parts[at].text).take(10).collect();
    let lines: Vec<Part> = entries
        .chunks(1 + usize::from(two))
        .map(|entry| body(format!("{number}{}", entry.join(if random.chance(50) { "　" } else { "：" }))))
        .collect();
    parts.splice(at + 1..at + 1, lines);
}

/// The body that signs, and the day.
fn sign(parts: &mut Vec<Part>, random: &mut Random) {
    let allowed = set(&[Label::Body, Label::Credit, Label::Note]);
    parts.push(Part { text: random.pick(OFFICES).to_string(), allowed });
    if random.chance(70) {
        let text =
            format!("{}年{}月{}日", random.range(1996, 2026), random.range(1, 13), random.range(1, 29));
        parts.push(Part { text, allowed });
    }
}
