//! The same story in another dress: 讯头 and credits of today or none, 引题 and 副题, crossheads, torn ends.

use std::sync::LazyLock;

use regex::Regex;

use super::bodies::odd_body;
use super::invented::{COLUMN_HEADS, OFFICES, PAPERS, PLACES, SCENES, person};
use super::{Marks, Style};
use crate::page::model::Label;
use crate::page::rules::pattern;
use crate::train::random::Random;
use crate::train::stories::{Part, Story, set};
use crate::words;

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
    Story { parts }
}

/// Two clauses of a headline become two lines; false where it has not two.
fn split_head(parts: &mut Vec<Part>, random: &mut Random) -> bool {
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
fn add_head(parts: &mut Vec<Part>, marks: Marks, random: &mut Random) {
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
fn break_head(parts: &mut Vec<Part>, random: &mut Random) {
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

/// What a picture shows, said in a sentence of the story, with or without who took it.
fn caption(parts: &mut Vec<Part>, random: &mut Random) {
    let sentences = parts.iter().flat_map(|part| part.text.split('。'));
    let sentences: Vec<&str> = sentences.filter(|s| (12..70).contains(&s.chars().count())).collect();
    let shows = match sentences.is_empty() || random.chance(25) {
        true => format!("图为{}现场", random.pick(SCENES)),
        false => format!(
            "{}{}",
            random.pick(&["▲", "▲ ", "△", "↑", "图为", "上图：", ""]),
            random.pick(&sentences)
        ),
    };
    let name = person(random);
    let text = match random.range(0, 6) {
        0 => format!("{shows}。{name} 摄"),
        1 => format!("{shows}。 记者 {name} 摄"),
        2 => format!("{shows}。本报记者 {name}摄"),
        3 => format!("{shows}。（{name} 摄）"),
        4 => format!("{shows}。 （图片由{}提供）", random.pick(OFFICES)),
        _ => format!("{shows}。通讯员 {name} {} 摄影报道", person(random)),
    };
    let first = parts.iter().position(|part| part.allowed == set(&[Label::Body])).unwrap_or(parts.len());
    let at = if random.chance(50) { parts.len() } else { random.range(first, parts.len() + 1) };
    parts.insert(at, Part { text, allowed: set(&[Label::Caption]) });
}

/// Crossheads between the paragraphs of a long story: clauses of what follows them.
fn add_crossheads(parts: &mut Vec<Part>, random: &mut Random) {
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
    let first = parts.iter().position(|part| part.allowed == body).unwrap_or(0);
    let mut out: Vec<Part> = Vec::new();
    let mut count = 0;
    for (i, part) in std::mem::take(parts).into_iter().enumerate() {
        if part.allowed == body && i > first && (i - first) % step == 0 {
            let marks = ['，', '。', '；', '：', '“', '”', '、'];
            let clauses: Vec<&str> =
                part.text.split(marks).filter(|c| (4..17).contains(&c.chars().count())).collect();
            if let Some(&clause) = (!clauses.is_empty()).then(|| random.pick(&clauses)) {
                let number =
                    ["一、", "二、", "三、", "四、", "五、"].get(count).filter(|_| numbered).unwrap_or(&"");
                let clause = if quoted { last_word_quoted(clause) } else { clause.to_owned() };
                out.push(Part {
                    text: format!("{number}{opening}{clause}"),
                    allowed: set(&[Label::Heading]),
                });
                count += 1;
            }
        }
        out.push(part);
    }
    *parts = out;
}

/// The last two characters in quotation marks: 让老屋“开口”.
fn last_word_quoted(clause: &str) -> String {
    let at = clause.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    format!("{}“{}”", &clause[..at], &clause[at..])
}

/// A brief without its headline.
fn untitle(parts: &mut Vec<Part>) {
    if parts[1..].iter().any(|part| part.allowed != set(&[Label::Body])) || parts.len() < 2 {
        return;
    }
    parts.remove(0);
    parts[0].allowed = set(&[Label::StartBody]);
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

static OLD_DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(据)?(本报|新华社)({han}{2,4})?({d}{1,2}月{d}{1,2}日)?(电|讯)([（(]?记者{han}{2,4}(、{han}{2,4})*[）)]?(报道：)?)?",
    )
});

/// A paragraph without its 讯头.
pub fn without_dateline(text: &str) -> String {
    OLD_DATELINE.replace(text, "").into_owned()
}

static CREDIT_AT_END: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[（(][^（）()]{0,24}(摄|电|记者[^（）()]{0,12}|报道)[）)]$"));

/// Takes off 讯头 and credits.
fn strip(parts: &mut Vec<Part>) {
    let credit = set(&[Label::Credit]);
    if parts.len() > 2 {
        parts.retain(|part| part.allowed != credit);
    }
    for part in parts.iter_mut().filter(|part| part.allowed & set(&[Label::Body, Label::StartBody]) != 0) {
        for form in [&OLD_DATELINE, &CREDIT_AT_END] {
            let rest = form.replace(&part.text, "").into_owned();
            if !rest.is_empty() {
                part.text = rest;
            }
        }
    }
}

/// Puts 讯头 and names as papers of today set them: before the first paragraph, on a line of their own, or at the foot.
fn credit(parts: &mut Vec<Part>, random: &mut Random) {
    let Some(first) = parts.iter().position(|p| p.allowed & set(&[Label::Body, Label::StartBody]) != 0)
    else {
        return;
    };
    let body = &mut parts[first];
    let rest = without_dateline(&body.text);
    if rest.chars().count() < 20 {
        return;
    }
    let role = random.pick(&["记者", "全媒体记者", "通讯员", "融媒体记者", "首席记者", "见习记者"]);
    let other = if random.chance(40) { format!(" 通讯员 {}", person(random)) } else { String::new() };
    let names = format!("{role} {}{other}", person(random));
    let agency = if random.chance(50) { "本报".to_owned() } else { random.pick(PAPERS).to_string() };
    match random.range(0, 8) {
        0..4 if random.chance(15) => {
            let (name, day) = (person(random), random.range(1, 29));
            body.text = format!(
                "（{}记者{name}{}{day}日电）{rest}",
                random.pick(&["中央社", "本报"]),
                random.pick(PLACES)
            );
        }
        0..4 => body.text = format!("{agency}讯（{names}）{rest}"),
        4 => {
            body.text = rest;
            let text = format!("{agency}讯（{names}）");
            parts.insert(first, Part { text, allowed: set(&[Label::Credit]) });
        }
        5 => {
            body.text = rest;
            let name = person(random);
            let text = match random.range(0, 9) {
                4 => format!("记者{name}／{}报道", random.pick(SCENES)),
                5 => format!("{}{name}", random.pick(&["", "", "□ ", "□", "■"])),
                6 => format!("{} {name}", random.pick(OFFICES)),
                7 => format!("本报记者{name}"),
                0 => format!("{agency}  版次：A{:02}  {names}", random.range(1, 17)),
                1 => format!("本报{names}"),
                _ => names,
            };
            parts.insert(first, Part { text, allowed: set(&[Label::Credit]) });
        }
        6 => {
            body.text = format!("{agency}讯 {rest}");
            let last = parts.last_mut().expect("a story has parts");
            let credit = if random.chance(50) { names } else { person(random) };
            last.text = format!("{}（{credit}）", last.text);
        }
        _ => {
            body.text = rest;
            let text = match random.range(0, 7) {
                0 => format!("记者 {} 摄", person(random)),
                4 => format!("（{}）", person(random)),
                5 => format!("（{}{}）", person(random), person(random)),
                6 => format!("（作者：{}）", random.pick(OFFICES)),
                1 => format!("文/图 {names}"),
                2 => format!("（{names}）"),
                _ => names,
            };
            parts.push(Part { text, allowed: set(&[Label::Credit, Label::Caption]) });
        }
    }
}

/// A column's name before the headline, or an editor's note after it.
fn column(parts: &mut Vec<Part>, random: &mut Random) {
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
        let text = format!("{lead}{}", note(parts, random));
        parts.insert(1, Part { text, allowed: set(&[Label::Note]) });
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
