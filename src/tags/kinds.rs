//! What a name is, where its own letters or the page say it more surely than its sentence.
//!
//! Takes the tags of all blocks as they were read one by one; changes their kinds. Zones and parks are places and no bodies;
//! provinces, divisions with their rank and 晏家镇 are nobody's name unless a title before them says so; a foreign name that speaks or
//! holds an office is a person, not a place; 艾伦政府 is that of a person whom the page names.

use std::collections::HashSet;

use super::divisions::is_zone;
use super::known::Marked;
use super::offices::is_rank;
use super::people::SAYING;
use super::rules::data::DATA;
use super::{By, Kind, Tag, roles, rules};
use crate::span::Span;
use crate::text::fold;

/// What is named after the one who leads it.
const LED: [&str; 3] = ["政府", "内阁", "当局"];
/// What else is no body but a place, beside the zones that `divisions` knows.
const PARKS: [&str; 10] =
    ["保税区", "自贸区", "产业园", "工业园", "科技园", "物流园", "景区", "度假区", "保护区", "新区"];
const PROVINCES: &str = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 \
                         重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾";
/// What villages and towns end in that are named after a family: 晏家镇.
const HAMLETS: &str = "镇村庄河沟湾汇桥店屯坪寨营堡铺塘坝";

pub fn settle(blocks: &mut [Marked]) {
    let people = people(blocks);
    for marked in blocks {
        let text = marked.text;
        let listed = listed(marked);
        for tag in marked.tags.iter_mut().filter(|tag| tag.by == By::Model) {
            let name = &*fold(tag.span.of(text));
            let nobody = || !roles::is_titled(text, tag.span) && !listed.contains(&tag.span.start);
            match tag.kind {
                // No given name ends so.
                Kind::Person if name.chars().count() > 2 && name.ends_with('队') => {
                    tag.kind = Kind::Organization
                }
                Kind::Person if is_place(name) && nobody() => tag.kind = Kind::Place,
                Kind::Place if is_foreign(name) && acts(text, tag.span) => tag.kind = Kind::Person,
                Kind::Organization if is_zone(name) || PARKS.iter().any(|park| name.ends_with(park)) => {
                    tag.kind = Kind::Place
                }
                Kind::Organization => *tag = leader(text, *tag, &people).unwrap_or(*tag),
                _ => (),
            }
        }
    }
}

/// The people of the page as they were read, and by the last part of a name with dots, as others call them.
fn people<'p>(blocks: &[Marked<'p>]) -> HashSet<&'p str> {
    let names = blocks.iter().flat_map(|marked| {
        let people = marked.tags.iter().filter(|tag| tag.kind == Kind::Person);
        people.map(|tag| tag.span.of(marked.text))
    });
    names.flat_map(|name| [name, name.rsplit('·').next().unwrap_or(name)]).collect()
}

/// Where people stand in a list with others, who may be called as a place is.
fn listed(marked: &Marked) -> HashSet<usize> {
    let people: Vec<Span> =
        marked.tags.iter().filter(|tag| tag.kind == Kind::Person).map(|tag| tag.span).collect();
    let beside = |pair: &&[Span]| {
        let between = marked.text.get(pair[0].end..pair[1].start).unwrap_or_default();
        matches!(between, "、" | " " | "\u{3000}" | "和" | "与")
    };
    people.windows(2).filter(beside).flatten().map(|span| span.start).collect()
}

/// Whether `name` is a province, a division with its rank that the table has, or named as hamlets are. Counties and cities without
/// their rank are names of people as well.
fn is_place(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let hamlet = matches!(chars[..], [_, '家', last] if HAMLETS.contains(last));
    let ranked = chars.len() > 2 && chars.last().is_some_and(|&last| is_rank(last));
    hamlet || PROVINCES.split(' ').any(|province| province == name) || ranked && rules::is_place(name)
}

/// Whether what holds an office, or speaks, stands at `name`.
fn acts(text: &str, name: Span) -> bool {
    roles::is_titled(text, name) || SAYING.iter().any(|verb| text[name.end..].starts_with(verb))
}

/// Whether `name` is written in characters for foreign sounds, one in four left out, and is no place by
/// its rank or the table.
fn is_foreign(name: &str) -> bool {
    let (length, sounds) =
        (name.chars().count(), name.chars().filter(|c| DATA.names.foreign.contains_key(c)).count());
    let ranked = name.ends_with(|c| is_rank(c) || matches!(c, '镇' | '乡' | '村'));
    length > 2 && sounds >= length - length / 4 && !ranked && !rules::is_place(name)
}

/// The person whose government `tag` is.
fn leader(text: &str, tag: Tag, people: &HashSet<&str>) -> Option<Tag> {
    let body = tag.span.of(text);
    let stem = LED.iter().find_map(|word| body.strip_suffix(word))?;
    let span = Span::new(tag.span.start, tag.span.start + stem.len());
    people.contains(stem).then_some(Tag { kind: Kind::Person, span, ..tag })
}

