//! People that are none by the words around them: 乌军, 阿方 beside 中方, 赫哲族, 国 of 轮值主席国作用, the towns of 云海高铁.
//!
//! Takes the tags of a block as they were read; drops such people, whatever title or verb of saying stands beside them.

use super::known::Marked;
use super::{By, Kind};
use crate::span::Span;
use crate::text::fold;

/// Lands whose short form is a surname, or sounds like one, with what they do.
const LANDS: &str = "乌俄以美日韩朝英法德印巴伊阿沙埃欧澳加马泰越缅柬蒙哈吉塔摩黎约科斯卢孟亚";
const AT_WAR: &str = "乌俄以美日韩朝英法德印";
/// What is named after the towns that it joins, or after its place.
const WAYS: [&str; 9] = ["高铁", "高速", "铁路", "公路", "大桥", "隧道", "海域", "古镇", "国家级"];
/// What a land may be: 主席国.
const STATES: [&str; 4] = ["主席", "成员", "理事", "东道"];

pub fn drop(marked: &mut Marked) {
    let text = marked.text;
    let talks = ["中方", "双方"].iter().any(|side| text.contains(side));
    marked
        .tags
        .retain(|tag| tag.kind != Kind::Person || tag.by != By::Model || !is_nobody(text, tag.span, talks));
}

/// Whether `name` is nobody in a text that tells of talks or not.
fn is_nobody(text: &str, name: Span, talks: bool) -> bool {
    let (before, behind) = (&text[..name.start], &text[name.end..]);
    let name = fold(name.of(text));
    let way = WAYS.iter().any(|way| behind.starts_with(way));
    let state = name.starts_with('国') && STATES.iter().any(|state| before.ends_with(state));
    is_side(&name, talks) || way || state || name.ends_with('族')
}

/// Whether `name` is a land with its army, its press or its side of a talk.
fn is_side(name: &str, talks: bool) -> bool {
    let mut chars = name.chars();
    let Some((land, what)) = chars.next().zip(chars.next()) else { return false };
    match what {
        '方' => talks && chars.next().is_none() && LANDS.contains(land),
        '军' | '媒' | '称' => AT_WAR.contains(land),
        _ => false,
    }
}
