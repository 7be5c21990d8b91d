//! Names in credits: 记者 沈一鸣 何苗, 通讯员陆小川、苏禾, 林可 摄.
//!
//! Takes a credit's text; gives each name with its role and organization. Names set without spaces between them are
//! split where surnames allow it.

use std::sync::LazyLock;

use regex::Regex;

use crate::page::rules::pattern;
use crate::span::Span;
use crate::tags::roles::title_ending;
use crate::tags::rules::data::DATA;
use crate::tags::rules::is_person;
use crate::text::fold_char;
use crate::words;

/// A name found in a credit; the span is of the credit's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credited {
    pub span: Span,
    pub role: Option<String>,
    pub organization: Option<String>,
}

/// A role, with the organization before it and the marks after it.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"({han}{2,10}?(报社|報社|报业|報業|报|報|社|电视台|電視台|电台|電台|台|网|網|客户端|中心|集团|集團|日报|传媒))?(讯|訊)?((首席|资深|資深|全媒体|全媒體|融媒体?|新媒体|见习|見習|实习|實習|特约|特約|特派|摄影|攝影|文字|综合|驻{han}{2,6}|本报|本報|本台|本社|本刊|高级|助理){0,3}(记者|記者|通讯员|通訊員|评论员|評論員|撰稿人|撰稿|实习生|實習生|研究员)|(责任|責任|美术|美術|执行|文字|图片|首席|本版|见习|值班)?(编辑|編輯|校对|校對|美编|美編)|责编|責編|(执行|執行|值班)?(主编|主編|总编|總編)|值班(编委|主任)|版式(设计)?|版面(设计)?|视觉(设计)?|设计|[一二三终]审|初审|检校|组版|排版|图编|审核|审读|审校|监制|统筹|策划|主持人|作者|撰文|撰写|采写|採訪|采访|整理|翻译|编译|編譯|制图|製圖|供图|供圖|(文[/／、·和]?)?摄影报道|摄影|攝影|文[/／、·和]{sp}*[图圖摄攝片]|[图圖摄攝][/／、·和]{sp}*文|图文|圖文|文图|文字|文|图|圖|摄|攝)[{sp}：:/／|｜]*",
    )
});

/// （作者单位：…）, （作者系…）: what the author is, no name.
static ABOUT_AUTHOR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[（(]?作者({han}{1,4})?(单位|單位|系|係|为|為|是|简介|簡介)"));

/// Roles of one character are roles only where white space or a mark sets them off.
fn stands_alone(text: &str, span: Span, role: &str) -> bool {
    let short =
        role.chars().count() == 1 || role.starts_with(['文', '图', '圖']) && role.chars().count() <= 3;
    let sets_off = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric());
    !short
        || (sets_off(text[..span.start].chars().next_back()) || role == "摄" || role == "攝")
            && (sets_off(text[span.start + role.len()..].chars().next()))
}

/// A role as it stands in a credit, with the marks after it.
struct Title {
    span: Span,
    role: String,
    organization: Option<String>,
}

/// The roles of a credit; two that follow each other without a name between (文/图 记者) are one.
fn titles(text: &str) -> Vec<Title> {
    let mut out: Vec<Title> = Vec::new();
    for found in ROLE.captures_iter(text) {
        let role = found.get(4).expect("every match has a role");
        if !stands_alone(text, Span::new(role.start(), role.end()), role.as_str()) {
            continue;
        }
        let whole = found.get(0).expect("the whole match");
        let organization = found.get(1).map(|m| m.as_str().to_owned());
        match out.last_mut().filter(|last| last.span.end == whole.start()) {
            Some(last) => {
                // 作者 says no more than the role behind it.
                last.role = if last.role == "作者" {
                    role.as_str().to_owned()
                } else {
                    format!("{} {}", last.role, role.as_str())
                };
                last.span.end = whole.end();
                last.organization = last.organization.take().or(organization);
            }
            None => {
                let span = Span::new(whole.start(), whole.end());
                out.push(Title { span, role: role.as_str().to_owned(), organization });
            }
        }
    }
    out
}

