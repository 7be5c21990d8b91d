//! Headlines and what stands about them: 引题 and 副题, broken headlines, crossheads, heads of columns, editors' notes; and none.

use super::Marks;
use super::credits::without_dateline;
use super::invented::COLUMN_HEADS;
use crate::page::model::Label;
use crate::train::random::Random;
use crate::train::stories::{Part, set};
use crate::words;

/// Two clauses of a headline become two lines; false where it has not two.
pub fn split_head(parts: &mut Vec<Part>, random: &mut Random) -> bool {
    let head = &parts[0];
    if head.allowed != set(&[Label::StartTitle]) {
        return false;
    }
    let dash = head.text.find("——").filter(|&at| at > 0);
    let Some((first, second)) =
        dash.map(|at| head.text.split_at(at)).or_else(|| head.text.split_once([' ', '\u{3000}']))
    else {
        return false;
    };
    if first.chars().count() < 5 || second.chars().count() < 5 {
        return false;
    }
    let texts = [first.to_owned(), second.to_owned()];
    // What a dash opens explains the headline before it.
    let new = two_heads(texts, dash.is_none() && random.chance(20));
    parts.splice(0..1, new);
    true
}

/// A clause of the first paragraph becomes the 引题 or 副题.
pub fn add_head(parts: &mut Vec<Part>, marks: Marks, random: &mut Random) {
    if parts[0].allowed != set(&[Label::StartTitle])
        || parts.len() < 2
        || parts[1].allowed != set(&[Label::Body])
    {
        return;
    }
    let body = without_dateline(&parts[1].text);
    let mut clauses = body.split(['，', '。', '；', '：']).filter(|c| (8..45).contains(&c.chars().count()));
    let Some(clause) = clauses.nth(random.range(0, 2)).map(str::to_owned) else { return };
    let title = parts[0].text.clone();
    let kicker = random.chance(25);
    let more = clauses.next().map(str::to_owned).filter(|_| marks != Marks::None && random.chance(25));
    let texts = if kicker { [clause, title] } else { [title, clause] };
    parts.splice(0..1, two_heads(texts, kicker));
    if let Some(text) = more {
        parts.insert(2, Part { text, allowed: set(&[Label::Subtitle]) });
    }
}

/// The lesser of the two is not marked.
fn two_heads(texts: [String; 2], kicker: bool) -> Vec<Part> {
    let labels = match kicker {
        true => [Label::StartKicker, Label::Title],
        false => [Label::StartTitle, Label::Subtitle],
    };
    texts.into_iter().zip(labels).map(|(text, label)| Part { text, allowed: set(&[label]) }).collect()
}

/// One headline set over two lines, parted between two words, as narrow columns have it.
pub fn break_head(parts: &mut Vec<Part>, random: &mut Random) {
    let text = &parts[0].text;
    let chars = text.chars().count();
    if parts[0].allowed != set(&[Label::StartTitle])
        || !(9..40).contains(&chars)
        || text.contains([' ', '\u{3000}'])
    {
        return;
    }
    let bounds: Vec<usize> = words::split(text)
        .iter()
        .map(|word| word.start)
        .filter(|&at| at > 0 && text[..at].chars().count() >= 4 && text[at..].chars().count() >= 2)
        .collect();
    if bounds.is_empty() {
        return;
    }
    let at = *random.pick(&bounds);
    let lines = [(&text[..at], Label::StartTitle), (&text[at..], Label::Title)];
    let new = lines.map(|(line, label)| Part { text: line.to_owned(), allowed: set(&[label]) });
    parts.splice(0..1, new);
}

