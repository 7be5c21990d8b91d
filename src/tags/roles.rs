//! Offices and titles of people: before the name, after it, stacked, and shared by a list.
//!
//! Takes the text of a block with its tags, gives for each person the titles that the text says there, each with the
//! body or place it names. Which office an elided 市委 is, is worked out over the page (`aliases`).

use super::offices::is_rank;
use super::{Kind, Tag};
use crate::span::Span;
use crate::text::{ceil, floor, fold};

/// A title said at one mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    pub title: String,
    pub organization: Option<String>,
}

/// The longest title, and how many may be stacked before one name.
const LONGEST: usize = 9;
const STACK: usize = 6;

/// Titles a list of names may share, besides those that begin with 副: many hold them.
const SHARED: [&str; 15] = [
    "领导",
    "记者",
    "通讯员",
    "专家",
    "代表",
    "委员",
    "队员",
    "选手",
    "同志",
    "运动员",
    "学者",
    "志愿者",
    "教授",
    "院士",
    "常委",
];
/// Words that address and tell nothing, or are verbs as often as titles.
const NO_ROLE: [&str; 22] = [
    "先生",
    "女士",
    "小姐",
    "同志",
    "夫人",
    "老人",
    "大爷",
    "大妈",
    "大娘",
    "阿姨",
    "太太",
    "奶奶",
    "爷爷",
    "大姐",
    "大哥",
    "大伯",
    "大叔",
    "大嫂",
    "老伯",
    "伯伯",
    "叔叔",
    "领导同志",
];
/// Fields of work that a title names without an office.
const FIELDS: [&str; 14] = [
    "财务",
    "物流",
    "技术",
    "销售",
    "市场",
    "生产",
    "运营",
    "行政",
    "人事",
    "人力资源",
    "项目",
    "产品",
    "品牌",
    "安全",
];
const ALSO_VERBS: [&str; 9] = ["代表", "指挥", "编辑", "导演", "摄影", "教练", "裁判", "记者", "通讯员"];

/// The titles of each person among `tags` (ordered, of one layer), by the index of the tag. Read on folded text, which
/// has every character where `text` has it; titles are told as `text` writes them.
pub fn read(text: &str, tags: &[Tag]) -> Vec<(usize, Vec<Title>)> {
    let folded = fold(text);
    let mut out: Vec<(usize, Vec<Held>)> = Vec::new();
    for (index, tag) in tags.iter().enumerate().filter(|(_, tag)| tag.kind == Kind::Person) {
        let mut titles = before(&folded, tag.span.start, tags, index);
        if titles.is_empty() {
            titles = shared(&folded, tags, &out, index);
        }
        titles.extend(appointed(&folded, tags, index));
        if let Some(title) = after(&folded, tag.span.end) {
            let organization = body_before(tags, index, tag.span.start);
            titles.push(Held { title: Span::new(tag.span.end, tag.span.end + title.len()), organization });
        }
        out.push((index, titles));
    }
    let told = |held: Held| Title {
        title: held.title.of(text).to_owned(),
        organization: held.organization.map(|span| span.of(text).to_owned()),
    };
    out.into_iter().map(|(index, titles)| (index, titles.into_iter().map(told).collect())).collect()
}

/// Where a title and its body stand.
#[derive(Clone, Copy)]
struct Held {
    title: Span,
    organization: Option<Span>,
}

/// Whether something at the name says that it is a person's: a title, a verb of saying, a list of people.
pub fn is_certain(text: &str, span: Span) -> bool {
    const VERBS: [&str; 34] = [
        "说",
        "表示",
        "指出",
        "介绍",
        "强调",
        "认为",
        "告诉",
        "透露",
        "坦言",
        "出席",
        "参加",
        "主持",
        "率队",
        "宣布",
        "讲话",
        "致辞",
        "要求",
        "带领",
        "回忆",
        "感慨",
        "告诉",
        "笑着",
        "率",
        "会见",
        "前往",
        "来到",
        "看望",
        "调研",
        "一行",
        "等人",
        "等领导",
        "任",
        "当选",
        "宣读",
    ];
    // No title and no verb reaches further; the whole text, for each of its names, would be dear.
    let next = &*fold(&text[span.end..floor(text, span.end + NEAR)]);
    is_titled(text, span) || title_starting(next).is_some() || VERBS.iter().any(|verb| next.starts_with(verb))
}

/// Whether a title stands before the name, blanks between them left out.
pub fn is_titled(text: &str, span: Span) -> bool {
    let head = text[..span.start].trim_end_matches([' ', '\u{3000}']);
    title_ending(&fold(&head[ceil(head, head.len().saturating_sub(NEAR))..])).is_some()
}