/// Whether a line credits someone: it has a name, or a role without one.
pub fn credits(text: &str) -> bool {
    ABOUT_AUTHOR.is_match(text) || !titles(text).is_empty() || !credited(text).is_empty()
}

/// Whether a line is an author with an office before the name: 中共临川区委书记 贝长河.
pub fn is_author(text: &str) -> bool {
    let Some((office, name)) = text.rsplit_once([' ', '\u{3000}']) else { return false };
    let office = office.trim_end();
    (2..=4).contains(&name.chars().count())
        && is_person(name)
        && title_ending(office).is_some()
        && !office.contains([' ', '\u{3000}', '，', '、', '“'])
}

/// The names of a credit such as `全媒体记者 陈一 通讯员 李二 王三` or `林可 摄`.
pub fn credited(text: &str) -> Vec<Credited> {
    if ABOUT_AUTHOR.is_match(text) {
        return Vec::new();
    }
    let plain = |span| Credited { span, role: None, organization: None };
    let titles = titles(text);
    if titles.is_empty() && is_author(text) {
        let name = text.rfind([' ', '\u{3000}']).map_or(0, |at| text.len() - text[at..].trim_start().len());
        return vec![plain(Span::new(name, text.len()))];
    }
    let lead = titles.first().map_or(text.len(), |title| title.span.start);
    let bare = names(text, Span::new(0, lead));
    // Without a role or a mark before them names begin with a surname, or are one that is no word: lines of verse and the
    // end of a headline are none.
    let marked = text.starts_with(['□', '■', '◎', '○', '●']);
    let single = bare.len() == 1;
    let own = |span: &Span| {
        let chars: Vec<char> = span.of(text).chars().collect();
        let pen_name = chars.len() < 4 && (marked || single && !words::model::BUILT_IN.is_ordinary(&chars));
        pen_name || with_surname(span.of(text)) || foreign(span.of(text))
    };
    let run = lead == text.len() && bare.windows(2).any(|pair| pair[0].end == pair[1].start);
    let all = bare.iter().all(|span| with_surname(span.of(text)));
    let bare = bare.into_iter().filter(|span| own(span) && (!run || all));
    let mut out: Vec<Credited> = bare.map(plain).collect();
    let mut after_nameless = false;
    for (i, title) in titles.iter().enumerate() {
        let end = titles.get(i + 1).map_or(text.len(), |next| next.span.start);
        let own = names(text, Span::new(title.span.end, end));
        // 图/受访者供图: neither role is of the names before.
        let nameless = own.is_empty() && !text[title.span.end..end].trim().is_empty();
        if own.is_empty() && !nameless && !after_nameless {
            after_names(&mut out, title);
        }
        after_nameless = nameless;
        let Title { role, organization, .. } = title;
        out.extend(own.into_iter().map(|span| Credited {
            span,
            role: Some(role.clone()),
            organization: organization.clone(),
        }));
    }
    out
}

/// A role that follows its names: 林可 摄; in 记者 林可 摄 it is the second.
fn after_names(credits: &mut [Credited], title: &Title) {
    if let Some(last) = credits.last_mut().filter(|last| last.role.is_some()) {
        last.role = last.role.take().map(|first| format!("{first}/{}", title.role));
    }
    for credit in credits.iter_mut().rev().take_while(|credit| credit.role.is_none()) {
        credit.role = Some(title.role.clone());
        credit.organization.clone_from(&title.organization);
    }
}

/// The names in a stretch without roles.
fn names(text: &str, stretch: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let separates = |c: char| !(c.is_alphabetic() || matches!(c, '·' | '•'));
    let part = stretch.of(text);
    let mut start = 0;
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        if separates(c) {
            push_names(text, Span::new(stretch.start + start, stretch.start + at), &mut out);
            start = at + c.len_utf8().min(part.len().saturating_sub(at));
        }
    }
    join_spread(text, out)
}

