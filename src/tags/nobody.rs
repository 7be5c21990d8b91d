//! People that are none by the words around them: 乌军, 阿方 beside 中方, 赫哲族, 国 of 轮值主席国作用, the towns of 云海高铁.
//!
//! Takes the tags of a block as they were read; drops such people, whatever title or verb of saying stands beside them. Only 韩 is
//! a family as often as a land: behind a title 韩军 is someone.

use super::known::Marked;
use super::{By, Kind, roles};
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
    let titled = || roles::is_titled(text, name);
    let name = fold(name.of(text));
    let way = WAYS.iter().any(|way| behind.starts_with(way));
    let state = name.starts_with('国') && STATES.iter().any(|state| before.ends_with(state));
    is_side(&name, talks) && !(name.starts_with('韩') && titled()) || way || state || name.ends_with('族')
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

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn check(marked: &str, expected: &str) {
        let (text, tags) = marks::tags(marked);
        let mut block = marks::block(0, &text, tags);
        drop(&mut block);
        assert_eq!(marks::shown(&block), expected);
    }

    #[test]
    fn who_is_nobody_by_the_words_around() {
        check(
            "打击〔人 乌军〕有生力量，据〔人 俄媒〕报道，〔人 俄称〕击退",
            "打击乌军有生力量，据俄媒报道，俄称击退",
        );
        check("〔人 韩军〕表示，总统〔人 乌军〕", "韩军表示，总统乌军");
        check("中方愿同〔人 摩方〕携手", "中方愿同摩方携手");
        check("〔人 摩方〕和〔人 阿方〕双方都来了", "摩方和阿方双方都来了");
        check(
            "〔人 赫哲族〕姑娘，轮值主席〔人 国作用〕大，〔人 池黄〕高铁",
            "赫哲族姑娘，轮值主席国作用大，池黄高铁",
        );
        check("〔人 云海〕国家级示范区，成员〔人 国力量〕", "云海国家级示范区，成员国力量");
    }

    #[test]
    fn who_is_somebody_all_the_same() {
        for text in [
            "〔人 摩方〕到了码头",
            "中方请〔人 何方〕和〔人 马方舟〕讲话",
            "〔人 金军〕和〔人 何媒〕说",
            "〔人 乌海〕说",
            "主席〔人 何国〕和〔人 国风〕来了",
            "〔人 何苗〕坐高铁",
            "〔人 军〕来了",
            "局长〔人 韩军〕和副局长〔人 韩军伟〕来了",
            "打击〔机 乌军〕，中方和〔地 摩方〕",
        ] {
            check(text, text);
        }
        let (text, mut tags) = marks::tags("打击〔人 乌军〕");
        tags[0].by = By::Lexicon;
        let mut block = marks::block(0, &text, tags);
        drop(&mut block);
        assert_eq!(block.tags.len(), 1, "the user's word stays");
    }
}