fn before(text: &str, start: usize, tags: &[Tag], index: usize) -> Vec<Held> {
    let mut out = Vec::new();
    let mut at = text[..start].trim_end_matches([' ', '\u{3000}', '：']).len();
    while out.len() < STACK {
        let Some(title) = title_ending(&text[..at]) else { break };
        let from = at - title.len();
        let from = from - rank_before(&text[..from]);
        let title = &text[from..at];
        let owner = tags[..index].iter().rev().take(4).find(|tag| tag.span.end <= at);
        let end = from + title.len();
        let unit = unit_before(text, tags, index, from);
        let body =
            body_ending(tags, index, from).or_else(|| body_ending(tags, index, lead(text, from))).or(unit);
        let named_unit = body.is_none().then(|| unit_in_stack(text, from)).flatten();
        // 云州市委 and the title 市委书记 share two characters; 党总支 belongs to the title 党总支书记 alone.
        let shared = owner.filter(|tag| tag.span.start < from && from < tag.span.end).map(|tag| tag.span);
        let village = |span: Span| if title.starts_with('党') { Span::new(span.start, from) } else { span };
        let organization = shared.map(village).or(body.map(|tag| tag.span)).or(named_unit);
        at = organization.map_or(from, |span| span.start);
        if !NO_ROLE.contains(&title) {
            // 市委 is a body inside the title 市委书记: the title stays whole.
            let start = unit.map_or(from, |tag| tag.span.end);
            out.push(Held { title: Span::new(start, end), organization });
        }
        let head = &text[..at];
        let Some(rest) = ["、", "兼", "，"].iter().find_map(|mark| head.strip_suffix(mark)) else { break };
        if title_ending(rest).is_none() {
            break;
        }
        at = rest.len();
    }
    out.reverse();
    out
}

/// The length of the rank that a stacked title begins with: 市 of 市委书记、市总河长.
fn rank_before(head: &str) -> usize {
    let Some(rank) = head.chars().next_back().filter(|&c| is_rank(c)) else { return 0 };
    let stack = &head[..head.len() - rank.len_utf8()];
    if stack.strip_suffix('、').is_some_and(|stack| title_ending(stack).is_some()) {
        rank.len_utf8()
    } else {
        0
    }
}

/// Where a title begins with the words before it that count or place it: 原, 时任, 现任.
fn lead(text: &str, from: usize) -> usize {
    let head = &text[..from];
    ["时任", "现任", "原", "前", "的", "党组"]
        .iter()
        .find_map(|word| head.strip_suffix(word))
        .map_or(from, str::len)
}

/// How far back a stack of titles is looked at, in bytes.
const NEAR: usize = 120;

/// The longest name of an office inside a body, in characters.
const UNIT: usize = 9;

/// The body whose office, or field of work, stands between it and a title: 市第一人民医院急诊科 before 主任, 公司财务 before 负责人.
fn unit_before<'t>(text: &str, tags: &'t [Tag], index: usize, from: usize) -> Option<&'t Tag> {
    const UNITS: [&str; 15] =
        ["科", "室", "处", "部", "股", "队", "组", "所", "站", "中心", "系", "院", "办", "庭", "车间"];
    let body = tags[..index].iter().rev().take(2).find(|tag| tag.span.end <= from)?;
    let unit = &text[body.span.end..from];
    let length = unit.chars().count();
    let han = unit.chars().all(super::rules::is_han);
    let fits = (2..=UNIT).contains(&length) && han && UNITS.iter().any(|end| unit.ends_with(end))
        || FIELDS.contains(&unit);
    (body.kind == Kind::Organization && fits).then_some(body)
}

/// The words between two stacked titles that say where the second is held: 常务副市长、经开区 before 党工委书记.
fn unit_in_stack(text: &str, from: usize) -> Option<Span> {
    const ENDS: &str = "区局厅部院校会办委司团镇乡社所站台行厂园港";
    let head = &text[ceil(text, from.saturating_sub(NEAR))..from];
    let (stack, unit) = head.rsplit_once('、')?;
    let fits = (2..=UNIT).contains(&unit.chars().count())
        && unit.chars().all(super::rules::is_han)
        && unit.ends_with(|last| ENDS.contains(last));
    (fits && title_ending(stack).is_some()).then(|| Span::new(from - unit.len(), from))
}