/// 李　明: a surname and a given name of one character each, set apart to fill the width of three.
fn join_spread(text: &str, names: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in names {
        let one = |s: Span| s.of(text).chars().count() == 1;
        match out.last_mut() {
            Some(last) if one(*last) && one(span) && text[last.end..span.start].trim().is_empty() => {
                last.end = span.end;
            }
            _ => out.push(span),
        }
    }
    out.retain(|span| span.of(text).chars().count() > 1);
    out
}

/// Words after a name that are no part of it.
const AFTER: [&str; 6] = ["综合报道", "报道", "報導", "报导", "報道", "综合"];
/// Words that stand where names do and are none.
const NO_NAMES: [&str; 16] = [
    "发自",
    "發自",
    "受访者",
    "受訪者",
    "资料",
    "資料",
    "电话",
    "電話",
    "邮箱",
    "网络",
    "網路",
    "本报",
    "本報",
    "通讯",
    "翻拍",
    "来源",
];

fn push_names(text: &str, span: Span, out: &mut Vec<Span>) {
    let name = span.of(text);
    let reported = AFTER.iter().find_map(|word| name.strip_suffix(word));
    // 記者…／雲嶺報導 names a place after the stroke.
    if reported.is_some() && text[..span.start].ends_with(['／', '/']) {
        return;
    }
    let name = reported.unwrap_or(name);
    let chars: Vec<(usize, char)> = name.char_indices().collect();
    if NO_NAMES.iter().any(|word| name.starts_with(word)) {
        return;
    }
    if foreign(name) || chars.len() <= 3 {
        if !name.is_empty() {
            out.push(Span::new(span.start, span.start + name.len()));
        }
        return;
    }
    if chars.len() > 24 {
        return;
    }
    let at = |i: usize| span.start + chars.get(i).map_or(name.len(), |&(at, _)| at);
    let letters: Vec<char> = chars.iter().map(|&(_, c)| fold_char(c)).collect();
    let mut from = 0;
    for length in split(&letters) {
        out.push(Span::new(at(from), at(from + length)));
        from += length;
    }
}

/// The lengths of the names that run together in `letters`, simplified characters: the likeliest split.
fn split(letters: &[char]) -> Vec<usize> {
    let n = letters.len();
    let mut best: Vec<(f32, usize)> = vec![(0.0, 0); n + 1];
    for end in 1..=n {
        best[end] = (2..=4.min(end))
            .map(|length| (best[end - length].0 + cost(&letters[end - length..end]), length))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .unwrap_or((IMPOSSIBLE, end));
    }
    let mut lengths = Vec::new();
    let mut end = n;
    while end > 0 {
        let length = best[end].1.max(1);
        lengths.push(length);
        end -= length.min(end);
    }
    lengths.reverse();
    lengths
}

const IMPOSSIBLE: f32 = 1000.0;
/// Of a character that no name of the table has.
const RARE: f32 = 12.0;
/// Of a given name of one character, which fewer people have.
const SHORT: f32 = 1.5;
/// Of a name that does not begin with a surname, as those of some peoples of China.
const OTHER: f32 = 9.0;

fn foreign(name: &str) -> bool {
    name.contains(['·', '•']) || name.chars().any(|c| c.is_ascii_alphabetic())
}

fn with_surname(name: &str) -> bool {
    let folded: String = name.chars().map(fold_char).collect();
    let ends = folded.char_indices().map(|(at, c)| at + c.len_utf8()).take(2);
    ends.into_iter().any(|end| DATA.names.is_surname(&folded[..end]))
}