/// Crossheads between the paragraphs of a long story: clauses of what follows them.
pub fn add_crossheads(parts: &mut Vec<Part>, random: &mut Random) {
    let body = set(&[Label::Body]);
    let bodies = parts.iter().filter(|part| part.allowed == body).count();
    if bodies < 4 || bodies + 3 < parts.len() {
        return;
    }
    let step = random.range(if bodies < 6 { 1 } else { 2 }, 4);
    let numbered = random.chance(20);
    // Those of one story like to be built alike.
    let opening = *random.pick(&["", "", "", "", "", "让", "从", "以", "聚焦", "做强", "守住", "激活"]);
    let quoted = random.chance(25);
    let between = *random.pick(&["", "", "", "", "", "", "", "", "", "，", "，", "："]);
    let first = parts.iter().position(|part| part.allowed == body).unwrap_or(0);
    let mut out: Vec<Part> = Vec::new();
    let mut count = 0;
    for (i, part) in std::mem::take(parts).into_iter().enumerate() {
        if part.allowed == body
            && i > first
            && (i - first) % step == 0
            && let Some(clause) = crosshead(&part.text, between, random)
        {
            let number =
                ["一、", "二、", "三、", "四、", "五、"].get(count).filter(|_| numbered).unwrap_or(&"");
            let clause = if quoted { last_word_quoted(&clause) } else { clause };
            out.push(Part { text: format!("{number}{opening}{clause}"), allowed: set(&[Label::Heading]) });
            count += 1;
        }
        out.push(part);
    }
    *parts = out;
}

/// A clause of a paragraph, or two that follow each other with `between` between them: 铁腕治污，让碧水长流.
fn crosshead(text: &str, between: &str, random: &mut Random) -> Option<String> {
    let clauses: Vec<&str> = text.split(['，', '。', '；', '：', '“', '”', '、']).collect();
    let is_within = |clause: &str, least, most| (least..most).contains(&clause.chars().count());
    if !between.is_empty() {
        let pairs: Vec<&[&str]> =
            clauses.windows(2).filter(|pair| pair.iter().all(|clause| is_within(clause, 4, 11))).collect();
        return (!pairs.is_empty()).then(|| random.pick(&pairs).join(between));
    }
    let clauses: Vec<&str> = clauses.into_iter().filter(|clause| is_within(clause, 4, 17)).collect();
    (!clauses.is_empty()).then(|| random.pick(&clauses).to_string())
}

/// The last two characters in quotation marks: 让老屋“开口”.
fn last_word_quoted(clause: &str) -> String {
    let at = clause.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    format!("{}“{}”", &clause[..at], &clause[at..])
}

/// A brief without its headline.
pub fn untitle(parts: &mut Vec<Part>) {
    if parts[1..].iter().any(|part| part.allowed != set(&[Label::Body])) || parts.len() < 2 {
        return;
    }
    parts.remove(0);
    parts[0].allowed = set(&[Label::StartBody]);
}

/// A column's name before the headline, or an editor's note after it.
pub fn column(parts: &mut Vec<Part>, random: &mut Random) {
    if random.chance(55) {
        parts[0].allowed = set(&[Label::Title]);
        let head = random.pick(COLUMN_HEADS);
        let text = match random.range(0, 5) {
            0..3 => format!("【{head}】"),
            3 => format!("■{head}"),
            _ => head.to_string(),
        };
        parts.insert(0, Part { text, allowed: set(&[Label::StartNote]) });
    } else {
        let lead = random.pick(&[
            "编者按：",
            "编者的话：",
            "开栏的话：",
            "编者按 ",
            "[导读] ",
            "核心提示：",
            "【编者按】",
        ]);
        // Under the headline, or under who wrote it.
        let first = parts.iter().position(|part| part.allowed == set(&[Label::Body])).unwrap_or(1).max(1);
        let at = if random.chance(60) { 1 } else { first };
        let said = note(parts, random);
        let of_note = |text: String| Part { text, allowed: set(&[Label::Note]) };
        if random.chance(30) {
            let lead = lead.trim_end_matches([' ', '：']);
            // The editors' words below look like any paragraph.
            let said = Part { text: said, allowed: set(&[Label::Note, Label::Body]) };
            parts.splice(at..at, [of_note(lead.to_owned()), said]);
        } else {
            parts.insert(at, of_note(format!("{lead}{said}")));
        }
    }
}

/// What an editor says of a series: sentences of the story, or of every series.
fn note(parts: &[Part], random: &mut Random) -> String {
    let own = parts.iter().map(|part| part.text.as_str()).filter(|text| text.chars().count() >= 50);
    let own: Vec<&str> = own.collect();
    if own.is_empty() || random.chance(30) {
        return "今年以来，全市上下铆足干劲抓落实。本报今起推出系列报道，记录各地的新做法、新气象。"
            .to_owned();
    }
    let text = random.pick::<&str>(&own);
    without_dateline(text).split_inclusive('。').take(random.range(1, 4)).collect()
}