#[cfg(test)]
mod tests {
    use super::super::marks;
    use super::*;

    fn check(blocks: &[&str], expected: &[&str]) {
        let read: Vec<_> = blocks.iter().map(|marked| marks::tags(marked)).collect();
        let mut blocks: Vec<Marked> =
            read.iter().map(|(text, tags)| marks::block(0, text, tags.clone())).collect();
        settle(&mut blocks);
        assert_eq!(blocks.iter().map(marks::shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_a_name_is_by_its_letters_and_its_place() {
        check(&["〔人 云岭队〕赢了，〔人 何队〕来了"], &["〔机 云岭队〕赢了，〔人 何队〕来了"]);
        check(&["〔人 江苏〕读者来了"], &["〔地 江苏〕读者来了"]);
        check(&["〔地 拉维科〕说，大臣〔地 拉维科〕走了"], &["〔人 拉维科〕说，大臣〔人 拉维科〕走了"]);
        for same in [
            "局长〔人 江苏〕来了",
            "〔机 江苏〕来了",
            "走到〔地 拉维科〕",
            "〔地 云溪〕说",
            "大臣〔地 德国〕",
            "〔机 拉维科〕说",
            "〔时 今天〕说",
        ] {
            check(&[same], &[same]);
        }
    }

    #[test]
    fn zones_are_places_and_their_managements_bodies() {
        check(
            &["〔机 云岭综合保税区〕、〔机 青荷产业园〕、〔机 云岭综保区〕通车"],
            &["〔地 云岭综合保税区〕、〔地 青荷产业园〕、〔地 云岭综保区〕通车"],
        );
        check(&["〔机 云岭综合保税区管委会〕来了"], &["〔机 云岭综合保税区管委会〕来了"]);
        check(&["〔人 云新区〕来了"], &["〔人 云新区〕来了"]);
    }

    #[test]
    fn in_a_list_of_people_a_province_is_one_of_them() {
        for mark in ["、", " ", "\u{3000}", "和", "与"] {
            let list = format!("〔人 何苗〕{mark}〔人 江苏〕来了");
            check(&[&list], &[&list]);
            let list = format!("〔人 江苏〕{mark}〔人 何苗〕来了");
            check(&[&list], &[&list]);
        }
        check(&["〔人 何苗〕到〔人 江苏〕看海"], &["〔人 何苗〕到〔地 江苏〕看海"]);
        check(&["〔地 云溪〕、〔人 江苏〕"], &["〔地 云溪〕、〔地 江苏〕"]);
    }

    #[test]
    fn the_government_of_someone_whom_the_page_names() {
        check(
            &["〔人 莫里森〕走了。", "〔机 莫里森政府〕和〔机 莫里森内阁〕也走了，〔机 泰国政府〕没走"],
            &["〔人 莫里森〕走了。", "〔人 莫里森〕政府和〔人 莫里森〕内阁也走了，〔机 泰国政府〕没走"],
        );
        check(
            &["〔人 艾伦·莫里森〕走了，〔机 莫里森政府〕没走"],
            &["〔人 艾伦·莫里森〕走了，〔人 莫里森〕政府没走"],
        );
        check(&["〔地 莫里森〕，〔机 莫里森政府〕"], &["〔地 莫里森〕，〔机 莫里森政府〕"]);
    }

    #[test]
    fn the_users_words_and_the_rules_are_right() {
        for by in [By::Lexicon, By::Rule] {
            let (text, mut tags) = marks::tags("〔人 江苏〕读者来了");
            tags[0].by = by;
            let mut blocks = [marks::block(0, &text, tags)];
            settle(&mut blocks);
            assert_eq!(blocks[0].tags[0].kind, Kind::Person);
        }
    }

    #[test]
    fn a_foreign_name_has_no_rank() {
        assert!(is_foreign("拉维科") && is_foreign("阿内尔古特"));
        assert!(is_foreign("拉维科囍") && !is_foreign("拉维囍") && !is_foreign("拉维科特囍囍"));
        for name in ["拉维", "阿里沙区", "巴拉林村", "巴拉林镇", "巴拉林乡", "德国", "马桥镇", "伊斯坦布尔"]
        {
            assert!(!is_foreign(name), "{name}");
        }
    }

    #[test]
    fn provinces_and_hamlets_are_places() {
        for name in ["江苏", "常州市", "晏家镇"] {
            assert!(is_place(name), "{name}");
        }
        for name in ["江流", "高平", "常州", "李家明", "云溪市", "李明镇", "老晏家镇"] {
            assert!(!is_place(name), "{name}");
        }
    }
}