fn body_ending(tags: &[Tag], index: usize, at: usize) -> Option<&Tag> {
    let named = |tag: &&Tag| matches!(tag.kind, Kind::Organization | Kind::Place);
    tags[..index].iter().rev().take(4).find(|tag| tag.span.end == at).filter(named)
}

fn body_before(tags: &[Tag], index: usize, at: usize) -> Option<Span> {
    body_ending(tags, index, at).filter(|tag| tag.kind == Kind::Organization).map(|tag| tag.span)
}

/// The title of the person before in a list: 市领导甲、乙.
fn shared(text: &str, tags: &[Tag], known: &[(usize, Vec<Held>)], index: usize) -> Vec<Held> {
    let Some((last, titles)) = known.last() else { return Vec::new() };
    let between = &text[tags[*last].span.end..tags[index].span.start];
    let joined = matches!(between.trim_matches([' ', '\u{3000}']), "" | "、" | "和" | "与" | "及")
        && !between.is_empty();
    let shared = |held: &&Held| {
        let title = held.title.of(text);
        title.starts_with('副') || SHARED.iter().any(|word| title.ends_with(word))
    };
    if joined { titles.iter().filter(shared).copied().collect() } else { Vec::new() }
}

/// The office that someone is given: 任命某某（女）为某省教育厅厅长.
fn appointed(text: &str, tags: &[Tag], index: usize) -> Option<Held> {
    const GIVEN: [&str; 8] = ["任命", "选举", "补选", "增选", "推选", "聘任", "聘请", "决定"];
    let name = tags[index].span;
    let head = &text[ceil(text, name.start.saturating_sub(3 * NEAR))..name.start];
    let sentence = head.rfind('。').map_or(head, |at| &head[at..]);
    if !GIVEN.iter().any(|verb| sentence.contains(verb)) {
        return None;
    }
    let mut at = name.end;
    if let Some(rest) = text[at..].strip_prefix(['（', '(']) {
        let inside = rest.find(['）', ')']).filter(|&length| length <= 24)?;
        at = text.len() - rest.len() + inside;
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    at += ["担任", "为", "任"].iter().find(|word| text[at..].starts_with(**word))?.len();
    let body = tags[index + 1..].first().filter(|tag| tag.span.start == at && tag.kind != Kind::Person);
    let organization = body.map(|tag| tag.span);
    let from = organization.map_or(at, |span| span.end);
    let title = title_starting(&text[from..])?;
    Some(Held { title: Span::new(from, from + title.len()), organization })
}

fn after(text: &str, end: usize) -> Option<&str> {
    title_starting(&text[end..]).filter(|title| !NO_ROLE.contains(title) && !ALSO_VERBS.contains(title))
}

/// The longest title at the end of `head`, with 副, 原 … before it.
pub fn title_ending(head: &str) -> Option<&str> {
    let starts: Vec<usize> = head.char_indices().rev().take(LONGEST).map(|(at, _)| at).collect();
    let start = starts.iter().rev().copied().find(|&at| super::rules::is_title(&head[at..]))?;
    let longer = [
        "常务副",
        "首席",
        "特约",
        "全媒体",
        "见习",
        "本报",
        "高级",
        "名誉",
        "第一",
        "常务",
        "执行",
        "副",
        "代",
        "总",
    ];
    let prefix = longer.iter().find(|word| head[..start].ends_with(**word)).map_or(0, |word| word.len());
    Some(&head[start - prefix..])
}

/// The longest title at the start of `tail`.
pub fn title_starting(tail: &str) -> Option<&str> {
    let ends = tail.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let end = ends.filter(|&end| super::rules::is_title(&tail[..end])).last()?;
    Some(&tail[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::By;

    /// The titles of the people marked in a text, as `title @ body`.
    fn titles(marked: &str) -> Vec<Vec<String>> {
        let (mut text, mut tags) = (String::new(), Vec::new());
        for (i, part) in marked.split(['〔', '〕']).enumerate() {
            let (kind, part) = match part.split_once(' ').filter(|_| i % 2 == 1) {
                Some(("人", name)) => (Some(Kind::Person), name),
                Some(("地", name)) => (Some(Kind::Place), name),
                Some(("机", name)) => (Some(Kind::Organization), name),
                _ => (None, part),
            };
            let span = Span::new(text.len(), text.len() + part.len());
            text += part;
            tags.extend(kind.map(|kind| Tag { kind, span, by: By::Model }));
        }
        let shown = |title: Title| match title.organization {
            Some(body) => format!("{} @ {body}", title.title),
            None => title.title,
        };
        read(&text, &tags).into_iter().map(|(_, titles)| titles.into_iter().map(shown).collect()).collect()
    }

    fn check(marked: &str, expected: &[&[&str]]) {
        assert_eq!(titles(marked), expected, "{marked}");
    }

    #[test]
    fn titles_before_a_name() {
        check("〔机 云州市教育局〕局长〔人 何苗〕说", &[&["局长 @ 云州市教育局"]]);
        check("〔地 青荷县〕副县长〔人 何苗〕说", &[&["副县长 @ 青荷县"]]);
        check("〔机 云州市委〕书记〔人 何苗〕说", &[&["市委书记 @ 云州市委"]]);
        check("〔机 云州市教育局〕原局长〔人 何苗〕说", &[&["局长 @ 云州市教育局"]]);
        check("〔机 云州市教育局〕党组书记〔人 何苗〕说", &[&["党组书记 @ 云州市教育局"]]);
        check("局长：〔人 何苗〕", &[&["局长"]]);
        check("〔人 何苗〕先生，先生〔人 林可〕", &[&[], &[]]);
    }

    #[test]
    fn the_office_of_a_body_stands_between() {
        check("〔机 云州市第一人民医院〕急诊科主任〔人 何苗〕", &[&["急诊科主任 @ 云州市第一人民医院"]]);
        check("〔机 云帆公司〕财务负责人〔人 何苗〕", &[&["财务负责人 @ 云帆公司"]]);
        check("〔地 云州〕急诊科主任〔人 何苗〕", &[&["主任"]]);
        check("〔机 云帆公司〕A科主任〔人 何苗〕", &[&["主任"]]);
        check("〔机 云帆公司〕的人都说主任〔人 何苗〕", &[&["主任"]]);
    }

    #[test]
    fn titles_that_are_stacked() {
        check("〔机 云州市委〕常委、常务副市长〔人 何苗〕", &[&["市委常委 @ 云州市委", "常务副市长"]]);
        check("市委书记、市总河长〔人 何苗〕", &[&["市委书记", "市总河长"]]);
        check("常务副市长、经开区党工委书记〔人 何苗〕", &[&["常务副市长", "党工委书记 @ 经开区"]]);
        check("常务副市长、A区党工委书记〔人 何苗〕", &[&["党工委书记"]]);
        check("今天、经开区党工委书记〔人 何苗〕", &[&["党工委书记"]]);
        let many = "局长、".repeat(STACK) + "局长";
        assert_eq!(titles(&format!("{many}〔人 何苗〕"))[0].len(), STACK);
    }

    #[test]
    fn lists_share_what_many_hold() {
        check("市领导〔人 何苗〕、〔人 林可〕和〔人 沈一鸣〕", &[&["市领导"], &["市领导"], &["市领导"]]);
        check("副市长〔人 何苗〕、〔人 林可〕", &[&["副市长"], &["副市长"]]);
        check("市长〔人 何苗〕、〔人 林可〕", &[&["市长"], &[]]);
        check("市领导〔人 何苗〕看望〔人 林可〕", &[&["市领导"], &[]]);
    }

    #[test]
    fn offices_that_are_given_and_titles_behind() {
        check("会议任命〔人 何苗〕为〔机 云州市教育局〕局长", &[&["局长 @ 云州市教育局"]]);
        check("会议任命〔人 何苗〕（女）为局长", &[&["局长"]]);
        check("会议认为〔人 何苗〕为局长", &[&[]]);
        check("会议任命何人。〔人 何苗〕为局长", &[&[]]);
        check("会议任命〔人 何苗〕为〔人 林可〕局长", &[&[], &["局长"]]);
        check("〔人 何苗〕局长〔人 林可〕说", &[&["局长"], &["局长"]]);
        // Much may be said of someone first.
        let far = |times| format!("会议任命{}的〔人 何苗〕为局长", "在码头工作多年".repeat(times));
        check(&far(10), &[&["局长"]]);
        check(&far(20), &[&[]]);
        check("〔人 何苗〕教授说，〔人 林可〕记者说", &[&["教授"], &[]]);
        check("〔机 云岭大学〕〔人 何苗〕教授说", &[&["教授 @ 云岭大学"]]);
    }

    #[test]
    fn what_is_certain_stands_close() {
        let certain = |text: &str| {
            is_certain(text, Span::new(text.find("何苗").expect("she"), text.find("何苗").expect("she") + 6))
        };
        assert!(
            certain("市长何苗来了")
                && certain("何苗表示")
                && certain("何苗教授")
                && certain("局长　何苗来了")
        );
        assert!(!certain("何苗来了") && !certain("何苗和市长表示"));
    }
}