/// How unlikely a name of two characters or more is, as a negative log probability.
fn cost(name: &[char]) -> f32 {
    let names = &DATA.names;
    let given = |place: usize, c: char| names.given[place].get(&c).copied().unwrap_or(RARE);
    let all = |given_name: &[char]| match *given_name {
        [one] => SHORT + given(0, one),
        [one, two] => given(1, one) + given(2, two),
        _ => IMPOSSIBLE,
    };
    let surname = |length: usize| {
        let surname: String = name[..length].iter().collect();
        names.surname.get(surname.as_str()).map(|cost| cost + all(&name[length..]))
    };
    let known = [surname(1), surname(2)];
    let other = OTHER + RARE * name.len() as f32 / 2.0 + if name.len() == 2 { OTHER } else { 0.0 };
    known.into_iter().flatten().fold(other, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_roles_are_set_off() {
        let stands = |text: &str, role: &str| {
            let start = text.find(role).expect("it is there");
            stands_alone(text, Span::new(start, start + role.len()), role)
        };
        assert!(stands("文 何苗", "文") && stands("文/何苗", "文") && stands("何苗 图", "图"));
        assert!(!stands("文天祥", "文") && !stands("何文", "文"));
        assert!(stands("林可摄", "摄") && !stands("摄氏三度", "摄"));
        assert!(
            !stands("图文并茂", "图文") && !stands("图/文并茂", "图/文") && stands("图/文 何苗", "图/文")
        );
        assert!(stands("通讯员何苗", "通讯员"), "a longer role needs no mark");
    }

    #[test]
    fn lines_that_credit() {
        assert!(credits("记者 沈一鸣") && credits("沈一鸣") && credits("图片来源：记者"));
        assert!(credits("（作者单位：临海师范学院）") && !credits("一江两岸换新颜"));
    }

    #[test]
    fn authors_have_an_office_before_the_name() {
        assert!(is_author("中共临川区委书记 贝长河") && is_author("云岭大学教授　何苗"));
        assert!(
            !is_author("中共临川区委书记 的长河")
                && !is_author("中共临川区委书记 贝")
                && !is_author("中共临川区委 贝长河")
        );
        assert!(!is_author("中共临川区委书记，局长 贝长河") && !is_author("临川 区委书记 贝长河"));
    }

    fn shown(text: &str) -> Vec<&str> {
        credited(text).iter().map(|found| found.span.of(text)).collect()
    }

    #[test]
    fn names_without_a_role() {
        assert_eq!(shown("□ 时雨"), ["时雨"]);
        assert_eq!(shown("春雨 灯火 河岸"), [""; 0], "lines of verse");
        assert_eq!(shown("何苗 林可"), ["何苗", "林可"]);
        assert_eq!(shown("□ 星河"), ["星河"], "a mark tells that a word is a name");
        assert_eq!(shown("听涛"), ["听涛"], "so does a line with nothing else, of what is no word");
        assert_eq!(shown("何苗 听涛"), ["何苗"]);
        assert_eq!(shown("□ 春江花月"), [""; 0], "longer than pen names are");
        assert_eq!(shown("何苗沈一鸣"), ["何苗", "沈一鸣"]);
        assert_eq!(shown("何苗河岸上"), [""; 0], "what runs together are names to the last");
        assert_eq!(shown("何 苗"), ["何 苗"]);
        assert_eq!(shown("记者 何"), [""; 0], "a surname alone is no name");
    }

    #[test]
    fn names_that_run_together_are_parted_where_it_is_likeliest() {
        let parts = |text: &str| {
            let letters: Vec<char> = text.chars().collect();
            split(&letters)
        };
        assert_eq!(parts("刘洋王芳"), [2, 2]);
        assert_eq!(parts("刘洋李建国王芳"), [2, 3, 2]);
        assert_eq!(parts("欧阳明月王芳"), [4, 2]);
        assert_eq!(parts("扎西顿珠"), [4], "a name without a surname");
        assert_eq!(parts("刘"), [1]);
        let long = "刘洋".repeat(12);
        assert_eq!(shown(&format!("记者 {long}")).len(), 12);
        assert!(shown(&format!("记者 {long}王")).is_empty(), "so many are no names");
        // A name of one character more costs more, and one that has a surname less.
        let price = |text: &str| cost(&text.chars().collect::<Vec<_>>());
        let names = &DATA.names;
        let near = |a: f32, b: f32| assert!((a - b).abs() < 1e-4, "{a} {b}");
        near(price("刘洋"), names.surname["刘"] + SHORT + names.given[0].get(&'洋').copied().unwrap_or(RARE));
        near(price("的岸边"), OTHER + RARE * 1.5);
        near(price("的岸"), OTHER + RARE + OTHER);
    }
}
