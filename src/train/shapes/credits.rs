//! 讯头 and credits of today and of 1998, who took a picture; or none of them.

use std::sync::LazyLock;

use regex::Regex;

use super::invented::{OFFICES, PAPERS, PLACES, SCENES, person};
use crate::page::model::Label;
use crate::page::rules::pattern;
use crate::train::random::Random;
use crate::train::stories::{Part, set};

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
pub fn strip(parts: &mut Vec<Part>) {
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
pub fn credit(parts: &mut Vec<Part>, random: &mut Random) {
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

/// What a picture shows, said in a sentence of the story, with or without who took it.
pub fn caption(parts: &mut Vec<Part>, random: &mut Random) {
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
